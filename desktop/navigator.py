"""Which topic is shown, and the way back and forward. Knows ids, not widgets."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

MOST_STEPS = 200
"""Steps kept of the way back; older ones are forgotten."""


class Navigator(QObject):
    """The reader's path through the topics."""

    topic_changed = Signal(str)
    """The topic now shown."""
    path_changed = Signal(bool, bool)
    """Whether there is a way back, and a way forward."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: list[str] = []
        self._at = -1

    @property
    def topic(self) -> str:
        """The topic now shown; empty before the first."""
        return self._path[self._at] if self._path else ""

    def open(self, topic: str) -> None:
        """Show a topic. What lay ahead of it is forgotten."""
        if topic == self.topic:
            return
        self._path = [*self._path[: self._at + 1], topic][-MOST_STEPS:]
        self._at = len(self._path) - 1
        self._tell()

    def back(self) -> None:
        """Show the topic before this one, if there is one."""
        self._go(self._at - 1)

    def forward(self) -> None:
        """Show the topic from which the reader came back, if there is one."""
        self._go(self._at + 1)

    def _go(self, place: int) -> None:
        if 0 <= place < len(self._path) and place != self._at:
            self._at = place
            self._tell()

    def _tell(self) -> None:
        self.topic_changed.emit(self.topic)
        self.path_changed.emit(self._at > 0, self._at < len(self._path) - 1)
