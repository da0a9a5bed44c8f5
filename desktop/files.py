"""Writing a small file so that a kill or a full disk leaves the old file or the new one, never a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


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
    if not file.commit():
        raise OSError(file.errorString())
