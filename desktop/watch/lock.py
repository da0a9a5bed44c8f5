"""One kiosk on a machine, for one user.

A lock of the system's kernel on an open file instead of a file that names a process: it is gone when its holder is,
so nothing is ever stale, neither after a crash nor after a power cut. The folder is one of this machine, because a
home on a server would carry the lock to other machines.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, BinaryIO

from desktop.errors import AlreadyOpenError

if TYPE_CHECKING:
    from pathlib import Path

_NAME = "kiosk.lock"


def take(folder: Path) -> BinaryIO | None:
    """Hold the lock for as long as the file that is given back stays open.

    None if the folder cannot be written to: a screen that stays black would be worse than a second window. Raises
    AlreadyOpenError if another process holds it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / _NAME).open("ab")
    except OSError:
        return None
    try:
        _hold(file)
    except OSError:
        file.close()
        raise AlreadyOpenError("The kiosk is already open on this machine.") from None
    return file


if sys.platform == "win32":
    import msvcrt

    def _hold(file: BinaryIO) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _hold(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
