"""Topics as a tree of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QAccessible, QPainter

from desktop.looks.theme import Style
from desktop.views.parts import paint
from desktop.views.parts.flow import Column, bring_into_view, lay_out_again
from desktop.views.parts.pressable import Pressable, between
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme
    from desktop.pages.topics import Group, Topic


class TopicTree(Column, Speaks):
    """Lists topics as a tree, in groups. Asks for the one that is chosen.

    The tree is one stop for the Tab key; arrow keys move about in it, Enter or Space opens a topic,
    Right and Left open and close a branch, letters go to the next name that begins with them.
    """

    topic_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[_Row] = []
        self._headings: dict[str, TextBlock] = {}
        self._topic = ""
        self._stop: _Row | None = None
        self._chosen: _Row | None = None
        self._stops_are_set = False
        self.setAccessibleIdentifier("navigation")

    def show_groups(self, groups: Iterable[Group], name: str, spoken: dict[str, str] | None = None) -> None:
        """List these groups under a name for speech. A line stands above one without a heading.

        The rows of topics that are there already are kept, open or closed: in another language only the words change.

        ``spoken`` gives some topics another name for speech, which begins with the one that is seen.
        """
        before = {(row.topic, row.branch): row for row in self._rows}
        headings = self._headings
        self._rows, self._headings = [], {}
        for group in groups:
            first = len(self._rows)
            for topic in group.topics:
                self._add(topic, None, before, gap=not group.heading and 0 < first == len(self._rows))
            if group.heading:
                top = group.topics[0].id
                heading = headings.pop(top, None) or TextBlock(self._theme, self, role=QAccessible.Role.Heading)
                heading.show_text(group.heading, Style.LABEL, colour="ink-soft", level=2, indent=self._theme.space(4))
                self._headings[top] = heading
        for old in (*before.values(), *headings.values()):
            old.hide()
            old.deleteLater()
        self._stop = self._stop if self._stop in self._rows else None
        self._chosen = self._chosen if self._chosen in self._rows else None
        for row in self._rows:
            row.setAccessibleName((spoken or {}).get(row.topic, ""))
        self.setAccessibleName(name)
        self._arrange()
        if self._stops_are_set:
            self.set_tab_stops()

    def show_topic(self, topic: str, *, reveal: bool = True) -> str:
        """Mark the topic that is shown, and ``reveal`` its row; the topmost topic it stands under.

        A side effect has no row: nothing is marked. Where several rows lead to the topic it is the one the reader
        has chosen, else one that can be seen, else none.
        """
        self._topic = topic
        marked = self._row_of(topic)
        for row in self._rows:
            row.set_current(on=row is marked)
        if marked is None:
            return ""
        top = marked.branch or marked
        if top.has_branch:
            top.set_open(on=True)
        self._take_tab_stop(marked)
        self._arrange()
        if reveal:
            bring_into_view(marked)
        return top.topic

    def open_branches(self) -> tuple[str, ...]:
        """The topics whose rows are shown under them."""
        return tuple(row.topic for row in self._rows if row.is_open())

    def begin_anew(self) -> None:
        """Close every branch and mark no topic, as at the start."""
        self._topic, self._chosen, self._stop = "", None, None
        for row in self._rows:
            row.set_open(on=False)
            row.set_current(on=False)
        if self._stops_are_set:
            self.set_tab_stops()
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        for row in self._rows:
            row.set_theme(theme)
        for heading in self._headings.values():
            heading.set_theme(theme)
        self._arrange()

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Tree

    def go(self, row: _Row, key: int, letters: str) -> bool:
        """Do what a key asks for in the tree; whether it was a key of the tree."""
        keys = QtCore.Qt.Key
        steps: dict[int, int] = {keys.Key_Up: -1, keys.Key_Down: 1, keys.Key_PageUp: -8, keys.Key_PageDown: 8}
        along, against = keys.Key_Right, keys.Key_Left
        if row.isRightToLeft():
            along, against = against, along
        shown = [each for each in self._rows if not each.isHidden()]
        here = shown.index(row)
        target = None
        if key in steps:
            target = shown[max(0, min(len(shown) - 1, here + steps[key]))]
        elif key in (keys.Key_Home, keys.Key_End):
            target = shown[0 if key == keys.Key_Home else -1]
        elif key == along and row.has_branch:
            target = shown[here + 1] if row.is_open() else row
            self._open_branch(row, on=True)
        elif key == against:
            target = row if row.has_branch and row.is_open() else row.branch
            self._open_branch(row, on=False)
        elif letters.strip():
            after = [*shown[here + 1 :], *shown[: here + 1]]
            target = next((each for each in after if each.plain_text().casefold().startswith(letters.casefold())), None)
        if target is None:
            return False
        self._take_tab_stop(target)
        target.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
        bring_into_view(target)
        return True

    def _add(
        self, topic: Topic, branch: _Row | None, before: dict[tuple[str, _Row | None], _Row], *, gap: bool = False
    ) -> None:
        row = before.pop((topic.id, branch), None)
        if row is None:
            row = _Row(self._theme, topic.id, branch, self)
            row.clicked.connect(self._choose)
        row.show_topic(topic, gap=gap)
        self._rows.append(row)
        for child in topic.children:
            self._add(child, row, before)

    def _row_of(self, topic: str) -> _Row | None:
        leading = [row for row in self._rows if topic in (row.topic, row.opens)]
        if self._chosen in leading or self._chosen in [row.branch for row in leading]:
            leading = [row for row in leading if self._chosen in (row, row.branch)]
        elif len(leading) > 1:
            leading = [row for row in leading if row.branch is None or row.branch.is_open()]
        return leading[0] if leading else None

    def _choose(self) -> None:
        """Open the row's topic; a branch whose topic is open already is closed or opened."""
        row = self.sender()
        if not isinstance(row, _Row):
            return
        self._take_tab_stop(row)
        if row.topic == self._topic and row.has_branch:
            self._open_branch(row, on=not row.is_open())
            return
        self.choose(row.topic, row)

    def choose(self, topic: str, row: _Row | None = None) -> None:
        """Ask for what the row of a topic leads to, as if it had been pressed."""
        self._chosen = row or next(each for each in self._rows if each.topic == topic)
        self.topic_requested.emit(self._chosen.opens or self._chosen.topic)

    def _open_branch(self, row: _Row, *, on: bool) -> None:
        if row.has_branch:
            row.set_open(on=on)
            self._arrange()

    def _take_tab_stop(self, chosen: _Row) -> None:
        self._stop = chosen
        if self._stops_are_set:
            self.set_tab_stops()

    def set_tab_stops(self) -> None:
        """Let Tab reach one row only. First called once the window has been painted, to keep the start quick."""
        self._stops_are_set = True
        policy = QtCore.Qt.FocusPolicy
        self._stop = self._stop or (self._rows[0] if self._rows else None)
        for row in self._rows:
            row.setFocusPolicy(policy.StrongFocus if row is self._stop else policy.ClickFocus)

    def _arrange(self) -> None:
        placed: list[tuple[int, QWidget]] = []
        for row in self._rows:
            visible = row.branch is None or row.branch.is_open()
            row.setVisible(visible)
            if row.topic in self._headings and row.branch is None:
                placed.append((self._theme.space(3), self._headings[row.topic]))
            if visible:
                placed.append((0, row))
        for _, widget in placed:
            widget.raise_()
            widget.show()
        self.place(placed)
        lay_out_again(self)


