"""Which edition was read last, in each language, and what has changed since.

What is kept is a snapshot without the texts (``content/changes.py``), and the changes the reader was told last, so that
they can be looked up after they were told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.content import changes
from desktop.kept.files import SmallFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.content.changes import Changes, Snapshot
    from desktop.content.model import Guide

_FILE = "last-read.json"
_MOST_BYTES = 64 * 1024 * 1024
"""Room for a guide a hundred times as large: the shipped one takes 64 KB a language."""


class _Read(NamedTuple):
    """What is known of a guide: its snapshot, what has changed, and whether the reader has been told."""

    now: Snapshot
    changes: Changes | None
    told: bool


class LastRead:
    """Compares a guide with the one that was read last. Nothing that goes wrong here stops the program."""

    def __init__(self, folder: Path) -> None:
        self._file = SmallFile(folder / _FILE, _MOST_BYTES, indent=None)
        self._found: dict[str, object] | None = None
        self._read: dict[str, _Read] = {}

    @property
    def problem(self) -> str:
        """What went wrong with reading or writing, in a sentence for the reader; empty if nothing did."""
        return self._file.problem

    def changes(self, guide: Guide) -> Changes | None:
        """What has changed since the guide was last read in its language; None if it is read for the first time.

        What the reader has been told is given again until the next edition.
        """
        return self._look(guide).changes

    def news(self, guide: Guide) -> bool:
        """Whether something has changed that the reader has not been told yet."""
        return not self._look(guide).told

    def tell(self, guide: Guide) -> None:
        """From now on the reader knows this guide."""
        read = self._look(guide)
        if not read.told:
            self._read[_key(guide)] = read._replace(told=True)
            self._keep()

    def look(self, guide: Guide) -> Iterator[None]:
        """Look at a guide a little at a time, so that everything else answers at once afterwards."""
        key = _key(guide)
        now = changes.empty(guide)
        if key not in self._read:
            yield from changes.take(guide, now)
        if key not in self._read:
            self._compare(key, now)

    def _look(self, guide: Guide) -> _Read:
        for _ in self.look(guide):
            pass
        return self._read[_key(guide)]

    def _compare(self, key: str, now: Snapshot) -> None:
        before, earlier = self._of_file(key)
        found = changes.compare(before, now) if before else None
        if found and found.anything():
            self._read[key] = _Read(now, found, told=False)
            return
        self._read[key] = _Read(now, earlier, told=True)
        if before != now:
            self._keep()

    def _of_file(self, key: str) -> tuple[Snapshot | None, Changes | None]:
        """The snapshot kept of a guide, and the changes told with it."""
        if self._found is None:
            found = self._file.read()
            self._found = found if found.get("shape") == changes.SHAPE else {}
        kept = self._found.get(key)
        if not isinstance(kept, list) or len(kept) != 2:  # noqa: PLR2004 - a snapshot and the changes
            return None, None
        return changes.snapshot_from(kept[0]), changes.changes_from(kept[1])

    def _keep(self) -> None:
        told = {key: [read.now, read.changes] for key, read in self._read.items() if read.told}
        self._file.write({**(self._found or {}), "shape": changes.SHAPE, **told})


def _key(guide: Guide) -> str:
    return f"{guide.edition.id}/{guide.edition.language}"
