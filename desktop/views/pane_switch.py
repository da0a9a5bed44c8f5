"""Where three panes do not fit side by side: which of them is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.views.parts import paint
from desktop.views.parts.buttons import Chip
from desktop.views.parts.flow import in_rows
from desktop.views.parts.spoken import Speaks

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.looks.theme import Theme


class Pane:
    """The three panes. Plain text, because an enum costs start-up time."""

    TOPICS = "topics"
    TOPIC = "topic"
    EFFECTS = "effects"


PANES = (Pane.TOPICS, Pane.TOPIC, Pane.EFFECTS)
"""The panes from left to right."""


class PaneSwitch(QWidget, Speaks):
    """A choice for each pane. Asks for the one that is chosen."""

    pane_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips = {pane: Chip(theme, "", self) for pane in PANES}
        for pane, chip in self._chips.items():
            chip.setAccessibleIdentifier(f"pane-{pane}")
            chip.clicked.connect(self._choose)
        self.hide()

    def show_words(self, side_effects: str, get_help: str) -> None:
        """Name the choices in the language of the window. The signs must be found where the panel is not seen."""
        self._chips[Pane.TOPICS].set_text(self.tr("Topics"))
        self._chips[Pane.TOPIC].set_text(self.tr("This topic"))
        self._chips[Pane.EFFECTS].set_text(f"{side_effects} · {get_help}")
        self.setAccessibleName(self.tr("Show"))
        self._arrange()

    def show_panes(self, chosen: str, shown: set[str]) -> None:
        """Mark the chosen pane. Where two fit, topic and side effects stand side by side and need one choice."""
        two = len(shown) > 1
        self._chips[Pane.EFFECTS].setVisible(not two)
        mark = Pane.TOPIC if two and chosen == Pane.EFFECTS else chosen
        self._chips[mark].setChecked(True)
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        for chip in self._chips.values():
            chip.set_theme(theme)

    def height_for(self, width: int) -> int:
        """Place the choices in as many rows as this width needs; the height of all."""
        space = self._theme.space
        shown = [chip for chip in self._chips.values() if not chip.isHidden()]
        return in_rows(shown, self, width, space(2), edge=space(4), top=space(1)) + space(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), self._theme, QRectF(event.rect()), "sunk")

    def _choose(self) -> None:
        pressed = self.sender()
        self.pane_requested.emit(next(pane for pane, chip in self._chips.items() if chip is pressed))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self.height_for(self.width())
