"""The three panes side by side: how many fit, which is shown where they do not, and how wide each is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSplitter

from desktop.views.pane_switch import PANES, Pane

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_THREE_FROM = 1000
_TWO_FROM = 720
"""Least widths of the window for three and for two panes, in pixels at the smallest size of text."""
_HANDLE = 9
"""The width of the handles between the panes, in pixels."""
_LEAST = {Pane.TOPICS: 200, Pane.TOPIC: 320, Pane.EFFECTS: 280}
"""Least width of each pane, in pixels."""


class Panes(QSplitter):
    """Holds the panes. Tells the widths that the reader gave them."""

    widths_changed = Signal(list)

    def __init__(self, panes: dict[str, QWidget], parent: QWidget) -> None:
        super().__init__()
        self.setParent(parent)
        self.chosen = Pane.TOPIC
        """The pane that is shown where there is room for one."""
        self._panes = panes
        self._widths: tuple[int, ...] = ()
        self.setChildrenCollapsible(False)
        self.setHandleWidth(_HANDLE)
        for pane, widget in panes.items():
            widget.setMinimumWidth(_LEAST[pane])
            self.addWidget(widget)
            self.setStretchFactor(self.indexOf(widget), 1 if pane is Pane.TOPIC else 0)
        self.splitterMoved.connect(self._tell_widths)

    def pane(self, pane: str) -> QWidget:
        """One of the panes."""
        return self._panes[pane]

    def fitting(self, width: float) -> set[str]:
        """The panes for which a window has room: all three, the topic with another, or one.

        ``width`` is that of the window, in pixels at the smallest size of text.
        """
        if width >= _THREE_FROM:
            return set(PANES)
        if width >= _TWO_FROM:
            return {Pane.TOPIC, Pane.TOPICS if self.chosen == Pane.TOPICS else Pane.EFFECTS}
        return {self.chosen}

    def reveal(self, shown: set[str]) -> list[QWidget]:
        """Show these panes; the others, which are still to be hidden once the keyboard has left them."""
        for pane in shown:
            self._panes[pane].show()
        return [widget for pane, widget in self._panes.items() if pane not in shown]

    def visible_panes(self) -> list[QWidget]:
        """The panes that are shown, in reading order."""
        return [widget for widget in self._panes.values() if not widget.isHidden()]

    def use_widths(self, widths: tuple[int, ...]) -> None:
        """Take the widths of an earlier session; none gives the panes their first widths."""
        self._widths = widths if len(widths) == len(PANES) and all(widths) else ()

    def share(self, width: int, step: float) -> None:
        """Give each pane its width: the one the reader chose, else its share of the window's ``width`` in pixels.

        ``step`` is the size of text.
        """
        if self._widths and sum(self._widths) <= self.width():
            topics, effects = float(self._widths[0]), float(self._widths[2])
        else:
            topics = _between(width * 0.2, 210, 320)
            effects = _between(width * 0.272, 300, 480)
        wider = 1 + (step - 1) / 2
        sizes = {Pane.TOPICS: round(topics * wider), Pane.EFFECTS: round(effects * wider)}
        handles = self.handleWidth() * (len(PANES) - 1)
        sizes[Pane.TOPIC] = max(1, self.width() - handles - sum(sizes.values()))
        self.setSizes([sizes[pane] for pane in PANES])

    def _tell_widths(self) -> None:
        if len(self.visible_panes()) == len(PANES):
            self._widths = tuple(self.sizes())
            self.widths_changed.emit(list(self._widths))


def _between(value: float, least: int, most: int) -> float:
    return max(least, min(value, most))
