"""The field in the header in which people search.

Until the first painting it only looks like a field: what takes the typing is made afterwards
(docs/decisions/0006).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.looks.drawings import icon
from desktop.looks.theme import Style
from desktop.views.parts import paint
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.looks.theme import Theme
    from desktop.views.search_edit import SearchEdit

_LEAST_UNITS = 62
_MOST_UNITS = 120
_HINT_FROM_UNITS = 90
"""Widths in the theme's units of 4 pixels: the least, the most, and the least at which the keys are shown."""
KEYS = "Ctrl K"


class SearchField(QWidget, Speaks):
    """A native text field in our own frame."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._placeholder = ""
        self._words = Words()
        self._hint = Words()
        self.edit: SearchEdit | None = None

    def show_words(self) -> None:
        """Name the field in the language of the window."""
        self._placeholder = self.tr("Search surgeries, side effects, words")
        self._dress()

    def make(self) -> SearchEdit:
        """Make what takes the typing. After the first painting, once."""
        from desktop.views.search_edit import SearchEdit  # noqa: PLC0415 - as above

        self.edit = SearchEdit(self)
        self.edit.focus_changed.connect(self._arrange)
        self.edit.textChanged.connect(self._arrange)
        self._dress()
        self.edit.show()
        return self.edit

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self._dress()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.space(_LEAST_UNITS), self._theme.target)

    def most_width(self) -> int:
        """Wider than this it would not be easier to use."""
        return self._theme.space(_MOST_UNITS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        paint.plate(painter, theme, box, "surface", "line", radius=paint.RADIUS)
        size = self._icon_size()
        picture = icon("search", theme.colour("ink-soft").name(), size, self.devicePixelRatioF())
        before = theme.space(3)
        left = self.width() - before - size if self.isRightToLeft() else before
        painter.drawPixmap(left, (self.height() - size) // 2, picture)
        if self.edit is None:
            self._paint_words(painter, self._words, self._before(), self.width() - self._before() - theme.space(3))
        if self._shows_hint():
            self._paint_hint(painter)

    def _paint_hint(self, painter: QPainter) -> None:
        theme = self._theme
        wide = self._hint_width()
        high = theme.space(7)
        start = theme.space(2.5) if self.isRightToLeft() else self.width() - theme.space(2.5) - wide
        paint.plate(painter, theme, QRectF(start, (self.height() - high) / 2, wide, high), "surface", "hairline")
        height = self._hint.lay_out(self.width(), mirrored=False)
        self._hint.paint(painter, start + theme.space(2), (self.height() - height) / 2)

    def _paint_words(self, painter: QPainter, words: Words, before: int, room: int) -> None:
        height = words.lay_out(10_000, mirrored=False)
        wide = min(room, round(words.width()) + 1)
        x = self.width() - before - wide if self.isRightToLeft() else before
        words.paint(painter, x, (self.height() - height) / 2, QRectF(x, 0, wide, self.height()))

    def _shows_hint(self) -> bool:
        """The keys are told where there is room and nobody is typing."""
        used = self.edit is not None and (self.edit.hasFocus() or bool(self.edit.text()))
        return not used and self.width() >= self._theme.space(_HINT_FROM_UNITS)

    def _hint_width(self) -> float:
        self._hint.lay_out(self.width(), mirrored=False)
        return self._hint.width() + self._theme.space(4)

    def _dress(self) -> None:
        """Give the words their style, and the native field the same."""
        theme = self._theme
        self._words.show(theme, self._placeholder, Style.PANEL, "ink-soft")
        self._hint.show(theme, KEYS, Style.SMALL, "ink-soft")
        if self.edit is not None:
            self.edit.dress(theme, self._placeholder)
        self._arrange()

    def _arrange(self) -> None:
        self.update()
        if self.edit is None:
            return
        before, after = self._before(), self._theme.space(2)
        if self._shows_hint():
            after += round(self._hint_width())
        self.edit.setGeometry(self.rect())
        left, right = (after, before) if self.isRightToLeft() else (before, after)
        self.edit.setTextMargins(left, 0, right, 0)

    def _before(self) -> int:
        return self._theme.space(3) + self._icon_size() + self._theme.space(1.5)

    def _icon_size(self) -> int:
        return round(self._theme.target * 0.46)
