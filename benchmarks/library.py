"""A guide many times as large as the shipped one, for measuring: its own records again, with new words in them.

Every copy keeps the shape and the length of the real texts; in each sentence a few of its longer words become
words of that copy, so that a larger guide has a larger vocabulary, as a real one would.
"""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING, TypeVar

from desktop.content.model import Effect, Guide, Operation, Page, Question, Term

if TYPE_CHECKING:
    from collections.abc import Callable

_WORD = re.compile(r"[a-zà-ÿ]{6,}")
_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo", "han", "kel", "mir")
_CHANGED = 0.12
"""Share of the longer words that a copy has for itself."""

T = TypeVar("T", Operation, Effect, Term, Question, Page)


def enlarged(guide: Guide, times: int) -> Guide:
    """The guide with so many times as many operations, effects, words, questions and pages."""
    operations, effects = dict(guide.operations), dict(guide.effects)
    terms, questions, pages = dict(guide.terms), dict(guide.questions), dict(guide.pages)
    for number in range(1, times):
        change = _changer(random.Random(number))  # noqa: S311 - nothing secret, the same every time
        operations.update(_copies(guide.operations, number, change))
        effects.update(_copies(guide.effects, number, change))
        terms.update(_copies(guide.terms, number, change))
        questions.update(_copies(guide.questions, number, change))
        pages.update(_copies(guide.pages, number, change))
    return guide._replace(operations=operations, effects=effects, terms=terms, questions=questions, pages=pages)


def _copies(records: dict[str, T], number: int, change: Callable[[str], str]) -> dict[str, T]:
    found = {}
    for name, record in records.items():
        copy = _changed(record, change)._replace(id=f"{name}-{number}")
        if isinstance(record, Effect):
            copy = copy._replace(signs=record.signs)
        found[copy.id] = copy
    return found


def _changed(value: object, change: Callable[[str], str]) -> object:
    """A record with its texts changed, whatever they stand in. Ids hold hyphens or are short: they stay."""
    if isinstance(value, str):
        return change(value) if " " in value or value[:1].isupper() else value
    if isinstance(value, tuple):
        changed = [_changed(each, change) for each in value]
        return type(value)(*changed) if hasattr(value, "_fields") else tuple(changed)
    return value


def _changer(chance: random.Random) -> Callable[[str], str]:
    own: dict[str, str] = {}

    def word(found: re.Match[str]) -> str:
        old = found.group()
        if old not in own:
            parts = chance.choices(_SYLLABLES, k=chance.randint(2, 4))
            own[old] = "".join(parts) if chance.random() < _CHANGED else old
        return own[old]

    return lambda text: _WORD.sub(word, text)
