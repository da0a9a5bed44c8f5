"""A button to hear what stands beside it: shown only where there is a voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.views.parts.buttons import IconButton
from desktop.views.parts.spoken import Speaks

if TYPE_CHECKING:
    from desktop.looks.theme import Theme


class ListenRow(QWidget, Speaks):
    """The button at the leading edge of a row of its own, ``indent`` units of space from the edge."""

    pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget, indent: float) -> None:
        super().__init__(parent)
        self._theme = theme
        self._indent = indent
        self._button = IconButton(theme, "listen", parent=self)
        self._button.setCheckable(True)
        self._button.clicked.connect(self._press)

    def name_after(self, identifier: str, name: str) -> None:
        """``name`` is what will be heard, for those who hear the button's own name only."""
        self._button.set_label(self.tr("Listen: {0}").format(name), self.tr("Listen"))
        self._button.setAccessibleIdentifier(f"listen-{identifier}")

    def show_reading(self, *, on: bool) -> None:
        """Whether it is being read now."""
        self._button.setChecked(on)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self._button.set_theme(theme)

    def height_for(self, width: int) -> int:
        """As high as anything that can be pressed."""
        size = self._button.sizeHint()
        edge = self._theme.space(self._indent)
        wide = min(size.width(), width - edge)
        self._button.setGeometry(width - edge - wide if self.isRightToLeft() else edge, 0, wide, size.height())
        return size.height()

    def _press(self) -> None:
        self._button.setChecked(not self._button.isChecked())
        self.pressed.emit()
