"""What several measurements do alike."""

from __future__ import annotations

import statistics
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.app import Running


def settle(running: Running, seconds: float) -> float:
    """Let the program do what it does in its pauses; the longest it took in one step, in seconds."""
    until = time.perf_counter() + seconds
    longest = 0.0
    while time.perf_counter() < until:
        step = time.perf_counter()
        running.application.processEvents()
        longest = max(longest, time.perf_counter() - step)
    return longest


def keystrokes(running: Running, texts: Sequence[str], clock: Callable[[], float]) -> list[float]:
    """Type each text into the search, twice; the seconds of each letter until its results were painted."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - some measure before Qt is loaded
    from PySide6.QtTest import QTest  # noqa: PLC0415 - as above

    window = running.window.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    spent = []
    for text in (*texts, *texts):
        QTest.keyClick(window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(window, Qt.Key.Key_Backspace)
        for letter in text:
            before = clock()
            QTest.keyClick(window, letter)
            running.application.processEvents()
            spent.append(clock() - before)
    return spent


def p95(seconds: Sequence[float]) -> float:
    """The 95th of a hundred, in milliseconds."""
    return statistics.quantiles(seconds, n=20)[-1] * 1000


def memory(process: Path = Path("/proc/self")) -> float:
    """Proportional set size of a process, MiB. Raises OSError or StopIteration if it has just ended."""
    lines = (process / "smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def sharers() -> int:
    """How many processes are running that have Qt loaded: what they share is counted for each by half or less."""
    found = 0
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            found += "libQt6Core" in (folder / "maps").read_text(encoding="utf-8", errors="replace")
    return found
