"""While the screen is wiped: it answers to nothing, says so, and ends by itself."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible

from desktop.looks.theme import Style
from desktop.views.kiosk.overlay import Overlay
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme

LASTS = 60.0
"""Seconds for which the screen answers to nothing (acceptance D14)."""
HOLD = 5.0
"""Seconds for which a finger must lie in the corner to end it sooner: longer than a cloth stays at one place."""


class Cleaning(Overlay):
    """Counts the seconds by a clock that is given. That nothing is felt meanwhile is the guard's work."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._title = TextBlock(theme, self, role=QAccessible.Role.Heading)
        self._told = TextBlock(theme, self)
        self._left = TextBlock(theme, self)
        self._sooner = TextBlock(theme, self)
        self._began = 0.0
        self._held: float | None = None
        self.parts = (self._title, self._told, self._left, self._sooner)
        self.setAccessibleIdentifier("cleaning")

    def show_words(self) -> None:
        """Show its words in the language of the window."""
        self._title.show_text(self.tr("You can wipe the screen now"), Style.TITLE, level=1)
        self._told.show_text(
            self.tr(
                "The screen does not react to touch. Spray the cloth, not the screen. The visit before is forgotten."
            ),
            Style.LEAD,
        )
        self._sooner.show_text(
            self.tr("To end this sooner, hold a finger in the upper left corner for %n second(s).", "", round(HOLD)),
            Style.BODY,
            colour="ink-soft",
        )
        self.arrange()

    def begin(self, now: float) -> None:
        """Begin to count."""
        self._began, self._held = now, None
        self._show_left(LASTS)
        self.open()

    def look(self, now: float, *, held: bool) -> bool:
        """Look at the clock; whether it is over. ``held`` tells whether a finger lies in the corner."""
        self._held = (now if self._held is None else self._held) if held else None
        left = self._began + LASTS - now
        self._show_left(left)
        return left <= 0 or (self._held is not None and now - self._held >= HOLD)

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.AlertMessage

    def spoken_name(self) -> str:
        return f"{self._title.text()} {self._told.text()}"

    def _show_left(self, seconds: float) -> None:
        told = self.tr("%n second(s) left", "", max(0, math.ceil(seconds)))
        self._left.show_text(told, Style.HEADING)
        self.arrange()
