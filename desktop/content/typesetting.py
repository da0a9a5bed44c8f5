"""Punctuation that the program itself puts between words of the guide, as each language sets it."""

from __future__ import annotations


def with_colon(text: str, language: str) -> str:
    """A text with a colon after it: French sets a no-break space before it (OQLF, Vitrine linguistique)."""
    return f"{text}\u00a0:" if language.startswith("fr") else f"{text}:"
