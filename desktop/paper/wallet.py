"""Draws a card to cut out: two sides of 85.6 x 54 mm beside each other, folded in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFont

from desktop.paper import marks
from desktop.paper.flow import PageBreak, Placed, Strip
from desktop.paper.look import Face, Type, pt
from desktop.paper.marks import Box, Rule, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.handout.document import CardSide, WalletCard
    from desktop.paper.flow import Item
    from desktop.paper.look import Look

_MM = 720 / 25.4
WIDTH, HEIGHT = 85.6 * _MM, 54 * _MM
"""The size of a bank card (ISO/IEC 7810, ID-1)."""
_EDGE = pt(7)
_LARGEST, _STEP, _SMALLEST = 8.5, 0.25, 5.5
"""Sizes of type in points, from the largest that is tried to the least that can be read."""
_TITLE_HEIGHT = pt(18)
_LINE_HEIGHT = pt(12.5)


def items(card: WalletCard, look: Look, *, apart: bool) -> Iterator[Item]:
    """The card under its name and what to do with it; ``apart`` puts it on a page of its own."""
    if apart:
        yield PageBreak()
    for text, kind, above in ((card.title, Type.TITLE, pt(16)), (card.note, Type.BODY, pt(6))):
        set_ = Text(text, look.face(kind), look.width)
        yield Strip(set_.height(), (Placed(0, 0, set_.lines(0, set_.count)),), above, keep=True)
    left = max(0.0, (look.width - 2 * WIDTH) / 2)
    placed = [Placed(left, 0, Box(2 * WIDTH, HEIGHT, line=pt(1)))]
    for number, side in enumerate(card.sides):
        placed += _side(side, left + number * WIDTH, look)
    placed.append(Placed(left + WIDTH, 0, Rule(HEIGHT, 5, "rule", dashed=True, down=True)))
    yield Strip(HEIGHT, tuple(placed), above=pt(18))


def _side(side: CardSide, x: float, look: Look) -> list[Placed]:
    """One side: its title on a black bar, what it says, and lines to write on."""
    inner = WIDTH - 2 * _EDGE
    mirrored = QLocale(side.language).textDirection() == Qt.LayoutDirection.RightToLeft
    title = Text(side.title, _face(look, 10.5, bold=True), inner - pt(18), ink="surface", mirrored=mirrored)
    placed = [
        Placed(x, 0, Box(WIDTH, _TITLE_HEIGHT, ground="ink")),
        Placed(x + _EDGE, (_TITLE_HEIGHT - pt(12)) / 2, marks.icon("crisis", "surface", pt(12))),
        Placed(x + _EDGE + pt(18), (_TITLE_HEIGHT - title.leading) / 2, title.lines(0, 1)),
    ]
    room = HEIGHT - _TITLE_HEIGHT - pt(7) - _LINE_HEIGHT * len(side.lines)
    size = _LARGEST
    texts = _told(side, size, inner, look, mirrored=mirrored)
    while sum(text.height() + pt(1) for text in texts) > room and size > _SMALLEST:
        size -= _STEP
        texts = _told(side, size, inner, look, mirrored=mirrored)
    y = _TITLE_HEIGHT + pt(3)
    for text in texts:
        placed.append(Placed(x + _EDGE, y, text.lines(0, text.count)))
        y += text.height() + pt(1)
    for number, line in enumerate(side.lines):
        y = HEIGHT - _LINE_HEIGHT * (len(side.lines) - number) - pt(1)
        label = Text(line, _face(look, 7.5), inner, mirrored=mirrored)
        start = label.natural_width() + pt(4)
        placed.append(Placed(x + _EDGE, y, label.lines(0, 1)))
        if start < inner - pt(40):
            placed.append(Placed(x + _EDGE + start, y + label.leading - pt(1), Rule(inner - start, 4, "ink")))
    return placed


def _told(side: CardSide, size: float, width: float, look: Look, *, mirrored: bool) -> list[Text]:
    """The sections, each with its heading in bold before it."""
    face, bold = _face(look, size), _face(look, size, bold=True)
    return [
        Text(f"{heading}. {text}", face, width, bold=bold, first=len(heading) + 1, mirrored=mirrored)
        for heading, text in side.sections
    ]


def _face(look: Look, points: float, *, bold: bool = False) -> Face:
    font = QFont(look.face(Type.BODY).font)
    font.setPixelSize(round(pt(points)))
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return Face(font, round(pt(points) * 1.2))
