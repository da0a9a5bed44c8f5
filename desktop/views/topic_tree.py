"""Topics as a tree of rows."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QAccessible, QPainter

from desktop.looks.theme import Style
from desktop.views.parts import paint
from desktop.views.parts.flow import bring_into_view, laid_out_once, lay_out_again
from desktop.views.parts.long_column import LongColumn
from desktop.views.parts.pool import Pool
from desktop.views.parts.pressable import Pressable, between
from desktop.views.parts.rest import Rest
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme
    from desktop.pages.topics import Group, Topic
    from desktop.views.parts.long_column import Row

_PAGE = 8
"""Rows by which Page Up and Page Down go on."""
_LETTER = 0.52
"""The width of a letter in bold, as a share of the size of the type: to guess which names need a second line."""


class Place(NamedTuple):
    """A place in the tree: a topic, and the topic it stands under, or nothing. A topic may have several places."""

    topic: str
    under: str = ""


class _Entry(NamedTuple):
    """A topic in the tree, whether it can be seen or not."""

    place: Place
    topic: Topic
    spoken: str
    gap: bool
    heading: str


class TopicTree(LongColumn, Speaks):
    """Lists topics as a tree, in groups. Asks for the one that is chosen.

    The tree is one stop for the Tab key; arrow keys move about in it, Enter or Space opens a topic,
    Right and Left open and close a branch, letters go to the next name that begins with them.
    """

    topic_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: dict[Place, _Entry] = {}
        self._leading: dict[str, list[Place]] = {}
        self._open: set[str] = set()
        self._shown: list[_Entry] = []
        self._numbers: dict[Place, int] = {}
        self._rows: dict[Place, _Row] = {}
        self._pool = Pool(self._new_row)
        self._headings: dict[Place, TextBlock] = {}
        self._topic = ""
        self._current: Place | None = None
        self._stop: Place | None = None
        self._chosen: Place | None = None
        self._stops_are_set = False
        self._reveals = False
        self._rest = Rest(self)
        self._rest.timeout.connect(self._show_marked)
        self.setAccessibleIdentifier("navigation")

    def show_groups(self, groups: Iterable[Group], name: str, spoken: dict[str, str] | None = None) -> None:
        """List these groups under a name for speech. A line stands above one without a heading.

        What is there already stays open or closed, and marked: in another language only the words change.

        ``spoken`` gives some topics another name for speech, which begins with the one that is seen.
        """
        self._entries = {each.place: each for group in groups for each in _entries(group, spoken or {})}
        self._leading = {}
        for place, entry in self._entries.items():
            self._leading.setdefault(entry.topic.id, []).append(place)
            if entry.topic.opens:
                self._leading.setdefault(entry.topic.opens, []).append(place)
        self._stop, self._chosen, self._current = (
            place if place in self._entries else None for place in (self._stop, self._chosen, self._current)
        )
        self.setAccessibleName(name)
        self._arrange()

    def show_topic(self, topic: str, *, reveal: bool = True) -> str:
        """Mark the topic that is shown, and ``reveal`` its row; the topmost topic it stands under.

        A side effect has no row: nothing is marked. Where several rows lead to the topic it is the one the reader
        has chosen, else one that can be seen, else none. In a long tree a row that is far away follows a moment later,
        so that the topic itself is painted without delay.
        """
        self._topic = topic
        self._reveals = reveal
        marked = self._place_of(topic)
        self._mark(marked)
        self._rest.stop()
        if marked is None:
            return ""
        if self.is_long() and marked not in self._rows:
            self._rest.start()
        else:
            self._show_marked()
        return marked.under or marked.topic

    def complete(self) -> None:
        """Show now what would follow a moment later."""
        super().complete()
        if self._rest.isActive():
            self._rest.stop()
            self._show_marked()

    def _show_marked(self) -> None:
        """Open the branch of the topic that is shown, let Tab reach its row, and bring it into view if it is wanted."""
        marked = self._current
        if marked is None:
            return
        with nullcontext() if marked in self._rows else laid_out_once(self):
            self._set_open(marked.under or marked.topic, on=True)
            row = self._take_tab_stop(marked)
        if self._reveals:
            bring_into_view(row)

    def open_branches(self) -> tuple[str, ...]:
        """The topics whose rows are shown under them."""
        return tuple(each.place.topic for each in self._shown if not each.place.under and self._is_open(each))

    def begin_anew(self) -> None:
        """Close every branch and mark no topic, as at the start."""
        self._topic, self._chosen, self._stop = "", None, None
        self._open.clear()
        self._mark(None)
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self._pool.set_theme(theme)
        for heading in self._headings.values():
            heading.set_theme(theme)
        self._arrange()

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Tree

    def go(self, place: Place, key: int, letters: str) -> bool:
        """Do what a key asks for at a row of the tree; whether it was a key of the tree."""
        target = self._target(place, key) or self._named(place, letters)
        if target is None:
            return False
        row = self._take_tab_stop(target)
        row.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
        bring_into_view(row)
        return True

    def _target(self, place: Place, key: int) -> Place | None:
        """Where a key leads to from a row; it may open or close a branch."""
        keys = QtCore.Qt.Key
        steps: dict[int, int] = {
            keys.Key_Up: -1, keys.Key_Down: 1, keys.Key_PageUp: -_PAGE, keys.Key_PageDown: _PAGE,
            keys.Key_Home: -len(self._shown), keys.Key_End: len(self._shown),
        }  # fmt: skip
        here = self._numbers[place]
        if key in steps:
            return self._shown[max(0, min(len(self._shown) - 1, here + steps[key]))].place
        along, against = keys.Key_Right, keys.Key_Left
        if self.isRightToLeft():
            along, against = against, along
        entry = self._shown[here]
        opened = self._is_open(entry)
        if key == along and entry.topic.children:
            self._set_open(place.topic, on=True)
            return self._shown[here + 1].place if opened else place
        if key == against and (opened or place.under):
            self._set_open(place.topic, on=False) if opened else None
            return place if opened else Place(place.under)
        return None

    def _named(self, place: Place, letters: str) -> Place | None:
        """The next row whose name begins with these letters."""
        if not letters.strip():
            return None
        here = self._numbers[place] + 1
        after = (*self._shown[here:], *self._shown[:here])
        wanted = letters.casefold()
        return next((each.place for each in after if each.topic.name.casefold().startswith(wanted)), None)

    def _place_of(self, topic: str) -> Place | None:
        leading = self._leading.get(topic, [])
        if self._chosen is not None and (self._chosen in leading or self._chosen in map(_above, leading)):
            leading = [place for place in leading if self._chosen in (place, _above(place))]
        elif len(leading) > 1:
            leading = [place for place in leading if not place.under or place.under in self._open]
        return leading[0] if leading else None

    def _choose(self) -> None:
        """Open the row's topic; a branch whose topic is open already is closed or opened."""
        row = self.sender()
        if not isinstance(row, _Row):
            return
        self._take_tab_stop(row.place)
        entry = self._entries[row.place]
        if row.place.topic == self._topic and entry.topic.children:
            self._set_open(row.place.topic, on=not self._is_open(entry))
            return
        self._ask(entry)

    def choose(self, topic: str) -> None:
        """Ask for what the row of a topic leads to, as if it had been pressed."""
        self._ask(next(each for each in self._entries.values() if each.topic.id == topic))

    def _ask(self, entry: _Entry) -> None:
        self._chosen = entry.place
        self.topic_requested.emit(entry.topic.opens or entry.topic.id)

    def _is_open(self, entry: _Entry) -> bool:
        return bool(entry.topic.children) and not entry.place.under and entry.topic.id in self._open

    def _set_open(self, topic: str, *, on: bool) -> None:
        """Show the rows under a topic, if there are any, or hide them."""
        if self._entries[Place(topic)].topic.children and on != (topic in self._open):
            (self._open.add if on else self._open.discard)(topic)
            self._arrange()

    def _mark(self, place: Place | None) -> None:
        before, self._current = self._current, place
        for each in (before, place):
            if each in self._rows:
                self._rows[each].set_current(on=each == place)

    def _take_tab_stop(self, place: Place) -> _Row:
        """Let Tab reach this row, which is made if it is out of sight."""
        before, self._stop = self._stop, place
        self.reach(self._numbers[place])
        for each in (before, place):
            if each in self._rows:
                self._let_tab(self._rows[each])
        return self._rows[place]

    def set_tab_stops(self) -> None:
        """Let Tab reach one row only. First called once the window has been painted, to keep the start quick."""
        self._stops_are_set = True
        self._stop = self._stop or self._first_stop()
        for row in self._rows.values():
            self._let_tab(row)

    def _let_tab(self, row: _Row) -> None:
        if self._stops_are_set:
            policy = QtCore.Qt.FocusPolicy
            row.setFocusPolicy(policy.StrongFocus if row.place == self._stop else policy.ClickFocus)

    # Rows

    def _arrange(self) -> None:
        """Show what can be seen of the tree now. Rows that are there already keep their widgets."""
        self._shown = [
            each for each in self._entries.values() if not each.place.under or each.place.under in self._open
        ]
        self._numbers = {each.place: number for number, each in enumerate(self._shown)}
        for place in [each for each in self._rows if each not in self._numbers]:
            self._take_back(place)
        if self._stop not in self._numbers:
            self._stop = self._first_stop()
        self.set_count(len(self._shown))
        there = sorted(self._numbers[place] for place in self._rows)
        self.make_rows(there if self.is_long() else range(len(self._shown)))
        lay_out_again(self)

    def make_row(self, number: int) -> Row:
        entry = self._shown[number]
        row = self._rows.get(entry.place) or self._pool.take()
        self._rows[entry.place] = row
        row.show_entry(entry, gap=entry.gap and number > 0, opened=self._is_open(entry))
        row.set_current(on=entry.place == self._current)
        self._let_tab(row)
        if not entry.heading:
            return ((0, row),)
        heading = self._headings.get(entry.place) or TextBlock(self._theme, self, role=QAccessible.Role.Heading)
        self._headings[entry.place] = heading
        heading.show_text(entry.heading, Style.LABEL, colour="ink-soft", level=2, indent=self._theme.space(4))
        return (self._theme.space(3), heading), (0, row)

    def free_row(self, number: int, _row: Row) -> None:
        self._take_back(self._shown[number].place)

    def holds(self, number: int) -> bool:
        """Tab leads to its stop wherever the tree is scrolled."""
        return self._shown[number].place == self._stop

    def guesses(self, width: int) -> list[int]:
        space, letter = self._theme.space, self._theme.font(Style.PANEL_BOLD).pixelSize() * _LETTER
        line = round(self._theme.leading(Style.PANEL_BOLD))
        heading = round(self._theme.leading(Style.LABEL)) + space(3)
        room = max(1.0, (width - space(12)) / letter)
        return [
            max(self._theme.target, line * (1 + int(len(each.topic.name) / room)) + space(4))
            + (heading if each.heading else space(4) if each.gap else 0)
            for each in self._shown
        ]

    def _first_stop(self) -> Place | None:
        return self._shown[0].place if self._shown and self._stops_are_set else None

    def _new_row(self) -> _Row:
        row = _Row(self._theme, self)
        row.clicked.connect(self._choose)
        return row

    def _take_back(self, place: Place) -> None:
        self._pool.give(self._rows.pop(place))
        if place in self._headings:
            self._headings[place].hide()


