"""The button that sets a bookmark, and takes it off again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from desktop.looks.drawings import icon
from desktop.views.parts import paint
from desktop.views.parts.pressable import Pressable

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme


class BookmarkButton(Pressable):
    """A bookmark: filled where one is set. Its name says what pressing it does."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._on = False

    def show_bookmark(self, *, on: bool, name: str = "") -> None:
        """Show whether there is a bookmark. ``name`` is that of its topic, where there are several."""
        self._on = on
        if name:
            told = self.tr("Remove the bookmark: {0}") if on else self.tr("Put the bookmark back: {0}")
            self.setAccessibleName(told.format(name))
        else:
            self.setAccessibleName(self.tr("Remove the bookmark") if on else self.tr("Add a bookmark"))
        self.update()

    def paint_face(self, painter: QPainter) -> None:
        theme = self.theme
        if self.hovered:
            paint.plate(painter, theme, QRectF(self.rect()), "brand-tint")
        size = round(theme.target * 0.55)
        name, colour = ("bookmark-filled", "brand") if self._on else ("bookmark", "ink-soft")
        picture = icon(name, theme.colour(colour).name(), size, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - size) // 2, (self.height() - size) // 2, picture)
