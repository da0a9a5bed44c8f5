"""What can stand on a page: lines of text, rules, icons and drawings. Each knows its width and paints itself."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtSvg import QSvgRenderer

from desktop.looks import drawings
from desktop.paper.look import colour

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

    from desktop.paper.look import Face


class Mark(Protocol):
    """Something on a page, ``width`` wide."""

    width: float

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its top left corner at a point."""


class Text:
    """A text broken into lines of a width. ``bold`` is how many of its first characters are bold."""

    def __init__(
        self, text: str, face: Face, width: float, *, ink: str = "ink", bold: Face | None = None, first: int = 0,
        mirrored: bool = False, centred: bool = False,
    ) -> None:  # fmt: skip
        self.width = width
        self.leading = face.leading
        layout = self._layout = QTextLayout(text, face.font)
        layout.setTextOption(_option(mirrored=mirrored, centred=centred))
        formats = [_coloured(len(text), colour(ink))]
        if bold is not None and first:
            formats.append(_in_font(first, bold))
        layout.setFormats(formats)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
        layout.endLayout()
        self.count = layout.lineCount()

    def natural_width(self) -> float:
        """The width of its longest line."""
        return max((self._layout.lineAt(each).naturalTextWidth() for each in range(self.count)), default=0.0)

    def height(self) -> float:
        """The height of all its lines."""
        return self.count * self.leading

    def lines(self, start: int, end: int) -> Lines:
        """Some of its lines."""
        return Lines(self, start, end)

    def paint_lines(self, painter: QPainter, x: float, y: float, start: int, end: int) -> None:
        """Paint some of its lines, the first of them at a point."""
        for number in range(start, end):
            line = self._layout.lineAt(number)
            top = y + (number - start) * self.leading + (self.leading - line.height()) / 2
            line.draw(painter, QPointF(x, top - line.y()))


class Lines:
    """Some lines of a text."""

    def __init__(self, text: Text, start: int, end: int) -> None:
        self.width = text.width
        self._text, self._start, self._end = text, start, end

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        self._text.paint_lines(painter, x, y, self._start, self._end)


class Dot:
    """The bullet before an entry of a list."""

    def __init__(self, face: Face) -> None:
        self.width = face.font.pixelSize() * 0.32
        self._leading = face.leading

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("ink"))
        painter.drawEllipse(QRectF(x, y + (self._leading - self.width) / 2, self.width, self.width))


class Box:
    """A frame, or a filled ground, of a height. ``line`` is the thickness of the frame."""

    def __init__(
        self, width: float, height: float, *, line: float = 0, edge: str = "ink", ground: str = "", radius: float = 0
    ) -> None:
        self.width = width
        self._height, self._line, self._edge, self._ground, self._radius = height, line, edge, ground, radius

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        half = self._line / 2
        painter.setBrush(colour(self._ground) if self._ground else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(self._edge), self._line) if self._line else Qt.PenStyle.NoPen)
        box = QRectF(x, y, self.width, self._height).adjusted(half, half, -half, -half)
        if self._radius:
            painter.drawRoundedRect(box, self._radius, self._radius)
        else:
            painter.drawRect(box)


class Rule:
    """A thin line across, or down, to divide or to write on. ``dashed`` where paper is to be folded."""

    def __init__(
        self, length: float, thickness: float = 6, role: str = "rule", *, dashed: bool = False, down: bool = False
    ) -> None:
        self.width = 0.0 if down else length
        self._height = length if down else 0.0
        self._pen = QPen(colour(role), thickness)
        if dashed:
            self._pen.setDashPattern([6, 5])

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        painter.setPen(self._pen)
        painter.drawLine(QPointF(x, y), QPointF(x + self.width, y + self._height))


class Drawing:
    """A drawing or an icon, as vectors."""

    def __init__(self, renderer: QSvgRenderer, width: float, height: float) -> None:
        self.width = width
        self._renderer, self._height = renderer, height

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        self._renderer.render(painter, QRectF(x, y, self.width, self._height))


def icon(name: str, role: str, size: float) -> Drawing:
    """An icon in one colour, ``size`` square."""
    return Drawing(_icon(name, colour(role).name()), size, size)


def figure(file: str, width: float) -> tuple[Drawing, float]:
    """An anatomical drawing at a width, and its height."""
    renderer = _figure(file)
    drawn = renderer.viewBoxF()
    height = width * drawn.height() / drawn.width()
    return Drawing(renderer, width, height), height


@lru_cache(maxsize=32)
def _icon(name: str, hex_colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(drawings.icon_source(name, hex_colour)))


@lru_cache(maxsize=32)
def _figure(file: str) -> QSvgRenderer:
    return QSvgRenderer(str(drawings.figure_path(file)))


def _coloured(length: int, ink: QColor) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = 0, length
    form = QTextCharFormat()
    form.setForeground(ink)
    made.format = form
    return made


def _in_font(length: int, face: Face) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = 0, length
    form = QTextCharFormat()
    form.setFont(face.font)
    made.format = form
    return made


@lru_cache(maxsize=4)
def _option(*, mirrored: bool, centred: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if mirrored:
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setAlignment(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeading)
    return option
