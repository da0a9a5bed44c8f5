"""Laying out a page: a column whose parts are as high as their text needs at the width there is.

Qt's box layouts ask every label for its height several times over; a page of sixty texts then takes
20 ms to appear. A column asks once (benchmarks/topics.py).
"""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QAccessible, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.pages.place import TOP, Spot
from desktop.views.parts import paint
from desktop.views.parts.findable import Passage, passages_of
from desktop.views.parts.pressable import by_keyboard
from desktop.views.parts.spoken import Speaks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent

    from desktop.looks.theme import Theme
    from desktop.views.parts.reading_mark import ReadingMark


_ROUND_FOCUS = 24
"""Room left above and below what is scrolled to, in pixels."""
_ABOVE_PART = 16
"""Room left above a part that is brought to the top, in pixels."""

_MOST_GUESSES = 5
"""How often what is seen is looked at again, because what was made is not as high as it was guessed."""

_ABOVE_READING = 6
"""What is read and cannot be seen is brought to this part of the pane's height, so that what follows is seen too."""


def height_of(widget: QWidget, width: int) -> int:
    """The height a widget needs at a width: its own ``height_for``, else what Qt suggests."""
    own = getattr(widget, "height_for", None)
    return int(own(width)) if own else widget.sizeHint().height()


def width_of(widget: QWidget, room: int) -> int:
    """The width a widget takes of the room there is: its own ``wanted_width``, else all of it."""
    own = getattr(widget, "wanted_width", None)
    return min(room, int(own())) if own else room


def rows_of(groups: Iterable[Sequence[QWidget]], room: int, gap: int) -> list[list[QWidget]]:
    """Break groups of widgets into rows that fit a room, each as wide as it suggests. A group begins a new row."""
    rows: list[list[QWidget]] = []
    for group in groups:
        left = 0
        for widget in group:
            need = widget.sizeHint().width()
            if rows and widget is not group[0] and need + gap <= left:
                rows[-1].append(widget)
                left -= need + gap
            else:
                rows.append([widget])
                left = room - need
    return rows


def in_rows(widgets: Sequence[QWidget], within: QWidget, width: int, gap: int, *, edge: int = 0, top: int = 0) -> int:
    """Place widgets side by side in as many rows as a width needs; where the last row ends, in pixels.

    ``edge`` is free at both ends and ``top`` above. One that is wider than a row is as high as it then needs.
    """
    room = width - 2 * edge
    y = top
    for row in rows_of([widgets], room, gap):
        x, high = edge, 0
        for widget in row:
            wide = min(widget.sizeHint().width(), room)
            height = height_of(widget, wide)
            widget.setGeometry(width - x - wide if within.isRightToLeft() else x, y, wide, height)
            x, high = x + wide + gap, max(high, height)
        y += high
    return y


