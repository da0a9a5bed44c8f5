"""Which topic is shown, and the way back and forward. Knows ids, not widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desktop.pages.place import View

MOST_STEPS = 200
"""Steps kept of the way back; older ones are forgotten."""


class Step(NamedTuple):
    """A step of the reader's path: a topic, and the part of it that was asked for; no part is its top.

    ``view`` is what the reader saw when they left it; None before that.
    """

    topic: str
    anchor: str = ""
    view: View | None = None


class Navigator(QObject):
    """The reader's path through the topics."""

    leaving = Signal()
    """Another step is about to be shown: what the reader sees can be kept now."""
    topic_changed = Signal(str)
    """The topic now shown."""
    part_wanted = Signal(str)
    """The part of the topic that was asked for, told after the topic. Empty for its top."""
    view_wanted = Signal(object)
    """The View in which the reader left this step: told on the way back and forward instead of a part."""
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
        before = self.topic
        here = self._path[self._at].anchor if self._path else ""
        if topic == before and anchor in ("", here):
            if anchor:
                self.part_wanted.emit(anchor)
            return
        self.leaving.emit()
        self._path = [*self._path[: self._at + 1], Step(topic, anchor)][-MOST_STEPS:]
        self._at = len(self._path) - 1
        self._tell(before)

    def keep(self, view: View) -> None:
        """Keep what the reader sees at this step."""
        if self._path:
            self._path[self._at] = self._path[self._at]._replace(view=view)

    def back(self) -> None:
        """Show the topic before this one, if there is one."""
        self._go(self._at - 1)

    def forward(self) -> None:
        """Show the topic from which the reader came back, if there is one."""
        self._go(self._at + 1)

    def can_go_back(self) -> bool:
        """Whether there is a topic before this one."""
        return self._at > 0

    def forget(self) -> None:
        """Forget the whole path: no topic is shown, and there is no way back or forward."""
        self._path, self._at = [], -1
        self.path_changed.emit(False, False)

    def _go(self, place: int) -> None:
        if 0 <= place < len(self._path) and place != self._at:
            before = self.topic
            self.leaving.emit()
            self._at = place
            self._tell(before)

    def _tell(self, before: str) -> None:
        if self.topic != before:
            self.topic_changed.emit(self.topic)
        step = self._path[self._at]
        if step.view is None:
            self.part_wanted.emit(step.anchor)
        else:
            self.view_wanted.emit(step.view)
        self.path_changed.emit(self._at > 0, self._at < len(self._path) - 1)
