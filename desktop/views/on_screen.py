"""Keeps the window on the screen: when it opens with its frame, and when its screen is unplugged.

Not every system does that by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

_AFTER_MS = 500
"""How long the system has to bring it back itself, in milliseconds."""
LEAST = 160
"""How much of the window's upper edge must be on a screen so that a hand finds it, in pixels."""


class OnScreen(QObject):
    """Keeps a window where it can be seen, whatever screens come and go."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_MS)
        self._later.timeout.connect(self._look)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.screenRemoved.connect(self._look_later)
            application.screenAdded.connect(self._look_later)
            application.primaryScreenChanged.connect(self._look_later)
        self._later.start()

    def _look(self) -> None:
        """Bring the window onto its screen if it is larger, or too little of it is on any."""
        rooms = [screen.availableGeometry() for screen in QApplication.screens()]
        window = self._window
        if not rooms or not window.isVisible() or window.isMaximized() or window.isFullScreen():
            return
        room, frame = window.screen().availableGeometry(), window.frameGeometry()
        around = frame.size() - window.size()
        fitting = window.size().boundedTo(room.size() - around)
        if fitting == window.size() and any(seen(frame, each) for each in rooms):
            return
        window.resize(fitting)
        frame.setSize(fitting + around)
        if not room.contains(frame):
            frame.moveCenter(room.center())
            window.move(frame.topLeft())

    def _look_later(self, _screen: QScreen | None) -> None:
        self._later.start()


def seen(frame: QRect, room: QRect) -> bool:
    """Whether enough of a window's frame is in the room of a screen."""
    shown = frame.intersected(room)
    return shown.width() >= LEAST and shown.height() >= LEAST and room.top() <= frame.top()
