"""What is pressed on a kiosk: a big button, and a card that leads to a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize

from desktop.looks.drawings import icon
from desktop.looks.theme import Style
from desktop.views.parts import paint
from desktop.views.parts.pressable import Pressable, between
from desktop.views.parts.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme

_LEAST_EDGE = 0.06
"""The least room beside the word, as a share of the width, for a key of one letter."""
_ICON = 0.42
"""The size of an icon as a share of the least height."""


class BigButton(Pressable):
    """A word in the middle, an icon before it if one is named. ``filled`` is for the one that matters most."""

    def __init__(
        self, theme: Theme, icon_name: str = "", *, filled: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", parent)
        self._icon_name = icon_name
        self._filled = filled

    def corner(self) -> float:
        return paint.RADIUS

    def sizeHint(self) -> QSize:
        words = round(self.label_width(Style.BUTTON)) + 1
        return QSize(max(self.theme.target, words + self._before() + self.theme.space(8)), self.theme.target)

    def height_for(self, width: int) -> int:
        """As high as its word needs at this width, and never too small to press."""
        height = self.label_height(Style.BUTTON, width - self._before() - self.theme.space(4))
        return max(self.theme.target, round(height) + self.theme.space(3))

    def paint_face(self, painter: QPainter) -> None:
        theme = self.theme
        on = self._filled or self.isChecked()
        if not self.isEnabled():
            ground, edge, colour = "canvas", "hairline", "line"
        elif on:
            ground = edge = "brand-pressed" if self.isDown() else "brand"
            colour = "on-brand"
        else:
            ground, edge, colour = "selected" if self.isDown() else "surface", "line", "ink"
        paint.plate(painter, theme, QRectF(self.rect()), ground, edge, radius=paint.RADIUS)
        if not self.plain_text():
            self._paint_icon(painter, (self.width() - self._icon_size()) / 2, colour)
            return
        least = min(theme.space(2), round(self.width() * _LEAST_EDGE))
        room = self.width() - self._before() - 2 * least
        words = min(self.label_width(Style.BUTTON), room) + 1
        left = max(least, (self.width() - self._before() - words) / 2)
        if self._icon_name:
            x = self.width() - left - self._icon_size() if self.isRightToLeft() else left
            self._paint_icon(painter, x, colour)
        after = max(0.0, self.width() - left - self._before() - words)
        self.paint_label(painter, between(self, left + self._before(), after), Style.BUTTON, colour)

    def _paint_icon(self, painter: QPainter, x: float, colour: str) -> None:
        size = self._icon_size()
        picture = icon(self._icon_name, self.theme.colour(colour).name(), size, self.devicePixelRatioF())
        painter.drawPixmap(round(x), (self.height() - size) // 2, picture)

    def _icon_size(self) -> int:
        return round(self.theme.target * _ICON)

    def _before(self) -> int:
        return self._icon_size() + self.theme.space(2) if self._icon_name else 0


class TopicCard(Pressable):
    """A topic in plain words, with a line that says more. ``urgent`` puts a red bar before it."""

    def __init__(self, theme: Theme, topic: str, *, urgent: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.topic = topic
        self._urgent = urgent
        self._name = self._more = ""
        self._name_words, self._more_words = Words(), Words()
        self.setAccessibleIdentifier(f"card-{topic}")

    def show_topic(self, name: str, more: str) -> None:
        """Lead to the topic under this name."""
        self._name, self._more = name, more
        self.set_text(name)
        self.setAccessibleName(f"{name}. {more}")
        self._dress()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        super().set_theme(theme)
        self._dress()

    def corner(self) -> float:
        return paint.RADIUS

    def height_for(self, width: int) -> int:
        """As high as both lines need at this width, and never too small to press."""
        room = width - 2 * self._edge()
        return max(self.theme.target, round(self._height(room)) + self.theme.space(4))

    def paint_face(self, painter: QPainter) -> None:
        theme = self.theme
        ground = "selected" if self.isDown() else "surface"
        bar = "emergency" if self._urgent else ""
        paint.card(painter, theme, QRectF(self.rect()), ground, "line", bar, mirrored=self.isRightToLeft())
        box = between(self, self._edge(), self._edge())
        y = (self.height() - self._height(box.width())) / 2
        for words in (self._name_words, self._more_words):
            height = words.lay_out(box.width(), mirrored=self.isRightToLeft())
            words.paint(painter, box.left(), y)
            y += height

    def _height(self, room: float) -> float:
        mirrored = self.isRightToLeft()
        return sum(words.lay_out(room, mirrored=mirrored) for words in (self._name_words, self._more_words))

    def _edge(self) -> int:
        return self.theme.space(4)

    def _dress(self) -> None:
        self._name_words.show(self.theme, self._name, Style.SUBHEADING, "ink")
        self._more_words.show(self.theme, self._more, Style.SMALL, "ink-soft")
        self.update()
