"""Colours, type and spaces by their role: the only file that names a colour or a size.

Tokens and their contrast ratios come from the acceptance research; tests/looks/test_theme.py measures every
pair again. Views ask for a role ("ink", "heading") and never for a value.
"""

from __future__ import annotations

import math
from typing import NamedTuple, Protocol

from PySide6.QtGui import QBrush, QColor, QFont, QFontDatabase, QFontMetricsF, QPalette, QTextCharFormat

from desktop import paths

FAMILY = "Atkinson Hyperlegible Next"
_FONT_FILES = ("AtkinsonHyperlegibleNext_400Regular.ttf", "AtkinsonHyperlegibleNext_700Bold.ttf")

STEPS = (1.0, 1.3, 1.6, 2.0)
"""The sizes text can have."""

_DRAWING = {
    "organ-marked": "#0F5563",
    "organ-pointed": "#D7E9EA",
    "organ-line": "#0A3D48",
    "organ-quiet": "#DDE5E8",
}
"""Colours laid over the drawing of the body: always the same, because the drawing is."""

LIGHT = {
    **_DRAWING,
    "canvas": "#F6F3EC",
    "surface": "#FFFFFF",
    "sunk": "#ECE7DC",
    "panel": "#FCFBF7",
    "ink": "#1D2730",
    "ink-soft": "#424E58",
    "line": "#77818A",
    "hairline": "#D9D4C8",
    "brand": "#0F5563",
    "on-brand": "#FFFFFF",
    "brand-pressed": "#0A3D48",
    "brand-tint": "#E6F0F0",
    "link": "#0B4F8A",
    "selected": "#D7E9EA",
    "focus-outer": "#14181C",
    "focus-inner": "#FFD23F",
    "call_911": "#8F1D14",
    "call_911-tint": "#FDE9E4",
    "call_911-ink": "#5E130C",
    "emergency": "#A3261B",
    "emergency-tint": "#FDE9E4",
    "emergency-ink": "#5E130C",
    "today": "#8A5200",
    "today-tint": "#FFF1D2",
    "today-ink": "#4A2C00",
    "next_visit": "#1F5F8B",
    "next_visit-tint": "#E3EFF7",
    "next_visit-ink": "#12354F",
    "nurse": "#2A6B33",
    "nurse-tint": "#E4F2E4",
    "nurse-ink": "#173D1D",
}


DARK = {
    **_DRAWING,
    "canvas": "#141A1F",
    "surface": "#1C242B",
    "sunk": "#0D1216",
    "panel": "#181F25",
    "ink": "#EEF2F4",
    "ink-soft": "#C3CCD3",
    "line": "#8694A0",
    "hairline": "#35414B",
    "brand": "#7FD3DF",
    "on-brand": "#06262C",
    "brand-pressed": "#C2F0F6",
    "brand-tint": "#25333A",
    "link": "#9CD0FA",
    "selected": "#1D4A52",
    "focus-outer": "#06090B",
    "focus-inner": "#FFD23F",
    "call_911": "#FF8A7A",
    "call_911-tint": "#43130D",
    "call_911-ink": "#FFE6E1",
    "emergency": "#FF8A7A",
    "emergency-tint": "#43130D",
    "emergency-ink": "#FFE6E1",
    "today": "#F2B44C",
    "today-tint": "#3A2805",
    "today-ink": "#FFEBC7",
    "next_visit": "#8CCBF2",
    "next_visit-tint": "#0F2D40",
    "next_visit-ink": "#DDF0FC",
    "nurse": "#8EDB98",
    "nurse-tint": "#12301A",
    "nurse-ink": "#DDF6E0",
}

CONTRAST = {
    **DARK,
    "canvas": "#000000",
    "surface": "#10151A",
    "sunk": "#000000",
    "panel": "#000000",
    "ink": "#FFFFFF",
    "ink-soft": "#D9DEE2",
    "line": "#9AA6B0",
    "hairline": "#9AA6B0",
    "brand": "#8FE0EC",
    "on-brand": "#00181C",
    "brand-pressed": "#FFFFFF",
    "brand-tint": "#22313A",
    "link": "#FFE36E",
    "selected": "#0F3F48",
    "focus-outer": "#000000",
    "call_911": "#FF9A8C",
    "call_911-tint": "#4A0E08",
    "call_911-ink": "#FFFFFF",
    "emergency": "#FF9A8C",
    "emergency-tint": "#4A0E08",
    "emergency-ink": "#FFFFFF",
    "today": "#FFC65C",
    "today-tint": "#3A2600",
    "today-ink": "#FFFFFF",
    "next_visit-tint": "#0B2A3D",
    "next_visit-ink": "#FFFFFF",
    "nurse-tint": "#0E2E14",
    "nurse-ink": "#FFFFFF",
}

