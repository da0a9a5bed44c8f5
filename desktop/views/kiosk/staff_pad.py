"""The door for staff: a PIN, and what they must know of this machine."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible

from desktop.looks.theme import Style
from desktop.session.pin import MOST_DIGITS
from desktop.views.kiosk.big_button import BigButton
from desktop.views.kiosk.keys import DELETE, DIGITS, Keys
from desktop.views.kiosk.overlay import MOST_WIDTH, Overlay
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme
    from desktop.session.pin import PinLock

_DOT = "●"
_MOST_PROBLEMS = 3


class StaffPad(Overlay):
    """Takes a PIN; never shows, says or keeps it. Without a PIN in the policy it only tells what is wrong."""

    opened = Signal()
    """The PIN was right."""
    closed = Signal()

    def __init__(self, theme: Theme, lock: PinLock | None, problems: Sequence[str], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._lock = lock
        self._problems = list(problems)
        self._typed = ""
        self._title = TextBlock(theme, self, role=QAccessible.Role.Heading)
        self._told = TextBlock(theme, self)
        self._wrong = TextBlock(theme, self)
        self._dots = TextBlock(theme, self)
        self._keys = Keys(theme, self)
        self._enter = BigButton(theme, parent=self)
        self._stay = BigButton(theme, filled=True, parent=self)
        self._enter.setAccessibleIdentifier("staff-enter")
        self._stay.setAccessibleIdentifier("staff-stay")
        self._keys.pressed.connect(self._take)
        self._enter.clicked.connect(self._try)
        self._stay.clicked.connect(self.closed)
        self.closed.connect(self.forget)
        self.parts = (self._title, self._told, self._wrong, self._dots, self._keys, self._enter, self._stay)
        self.setAccessibleIdentifier("staff")

    def show_words(self) -> None:
        """Show its words in the language of the window."""
        self._title.show_text(self.tr("For staff"), Style.HEADING, level=1)
        told = self.tr("Type the PIN to clean the screen or to close this program.")
        if self._lock is None:
            told = self.tr("No PIN is set in the policy file, so this program cannot be closed here.")
        self._told.show_text(told)
        self._wrong.show_text("\n".join(self._problems[:_MOST_PROBLEMS]), Style.SMALL, colour="emergency-ink")
        self._wrong.setVisible(bool(self._problems))
        self._keys.show_rows([*DIGITS[:-1], DIGITS[-1] + DELETE], {DELETE: self.tr("Delete")})
        self._keys.setAccessibleName(self.tr("PIN"))
        self._enter.set_text(self.tr("Go on"))
        self._stay.set_text(self.tr("Back to the guide"))
        for part in (self._dots, self._keys, self._enter):
            part.setVisible(self._lock is not None)
        self.arrange()

    def arrange(self) -> None:
        """The keys under the texts, or beside them where the screen is too low for both."""
        middle = self.width() // 2
        edge = self.theme.space(6)
        wide = min(self.width() - 2 * edge, round(MOST_WIDTH * self.theme.growth))
        if self.place(self.parts, middle - wide // 2, wide) or self.width() < self.height():
            return
        self.place([part for part in self.parts if part is not self._keys], edge, middle - 2 * edge)
        self.place([self._keys], middle + edge, middle - 2 * edge)

    def open(self) -> None:
        """Begin without anything typed."""
        self.forget()
        super().open()

    def forget(self) -> None:
        """Forget what has been typed. The wrong tries stay counted."""
        self._typed = ""
        self._show_typed()

    def tell(self, problem: str) -> None:
        """Something else that staff must know."""
        if problem not in self._problems:
            self._problems.insert(0, problem)
        self.show_words()

    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return not self._typed

    def _take(self, key: str) -> None:
        self._typed = self._typed[:-1] if key == DELETE else (self._typed + key)[:MOST_DIGITS]
        self._show_typed()

    def _try(self) -> None:
        typed, self._typed = self._typed, ""
        if self._lock is not None and self._lock.opens(typed):
            self.opened.emit()
            return
        self._show_typed(self._refusal())

    def _refusal(self) -> str:
        locked = self._lock.seconds_locked() if self._lock is not None else 0.0
        if locked:
            return self.tr("Too many wrong tries. Wait %n second(s).", "", math.ceil(locked))
        return self.tr("That is not the PIN.")

    def _show_typed(self, instead: str = "") -> None:
        self._dots.show_text(instead or _DOT * len(self._typed) or "–", Style.LEAD)
        self.arrange()
