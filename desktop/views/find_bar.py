"""Find on this page: a slim bar to type in, how many places there are, and the way from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QWidget

from desktop.looks.theme import Style
from desktop.views.parts import paint
from desktop.views.parts.buttons import IconButton
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.text_block import TextBlock
from desktop.views.parts.text_field import TextField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from desktop.looks.theme import Theme

_MOST_FIELD = 320
"""Widest the field may be at the smallest size of text, in pixels."""


class FindBar(QWidget, Speaks):
    """Tells what is typed and which way to go."""

    words_changed = Signal(str)
    next_requested = Signal()
    previous_requested = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._field = TextField(theme, "find", self)
        self._field.text_changed.connect(self.words_changed)
        self._count = TextBlock(theme, self)
        self._previous = IconButton(theme, "chevron-up", parent=self)
        self._next = IconButton(theme, "chevron-down", parent=self)
        self._close = IconButton(theme, "close", parent=self)
        for button, name, signal in (
            (self._previous, "find-previous", self.previous_requested),
            (self._next, "find-next", self.next_requested),
            (self._close, "find-close", self.closed),
        ):
            button.setAccessibleIdentifier(name)
            button.clicked.connect(signal)
        self.show_words()
        self.set_theme(theme)

    def show_words(self) -> None:
        """Show the bar's own words in the language that is set."""
        name = self.tr("Find on this page")
        self._field.set_label(name)
        self.setAccessibleName(name)
        self._previous.set_label(self.tr("Previous place"))
        self._next.set_label(self.tr("Next place"))
        self._close.set_label(self.tr("Close"))

    def open(self) -> None:
        """Show the bar, ready to type in."""
        self.show()
        self._field.take_focus()

    def words(self) -> str:
        """What is typed."""
        return self._field.text()

    def show_count(self, at: int, count: int) -> str:
        """Tell which place is shown, of how many; what is told. Nothing while nothing is typed."""
        told = self.tr("{0} of {1}").format(at + 1, count) if count else self.tr("Not found on this page")
        told = told if self.words().strip() else ""
        self._count.show_text(told, Style.PANEL, colour="ink" if count else "emergency")
        self._previous.setEnabled(count > 0)
        self._next.setEnabled(count > 0)
        self._arrange()
        return told

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        for part in (self._field, self._count, self._previous, self._next, self._close):
            part.set_theme(theme)
        self._arrange()
        self.update()

    def height_for(self, width: int) -> int:
        """One line; two where the window is narrow."""
        line = self._theme.target + self._theme.space(2)
        return line + self._theme.target if self._in_two(width) else line

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.ToolBar

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QtCore.Qt.Key
        if event.key() == keys.Key_Escape:
            self.closed.emit()
        elif event.key() in (keys.Key_Return, keys.Key_Enter):
            back = bool(event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier)
            (self.previous_requested if back else self.next_requested).emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.fill(painter, self._theme, QRectF(self.rect()), "panel")
        paint.fill(painter, self._theme, QRectF(0, 0, self.width(), 1), "hairline")

    def _in_two(self, width: int) -> bool:
        target = self._theme.target
        return width < target * 3 + round(_MOST_FIELD * self._theme.step) + self._theme.space(60)

    def _arrange(self) -> None:
        space, target, width = self._theme.space, self._theme.target, self.width()
        edge = space(4)
        two = self._in_two(width)
        buttons = target * 3 + space(1.5) * 2
        field = width - 2 * edge - buttons - space(3)
        field = field if two else min(field, round(_MOST_FIELD * self._theme.step))
        x = edge
        places: list[tuple[QWidget, int, int, int, int]] = [(self._field, x, space(1), field, target)]
        x += field + space(3)
        for button in (self._previous, self._next, self._close):
            places.append((button, x, space(1), target, target))
            x += target + space(1.5)
        room = width - 2 * edge if two else max(1, width - x - edge)
        height = self._count.height_for(max(1, room))
        y = space(1) + target + (target - height) // 2 if two else space(1) + (target - height) // 2
        places.append((self._count, edge if two else x + space(2), y, room, height))
        for widget, left, top, wide, high in places:
            widget.setGeometry(width - left - wide if self.isRightToLeft() else left, top, max(1, wide), high)
        self.update()
