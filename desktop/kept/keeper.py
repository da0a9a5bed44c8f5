"""What one reader keeps on this computer: bookmarks, the topics opened last, and the edition read last.

One object, so that it can be left out where a computer is used by everybody: without it the window has no
bookmarks, remembers no topics, and has no page about the reader.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.kept.bookmarks import BookmarksFile
from desktop.pages import kept, topics

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop.content.model import Guide
    from desktop.kept.last_read import LastRead
    from desktop.pages.sheet import Sheet

_SAVE_AFTER_MS = 500
_COMPARE_AFTER_MS = 1000
"""When the guide is compared with the one read last: not while the window is opening."""
_STEP_SECONDS = 0.004
"""How long to compare before other work is let through."""


class Keeper(QObject):
    """Keeps what the reader marks, and tells what has changed since. Bookmarks are written at once."""

    failed = Signal(str)
    """Once: what keeps the bookmarks from being written."""
    found_broken = Signal(str)
    """Where a file of bookmarks that could not all be read was kept."""
    news = Signal()
    """Something has changed in the guide since it was last read."""
    forgotten = Signal()
    """The recent topics were cleared: nothing is to tell of them any more."""

    topics = topics.OWN
    """The pages about the reader."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._file = BookmarksFile(folder)
        self._kept = self._file.read()
        self._last_read: LastRead | None = None
        self._guide: Guide | None = None
        self._topic = ""
        self._told = False
        self._later = self._timer(_SAVE_AFTER_MS, self.save)
        self._pause = self._timer(_COMPARE_AFTER_MS, self._compare_some)
        self._steps: Iterator[None] | None = None

    def sheet(self, guide: Guide, topic: str) -> Sheet | None:
        """The sheet of a page about the reader; None for every other topic."""
        if topic == topics.BOOKMARKS:
            return kept.sheet(guide, self._kept.bookmarks, self._kept.recent)
        if topic == topics.WHAT_CHANGED:
            from desktop.pages import what_changed  # noqa: PLC0415 - rarely needed

            return what_changed.sheet(guide, self._read().changes(guide))
        return None

    def open(self, guide: Guide, topic: str) -> None:
        """A topic is shown now. What was taken off on the page before it is gone for good."""
        if topic == self._topic:
            return
        self._topic = topic
        self._kept = self._kept.lasting()
        if kept.can_be_kept(guide, topic):
            self._kept = self._kept.opened(topic, topics.name(guide, topic))
            self._later.start()
        if topic == topics.WHAT_CHANGED:
            self._read().tell(guide)

    def bookmark(self, guide: Guide, topic: str) -> bool | None:
        """Whether there is a bookmark on a topic; None if it can have none."""
        return self._kept.has_bookmark(topic) if kept.can_be_kept(guide, topic) else None

    def switch_bookmark(self, guide: Guide, topic: str) -> bool:
        """Set a bookmark on a topic, or take it off; whether it is set now. One of a topic that is gone, too."""
        name = topics.name(guide, topic) if topics.exists(guide, topic) else topic
        self._kept = self._kept.switch_bookmark(topic, name)
        self._save_at_once()
        return self._kept.has_bookmark(topic)

    def switch_bookmarks(self, *, on: bool) -> None:
        """Take all bookmarks off, or put them back."""
        self._kept = self._kept.switch_bookmarks(on=on)
        self._save_at_once()

    def switch_recent(self, *, on: bool) -> None:
        """Forget the topics opened last, or put them back."""
        self._kept = self._kept.switch_recent(on=on)
        self._save_at_once()
        if not on:
            self.forgotten.emit()

    def begin(self, guide: Guide) -> None:
        """The window is open: what went wrong with reading can be told, and the guide compared."""
        if self._file.aside:
            self.found_broken.emit(self._file.aside)
        self.use(guide)

    def use(self, guide: Guide) -> None:
        """Compare this guide, in a pause, with the one read last; ``news`` tells if there is something to tell."""
        self._guide, self._steps = guide, None
        self._pause.start(_COMPARE_AFTER_MS)

    def compare(self) -> None:
        """Compare now what would be compared in the next pauses."""
        self._pause.stop()
        if self._guide is not None and self._read().news(self._guide):
            self.news.emit()

    def _compare_some(self) -> None:
        if self._guide is None:
            return
        if self._steps is None:
            self._steps = self._read().look(self._guide)
        until = perf_counter() + _STEP_SECONDS
        for _ in self._steps:
            if perf_counter() > until:
                self._pause.start(0)
                return
        self.compare()

    def know(self, guide: Guide) -> None:
        """The reader has been told what changed."""
        self._read().tell(guide)

    def save(self) -> bool:
        """Write what is kept; whether that could be done. Recent topics that cannot be kept are no one's loss."""
        self._later.stop()
        return self._file.write(self._kept)

    def save_if_changed(self) -> None:
        """Write what has changed and not been written yet."""
        if self._later.isActive():
            self.save()

    def _save_at_once(self) -> None:
        """Write what the reader asked to be kept, or forgotten. If that fails they are told once."""
        if not self.save() and not self._told:
            self._told = True
            self.failed.emit(self._file.problem)

    def _read(self) -> LastRead:
        if self._last_read is None:
            from desktop.kept.last_read import LastRead  # noqa: PLC0415 - not needed for the first screen

            self._last_read = LastRead(self._folder)
        return self._last_read

    def _timer(self, wait: int, then: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(then)
        return timer