class _Row(Pressable):
    """A topic in the tree."""

    def __init__(self, theme: Theme, topic: str, branch: _Row | None, tree: TopicTree) -> None:
        super().__init__(theme, "", tree)
        self.topic = topic
        self.opens = ""
        self.branch = branch
        self.has_branch = False
        self._tree = tree
        self._gap = False
        self._current = False
        self._open = False
        self.setAccessibleIdentifier(f"topic-{topic}")

    def show_topic(self, topic: Topic, *, gap: bool) -> None:
        """Show the name of this topic, and whether others stand under it. ``gap`` draws a line above it."""
        self.set_text(topic.name)
        self.opens = topic.opens
        self.has_branch = bool(topic.children)
        self._gap = gap

    def is_open(self) -> bool:
        """Whether the rows under it are shown."""
        return self._open

    def set_open(self, *, on: bool) -> None:
        """Show the rows under it, or hide them."""
        self._open = on
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
        return self._open if self.has_branch else None

    def spoken_selected(self) -> bool | None:
        return self._current

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = QtCore.Qt.KeyboardModifier
        plain = not event.modifiers() & (held.ControlModifier | held.AltModifier)
        if not plain or not self._tree.go(self, event.key(), event.text()):
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
        edge = theme.space(4) * (2 if self.branch else 1)
        words = between(self, edge, self.width() - edge - self._room(self.width()))
        words.setTop(box.top())
        style, colour = (Style.PANEL_BOLD, "brand-pressed") if self._current else (Style.PANEL, "ink")
        self.paint_label(painter, words, style, colour)
        if self.has_branch:
            way = "down" if self._open else ("left" if mirrored else "right")
            x = box.left() + theme.space(4) if mirrored else box.right() - theme.space(4)
            paint.chevron(painter, theme, QPointF(x, box.center().y()), theme.space(2.5), "ink-soft", way)

    def _box(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0, (self.theme.space(4) if self._gap else 0) + 1, 0, -1)

    def _room(self, width: int) -> int:
        space = self.theme.space
        return width - space(4) * (2 if self.branch else 1) - (space(8) if self.has_branch else space(1))
