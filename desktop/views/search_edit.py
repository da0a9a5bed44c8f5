"""What takes the typing of a search: Qt's own text field, so that every input method and screen reader knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QLineEdit

from desktop.looks.theme import Style
from desktop.views.parts import paint

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme

_MOST_LETTERS = 200
_NOTHING = QColor(0, 0, 0, 0)
"""The ground is the frame's, which is seen through."""


class SearchEdit(QLineEdit):
    """Tells what the keys ask of the list under it."""

    moved = Signal(int)
    """Rows to go down; less than none is up."""
    chosen = Signal()
    left = Signal()
    """Esc was pressed: the list, or the search, is to be left."""
    focus_changed = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self.setFrame(False)
        self.setMaxLength(_MOST_LETTERS)
        self.setAccessibleIdentifier("search")

    def dress(self, theme: Theme, name: str) -> None:
        """Use these colours and this size of text; ``name`` is what the field is called."""
        self._theme = theme
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Base, _NOTHING)
        self.setPalette(palette)
        self.setFont(theme.font(Style.PANEL))
        self.setPlaceholderText(name)
        self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}
        step = steps.get(Qt.Key(event.key()))
        if step:
            self.moved.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self._theme is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint.focus_ring(painter, self._theme, QRectF(self.rect()), paint.RADIUS)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.ShortcutFocusReason):
            self.selectAll()
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.focus_changed.emit(False)
