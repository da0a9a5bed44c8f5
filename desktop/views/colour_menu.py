"""The choice of colours, offered under the button that was pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from desktop.theme import Style

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from desktop.theme import Theme


class ColourMenu(QMenu):
    """Asks for a set of colours, or for those of the system."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._choose)

    def offer(self, theme: Theme, now: str, under: QWidget) -> None:
        """Open under a widget, with the present choice marked."""
        names = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast": self.tr("High contrast"),
        }
        if not self._group.actions():
            for colours in names:
                action = self.addAction("")
                action.setObjectName(colours)
                action.setCheckable(True)
                self._group.addAction(action)
        for action in self._group.actions():
            action.setText(names[action.objectName()])
            action.setChecked(action.objectName() == now)
        self.setTitle(self.tr("Colours"))
        self.setStyleSheet(theme.menu())
        self.setFont(theme.font(Style.BUTTON))
        corner = under.rect().bottomRight() if under.isRightToLeft() else under.rect().bottomLeft()
        self.popup(under.mapToGlobal(corner))

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.objectName())
