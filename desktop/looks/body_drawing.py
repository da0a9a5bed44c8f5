"""The drawing of the body at one size: its organs one by one, where each lies, and in other colours.

Organs overlap, so what a point belongs to is told by what is painted there, never by a rectangle.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, qRgb
from PySide6.QtSvg import QSvgRenderer

from desktop import paths

if TYPE_CHECKING:
    from collections.abc import Iterable

PART = QRectF(88, 142, 424, 748)
"""The part of ``organs/body.svg`` that is shown: from the chin to the hips, in the drawing's own units."""
REACH = 22
"""How far from an organ a press still means it, in pixels: half of the least target (WCAG 2.5.5)."""
_MOST_HANDICAP = 7.0
_SIDE_PER_HANDICAP = 5.0
"""By how many pixels a small organ is preferred to a large one beside it: a pixel for so many pixels of size."""
_ANGLES = 16
_GROUND = "body"
_BLUE, _ALPHA = 0, 3
"""Where these stand among the four bytes of a pixel: the machines this is made for are little-endian."""


class _Organ(NamedTuple):
    """An organ as it is painted: its pixels, and where they lie in the drawing (in pixels of the screen)."""

    picture: QImage
    box: QRectF


class BodyDrawing:
    """The drawing at one width. Everything is in pixels from its top left corner, whatever the screen's ratio."""

    def __init__(self, organs: Iterable[str], width: int, ratio: float) -> None:
        self._scale = width / PART.width()
        self._ratio = ratio
        self.size = size_at(width)
        self._renderer = QSvgRenderer(str(paths.resources() / "organs" / "body.svg"))
        known = [name for name in organs if self._renderer.elementExists(name)]
        self._organs = {name: self._painted(name, ratio) for name in sorted(known, key=self._depths().index)}
        self._ground = self._painted(_GROUND, ratio)
        self._names = [*self._organs]
        shapes = self._organs if ratio == 1 else {name: self._painted(name, 1) for name in self._organs}
        self._seen = self._map(shapes)
        self._handicaps = {name: _handicap(shape.picture) for name, shape in shapes.items()}

    def paint(self, painter: QPainter, left: float, colours: dict[str, tuple[QColor, float]]) -> None:
        """Paint the body from this edge on.

        ``colours`` tells for some organs the colour laid over them and how strongly (0 to 1).
        """
        painter.drawImage(self._ground.box.translated(left, 0), self._ground.picture)
        for name, organ in self._organs.items():
            picture = organ.picture
            if name in colours:
                picture = _tinted(picture, *colours[name])
            painter.drawImage(organ.box.translated(left, 0), picture)

    def outline(self, name: str, colour: QColor, thickness: float, *, gap: float = 0.0) -> tuple[QRectF, QImage]:
        """A line around an organ that follows its shape, and where to paint it; ``gap`` leaves room for another."""
        organ = self._organs[name]
        edge = math.ceil((thickness + gap) * self._ratio) + 1
        picture = QImage(organ.picture.size() + QSize(2 * edge, 2 * edge), QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(QColor(0, 0, 0, 0))
        painter = QPainter(picture)
        shape = _tinted(organ.picture, colour, 1.0)
        _spread(painter, shape, edge, (thickness + gap) * self._ratio)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        _spread(painter, shape, edge, gap * self._ratio)
        painter.drawImage(QPoint(edge, edge), shape)
        painter.end()
        away = edge / self._ratio
        return organ.box.adjusted(-away, -away, away, away), picture

    def organ_at(self, x: float, y: float) -> str:
        """The organ that a press at a point means: what is seen there, a small one close by, or the nearest in reach.

        Empty if there is none.
        """
        best, chosen = REACH + _MOST_HANDICAP + 1, ""
        met: set[str] = set()
        for distance in range(0, REACH + 1, 2):
            if distance >= best:
                break
            for name in self._around(x, y, distance) - met:
                met.add(name)
                cost = distance + self._handicaps[name]
                if cost < best:
                    best, chosen = cost, name
        return chosen

    def box_of(self, name: str) -> QRect:
        """The rectangle an organ lies in."""
        return self._organs[name].box.toAlignedRect()

    def place_of(self, name: str) -> QPoint | None:
        """A point at which a press means this organ, in the middle of what is seen of it; None if it is hidden."""
        width = self.size.width()
        mark = self._names.index(name) + 1
        seen = [number for number, value in enumerate(self._seen) if value == mark]
        for number in sorted(seen, key=lambda number: abs(number - seen[len(seen) // 2])):
            y, x = divmod(number, width)
            if self.organ_at(x, y) == name:
                return QPoint(x, y)
        return None

    def names(self) -> tuple[str, ...]:
        """The organs that are drawn, the deepest first."""
        return tuple(self._names)

    def _around(self, x: float, y: float, distance: int) -> set[str]:
        if not distance:
            points = [(x, y)]
        else:
            turns = [2 * math.pi * number / _ANGLES for number in range(_ANGLES)]
            points = [(x + distance * math.cos(turn), y + distance * math.sin(turn)) for turn in turns]
        return {name for name in (self._seen_at(*point) for point in points) if name}

    def _seen_at(self, x: float, y: float) -> str:
        width, height = self.size.width(), self.size.height()
        if not (0 <= x < width and 0 <= y < height):
            return ""
        mark = self._seen[int(y) * width + int(x)]
        return self._names[mark - 1] if mark else ""

    def _depths(self) -> list[str]:
        """The organs in the order in which the drawing has them: what comes later lies in front."""
        text = (paths.resources() / "organs" / "body.svg").read_text("utf-8")
        return [part.partition('"')[0] for part in text.split('<g id="')[1:]]

    def _painted(self, name: str, ratio: float) -> _Organ:
        """Paint one organ alone, on a picture of just its size."""
        inside = self._renderer.boundsOnElement(name)
        scale = self._scale
        exact = QRectF(
            (inside.x() - PART.x()) * scale, (inside.y() - PART.y()) * scale, inside.width() * scale,
            inside.height() * scale,
        )  # fmt: skip
        box = QRectF(exact.toAlignedRect().adjusted(-2, -2, 2, 2))
        picture = QImage(
            round(box.width() * ratio), round(box.height() * ratio),
            QImage.Format.Format_ARGB32_Premultiplied,
        )  # fmt: skip
        picture.fill(QColor(0, 0, 0, 0))
        painter = QPainter(picture)
        painter.scale(ratio, ratio)
        self._renderer.render(painter, name, exact.translated(-box.topLeft()))
        painter.end()
        return _Organ(picture, box)

    def _map(self, shapes: dict[str, _Organ]) -> bytes:
        """For each pixel the number of the organ that is seen there, from 1; 0 where there is none."""
        image = QImage(self.size, QImage.Format.Format_RGB32)
        image.fill(QColor(0, 0, 0))
        painter = QPainter(image)
        for number, organ in enumerate(shapes.values(), start=1):
            shape = organ.picture.createAlphaMask()
            shape.setColorTable([0, qRgb(0, 0, number)])
            painter.drawImage(organ.box.topLeft(), shape.convertToFormat(QImage.Format.Format_ARGB32))
        painter.end()
        return bytes(image.constBits())[_BLUE::4]


def size_at(width: int) -> QSize:
    """The size of the drawing at a width."""
    return QSize(width, round(width * PART.height() / PART.width()))


def width_at(height: int) -> int:
    """The width of the drawing at a height."""
    return round(height * PART.width() / PART.height())


def _handicap(shape: QImage) -> float:
    """How much nearer a smaller organ need not be than this one to be the one that is meant, in pixels.

    ``shape`` is the organ at one pixel of the picture for each of the screen.
    """
    alphas = bytes(shape.constBits())[_ALPHA::4]
    return min(_MOST_HANDICAP, math.sqrt(len(alphas) - alphas.count(0)) / _SIDE_PER_HANDICAP)


def _tinted(picture: QImage, colour: QColor, strength: float) -> QImage:
    """A picture with a colour laid over what is painted on it."""
    copy = picture.copy()
    painter = QPainter(copy)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
    painter.setOpacity(strength)
    painter.fillRect(copy.rect(), colour)
    painter.end()
    return copy


def _spread(painter: QPainter, shape: QImage, edge: int, distance: float) -> None:
    """Paint a shape at every place up to a distance around its own: it grows by that much on all sides."""
    if distance <= 0:
        return
    for number in range(_ANGLES):
        turn = 2 * math.pi * number / _ANGLES
        painter.drawImage(
            QPoint(round(edge + distance * math.cos(turn)), round(edge + distance * math.sin(turn))), shape
        )
