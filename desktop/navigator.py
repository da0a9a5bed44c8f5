"""Which topic is shown, and the way back and forward. Knows ids, not widgets."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

MOST_STEPS = 200
"""Steps kept of the way back; older ones are forgotten."""


class Step(NamedTuple):
    """A step of the reader's path: a topic, and the part of it that was asked for; no part is its top."""

    topic: str
    anchor: str = ""


class Navigator(QObject):
    """The reader's path through the topics."""

    topic_changed = Signal(str)
    """The topic now shown."""
    part_wanted = Signal(str)
    """The part of the topic that was asked for, told after the topic. Empty for its top."""
    path_changed = Signal(bool, bool)
    """Whether there is a way back, and a way forward."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: list[Step] = []
        self._at = -1

    @property
    def topic(self) -> str:
        """The topic now shown; empty before the first."""
        return self._path[self._at].topic if self._path else ""

    def open(self, topic: str, anchor: str = "") -> None:
        """Show a topic, from its top or from one of its parts. What lay ahead of it is forgotten.

        ``anchor`` is the id of a section, a variant, a word or a question on the page, or of a side effect in the
        panel beside it; one that is not there shows the top.
        """
        step = Step(topic, anchor)
        before = self.topic
        if step != (self._path[self._at] if self._path else None) and (anchor or topic != before):
            self._path = [*self._path[: self._at + 1], step][-MOST_STEPS:]
            self._at = len(self._path) - 1
            self._tell(before)
        elif anchor:
            self.part_wanted.emit(anchor)

    def back(self) -> None:
        """Show the topic before this one, if there is one."""
        self._go(self._at - 1)

    def forward(self) -> None:
        """Show the topic from which the reader came back, if there is one."""
        self._go(self._at + 1)

    def _go(self, place: int) -> None:
        if 0 <= place < len(self._path) and place != self._at:
            before = self.topic
            self._at = place
            self._tell(before)

    def _tell(self, before: str) -> None:
        if self.topic != before:
            self.topic_changed.emit(self.topic)
        self.part_wanted.emit(self._path[self._at].anchor)
        self.path_changed.emit(self._at > 0, self._at < len(self._path) - 1)
