"""Plays a part in the real event loop: each ``yield`` lets the program go on for so many milliseconds."""

from __future__ import annotations

import sys
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

if TYPE_CHECKING:
    from collections.abc import Iterator

BROKEN = 99
"""What the program ends with when the part itself is wrong."""


class Part:
    """Goes on by itself once the loop runs, and ends the loop at its end."""

    def __init__(self, steps: Iterator[int]) -> None:
        self._steps = steps
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(0)

    def _go_on(self) -> None:
        try:
            self._timer.start(next(self._steps))
        except StopIteration:
            QCoreApplication.exit(0)
        except BaseException:  # noqa: BLE001 - a mistake of the test must not be taken for one of the program
            traceback.print_exc(file=sys.stderr)
            QCoreApplication.exit(BROKEN)
