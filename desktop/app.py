"""The composition root: content, settings, language, looks and window are made and joined here, and nowhere else."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication

from desktop import __version__, machine, paths
from desktop.errors import GuideError, UsageError
from desktop.faults import Faults, log_file
from desktop.guides import Guides
from desktop.i18n import LANGUAGES, Translators, of_system
from desktop.kept.keeper import Keeper
from desktop.kept.memory import Memory
from desktop.kept.settings import SettingsFile
from desktop.looks.appearance import Appearance
from desktop.looks.drawings import icon_in_colour
from desktop.looks.theme import FAMILY, STEPS, Theme, load_fonts
from desktop.navigator import Navigator
from desktop.pages import topics
from desktop.read_aloud import ReadAloud
from desktop.searching import Searching
from desktop.session.visit import Visit
from desktop.views.main_window import MainWindow
from desktop.views.parts import spoken

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.content.model import Guide
    from desktop.handout_desk import HandoutDesk
    from desktop.options import WindowOptions

_FIRST_SIZE = QSize(1366, 768)
_PREPARE_AFTER_MS = 4000
"""When the other language is read, in milliseconds after the first painting: the reader has begun to read by then."""


class Running(NamedTuple):
    """A built program: the application, its window and what it remembers."""

    application: QApplication
    window: MainWindow
    navigator: Navigator
    memory: Memory
    appearance: Appearance
    languages: Languages
    read_aloud: ReadAloud
    searching: Searching
    keeper: Keeper | None
    visit: Visit

    def show(self) -> None:
        """Show the window as it was left, or as large as fits the screen."""
        settings = self.memory.settings
        screen = self.window.screen().availableSize()
        size = QSize(*settings.window_size) if len(settings.window_size) == 2 else _FIRST_SIZE  # noqa: PLR2004
        self.window.resize(size.boundedTo(screen))
        if settings.maximized:
            self.window.showMaximized()
        else:
            self.window.show()
        self.window.restore_widths(settings.pane_widths)

    def run(self) -> int:
        """Run until the window is closed; the exit code."""
        recovery = _Recovery(self)
        recovery.faults.install()
        return self.application.exec()


class _Recovery(QObject):
    """What happens when something of ours fails: the reader is told once, and no pane is left with another topic."""

    def __init__(self, running: Running) -> None:
        super().__init__(running.window)
        self._running = running
        self._told = self._gave_up = False
        self.faults = Faults(log_file(), self._recover_soon)
        self.faults.interrupted = running.application.quit
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._recover)

    def _recover_soon(self) -> None:
        self._soon.start()

    def _recover(self) -> None:
        window = self._running.window
        if not self._told:
            self._told = True
            window.show_message(window.fault(str(log_file())))
        if not window.shows_whole_topic() and not self._gave_up:
            self._running.navigator.forget()
            self._running.navigator.open(topics.HOME)
        self._gave_up = not window.shows_whole_topic()
        if self._gave_up:
            window.show_nothing()


class Shows(Protocol):
    """A window that shows a guide."""

    def show_guide(self, guide: Guide) -> None:
        """Show the same topic in this guide."""

    def show_message(self, text: str) -> None:
        """Tell what went wrong."""


class Languages(QObject):
    """Puts the window into another language: its own words and the guide."""

    def __init__(self, guides: Guides, translators: Translators, language: str) -> None:
        super().__init__()
        self.guides = guides
        self._translators = translators
        self.language = language
        translators.use(language)

    def guide(self) -> tuple[Guide, str]:
        """The guide in the language that is shown, and what to tell the reader about it."""
        return self.guides.in_language(self.language)

    def prepare(self) -> None:
        """Make ready for the first switch to another language."""
        self.guides.prepare()

    def use(self, language: str, window: Shows) -> None:
        """Show everything in this language."""
        if language == self.language:
            return
        self._translators.use(language)
        try:
            guide, trouble = self.guides.in_language(language)
        except GuideError as error:
            self._translators.use(self.language)
            window.show_message(str(error))
            return
        self.language = language
        window.show_guide(guide)
        if trouble:
            window.show_message(trouble)


class _Wires(QObject):
    """What happens when the reader asks the window for something: requests go up, calls come down."""

    def __init__(self, running: Running) -> None:
        super().__init__(running.window)
        self._running = running
        window, memory, appearance, visit = running.window, running.memory, running.appearance, running.visit
        self._desk: HandoutDesk | None = None
        window.search_requested.connect(running.searching.ask)
        running.searching.answered.connect(window.show_results)
        window.language_requested.connect(self._use_language)
        window.text_size_requested.connect(appearance.change_size)
        window.colours_requested.connect(self._choose_colours)
        window.pane_widths_changed.connect(self._keep_widths)
        window.size_changed.connect(self._keep_size)
        window.handout_requested.connect(self._open_handout)
        window.topic_switched.connect(visit.switch_topic)
        window.question_switched.connect(visit.switch_question)
        visit.tell(self._show_choices)
        window.first_painted.connect(self._after_first_painting)
        running.navigator.topic_changed.connect(self._keep_topic)
        appearance.theme_changed.connect(self._use_theme)
        memory.failed.connect(self._tell_failure)
        running.application.aboutToQuit.connect(memory.save_if_changed)
        if running.keeper is not None:
            running.keeper.forgotten.connect(self._forget_topic)
            running.application.aboutToQuit.connect(running.keeper.save_if_changed)
        self._show_looks()

    def _use_language(self, language: str) -> None:
        self._running.languages.use(language, self._running.window)
        self._running.read_aloud.language_changed()
        self._running.searching.use(self._running.window.guide)
        if self._running.keeper is not None:
            self._running.keeper.use(self._running.window.guide)
        self._running.memory.change(language=self._running.languages.language)
        if self._desk is not None:
            self._desk.use_language(self._running.languages.language)

    def _open_handout(self) -> None:
        """Show the handout of what is chosen. Made when it is first wanted."""
        running = self._running
        if self._desk is None:
            from desktop import clinic  # noqa: PLC0415 - not needed for the first screen
            from desktop.handout_desk import HandoutDesk  # noqa: PLC0415 - as above

            self._desk = HandoutDesk(
                running.window,
                running.appearance.theme,
                running.navigator,
                running.visit,
                running.languages.guides,
                clinic.of_machine(running.memory.settings),
            )
        self._desk.open(running.languages.language)

    def _show_choices(self) -> None:
        self._running.window.show_choices(self._running.visit.choices)

    def _choose_colours(self, colours: str) -> None:
        self._running.appearance.choose_colours(colours)
        self._show_looks()
        self._running.memory.change(colours=colours)

    def _use_theme(self, theme: Theme) -> None:
        self._running.window.set_theme(theme)
        self._show_looks()
        self._running.memory.change(text_size=theme.step)

    def _show_looks(self) -> None:
        appearance = self._running.appearance
        step = appearance.step
        self._running.window.show_looks(appearance.colours, smaller=step > STEPS[0], larger=step < STEPS[-1])

    def _keep_widths(self, widths: list[int]) -> None:
        self._running.memory.change(pane_widths=tuple(widths))

    def _keep_size(self, size: QSize, maximized: bool) -> None:
        memory = self._running.memory
        kept = memory.settings.window_size if maximized else (size.width(), size.height())
        memory.change(window_size=kept, maximized=maximized)

    def _keep_topic(self, topic: str) -> None:
        if topic not in Keeper.topics:
            self._running.memory.change(topic=topic)

    def _forget_topic(self) -> None:
        self._running.memory.change(topic="")

    def _tell_failure(self, problem: str) -> None:
        window = self._running.window
        window.show_message(window.settings_problem(problem))

    def _after_first_painting(self) -> None:
        """The window's icon and the system's wishes can wait, so that the start is quick."""
        from PySide6.QtGui import QIcon  # noqa: PLC0415 - as above

        from desktop.views.on_screen import OnScreen  # noqa: PLC0415 - as above

        OnScreen(self._running.window)
        QApplication.setWindowIcon(QIcon(icon_in_colour("app", 64, 1.0)))
        self._running.appearance.follow_system()
        self._running.read_aloud.look_when_quiet()
        self._running.searching.start()
        QTimer.singleShot(_PREPARE_AFTER_MS, self._running.languages, self._running.languages.prepare)
        if self._running.keeper is not None:
            self._running.keeper.begin(self._running.window.guide)


def application() -> QApplication:
    """The application, with its names and fonts; the one that exists already, if there is one."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication([sys.argv[0] if sys.argv else "net-surgery-guide", "-style", "fusion"])
    machine.require_screen_was_opened(app.platformName())
    app.setApplicationName("net-surgery-guide")
    app.setApplicationDisplayName("")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("net-surgery-guide")
    load_fonts()
    font = app.font()
    font.setFamily(FAMILY)
    app.setFont(font)  # also for Qt's own menus and dialogs; else the system's font is loaded, to measure a handle with
    spoken.install()
    return app


