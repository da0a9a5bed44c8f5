"""A column of rows of which only those near what is seen have widgets, so that a long list costs no more than a screen.

A column of up to ``_ALL_UP_TO`` rows has all of them: nothing differs for a reader, and nothing is guessed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop.views.parts.findable import Passage, passages_of
from desktop.views.parts.flow import Column, height_of, lay_out_again, width_of
from desktop.views.parts.rest import Rest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.views.parts.flow import ScrollPane

    Row = Sequence[tuple[int, QWidget]]
    """The widgets of a row from top to bottom, each with the gap above it, in pixels."""

_ROW = "row-"
_ALL_UP_TO = 320
"""Rows of a column that has a widget for each: more than any list of the shipped guide has."""
_FIRST = 40
"""Rows of a longer column that are made before it is known what is seen."""
_ABOVE, _BELOW = 0.25, 0.5
"""How far out of sight rows are made, as shares of the height of what is seen: Tab and the wheel find them there."""
_KEPT = 1.0
"""How much further out of sight they are kept, so that scrolling up and down makes none anew."""
_BESIDE = 4
"""Rows that are kept beside the one with the keyboard: Tab goes on from there, wherever the reader has scrolled."""


class LongColumn(Column):
    """Rows by number. A subclass makes the widgets of a row, takes them back, and guesses heights it has not seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._made: dict[int, Row] = {}
        self._heights: list[int] = []
        self._guessed_for = -1
        self._reached = -1
        self._rows_later = Rest(self)
        self._rows_later.timeout.connect(self.complete)

    # What a subclass tells

    def make_row(self, number: int) -> Row:
        """Show a row in widgets that are free, or new."""
        raise NotImplementedError

    def free_row(self, number: int, row: Row) -> None:
        """Take the widgets of a row back, hidden."""
        raise NotImplementedError

    def guesses(self, width: int) -> list[int]:
        """The height that each row will probably need at a width, with the gap above it, in pixels."""
        raise NotImplementedError

    def texts_of_row(self, number: int) -> Iterable[str]:  # noqa: ARG002
        """What can be found in a row that is not made, text by text as its widgets will show it."""
        return ()

    def holds(self, number: int) -> bool:  # noqa: ARG002
        """Whether a row is to keep its widgets wherever the reader scrolls."""
        return False

    # What the others use

    def set_count(self, count: int) -> None:
        """So many rows from now on. Those that are made are made no longer; the subclass has taken them back."""
        self._count = count
        self._made = {}
        self._reached = -1
        self.place(())
        self.guess_again()

    def show_rows(self, count: int, at_once: int) -> None:
        """Show so many rows instead of those before, whose widgets are free; what is not used again is hidden.

        Only the first ``at_once`` rows are made now, the others a moment later; of a long list those near the screen.
        """
        before = [widget for _, widget in self._items]
        self.set_count(count)
        self.make_rows(range(min(at_once, self.most_at_once())))
        kept = {id(widget) for _, widget in self._items}
        for widget in before:
            if id(widget) not in kept:
                widget.hide()
        if self.lacks_rows():
            self._rows_later.start()
        else:
            self._rows_later.stop()

    def complete(self) -> None:
        """Make now the rows that were left for a moment later."""
        self._rows_later.stop()
        if self.lacks_rows():
            self.make_rows(range(self._count))
            lay_out_again(self)

    def guess_again(self) -> None:
        """Something has changed the heights of rows: another size of text, other rows."""
        self._guessed_for = -1

    def is_long(self) -> bool:
        """Whether there are more rows than are made at once."""
        return self._count > _ALL_UP_TO

    def most_at_once(self) -> int:
        """How many rows may be made before it is known what is seen."""
        return min(self._count, _FIRST) if self.is_long() else self._count

    def lacks_rows(self) -> bool:
        """Whether rows are still to be made that are not made by scrolling."""
        return not self.is_long() and len(self._made) < self._count

    def made_row(self, number: int) -> Row | None:
        """The widgets of a row, if they are there."""
        return self._made.get(number)

    def make_rows(self, numbers: Iterable[int]) -> None:
        """Make those of these rows that are not there yet."""
        last = max(self._made, default=-1)
        new = [number for number in numbers if number not in self._made]
        for number in new:
            row = self.make_row(number)
            self._made[number] = row if number else ((0, row[0][1]), *row[1:])
        if not new:
            return
        raised: Iterable[int] = new
        if min(new) < last:
            raised = sorted(self._made)
            self._made = {number: self._made[number] for number in raised}
        for number in raised:
            for _, widget in self._made[number]:
                widget.raise_()
        for number in new:
            for _, widget in self._made[number]:
                widget.show()
        self._place_made()

    def free_rows(self, numbers: Iterable[int]) -> None:
        """Take back those of these rows that are there."""
        for number in [each for each in numbers if each in self._made]:
            self.free_row(number, self._made.pop(number))
        self._place_made()

    def reach(self, number: int) -> Row:
        """The widgets of a row, which are made where they are not there and kept until another row is reached."""
        self._reached = number
        if number not in self._made:
            self.make_rows((number,) if self.is_long() else range(self._count))
            lay_out_again(self)
        return self._made[number]

    def passages(self) -> Iterator[Passage]:
        """What can be found in all rows; a row that is not there yet is made when one of its texts is reached."""
        self.complete()
        if not self.is_long():
            yield from super().passages()
            return
        for number in range(self._count):
            row = self.made_row(number)
            if row is None:
                for place, text in enumerate(self.texts_of_row(number)):
                    yield Passage(text, None, partial(self._reach_passage, number, place))
                continue
            for _, widget in row:
                yield from passages_of(widget)

    def _reach_passage(self, number: int, place: int) -> QWidget:
        row = self.reach(number)
        return [passage for _, widget in row for passage in passages_of(widget)][place].reach()

    def landmarks(self) -> Iterator[tuple[str, QWidget]]:
        """In a long list each row is told by its number: those before it need not be there."""
        if not self.is_long():
            yield from super().landmarks()
            return
        for number, row in self._made.items():
            for place, (_, widget) in enumerate(row):
                if isinstance(widget, Column):
                    yield from widget.landmarks()
                else:
                    yield "" if place else self.name_of(number), widget

    def name_of(self, number: int) -> str:
        """The id of a row in a long list."""
        return f"{_ROW}{number}"

    def reach_anchor(self, anchor: str) -> None:
        number = anchor.removeprefix(_ROW)
        if self.is_long() and number != anchor and number.isdecimal() and int(number) < self._count:
            self.reach(int(number))

    def follow(self, pane: ScrollPane, top: int, bottom: int) -> tuple[bool, int]:
        """Make the rows that come near what is seen, and take back those far from it."""
        changed, moved = super().follow(pane, top, bottom)
        if not self.is_long():
            return changed, moved
        if self._guessed_for < 0:
            self._guess(self._inner(self.width())[1])
        tops = self.tops()
        high = bottom - top
        near = self._between(tops, top - _ABOVE * high, bottom + _BELOW * high)
        far = self._between(tops, top - (_ABOVE + _KEPT) * high, bottom + (_BELOW + _KEPT) * high)
        held = {*near, *self._held(pane)}
        gone = [number for number in self._made if number not in held and number not in far]
        new = [number for number in sorted(held) if number not in self._made]
        if gone:
            self.free_rows(gone)
        self.make_rows(new)
        shift = 0
        for number in new:
            height = sum(self._measured(number)) + sum(gap for gap, _ in self._made[number])
            if tops[number] + self._heights[number] <= top:
                shift += height - self._heights[number]
            self._heights[number] = height
        return changed or bool(new or gone), moved + shift

    def height_for(self, width: int) -> int:
        """Lay the rows that are there out at this width; the height all of them need."""
        if not self.is_long():
            return super().height_for(width)
        start, inner = self._inner(width)
        if self._guessed_for != inner:
            self._guess(inner)
        measured = {number: self._measured(number) for number in self._made}
        for number, heights in measured.items():
            self._heights[number] = sum(heights) + sum(gap for gap, _ in self._made[number])
        tops = self.tops()
        mirrored = self.isRightToLeft()
        for number, heights in measured.items():
            y = tops[number]
            for (gap, widget), height in zip(self._made[number], heights, strict=True):
                wide = width_of(widget, inner)
                widget.setGeometry(width - start - wide if mirrored else start, y + gap, wide, height)
                y += gap + height
        return tops[-1] + self._margins[3]

    def _guess(self, inner: int) -> None:
        self._guessed_for = inner
        self._heights = self.guesses(inner)

    def _measured(self, number: int) -> list[int]:
        """The heights of the widgets of a row."""
        return [height_of(widget, self._guessed_for) for _, widget in self._made[number]]

    def tops(self) -> list[int]:
        """Where each row begins, and where the last one ends, in pixels."""
        return list(accumulate(self._heights, initial=self._margins[1]))

    def _between(self, tops: list[int], top: float, bottom: float) -> range:
        """The rows of which something lies between two heights."""
        first = max(0, bisect_right(tops, top) - 1)
        return range(first, min(self._count, bisect_left(tops, bottom)))

    def _held(self, pane: ScrollPane) -> set[int]:
        """The rows that are kept wherever the reader has scrolled."""
        found = {number for number in self._made if self.holds(number)}
        if 0 <= self._reached < self._count:
            found.add(self._reached)
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            focus = None
        for number, row in self._made.items():
            if focus is not None and any(widget is focus or widget.isAncestorOf(focus) for _, widget in row):
                found.update(range(max(0, number - _BESIDE), min(self._count, number + _BESIDE + 1)))
            if any(pane.keeps(widget) for _, widget in row):
                found.add(number)
        return found

    def _place_made(self) -> None:
        self.place([placed for row in self._made.values() for placed in row])
