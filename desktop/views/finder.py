"""Finds words across the topic and its side effects, in what is closed, too, and leads from place to place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal

from desktop.pages.find import found
from desktop.views.parts.flow import bring_into_view
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.views.find_bar import FindBar
    from desktop.views.parts.findable import Findable, Passage
    from desktop.views.parts.flow import ScrollPane


class _Place(NamedTuple):
    """Where the words stand: a passage of a pane, and the characters in it."""

    pane: ScrollPane
    passage: Passage
    start: int
    end: int


class Finder(QObject):
    """Joins the bar with the panes. Which place is shown is told by its number among all."""

    pane_wanted = Signal(object)
    """The pane in which the place is, so that it can be seen."""
    told = Signal(str)
    """What a screen reader should say."""

    def __init__(self, bar: FindBar, panes: Sequence[ScrollPane], parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._panes = panes
        self._at = 0
        self._marked: list[Findable] = []
        self._here: tuple[ScrollPane, QWidget, int, int] | None = None
        bar.words_changed.connect(self.find)
        bar.next_requested.connect(self.next)
        bar.previous_requested.connect(self.previous)
        for pane in panes:
            pane.made.connect(self._mark_made)

    def find(self) -> None:
        """Find what is typed and show its first place."""
        self._at = 0
        self._show(go=True)

    def next(self) -> None:
        """Show the next place; after the last the first."""
        self._at += 1
        self._show(go=True)

    def previous(self) -> None:
        """Show the place before; before the first the last."""
        self._at -= 1
        self._show(go=True)

    def refresh(self) -> None:
        """Another page is shown: find there, without going anywhere."""
        self._at = 0
        self._show(go=False)

    def leave(self) -> None:
        """Mark nothing any more; the keyboard goes to the place that was shown last."""
        self._unmark()
        if self._here is None:
            self._panes[0].take_focus(seen=True)
            return
        pane, widget, start, end = self._here
        if isinstance(widget, TextBlock):
            widget.select(start, end)
            widget.take_focus()
        elif widget.isVisible():
            widget.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        else:
            pane.take_focus(seen=True)

    def _places(self, *, made: bool = False) -> list[_Place]:
        """Where the words stand; ``made`` leaves out what is not shown yet."""
        words = self._bar.words()
        return [
            _Place(pane, passage, start, end)
            for pane in self._panes
            for passage in pane.passages()
            if not made or passage.widget is not None
            for start, end in found(words, passage.text)
        ]

    def _mark_made(self) -> None:
        """A long list shows other rows: mark the words in them, too."""
        if self._bar.isVisible() and self._bar.words().strip():
            self._unmark()
            self._mark(self._places(made=True))

    def _show(self, *, go: bool) -> None:
        self._unmark()
        self._here = None
        places = self._places() if self._bar.words().strip() else []
        if not places:
            self._tell(0, "")
            return
        self._at %= len(places)
        here = places[self._at]
        if go:
            self.pane_wanted.emit(here.pane)
            widget = here.passage.reach()
            self._here = (here.pane, widget, here.start, here.end)
            places = self._places()
        self._mark(places)
        if self._here is not None:
            bring_into_view(self._here[1])
        self._tell(len(places), here.passage.text if go else "")

    def _mark(self, places: list[_Place]) -> None:
        """Mark every place that can be seen, the one that is shown more strongly."""
        of: dict[int, tuple[Findable, list[tuple[int, int]]]] = {}
        for place in places:
            widget = place.passage.widget
            if widget is not None:
                of.setdefault(id(widget), (widget, []))[1].append((place.start, place.end))
        here, current = (id(self._here[1]), self._here[2]) if self._here is not None else (0, -1)
        for number, (found_in, ranges) in of.items():
            found_in.mark_found(ranges, current if number == here else -1)
            self._marked.append(found_in)

    def _unmark(self) -> None:
        for widget in self._marked:
            widget.mark_found([])
        self._marked = []

    def _tell(self, count: int, text: str) -> None:
        told = self._bar.show_count(self._at, count)
        self.told.emit(f"{told}: {text}" if text else told)
