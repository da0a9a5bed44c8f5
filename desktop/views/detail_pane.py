"""The pane in the middle: the topic itself."""

from __future__ import annotations

from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible

from desktop.looks.theme import Style
from desktop.pages import topics
from desktop.pages.find import narrowed
from desktop.pages.place import PagePlace
from desktop.pages.sheet import Kind
from desktop.views.parts.block_column import DETAIL, BlockColumn
from desktop.views.parts.bookmark_button import BookmarkButton
from desktop.views.parts.buttons import IconButton, ShortLink
from desktop.views.parts.definition_card import Definitions
from desktop.views.parts.flow import Column, ScrollPane, lay_out_again
from desktop.views.parts.glance_card import GlanceCardView
from desktop.views.parts.notice_card import NoticeCard
from desktop.views.parts.rest import Rest
from desktop.views.parts.text_block import TextBlock
from desktop.views.parts.text_selection import TextSelection
from desktop.views.parts.title_line import TitleLine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme
    from desktop.pages.sheet import Block, Comparison, KeptTopics, Sheet
    from desktop.speech.transcript import Place, Utterance
    from desktop.views.parts.comparison_card import ComparisonCard
    from desktop.views.parts.findable import Passage
    from desktop.views.parts.kept_lists import KeptLists
    from desktop.views.words_bar import WordsBar

_HEADING_SLACK = 24
"""How far below the top edge a heading may stand and still be the one that is read, in pixels."""
_FIRST_BLOCKS = 20
"""Blocks made before a new page is painted: more than a usual screen shows."""
_MOST_TEXT_WIDTH = 760
"""Widest a line of text may be at the smallest size, in pixels: about 75 characters (WCAG 1.4.8)."""


class _Heading(NamedTuple):
    """A heading of the page: how far down it stands, in pixels, whether it has the keyboard, and the way to it."""

    y: int
    focused: bool
    reach: Callable[[], TextBlock]