class Column(QWidget):
    """Widgets one under the other, all as wide as the column."""

    def __init__(self, parent: QWidget | None = None, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> None:
        super().__init__(parent)
        self._items: list[tuple[int, QWidget]] = []
        self._margins = margins
        self._most_width = 0

    def place(self, items: Iterable[tuple[int, QWidget]]) -> None:
        """Show these widgets, each with the gap above it, in pixels, in this order. Others stay as they are."""
        self._items = list(items)

    def set_margins(self, left: int, top: int, right: int, bottom: int) -> None:
        """The free space around the widgets, in pixels."""
        self._margins = (left, top, right, bottom)

    def set_most_width(self, width: int) -> None:
        """The widest the widgets may be, in pixels, so that lines stay easy to read; 0 for no limit."""
        self._most_width = width

    def landmarks(self) -> Iterator[tuple[str, QWidget]]:
        """What a place can be told by: everything that is shown, in reading order, with its id if it has one."""
        for _, widget in self._items:
            if widget.isHidden():
                continue
            if isinstance(widget, Column):
                yield from widget.landmarks()
            else:
                yield "", widget

    def passages(self) -> Iterator[Passage]:
        """The texts that can be found, in reading order, those of closed folds too."""
        for _, widget in self._items:
            if not widget.isHidden():
                yield from passages_of(widget)

    def follow(self, pane: ScrollPane, top: int, bottom: int) -> tuple[bool, int]:
        """Let long lists make what comes near the part between these heights, which is what is seen of the column.

        Whether anything was made or taken back, and by how many pixels what stands at the top has moved down.
        """
        changed, shift = False, 0
        for _, widget in self._items:
            inside = getattr(widget, "follow", None)
            if inside is not None and not widget.isHidden():
                made, moved = inside(pane, top - widget.y(), bottom - widget.y())
                changed, shift = changed or made, shift + moved
        return changed, shift

    def reach_anchor(self, anchor: str) -> None:
        """Let a long list make the part with this id, so that it can be scrolled to."""
        for _, widget in self._items:
            if isinstance(widget, Column) and not widget.isHidden():
                widget.reach_anchor(anchor)

    def height_for(self, width: int) -> int:
        """Lay the widgets out at this width; the height they need."""
        left, inner = self._inner(width)
        y = self._margins[1]
        first = True
        for gap, widget in self._items:
            if widget.isHidden():
                continue
            y += 0 if first else gap
            first = False
            height = height_of(widget, inner)
            wide = width_of(widget, inner)
            start = width - left - wide if self.isRightToLeft() else left
            widget.setGeometry(QRect(start, y, wide, height))
            y += height
        return y + self._margins[3]

    def _inner(self, width: int) -> tuple[int, int]:
        """Where the widgets begin, and how wide they are, in a column of a width."""
        left, _, right, _ = self._margins
        inner = max(1, width - left - right)
        if self._most_width and inner > self._most_width:
            return left + (inner - self._most_width) // 2, self._most_width
        return left, inner


class ScrollPane(QScrollArea, Speaks):
    """Scrolls one column up and down, never sideways. The keyboard can scroll it when it has the focus."""

    made = Signal()
    """A long list has made what is seen now."""

    def __init__(self, theme: Theme, column: Column, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = column
        self._laid_width = -1
        self._wanted: QWidget | Spot | None = None
        self._held = False
        self._follows = False
        self.verticalScrollBar().setStyleSheet(theme.scroll_bar())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._theme_of_ring = theme
        self._ring: _Ring | None = None
        self._mark: ReadingMark | None = None
        self._view = QWidget()
        self._view.setAutoFillBackground(False)
        self.setViewport(self._view)
        self.setWidget(column)
        column.setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self.follow)

    def use_theme(self, theme: Theme) -> None:
        """Give the scroll bar and the focus ring the colours of a theme."""
        self.verticalScrollBar().setStyleSheet(theme.scroll_bar())
        self._theme_of_ring = theme
        if self._ring is not None:
            self._ring.set_theme(theme)
        if self._mark is not None:
            self._mark.set_theme(theme)

    def set_ground(self, colour: QColor) -> None:
        """Lie on a ground of this colour."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, colour)
        self.setPalette(palette)
        self.setAutoFillBackground(True)

    def lay_out(self) -> None:
        """Give the column the width there is and the height it needs, if it can be seen."""
        self._laid_width = -1
        if self._held or not self.isVisible():
            return
        width = self._laid_width = self._room()
        self.column.resize(width, max(self.column.height_for(width), self._view.height()))
        if self._mark is not None:
            self._mark.follow()
        if self._wanted is not None:
            self.scroll_to(self._wanted)
        self.follow()

    def follow(self) -> None:
        """Let long lists make what is seen now, without moving what is read: heights may not be what was guessed."""
        if self._follows or self._held or not self.isVisible():
            return
        self._follows = True
        try:
            made = [self._followed()]
            while made[-1] and len(made) < _MOST_GUESSES:
                made.append(self._followed())
        finally:
            self._follows = False
        if made[0]:
            self.made.emit()

    def _followed(self) -> bool:
        """Whether anything had to be made for what is seen."""
        bar = self.verticalScrollBar()
        top = bar.value()
        at_end = 0 < top == bar.maximum()
        changed, shift = self.column.follow(self, top, top + self._view.height())
        if changed:
            self.lay_out()
            bar.setValue(bar.maximum() if at_end else top + shift)
        return changed

    @contextmanager
    def laid_out_once(self) -> Iterator[None]:
        """Lay out once at the end, however much changes its height meanwhile."""
        self._held = True
        try:
            yield
        finally:
            self._held = False
        self.lay_out()

    def scroll_to(self, place: QWidget | Spot | None) -> None:
        """Bring a widget of the column or a place to the top; None is the top of the column.

        At once, or as soon as the pane is seen.
        """
        self._wanted = None if self.isVisible() else place
        top = self._top_of(place) if isinstance(place, Spot) else 0
        if isinstance(place, QWidget):
            top = self.y_of(place) - _ABOVE_PART
        self.verticalScrollBar().setValue(max(0, top))

    def spot(self) -> Spot:
        """The place that stands at the top."""
        if isinstance(self._wanted, Spot):
            return self._wanted
        top = self.verticalScrollBar().value()
        if top <= 0:
            return TOP
        anchor, blocks = "", -1
        for name, widget in self.column.landmarks():
            anchor, blocks = (name, 0) if name else (anchor, blocks + 1)
            if self.y_of(widget) + widget.height() > top:
                return Spot(anchor, blocks, (top - self.y_of(widget)) / max(1, widget.height()))
        return Spot(anchor, blocks, 1.0)

    def mark(self, widgets: Sequence[QWidget]) -> None:
        """Mark what is being read aloud and scroll until it is seen; no widgets take the mark away."""
        if self._mark is None:
            from desktop.views.parts.reading_mark import ReadingMark  # noqa: PLC0415 - not for the first screen

            self._mark = ReadingMark(self._theme_of_ring, self.column)
        self._mark.lie_around(widgets)
        if not widgets or not self.isVisible():
            return
        bar, top, bottom = self.verticalScrollBar(), self._mark.y(), self._mark.geometry().bottom()
        if top < bar.value() or bottom > bar.value() + self._view.height():
            bar.setValue(max(0, top - self._view.height() // _ABOVE_READING))

    def keeps(self, widget: QWidget) -> bool:
        """Whether a long list must keep this widget for what it shows, though it is out of sight."""
        return self.marks(widget)

    def marks(self, widget: QWidget) -> bool:
        """Whether what is being read aloud stands in this widget."""
        return self._mark is not None and self._mark.marks(widget)

    def _top_of(self, spot: Spot) -> int:
        """How far down the column a place is, in pixels. A part that is not there is the top."""
        self.column.reach_anchor(spot.anchor)
        marks = list(self.column.landmarks())
        start = next((number for number, (name, _) in enumerate(marks) if name == spot.anchor), 0)
        if spot == TOP or not 0 <= start + spot.blocks < len(marks):
            return 0
        widget = marks[start + spot.blocks][1]
        return round(self.y_of(widget) + spot.into * widget.height())

    def passages(self) -> Iterator[Passage]:
        """The texts of the pane that can be found, in reading order."""
        return self.column.passages()

    def y_of(self, widget: QWidget) -> int:
        """How far down the column a widget stands, in pixels."""
        return widget.mapTo(self.column, QPoint(0, 0)).y()

    def let_focus_show(self) -> None:
        """From now on show when the keyboard brings the focus here. Not before the first painting (``paint.py``)."""
        self._ring = _Ring(self._theme_of_ring, self)

    def take_focus(self, *, seen: bool) -> None:
        """Put the keyboard here, with the ring if where it was before could be ``seen``."""
        reason = QtCore.Qt.FocusReason
        self.setFocus(reason.ShortcutFocusReason if seen else reason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._ring is not None and by_keyboard(event):
            self._ring.setGeometry(self.rect())
            self._ring.raise_()
            self._ring.show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._ring is not None:
            self._ring.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, keys = self.verticalScrollBar(), QtCore.Qt.Key
        if event.key() in (keys.Key_Home, keys.Key_End):
            bar.setValue(bar.minimum() if event.key() == keys.Key_Home else bar.maximum())
        elif event.key() == keys.Key_Space:
            bar.setValue(bar.value() + bar.pageStep())
        else:
            super().keyPressEvent(event)

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Pane

    def _room(self) -> int:
        """The width for the column: the same with and without a scroll bar, so that nothing jumps."""
        return self.width() - self.verticalScrollBar().sizeHint().width()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._laid_width != self._room():
            self.lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._room() != self._laid_width:
            place = self.spot()
            self.lay_out()
            if place != TOP:
                self.scroll_to(place)
        else:
            self.column.resize(self.column.width(), max(self.column.height(), event.size().height()))


class _Ring(QWidget):
    """The focus ring of a pane, above everything in it."""

    def __init__(self, theme: Theme, pane: QWidget) -> None:
        super().__init__(pane)
        self._theme = theme
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.focus_ring(painter, self._theme, QRectF(self.rect()), 6)


def bring_into_view(widget: QWidget) -> None:
    """Scroll the pane a widget stands in until all of it can be seen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, ScrollPane):
            above.ensureWidgetVisible(widget, 0, _ROUND_FOCUS)
            return
        above = above.parentWidget()


def laid_out_once(widget: QWidget) -> AbstractContextManager[None]:
    """Lay the pane that a widget stands in out once at the end, however much changes its height meanwhile."""
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, ScrollPane):
            return above.laid_out_once()
        above = above.parentWidget()
    return nullcontext()


def lay_out_again(widget: QWidget) -> None:
    """After something in a pane has changed its height: lay out the pane it stands in."""
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, ScrollPane):
            above.lay_out()
            return
        above = above.parentWidget()


def soon(widget: QWidget) -> None:
    """Lay out again once the present event has been dealt with."""
    QTimer.singleShot(0, widget, lambda: lay_out_again(widget))
