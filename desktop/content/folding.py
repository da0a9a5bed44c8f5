"""Text as it is compared: what a reader takes for the same letters is the same."""

from __future__ import annotations

from unicodedata import combining, normalize


def fold(text: str) -> str:
    """Lower case without accents; ligatures opened, apostrophes made plain."""
    if text.isascii():
        return text.lower()
    plain = text.casefold().replace("œ", "oe").replace("æ", "ae").replace("’", "'")
    return "".join(each for each in normalize("NFKD", plain) if not combining(each))
