"""An operation in five lines, beside a drawing of what is removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QWidget

from desktop.looks.drawings import figure
from desktop.looks.theme import Style
from desktop.views.parts import paint
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent

    from desktop.looks.theme import Theme
    from desktop.pages.sheet import GlanceCard

_LINES = 5
_FIGURE_SHAPE = 1.25
_TWO_COLUMNS_FROM = 380


class Figure(QWidget, Speaks):
    """A drawing with its text alternative."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._file = ""

    def show_figure(self, file: str, text: str) -> None:
        """Show this drawing; ``text`` tells what can be seen on it."""
        self._file = file
        self.setAccessibleName(text)
        self.update()

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Graphic

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._file:
            picture = figure(self._file, self.width(), self.height(), self.devicePixelRatioF())
            QPainter(self).drawPixmap(0, 0, picture)


class GlanceCardView(QWidget, Speaks):
    """The at-a-glance card."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figure = Figure(theme, self)
        self._lines = [
            (TextBlock(theme, self, role=QAccessible.Role.Paragraph), TextBlock(theme, self)) for _ in range(_LINES)
        ]
        self._note = TextBlock(theme, self)

    def show_card(self, card: GlanceCard) -> None:
        """Show these lines and this drawing."""
        self._figure.show_figure(card.figure, card.figure_text)
        for (label, text), row in zip(self._lines, card.rows, strict=True):
            label.show_text(row.label, Style.LABEL, colour="ink-soft")
            text.show_text(row.text, Style.PANEL, sources=row.sources)
        self._note.show_text(card.note, Style.SMALL, colour="ink-soft")
        self._note.setVisible(bool(card.note))

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        for label, text in self._lines:
            label.set_theme(theme)
            text.set_theme(theme)
        self._note.set_theme(theme)

    def text_blocks(self) -> Iterator[TextBlock]:
        """The texts of the card in reading order."""
        for label, text in self._lines:
            yield label
            yield text
        if not self._note.isHidden():
            yield self._note

    def figure(self) -> Figure:
        """The drawing."""
        return self._figure

    def line(self, number: int) -> tuple[TextBlock, ...]:
        """The label and the text of a line, counted from 0; after the lines the note."""
        return self._lines[number] if number < len(self._lines) else (self._note,)

    def height_for(self, width: int) -> int:
        """Place the drawing and the lines at this width; the height they need."""
        space = self._theme.space
        edge = space(4)
        picture = min(space(48), max(space(26), round(width * 0.23)))
        left = edge + picture + space(5)
        room = width - left - edge
        columns = 2 if room >= _TWO_COLUMNS_FROM * self._theme.growth else 1
        if room < space(45):
            left, room = edge, width - 2 * edge
        gap = space(5)
        column = (room - gap * (columns - 1)) // columns
        top = edge + round(picture * _FIGURE_SHAPE) + gap if left == edge else edge
        ends = [top] * columns
        for label, text in self._lines:
            place = ends.index(min(ends))
            x, y = left + place * (column + gap), ends[place]
            above = label.height_for(column)
            below = text.height_for(column)
            self._put(label, x, y, column, above, width)
            self._put(text, x, y + above, column, below, width)
            ends[place] = y + above + below + space(3)
        bottom = max(max(ends) - space(3), edge + round(picture * _FIGURE_SHAPE)) + edge
        if not self._note.isHidden():
            height = self._note.height_for(width - 2 * edge)
            self._put(self._note, edge, bottom, width - 2 * edge, height, width)
            bottom += height + space(3)
        self._put(self._figure, edge, edge, picture, round(picture * _FIGURE_SHAPE), width)
        return bottom

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Grouping

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.card(painter, self._theme, QRectF(self.rect()), "surface", "hairline")

    def _put(self, widget: QWidget, x: int, y: int, width: int, height: int, whole: int) -> None:
        mirrored = whole - x - width if self.isRightToLeft() else x
        widget.setGeometry(QRect(mirrored, y, width, height))
