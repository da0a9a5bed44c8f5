"""The mark around the text that is being read aloud: a frame with a bar at its leading edge.

It lies above everything in its pane and paints no ground, so that the text under it keeps its contrast in every
set of colours; frame and bar are seen without telling colours apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.views.parts import paint
from desktop.views.parts.spoken import Speaks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from desktop.looks.theme import Theme


class ReadingMark(QWidget, Speaks):
    """Lies around some widgets of a column and follows them."""

    def __init__(self, theme: Theme, column: QWidget) -> None:
        super().__init__(column)
        self._column = column
        self._theme = theme
        self._marked: tuple[QWidget, ...] = ()
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme

    def lie_around(self, widgets: Sequence[QWidget]) -> None:
        """Mark these widgets of the column; none takes the mark away."""
        self._marked = tuple(widgets)
        self.follow()

    def marks(self, widget: QWidget) -> bool:
        """Whether something in this widget is marked."""
        return any(widget is each or widget.isAncestorOf(each) for each in self._marked)

    def follow(self) -> None:
        """Lie around the marked widgets where they are now."""
        column = self._column
        shown = [each for each in self._marked if each.isVisibleTo(column)]
        box = QRect()
        for each in shown:
            box |= QRect(each.mapTo(column, QPoint(0, 0)), each.size())
        beside, above = self._theme.space(3), self._theme.space(1)
        self.setGeometry(box.adjusted(-beside, -above, beside, above) & column.rect())
        self.setVisible(bool(shown))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.reading_mark(painter, self._theme, QRectF(self.rect()), mirrored=self.isRightToLeft())
