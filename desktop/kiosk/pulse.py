"""The sign of life of a kiosk's window: a byte a second to whatever started it (``watch/supervisor.py``).

It comes from a timer of the event loop, so it stops when anything keeps the loop from turning.
"""

from __future__ import annotations

import os

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000
_STANDARD_OUTPUT = 1


class Pulse(QObject):
    """Beats as long as the event loop turns. If nobody listens the window ends: nobody would start it again."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        QTimer.singleShot(0, self, self._beat)

    def _beat(self) -> None:
        try:
            os.write(_STANDARD_OUTPUT, b".")
        except OSError:
            os._exit(1)  # the process that watched this one is gone; leaving in order might hang
