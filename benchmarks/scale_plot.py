"""The figures of `scale.py` as a plot: both axes logarithmic, drawn as SVG that is read on light and dark ground."""

from __future__ import annotations

import math
from html import escape
from typing import NamedTuple

WIDTH, HEIGHT = 760, 470
LEFT, RIGHT, TOP, BOTTOM = 66, 176, 58, 54
APART = 16
"""The least distance of two names, in pixels."""

INK, GRID, GUIDE, GROUND = (
    ("#2b2b2b", "#e6e6e6"),
    ("#dddddd", "#363b42"),
    ("#8a8a8a", "#9aa0a6"),
    ("#ffffff", "#16191d"),
)
"""Colours on light and on dark ground."""


class Line(NamedTuple):
    """A column of the table: its name on the plot, its colours, and the milliseconds of its unit."""

    key: str
    name: str
    light: str
    dark: str
    unit: float = 1


LINES = (
    Line("check", "check, both languages", "#8a4b00", "#f0a55a", 1000),
    Line("index", "search index, in pauses", "#6b3fa0", "#c4a1f0"),
    Line("start", "start", "#00677a", "#5cc8dc"),
    Line("switch", "another language", "#a8234e", "#ff8fb0"),
    Line("key", "keystroke, p95", "#3f6b00", "#a9d66b"),
    Line("topic", "topic, p95", "#1d4fbf", "#8fb4ff"),
)


class Scales(NamedTuple):
    """Where a figure lies: the sizes of libraries, and the lowest and highest power of ten of milliseconds."""

    sizes: list[int]
    low: int
    high: int

    def x(self, times: float) -> float:
        """How far to the right a size lies, in pixels."""
        across = max(1.0, math.log10(self.sizes[-1] / self.sizes[0]))
        return LEFT + math.log10(times / self.sizes[0]) / across * (WIDTH - LEFT - RIGHT)

    def y(self, figure: float) -> float:
        """How far down a figure lies, in pixels."""
        share = (math.log10(figure) - self.low) / (self.high - self.low)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)


def drawn(measured: dict[int, dict[str, float]], machine: str) -> str:
    """The plot of what was measured: milliseconds of work over the times the library is as large."""
    sizes = sorted(measured)
    curves = [
        (line, [(times, measured[times][line.key] * line.unit) for times in sizes if line.key in measured[times]])
        for line in LINES
    ]
    figures = [figure for _, points in curves for _, figure in points]
    scales = Scales(sizes, math.floor(math.log10(min(figures))), math.ceil(math.log10(max(figures))))
    dark = "".join(f".{line.key}{{stroke:{line.dark}}}.{line.key}-fill{{fill:{line.dark}}}" for line in LINES)
    style = (
        f"@media (prefers-color-scheme:dark){{.ground{{fill:{GROUND[1]}}}.ink{{fill:{INK[1]}}}"
        f".grid{{stroke:{GRID[1]}}}.guide{{stroke:{GUIDE[1]}}}{dark}}}"
    )
    inside = "\n".join([*_frame(scales, machine), *_curves(scales, curves)])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="system-ui, sans-serif">\n'
        f"<title>What grows with the library: the figures of the table as a plot</title>\n<style>{style}</style>\n"
        f'<rect class="ground" fill="{GROUND[0]}" width="{WIDTH}" height="{HEIGHT}" rx="8"/>\n{inside}\n</svg>\n'
    )


def _frame(scales: Scales, machine: str) -> list[str]:
    """The title, the grid, and a line that grows as the library does."""
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM
    parts = [
        _text(LEFT, 26, "What grows with the library", size=15, weight=600),
        _text(LEFT, 43, f"work of one processor; {machine}", size=11),
    ]
    for power in range(scales.low, scales.high + 1):
        y = scales.y(10**power)
        parts.append(_path("grid", GRID[0], f"M{LEFT} {y:.1f}H{right}"))
        parts.append(_text(LEFT - 8, y + 4, _time(10**power), size=11, anchor="end"))
    for times in scales.sizes:
        parts.append(_path("grid", GRID[0], f"M{scales.x(times):.1f} {TOP}V{bottom}"))
        parts.append(_text(scales.x(times), bottom + 18, f"× {times:,}", size=12, anchor="middle"))
    reach = min(scales.sizes[-1] / scales.sizes[0], 10 ** (scales.high - scales.low))
    end = f"{scales.x(scales.sizes[0] * reach):.1f} {scales.y(10**scales.low * reach):.1f}"
    guide = _path("guide", GUIDE[0], f"M{LEFT} {scales.y(10**scales.low):.1f}L{end}", ' stroke-dasharray="5 4"')
    note = _text(right, HEIGHT - 12, "dashed: grows as the library does", size=11, anchor="end")
    return [*parts, guide, note]


def _curves(scales: Scales, curves: list[tuple[Line, list[tuple[int, float]]]]) -> list[str]:
    """The lines, each with its name at its end, the names apart from each other."""
    parts: list[str] = []
    last = -math.inf
    for line, points in sorted(curves, key=lambda each: scales.y(each[1][-1][1])):
        way = "L".join(f"{scales.x(times):.1f} {scales.y(figure):.1f}" for times, figure in points)
        parts.append(_path(line.key, line.light, f"M{way}", ' stroke-width="2.5"'))
        parts += [
            f'<circle class="{line.key}-fill" fill="{line.light}" '
            f'cx="{scales.x(times):.1f}" cy="{scales.y(figure):.1f}" r="3.5"/>'
            for times, figure in points
        ]
        last = max(scales.y(points[-1][1]) + 4, last + APART)
        parts.append(_text(WIDTH - RIGHT + 12, last, line.name, colour=(f"{line.key}-fill", line.light)))
    return parts


def _time(milliseconds: float) -> str:
    return f"{milliseconds / 1000:g} s" if milliseconds >= 1000 else f"{milliseconds:g} ms"  # noqa: PLR2004


def _path(name: str, colour: str, way: str, more: str = "") -> str:
    return f'<path class="{name}" stroke="{colour}" fill="none" d="{way}"{more}/>'


def _text(
    x: float,
    y: float,
    text: str,
    *,
    size: int = 12,
    weight: int = 400,
    anchor: str = "start",
    colour: tuple[str, str] = ("ink", INK[0]),
) -> str:
    return (
        f'<text class="{colour[0]}" fill="{colour[1]}" x="{x:.1f}" y="{y:.1f}" font-size="{size}" '
        f'font-weight="{weight}" text-anchor="{anchor}">{escape(text)}</text>'
    )
