"""The list under the search field: what was found, or the ways on where nothing was."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QWidget

from desktop.looks.theme import Style
from desktop.views.parts import paint
from desktop.views.parts.flow import Column, ScrollPane
from desktop.views.parts.pressable import Pressable
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.text_block import TextBlock
from desktop.views.parts.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from desktop.looks.theme import Theme

Spans = tuple[tuple[int, int], ...]


class Row(NamedTuple):
    """A row of the list. ``kind`` is the word for what it is; the spans are the parts that matched."""

    title: str
    kind: str = ""
    text: str = ""
    title_spans: Spans = ()
    spans: Spans = ()


class SearchResults(QWidget, Speaks):
    """Shows rows. The keyboard stays in the field: one row is the current one, as in a list."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[ResultRow] = []
        self._shown = 0
        self._current = -1
        self._column = Column()
        self._note = TextBlock(theme, self._column)
        self._pane = ScrollPane(theme, self._column, self)
        self._pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleIdentifier("search-results")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else all that lies under it is painted, too
        self.hide()

    @property
    def current(self) -> int:
        """The number of the current row; -1 if there is none."""
        return self._current

    def show_rows(self, note: str, rows: Sequence[Row]) -> None:
        """Show these rows under a sentence, which may be empty. The first is the current one."""
        while len(self._rows) < len(rows):
            self._make_row()
        self._note.show_text(note, Style.SMALL, colour="ink-soft", indent=self._theme.space(3))
        self._note.setVisible(bool(note))
        for row, said in zip(self._rows, rows, strict=False):
            row.show_row(said)
            row.show()
        for row in self._rows[len(rows) :]:
            row.hide()
        self._shown = len(rows)
        gap = self._theme.space(1)
        self._column.place([(0, self._note), *((gap, row) for row in self._rows)])
        self.set_current(0 if rows else -1)

    def go(self, step: int) -> None:
        """Go some rows down or up; beyond an end to the other."""
        if self._shown:
            far = self._current + step
            if abs(step) > 1:
                far = max(0, min(self._shown - 1, far))
            self.set_current(far % self._shown)

    def set_current(self, number: int) -> None:
        """Make a row the current one."""
        self._current = number
        for each, row in enumerate(self._rows):
            row.set_current(current=each == number)
        if 0 <= number < self._shown and self.isVisible():
            self._pane.ensureWidgetVisible(self._rows[number], 0, self._theme.space(2))

    def current_name(self) -> str:
        """What a screen reader says of the current row."""
        return self._rows[self._current].spoken_name() if 0 <= self._current < self._shown else ""

    def place(self, left: int, top: int, width: int, most: int) -> None:
        """Lie at this place, as high as the rows need and ``most`` allows."""
        edge = self._theme.space(2)
        wanted = self._column.height_for(width - 2 * edge - self._pane.verticalScrollBar().sizeHint().width())
        self.setGeometry(left, top, width, min(most, wanted + 2 * edge))
        self._pane.setGeometry(edge, edge, width - 2 * edge, self.height() - 2 * edge)
        self._pane.lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self._note.set_theme(theme)
        self._pane.use_theme(theme)
        for row in self._rows:
            row.set_theme(theme)

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def spoken_name(self) -> str:
        return self.tr("Search results")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.fill(painter, self._theme, QRectF(self.rect()), "canvas")
        paint.plate(painter, self._theme, QRectF(self.rect()), "surface", "line", radius=paint.RADIUS)

    def _make_row(self) -> None:
        number = len(self._rows)
        row = ResultRow(self._theme, self._column)
        row.setAccessibleIdentifier(f"search-result-{number}")
        row.clicked.connect(lambda: self.chosen.emit(number))
        self._rows.append(row)


class ResultRow(Pressable):
    """What was found, what kind of thing it is, and the sentence that says so."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "", parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row = Row("")
        self._current = False
        self._title, self._kind, self._text = Words(), Words(), Words()

    def show_row(self, row: Row) -> None:
        """Show this."""
        self._row = row
        self.set_text(row.title)
        self._dress()

    def set_current(self, *, current: bool) -> None:
        """Whether this is the row that Enter opens."""
        if current != self._current:
            self._current = current
            self.update()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._dress()

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def spoken_name(self) -> str:
        return ". ".join(part.rstrip(".") for part in (self._row.title, self._row.kind, self._row.text) if part)

    def spoken_selected(self) -> bool:
        return self._current

    def height_for(self, width: int) -> int:
        """As high as its texts need at this width, and never too small to press."""
        inner = width - 2 * self._edge()
        title = self._title.lay_out(self._title_room(inner), mirrored=self.isRightToLeft())
        text = self._text.lay_out(inner, mirrored=self.isRightToLeft())
        return max(self.theme.target, round(title + text) + 2 * self.theme.space(2))

    def paint_face(self, painter: QPainter) -> None:
        theme, edge = self.theme, self._edge()
        if self._current or self.hovered:
            ground = "selected" if self._current else "brand-tint"
            paint.plate(painter, theme, QRectF(self.rect()), ground)
        inner = self.width() - 2 * edge
        mirrored = self.isRightToLeft()
        title = self._title.lay_out(self._title_room(inner), mirrored=mirrored)
        text = self._text.lay_out(inner, mirrored=mirrored)
        y = (self.height() - title - text) / 2
        kind_room = inner - self._title_room(inner)
        self._title.paint(painter, edge + (kind_room if mirrored else 0), y)
        self._kind.lay_out(self._kind_width() + 1, mirrored=mirrored)
        start = edge if mirrored else self.width() - edge - self._kind_width()
        self._kind.paint(painter, start, y + (theme.leading(Style.PANEL_BOLD) - theme.leading(Style.SMALL)) / 2)
        self._text.paint(painter, edge, y + title)

    def _dress(self) -> None:
        theme, row = self.theme, self._row
        self._title.show(theme, row.title, Style.PANEL_BOLD, "ink", spans=row.title_spans)
        self._kind.show(theme, row.kind, Style.SMALL, "ink-soft")
        self._text.show(theme, row.text, Style.SMALL, "ink-soft", spans=row.spans)
        self.updateGeometry()
        self.update()

    def _title_room(self, inner: float) -> float:
        return inner - (self._kind_width() + self.theme.space(3) if self._row.kind else 0)

    def _kind_width(self) -> float:
        self._kind.lay_out(100_000, mirrored=False)
        return self._kind.width()

    def _edge(self) -> int:
        return self.theme.space(3)
