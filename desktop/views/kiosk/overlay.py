"""What lies over the whole kiosk: a ground that hides everything, with texts and buttons in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.views.parts import paint
from desktop.views.parts.flow import height_of
from desktop.views.parts.spoken import Speaks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.looks.theme import Theme

MOST_WIDTH = 620
"""The widest the column in the middle may be, in pixels of a laptop at its smallest size of text."""


class Overlay(QWidget, Speaks):
    """Hidden until it is needed. ``parts`` stand one under the other in the middle."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.parts: Sequence[QWidget] = ()
        self._whole = parent
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self.theme = theme
        for part in self.parts:
            part.set_theme(theme)  # type: ignore[attr-defined]  # every part of ours is Themed
        self.arrange()

    def open(self) -> None:
        """Lie over everything."""
        self.setGeometry(self._whole.rect())
        self.raise_()
        self.show()
        self.arrange()

    def arrange(self) -> None:
        """Place the parts in the middle."""
        wide = min(self.width() - 2 * self.theme.space(6), round(MOST_WIDTH * self.theme.growth))
        self.place(self.parts, (self.width() - wide) // 2, wide)

    def place(self, parts: Sequence[QWidget], x: int, wide: int) -> bool:
        """Place those of these parts that are shown under each other, in the middle of the height; whether they fit."""
        gap = self.theme.space(5)
        shown = [part for part in parts if not part.isHidden()]
        heights = [height_of(part, wide) for part in shown]
        free = self.height() - sum(heights) - gap * (len(shown) - 1)
        y = max(gap, free // 2)
        for part, height in zip(shown, heights, strict=True):
            part.setGeometry(x, y, wide, height)
            y += height + gap
        return free >= 2 * gap

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), self.theme, QRectF(event.rect()), "canvas")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
