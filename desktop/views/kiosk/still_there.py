"""The question whether anyone is still there. The whole screen is its button."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible

from desktop.looks.theme import Style
from desktop.views.kiosk.big_button import BigButton
from desktop.views.kiosk.overlay import Overlay
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme


class StillThere(Overlay):
    """Counts the seconds until the visit ends. Any touch means that somebody is there."""

    answered = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._question = TextBlock(theme, self, role=QAccessible.Role.Heading)
        self._told = TextBlock(theme, self)
        self._left = TextBlock(theme, self)
        self._here = BigButton(theme, "check", filled=True, parent=self)
        self._here.setAccessibleIdentifier("still-here")
        self._here.clicked.connect(self.answered)
        self.parts = (self._question, self._told, self._here, self._left)

    def show_words(self) -> None:
        """Show its words in the language of the window."""
        self._question.show_text(self.tr("Are you still reading?"), Style.TITLE, level=1)
        self._told.show_text(
            self.tr("Touch the screen to go on. Otherwise this page closes, and nothing of your visit is kept."),
            Style.LEAD,
        )
        self._here.set_text(self.tr("I am still here"))
        self.arrange()

    def show_left(self, seconds: float) -> None:
        """Say how long the page stays open."""
        self._left.show_text(self.tr("%n second(s) left", "", math.ceil(seconds)), Style.LEAD, colour="ink-soft")

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.AlertMessage

    def spoken_name(self) -> str:
        return f"{self._question.text()} {self._told.text()}"

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.answered.emit()
