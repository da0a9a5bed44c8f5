"""A short number for each permanent id, the same in every edition, so that a code can name records.

A checksum of 15 bits: three letters of a code. A library in which two ids would then have the same number, which
happens from some hundred records on, takes 30 bits: six letters. ``check`` refuses two ids that even these cannot tell
apart.
"""

from __future__ import annotations

from hashlib import blake2s
from typing import TYPE_CHECKING

from desktop.content.model import LISTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from desktop.content.model import Guide

SHORT, LONG = 3, 6
"""Letters of a code, of 5 bits each, for one number."""

_LETTER_BITS = 5


def number(name: str, letters: int = SHORT) -> int:
    """The number of an id, from 1; 0 stays free for what divides a code."""
    size = 4 if letters == SHORT else 8
    return 1 + int.from_bytes(blake2s(name.encode(), digest_size=size).digest()) % ((1 << _LETTER_BITS * letters) - 1)


def letters(names: Collection[str]) -> int:
    """How many letters tell these ids apart; LONG if even those would not."""
    return SHORT if len({number(name) for name in names}) == len(names) else LONG


def of_guide(guide: Guide) -> tuple[str, ...]:
    """Every id that a code may name: the lists, topics, side effects and questions, once each."""
    records: Iterable[dict[str, object]] = (
        guide.pages, guide.categories, guide.operations, guide.effects, guide.organs, guide.questions,
    )  # type: ignore[assignment]  # fmt: skip
    return tuple(dict.fromkeys([*LISTS, *(name for each in records for name in each)]))
