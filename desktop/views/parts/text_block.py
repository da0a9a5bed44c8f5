"""One text of a page as one widget: a heading, a paragraph, a list entry.

A widget of its own, because a QTextBrowser is one nameless node to a screen reader and opens local
files, and a QLabel measures its text several times over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QWidget

from desktop.looks.theme import Style
from desktop.views.parts import paint
from desktop.views.parts.findable import Findable
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QPaintEvent

    from desktop.content.glossary import Mention
    from desktop.looks.theme import Theme
    from desktop.views.parts.mention import MentionButton

BULLET = "•"
_NEW_LINE = "\u2028"


class TextBlock(QWidget, Speaks, Findable):
    """A piece of text with a style and a role.

    ``lead_in`` stands in bold before it, ``marker`` (a bullet or a number) hangs to its left.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, role: QAccessible.Role = QAccessible.Role.Paragraph
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._level = 0
        self._style = Style.BODY
        self._colour = "ink"
        self._text = ""
        self._lead_in = ""
        self._break = " "
        self._marker = ""
        self._indent = 0.0
        self._extra_indent = 0
        self._sources: tuple[str, ...] = ()
        self._words = Words()
        self._number: Words | None = None
        self._selected = (0, 0)
        self.term = ""
        self._mentions: tuple[Mention, ...] = ()
        self._buttons: list[MentionButton] = []
        self._covered = QRect()
        self._explain: Callable[[MentionButton], None] | None = None

    def show_text(
        self,
        text: str,
        style: str = Style.BODY,
        *,
        colour: str = "ink",
        lead_in: str = "",
        marker: str = "",
        sources: tuple[str, ...] = (),
        level: int = 0,
        indent: int = 0,
        above: bool = False,
        term: str = "",
    ) -> None:
        """Show this text.

        ``sources`` go along when it is copied; ``level`` is a heading's; ``indent`` is in pixels;
        ``above`` puts the lead-in on a line of its own; ``term`` is the word that the text explains.
        """
        if (text, lead_in) != (self._text, self._lead_in):
            self._forget_mentions()
        self.term = term
        self._text, self._lead_in, self._marker = text, lead_in, marker
        self._style, self._colour, self._sources, self._level = style, colour, sources, level
        self._extra_indent = indent
        self._break = _NEW_LINE if above else " "
        self._selected = (0, 0)
        self._prepare()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self._covered = QRect()
        for button in self._buttons:
            button.set_theme(theme)
        self._prepare()

    def show_mentions(self, mentions: Sequence[Mention], explain: Callable[[MentionButton], None]) -> None:
        """Put dots under these words of ``text()``; ``explain`` is called with the one that is pressed."""
        if tuple(mentions) == self._mentions:
            return
        self._forget_mentions()
        self._mentions = tuple(mentions)
        while len(self._buttons) < len(mentions):
            self._buttons.append(self._button())
        for mention, button in zip(mentions, self._buttons, strict=False):
            button.show_word(self._text[mention.start : mention.end], mention.term, self._dots())
            button.show()
        self._explain = explain
        self._covered = QRect()
        self._cover_words(self.rect())

    def text(self) -> str:
        """The text as the guide has it, without marker and lead-in."""
        return self._text

    def shown(self) -> str:
        """All the text that is seen, marker aside."""
        return f"{self._lead_in}{self._break}{self._text}" if self._lead_in else self._text

    def sources(self) -> tuple[str, ...]:
        """The ids of the sources the text rests on."""
        return self._sources

    def height_for(self, width: int) -> int:
        """Break the text into lines of this width; the height they need."""
        height = self._words.lay_out(width - self._indent, mirrored=self.isRightToLeft())
        if self._mentions:
            self._cover_words(QRect(0, 0, width, round(height)))
        return round(max(height, self._theme.leading(self._style)))

    def position_at(self, x: float, y: float) -> int:
        """The character nearest to a point of the widget."""
        return self._words.position_at(x - self._left(), y)

    def select(self, start: int, end: int) -> None:
        """Mark a range of characters as selected; equal ends select nothing."""
        if (start, end) != self._selected:
            self._selected = (start, end)
            self._words.mark(self._theme, start, end)
            self.update()

    def mark_found(self, ranges: list[tuple[int, int]], current: int = -1) -> None:
        self._words.mark_found(self._theme, ranges, current)
        self.update()

    def take_focus(self) -> None:
        """Take the keyboard for once, so that Tab goes on from here; a text is no stop of the Tab key otherwise."""
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.ClickFocus)
        self.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)

    def selected_text(self) -> str:
        """The characters that are selected."""
        start, end = self._selected
        return self.shown()[start:end].replace(_NEW_LINE, "\n")

    def spoken_role(self) -> QAccessible.Role:
        return self._role

    def spoken_name(self) -> str:
        number = "" if self._marker == BULLET else self._marker
        said = self.shown().replace(_NEW_LINE, ": ")
        return f"{number} {said}" if number else said

    def spoken_level(self) -> int:
        return self._level

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._marker:
            self._paint_marker(painter)
        self._words.paint(painter, self._left(), 0, QRectF(event.rect()))

    def _paint_marker(self, painter: QPainter) -> None:
        mirrored = self.isRightToLeft()
        if self._number is None:
            size = self._theme.font(self._style).pixelSize()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            x = self.width() - size * 0.45 if mirrored else size * 0.45
            centre = QPointF(x, self._theme.leading(self._style) / 2)
            paint.dot(painter, self._theme, centre, max(2.0, size / 7), self._colour)
            return
        self._number.lay_out(self._indent, mirrored=mirrored)
        self._number.paint(painter, self.width() - self._indent if mirrored else 0, 0)

    def _forget_mentions(self) -> None:
        for button in self._buttons[: len(self._mentions)]:
            button.hide()
        self._mentions = ()

    def _cover_words(self, room: QRect) -> None:
        """Lay the buttons over the words, once those have their place."""
        if room == self._covered:
            return
        self._covered = room
        before = len(self.shown()) - len(self._text)
        left = self._left()
        for mention, button in zip(self._mentions, self._buttons, strict=False):
            boxes = self._words.boxes(before + mention.start, before + mention.end)
            button.cover([box.translated(left, 0) for box in boxes], room)

    def _button(self) -> MentionButton:
        from desktop.views.parts.mention import MentionButton  # noqa: PLC0415 - not needed for the first screen

        button = MentionButton(self._theme, self)
        button.clicked.connect(self._explain_word)
        return button

    def _explain_word(self) -> None:
        button = next((each for each in self._buttons if each is self.sender()), None)
        if button is not None and self._explain is not None:
            self._explain(button)

    def _dots(self) -> str:
        return "brand" if self._colour.startswith("ink") else self._colour

    def _left(self) -> float:
        return 0.0 if self.isRightToLeft() else self._indent

    def _prepare(self) -> None:
        size = self._theme.font(self._style).pixelSize()
        self._indent = float(self._extra_indent)
        self._number = None
        if self._marker:
            self._indent = size * (1.35 if self._marker == BULLET else 1.6)
        if self._marker not in ("", BULLET):
            self._number = Words()
            self._number.show(self._theme, self._marker, self._style, self._colour, bold=len(self._marker))
        self._words.show(self._theme, self.shown(), self._style, self._colour, bold=len(self._lead_in))
        self.update()
