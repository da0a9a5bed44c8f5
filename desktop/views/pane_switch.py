"""Where three panes do not fit side by side: which of them is shown."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.parts.buttons import Chip
from desktop.views.parts.spoken import Speaks

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.theme import Theme


class Pane(StrEnum):
    """The three panes, from left to right."""

    TOPICS = "topics"
    TOPIC = "topic"
    EFFECTS = "effects"


class PaneSwitch(QWidget, Speaks):
    """A choice for each pane. Asks for the one that is chosen."""

    pane_requested = Signal(Pane)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips = {pane: Chip(theme, "", self) for pane in Pane}
        self._row = QHBoxLayout(self)
        for pane, chip in self._chips.items():
            chip.setAccessibleIdentifier(f"pane-{pane}")
            chip.clicked.connect(self._choose)
            self._row.addWidget(chip)
        self._row.addStretch(1)
        self._set_spaces()
        self.hide()

    def show_words(self, side_effects: str) -> None:
        """Name the choices in the language of the window."""
        self._chips[Pane.TOPICS].setText(self.tr("Topics"))
        self._chips[Pane.TOPIC].setText(self.tr("This topic"))
        self._chips[Pane.EFFECTS].setText(side_effects.replace("&", "&&"))
        self.setAccessibleName(self.tr("Show"))

    def show_panes(self, chosen: Pane, shown: set[Pane]) -> None:
        """Mark the chosen pane. Where two fit, topic and side effects stand side by side and need one choice."""
        two = len(shown) > 1
        self._chips[Pane.EFFECTS].setVisible(not two)
        mark = Pane.TOPIC if two and chosen is Pane.EFFECTS else chosen
        self._chips[mark].setChecked(True)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        for chip in self._chips.values():
            chip.set_theme(theme)
        self._set_spaces()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, self._theme.target + self._theme.space(2))

    def spoken_name(self) -> str:
        return self.accessibleName()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        QPainter(self).fillRect(event.rect(), self._theme.colour("sunk"))

    def _choose(self) -> None:
        pressed = self.sender()
        self.pane_requested.emit(next(pane for pane, chip in self._chips.items() if chip is pressed))

    def _set_spaces(self) -> None:
        space = self._theme.space
        self._row.setContentsMargins(space(4), space(1), space(4), space(1))
        self._row.setSpacing(space(2))
