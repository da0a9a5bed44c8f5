"""Laying out a page: a column whose parts are as high as their text needs at the width there is.

Qt's box layouts ask every label for its height several times over; a page of sixty texts then takes
20 ms to appear. A column asks once (benchmarks/topics.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QColor, QResizeEvent

    from desktop.theme import Theme


@runtime_checkable
class Flows(Protocol):
    """A widget whose height follows from its width."""

    def height_for(self, width: int) -> int:
        """The height it needs at this width, in pixels."""
        ...


@runtime_checkable
class Narrow(Protocol):
    """A widget that is only as wide as it needs to be."""

    def wanted_width(self) -> int:
        """The width it needs, in pixels."""
        ...


def height_of(widget: QWidget, width: int) -> int:
    """The height any widget needs at a width."""
    return widget.height_for(width) if isinstance(widget, Flows) else widget.sizeHint().height()


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

    def height_for(self, width: int) -> int:
        """Lay the widgets out at this width; the height they need."""
        left, top, right, bottom = self._margins
        inner = max(1, width - left - right)
        if self._most_width and inner > self._most_width:
            left += (inner - self._most_width) // 2
            inner = self._most_width
        y = top
        first = True
        for gap, widget in self._items:
            if widget.isHidden():
                continue
            y += 0 if first else gap
            first = False
            height = height_of(widget, inner)
            wide = min(inner, widget.wanted_width()) if isinstance(widget, Narrow) else inner
            start = width - left - wide if self.isRightToLeft() else left
            widget.setGeometry(QRect(start, y, wide, height))
            y += height
        return y + bottom

    def sizeHint(self):  # type: ignore[no-untyped-def]  # noqa: ANN201
        """Wide enough for a few words."""
        hint = super().sizeHint()
        hint.setHeight(self.height_for(max(self.width(), 1)))
        return hint


class ScrollPane(QScrollArea):
    """Scrolls one column up and down, never sideways."""

    def __init__(self, theme: Theme, column: Column, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = column
        self.verticalScrollBar().setStyleSheet(theme.scroll_bar())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(column)
        column.setAutoFillBackground(False)

    def set_ground(self, colour: QColor) -> None:
        """Lie on a ground of this colour."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, colour)
        self.setPalette(palette)
        self.setAutoFillBackground(True)

    def lay_out(self) -> None:
        """Give the column the width there is and the height it needs."""
        width = self.viewport().width()
        self.column.resize(width, max(self.column.height_for(width), self.viewport().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.lay_out()


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