def _entries(group: Group, spoken: dict[str, str]) -> Iterator[_Entry]:
    """The topics of a group, each followed by those under it."""
    for number, topic in enumerate(group.topics):
        first = number == 0
        heading = group.heading if first else ""
        place = Place(topic.id)
        yield _Entry(place, topic, spoken.get(topic.id, ""), first and not heading, heading)
        for child in topic.children:
            yield _Entry(Place(child.id, topic.id), child, spoken.get(child.id, ""), gap=False, heading="")


def _above(place: Place) -> Place:
    """The place that one stands under."""
    return Place(place.under)


class _Row(Pressable):
    """A topic in the tree."""

    def __init__(self, theme: Theme, tree: TopicTree) -> None:
        super().__init__(theme, "", tree)
        self.place = Place("")
        self._tree = tree
        self._has_branch = False
        self._gap = False
        self._current = False
        self._open = False

    def show_entry(self, entry: _Entry, *, gap: bool, opened: bool) -> None:
        """Show this topic, and whether others stand under it and can be seen. ``gap`` draws a line above it."""
        self.place = entry.place
        self.set_text(entry.topic.name)
        self.setAccessibleName(entry.spoken)
        self.setAccessibleIdentifier(f"topic-{entry.topic.id}")
        self._has_branch = bool(entry.topic.children)
        self._gap, self._open = gap, opened
        self.update()

    def set_current(self, *, on: bool) -> None:
        """Whether its topic is the one shown."""
        if on != self._current:
            self._current = on
            self.update()

    def height_for(self, width: int) -> int:
        """As high as its name needs in bold, and never too small to press."""
        theme = self.theme
        height = self.label_height(Style.PANEL_BOLD, self._room(width))
        return max(theme.target, round(height) + theme.space(4)) + (theme.space(4) if self._gap else 0)

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.TreeItem

    def spoken_expanded(self) -> bool | None:
        return self._open if self._has_branch else None

    def spoken_selected(self) -> bool | None:
        return self._current

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = QtCore.Qt.KeyboardModifier
        plain = not event.modifiers() & (held.ControlModifier | held.AltModifier)
        if not plain or not self._tree.go(self.place, event.key(), event.text()):
            super().keyPressEvent(event)

    def ring(self) -> QRectF:
        return self._box()

    def paint_face(self, painter: QPainter) -> None:
        theme = self.theme
        box = self._box()
        mirrored = self.isRightToLeft()
        if self._gap:
            paint.fill(
                painter, theme, QRectF(theme.space(2), theme.space(2), self.width() - theme.space(4), 1), "hairline"
            )
        if self._current or self.hovered:
            paint.plate(painter, theme, box, "selected" if self._current else "brand-tint")
        if self._current:
            bar = box.right() - 4 if mirrored else box.left()
            paint.fill(painter, theme, QRectF(bar, box.top(), 4, box.height()), "brand")
        edge = theme.space(4) * (2 if self.place.under else 1)
        words = between(self, edge, self.width() - edge - self._room(self.width()))
        words.setTop(box.top())
        style, colour = (Style.PANEL_BOLD, "brand-pressed") if self._current else (Style.PANEL, "ink")
        self.paint_label(painter, words, style, colour)
        if self._has_branch:
            way = "down" if self._open else ("left" if mirrored else "right")
            x = box.left() + theme.space(4) if mirrored else box.right() - theme.space(4)
            paint.chevron(painter, theme, QPointF(x, box.center().y()), theme.space(2.5), "ink-soft", way)

    def _box(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0, (self.theme.space(4) if self._gap else 0) + 1, 0, -1)

    def _room(self, width: int) -> int:
        space = self.theme.space
        return width - space(4) * (2 if self.place.under else 1) - (space(8) if self._has_branch else space(1))
