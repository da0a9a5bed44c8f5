"""The window: three panes side by side, or one at a time where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from desktop.pages import compose, panel, topics
from desktop.pages.place import View
from desktop.session.visit import Choices
from desktop.views.detail_pane import DetailPane
from desktop.views.footer_bar import FooterBar
from desktop.views.header_bar import HeaderBar
from desktop.views.keeping import Keeping
from desktop.views.navigation_pane import BODY, NavigationPane
from desktop.views.pane_switch import PANES, Pane, PaneSwitch
from desktop.views.panes import Panes
from desktop.views.parts.message_bar import MessageBar
from desktop.views.parts.pressable import Pressable
from desktop.views.side_effects_panel import SideEffectsPanel
from desktop.views.tab_order import go_to_next_pane, go_to_next_stop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from desktop.content.model import Guide
    from desktop.kept.keeper import Keeper
    from desktop.looks.theme import Theme, Themed
    from desktop.navigator import Navigator
    from desktop.pages.sheet import Block
    from desktop.search.engine import Results
    from desktop.views.colour_menu import ColourMenu
    from desktop.views.cover import Cover
    from desktop.views.find_bar import FindBar
    from desktop.views.finder import Finder
    from desktop.views.listen_bar import ListenBar
    from desktop.views.page_reader import PageReader
    from desktop.views.parts.flow import ScrollPane
    from desktop.views.search import Search
    from desktop.voice.listening import Listening

_LEAST_FOR_PANES = 0.5
"""The share of the window's height that is kept for the panes. Where it would be less, at the largest sizes of text in
small windows, the footer gives way: the end of each page says who has reviewed it, and "About this guide" all of it."""


class MainWindow(QMainWindow):
    """Shows one topic of the guide: where it stands, what it says, and its side effects."""

    first_painted = Signal()
    """The window has been painted once: what the first screen did not need can be made now."""
    pane_widths_changed = Signal(list)
    size_changed = Signal(QSize, bool)
    """The new size, and whether the window fills the screen."""
    language_requested = Signal(str)
    text_size_requested = Signal(int)
    """Steps by which the text is to grow; 0 for the size it had at first."""
    colours_requested = Signal(str)
    voice_requested = Signal(str)
    search_requested = Signal(str)
    """What has been typed so far; ``show_results`` is to answer."""
    handout_requested = Signal()
    topic_switched = Signal(str)
    """A topic is to be put on the reader's list, or taken off."""
    question_switched = Signal(str)
    """A question is to be asked, or no longer."""

    def __init__(
        self, guide: Guide, theme: Theme, navigator: Navigator, *, nurse: bool, keeper: Keeper | None = None
    ) -> None:
        """``nurse`` shows the notes for nurses; ``keeper`` keeps bookmarks and more, where anything may be kept."""
        super().__init__()
        self.guide = guide
        self._theme = theme
        self._navigator = navigator
        self._nurse = nurse
        self._choices = Choices()
        self._colours = ""
        self._shown = ""
        self._blank = False
        self._colour_menu: ColourMenu | None = None
        self._reader: PageReader | None = None
        self._search: Search | None = None
        self._cover: Cover | None = None
        self.painted = False
        """Whether it has been painted once."""
        self._words_explained = False
        self._find_bar: FindBar | None = None
        self._finder: Finder | None = None
        self._make()
        self._wire()
        self._keeping = self._made_keeping(keeper) if keeper else None
        self._show_words()
        self.first_painted.connect(self._explain_words)
        self.first_painted.connect(self._make_search)
        self.first_painted.connect(self._add_actions)
        self.first_painted.connect(self._navigation.set_tab_stops)
        self.first_painted.connect(self._detail.let_focus_show)
        self.first_painted.connect(self._effects.let_focus_show)

    def restore_widths(self, widths: tuple[int, ...]) -> None:
        """Give the panes the widths they had in an earlier session; none gives them their first widths."""
        self._panes.use_widths(widths)
        self._panes.share(self.width(), self._theme.step)

    def shows_whole_topic(self) -> bool:
        """Whether every pane shows the topic that is open: a failure while it was shown may have kept one from it."""
        return self._shown == self._navigator.topic

    def show_nothing(self) -> None:
        """Hide the panes until a topic can be shown whole: nothing is better than the side effects of another one."""
        self._blank = True
        self._arrange_panes()

    def show_guide(self, guide: Guide) -> None:
        """Show the same topic in another guide: the same content in another language."""
        self._stop_reading()
        view = self._view()
        self._shown = ""
        self.guide = guide
        if self._words_explained:
            self._explain_words()
        self._show_words()
        self._show_topic(self._navigator.topic)
        if self._find_bar is not None:
            self._find_bar.show_words()
        self._lay_out_bars()
        self._restore(view)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        view = self._view()
        self._theme = theme
        parts: tuple[Themed, ...] = (
            self._header, self._switch, self._message, self._navigation, self._detail, self._effects, self._footer,
        )  # fmt: skip
        for part in parts:
            part.set_theme(theme)
        if self._find_bar is not None:
            self._find_bar.set_theme(theme)
        if self._search is not None:
            self._search.set_theme(theme)
        if self._cover is not None:
            self._cover.set_theme(theme)
        self._arrange_panes()
        self._restore(view)
        if self._reader is not None:
            self._reader.set_theme(theme)
            self._lay_out_bars()
        self.update()

    def show_looks(self, colours: str, *, smaller: bool, larger: bool) -> None:
        """Which colours are chosen, and whether the text can be made smaller, and larger."""
        self._colours = colours
        self._header.show_sizes(smaller=smaller, larger=larger)

    def offer_listening(self, listening: Listening, voices: tuple[str, ...], voice: str) -> None:
        """Let everything be read aloud with these voices, one of which is in use; without any, nothing is offered."""
        if self._reader is None:
            if not voices:
                return
            self._reader = self._made_reader(listening)
        self._reader.offer(self.guide.edition.language, voices, voice)
        self._lay_out_bars()

    def show_message(self, text: str) -> None:
        """Tell the reader something that went wrong, above the panes, until it is dismissed."""
        self._stop_reading()
        self._message.show_message(text)
        self._lay_out_bars()
        self.tell(text)

    def voice_problem(self, problem: str) -> str:
        """The sentence for a reader to whom the voice stopped reading."""
        return self.tr("The voice stopped reading: {0}").format(problem)

    def show_news(self, text: str, more: str) -> None:
        """Tell something that did not go wrong, with the way to more. What went wrong does not make room for it."""
        if not self._message.isVisibleTo(self):
            self._message.show_message(text, more)
            self._lay_out_bars()
            self.tell(text)

    def settings_problem(self, problem: str) -> str:
        """The sentence for a reader whose settings could not be saved."""
        return self.tr("Your settings could not be saved: {0}").format(problem)

    def fault(self, log: str) -> str:
        """The sentence for a reader after something in the program itself has failed."""
        return self.tr(
            "Something in the program went wrong. Nothing you kept is lost, and you can go on reading. For whoever "
            "looks after this computer, it is noted in {0}"
        ).format(log)

    def show_choices(self, choices: Choices) -> None:
        """What is on the reader's list, and which questions are chosen."""
        self._choices = choices
        self._header.show_listed(len(choices.topics))
        topic = self._navigator.topic
        self._detail.show_choices(
            can_be_listed=topics.can_be_taken_home(self.guide, topic),
            listed=topic in choices.topics,
            questions=choices.questions,
        )

    def cover(self, view: Cover) -> None:
        """Show something in place of the panes."""
        self._cover = view
        view.set_theme(self._theme)
        self._footer.raise_()
        view.show()
        self._arrange_panes()

    def uncover(self) -> None:
        """Show the panes again."""
        if self._cover is not None and not self._cover.isHidden():
            self._cover.hide()
            self._arrange_panes()
            self._detail.take_focus(seen=True)

    def complete(self) -> None:
        """Make now what would be made a moment after the first painting."""
        if not self._words_explained:
            self._explain_words()
        self._navigation.complete()
        self._detail.complete()
        self._effects.complete()

    def pane(self, pane: str) -> QWidget:
        """One of the three panes."""
        return self._panes.pane(pane)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt has painted the ground by the palette
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_panes()
        if self.isVisible():
            self.size_changed.emit(event.size(), self.isMaximized())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops the voice, wherever the keyboard is, if nothing nearer wants it."""
        if event.key() == QtCore.Qt.Key.Key_Escape and self._reader is not None and self._reader.reading():
            self._stop_reading()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The back and forward buttons of a mouse, wherever it is: no other widget wants them."""
        if event.button() == QtCore.Qt.MouseButton.BackButton:
            self._navigator.back()
        elif event.button() == QtCore.Qt.MouseButton.ForwardButton:
            self._navigator.forward()
        else:
            super().mousePressEvent(event)

    # Making and wiring

    def _make(self) -> None:
        self.setMinimumSize(320, 400)
        self._header = HeaderBar(self._theme, self)
        self._switch = PaneSwitch(self._theme, self)
        self._message = MessageBar(self._theme, self)
        self._navigation = NavigationPane(self._theme)
        self._detail = DetailPane(self._theme)
        self._effects = SideEffectsPanel(self._theme, self._opened)
        self._footer = FooterBar(self._theme, self)
        panes: dict[str, QWidget] = {
            Pane.TOPICS: self._navigation,
            Pane.TOPIC: self._detail,
            Pane.EFFECTS: self._effects,
        }
        self._panes = Panes(panes, self)
        for widget in (*panes.values(), self._footer):
            widget.raise_()
        self._detail.setFocus()

    def _wire(self) -> None:
        self._navigator.topic_changed.connect(self._show_topic)
        self._navigator.topic_changed.connect(self.uncover)
        self._navigator.part_wanted.connect(self._show_part)
        self._navigator.view_wanted.connect(self._restore)
        self._navigator.leaving.connect(self._keep_view)
        self._navigator.path_changed.connect(self._show_path)
        self._header.back_requested.connect(self._navigator.back)
        self._header.forward_requested.connect(self._navigator.forward)
        self._header.language_requested.connect(self.language_requested)
        self._header.smaller_requested.connect(self._smaller)
        self._header.larger_requested.connect(self._larger)
        self._header.colours_requested.connect(self._offer_colours)
        self._header.handout_requested.connect(self.handout_requested)
        self._detail.list_requested.connect(self._switch_topic)
        self._detail.question_switched.connect(self.question_switched)
        self._navigation.topic_requested.connect(self._open)
        self._detail.topic_requested.connect(self._open)
        self._detail.copy_requested.connect(self._copy)
        self._detail.told.connect(self.tell)
        self._detail.definitions.word_requested.connect(self._show_word)
        self._effects.definitions.word_requested.connect(self._show_word)
        self._effects.topic_requested.connect(self._open)
        self._switch.pane_requested.connect(self._show_pane)
        self._message.dismissed.connect(self._lay_out_bars)
        self._panes.widths_changed.connect(self.pane_widths_changed)

    def _make_search(self) -> None:
        """What is under the search field. After the first painting, to keep the start quick."""
        from desktop.views.search import Search  # noqa: PLC0415 - as above

        field = self._header.search
        self._search = Search(self._theme, field, field.make(), self)
        self._search.asked.connect(self.search_requested)
        self._search.place_requested.connect(self._open_found)
        self._search.body_requested.connect(self._open_body)
        self._search.left.connect(self._leave_search)
        self._search.told.connect(self.tell)

    def _add_actions(self) -> None:
        """The keys of the window. After the first painting, to keep the start quick."""
        from PySide6.QtGui import QAction, QKeySequence  # noqa: PLC0415 - as above

        for name, keys, slot in (
            ("back", QKeySequence.keyBindings(QKeySequence.StandardKey.Back), self._navigator.back),
            ("forward", QKeySequence.keyBindings(QKeySequence.StandardKey.Forward), self._navigator.forward),
            ("copy", QKeySequence.keyBindings(QKeySequence.StandardKey.Copy), self._copy),
            ("select-all", QKeySequence.keyBindings(QKeySequence.StandardKey.SelectAll), self._select_all),
            ("search", [QKeySequence("Ctrl+K")], self._begin_search),
            ("handout", [QKeySequence("Ctrl+P")], self.handout_requested),
            ("next-pane", [QKeySequence("F6")], self._focus_next_pane),
            ("find", QKeySequence.keyBindings(QKeySequence.StandardKey.Find), self._open_find_bar),
            ("find-next", QKeySequence.keyBindings(QKeySequence.StandardKey.FindNext), self._find_next),
            ("find-previous", QKeySequence.keyBindings(QKeySequence.StandardKey.FindPrevious), self._find_previous),
            ("next-heading", [QKeySequence("Ctrl+Down")], self._next_heading),
            ("previous-heading", [QKeySequence("Ctrl+Up")], self._previous_heading),
            ("bookmark", [QKeySequence("Ctrl+D")], self._bookmark),
            (
                "larger",
                [*QKeySequence.keyBindings(QKeySequence.StandardKey.ZoomIn), QKeySequence("Ctrl+=")],
                self._larger,
            ),
            ("smaller", QKeySequence.keyBindings(QKeySequence.StandardKey.ZoomOut), self._smaller),
            ("first-size", [QKeySequence("Ctrl+0")], self._first_size),
            ("listen", [QKeySequence("Ctrl+L")], self._listen),
        ):
            action = QAction(self)
            action.setObjectName(name)
            action.setShortcuts([key for key in keys if key.count() and "Backspace" not in key.toString()])
            action.triggered.connect(slot)
            self.addAction(action)

    def _made_keeping(self, keeper: Keeper) -> Keeping:
        keeping = Keeping(keeper, self._detail, self._message, self)
        keeping.told.connect(self.tell)
        keeping.problem.connect(self.show_message)
        keeping.news.connect(self.show_news)
        keeping.topic_requested.connect(self._open)
        return keeping

    def _made_reader(self, listening: Listening) -> PageReader:
        from desktop.views.page_reader import PageReader  # noqa: PLC0415 - not needed for the first screen

        parts = (self._header, self._detail, self._effects)
        reader = PageReader(listening, self._theme, self, parts, self._go_to_pane)
        reader.layout_changed.connect(self._lay_out_bars)
        reader.voice_chosen.connect(self.voice_requested)
        self._navigator.leaving.connect(reader.stop)
        self._navigator.part_wanted.connect(reader.stop)
        return reader

    # Showing

    def _show_words(self) -> None:
        guide = self.guide
        self._header.show_words(guide.edition.title, guide.edition.language)
        own = self._keeping.topics if self._keeping else ()
        self._navigation.show_topics(topics.by_surgery(guide, own), topics.by_body(guide, own))
        self._effects.show_times([(time.id, time.name) for time in guide.times.values()])
        self._switch.show_words(guide.words["side_effects"], guide.words["get_help"])
        edition = f"{guide.words['edition']} {guide.edition.edition}"
        self._footer.show_facts(
            [self.tr("Works offline"), guide.words["based_on"], edition],
            [compose.review_state(guide), guide.words["disclaimer"]],
        )

    def _explain_words(self) -> None:
        """Put dots under the words of the guide. After the first painting, to keep the start quick."""
        from desktop.pages.explained import explained_of  # noqa: PLC0415 - not needed for the first screen

        self._words_explained = True
        explained = explained_of(self.guide)
        for pane in (self._detail, self._effects):
            pane.definitions.use(explained)
            pane.mark_words()

    def _show_word(self, term: str) -> None:
        self._open(topics.WORDS, term)

    def _listen(self) -> None:
        if self._reader is not None:
            self._reader.read_or_stop()

    def _bookmark(self) -> None:
        if self._keeping is not None:
            self._keeping.switch()

    def _stop_reading(self) -> None:
        if self._reader is not None:
            self._reader.stop()

    def _switch_topic(self) -> None:
        self.topic_switched.emit(self._navigator.topic)

    def _smaller(self) -> None:
        self.text_size_requested.emit(-1)

    def _larger(self) -> None:
        self.text_size_requested.emit(1)

    def _first_size(self) -> None:
        self.text_size_requested.emit(0)

    def _offer_colours(self, under: QWidget) -> None:
        if self._colour_menu is None:
            from desktop.views.colour_menu import ColourMenu  # noqa: PLC0415 - not needed for the first screen

            self._colour_menu = ColourMenu(self)
            self._colour_menu.chosen.connect(self.colours_requested)
        self._colour_menu.offer(self._theme, self._colours, under)

    def _open(self, topic: str, anchor: str = "") -> None:
        self._navigator.open(topic, anchor)
        if not anchor:
            self._go_to_pane(Pane.TOPIC)

    def _show_topic(self, topic: str) -> None:
        self._shown = ""
        own, bookmark = self._keeping.open(self.guide, topic) if self._keeping else (None, None)
        sheet = own or compose.sheet(self.guide, topic, nurse=self._nurse)
        effects = panel.panel(self.guide, topic)
        self._go_to_pane(Pane.TOPIC)
        self._move_focus_from(self._detail.column, self._effects.column)
        self.show_choices(self._choices)
        self._detail.show_sheet(sheet, bookmark=bookmark)
        self._effects.show_panel(effects)
        self._navigation.show_topic(topic)
        self.setWindowTitle(f"{sheet.title} · {self.guide.edition.title}")
        self._shown = topic
        if self._blank:
            self._blank = False
            self._arrange_panes()
        self.tell(sheet.title)
        if self._finder is not None and self._find_bar is not None and self._find_bar.isVisibleTo(self):
            self._finder.refresh()

    def _show_part(self, anchor: str) -> None:
        """Scroll to a part of the topic; a side effect of the topic is opened in the panel."""
        in_panel = not self._detail.show_anchor(anchor) and self._effects.show_effect(anchor)
        self._go_to_pane(Pane.EFFECTS if in_panel else Pane.TOPIC)

    def _go_to_pane(self, pane: str) -> None:
        if pane != self._panes.chosen:
            self._show_pane(pane)

    def _view(self) -> View:
        return View(self._detail.place(), self._effects.place(), self._panes.chosen)

    def _keep_view(self) -> None:
        self._navigator.keep(self._view())

    def _restore(self, view: View) -> None:
        """Show the topic as the reader left it."""
        self._go_to_pane(view.pane)
        self._detail.restore(view.page)
        self._effects.restore(view.panel)

    def _move_focus_from(self, *parts: QWidget) -> None:
        """Put the keyboard into the page if it is in a part whose widgets go away or turn into others."""
        focus = QApplication.focusWidget()
        if focus is not None and any(part.isAncestorOf(focus) for part in parts):
            self._detail.take_focus(seen=isinstance(focus, Pressable) and focus.shows_ring())

    def tell(self, text: str) -> None:
        """Let a screen reader say what has changed elsewhere than where the reader is.

        Not while something is read aloud: one voice would talk over the other.
        """
        silent = self._reader is None or not self._reader.reading()
        if silent and self.painted and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _show_path(self, back: bool, forward: bool) -> None:
        self._header.show_path(back=back, forward=forward)

    def _opened(self, effect: str, operation: str) -> tuple[Block, ...]:
        return panel.opened(self.guide, effect, operation, nurse=self._nurse)

    def _show_pane(self, pane: str) -> None:
        self._panes.chosen = pane
        self._arrange_panes()

    # Searching

    def show_results(self, results: Results) -> None:
        """Show what was found for what has been typed."""
        if self._search is not None:
            self._search.show_results(results, self._often_opened())

    def _often_opened(self) -> list[tuple[str, str]]:
        return [(topic, topics.name(self.guide, topic)) for topic in self.guide.often_opened]

    def _begin_search(self) -> None:
        if self._search is not None:
            self._search.begin()

    def _open_found(self, topic: str, anchor: str, keyboard: bool) -> None:
        self._detail.take_focus(seen=keyboard)
        self._open(topic, anchor)

    def _open_body(self) -> None:
        self._show_pane(Pane.TOPICS)
        self._navigation.open_door(BODY)
        self._navigation.take_focus()

    def _leave_search(self) -> None:
        self._detail.take_focus(seen=True)

    # Laying out

    def _lay_out_bars(self) -> None:
        width = self.width()
        header = self._header.height_for(width)
        self._header.setGeometry(0, 0, width, header)
        y = header
        if self._switch.isVisibleTo(self):
            height = self._switch.height_for(width)
            self._switch.setGeometry(0, y, width, height)
            y += height
        if self._message.isVisibleTo(self):
            height = self._message.height_for(width)
            self._message.setGeometry(0, y, width, height)
            y += height
        footer = self._footer.height_for(width)
        self._footer.setGeometry(0, self.height() - footer, width, footer)
        fits = self.height() - y - footer >= self.height() * _LEAST_FOR_PANES
        self._footer.setVisible(fits)
        bottom = self.height() - (footer if fits else 0)
        for bar in self._bars_below():
            height = bar.height_for(width)
            bottom -= height
            bar.setGeometry(0, bottom, width, height)
        self._panes.setGeometry(0, y, width, max(0, bottom - y))
        if self._search is not None:
            self._search.place()
        if self._cover is not None:
            self._cover.setGeometry(self._panes.geometry())

    def _bars_below(self) -> Iterator[FindBar | ListenBar]:
        """The bars shown above the footer, from the footer upwards."""
        bars = (self._find_bar, self._reader.bar if self._reader is not None else None)
        yield from (bar for bar in bars if bar is not None and bar.isVisibleTo(self))

    def _arrange_panes(self) -> None:
        """Show as many panes as fit: all three, the topic with another, or one at a time."""
        shown = self._panes.fitting(self.width() / self._theme.step)
        covered = self._blank or (self._cover is not None and not self._cover.isHidden())
        self._panes.setVisible(not covered)
        self._switch.setVisible(len(shown) < len(PANES) and not covered)
        self._switch.show_panes(self._panes.chosen, shown)
        hidden = self._panes.reveal(shown)
        self._move_focus_from(*hidden)
        for widget in hidden:
            widget.hide()
        if self._reader is not None:
            self._reader.stop_if_hidden()
        self._lay_out_bars()
        self._panes.share(self.width(), self._theme.step)

    # What the keyboard does

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's own
        """Tab goes on in reading order."""
        return go_to_next_stop(self, forward=forward)

    def _open_find_bar(self) -> None:
        """Find on this page. The bar is made when it is first wanted."""
        if self._find_bar is None:
            from desktop.views.find_bar import FindBar  # noqa: PLC0415 - not needed for the first screen
            from desktop.views.finder import Finder  # noqa: PLC0415

            self._find_bar = FindBar(self._theme, self)
            self._find_bar.closed.connect(self._close_find_bar)
            self._finder = Finder(self._find_bar, (self._detail, self._effects), self)
            self._finder.pane_wanted.connect(self._see_pane)
            self._finder.told.connect(self.tell)
        self._find_bar.open()
        self._lay_out_bars()
        if self._finder is not None:
            self._finder.find()

    def _close_find_bar(self) -> None:
        if self._find_bar is not None and self._finder is not None:
            self._finder.leave()
            self._find_bar.hide()
            self._lay_out_bars()

    def _find_next(self) -> None:
        if self._finder is None or self._find_bar is None or not self._find_bar.isVisibleTo(self):
            self._open_find_bar()
        else:
            self._finder.next()

    def _find_previous(self) -> None:
        if self._finder is None or self._find_bar is None or not self._find_bar.isVisibleTo(self):
            self._open_find_bar()
        else:
            self._finder.previous()

    def _see_pane(self, pane: ScrollPane) -> None:
        if not pane.isVisible():
            self._go_to_pane(Pane.EFFECTS if pane is self._effects else Pane.TOPIC)

    def _next_heading(self) -> None:
        self.tell(self._detail.go_to_heading(1))

    def _previous_heading(self) -> None:
        self.tell(self._detail.go_to_heading(-1))

    def _copy(self) -> None:
        """Copy the selected text with the sources it rests on."""
        text = self._detail.selection.text()
        if not text:
            return
        cited = [compose.cite(self.guide.sources[name]) for name in self._detail.selection.sources()]
        title = f"{self.guide.edition.title}, {self.guide.words['edition']} {self.guide.edition.edition}"
        told = "\n".join([f"{topics.name(self.guide, self._navigator.topic)}. {title}", *cited])
        QGuiApplication.clipboard().setText(f"{text}\n\n{told}")

    def _select_all(self) -> None:
        self._detail.selection.select_all()

    def _focus_next_pane(self) -> None:
        """F6 goes from pane to pane."""
        go_to_next_pane(self._panes.visible_panes())
