"""How a handout looks: paper, margins, type and colours. All lengths are in tenths of a point (1/720 inch)."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QPageSize

from desktop.looks.theme import FAMILY, LIGHT

UNITS_PER_INCH = 720
_POINT = 10.0

PAPERS = {"letter": QPageSize.PageSizeId.Letter, "a4": QPageSize.PageSizeId.A4}
"""The sizes of paper."""


class Type:
    """The kinds of type on paper."""

    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    LEAD = "lead"
    BODY = "body"
    LABEL = "label"
    SMALL = "small"
    SOURCES = "sources"


_SIZES = {
    "normal": {
        Type.TITLE: (26.0, 1.2, True),
        Type.HEADING: (17.0, 1.25, True),
        Type.SUBHEADING: (12.5, 1.3, True),
        Type.LEAD: (13.0, 1.4, False),
        Type.BODY: (11.0, 1.34, False),
        Type.LABEL: (11.0, 1.34, True),
        Type.SMALL: (10.0, 1.32, False),
        Type.SOURCES: (8.0, 1.3, False),
    },
    "large": {
        Type.TITLE: (34.0, 1.2, True),
        Type.HEADING: (25.0, 1.25, True),
        Type.SUBHEADING: (20.0, 1.3, True),
        Type.LEAD: (20.0, 1.4, False),
        Type.BODY: (18.0, 1.4, False),
        Type.LABEL: (18.0, 1.35, True),
        Type.SMALL: (16.0, 1.35, False),
        Type.SOURCES: (12.0, 1.35, False),
    },
}
"""Sizes in points, the height of a line as a multiple, and whether it is bold.

Body text has 11 points: the letters of this font are as tall as those of usual fonts at 12. Large print has 18.
Sources are set small: they are for checking, and at 12 points they would be longer than the text they support.
"""


class Face(NamedTuple):
    """A font and the height of its lines."""

    font: QFont
    leading: float


class Look:
    """The measures of one paper at one size of print."""

    def __init__(self, paper: str, print_size: str) -> None:
        self.paper = paper
        self.large = print_size == "large"
        size = QPageSize(PAPERS[paper]).size(QPageSize.Unit.Point) * _POINT
        self.page_width, self.page_height = size.width(), size.height()
        self.side, self.top = pt(48), pt(52)
        self.bottom = pt(64 if self.large else 56)
        self._faces = {kind: _face(*given) for kind, given in _SIZES[print_size].items()}
        self._bold = {kind: _bold(face) for kind, face in self._faces.items()}

    @property
    def width(self) -> float:
        """The width between the margins."""
        return self.page_width - 2 * self.side

    @property
    def room(self) -> float:
        """The height between the margins."""
        return self.page_height - self.top - self.bottom

    @property
    def label_width(self) -> float:
        """The width of the column of labels beside the text; 0 where labels stand above it."""
        return 0.0 if self.large else pt(112)

    def face(self, kind: str, *, bold: bool = False) -> Face:
        """The font of a kind of type."""
        return self._bold[kind] if bold else self._faces[kind]


def pt(points: float) -> float:
    """A length in points as a length on the page."""
    return points * _POINT


def colour(role: str) -> QColor:
    """The colour of a role: those of the light window, with black text."""
    return QColor({"ink": "#000000", "ink-soft": "#333333", "rule": "#767676"}.get(role) or LIGHT[role])


def _face(points: float, leading: float, bold: bool) -> Face:
    font = QFont(FAMILY)
    font.setPixelSize(round(pt(points)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return Face(font, round(pt(points) * leading))


def _bold(face: Face) -> Face:
    font = QFont(face.font)
    font.setWeight(QFont.Weight.Bold)
    return Face(font, face.leading)