COLOURS = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
"""The sets of colours a reader can choose. High contrast has the tokens of the acceptance research, part (c)."""


class Style:
    """The kinds of type. Plain text, because an enum costs start-up time."""

    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    LEAD = "lead"
    BODY = "body"
    PANEL = "panel"
    PANEL_BOLD = "panel-bold"
    LABEL = "label"
    SMALL = "small"
    BUTTON = "button"


class _Type(NamedTuple):
    size: int
    leading: float
    weight: QFont.Weight


_LAPTOP_TYPE = {
    Style.TITLE: _Type(30, 1.25, QFont.Weight.Bold),
    Style.HEADING: _Type(21, 1.3, QFont.Weight.Bold),
    Style.SUBHEADING: _Type(18, 1.4, QFont.Weight.Bold),
    Style.LEAD: _Type(19, 1.5, QFont.Weight.Normal),
    Style.BODY: _Type(18, 1.55, QFont.Weight.Normal),
    Style.PANEL: _Type(16, 1.5, QFont.Weight.Normal),
    Style.PANEL_BOLD: _Type(16, 1.4, QFont.Weight.Bold),
    Style.LABEL: _Type(15, 1.4, QFont.Weight.Bold),
    Style.SMALL: _Type(15, 1.45, QFont.Weight.Normal),
    Style.BUTTON: _Type(16, 1.3, QFont.Weight.Bold),
}


class Scale(NamedTuple):
    """How large everything is at the smallest size of text."""

    types: dict[str, _Type]
    factor: float
    """By what sizes in pixels are multiplied: 1 where pixels are as the sizes of ``types`` were chosen for."""
    space: float
    """A unit of space, in pixels before ``factor``."""
    target: int
    """The least height of anything that can be pressed, in pixels before ``factor``."""


LAPTOP = Scale(_LAPTOP_TYPE, 1.0, 4, 44)

_KIOSK_TYPE = {
    Style.TITLE: _Type(48, 1.2, QFont.Weight.Bold),
    Style.HEADING: _Type(38, 1.26, QFont.Weight.Bold),
    Style.SUBHEADING: _Type(32, 1.31, QFont.Weight.Bold),
    Style.LEAD: _Type(34, 1.41, QFont.Weight.Normal),
    Style.BODY: _Type(30, 1.5, QFont.Weight.Normal),
    Style.PANEL: _Type(30, 1.4, QFont.Weight.Normal),
    Style.PANEL_BOLD: _Type(30, 1.4, QFont.Weight.Bold),
    Style.LABEL: _Type(30, 1.4, QFont.Weight.Bold),
    Style.SMALL: _Type(29, 1.4, QFont.Weight.Normal),
    Style.BUTTON: _Type(32, 1.3, QFont.Weight.Bold),
}
_PITCH = 0.2479
"""Millimetres from pixel to pixel on the display the kiosk's sizes were chosen for: 21.5 inches, 1920 by 1080."""
_MM_PER_INCH = 25.4
_DISTANCE = 600.0
"""How far the eyes are from a kiosk, in millimetres, if nobody says otherwise."""
_LARGEST_TITLE = 72
"""A title grows less than other text (WCAG2ICT allows it), in pixels of a kiosk."""


def kiosk_scale(width: int, height: int, diagonal: float, distance: float = _DISTANCE) -> Scale:
    """The sizes of a kiosk, for a display of so many pixels, its diagonal in inches and the eyes' distance in mm.

    Letters are 4.8 mm high at least and what is pressed 20 mm (acceptance A5, B1), whatever the pixels are; for eyes
    that are farther away than 600 mm everything is larger by as much, and never smaller.
    """
    pitch = diagonal * _MM_PER_INCH / max(1.0, math.hypot(width, height))
    return Scale(_KIOSK_TYPE, _PITCH / pitch * max(1.0, distance / _DISTANCE), 5.5, 84)


class Themed(Protocol):
    """A view that can change its colours and the size of its text."""

    def set_theme(self, theme: Theme) -> None:
        """Use this theme from now on."""


