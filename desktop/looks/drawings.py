"""Icons and anatomical drawings: the one door to the SVG files of the program."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop import paths

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QSizeF

_ICON_COLOUR = b"#000000"
"""The one colour icons are drawn in; it is replaced by the colour asked for."""


@lru_cache(maxsize=256)
def icon(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """An icon in one colour (``#rrggbb``), ``size`` pixels square, for a screen of this pixel ratio."""
    return _painted(QSvgRenderer(QByteArray(icon_source(name, colour))), QSize(size, size), ratio)


def icon_source(name: str, colour: str) -> bytes:
    """The drawing of an icon in one colour (``#rrggbb``)."""
    drawing = (paths.resources() / "icons" / f"{name}.svg").read_bytes()
    return drawing.replace(_ICON_COLOUR, colour.encode())


def figure_path(file: str) -> Path:
    """Where an anatomical drawing lies."""
    return paths.resources() / "organs" / file


@lru_cache(maxsize=64)
def figure(file: str, width: int, height: int, ratio: float) -> QPixmap:
    """An anatomical drawing, as large as fits into ``width`` x ``height`` pixels."""
    return _painted(QSvgRenderer(str(figure_path(file))), QSize(width, height), ratio)


def figure_size(file: str) -> QSizeF:
    """The drawn size of an anatomical drawing, in its own units."""
    return QSvgRenderer(str(figure_path(file))).viewBoxF().size()


def _painted(renderer: QSvgRenderer, size: QSize, ratio: float) -> QPixmap:
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    drawn = renderer.viewBoxF().size()
    drawn *= min(size.width() / drawn.width(), size.height() / drawn.height())
    corner_x, corner_y = (size.width() - drawn.width()) / 2, (size.height() - drawn.height()) / 2
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(corner_x, corner_y, drawn.width(), drawn.height()))
    painter.end()
    return pixmap


@lru_cache(maxsize=16)
def icon_in_colour(name: str, size: int, ratio: float) -> QPixmap:
    """An icon in the colours it was drawn in, such as the program's own."""
    renderer = QSvgRenderer(str(paths.resources() / "icons" / f"{name}.svg"))
    return _painted(renderer, QSize(size, size), ratio)
