"""A field to type in: Qt's own, so that every input method and screen reader knows it, in a frame with our ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QRectF, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.looks.theme import Style
from desktop.views.parts import paint

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.looks.theme import Theme

_MOST_LETTERS = 100


class TextField(QWidget):
    """One line of text. Tells what is typed."""

    text_changed = Signal(str)
    entered = Signal()
    """Enter was pressed."""

    def __init__(self, theme: Theme, identifier: str, parent: QWidget, *, most: int = _MOST_LETTERS) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line = QLineEdit(self)
        self._line.setFrame(False)
        self._line.setMaxLength(most)
        self._line.setAccessibleIdentifier(identifier)
        self._line.textChanged.connect(self.text_changed)
        self._line.returnPressed.connect(self.entered)
        self._line.installEventFilter(self)
        self.set_theme(theme)

    def text(self) -> str:
        """What is typed."""
        return self._line.text()

    def set_text(self, text: str) -> None:
        """Put this text into the field, as if it had been typed."""
        self._line.setText(text)

    def set_label(self, label: str) -> None:
        """What the field is for: shown in it while it is empty, and its name for speech."""
        self._line.setPlaceholderText(label)
        self._line.setAccessibleName(label)

    def take_focus(self) -> None:
        """Take the keyboard; typing replaces what is there."""
        self._line.selectAll()
        self._line.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.colour("surface"))
        self._line.setPalette(palette)
        self._line.setFont(theme.font(Style.PANEL))
        self.update()

    def height_for(self, _width: int) -> int:
        """As high as anything that can be pressed."""
        return self._theme.target

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        space = self._theme.space
        self._line.setGeometry(self.rect().adjusted(space(2), space(2), -space(2), -space(2)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        paint.plate(painter, self._theme, box, "surface", "line")
        if self._line.hasFocus():
            paint.focus_ring(painter, self._theme, box, 6)
