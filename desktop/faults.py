"""Failures of the program's own: noted by kind and place, and told to the person once.

Nothing of what somebody read or typed is noted: the message of an exception may quote it, so only the kind of the
failure and the places it went through are kept. The note is bounded, however often a failure comes back.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop import paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import TracebackType

EXIT_BROKEN = 70
"""What the program ends with when it cannot go on, so that whatever watches it starts it again."""
MOST_NOTED = 50
"""Different failures noted in one run; the same one is noted once."""
MOST_BYTES = 64 * 1024
"""Size at which the log is put aside as ``faults.old.log``, in place of the one before."""
_MOST_PLACES = 12
"""Places noted of one failure, the innermost last."""


class Faults:
    """Stands in the place of Python's own tracebacks. ``log`` is the file for the notes; None writes none.

    ``told`` is called after every failure that did not end the program, once its frames are let go.
    """

    def __init__(self, log: Path | None, told: Callable[[], None] = lambda: None) -> None:
        self.told = told
        self.interrupted: Callable[[], None] = lambda: None
        """Called for Ctrl+C in the terminal the program was started in."""
        self._log = log
        self._noted: set[str] = set()

    def install(self) -> None:
        """From now on every failure that nobody caught comes here."""
        sys.excepthook = self.take
        sys.unraisablehook = lambda failed: self.take(failed.exc_type, failed.exc_value, failed.exc_traceback)

    def take(
        self, kind: type[BaseException], _error: BaseException | None = None, trace: TracebackType | None = None
    ) -> None:
        """Note a failure and tell it. Never raises: there is nobody left to tell."""
        if issubclass(kind, KeyboardInterrupt):
            self.interrupted()
            return
        with suppress(Exception):
            self.note(kind, trace)
        with suppress(Exception):
            let_go(trace)
        with suppress(Exception):
            self.told()

    def note(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        """Write down a failure if it is a new one."""
        line = f"{kind.__name__}: {' > '.join(places(trace))}"
        if line in self._noted or len(self._noted) >= MOST_NOTED:
            return
        self._noted.add(line)
        if sys.stderr is not None:
            with suppress(OSError):
                sys.stderr.write(f"net-surgery-guide: {line}\n")
        if self._log is not None:
            with suppress(OSError):
                _append(self._log, line)


def log_file() -> Path:
    """Where the failures of this user's program are noted."""
    return paths.cache() / "faults.log"


def places(trace: TracebackType | None) -> list[str]:
    """The places a failure went through, the innermost last, each as ``file:line name``."""
    return list(_places(trace))[-_MOST_PLACES:]


def let_go(trace: TracebackType | None) -> None:
    """Let go of everything the failed calls held: a painter that lives on keeps its window from being painted."""
    while trace is not None:
        with suppress(RuntimeError):  # still running: a call further out, which has not failed
            trace.tb_frame.clear()
        trace = trace.tb_next
    for kept in ("last_exc", "last_type", "last_value", "last_traceback"):
        if hasattr(sys, kept):
            delattr(sys, kept)


def _places(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        code = trace.tb_frame.f_code
        file = code.co_filename.replace("\\", "/").split("/")
        yield f"{'/'.join(file[-2:])}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next


def _append(log: Path, line: str) -> None:
    log.parent.mkdir(parents=True, exist_ok=True)
    if log.exists() and log.stat().st_size > MOST_BYTES:
        log.replace(log.with_suffix(".old.log"))
    with log.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
