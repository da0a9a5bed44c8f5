"""The finished pages: they paint themselves on anything, for paper and for the preview alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageSize, QPainter

from desktop.paper.look import PAPERS, Type, pt
from desktop.paper.marks import Rule, Text

if TYPE_CHECKING:
    from desktop.handout.document import Document
    from desktop.paper.flow import Page
    from desktop.paper.look import Look


class Pages:
    """The pages of one document, on one paper."""

    def __init__(self, document: Document, look: Look, pages: list[Page], *, mirrored: bool) -> None:
        self.document = document
        self.paper = look.paper
        self._look = look
        self._pages = pages
        self._mirrored = mirrored

    def __len__(self) -> int:
        return len(self._pages)

    def size(self) -> QSizeF:
        """The size of a page in points."""
        return QSizeF(self._look.page_width, self._look.page_height) / pt(1)

    def page_size(self) -> QPageSize:
        """The paper, as a printer is told."""
        return QPageSize(PAPERS[self._look.paper])

    def paint(self, painter: QPainter, number: int, scale: float = 1.0) -> None:
        """Paint a page, counted from 0. ``scale`` is device pixels for a tenth of a point."""
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(scale, scale)
        look = self._look
        if number:
            self._line(painter, self.document.title, self.document.clinic.phone, pt(30))
        for placed in self._pages[number]:
            x = look.width - placed.x - placed.mark.width if self._mirrored else placed.x
            placed.mark.paint(painter, look.side + x, look.top + placed.y)
        bottom = look.page_height - look.bottom + pt(14)
        Rule(look.width, 5).paint(painter, look.side, bottom)
        count = self.count(number)
        y = bottom + pt(4)
        for place, told in enumerate(self.document.foot):
            self._line(painter, told, "" if place else count, y)
            y += look.face(Type.SOURCES).leading
        painter.restore()

    def count(self, number: int) -> str:
        """Which page of how many this one is, in the guide's own words. What else stands in braces there is text."""
        return self.document.page_number.replace("{pages}", str(len(self))).replace("{page}", str(number + 1))

    def _line(self, painter: QPainter, start: str, end: str, y: float) -> None:
        """A quiet line of the margin: something where it begins, something where it ends."""
        look = self._look
        face = look.face(Type.SOURCES)
        last = Text(end, look.face(Type.SOURCES, bold=True), look.width / 2, mirrored=self._mirrored)
        room = last.natural_width() if end else 0.0
        text = Text(start, face, look.width - room - pt(12), ink="ink-soft", mirrored=self._mirrored)
        left = look.side + (room + pt(12) if self._mirrored else 0.0)
        text.lines(0, 1).paint(painter, left, y)
        if end:
            x = look.side if self._mirrored else look.side + look.width - room
            last.lines(0, 1).paint(painter, x - (look.width / 2 - room if self._mirrored else 0.0), y)
