"""A few choices offered under the button that was pressed, with the present one marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from desktop.looks.theme import Style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme


class ChoiceMenu(QMenu):
    """Asks for one of the choices it was given."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._choose)

    def offer_choices(self, theme: Theme, title: str, choices: Mapping[str, str], now: str, under: QWidget) -> None:
        """Open under a widget: the choices by id, each with its name, and the id of the present one."""
        actions = {action.objectName(): action for action in self._group.actions()}
        actions |= {choice: self._made(choice) for choice in choices if choice not in actions}
        for choice, action in actions.items():
            action.setVisible(choice in choices)
            action.setText(choices.get(choice, "").replace("&", "&&"))
            action.setChecked(choice == now)
        self.setTitle(title)
        self.setStyleSheet(theme.menu())
        self.setFont(theme.font(Style.BUTTON))
        corner = under.rect().bottomRight() if under.isRightToLeft() else under.rect().bottomLeft()
        self.popup(under.mapToGlobal(corner))

    def _made(self, choice: str) -> QAction:
        action = self.addAction("")
        action.setObjectName(choice)
        action.setCheckable(True)
        self._group.addAction(action)
        return action

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.objectName())
