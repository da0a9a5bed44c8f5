"""Where a kiosk tells what went wrong: its error output, which the service manager keeps; a small file without one."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST_BYTES = 1 << 20


class Log:
    """Programs without a console (Windows) have no error output; they write to ``path``, kept below a mebibyte."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def tell(self, text: str) -> None:
        """Write one line."""
        line = f"net-surgery-guide: {text}\n"
        if sys.stderr is not None:
            sys.stderr.write(line)
            sys.stderr.flush()
            return
        with self.file() as file:
            if file is not None:
                file.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {line}".encode())

    @contextmanager
    def file(self) -> Iterator[BinaryIO | None]:
        """The file for the error output of another process; None if that is to use the one of this process."""
        opened: BinaryIO | None = None
        if sys.stderr is None:
            with suppress(OSError):
                self._path.parent.mkdir(parents=True, exist_ok=True)
                if self._path.is_file() and self._path.stat().st_size > _MOST_BYTES:
                    self._path.replace(self._path.with_suffix(".old"))
                opened = self._path.open("ab")
        try:
            yield opened
        finally:
            if opened is not None:
                opened.close()
