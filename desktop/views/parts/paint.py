"""The few shapes everything is painted from.

Nothing that runs before the first window is painted may touch the ``Qt`` namespace: making its three
hundred enums costs 15 ms, a tenth of a bare start (docs/decisions/0006, tests/test_start.py). Setting a
painter's pen or brush touches it, so shapes are painted as paths with the theme's own brushes, and
text by ``words.py``. What only events need is looked up in the event.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

if TYPE_CHECKING:
    from desktop.looks.theme import Theme

RADIUS = 10.0
"""The radius of the corners of cards, in pixels."""
RING = 3.0
"""Thickness of each of the two focus rings, in pixels; together they show on any colour (WCAG 2.4.13)."""
DOT, DOT_STEP = 1.1, 4.0
"""The radius of the dots under a word, and how far they stand apart, in pixels."""
BAR = 6.0
"""Thickness of the bar along the leading edge of a card, in pixels."""


def fill(painter: QPainter, theme: Theme, box: QRectF, colour: str) -> None:
    """A plain rectangle of one colour."""
    path = QPainterPath()
    path.addRect(box)
    painter.fillPath(path, theme.brush(colour))


def plate(painter: QPainter, theme: Theme, box: QRectF, colour: str, edge: str = "", *, radius: float = 6.0) -> None:
    """A rounded plate; ``edge`` names the colour of a line around it."""
    path = QPainterPath()
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5) if edge else box
    path.addRoundedRect(inner, radius, radius)
    painter.fillPath(path, theme.brush(colour))
    if edge:
        painter.strokePath(path, _pen(theme, edge, 1))


def card(
    painter: QPainter, theme: Theme, box: QRectF, ground: str, edge: str, bar: str = "", *, mirrored: bool = False
) -> None:
    """A rounded card; ``bar`` names the colour of a bar along its leading edge."""
    plate(painter, theme, box, ground, edge, radius=RADIUS)
    if bar:
        painter.save()
        left = box.right() - BAR if mirrored else box.left()
        painter.setClipRect(QRectF(left, box.top(), BAR, box.height()))
        plate(painter, theme, box, bar, radius=RADIUS)
        painter.restore()


def focus_ring(painter: QPainter, theme: Theme, box: QRectF, radius: float, *, thickness: float = RING) -> None:
    """Two rings, dark outside and yellow inside, just within ``box``, each of this thickness in pixels."""
    for number, role in enumerate(("focus-outer", "focus-inner")):
        inset = thickness * (number + 0.5)
        path = QPainterPath()
        corner = max(0.0, radius - inset)
        path.addRoundedRect(box.adjusted(inset, inset, -inset, -inset), corner, corner)
        painter.strokePath(path, _pen(theme, role, thickness))


def reading_mark(painter: QPainter, theme: Theme, box: QRectF, *, mirrored: bool) -> None:
    """A frame with a bar along its leading edge, around a text that is being read aloud."""
    path = QPainterPath()
    path.addRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
    painter.strokePath(path, _pen(theme, "brand", 2))
    painter.save()
    painter.setClipRect(QRectF(box.right() - BAR if mirrored else box.left(), box.top(), BAR, box.height()))
    plate(painter, theme, box, "brand", radius=RADIUS)
    painter.restore()


_CHEVRONS = {
    "down": ((-2, -1), (0, 1), (2, -1)),
    "up": ((-2, 1), (0, -1), (2, 1)),
    "right": ((-1, -2), (1, 0), (-1, 2)),
    "left": ((1, -2), (-1, 0), (1, 2)),
}


def chevron(painter: QPainter, theme: Theme, centre: QPointF, size: float, colour: str, way: str) -> None:
    """A small arrowhead around a point that points "down", "up", "left" or "right"."""
    unit = size / 4
    start, *rest = [centre + QPointF(across, along) * unit for across, along in _CHEVRONS[way]]
    path = QPainterPath(start)
    for point in rest:
        path.lineTo(point)
    painter.strokePath(path, _pen(theme, colour, max(2.0, size / 6)))


def dots(painter: QPainter, theme: Theme, box: QRectF, colour: str) -> None:
    """A line of dots along the lower edge of a box: one dot drawn once and laid side by side, because it is quick."""
    tile = _dot(theme.colour(colour).name(), painter.device().devicePixelRatioF())
    painter.drawTiledPixmap(QRectF(box.left(), box.bottom() - DOT_STEP / 2, box.width(), DOT_STEP), tile)


@lru_cache(maxsize=16)
def _dot(colour: str, ratio: float) -> QPixmap:
    side = round(DOT_STEP * ratio)
    tile = QPixmap(side, side)
    tile.setDevicePixelRatio(ratio)
    tile.fill(QColor(0, 0, 0, 0))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addEllipse(QPointF(DOT_STEP / 2, DOT_STEP / 2), DOT, DOT)
    painter.fillPath(path, QColor(colour))
    painter.end()
    return tile


def dot(painter: QPainter, theme: Theme, centre: QPointF, radius: float, colour: str) -> None:
    """A filled circle."""
    path = QPainterPath()
    path.addEllipse(centre, radius, radius)
    painter.fillPath(path, theme.brush(colour))


def _pen(theme: Theme, colour: str, width: float) -> QPen:
    pen = QPen()
    pen.setColor(theme.colour(colour))
    pen.setWidthF(width)
    return pen
