"""Finds what a reader types in a text, whatever its accents and capitals. Knows no Qt."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from desktop.pages.sheet import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.pages.sheet import Block

LINE = "\u2028"
"""What breaks the line between a word and what is said of it."""

_PLAIN = (("\u00a0", " "), (LINE, " "), ("\n", " "), ("’", "'"))


def found(wanted: str, text: str) -> list[tuple[int, int]]:
    """Where the words stand in a text: the first and the past-the-last character of each place."""
    sought = _folded(wanted.strip())[0]
    if not sought:
        return []
    letters, places = _folded(text)
    ranges = []
    start = letters.find(sought)
    while start >= 0:
        end = start + len(sought)
        ranges.append((places[start], places[end - 1] + 1))
        start = letters.find(sought, end)
    return ranges


def written(block: Block) -> str:
    """All that a block shows, marker aside."""
    between = LINE if block.kind is Kind.WORD else " "
    return f"{block.lead_in}{between}{block.text}" if block.lead_in else block.text


def texts_of(blocks: Iterable[Block]) -> Iterator[str]:
    """What some blocks will show once they are shown, a text for each widget, in reading order."""
    for block in blocks:
        yield written(block)
        if block.kind is not Kind.FOLD:
            yield from texts_of(block.inside[1:] if block.kind is Kind.HELP else block.inside)


def narrowed(blocks: Iterable[Block], wanted: str) -> tuple[Block, ...]:
    """The words of a list that have something in their name or definition, under the letters that are left."""
    kept: list[Block] = []
    letter: Block | None = None
    for block in blocks:
        if block.kind is Kind.HEADING:
            letter = block
        elif not wanted.strip() or found(wanted, block.lead_in) or found(wanted, block.text):
            kept += [letter, block] if letter is not None else [block]
            letter = None
    return tuple(kept)


@lru_cache(maxsize=12_000)
def _folded(text: str) -> tuple[str, Sequence[int]]:
    """A text in small letters without accents, and where each of them stood."""
    for other, plain in _PLAIN:
        text = text.replace(other, plain)
    if text.isascii():
        return text.lower(), range(len(text))
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for each in normalize("NFKD", letter.casefold().replace("œ", "oe")):
            if not combining(each):
                letters.append(each)
                places.append(place)
    return "".join(letters), tuple(places)
