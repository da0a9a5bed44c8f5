"""Keys on the screen. Qt's own on-screen keyboard may not be shipped, and would bring a clipboard and settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.looks.theme import Style
from desktop.views.kiosk.big_button import BigButton
from desktop.views.parts.spoken import Speaks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.looks.theme import Theme

LETTERS = ("qwertyuiop", "asdfghjkl", "zxcvbnm-’")
ACCENTS = {"fr": "éèêàâçîïôùû"}
"""The letters with marks of a language; search finds words without their marks as well."""
DIGITS = ("123", "456", "789", "0")
DELETE, SPACE = "\b", " "


class Key(BigButton):
    """A key. At large sizes of text, where the rows need the room, it is lower than other buttons."""

    def height_for(self, width: int) -> int:  # noqa: ARG002 - as every part of a column
        """As high as its letter."""
        return round(self.theme.leading(Style.BUTTON))


class Keys(QWidget, Speaks):
    """Rows of keys, all of one size, as large as the room allows."""

    pressed = Signal(str)
    """The letter, a space, or DELETE."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys: dict[str, Key] = {}
        self._rows: list[list[str]] = []

    def show_rows(self, rows: Sequence[Sequence[str]], names: dict[str, str]) -> None:
        """Offer these keys; ``names`` are the words on those that are no letters. Keys are made once."""
        self._rows = [list(row) for row in rows]
        wanted = [key for row in self._rows for key in row]
        for key in wanted:
            if key not in self._keys:
                made = self._keys[key] = Key(self._theme, parent=self)
                made.setAccessibleIdentifier(f"key-{ord(key)}")
                made.clicked.connect(self._press)
            self._keys[key].set_text(names.get(key, key))
            self._keys[key].raise_()
        for key, button in self._keys.items():
            button.setVisible(key in wanted)
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        for key in self._keys.values():
            key.set_theme(theme)

    def height_for(self, width: int) -> int:  # noqa: ARG002 - as every part of a column
        """A row for each, all as high as anything that can be pressed."""
        gap = self._theme.space(2)
        return len(self._rows) * (self._theme.target + gap) - gap

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _press(self) -> None:
        pressed = self.sender()
        self.pressed.emit(next(key for key, button in self._keys.items() if button is pressed))

    def _arrange(self) -> None:
        gap = self._theme.space(2)
        most = max((len(row) for row in self._rows), default=1)
        wide = (self.width() - gap * (most - 1)) // most
        rows = max(1, len(self._rows))
        high = min(self._theme.target, (self.height() - gap * (rows - 1)) // rows)
        for number, row in enumerate(self._rows):
            wides = [self._wide(key, wide, gap) for key in row]
            x = (self.width() - sum(wides) - gap * (len(row) - 1)) // 2
            y = number * (high + gap)
            for key, each in zip(row, wides, strict=True):
                self._keys[key].setGeometry(x, y, each, high)
                x += each + gap

    def _wide(self, key: str, wide: int, gap: int) -> int:
        """Keys with a word take as many places as the word needs."""
        need = self._keys[key].sizeHint().width() if len(self._keys[key].plain_text()) > 1 else 0
        places = max(1, -(-(need + gap) // (wide + gap)))
        if key == SPACE:
            places = max(places, 4)
        return min(self.width(), places * (wide + gap) - gap)
