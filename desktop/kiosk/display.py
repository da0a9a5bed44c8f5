"""Keeps the kiosk over the whole of the screen, whatever happens to the screen or to the window.

It looks once a second instead of listening: a screen that is unplugged, turned or given another size is told of in
several signals, in an order that differs from system to system, and a window that was pushed aside in none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_LOOK_EVERY_MS = 1000


def of_system() -> QRect:
    """Where the first screen is and how large; empty while there is none."""
    screens = QGuiApplication.screens()
    return screens[0].geometry() if screens else QRect()


class FullScreen(QObject):
    """Watches one window. ``place`` says where the screen is."""

    resized = Signal(QSize)
    """The screen has another size now."""

    def __init__(self, window: QWidget, place: Callable[[], QRect] = of_system) -> None:
        super().__init__(window)
        self._window = window
        self._place = place
        self._size = window.size()
        self._places_itself = QGuiApplication.platformName() != "wayland"
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Fill the screen, and go on filling it."""
        self._window.showFullScreen()
        self.look()
        self._timer.start()

    def look(self) -> None:
        """Put right what is not as it should be. Without a screen it waits for one."""
        place, window = self._place(), self._window
        if place.isEmpty():
            return
        if place.size() != self._size:
            self._size = place.size()
            self.resized.emit(self._size)
        if not window.isVisible() or window.isMinimized() or not window.isFullScreen():
            window.showFullScreen()
        if self._places_itself and window.geometry() != place:
            window.setGeometry(place)  # without a window manager nobody else does it
        if not window.isActiveWindow():
            window.raise_()
            window.activateWindow()
