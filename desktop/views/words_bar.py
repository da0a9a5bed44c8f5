"""Above all words: a field that leaves only some of them, and the letters of the alphabet to go to."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QWidget

from desktop.looks.theme import Style
from desktop.views.parts import paint
from desktop.views.parts.pressable import Pressable, between
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.text_block import TextBlock
from desktop.views.parts.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from desktop.looks.theme import Theme, Themed


class WordsBar(QWidget, Speaks):
    """Tells what is typed, and which letter is pressed."""

    words_changed = Signal(str)
    letter_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget, *, typing: bool) -> None:
        """``typing`` is whether there is a keyboard, and so a field to type in."""
        super().__init__(parent)
        self._theme = theme
        self._typing = typing
        self._field = TextField(theme, "filter-words", self)
        self._field.setVisible(typing)
        self._field.text_changed.connect(self.words_changed)
        self._count = TextBlock(theme, self)
        self._letters = [_Letter(theme, letter, self) for letter in ascii_uppercase]
        for letter in self._letters:
            letter.clicked.connect(self._go)

    def words(self) -> str:
        """What is typed."""
        return self._field.text()

    def clear(self) -> None:
        """Empty the field: all words are shown."""
        self._field.set_text("")

    def show_letters(self, letters: Collection[str], count: int) -> str:
        """Tell how many words are shown, and let those letters be pressed that have any; what is told."""
        self._field.set_label(self.tr("Filter these words"))
        self.setAccessibleName(self.tr("A to Z"))
        told = self.tr("%n word(s)", "", count)
        self._count.show_text(told, Style.SMALL, colour="ink-soft")
        for letter in self._letters:
            letter.setEnabled(letter.plain_text() in letters)
        return told

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        parts: tuple[Themed, ...] = (self._field, self._count, *self._letters)
        for part in parts:
            part.set_theme(theme)

    def text_blocks(self) -> Iterator[TextBlock]:
        """How many words are shown."""
        yield self._count

    def height_for(self, width: int) -> int:
        """Place the field, the count and as many rows of letters as this width needs."""
        space, target = self._theme.space, self._theme.target
        field = min(width, space(75)) if self._typing else 0
        beside = width - field - space(3)
        self._put(self._field, 0, 0, field, target)
        y = target if self._typing else 0
        if self._typing and beside >= space(25):
            high = self._count.height_for(beside)
            self._put(self._count, field + space(3), (target - high) // 2, beside, high)
        else:
            high = self._count.height_for(width)
            self._put(self._count, 0, y + space(1), width, high)
            y += high + space(1)
        y += space(2)
        in_row = max(1, width // target)
        rows = -(-len(self._letters) // in_row)
        in_row = -(-len(self._letters) // rows)
        for number, letter in enumerate(self._letters):
            row, place = divmod(number, in_row)
            self._put(letter, place * target, y + row * target, target, target)
        return y + rows * target

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.ToolBar

    def _put(self, widget: QWidget, x: int, y: int, width: int, height: int) -> None:
        widget.setGeometry(self.width() - x - width if self.isRightToLeft() else x, y, width, height)

    def _go(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, _Letter):
            self.letter_requested.emit(pressed.plain_text())


class _Letter(Pressable):
    """A letter; a quiet one has no words."""

    def __init__(self, theme: Theme, letter: str, parent: QWidget) -> None:
        super().__init__(theme, letter, parent)
        self.setAccessibleIdentifier(f"letter-{letter}")

    def sizeHint(self) -> QSize:
        return QSize(self.theme.target, self.theme.target)

    def paint_face(self, painter: QPainter) -> None:
        if self.isEnabled():
            ground = "brand-tint" if self.hovered else "surface"
            paint.plate(painter, self.theme, QRectF(self.rect()).adjusted(2, 2, -2, -2), ground, "hairline")
        side = (self.width() - self.label_width(Style.BUTTON)) / 2
        self.paint_label(painter, between(self, side, 0), Style.BUTTON, "link" if self.isEnabled() else "ink-soft")
