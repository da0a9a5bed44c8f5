"""Text that is laid out once and painted often: the one text engine of the window.

Always plain text: nothing in it is read as markup. The colour is part of the layout, because setting a
painter's pen would make the whole ``Qt`` namespace before the first window (see ``paint.py``).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter, QTextLine

    from desktop.looks.theme import Theme

_NEW_LINE = "\u2028"
"""What the layout begins a line at; it does not at a line feed."""


_UNDER = 4.5
"""How far under the letters a line of dots is, in pixels."""
_ABOVE_END = 3.0
"""How far it is at least above the end of the line, in pixels."""


class Words:
    """A text in one style and colour; its first characters may be bold."""

    def __init__(self) -> None:
        self.text = ""
        self._layout = QTextLayout()
        self._layout.setCacheEnabled(True)
        self._leading = 0.0
        self._laid = (-1.0, False)
        self._height = 0.0
        self._marked: list[QTextLayout.FormatRange] = []
        self._found: list[QTextLayout.FormatRange] = []

    def show(
        self,
        theme: Theme,
        text: str,
        style: str,
        colour: str,
        *,
        bold: int = 0,
        underlined: bool = False,
        spans: Sequence[tuple[int, int]] = (),
    ) -> None:
        """Take this text. ``bold`` is how many of its first characters are bold; ``spans`` are lifted out."""
        self.text = text
        font = theme.font(style)
        self._leading = theme.leading(style)
        self._layout.setText(text.replace("\n", _NEW_LINE))
        self._layout.setFont(_underlined(font) if underlined else font)
        ranges = [_range(0, len(text), theme.ink(colour))]
        if bold:
            ranges.append(_range(0, bold, _bold(theme, style, colour)))
        if spans:
            lifted = _bold(theme, style, "ink")
            lifted.setBackground(theme.brush("brand-tint"))
            ranges += [_range(start, end - start, lifted) for start, end in spans]
        self._layout.setFormats(ranges)
        self._marked = []
        self._found = []
        self._laid = (-1.0, False)

    def lay_out(self, width: float, *, mirrored: bool) -> float:
        """Break the text into lines of this width; the height they need."""
        if (width, mirrored) == self._laid:
            return self._height
        self._layout.setTextOption(_option(mirrored=mirrored))
        room = max(1.0, width)
        y = 0.0
        self._layout.beginLayout()
        line = self._layout.createLine()
        while line.isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, y + (self._leading - line.height()) / 2))
            y += self._leading
            line = self._layout.createLine()
        self._layout.endLayout()
        self._laid = (width, mirrored)
        self._height = max(y, self._leading) if self.text else 0.0
        return self._height

    def width(self) -> float:
        """The width of the longest line as it is laid out."""
        return self._layout.maximumWidth() if self._layout.lineCount() == 1 else self._layout.boundingRect().width()

    def paint(self, painter: QPainter, x: float, y: float, clip: QRectF | None = None) -> None:
        """Paint the text with its top leading corner at a point. Lay it out first."""
        self._layout.draw(painter, QPointF(x, y), [*self._found, *self._marked], clip or QRectF())

    def mark(self, theme: Theme, start: int, end: int) -> None:
        """Mark a range of characters as selected; equal ends mark nothing."""
        self._marked = []
        if start != end:
            form = QTextCharFormat()
            form.setBackground(theme.brush("brand"))
            form.setForeground(theme.brush("on-brand"))
            self._marked = [_range(start, end - start, form)]

    def mark_found(self, theme: Theme, ranges: list[tuple[int, int]], current: int) -> None:
        """Mark ranges of characters as found; the one that begins at ``current`` is the one that is shown."""
        self._found = []
        for start, end in ranges:
            here = start == current
            form = QTextCharFormat()
            form.setBackground(theme.brush("focus-inner" if here else "today-tint"))
            form.setForeground(theme.brush("focus-outer" if here else "today-ink"))
            self._found.append(_range(start, end - start, form))

    def position_at(self, x: float, y: float) -> int:
        """The character nearest to a point."""
        last = self._layout.lineCount() - 1
        if last < 0 or y < 0:
            return 0
        if y >= self._height:
            return len(self.text)
        return self._line(min(last, int(y / self._leading))).xToCursor(x)

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """Where a range of characters stands: a box for each line, from the top of the letters to under them."""
        found = []
        for number in range(self._layout.lineCount()):
            line = self._line(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            while last > first and self.text[last - 1].isspace():  # the space at which the line breaks
                last -= 1
            if first < last:
                edges = sorted((_x(line, first), _x(line, last)))
                below = min(line.y() + line.ascent() + _UNDER, self._leading * (number + 1) - _ABOVE_END)
                found.append(QRectF(edges[0], line.y(), edges[1] - edges[0], below - line.y()))
        return found

    def _line(self, number: int) -> QTextLine:
        return self._layout.lineAt(number)


def _x(line: QTextLine, position: int) -> float:
    """Where a character begins in its line. PySide gives the position along with it, which its own types deny."""
    found: object = line.cursorToX(position)
    return float(found[0]) if isinstance(found, tuple) else 0.0


def _range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, form
    return made


def _bold(theme: Theme, style: str, colour: str) -> QTextCharFormat:
    font = QFont(theme.font(style))
    font.setWeight(QFont.Weight.Bold)
    form = QTextCharFormat(theme.ink(colour))
    form.setFont(font)
    return form


def _underlined(font: QFont) -> QFont:
    other = QFont(font)
    other.setUnderline(True)
    return other


@lru_cache(maxsize=2)
def _option(*, mirrored: bool) -> QTextOption:
    """How a text breaks: at words, in a word only if it must. ``mirrored`` where reading goes from right to left."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if mirrored:
        option.setTextDirection(QtCore.Qt.LayoutDirection.RightToLeft)
        option.setAlignment(QtCore.Qt.AlignmentFlag.AlignLeading)
    return option