class Theme:
    """One set of colours at one size of text. Views are given it and ask it for everything they paint."""

    def __init__(self, colours: str = "light", step: float = 1.0, scale: Scale = LAPTOP) -> None:
        self.name = colours
        self.step = step
        self.scale = scale
        self._colours = {role: QColor(value) for role, value in COLOURS[colours].items()}
        self._brushes: dict[str, QBrush] = {}
        self._inks: dict[str, QTextCharFormat] = {}
        self._fonts: dict[str, QFont] = {}
        self._leading: dict[str, float] = {}

    def colour(self, role: str) -> QColor:
        """The colour of a role."""
        return self._colours[role]

    def brush(self, role: str) -> QBrush:
        """A brush of a role's colour.

        Taken from a palette, because making one of a colour would make the ``Qt`` namespace (``views/parts/paint.py``).
        """
        found = self._brushes.get(role)
        if found is None:
            palette = QPalette()
            palette.setColor(QPalette.ColorRole.Window, self._colours[role])
            found = self._brushes[role] = palette.brush(QPalette.ColorRole.Window)
        return found

    def ink(self, role: str) -> QTextCharFormat:
        """Text in a role's colour."""
        found = self._inks.get(role)
        if found is None:
            found = self._inks[role] = QTextCharFormat()
            found.setForeground(self.brush(role))
        return found

    def font(self, style: str) -> QFont:
        """The font of a style, at the chosen size."""
        font = self._fonts.get(style)
        if font is None:
            kind = self.scale.types[style]
            font = QFont(FAMILY)
            size = kind.size * self.step
            if style == Style.TITLE and self.scale is not LAPTOP:
                size = min(size, max(_LARGEST_TITLE, self.scale.types[Style.BODY].size * self.step))
            pixels = size * self.scale.factor
            font.setPixelSize(round(pixels) if self.scale is LAPTOP else math.ceil(pixels))  # no letter under 4.8 mm
            font.setWeight(kind.weight)
            self._fonts[style] = font
        return font

    def leading(self, style: str) -> float:
        """The height of a line of a style, in pixels."""
        found = self._leading.get(style)
        if found is None:
            font = self.font(style)
            found = max(round(font.pixelSize() * self.scale.types[style].leading), QFontMetricsF(font).height())
            self._leading[style] = found
        return found

    def space(self, units: float) -> int:
        """A distance: 1 unit is 4 pixels at the smallest size of text on a laptop."""
        return round(self.scale.space * self.scale.factor * units * (1 + (self.step - 1) / 2))

    @property
    def growth(self) -> float:
        """How many times as large text is as at the smallest size on a laptop: widths for text grow by it."""
        size = self.scale.types[Style.BODY].size * self.scale.factor
        return self.step * size / LAPTOP.types[Style.BODY].size

    @property
    def target(self) -> int:
        """The least height of anything that can be pressed, in pixels (WCAG 2.5.5: 44; on a kiosk 20 mm)."""
        least = self.scale.target * self.scale.factor
        return max(LAPTOP.target, round(least * (1 + (self.step - 1) / 2)))

    def scroll_bar(self) -> str:
        """The style sheet of a scroll bar: a slim handle in a track wide enough to press (24 pixels)."""
        return (
            "QScrollBar:vertical{background:transparent;border:none;width:24px;margin:0}"
            f"QScrollBar::handle:vertical{{background:{self._colours['line'].name()};border-radius:3px;"
            "margin:2px 9px;min-height:44px}"
            f"QScrollBar::handle:vertical:hover{{background:{self._colours['ink-soft'].name()}}}"
            "QScrollBar::add-line,QScrollBar::sub-line{height:0}"
            "QScrollBar::add-page,QScrollBar::sub-page{background:transparent}"
        )

    def menu(self) -> str:
        """The style sheet of a menu: entries large enough to press, in the colours of the window."""
        name = {role: colour.name() for role, colour in self._colours.items()}
        high = (self.target - round(self.font(Style.BUTTON).pixelSize() * 1.3)) // 2
        return (
            f"QMenu{{background:{name['surface']};color:{name['ink']};border:1px solid {name['line']}}}"
            f"QMenu::item{{padding:{high}px 24px {high}px 40px}}"
            f"QMenu::item:selected{{background:{name['brand']};color:{name['on-brand']}}}"
            "QMenu::indicator{left:14px;width:14px;height:14px}"
        )

    def palette(self) -> QPalette:
        """The same colours for the few native widgets."""
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: "canvas",
            QPalette.ColorRole.WindowText: "ink",
            QPalette.ColorRole.Base: "surface",
            QPalette.ColorRole.AlternateBase: "sunk",
            QPalette.ColorRole.Text: "ink",
            QPalette.ColorRole.PlaceholderText: "ink-soft",
            QPalette.ColorRole.Button: "surface",
            QPalette.ColorRole.ButtonText: "ink",
            QPalette.ColorRole.Highlight: "brand",
            QPalette.ColorRole.HighlightedText: "on-brand",
            QPalette.ColorRole.Link: "link",
            QPalette.ColorRole.ToolTipBase: "surface",
            QPalette.ColorRole.ToolTipText: "ink",
            QPalette.ColorRole.Mid: "line",
        }
        for role, name in roles.items():
            palette.setColor(role, self._colours[name])
        return palette


def load_fonts() -> None:
    """Make the shipped fonts known to Qt. Once, after the application exists."""
    for name in _FONT_FILES:
        QFontDatabase.addApplicationFont(str(paths.resources() / "fonts" / name))