class DetailPane(ScrollPane):
    """Shows the sheet of a topic. Asks for another topic when a link is pressed."""

    topic_requested = Signal(str)
    copy_requested = Signal()
    told = Signal(str)
    """What a screen reader should say."""
    bookmark_requested = Signal(str)
    """A bookmark is to be set on this topic, or taken off."""
    bookmarks_requested = Signal(bool)
    recent_requested = Signal(bool)
    """All bookmarks, or the recent topics, are to be taken off, or put back."""
    list_requested = Signal()
    """The topic is to be put on the reader's list, or taken off."""
    question_switched = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, typing: bool = True) -> None:
        """``typing`` is whether there is a keyboard, and so fields to type in."""
        super().__init__(theme, Column(), parent)
        self._theme = theme
        self._typing = typing
        column = self.column
        self._crumb = ShortLink(theme, Style.SMALL, column)
        self._title = TextBlock(theme, column, role=QAccessible.Role.Heading)
        self._bookmark = BookmarkButton(theme, column)
        self._list_button = IconButton(theme, "basket", parent=column)
        self._list_button.setCheckable(True)
        self._list_button.setAccessibleIdentifier("list")
        self._bookmark.setAccessibleIdentifier("bookmark")
        self._title_line = TitleLine(theme, self._title, [self._list_button, self._bookmark], column)
        self._subtitle = TextBlock(theme, column)
        self._lead = TextBlock(theme, column)
        self._glance = GlanceCardView(theme, column)
        self._notice = NoticeCard(theme, column)
        self._comparison: ComparisonCard | None = None
        self._sheet: Sheet | None = None
        self._kept: KeptLists | None = None
        self._body = BlockColumn(theme, DETAIL, column)
        self.selection = TextSelection(self, self.text_blocks, self._written)
        self.definitions = Definitions(self, theme)
        self._topic = ""
        self._listed: tuple[Block, ...] = ()
        self._words_bar: WordsBar | None = None
        self._rest = Rest(self)
        self._rest.timeout.connect(self.complete)
        self.made.connect(self._show_made)
        self._crumb.clicked.connect(self._follow_crumb)
        self._bookmark.clicked.connect(self._switch_bookmark)
        self._list_button.clicked.connect(self.list_requested)
        self._body.question_switched.connect(self.question_switched)
        self._notice.topic_requested.connect(self.topic_requested)
        self._body.topic_requested.connect(self.topic_requested)
        self.setAccessibleIdentifier("topic")
        self._arrange()

    def show_sheet(self, sheet: Sheet, *, bookmark: bool | None = None) -> None:
        """Show a topic from its top. ``bookmark`` tells whether there is one on it; None if it can have none."""
        self._sheet = sheet
        self.selection.clear()
        self.definitions.close()
        self._topic = sheet.topic
        self._crumb.setVisible(bool(sheet.crumbs))
        for crumb in sheet.crumbs:
            self._crumb.show_link(crumb.name, crumb.topic)
        self._title.show_text(sheet.title, Style.TITLE, level=1)
        self.show_bookmark(on=bookmark)
        self._subtitle.setVisible(bool(sheet.subtitle))
        self._subtitle.show_text(sheet.subtitle, Style.SMALL, colour="ink-soft")
        self._lead.setVisible(sheet.lead is not None)
        if sheet.lead is not None:
            self._lead.show_text(sheet.lead.text, Style.LEAD, sources=sheet.lead.sources)
        self._glance.setVisible(sheet.glance is not None)
        if sheet.glance is not None:
            self._glance.show_card(sheet.glance)
        self._notice.setVisible(sheet.notice is not None)
        if sheet.notice is not None:
            self._notice.show_notice(sheet.notice)
        self._show_comparison(sheet.comparison)
        self._listed = sheet.blocks if sheet.topic == topics.WORDS else ()
        self._show_words_bar()
        self.show_kept(sheet.kept)
        self._body.show_blocks(sheet.blocks, at_once=_FIRST_BLOCKS)
        self.setAccessibleName(sheet.title)
        self.lay_out()
        self._mark_first_words()
        self.scroll_to(None)

    def show_bookmark(self, *, on: bool | None) -> None:
        """Whether there is a bookmark on the topic; None if it can have none."""
        self._bookmark.setVisible(on is not None)
        self._bookmark.show_bookmark(on=bool(on))

    def show_kept(self, kept: KeptTopics | None) -> None:
        """The topics the reader keeps, made when they are first wanted."""
        if kept is not None and self._kept is None:
            from desktop.views.parts.kept_lists import KeptLists  # noqa: PLC0415 - not needed for the first screen

            self._kept = KeptLists(self._theme, self.column)
            self._kept.topic_requested.connect(self.topic_requested)
            self._kept.bookmark_requested.connect(self.bookmark_requested)
            self._kept.bookmarks_requested.connect(self.bookmarks_requested)
            self._kept.recent_requested.connect(self.recent_requested)
            self._body.raise_()
            self._arrange()
        if self._kept is not None:
            self._kept.setVisible(kept is not None)
            if kept is not None:
                self._kept.show_kept(kept)

    def complete(self) -> None:
        """Make now what would be made a moment after the page is painted."""
        self._rest.stop()
        self._body.complete()
        self.mark_words()

    def mark_words(self) -> None:
        """Put dots under the words that can be explained, in the texts that are there already."""
        self._put_dots(self._texts(self._body.made_texts()))

    def _mark_first_words(self) -> None:
        """Put dots under the words that are seen at once; the others follow a moment later."""
        below = self.height()
        seen = takewhile(lambda text: self.y_of(text) < below, self._texts(self._body.made_texts()))
        self._put_dots(seen)
        self._rest.start()

    def _put_dots(self, texts: Iterable[TextBlock]) -> None:
        self.definitions.mark(texts, self._topic, alone=self._body.is_long())

    def _show_made(self) -> None:
        """A long list has made other texts than before."""
        self.mark_words()
        self.selection.follow()

    def show_choices(self, *, can_be_listed: bool, listed: bool, questions: tuple[str, ...]) -> None:
        """Whether the topic can be on the reader's list, and is, and which questions are chosen."""
        before = (self._list_button.isHidden(), self._list_button.plain_text())
        self._list_button.setVisible(can_be_listed)
        word = self.tr("On my list") if listed else self.tr("Add to my list")
        self._list_button.setChecked(listed)
        self._list_button.set_label(word, word)
        self._list_button.set_icon("check" if listed else "basket")
        if before != (self._list_button.isHidden(), word):
            lay_out_again(self._title_line)
        self._body.show_chosen(questions)

    def show_anchor(self, anchor: str) -> bool:
        """Scroll to a part of the topic, or to its top if there is no such part; whether there is."""
        widget = self._body.widget_at(anchor) if anchor else None
        if widget is None and anchor and self._words_bar is not None and self._words_bar.words():
            self._words_bar.clear()
            widget = self._body.widget_at(anchor)
        self.scroll_to(widget)
        return widget is not None

    def _show_words_bar(self) -> None:
        """Show the letters and the filter above all words. They are made when they are first wanted."""
        if self._words_bar is None and self._listed:
            from desktop.views.words_bar import WordsBar  # noqa: PLC0415 - not needed for the first screen

            self._words_bar = WordsBar(self._theme, self.column, typing=self._typing)
            self._words_bar.words_changed.connect(self._filter)
            self._words_bar.letter_requested.connect(self._go_to_letter)
            self._body.raise_()
            self._arrange()
        if self._words_bar is not None:
            self._words_bar.setVisible(bool(self._listed))
            self._words_bar.clear()
            self._tell_words(self._words_bar, self._listed)

    def _filter(self, words: str) -> None:
        """Leave only the words that have this in them."""
        if self._words_bar is None or not self._listed:
            return
        self.definitions.close()
        kept = narrowed(self._listed, words)
        self._tell_words(self._words_bar, kept)
        self._body.show_blocks(kept)
        self.lay_out()
        self.mark_words()

    def _tell_words(self, bar: WordsBar, blocks: tuple[Block, ...]) -> None:
        letters = {block.text for block in blocks if block.kind is Kind.HEADING}
        told = bar.show_letters(letters, len(blocks) - len(letters))
        if bar.words():
            self.told.emit(told)

    def _go_to_letter(self, letter: str) -> None:
        widget = self._body.widget_at(f"letter-{letter}")
        if isinstance(widget, TextBlock):
            self.scroll_to(widget)
            widget.take_focus()

    def passages(self) -> Iterator[Passage]:
        self.complete()
        return super().passages()

    def go_to_heading(self, step: int) -> str:
        """Scroll to the next heading, or with -1 to the one before, and put the keyboard there; its text."""
        self.complete()
        headings = list(self._headings())
        top = self.verticalScrollBar().value() + _HEADING_SLACK
        focused = next((number for number, heading in enumerate(headings) if heading.focused), -1)
        here = focused if focused >= 0 else max(0, sum(heading.y <= top for heading in headings) - 1)
        number = max(0, min(here + step, len(headings) - 1))
        target = headings[number].reach()
        self.scroll_to(target if number else None)
        target.take_focus()
        return target.shown()

    def _headings(self) -> Iterator[_Heading]:
        """Every heading of the page; in a long list those out of sight, too."""
        in_list = self._body.is_long()
        for text in self._texts(iter(())) if in_list else self.text_blocks():
            if text.spoken_level():
                yield _Heading(self.y_of(text), text.hasFocus(), partial(_itself, text))
        if in_list:
            top = self.y_of(self._body)
            for y, number in self._body.heading_rows():
                yield _Heading(top + y, self._body.has_focus(number), partial(self._body.first_text, number))

    def place(self) -> PagePlace:
        """Where the reader is in the topic."""
        return PagePlace(self.spot(), self._body.open_folds())

    def restore(self, place: PagePlace) -> None:
        """Bring the reader to a place of the topic that is shown."""
        if place == PagePlace() and not self._body.open_folds():
            self.scroll_to(None)
            return
        with self.laid_out_once():
            self._body.set_open_folds(place.folds)
        self.scroll_to(place.spot)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self.use_theme(theme)
        self.definitions.set_theme(theme)
        for part in (
            self._crumb,
            self._title,
            self._list_button,
            self._bookmark,
            self._title_line,
            self._subtitle,
            self._lead,
        ):
            part.set_theme(theme)
        for card in (self._glance, self._notice, self._comparison, self._words_bar, self._kept, self._body):
            if card is not None:
                card.set_theme(theme)
        self._arrange()
        self.lay_out()

    def text_blocks(self) -> Iterator[TextBlock]:
        """The texts that are shown now, in reading order."""
        return self._texts(self._body.text_blocks())

    def _texts(self, of_body: Iterator[TextBlock]) -> Iterator[TextBlock]:
        for text in (self._title, self._subtitle, self._lead):
            if not text.isHidden():
                yield text
        for part in (self._glance, self._notice, self._comparison, self._words_bar, self._kept):
            if part is not None and not part.isHidden():
                yield from part.text_blocks()
        yield from of_body

    def _written(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        yield from ((text.shown(), text.sources()) for text in self._texts(iter(())))
        yield from self._body.written()

    def keeps(self, widget: QWidget) -> bool:
        return super().keeps(widget) or self.definitions.explains_in(widget) or self.selection.needs(widget)

    def lay_out(self) -> None:
        super().lay_out()
        self.definitions.follow()

    def utterances(self) -> tuple[Utterance, ...]:
        """What is said of the topic as it is shown now."""
        from desktop.speech import transcript  # noqa: PLC0415 - not needed for the first screen

        return transcript.of_sheet(self._sheet, self._body.open_folds()) if self._sheet else ()

    def widgets_of(self, place: Place) -> list[QWidget]:
        """The widgets at a place of the transcript."""
        from desktop.speech.transcript import Part  # noqa: PLC0415 - as above

        if place.part == Part.BODY:
            return self._body.widgets_at(place.way)
        if place.part == Part.GLANCE:
            return list(self._glance.line(place.way[0]))
        if self._comparison is not None and place.part in (Part.HEAD, Part.ROW, Part.SHARED):
            return _compared(self._comparison, place)
        if place.part == Part.NOTICE:
            return list(self._notice.text_blocks())
        parts: dict[str, QWidget] = {
            Part.TITLE: self._title,
            Part.SUBTITLE: self._subtitle,
            Part.LEAD: self._lead,
            Part.FIGURE: self._glance.figure(),
        }
        return [parts[place.part]]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from PySide6.QtWidgets import QMenu  # noqa: PLC0415 - not needed for the first screen

        menu = QMenu(self)
        copy = menu.addAction(self.tr("Copy with sources"))
        copy.setEnabled(bool(self.selection.text()))
        copy.triggered.connect(self.copy_requested)
        menu.addAction(self.tr("Select all")).triggered.connect(self.selection.select_all)
        menu.popup(event.globalPos())
        menu.aboutToHide.connect(menu.deleteLater)

    def _arrange(self) -> None:
        space = self._theme.space
        self.column.set_margins(space(8), space(3), space(3), space(12))
        self.column.set_most_width(round(_MOST_TEXT_WIDTH * self._theme.growth))
        parts: list[tuple[int, QWidget]] = [
            (0, self._crumb),
            (0, self._title_line),
            (space(1), self._subtitle),
            (space(3), self._lead),
            (space(5), self._glance),
            (space(4), self._notice),
            (space(7), self._body),
        ]
        if self._comparison is not None:
            parts.insert(-1, (space(5), self._comparison))
        if self._words_bar is not None:
            parts.insert(-1, (space(4), self._words_bar))
        if self._kept is not None:
            parts.insert(-1, (space(5), self._kept))
        self.column.place(parts)

    def _show_comparison(self, comparison: Comparison | None) -> None:
        """Two operations side by side, made when they are first wanted."""
        if comparison is not None and self._comparison is None:
            from desktop.views.parts.comparison_card import ComparisonCard  # noqa: PLC0415 - not for the first screen

            self._comparison = ComparisonCard(self._theme, self.column)
            self._comparison.topic_requested.connect(self.topic_requested)
            self._body.raise_()
            self._arrange()
        if self._comparison is not None:
            self._comparison.setVisible(comparison is not None)
            if comparison is not None:
                self._comparison.show_comparison(comparison)

    def _switch_bookmark(self) -> None:
        self.bookmark_requested.emit(self._topic)

    def _follow_crumb(self) -> None:
        self.topic_requested.emit(self._crumb.target)


def _itself(text: TextBlock) -> TextBlock:
    return text


def _compared(card: ComparisonCard, place: Place) -> list[QWidget]:
    """The widgets at a place of two operations side by side."""
    from desktop.speech.transcript import Part  # noqa: PLC0415 - not needed for the first screen

    if place.part == Part.HEAD:
        return [card.head(place.way[0])]
    if place.part == Part.SHARED:
        return list(card.shared()[1:]) if place.way else [card.shared()[0]]
    number, *side = place.way
    return [card.row(number)[1 + side[0] if side else 0]]
