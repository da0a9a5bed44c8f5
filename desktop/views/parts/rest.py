"""What follows a moment after the painting, because nobody can see it sooner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QTimerEvent

_AFTER_MS = 20
"""When what lies below the screen is made, in milliseconds after what is on it: nobody can scroll there sooner."""


class Rest(QTimer):
    """Times out once, a moment after it was started, but never before the window has been painted for the first time.

    At the start the moment is over long before the first painting, which must not wait for what it does not show.
    """

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.setSingleShot(True)
        self.setInterval(_AFTER_MS)

    def timerEvent(self, event: QTimerEvent) -> None:
        """Let another moment pass as long as the window has not been painted."""
        owner = self.parent()
        if not isinstance(owner, QWidget) or getattr(owner.window(), "painted", True):
            super().timerEvent(event)
