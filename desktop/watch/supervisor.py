"""Starts the kiosk's window in a process of its own, listens to it, and starts it again when it ends or hangs.

The window writes one byte a second to the pipe that is its standard output (``kiosk/pulse.py``). A window that is
silent too long is ended: first with SIGABRT, at which it writes where it hangs, then by force. This process knows no Qt
and does nothing else, so that there is little in it that could fail; what started it may watch it in turn
(``service.py``).
"""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from desktop import paths
from desktop.watch import lock
from desktop.watch.environment import cleaned
from desktop.watch.log import Log
from desktop.watch.service import ALIVE, READY, Service

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.options import WindowOptions

MODE = "NET_SURGERY_GUIDE_KIOSK"
"""The variable that tells the window that it is watched, and how it is to start."""
USUAL, SAFE = "usual", "safe"

EXIT_TRY_AGAIN = 75
"""What a window in safe mode ends with when the usual one may be tried again."""
_STEP = 2.0
"""Seconds for which it listens at a time."""
_NOT_AGAIN = (0, 2, 3)
"""Codes after which starting again helps nothing: staff closed it; the command line; the screen is gone."""


class Limits(NamedTuple):
    """How patient the supervisor is. Seconds."""

    start: float = 60.0
    """Until the first sign of life: a slow disk just after the machine was switched on."""
    silence: float = 8.0
    """Between two signs of life. The longest that the window is busy with anything is under half a second."""
    last_words: float = 2.0
    """To write where it hangs."""
    failures: int = 3
    """So many …"""
    within: float = 60.0
    """… within this time lead to safe mode."""
    longest_pause: float = 60.0


class Supervisor:
    """Watches one window after the other. ``command`` starts it; its mode and cleaned surroundings are added."""

    def __init__(self, command: Sequence[str], service: Service, log: Log, limits: Limits | None = None) -> None:
        self._command = command
        self._service = service
        self._log = log
        self._limits = limits or Limits()
        self._failed: list[float] = []
        self._in_a_row = 0
        self.mode = USUAL

    def run(self) -> int:
        """Until staff close the window, or starting it again would help nothing; the exit code."""
        while True:
            began = time.monotonic()
            code, told = self._watch_one()
            if code in _NOT_AGAIN:
                return code
            if code == EXIT_TRY_AGAIN:
                self.mode, self._failed, self._in_a_row = USUAL, [], 0
                self._log.tell("the usual mode is tried again")
                continue
            self._count(time.monotonic() - began)
            pause = self._pause()
            self._log.tell(f"{told}; it is started again in {pause:.0f} s ({self.mode} mode)")
            self._wait(pause)

    def _count(self, lived: float) -> None:
        """Another failure. Several in a short time lead to safe mode."""
        limits, now = self._limits, time.monotonic()
        self._in_a_row = self._in_a_row + 1 if lived < limits.within else 1
        self._failed = [each for each in self._failed if now - each < limits.within] + [now]
        if len(self._failed) >= limits.failures:
            self.mode = SAFE

    def _pause(self) -> float:
        """None after the first failure; then 1, 2, 4 … seconds while it goes on failing."""
        return min(self._limits.longest_pause, 2.0 ** (self._in_a_row - 2)) if self._in_a_row > 1 else 0.0

    def _wait(self, seconds: float) -> None:
        """Wait, and let the service manager know that this is meant."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._service.tell(ALIVE)
            threading.Event().wait(min(1.0, left))

    def _watch_one(self) -> tuple[int, str]:
        """Start a window and listen until it is gone; its exit code, and what happened."""
        with self._log.file() as errors:
            window = subprocess.Popen(  # noqa: S603 - this very program
                self._command,
                bufsize=0,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=cleaned(os.environ) | {MODE: self.mode},
            )
        try:
            silent = self._listen(window)
            hangs = silent or _still_there(window, self._limits.last_words)
        except KeyboardInterrupt:
            _still_there(window, self._limits.last_words)
            window.kill()
            window.wait()
            return 0, ""
        if hangs:
            self._end(window)
        code = window.wait()
        if hangs:
            return code or 1, f"the window did not answer for {self._limits.silence:.0f} s and was ended"
        return code, f"the window ended with {code}"

    def _listen(self, window: subprocess.Popen[bytes]) -> bool:
        """Listen until the window falls silent (true) or closes its end of the pipe (false).

        Silence is counted in small steps: a machine that slept has not been silent for hours.
        """
        heard: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        pipe = window.stdout
        if pipe is None:
            return False
        threading.Thread(target=_read, args=(pipe, heard), daemon=True).start()
        silence, patience, news = 0.0, self._limits.start, [READY, f"STATUS=open, {self.mode} mode"]
        while silence < patience:
            step = min(_STEP, patience)
            try:
                sign = heard.get(timeout=step)
            except queue.Empty:
                silence += step
                self._service.tell(ALIVE)
                continue
            if not sign:
                return False
            self._service.tell(*news, ALIVE)
            silence, patience, news = 0.0, self._limits.silence, []
        return True

    def _end(self, window: subprocess.Popen[bytes]) -> None:
        if sys.platform != "win32":
            window.send_signal(signal.SIGABRT)
            if not _still_there(window, self._limits.last_words):
                return
        window.kill()


def _read(pipe: IO[bytes], heard: queue.SimpleQueue[bytes]) -> None:
    """In a thread, because a pipe cannot be waited for with a limit on Windows. An empty sign means the end."""
    with pipe, suppress(OSError):
        while sign := pipe.read(64):
            heard.put(sign)
    heard.put(b"")


def _still_there(window: subprocess.Popen[bytes], seconds: float) -> bool:
    try:
        window.wait(seconds)
    except subprocess.TimeoutExpired:
        return True
    return False


def watch(options: WindowOptions) -> int:
    """Open the kiosk with these options and keep it open; the exit code.

    Raises AlreadyOpenError if there is one already.
    """
    log = Log(paths.cache() / "kiosk.log")
    held = lock.take(paths.runtime())
    if held is None:
        log.tell(f"{paths.runtime()} cannot be written to, so a second start would not be noticed")
    _leave_no_memory_behind()
    service = Service(os.environ.get("NOTIFY_SOCKET", ""))
    try:
        return Supervisor([*_program(), *options.as_arguments()], service, log).run()
    finally:
        if held is not None:
            held.close()


def _program() -> list[str]:
    """The command that starts this program once more, writing no compiled code anywhere."""
    if paths.is_packaged():
        return [sys.executable]
    return [sys.executable, "-B", str(Path(__file__).resolve().parent.parent / "main.py")]


def _leave_no_memory_behind() -> None:
    """No core files: the memory of a crashed window holds what a visitor read and typed."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
