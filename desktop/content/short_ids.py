"""A short number for each permanent id, the same in every edition, so that a code can name records.

15 bits of a checksum: three letters of a code. ``check`` refuses two ids of one guide with the same number.
"""

from __future__ import annotations

from hashlib import blake2s
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.content.model import Guide

_MOST = 0x8000
"""One more than the largest number: 15 bits."""


def number(name: str) -> int:
    """The number of an id, from 1; 0 stays free for what divides a code."""
    return 1 + int.from_bytes(blake2s(name.encode(), digest_size=4).digest()) % (_MOST - 1)


def of_guide(guide: Guide) -> tuple[str, ...]:
    """Every id that a code may name: topics, side effects and questions, once each."""
    records: Iterable[dict[str, object]] = (
        guide.pages, guide.categories, guide.operations, guide.effects, guide.organs, guide.questions,
    )  # type: ignore[assignment]  # fmt: skip
    return tuple(dict.fromkeys(name for each in records for name in each))
