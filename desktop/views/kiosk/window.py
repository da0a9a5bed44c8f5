"""The window of the kiosk: one screen at a time, between two bars that never move."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter
from PySide6.QtWidgets import QWidget

from desktop.policy import MOST_VOLUME
from desktop.session.idle import GONE, WARNED, IdleClock
from desktop.views.kiosk.attract import Attract
from desktop.views.kiosk.bars import BottomBar, TopBar
from desktop.views.kiosk.cleaning import Cleaning
from desktop.views.kiosk.cover import Cover
from desktop.views.kiosk.guard import Guard
from desktop.views.kiosk.home import Home
from desktop.views.kiosk.my_list import MyList, Offer
from desktop.views.kiosk.paged import Paged
from desktop.views.kiosk.search_view import SearchView
from desktop.views.kiosk.staff_menu import StaffMenu
from desktop.views.kiosk.staff_pad import StaffPad
from desktop.views.kiosk.still_there import StillThere
from desktop.views.kiosk.topic_view import TopicView
from desktop.views.parts import paint
from desktop.views.tab_order import go_to_next_stop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from desktop.content.model import Guide
    from desktop.looks.theme import Theme, Themed
    from desktop.navigator import Navigator
    from desktop.pages.place import View
    from desktop.policy import Policy
    from desktop.search.engine import Results
    from desktop.session.pin import PinLock
    from desktop.session.visit import Choices, Visit
    from desktop.views.kiosk.attract import Invitation
    from desktop.views.kiosk.overlay import Overlay
    from desktop.views.page_reader import PageReader
    from desktop.views.parts.flow import ScrollPane
    from desktop.views.parts.text_block import TextBlock
    from desktop.voice.listening import Listening

_LOOK_EVERY_MS = 1000


class Screen:
    """What is between the bars."""

    HOME = "home"
    TOPIC = "topic"
    SEARCH = "search"
    LIST = "list"


class Visitor(NamedTuple):
    """Everything a visitor can have changed. After a reset it is what it was at the start (acceptance D2)."""

    screen: str
    topic: str
    way_back: bool
    language: str
    text_size: float
    colours: str
    typed: str
    results: int
    door: str
    branches: tuple[str, ...]
    view: View
    """Scrolling, open folds, the time that is chosen, the pane."""
    selection: str
    explained: bool
    """Whether the explanation of a word is open."""
    home_scrolled: int
    choices: Choices
    printed: int
    staff_typed: bool
    volume: int
    reading: bool
    """Whether something is being read aloud."""
    over: str
    """What lies over everything."""


class KioskWindow(QWidget):
    """Shows a guide to strangers. Whatever one of them does is gone when the next one comes."""

    language_requested = Signal(str)
    text_size_requested = Signal(int)
    contrast_requested = Signal()
    search_requested = Signal(str)
    visit_ended = Signal()
    """The looks and the language are to be those of the beginning again."""
    left = Signal()
    """Staff close the program."""
    topic_shown = Signal(str)
    search_missed = Signal(str)
    export_requested = Signal()
    """Staff want the counts."""
    list_shown = Signal()
    """What the visitor takes home is to be shown."""
    code_requested = Signal(str)
    print_requested = Signal()
    volume_changed = Signal(int)
    said = Signal(str)
    """Something is to be said aloud that is no part of a page; nothing to fall silent."""

    def __init__(
        self,
        guide: Guide,
        theme: Theme,
        navigator: Navigator,
        policy: Policy,
        now: Callable[[], float],
        invitations: Sequence[Invitation],
        lock: PinLock | None,
        visit: Visit,
    ) -> None:
        """``now`` gives seconds that never go back; they go on while the machine sleeps."""
        super().__init__()
        self.guide = guide
        self._theme = theme
        self._navigator = navigator
        self._policy = policy
        self._now = now
        self._visit = visit
        self._screen = Screen.HOME
        self._may_close = False
        self._reader: PageReader | None = None
        self.volume = policy.volume
        """How loud the voice is now, 1 to the policy's most."""
        self._waiting_since = now()
        self._idle = IdleClock(now, policy.shortest_idle, policy.longest_idle)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(QtCore.Qt.ContextMenuPolicy.PreventContextMenu)
        self._top = TopBar(theme, policy.languages, self)
        self._home = Home(theme)
        self._home_paged = Paged(theme, self._home, lambda: self._home, self)
        self._topic = TopicView(theme, guide, self)
        self._search = SearchView(theme, self)
        self._list = MyList(theme)
        self._list_paged = Paged(theme, self._list, lambda: self._list, self)
        self._bottom = BottomBar(theme, self)
        self._still_there = StillThere(theme, self)
        self._staff = StaffPad(theme, lock, [str(each) for each in policy.problems], self)
        self._staff_menu = StaffMenu(theme, self)
        self._attract = Attract(theme, invitations, self)
        self._cover = Cover(theme, self)
        self._cleaning = Cleaning(theme, self)
        self._screens: dict[str, QWidget] = {
            Screen.HOME: self._home_paged,
            Screen.TOPIC: self._topic,
            Screen.SEARCH: self._search,
            Screen.LIST: self._list_paged,
        }
        self._overlays: dict[str, Overlay] = {
            "cleaning": self._cleaning,
            "still-there": self._still_there,
            "staff-menu": self._staff_menu,
            "staff": self._staff,
            "attract": self._attract,
            "cover": self._cover,
        }
        self._guard = Guard(self)
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOK_EVERY_MS)
        self._wire()
        self._show_words()
        self._show_screen(Screen.HOME)
        self._attract.open()

    def begin(self) -> None:
        """Guard the window and watch the time. Once it is shown."""
        self._guard.watch(self.windowHandle())
        self._looks.start()

    def show_guide(self, guide: Guide) -> None:
        """Show the same in another guide: the same content in another language."""
        self.guide = guide
        view = self._view()
        self._show_words()
        if self._navigator.topic:
            self._topic.show_topic(self._navigator.topic)
            self._show_chosen()
            self._topic.restore(view)
        elif self._screen == Screen.LIST:
            self.list_shown.emit()
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        view = self._view()
        self._theme = theme
        parts: tuple[Themed, ...] = (
            self._top, self._home, self._home_paged, self._topic, self._search, self._list, self._list_paged,
            self._bottom, *self._overlays.values(),
        )  # fmt: skip
        for part in parts:
            part.set_theme(theme)
        if self._reader is not None:
            self._reader.set_theme(theme)
        self._arrange()
        if self._navigator.topic:
            self._topic.restore(view)
        self.update()

    def show_looks(self, *, smaller: bool, larger: bool, contrast: bool) -> None:
        """Whether the text can be made smaller and larger, and whether contrast is high."""
        self._bottom.show_looks(smaller=smaller, larger=larger, contrast=contrast)

    def show_results(self, results: Results) -> None:
        """Show what was found for what has been typed."""
        self._search.show_results(results)

    def offer_export(self, *, on: bool) -> None:
        """Whether staff can export the counts here."""
        self._staff_menu.offer_export(on=on)

    def tell_staff(self, text: str) -> None:
        """Say to staff what came of what they asked for."""
        self._staff_menu.tell(text)

    def show_list(self, offer: Offer) -> None:
        """Show what the visitor takes home."""
        self._list.show_offer(offer)
        self._list_paged.follow()

    def tell_printed(self, *, done: bool) -> None:
        """Say whether the printer took the pages."""
        self._announce(self._list.tell_printed(done=done))
        self._list_paged.follow()

    def offer_listening(self, listening: Listening, *, on: bool) -> None:
        """Whether pages can be read aloud in the language that is shown."""
        if self._reader is None:
            if not on:
                return
            self._reader = self._made_reader(listening)
        self._reader.offer(self.guide.edition.language, ("",) if on else (), "")
        self._arrange()

    def show_message(self, text: str) -> None:
        """Strangers cannot mend anything: what went wrong with the content is told to staff only."""
        self._staff.tell(text)

    def open(self, topic: str, anchor: str = "") -> None:
        """Show a topic, from its top or from a part of it."""
        self._navigator.open(topic, anchor)

    def end_visit(self) -> None:
        """Forget everything this visitor did, and wait for the next one."""
        self._take_focus()
        self._guard.rest(on=False)
        self._fall_silent()
        self._set_volume(self._policy.volume)
        for overlay in self._overlays.values():
            overlay.hide()
        self._staff.forget()
        self._visit.reset()
        self._navigator.forget()
        self._search.begin()
        self._topic.begin_anew()
        self._list.show_offer(Offer())
        self._home.scroll_to(None)
        self._show_screen(Screen.HOME)
        self.visit_ended.emit()
        self._waiting_since = self._now()
        self._attract.wait(0, self._policy.dim_after)
        self._attract.open()

    def waits(self) -> bool:
        """Whether nobody reads: the waiting screen is up."""
        return not self._attract.isHidden()

    def visitor(self) -> Visitor:
        """Everything the visitor can have changed."""
        over = next((name for name, each in self._overlays.items() if not each.isHidden()), "")
        return Visitor(
            screen=self._screen,
            topic=self._navigator.topic,
            way_back=self._navigator.can_go_back(),
            language=self.guide.edition.language,
            text_size=self._theme.step,
            colours=self._theme.name,
            typed=self._search.typed,
            results=self._search.found(),
            door=self._topic.navigation.door,
            branches=self._topic.navigation.open_branches(),
            view=self._view(),
            selection=self._topic.detail.selection.text(),
            explained=self._topic.explains(),
            home_scrolled=self._home.verticalScrollBar().value(),
            choices=self._visit.choices,
            printed=self._visit.printed,
            staff_typed=not self._staff.is_empty(),
            volume=self.volume,
            reading=self._reader is not None and self._reader.reading(),
            over=over,
        )

    def seconds_of_idle(self) -> float:
        """How long a visitor may touch nothing on this screen."""
        return self._idle.length

    def look(self) -> None:
        """Look at the clock: warn, end the visit, or move the waiting screen. Once a second."""
        if not self._cleaning.isHidden():
            self._clean_on()
            return
        if not self._attract.isHidden():
            self._attract.wait(self._now() - self._waiting_since, self._policy.dim_after)
            self._idle.touched()
            self._idle.look()
            return
        self._idle.show(self._words_seen())
        said = self._idle.look()
        if said == GONE:
            self.end_visit()
        elif said == WARNED:
            self._warn()

    def complete(self) -> None:
        """Make now what would be made a moment after a painting."""
        self._topic.complete()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), self._theme, QRectF(event.rect()), "canvas")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        for overlay in self._overlays.values():
            overlay.setGeometry(self.rect())

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's own
        """Tab goes on in reading order, and never under what lies over everything."""
        over = next((each for each in self._overlays.values() if not each.isHidden()), None)
        return go_to_next_stop(over or self, forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Only staff close this window."""
        if self._may_close:
            super().closeEvent(event)
        else:
            event.ignore()

    def allow_close(self) -> None:
        """Let the window be closed from now on."""
        self._may_close = True

    # Wiring

    def _wire(self) -> None:
        self._top.back_requested.connect(self._go_back)
        self._top.home_requested.connect(self._go_home)
        self._top.language_requested.connect(self.language_requested)
        self._home.topic_requested.connect(self.open)
        self._topic.topic_requested.connect(self.open)
        self._topic.pane_changed.connect(self._stop_what_is_hidden)
        self._topic.question_switched.connect(self._visit.switch_question)
        self._visit.tell(self._show_chosen)
        self._search.asked.connect(self.search_requested)
        self._search.place_requested.connect(self.open)
        self._search.told.connect(self._announce)
        self._bottom.search_requested.connect(self._begin_search)
        self._bottom.text_size_requested.connect(self.text_size_requested)
        self._bottom.contrast_requested.connect(self.contrast_requested)
        self._bottom.finish_requested.connect(self.end_visit)
        self._still_there.answered.connect(self._is_here)
        self._bottom.hide_requested.connect(self._hide)
        self._cover.uncovered.connect(self._cover.hide)
        self._cover.finish_requested.connect(self.end_visit)
        self._staff.closed.connect(self._staff.hide)
        self._staff.opened.connect(self._open_staff_menu)
        self._staff_menu.cleaning_requested.connect(self._clean)
        self._staff_menu.closed.connect(self._staff_menu.hide)
        self._staff_menu.left.connect(self.left)
        self._staff_menu.export_requested.connect(self.export_requested)
        self._search.missed.connect(self.search_missed)
        self._attract.chosen.connect(self.begin_visit)
        self._guard.used.connect(self._is_here)
        self._guard.back_requested.connect(self._go_back)
        self._guard.staff_called.connect(self._call_staff)
        self._navigator.topic_changed.connect(self._show_topic)
        self._navigator.part_wanted.connect(self._show_part)
        self._navigator.view_wanted.connect(self._topic.restore)
        self._navigator.leaving.connect(self._keep_view)
        self._looks.timeout.connect(self.look)
        self._wire_list()

    def _wire_list(self) -> None:
        self._bottom.list_requested.connect(self._open_list)
        self._topic.detail.list_requested.connect(self._switch_topic)
        self._list.topic_dropped.connect(self._visit.switch_topic)
        self._list.question_dropped.connect(self._visit.switch_question)
        self._list.code_requested.connect(self.code_requested)
        self._list.print_requested.connect(self.print_requested)

    def _show_words(self) -> None:
        guide = self.guide
        self._top.show_words(guide.edition.title, guide.edition.language)
        self._bottom.show_words()
        self._home.show_guide(guide)
        self._home_paged.show_words()
        self._list_paged.show_words()
        self._topic.show_guide(guide)
        self._search.show_words(guide.edition.language)
        self._still_there.show_words()
        for overlay in (self._staff, self._staff_menu, self._cover, self._cleaning):
            overlay.show_words()
        self.setWindowTitle(guide.edition.title)

    # Reading aloud

    def _made_reader(self, listening: Listening) -> PageReader:
        from desktop.views.page_reader import PageReader  # noqa: PLC0415 - not needed for the first screen

        parts = (self._bottom, self._topic.detail, self._topic.effects)
        reader = PageReader(listening, self._theme, self, parts, self._topic.show_pane)
        reader.layout_changed.connect(self._arrange)
        reader.bar.volume_requested.connect(self._change_volume)
        self._navigator.leaving.connect(reader.stop)
        self._navigator.part_wanted.connect(reader.stop)
        listening.changed.connect(self._follow_reading)
        self._listening = listening
        for overlay in self._overlays.values():
            overlay.raise_()
        self._show_volume(reader)
        return reader

    def _follow_reading(self) -> None:
        self._idle.set_reading_aloud(on=self._listening.utterance is not None and not self._listening.paused)

    def _fall_silent(self) -> None:
        if self._reader is not None:
            self._reader.stop()
        self.said.emit("")

    def _stop_what_is_hidden(self) -> None:
        if self._reader is not None:
            self._reader.stop_if_hidden()

    def _change_volume(self, steps: int) -> None:
        self._set_volume(max(1, min(MOST_VOLUME, self.volume + steps)))
        self._announce(self.tr("Volume {0} of {1}").format(self.volume, MOST_VOLUME))

    def _set_volume(self, level: int) -> None:
        if level != self.volume:
            self.volume = level
            self.volume_changed.emit(level)
        if self._reader is not None:
            self._show_volume(self._reader)

    def _show_volume(self, reader: PageReader) -> None:
        reader.bar.offer_volume(quieter=self.volume > 1, louder=self.volume < MOST_VOLUME)

    # What a visitor does

    def begin_visit(self, language: str) -> None:
        """Somebody has come who reads this language."""
        self._take_focus()
        self._attract.hide()
        self._idle.touched()
        if language != self.guide.edition.language:
            self.language_requested.emit(language)

    def _is_here(self) -> None:
        self._idle.touched()
        if not self._still_there.isHidden():
            self.said.emit("")
            QTimer.singleShot(0, self._still_there, self._still_there.hide)

    def _go_back(self) -> None:
        """Back to the screen before this one; out of search to where it was begun; before the first topic is home."""
        over = next((each for each in (self._staff, self._staff_menu) if not each.isHidden()), None)
        if over is not None:
            over.hide()
        elif not self._cover.isHidden():
            self._cover.show_way()
        elif not self._attract.isHidden():
            return
        elif self._screen in (Screen.SEARCH, Screen.LIST):
            self._search.begin()
            self._show_screen(Screen.TOPIC if self._navigator.topic else Screen.HOME)
        elif self._navigator.can_go_back():
            self._navigator.back()
        else:
            self._go_home()

    def _go_home(self) -> None:
        self._search.begin()
        self._navigator.forget()
        self._topic.begin_anew()
        self._home.scroll_to(None)
        self._show_screen(Screen.HOME)
        self._announce(self.guide.edition.title)

    def _open_list(self) -> None:
        self._search.begin()
        self._show_screen(Screen.LIST)
        self.list_shown.emit()
        self._list.scroll_to(None)
        self._announce(self._list.accessibleName())

    def _switch_topic(self) -> None:
        self._visit.switch_topic(self._navigator.topic)

    def _hide(self) -> None:
        """Hide everything from whoever comes by. The visit goes on, and so does its time."""
        self._take_focus()
        self._fall_silent()
        self._cover.open()

    def _call_staff(self) -> None:
        self._fall_silent()
        self._staff.open()

    def _open_staff_menu(self) -> None:
        self._take_focus()
        self._staff.hide()
        self._staff_menu.open()

    def _clean(self) -> None:
        """Let the screen be wiped: the visit is over, and nothing is felt."""
        self.end_visit()
        self._guard.rest(on=True)
        self._cleaning.begin(self._now())

    def _clean_on(self) -> None:
        self._idle.touched()
        self._idle.look()
        if self._cleaning.look(self._now(), held=self._guard.holds_corner):
            self.end_visit()

    def _begin_search(self) -> None:
        self._search.begin()
        self._show_screen(Screen.SEARCH)

    def _show_topic(self, topic: str) -> None:
        title = self._topic.show_topic(topic)
        self._show_chosen()
        self._search.begin()
        self._show_screen(Screen.TOPIC)
        self._announce(title)
        self.topic_shown.emit(topic)

    def _show_chosen(self) -> None:
        if self._navigator.topic:
            self._topic.show_chosen(self._navigator.topic, self._visit.choices)
        if self._screen == Screen.LIST:
            self.list_shown.emit()

    def _show_part(self, anchor: str) -> None:
        self._show_screen(Screen.TOPIC)
        self._topic.show_part(anchor)

    def _keep_view(self) -> None:
        if self._navigator.topic:
            self._navigator.keep(self._view())

    def _view(self) -> View:
        return self._topic.view()

    def _warn(self) -> None:
        self._still_there.show_left(self._idle.seconds_left())
        if self._still_there.isHidden():
            self._fall_silent()
            self._still_there.open()
            self._announce(self._still_there.spoken_name())
            self.said.emit(self._still_there.spoken_name())

    # Showing

    def _show_screen(self, screen: str) -> None:
        self._take_focus()
        if screen != Screen.TOPIC:
            self._fall_silent()
        self._bottom.let_listen(on=screen == Screen.TOPIC)
        self._screen = screen
        for name, widget in self._screens.items():
            widget.setVisible(name == screen)
        self._top.show_way(back=screen != Screen.HOME)

    def _take_focus(self) -> None:
        """Take the keyboard from what is about to be hidden: Qt would hand it on to the next button, with a ring."""
        self.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def _announce(self, text: str) -> None:
        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self, text)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)

    def _words_seen(self) -> int:
        """How many words can be read on the screen at this moment."""
        if self._screen != Screen.TOPIC:
            return 0
        return sum(len(text.shown().split()) for text in self._texts_seen())

    def _texts_seen(self) -> Iterator[TextBlock]:
        for pane, text in self._topic.texts():
            if text.isVisible() and _meets(pane, text):
                yield text

    def _arrange(self) -> None:
        width = self.width()
        top, bottom = self._top.height_for(width), self._bottom.height_for(width)
        self._top.setGeometry(0, 0, width, top)
        self._bottom.setGeometry(0, self.height() - bottom, width, bottom)
        if self._reader is not None and not self._reader.bar.isHidden():
            high = self._reader.bar.height_for(width)
            bottom += high
            self._reader.bar.setGeometry(0, self.height() - bottom, width, high)
        for widget in self._screens.values():
            widget.setGeometry(0, top, width, max(0, self.height() - top - bottom))


def _meets(pane: ScrollPane, text: TextBlock) -> bool:
    view = pane.viewport()
    place = QRect(text.mapTo(pane, QPoint(0, 0)), text.size())
    return view.rect().intersects(place)
