"""Selecting text with the mouse across the texts of a pane, and copying it with its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QMouseEvent

from desktop.pages.find import LINE
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtWidgets import QWidget

    from desktop.views.parts.flow import ScrollPane

_Spot = tuple[TextBlock, int]


class TextSelection(QObject):
    """A stretch of text between two characters of a pane."""

    def __init__(
        self,
        pane: ScrollPane,
        texts: Callable[[], Iterable[TextBlock]],
        written: Callable[[], Iterable[tuple[str, tuple[str, ...]]]],
    ) -> None:
        """``texts`` are those that are there; ``written`` is everything, with its sources, near and far."""
        super().__init__(pane)
        self._pane = pane
        self._texts = texts
        self._written = written
        self._anchor: _Spot | None = None
        self._selected: list[TextBlock] = []
        self._all = False
        pane.column.installEventFilter(self)

    def clear(self) -> None:
        """Select nothing."""
        for text in self._selected:
            text.select(0, 0)
        self._selected = []
        self._anchor = None
        self._all = False

    def select_all(self) -> None:
        """Select every text of the pane."""
        texts = list(self._texts())
        if texts:
            self._mark(texts, (texts[0], 0), (texts[-1], len(texts[-1].shown())))
            self._all = True

    def follow(self) -> None:
        """A long list has made other texts: they are selected, too, where everything is."""
        if self._all:
            self.select_all()

    def text(self) -> str:
        """The selected text, a line for each block."""
        return "\n".join(text for text, _ in self._chosen() if text)

    def sources(self) -> tuple[str, ...]:
        """The ids of the sources the selected text rests on, once each."""
        found = (source for text, sources in self._chosen() if text for source in sources)
        return tuple(dict.fromkeys(found))

    def needs(self, widget: QWidget) -> bool:
        """Whether a widget that is out of sight must stay: what is selected in it, or will be."""
        if self._all:
            return False
        return self._anchor is not None or any(text is widget or widget.isAncestorOf(text) for text in self._selected)

    def _chosen(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        if self._all:
            yield from ((text.replace(LINE, "\n"), sources) for text, sources in self._written())
        else:
            yield from ((text.selected_text(), text.sources()) for text in self._selected)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the mouse over the pane's column; texts let its events through to it."""
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == QtCore.Qt.MouseButton.LeftButton:
            self.clear()
            self._anchor = self._spot(event.position().toPoint())
        elif event.type() == QEvent.Type.MouseMove and event.buttons() & QtCore.Qt.MouseButton.LeftButton:
            end = self._spot(event.position().toPoint())
            if self._anchor and end:
                self._mark(list(self._texts()), self._anchor, end)
        elif event.type() == QEvent.Type.MouseButtonDblClick:
            spot = self._spot(event.position().toPoint())
            if spot:
                self._mark([spot[0]], *_word(spot))
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._anchor = None
        return False

    def _spot(self, point: QPoint) -> _Spot | None:
        """The character nearest to a point of the column."""
        nearest: _Spot | None = None
        least = None
        for text in self._texts():
            corner = text.mapTo(self._pane.column, QPoint(0, 0))
            above, below = corner.y() - point.y(), point.y() - (corner.y() + text.height())
            beside = max(corner.x() - point.x(), point.x() - (corner.x() + text.width()), 0)
            distance = max(above, below, 0) * 10 + beside
            if least is None or distance < least:
                least = distance
                nearest = (text, text.position_at(point.x() - corner.x(), point.y() - corner.y()))
        return nearest

    def _mark(self, texts: list[TextBlock], start: _Spot, end: _Spot) -> None:
        order = {id(text): number for number, text in enumerate(texts)}
        if id(start[0]) not in order or id(end[0]) not in order:
            return
        if (order[id(start[0])], start[1]) > (order[id(end[0])], end[1]):
            start, end = end, start
        first, last = order[id(start[0])], order[id(end[0])]
        for text in self._selected:
            if not first <= order.get(id(text), -1) <= last:
                text.select(0, 0)
        self._selected = texts[first : last + 1]
        for text in self._selected:
            begin = start[1] if text is start[0] else 0
            text.select(begin, end[1] if text is end[0] else len(text.shown()))


def _word(spot: _Spot) -> tuple[_Spot, _Spot]:
    text, place = spot
    shown = text.shown()
    start = end = min(place, len(shown))
    while start > 0 and shown[start - 1].isalnum():
        start -= 1
    while end < len(shown) and shown[end].isalnum():
        end += 1
    return (text, start), (text, end)
