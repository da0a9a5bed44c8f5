"""A QR code on the screen: black on white in every set of colours, each module a whole number of pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from desktop.views.parts.spoken import Speaks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_LEAST_PIXELS, _MOST_PIXELS, _LEAST_SIDE = 4, 8, 220
"""Pixels of a module: 4 are 1 mm on a usual laptop (``handout/phone.py`` tells why); a small code has larger ones."""
_MARGIN = 4


class QrPicture(QWidget, Speaks):
    """Shows the modules of a code with the free margin it needs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = QImage()
        self._least = _LEAST_PIXELS

    def show_code(self, modules: Sequence[Sequence[bool]], name: str, least: int = _LEAST_PIXELS) -> None:
        """Show this code; ``name`` says what it is for, ``least`` how many pixels a module must have."""
        self._least = least
        side = len(modules) + 2 * _MARGIN
        picture = QImage(side, side, QImage.Format.Format_RGB32)
        picture.fill(QColor("white"))
        for y, row in enumerate(modules, start=_MARGIN):
            for x, dark in enumerate(row, start=_MARGIN):
                if dark:
                    picture.setPixelColor(x, y, QColor("black"))
        self._picture = picture
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def wanted_width(self) -> int:
        """As wide as its modules."""
        side = max(1, self._picture.width())
        return side * max(self._least, min(_MOST_PIXELS, _LEAST_SIDE // side))

    def height_for(self, _width: int) -> int:
        """As high as it is wide."""
        return self.wanted_width()

    def sizeHint(self) -> QSize:
        return QSize(self.wanted_width(), self.wanted_width())

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Graphic

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        ratio = self.devicePixelRatioF()
        pixels = max(1, int(min(self.width(), self.wanted_width()) * ratio / self._picture.width()))
        painter = QPainter(self)
        drawn = self._picture.scaled(self._picture.size() * pixels)
        drawn.setDevicePixelRatio(ratio)
        painter.drawImage(QPoint(0, 0), drawn)
