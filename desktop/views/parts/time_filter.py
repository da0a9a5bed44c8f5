"""Which side effects the panel shows: all, or those of one time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop.views.parts.buttons import Chip
from desktop.views.parts.flow import in_rows, lay_out_again
from desktop.views.parts.spoken import Speaks

if TYPE_CHECKING:
    from desktop.looks.theme import Theme


class TimeFilter(QWidget, Speaks):
    """A row of choices: all side effects, or those of one time. Wraps where it is narrow."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: dict[str, Chip] = {}

    def show_times(self, times: list[tuple[str, str]]) -> None:
        """Offer these choices; the first is chosen at first. Later they may get other names, but stay the same."""
        for time, name in times:
            chip = self._chips.get(time) or self._chip(time)
            chip.set_text(name)
        self.setAccessibleName(self.tr("Show side effects of"))
        lay_out_again(self)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        for chip in self._chips.values():
            chip.set_theme(theme)

    def height_for(self, width: int) -> int:
        """Place the choices in as many rows as this width needs."""
        return in_rows([*self._chips.values()], self, width, self._theme.space(1.5))

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Grouping

    def mark(self, time: str) -> None:
        """Mark one of the times as the chosen one, without telling of it."""
        self._chips[time].setChecked(True)

    def _chip(self, time: str) -> Chip:
        chip = self._chips[time] = Chip(self._theme, "", self)
        chip.setAccessibleIdentifier(f"time-{time or 'all'}")
        chip.setChecked(len(self._chips) == 1)
        chip.clicked.connect(self._choose)
        chip.show()
        return chip

    def _choose(self) -> None:
        pressed = self.sender()
        self.chosen.emit(next(time for time, chip in self._chips.items() if chip is pressed))
