"""The bar at the bottom: what the content rests on, its edition and review, and what it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop.looks.theme import Style
from desktop.views.parts import paint
from desktop.views.parts.flow import Column
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme


_SEPARATOR = " · "


class FooterBar(Column):
    """One quiet line. Where that has no room for everything, only what the reader must know stays."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._all = self._needed = ""
        self._line = TextBlock(theme, self)
        self.place([(0, self._line)])
        self._set_spaces()

    def show_facts(self, more: list[str], needed: list[str]) -> None:
        """Show these facts in one line; ``more`` only where there is room for all."""
        self._all, self._needed = _SEPARATOR.join([*more, *needed]), _SEPARATOR.join(needed)
        self._show(self._all)

    def height_for(self, width: int) -> int:
        """One line with everything if that fits at this width, else what is needed."""
        self._show(self._all)
        one_line = self._theme.leading(Style.SMALL) * 1.5
        if self._line.height_for(width - 2 * self._theme.space(4)) > one_line:
            self._show(self._needed)
        return super().height_for(width)

    def _show(self, text: str) -> None:
        if text != self._line.text():
            self._line.show_text(text, Style.SMALL, colour="ink-soft")

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self._line.set_theme(theme)
        self._set_spaces()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        paint.fill(painter, self._theme, QRectF(self.rect()), "surface")
        paint.fill(painter, self._theme, QRectF(0, 0, self.width(), 1), "hairline")

    def _set_spaces(self) -> None:
        space = self._theme.space
        self.set_margins(space(4), space(1.5), space(4), space(1.5))