def build(options: WindowOptions, settings_folder: Path | None = None, *, text_size: float | None = None) -> Running:
    """The whole program, not shown yet. ``text_size`` is one of the theme's steps instead of the one remembered.

    Raises UsageError for options that name something that does not exist.
    """
    app = application()
    if text_size not in (None, *STEPS):
        message = f"The text size {text_size} does not exist. Sizes are: {', '.join(map(str, STEPS))}"
        raise UsageError(message)
    folder = settings_folder or paths.settings()
    memory = Memory(SettingsFile(folder))
    keeper = Keeper(folder) if options.profile == "laptop" else None
    settings = memory.settings
    appearance = Appearance(app, settings.colours, text_size or settings.text_size)
    language = options.language or (settings.language if settings.language in LANGUAGES else of_system())
    languages = Languages(Guides(options.content), Translators(app), language)
    guide, trouble = languages.guide()
    app.setPalette(appearance.theme.palette())
    navigator = Navigator()
    window = MainWindow(guide, appearance.theme, navigator, nurse=options.profile == "laptop", keeper=keeper)
    searching = Searching(guide)
    for part in (memory, appearance, languages, navigator, searching, keeper):
        if part is not None:
            part.setParent(window)
    read_aloud = ReadAloud(window, memory)
    running = Running(app, window, navigator, memory, appearance, languages, read_aloud, searching, keeper, Visit())
    _Wires(running)
    own = keeper.topics if keeper else ()
    navigator.open(options.topic if options.topic in own else first_topic(guide, options.topic, settings.topic))
    if trouble:
        window.show_message(trouble)
    return running


def first_topic(guide: Guide, wanted: str, remembered: str) -> str:
    """The topic to begin with: the one asked for, else the last one read, else the first page."""
    if wanted and topics.exists(guide, wanted):
        return wanted
    return remembered if topics.exists(guide, remembered) else topics.HOME
