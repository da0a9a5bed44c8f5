"""The topics a reader keeps: bookmarks, and those opened last; and the small file they are kept in.

Topics are kept by their permanent ids. The name goes along, so that a topic which a later edition no longer
has can still be told by its name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.kept.files import SmallFile
from desktop.pages.kept import Mark

if TYPE_CHECKING:
    from pathlib import Path

MOST_RECENT = 12
_FILE = "bookmarks.json"
_MOST_BYTES = 4 * 1024 * 1024
"""Far more than a mark on every topic of a guide a hundred times as large takes."""
_MOST_CHARACTERS = 300


class Kept(NamedTuple):
    """What is kept. A mark that is off has been taken off on the page that is shown, and can be put back there.

    ``bookmarks`` stand in the order in which they were set, ``recent`` with the topic opened last in front.
    """

    bookmarks: tuple[Mark, ...] = ()
    recent: tuple[Mark, ...] = ()

    def has_bookmark(self, topic: str) -> bool:
        """Whether there is a bookmark on a topic."""
        return any(mark.topic == topic and mark.on for mark in self.bookmarks)

    def switch_bookmark(self, topic: str, name: str) -> Kept:
        """With a bookmark on this topic, or without it if there is one. Put back, it stands where it stood."""
        if any(mark.topic == topic for mark in self.bookmarks):
            marks = (mark._replace(on=not mark.on) if mark.topic == topic else mark for mark in self.bookmarks)
            return self._replace(bookmarks=tuple(marks))
        return self._replace(bookmarks=(*self.bookmarks, Mark(topic, name)))

    def switch_bookmarks(self, *, on: bool) -> Kept:
        """With all bookmarks taken off, or put back."""
        return self._replace(bookmarks=tuple(mark._replace(on=on) for mark in self.bookmarks))

    def switch_recent(self, *, on: bool) -> Kept:
        """With the recent topics forgotten, or put back."""
        return self._replace(recent=tuple(mark._replace(on=on) for mark in self.recent))

    def opened(self, topic: str, name: str) -> Kept:
        """With this topic opened last."""
        others = tuple(mark for mark in self.recent if mark.topic != topic)
        return self._replace(recent=(Mark(topic, name), *others)[:MOST_RECENT])

    def lasting(self) -> Kept:
        """Without what has been taken off."""
        return Kept(*(tuple(mark for mark in marks if mark.on) for marks in self))


class BookmarksFile:
    """Reads and writes what one user keeps. Nothing that goes wrong here stops the program."""

    def __init__(self, folder: Path) -> None:
        self._file = SmallFile(folder / _FILE, _MOST_BYTES)
        self._unknown: dict[str, object] = {}

    @property
    def problem(self) -> str:
        """What went wrong with reading or writing, in a sentence for the reader; empty if nothing did."""
        return self._file.problem

    @property
    def aside(self) -> str:
        """Where a broken file was kept; empty if none was."""
        return self._file.aside

    def read(self) -> Kept:
        """What was kept. Of a file that is broken in part the rest is used, and all of it kept aside."""
        found = self._file.read()
        lists = {key: found.pop(key, {}) for key in Kept._fields}
        self._unknown = found
        kept = Kept(*map(_marks, lists.values()))
        if any(len(marks) != _entries(given) for marks, given in zip(kept, lists.values(), strict=True)):
            self._file.set_aside()
            self.write(kept)
        return kept

    def write(self, kept: Kept) -> bool:
        """Keep this, without what has been taken off. False, with ``problem`` set, if it could not be written."""
        lists: dict[str, object] = {
            key: {mark.topic: mark.name for mark in marks} for key, marks in kept.lasting()._asdict().items()
        }
        return self._file.write({**self._unknown, **lists}, lists)


def _marks(given: object) -> tuple[Mark, ...]:
    if not isinstance(given, dict):
        return ()
    return tuple(Mark(topic, name) for topic, name in given.items() if _sound(topic) and _sound(name))


def _entries(given: object) -> int:
    return len(given) if isinstance(given, dict) else -1


def _sound(text: object) -> bool:
    return isinstance(text, str) and 0 < len(text) <= _MOST_CHARACTERS
