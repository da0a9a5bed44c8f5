"""How each language is set: Canadian French as the Office québécois de la langue française asks, English simply.

Source of the French rules: OQLF, Vitrine linguistique, « Espacement avant et après les principaux signes de
ponctuation » (no-break space before the colon and inside guillemets; none before ; ! ?), and the house
lexicon. docs/content-guide.md lists them for authors.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from desktop.content import walk

if TYPE_CHECKING:
    from desktop.content.model import Guide
    from desktop.content.record import Notebook

_UNITS = "°C|%|\\$|h|min|cm|mm|kg|ans?|mois|jours?|semaines?|heures?|minutes?|personnes?|fois"


class _Rule(NamedTuple):
    """A pattern that must not occur, and what to do about it."""

    pattern: re.Pattern[str]
    message: str


_BOTH = (
    _Rule(re.compile(r"(?<=\w)'|'(?=\w)"), "a straight apostrophe; write ’"),
    _Rule(re.compile(r" {2}| [.,](?!\d)"), "a space too many"),
    _Rule(re.compile(r"\.\.\."), "three dots; write …"),
    _Rule(re.compile(r"\d °"), "an ordinary space before °; write a no-break space (U+00A0)"),
)
_FRENCH = (
    *_BOTH,
    _Rule(re.compile(r"(?<![\u00a0\d]):(?!//)|(?<=\d):(?!\d)"), "a colon without a no-break space (U+00A0) before it"),
    _Rule(re.compile(r"[ \u00a0\u202f][;!?]"), "a space before ; ! or ?; in Canada there is none"),
    _Rule(re.compile(r"«(?!\u00a0)|(?<!\u00a0)»"), "a guillemet without a no-break space (U+00A0) inside it"),
    _Rule(re.compile(r"[“”\"]"), "English quotation marks; write « and »"),
    _Rule(
        re.compile(rf"\d (?:{_UNITS})\b|\d [%$]"),
        "an ordinary space between a number and what it counts; write a no-break space (U+00A0)",
    ),
    _Rule(re.compile(r"\d\.\d"), "a decimal point; write a comma"),
    _Rule(
        re.compile(r"\b(?:c|s|n|v)oe(?:ur|u)|\boe(?:soph|d[eè]m|il|uf|uvr)|ph(?:oe)d[eè]me", re.IGNORECASE),
        "oe; write œ",
    ),
    _Rule(
        re.compile(r"\bE(?=t(?:es|at|ape|ant)\b|cout|vite|quip|pais|l[eè]ve|viter)|\bA (?=la |l’|partir|quoi)"),
        "a capital without its accent (É, À)",
    ),
)


def check(guide: Guide, book: Notebook) -> None:
    """Every rule about setting."""
    rules = _FRENCH if guide.edition.language.startswith("fr") else _BOTH
    for said in walk.guide(guide):
        for rule in rules:
            found = rule.pattern.search(said.text)
            if found:
                around = said.text[max(0, found.start() - 12) : found.end() + 12]
                book.report.error(book.place(said.path), f"“{around}”: {rule.message}")
    for key, text in guide.words.items():
        for rule in rules:
            if rule.pattern.search(text):
                book.report.error(book.place(f"words/{key}"), rule.message)
