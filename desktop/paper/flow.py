"""Breaks what is to be printed into pages: a heading stays with its text, a card stays whole."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from desktop.paper.marks import Mark, Text


class Placed(NamedTuple):
    """A mark at a place, counted from where reading begins and from the top."""

    x: float
    y: float
    mark: Mark


class Strip(NamedTuple):
    """Something that is never cut. ``above`` is the gap before it; ``keep`` ties it to what follows."""

    height: float
    marks: tuple[Placed, ...]
    above: float = 0.0
    keep: bool = False


class Frame(NamedTuple):
    """Strips inside a frame, kept on one page if they fit on one.

    ``drawn`` gives the frame for a height, ``head`` the strips that stand on top of it, told whether it is continued.
    """

    width: float
    strips: tuple[Strip, ...]
    head: Callable[[bool], tuple[Strip, ...]]
    drawn: Callable[[float], Iterable[Placed]]
    inset: float
    padding: float
    above: float = 0.0
    keep: bool = False


class PageBreak(NamedTuple):
    """What follows begins on a page of its own."""

    above: float = 0.0
    keep: bool = False


Item = Strip | Frame | PageBreak
Page = list[Placed]


def paginate(items: Sequence[Item], room: float) -> list[Page]:
    """The pages, each ``room`` high."""
    return _Paginator(room).pages(items)


def height_of(strips: Iterable[Strip]) -> float:
    """The height of strips one under the other, the first without its gap."""
    total = 0.0
    for number, strip in enumerate(strips):
        total += strip.height + (strip.above if number else 0.0)
    return total


def strips_of(
    text: Text, x: float, above: float, *, beside: tuple[Placed, ...] = (), beside_height: float = 0.0,
    keep: bool = False,
) -> Iterator[Strip]:  # fmt: skip
    """A text as strips, so that a page never begins or ends with a single line of it.

    ``beside`` stands at the top of the first strip, such as a bullet or a label, and has its own height.
    """
    cuts = [0, text.count] if text.count <= 3 else [0, *range(2, text.count - 1), text.count]  # noqa: PLR2004
    if beside_height > text.leading * (cuts[1] - cuts[0]):
        cuts = [0, text.count]
    for number, (start, end) in enumerate(pairwise(cuts)):
        first = number == 0
        height = max((end - start) * text.leading, beside_height if first else 0.0)
        marks = ((*beside,) if first else ()) + (Placed(x, 0.0, text.lines(start, end)),)
        yield Strip(height, marks, above if first else 0.0, keep=keep and end == text.count)


class _Paginator:
    def __init__(self, room: float) -> None:
        self._room = room
        self._pages: list[Page] = [[]]
        self._y = 0.0

    def pages(self, items: Sequence[Item]) -> list[Page]:
        number = 0
        while number < len(items):
            end = number + 1
            while end < len(items) and items[end - 1].keep:
                end += 1
            self._place(items[number:end])
            number = end
        return [page for page in self._pages if page]

    def _place(self, group: Sequence[Item]) -> None:
        """Place items that stay together, on the next page if they do not fit on this one."""
        if isinstance(group[0], PageBreak):
            self._break()
            group = group[1:]
        need = sum(self._least(item) + (item.above if number or self._y else 0) for number, item in enumerate(group))
        if self._y and self._y + need > self._room:
            self._break()
        for item in group:
            if isinstance(item, Strip):
                self._strip(item)
            elif isinstance(item, Frame):
                self._frame(item)

    def _least(self, item: Item) -> float:
        """The height an item needs here: all of it if it fits on a page, else its beginning."""
        if isinstance(item, PageBreak):
            return 0.0
        if isinstance(item, Strip):
            return item.height
        whole = _whole(item)
        return whole if whole <= self._room else _beginning(item)

    def _break(self) -> None:
        if self._pages[-1]:
            self._pages.append([])
        self._y = 0.0

    def _strip(self, strip: Strip, x: float = 0.0) -> None:
        y = self._y + (strip.above if self._y else 0.0)
        if self._y and y + strip.height > self._room:
            self._break()
            y = 0.0
        self._pages[-1] += [Placed(x + each.x, y + each.y, each.mark) for each in strip.marks]
        self._y = y + strip.height

    def _frame(self, frame: Frame) -> None:
        """A frame whole; if it is longer than a page, in parts that each have their head."""
        waiting = list(frame.strips)
        continued = False
        while True:
            y = self._y + (frame.above if self._y and not continued else 0.0)
            head = frame.head(continued)
            part = _fitting(head, waiting, self._room - y - 2 * frame.padding)
            waiting = waiting[len(part) :]
            inside = (*head, *part)
            height = height_of(inside) + 2 * frame.padding
            page = self._pages[-1]
            page += [Placed(each.x, y + each.y, each.mark) for each in frame.drawn(height)]
            top = y + frame.padding
            for number, strip in enumerate(inside):
                top += strip.above if number else 0.0
                page += [Placed(frame.inset + each.x, top + each.y, each.mark) for each in strip.marks]
                top += strip.height
            self._y = y + height
            if not waiting:
                return
            continued = True
            self._break()


def _whole(frame: Frame) -> float:
    return height_of((*frame.head(False), *frame.strips)) + 2 * frame.padding


def _beginning(frame: Frame) -> float:
    """The height of what must stand on the first page of a frame that is broken."""
    last = next((number for number, strip in enumerate(frame.strips) if not strip.keep), len(frame.strips) - 1)
    return height_of((*frame.head(False), *frame.strips[: last + 1])) + 2 * frame.padding


def _fitting(head: Sequence[Strip], strips: Sequence[Strip], room: float) -> list[Strip]:
    """The first strips that fit below a head, at least one. What is tied to the next strip goes with it."""
    used = height_of(head)
    count = 0
    for number, strip in enumerate(strips):
        used += strip.height + (strip.above if number or head else 0.0)
        if used > room and number:
            break
        count = number + 1
    while 1 < count < len(strips) and strips[count - 1].keep:
        count -= 1
    return list(strips[:count])
