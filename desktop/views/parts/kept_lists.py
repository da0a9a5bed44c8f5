"""The topics a reader keeps: the bookmarks, and those opened last. Made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop.looks.theme import Style
from desktop.views.parts.bookmark_button import BookmarkButton
from desktop.views.parts.buttons import IconButton, LinkRow
from desktop.views.parts.flow import Column, lay_out_again
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.looks.theme import Theme, Themed
    from desktop.pages.sheet import KeptList, KeptRow, KeptTopics


class KeptLists(Column):
    """Shows what is kept. Asks for a topic, for a bookmark to be taken off or put back, and for a list to be cleared.

    What is taken off keeps its row, so that it can be put back in one press and nothing moves.
    """

    topic_requested = Signal(str)
    bookmark_requested = Signal(str)
    bookmarks_requested = Signal(bool)
    """All bookmarks are to be taken off, or put back."""
    recent_requested = Signal(bool)
    """The recent topics are to be forgotten, or put back."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bookmarks = _List(theme, "bookmarks", "trash", self, marked=True)
        self._recent = _List(theme, "recent", "broom", self, marked=False)
        for part in (self._bookmarks, self._recent):
            part.topic_requested.connect(self.topic_requested)
        self._bookmarks.bookmark_requested.connect(self.bookmark_requested)
        self._bookmarks.all_requested.connect(self.bookmarks_requested)
        self._recent.all_requested.connect(self.recent_requested)
        self._arrange()

    def show_kept(self, kept: KeptTopics) -> None:
        """Show these topics."""
        off, back = self.tr("Remove all bookmarks"), self.tr("Put all bookmarks back")
        self._bookmarks.show_list(kept.bookmarks, off if kept.bookmarks.on else back)
        off, back = self.tr("Clear recent topics"), self.tr("Put the recent topics back")
        self._recent.show_list(kept.recent, off if kept.recent.on else back)
        lay_out_again(self)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        for part in (self._bookmarks, self._recent):
            part.set_theme(theme)
        self._arrange()

    def text_blocks(self) -> Iterator[TextBlock]:
        """The texts that are shown, in reading order."""
        yield from self._bookmarks.text_blocks()
        yield from self._recent.text_blocks()

    def _arrange(self) -> None:
        self.place([(0, self._bookmarks), (self._theme.space(8), self._recent)])


class _List(Column):
    """One of the lists: its heading and its note, its topics, and the button that clears it."""

    topic_requested = Signal(str)
    bookmark_requested = Signal(str)
    all_requested = Signal(bool)

    def __init__(self, theme: Theme, name: str, icon_name: str, parent: QWidget, *, marked: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marked = marked
        self._on = True
        self._off_icon = icon_name
        self._heading = TextBlock(theme, self, role=QAccessible.Role.Heading)
        self._note = TextBlock(theme, self)
        self._rows: list[_Row] = []
        self._all = IconButton(theme, icon_name, parent=self)
        self._all.setAccessibleIdentifier(f"all-{name}")
        self._all.clicked.connect(self._switch_all)

    def show_list(self, shown: KeptList, all_label: str) -> None:
        """Show these topics, with this name on the button for all of them."""
        self._on = shown.on
        self._heading.show_text(shown.heading, Style.HEADING, level=2)
        self._heading.setVisible(bool(shown.heading))
        self._note.show_text(shown.note, Style.BODY if self._marked else Style.SMALL, colour="ink-soft")
        self._note.setVisible(bool(shown.note))
        while len(self._rows) < len(shown.rows):
            row = _Row(self._theme, self, marked=self._marked)
            row.topic_requested.connect(self.topic_requested)
            row.bookmark_requested.connect(self.bookmark_requested)
            self._rows.append(row)
        for row, each in zip(self._rows, shown.rows, strict=False):
            row.show_row(each)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(shown.rows))
        self._all.set_label("", all_label)
        self._all.set_icon(self._off_icon if shown.on else "back")
        self._all.setVisible(bool(shown.rows) or not shown.on)
        self._all.raise_()
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        parts: tuple[Themed, ...] = (self._heading, self._note, *self._rows, self._all)
        for part in parts:
            part.set_theme(theme)
        self._arrange()

    def text_blocks(self) -> Iterator[TextBlock]:
        """The texts that are shown, in reading order."""
        yield from (text for text in (self._heading, self._note) if not text.isHidden())
        for row in self._rows:
            if not row.isHidden():
                yield from row.text_blocks()

    def _arrange(self) -> None:
        space = self._theme.space
        rows = ((space(0.5), row) for row in self._rows)
        self.place([(0, self._heading), (space(1.5), self._note), *rows, (space(4), self._all)])

    def _switch_all(self) -> None:
        self.all_requested.emit(not self._on)


class _Row(QWidget):
    """A topic that is kept: the way to it, or the word that it is gone; and its bookmark."""

    topic_requested = Signal(str)
    bookmark_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget, *, marked: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        self._topic = ""
        self._link = LinkRow(theme, self)
        self._gone = TextBlock(theme, self)
        self._bookmark = BookmarkButton(theme, self)
        self._bookmark.setVisible(marked)
        self._link.clicked.connect(self._follow)
        self._bookmark.clicked.connect(self._switch)

    def show_row(self, row: KeptRow) -> None:
        """Show this topic."""
        self._topic = row.topic
        self._link.show_link(row.name, row.topic, Style.BODY)
        self._gone.show_text(row.gone, Style.BODY, colour="ink-soft", lead_in=row.name, above=True)
        self._link.setVisible(not row.gone)
        self._gone.setVisible(bool(row.gone))
        self._bookmark.show_bookmark(on=row.on, name=row.name)
        self._bookmark.setAccessibleIdentifier(f"bookmark-{row.topic}")

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        for part in (self._link, self._gone, self._bookmark):
            part.set_theme(theme)

    def text_blocks(self) -> Iterator[TextBlock]:
        """The text that stands in place of a link."""
        if not self._gone.isHidden():
            yield self._gone

    def height_for(self, width: int) -> int:
        """Place the parts at this width; the height they need."""
        space, target = self._theme.space, self._theme.target
        end = 0 if self._bookmark.isHidden() else target + space(1)
        edge = 0 if self._gone.isHidden() else space(2)
        part: LinkRow | TextBlock = self._link if self._gone.isHidden() else self._gone
        room = width - end - edge
        text = part.height_for(room)
        height = max(target, text if self._gone.isHidden() else text + space(3))
        self._put(part, edge, (height - text) // 2, room, text, width)
        self._put(self._bookmark, width - target, (height - target) // 2, target, target, width)
        return height

    def _put(self, part: QWidget, x: int, y: int, width: int, height: int, whole: int) -> None:
        part.setGeometry(QRect(whole - x - width if self.isRightToLeft() else x, y, width, height))

    def _follow(self) -> None:
        self.topic_requested.emit(self._topic)

    def _switch(self) -> None:
        self.bookmark_requested.emit(self._topic)
