"""Something the reader must know about the program itself, above the panes, until it is dismissed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QWidget

from desktop.theme import Style
from desktop.views.parts import paint
from desktop.views.parts.buttons import IconButton
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.theme import Theme


class MessageBar(QWidget, Speaks):
    """A message with a button to dismiss it."""

    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = TextBlock(theme, self)
        self._close = IconButton(theme, "close", self.tr("Dismiss"), parent=self)
        self._close.setAccessibleIdentifier("dismiss-message")
        self._close.clicked.connect(self._dismiss)
        self.hide()

    def show_message(self, text: str) -> None:
        """Show this message."""
        self._text.show_text(text, Style.PANEL, colour="today-ink")
        self._close.set_label(self.tr("Dismiss"))
        self.show()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self._text.set_theme(theme)
        self._close.set_theme(theme)

    def height_for(self, width: int) -> int:
        """Place the text and the button at this width; the height they need."""
        space, target = self._theme.space, self._theme.target
        room = width - 3 * space(4) - target
        height = max(target, self._text.height_for(room))
        right = self.isRightToLeft()
        self._text.setGeometry(QRect(2 * space(4) + target if right else space(4), space(2), room, height))
        self._close.setGeometry(QRect(space(4) if right else width - space(4) - target, space(2), target, target))
        return height + 2 * space(2)

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.AlertMessage

    def spoken_name(self) -> str:
        return self._text.shown()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        paint.fill(painter, self._theme, QRectF(self.rect()), "today-tint")
        paint.fill(painter, self._theme, QRectF(0, self.height() - 2, self.width(), 2), "today")

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
