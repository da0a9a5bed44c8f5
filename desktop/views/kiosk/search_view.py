"""Search on a kiosk: what is typed on our own keys, and what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.looks.theme import Style
from desktop.views.kiosk.keys import ACCENTS, DELETE, LETTERS, SPACE, Keys
from desktop.views.kiosk.paged import Paged
from desktop.views.parts import paint
from desktop.views.parts.flow import Column, ScrollPane
from desktop.views.parts.text_block import TextBlock
from desktop.views.search_results import ResultRow, Row

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.looks.theme import Theme, Themed
    from desktop.search.engine import Results

MOST_LETTERS = 40
_LEAST_LIST = 3
"""The least height of the list of results, in heights of a button; the keys give way."""


class SearchView(QWidget):
    """Asks for what has been typed so far, and for the place that is chosen."""

    asked = Signal(str)
    place_requested = Signal(str, str)
    told = Signal(str)
    missed = Signal(str)
    """What was typed last, when the search is left and nothing was found for it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = ""
        self._typed = ""
        self._nothing_for = ""
        self._field = TextBlock(theme, self)
        self._keys = Keys(theme, self)
        self._column = Column()
        self._note = TextBlock(theme, self._column)
        self._rows: list[ResultRow] = []
        self._targets: list[tuple[str, str]] = []
        self._list = ScrollPane(theme, self._column)
        self._list.setAccessibleIdentifier("kiosk-results")
        self._paged = Paged(theme, self._list, lambda: self._list, self)
        self._keys.pressed.connect(self._take)

    @property
    def typed(self) -> str:
        """What has been typed."""
        return self._typed

    def found(self) -> int:
        """How many results are shown."""
        return len(self._targets)

    def show_words(self, language: str) -> None:
        """Show its words and its keys for a language."""
        self._language = language
        rows = [*LETTERS, *([ACCENTS[language]] if language in ACCENTS else []), SPACE + DELETE]
        self._keys.show_rows(rows, {SPACE: self.tr("Space"), DELETE: self.tr("Delete")})
        self._keys.setAccessibleName(self.tr("Letters"))
        self._list.setAccessibleName(self.tr("Search results"))
        self._paged.show_words()
        self._show_typed()
        self._arrange()

    def begin(self) -> None:
        """Begin with nothing typed and nothing found."""
        if self._typed and self._nothing_for == self._typed:
            self.missed.emit(self._typed)
        self._nothing_for = ""
        self._typed = ""
        self._targets = []
        self._show_typed()
        self._show_rows("", [])

    def show_results(self, results: Results) -> None:
        """Show what was found for what is typed now; an answer to something older is not shown."""
        if results.asked != self._typed:
            return
        asked = results.asked.strip()
        note = self.tr("Did you mean “{0}”?").format(results.guess) if results.guess else ""
        if asked and not results.found:
            note = self.tr("Nothing found. Try another word, or fewer letters.")
            self._nothing_for = self._typed
        self._targets = [(each.entry.topic, each.entry.anchor) for each in results.found] if asked else []
        rows = [Row(each.entry.title, "", each.text, each.title_spans, each.spans) for each in results.found]
        self._show_rows(note, rows[: len(self._targets)])
        if asked:
            self.told.emit(" ".join(filter(None, (note, self.tr("%n result(s).", "", len(self._targets))))))

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        parts: tuple[Themed, ...] = (self._field, self._keys, self._note, self._paged, *self._rows)
        for part in parts:
            part.set_theme(theme)
        self._list.use_theme(theme)
        self._show_typed()
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.fill(painter, self._theme, QRectF(event.rect()), "canvas")
        edge = self._theme.space(3)
        frame = QRectF(self._field.geometry()).adjusted(-edge, -edge, edge, edge)
        paint.plate(painter, self._theme, frame, "surface", "line", radius=paint.RADIUS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _take(self, key: str) -> None:
        before = self._typed
        self._typed = before[:-1] if key == DELETE else (before + key)[:MOST_LETTERS]
        self._show_typed()
        if self._typed != before:
            self.asked.emit(self._typed)

    def _show_typed(self) -> None:
        if self._typed:
            self._field.show_text(self._typed, Style.HEADING)
        else:
            self._field.show_text(self.tr("Type a few letters of a word"), Style.LEAD, colour="ink-soft")
        self._field.height_for(self._field.width())

    def _show_rows(self, note: str, rows: list[Row]) -> None:
        while len(self._rows) < len(rows):
            self._make_row()
        self._note.show_text(note)
        self._note.setVisible(bool(note))
        for row, said in zip(self._rows, rows, strict=False):
            row.show_row(said)
            row.show()
        for row in self._rows[len(rows) :]:
            row.hide()
        gap = self._theme.space(2)
        self._column.place([(0, self._note), *((gap, row) for row in self._rows)])
        self._list.lay_out()
        self._list.scroll_to(None)
        self._paged.follow()

    def _make_row(self) -> None:
        number = len(self._rows)
        row = ResultRow(self._theme, self._column)
        row.setAccessibleIdentifier(f"kiosk-result-{number}")
        row.clicked.connect(lambda: self.place_requested.emit(*self._targets[number]))
        self._rows.append(row)

    def _arrange(self) -> None:
        """What is typed over what was found, and the keys beside them where the screen is wide, else under them."""
        edge, inner = self._theme.space(5), self._theme.space(3)
        width, height = self.width(), self.height()
        beside = width > height
        wide = (width - 3 * edge) // 2 if beside else width - 2 * edge
        field = round(self._theme.leading(Style.HEADING))
        self._field.height_for(wide - 2 * inner)
        self._put(self._field, edge + inner, edge + inner, wide - 2 * inner, field)
        under = edge + field + 2 * inner + edge
        least = 0 if beside else self._theme.target * _LEAST_LIST
        room = height - 2 * edge if beside else height - under - edge - least
        keys = max(1, min(self._keys.height_for(wide), room))
        self._put(self._keys, 2 * edge + wide if beside else edge, edge if beside else height - edge - keys, wide, keys)
        end = height if beside else height - 2 * edge - keys
        self._put(self._paged, edge, under, wide, max(0, end - under))
        self.update()

    def _put(self, part: QWidget, x: int, y: int, width: int, height: int) -> None:
        part.setGeometry(self.width() - x - width if self.isRightToLeft() else x, y, width, height)
