"""The buttons of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter

from desktop.looks.drawings import icon
from desktop.looks.theme import Style
from desktop.views.parts import paint
from desktop.views.parts.findable import Findable
from desktop.views.parts.pressable import Pressable, between

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme


class IconButton(Pressable):
    """A button with an icon and, if ``text`` is given, a word beside it. ``label`` is its name for speech.

    A ``filled`` one is the most likely next step.
    """

    def __init__(
        self,
        theme: Theme,
        icon_name: str,
        label: str = "",
        text: str = "",
        parent: QWidget | None = None,
        *,
        filled: bool = False,
    ) -> None:
        super().__init__(theme, text, parent)
        self._icon_name = icon_name
        self._filled = filled
        self.setAccessibleName(label or text)

    def set_label(self, label: str, text: str = "") -> None:
        """Use another name and word, for another language."""
        self.set_text(text)
        self.setAccessibleName(label or text)

    def set_icon(self, icon_name: str) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self.update()

    def sizeHint(self) -> QSize:
        target = self.theme.target
        if not self.plain_text():
            return QSize(target, target)
        return QSize(round(self.label_width(Style.BUTTON)) + self._icon_size() + self.theme.space(9), target)

    def wanted_width(self) -> int:
        """In a column: as wide as the icon and the word."""
        return self.sizeHint().width()

    def height_for(self, width: int) -> int:
        """In a column: as high as the word needs at this width, and never too small to press."""
        room = width - self._icon_size() - self.theme.space(7)
        word = self.label_height(Style.BUTTON, room) if self.plain_text() else 0
        return max(self.theme.target, round(word) + self.theme.space(3))

    def paint_face(self, painter: QPainter) -> None:
        theme = self.theme
        on = self.isChecked() or self._filled
        ground = "brand" if on else ("brand-tint" if self.hovered and self.isEnabled() else "surface")
        if self._filled and self.hovered:
            ground = "brand-pressed"
        paint.plate(painter, theme, QRectF(self.rect()), ground, "brand" if on else "line")
        colour = "on-brand" if on else ("ink" if self.isEnabled() else "line")
        size = self._icon_size()
        picture = icon(self._icon_name, theme.colour(colour).name(), size, self.devicePixelRatioF())
        if not self.plain_text():
            painter.drawPixmap((self.width() - size) // 2, (self.height() - size) // 2, picture)
            return
        edge = theme.space(3)
        left = self.width() - edge - size if self.isRightToLeft() else edge
        painter.drawPixmap(left, (self.height() - size) // 2, picture)
        box = between(self, edge + size + theme.space(1.5), theme.space(2))
        self.paint_label(painter, box, Style.BUTTON, colour)

    def _icon_size(self) -> int:
        return round(self.theme.target * 0.46)


class LinkRow(Pressable, Findable):
    """A way to another topic: its name, underlined, as wide as the page."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._style = Style.BODY
        self.target = ""

    def show_link(self, text: str, target: str, style: str) -> None:
        """Lead to this topic under this name."""
        self._style = style
        self.target = target
        self.set_text(text)
        self.setAccessibleIdentifier(f"link-{target}")

    def shown(self) -> str:
        return self.plain_text()

    def mark_found(self, ranges: list[tuple[int, int]], current: int = -1) -> None:
        self.mark_label(ranges, current)

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Link

    def height_for(self, width: int) -> int:
        """As high as its name needs at this width, and never too small to press."""
        room = width - self._edge() * 2 - self._end()
        height = self.label_height(self._style, room, underlined=True)
        return max(self.theme.target, round(height) + self.theme.space(3))

    def paint_face(self, painter: QPainter) -> None:
        theme = self.theme
        if self.hovered:
            paint.plate(painter, theme, QRectF(self.rect()), "brand-tint")
        edge, end = self._edge(), self._end()
        self.paint_label(painter, between(self, edge, edge + end), self._style, "link", underlined=True)
        mirrored = self.isRightToLeft()
        centre = QPointF(end / 2 if mirrored else self.width() - end / 2, self.height() / 2)
        paint.chevron(painter, theme, centre, theme.space(3), "link", "left" if mirrored else "right")

    def _edge(self) -> int:
        return self.theme.space(2)

    def _end(self) -> int:
        return self.theme.space(8)


class ShortLink(Pressable, Findable):
    """A link with an arrow after it, only as wide as its name."""

    def __init__(self, theme: Theme, style: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._style = style
        self.target = ""

    def show_link(self, text: str, target: str) -> None:
        """Lead to this topic under this name."""
        self.target = target
        self.set_text(text)
        self.setAccessibleIdentifier(f"short-link-{target}")

    def shown(self) -> str:
        return self.plain_text()

    def mark_found(self, ranges: list[tuple[int, int]], current: int = -1) -> None:
        self.mark_label(ranges, current)

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Link

    def height_for(self, _width: int) -> int:
        """As high as anything that can be pressed."""
        return self.theme.target

    def wanted_width(self) -> int:
        """As wide as its name and the arrow."""
        return round(self.label_width(self._style, underlined=True)) + self.theme.space(8)

    def paint_face(self, painter: QPainter) -> None:
        theme = self.theme
        box = between(self, theme.space(1.5), theme.space(6))
        self.paint_label(painter, box, self._style, "link", underlined=True)
        mirrored = self.isRightToLeft()
        centre = QPointF(theme.space(3) if mirrored else self.width() - theme.space(3), self.height() / 2)
        paint.chevron(painter, theme, centre, theme.space(2), "ink-soft", "left" if mirrored else "right")


class Chip(Pressable):
    """One of a row of choices; the chosen one is filled."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.RadioButton

    def sizeHint(self) -> QSize:
        return QSize(round(self.label_width(Style.LABEL)) + self.theme.space(6), self.theme.target)

    def height_for(self, width: int) -> int:
        """As high as its text needs in a room too narrow for one line, and never too small to press."""
        lines = self.label_height(Style.LABEL, width - self.theme.space(5))
        return max(self.theme.target, round(lines) + self.theme.space(5))

    def corner(self) -> float:
        return min(self.height(), self.theme.target) / 2

    def paint_face(self, painter: QPainter) -> None:
        theme = self.theme
        on = self.isChecked()
        inset = (theme.target - theme.space(8)) / 2
        shape = QRectF(self.rect()).adjusted(0, inset, 0, -inset)
        ground = "brand" if on else ("brand-tint" if self.hovered else "surface")
        paint.plate(painter, theme, shape, ground, "brand" if on else "line", radius=theme.space(4))
        side = max(theme.space(3), (self.width() - self.label_width(Style.LABEL)) / 2)
        self.paint_label(painter, between(self, side, theme.space(2)), Style.LABEL, "on-brand" if on else "ink")
