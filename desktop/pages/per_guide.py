"""What is made of a whole guide is made once, however often it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.content.model import Guide

Made = TypeVar("Made")

_MOST = 2
"""Guides whose results are kept: those of both languages."""


def per_guide(make: Callable[[Guide], Made]) -> Callable[[Guide], Made]:
    """The same function, which remembers what it made of the last guides. A guide never changes."""
    kept: list[tuple[Guide, Made]] = []

    def of(guide: Guide) -> Made:
        for known, made in kept:
            if known is guide:
                return made
        kept.insert(0, (guide, make(guide)))
        del kept[_MOST:]
        return kept[0][1]

    return of
