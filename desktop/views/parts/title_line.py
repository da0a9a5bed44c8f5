"""The title of a topic, and beside it what can be done with the topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from desktop.looks.theme import Style

if TYPE_CHECKING:
    from desktop.looks.theme import Theme
    from desktop.views.parts.text_block import TextBlock

_LEAST_SHARE = 0.55
"""How much of the width the title must have at least; else the buttons go under it, as where a word would be broken."""


class TitleLine(QWidget):
    """The title with buttons at its end, level with its first line, or under it where there is little room."""

    def __init__(self, theme: Theme, title: TextBlock, buttons: list[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = title
        self._buttons = buttons
        for part in (title, *buttons):
            part.setParent(self)
            part.show()

    def set_theme(self, theme: Theme) -> None:
        """Use another size of text."""
        self._theme = theme

    def height_for(self, width: int) -> int:
        """Place the title and the buttons at this width; the height they need."""
        space, target = self._theme.space, self._theme.target
        shown = [button for button in self._buttons if not button.isHidden()]
        widths = [button.sizeHint().width() for button in shown]
        taken = sum(widths) + space(2) * len(shown)
        beside = width - taken >= max(width * _LEAST_SHARE, self._longest_word())
        room = width - taken if beside else width
        drop = max(0, round((target - self._theme.leading(Style.TITLE)) / 2)) if shown and beside else 0
        height = self._title.height_for(room)
        self._put(self._title, 0, drop, room, height, width)
        x, y = (width - taken, 0) if beside else (-space(2), height + space(1))
        for button, wide in zip(shown, widths, strict=True):
            x += space(2)
            self._put(button, x, y, wide, target, width)
            x += wide
        if not shown:
            return height
        return max(drop + height, target) if beside else y + target

    def _longest_word(self) -> float:
        """How wide the longest word of the title is."""
        metrics = QFontMetricsF(self._theme.font(Style.TITLE))
        return max((metrics.horizontalAdvance(word) for word in self._title.text().split()), default=0.0)

    def _put(self, part: QWidget, x: int, y: int, width: int, height: int, whole: int) -> None:
        part.setGeometry(QRect(whole - x - width if self.isRightToLeft() else x, y, width, height))
