"""A word of a text that can be explained where it stands: dots under it, and a stop of the Tab key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QApplication

from desktop.views.parts import paint
from desktop.views.parts.pressable import Pressable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPainter
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme

_AROUND = 5
"""How far the ring stands off the letters, in pixels."""
_RING = 2.0
"""Thickness of each of the rings: thinner than elsewhere, so that they hide no letters of the next line."""


class MentionButton(Pressable):
    """Lies over the word, which the text paints. Lets the mouse through, so that text can be selected across it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "", parent)
        self.term = ""
        self.open = False
        self._colour = "brand"
        self._word = ""
        self._split = False
        self._rects: list[QRectF] = []
        self._under: list[QRectF] = []
        self._pressed_at = QPoint()

    def show_word(self, word: str, term: str, colour: str) -> None:
        """Stand for this word, which leads to this term."""
        self.term = term
        self._colour = colour
        self._word = word
        self.setAccessibleIdentifier(f"word-{word}")

    def cover(self, rects: Sequence[QRectF], room: QRect) -> None:
        """Lie over the word: a box for each line it stands in, down to the line of dots; all within ``room``."""
        if not rects:
            return
        box = QRectF()
        for rect in rects:
            box = box.united(rect)
        area = box.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND).toAlignedRect() & room
        self.setGeometry(area)
        corner = QPoint(area.topLeft())
        self._under = [rect.translated(-corner.x(), -corner.y()) for rect in rects]
        around = (rect.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND).toAlignedRect() for rect in self._under)
        self._rects = [QRectF(rect & self.rect()) for rect in around]
        if len(rects) == 1:
            if self._split:
                self.clearMask()
        else:
            region = QRegion()
            for rect in self._rects:
                region += rect.toAlignedRect()
            self.setMask(region)
        self._split = len(rects) > 1

    def boxes(self) -> list[QRectF]:
        """Where the word stands, a box for each line, in the button's pixels."""
        return list(self._under)

    def line_below(self) -> QRect:
        """The end of the word, where its explanation can be hung, in the button's pixels."""
        return self._under[-1].toAlignedRect() if self._under else self.rect()

    def show_open(self, *, on: bool) -> None:
        """Show that the explanation is open."""
        self.open = on
        self.update()

    def spoken_name(self) -> str:
        return self._word

    def spoken_expanded(self) -> bool | None:
        return self.open

    def corner(self) -> float:
        return 3.0

    def paint_face(self, painter: QPainter) -> None:
        for rect in self._under:
            if self.hovered or self.open:
                line = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 2)
                paint.fill(painter, self.theme, line, self._colour)
            else:
                paint.dots(painter, self.theme, rect, self._colour)

    def paint_ring(self, painter: QPainter) -> None:
        for rect in self._rects:
            paint.focus_ring(painter, self.theme, rect, self.corner(), thickness=_RING)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.globalPosition().toPoint()
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        moved = (event.globalPosition().toPoint() - self._pressed_at).manhattanLength()
        if event.button() == QtCore.Qt.MouseButton.LeftButton and moved < QApplication.startDragDistance():
            self.click()
        event.ignore()
