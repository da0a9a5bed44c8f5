"""A short notice with a way to the topic that explains it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAccessible, QPainter

from desktop.looks.theme import Style
from desktop.views.parts import paint
from desktop.views.parts.buttons import ShortLink
from desktop.views.parts.flow import Column
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme
    from desktop.pages.sheet import Notice


class NoticeCard(Column, Speaks):
    """The notice, on a coloured ground."""

    topic_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = TextBlock(theme, self)
        self._link = ShortLink(theme, Style.PANEL, self)
        self._link.clicked.connect(self._follow)
        self.place([(0, self._text), (0, self._link)])
        self._set_margins()

    def show_notice(self, notice: Notice) -> None:
        """Show this notice."""
        self._text.show_text(
            notice.text,
            Style.PANEL,
            colour="emergency-ink",
            lead_in=f"{notice.title}.",
            sources=notice.sources,
            term=notice.target,
        )
        self._link.show_link(notice.link, notice.target)
        self._link.setAccessibleName(f"{notice.link}: {notice.title}")
        self.setAccessibleName(notice.title)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self._text.set_theme(theme)
        self._link.set_theme(theme)
        self._set_margins()

    def text_blocks(self) -> Iterator[TextBlock]:
        """The text of the notice."""
        yield self._text

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Section

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.isRightToLeft()
        rect = QRectF(self.rect())
        paint.card(painter, self._theme, rect, "emergency-tint", "emergency-tint", "emergency", mirrored=mirrored)

    def _set_margins(self) -> None:
        space = self._theme.space
        self.set_margins(space(5), space(3), space(4), space(1))

    def _follow(self) -> None:
        self.topic_requested.emit(self._link.target)
