"""Something the reader must know about the program itself, above the panes, until it is dismissed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QWidget

from desktop.looks.theme import Style
from desktop.views.parts import paint
from desktop.views.parts.buttons import IconButton, ShortLink
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.looks.theme import Theme


_MOST_SHARE = 0.4
"""How much of the width the way to more may take beside the text; else it goes under it."""


class MessageBar(QWidget, Speaks):
    """A message with a button to dismiss it, and perhaps another to look at what it tells of."""

    dismissed = Signal()
    action_requested = Signal()
    news_dismissed = Signal()
    """The message that was dismissed told of nothing that went wrong."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = TextBlock(theme, self)
        self._urgent = True
        self._action = ShortLink(theme, Style.PANEL, self)
        self._action.clicked.connect(self.action_requested)
        self._close = IconButton(theme, "close", self.tr("Dismiss"), parent=self)
        self._close.setAccessibleIdentifier("dismiss-message")
        self._close.clicked.connect(self.dismiss)
        self.hide()

    def show_message(self, text: str, action: str = "") -> None:
        """Show this message. ``action`` is the name of the way to more, where nothing went wrong."""
        self._urgent = not action
        self._text.show_text(text, Style.PANEL, colour=f"{self._kind()}-ink")
        self._action.show_link(action, "")
        self._action.setAccessibleIdentifier("message-action")
        self._action.setVisible(bool(action))
        self._close.set_label(self.tr("Dismiss"))
        self.show()

    def shows_news(self) -> bool:
        """Whether a message is shown that tells of nothing that went wrong."""
        return not self._urgent and not self.isHidden()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self._text.set_theme(theme)
        self._action.set_theme(theme)
        self._close.set_theme(theme)

    def height_for(self, width: int) -> int:
        """Place the text and the button at this width; the height they need."""
        space, target = self._theme.space, self._theme.target
        room = width - 3 * space(4) - target
        action = 0 if self._action.isHidden() else self._action.wanted_width() + space(4)
        beside = action <= room * _MOST_SHARE
        text = self._text.height_for(room - action if beside else room)
        drop = max(0, (target - text) // 2)
        self._put(self._text, space(4), space(2) + drop, room - action if beside else room, text, width)
        top = space(2) if beside else space(2) + text
        x = 2 * space(4) + room - action if beside else space(2.5)
        self._put(self._action, x, top, max(0, action - space(4)), target, width)
        self._put(self._close, width - space(4) - target, space(2), target, target, width)
        height = max(target, drop + text) if beside or not action else max(target, text + target)
        return height + 2 * space(2)

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.AlertMessage

    def spoken_name(self) -> str:
        return self._text.shown()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        paint.fill(painter, self._theme, QRectF(self.rect()), f"{self._kind()}-tint")
        paint.fill(painter, self._theme, QRectF(0, self.height() - 2, self.width(), 2), self._kind())

    def _kind(self) -> str:
        """The colours: those of a level of urgency."""
        return "today" if self._urgent else "next_visit"

    def _put(self, part: QWidget, x: int, y: int, width: int, height: int, whole: int) -> None:
        part.setGeometry(QRect(whole - x - width if self.isRightToLeft() else x, y, width, height))

    def dismiss(self) -> None:
        """Take the message away, as if its button had been pressed."""
        self.hide()
        self.dismissed.emit()
        if not self._urgent:
            self.news_dismissed.emit()
