"""Small files of our own: written whole or not at all, and read so that a broken one is never lost."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_KEPT_BROKEN = 3


def write_whole(path: Path, data: bytes) -> None:
    """Replace a file by these bytes. Raises OSError, with the old file untouched, if that fails.

    The length is checked because on a full disk QSaveFile may write less and still commit
    (docs/decisions/0004).
    """
    from PySide6.QtCore import QIODevice, QSaveFile  # noqa: PLC0415 - not needed for the first screen

    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    if file.write(data) != len(data) or not file.flush():
        reason = file.errorString()
        file.cancelWriting()
        raise OSError(reason)
    if os.name == "posix":
        try:
            os.fsync(file.handle())  # Qt does so too, but commits even if the disk refuses
        except OSError:
            file.cancelWriting()
            raise
    if not file.commit():
        raise OSError(file.errorString())


class SmallFile:
    """A JSON file that holds one object. Nothing that goes wrong with it stops the program.

    ``most_bytes`` is the size above which it is not ours; ``indent`` makes it easy to read for people. Its folder is
    made when it is first written.
    """

    def __init__(self, path: Path, most_bytes: int, *, indent: int | None = 1) -> None:
        self._path = path
        self._most_bytes = most_bytes
        self._indent = indent
        self._unread = False
        self.problem = ""
        """What went wrong with reading or writing, in a sentence for the reader; empty if nothing did."""
        self.aside = ""
        """Where a broken file was kept; empty if none was."""

    def read(self) -> dict[str, object]:
        """What the file holds; nothing if there is none. A broken file is kept aside, never lost."""
        try:
            if self._path.is_fifo() or self._path.is_char_device():
                raise OSError("not a file")  # noqa: TRY301 - to open a pipe is to wait for ever
            with self._path.open("rb") as file:
                data = file.read(self._most_bytes + 1)
        except FileNotFoundError:
            return {}
        except OSError as error:
            self._unread = True
            self.problem = f"{self._path}: {error.strerror or error}"
            return {}
        try:
            found = json.loads(data) if len(data) <= self._most_bytes else None
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            self.set_aside()
            return {}
        return found

    def write(self, *choices: dict[str, object]) -> bool:
        """Write the first of these objects that could be read again; False, with ``problem`` set, if that failed.

        A file that is there but could not be read is left as it is: nobody knows what would be lost.
        """
        if self._unread:
            return False
        try:
            data = self._as_json(choices)
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._path, data)
        except OSError as error:
            self.problem = f"{self._path}: {error.strerror or error}"
            return False
        self.problem = ""
        return True

    def set_aside(self) -> None:
        """Keep the file as it is under another name, so that nothing in it is lost. Three are kept."""
        for number in range(1, _KEPT_BROKEN + 1):
            aside = self._path.with_suffix(f".corrupt-{number}")
            if not aside.exists() or number == _KEPT_BROKEN:
                try:
                    self._path.replace(aside)
                    self.aside = str(aside)
                except OSError as error:
                    self._unread = True
                    self.problem = f"{self._path}: {error.strerror or error}"
                return

    def _as_json(self, choices: tuple[dict[str, object], ...]) -> bytes:
        for choice in choices:
            try:
                data = json.dumps(choice, indent=self._indent).encode()
            except RecursionError:
                continue
            if len(data) <= self._most_bytes:
                return data
        message = f"more than {self._most_bytes} bytes"
        raise OSError(message)
