"""The number of wrong tries of the staff's PIN, in a small file, so that starting the program again forgives none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.kept.files import SmallFile

if TYPE_CHECKING:
    from pathlib import Path

FILE = "kiosk.json"
"""Its name in the folder of the settings. An administrator who deletes it lets staff try again at once."""
_KEY = "wrong_tries"
_MOST_BYTES = 4096
_UNREADABLE = 5
"""What a file that makes no sense counts as: whoever could break it must not gain by it."""


class WrongTries:
    """Reads and writes it. ``problem`` tells, in a sentence for staff, why it cannot be kept; empty if it can."""

    def __init__(self, folder: Path) -> None:
        self._file = SmallFile(folder / FILE, _MOST_BYTES)

    @property
    def problem(self) -> str:
        """What went wrong."""
        return self._file.problem

    def read(self) -> int:
        """How many wrong tries there were."""
        found = self._file.read().get(_KEY, _UNREADABLE if self._file.aside else 0)
        return found if isinstance(found, int) and found >= 0 else _UNREADABLE

    def write(self, wrong: int) -> bool:
        """Keep this number; whether that could be done."""
        return self._file.write({_KEY: wrong})
