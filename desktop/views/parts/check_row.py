"""A choice that is on or off: a box, and beside it what it is about, as wide as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible

from desktop.looks.drawings import icon
from desktop.looks.theme import Style
from desktop.views.parts import paint
from desktop.views.parts.pressable import Pressable, between

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme


def paint_box(painter: QPainter, theme: Theme, box: QRectF, ratio: float, *, on: bool, hovered: bool) -> None:
    """The box itself, with a check mark if it is on."""
    ground = "brand" if on else "brand-tint" if hovered else "surface"
    paint.plate(painter, theme, box, ground, "brand" if on else "line", radius=5)
    if on:
        size = round(box.width() * 0.75)
        picture = icon("check", theme.colour("on-brand").name(), size, ratio)
        painter.drawPixmap(round(box.center().x() - size / 2), round(box.center().y() - size / 2), picture)


class CheckRow(Pressable):
    """A row with a box. ``id`` tells what it stands for."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "", parent)
        self.id = ""
        self.setCheckable(True)

    def show_choice(self, id_: str, text: str, *, on: bool) -> None:
        """Offer this choice, on or off, without telling of it."""
        self.id = id_
        self.set_text(text)
        self.setChecked(on)
        self.setAccessibleIdentifier(f"choose-{id_}")
        self.show()
        self.update()

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.CheckBox

    def height_for(self, width: int) -> int:
        """As high as its text needs at this width, and never too small to press."""
        height = self.label_height(Style.PANEL, max(1, width - self._before() - self.theme.space(2)))
        return max(self.theme.target, round(height) + self.theme.space(2))

    def paint_face(self, painter: QPainter) -> None:
        theme = self.theme
        if self.hovered:
            paint.plate(painter, theme, QRectF(self.rect()), "brand-tint")
        size = theme.space(6)
        left = self.width() - theme.space(2) - size if self.isRightToLeft() else theme.space(2)
        box = QRectF(left, (self.height() - size) / 2, size, size)
        paint_box(painter, theme, box, self.devicePixelRatioF(), on=self.isChecked(), hovered=self.hovered)
        self.paint_label(painter, between(self, self._before(), theme.space(2)), Style.PANEL, "ink")

    def _before(self) -> int:
        return self.theme.space(2) + self.theme.space(6) + self.theme.space(3)
