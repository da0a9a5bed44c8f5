"""The composition root of the kiosk: what ``app.py`` is for the laptop. Nothing of a visit is remembered or written."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer

from desktop import app, paths
from desktop.errors import UsageError
from desktop.faults import EXIT_BROKEN, let_go
from desktop.guides import Guides
from desktop.i18n import Translators
from desktop.kiosk.display import FullScreen
from desktop.kiosk.pulse import Pulse
from desktop.kiosk.voice import KioskVoice
from desktop.kiosk.wrong_tries import WrongTries
from desktop.looks.appearance import Appearance
from desktop.looks.theme import STEPS, kiosk_scale
from desktop.navigator import Navigator
from desktop.policy import safe_mode
from desktop.searching import Searching
from desktop.session.pin import PinLock
from desktop.session.visit import Visit
from desktop.views.kiosk.attract import closed, invitation
from desktop.views.kiosk.window import KioskWindow
from desktop.watch import faults, supervisor

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QApplication

    from desktop.app import Languages
    from desktop.kiosk.desk import KioskDesk
    from desktop.looks.theme import Theme
    from desktop.options import WindowOptions
    from desktop.policy import Policy
    from desktop.views.kiosk.attract import Invitation

COLOURS, CONTRAST = "light", "contrast"
_MOST_FAULTS, _WITHIN = 3, 60.0
"""More failures than this in so many seconds end the program."""
_SAFE_FOR, _LOOK_WHETHER_SAFE_MS = 3600.0, 60_000
"""How long safe mode lasts, in seconds, and how often it is looked at."""


class RunningKiosk(NamedTuple):
    """A built kiosk."""

    application: QApplication
    window: KioskWindow
    navigator: Navigator
    appearance: Appearance
    languages: Languages
    searching: Searching
    display: FullScreen

    def show(self) -> None:
        """Fill the screen, and from now on let nothing else in."""
        self.window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.display.begin()
        self.window.begin()

    def run(self) -> int:
        """Run until staff close it; the exit code."""
        told = Faults(self)
        sys.excepthook = told.tell
        Pulse(self.window)
        return self.application.exec()


class _Wires(QObject):
    """What happens when the visitor asks the window for something: requests go up, calls come down."""

    def __init__(self, running: RunningKiosk, policy: Policy, visit: Visit, first_language: str) -> None:
        super().__init__(running.window)
        self._running = running
        self._policy = policy
        self._first_language = first_language
        self._voice = KioskVoice(running.window) if policy.sound else None
        if policy.counts:
            from desktop.kiosk.counting import KioskCounts  # noqa: PLC0415 - most clinics do without

            KioskCounts(running.window, policy)
        self._visit = visit
        self._desk: KioskDesk | None = None
        window, appearance, searching = running.window, running.appearance, running.searching
        window.language_requested.connect(self._use_language)
        window.text_size_requested.connect(appearance.change_size)
        window.contrast_requested.connect(self._switch_contrast)
        window.search_requested.connect(searching.ask)
        window.list_shown.connect(self._show_list)
        searching.answered.connect(window.show_results)
        window.visit_ended.connect(self._begin_anew)
        window.left.connect(self._leave)
        appearance.theme_changed.connect(self._use_theme)
        running.display.resized.connect(self._use_size)
        if self._voice is not None:
            self._voice.look_soon()
        self._show_looks()

    def _use_size(self, size: QSize) -> None:
        policy = self._policy
        scale = kiosk_scale(size.width(), size.height(), policy.diagonal, policy.distance)
        self._running.appearance.use_scale(scale)

    def _use_language(self, language: str) -> None:
        before = self._running.languages.language
        self._running.languages.use(language, self._running.window)
        if self._voice is not None and self._running.languages.language != before:
            self._voice.language_changed()
        self._running.searching.use(self._running.window.guide)

    def _show_list(self) -> None:
        if self._desk is None:
            from desktop.kiosk.desk import KioskDesk  # noqa: PLC0415 - not needed for the first screen

            running = self._running
            self._desk = KioskDesk(running.window, self._visit, running.languages.guides, self._policy)
        self._desk.show()

    def _switch_contrast(self) -> None:
        appearance = self._running.appearance
        appearance.choose_colours(COLOURS if appearance.colours == CONTRAST else CONTRAST)
        self._show_looks()

    def _begin_anew(self) -> None:
        self._running.appearance.begin_anew(COLOURS)
        self._use_language(self._first_language)
        self._show_looks()

    def _use_theme(self, theme: Theme) -> None:
        self._running.window.set_theme(theme)
        self._show_looks()

    def _show_looks(self) -> None:
        appearance = self._running.appearance
        self._running.window.show_looks(
            smaller=appearance.step > STEPS[0],
            larger=appearance.step < STEPS[-1],
            contrast=appearance.colours == CONTRAST,
        )

    def _leave(self) -> None:
        self._running.window.allow_close()
        self._running.window.close()
        self._running.application.quit()


class Faults:
    """What happens when something of ours fails: the visit ends, and the log says where, and nothing of a visitor."""

    def __init__(self, running: RunningKiosk) -> None:
        self._running = running
        self._times: list[float] = []

    def tell(self, kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
        """Python calls this instead of writing a traceback. Ctrl+C in the terminal it was started in ends it."""
        if issubclass(kind, KeyboardInterrupt):
            self._running.window.left.emit()
            return
        faults.tell(kind, trace, "the visit was ended")
        let_go(trace)
        now = time.monotonic()
        self._times = [each for each in self._times if now - each < _WITHIN] + [now]
        if len(self._times) > _MOST_FAULTS:
            self._running.application.exit(EXIT_BROKEN)
            return
        QTimer.singleShot(0, self._running.window, self._running.window.end_visit)


class SafeMode(QObject):
    """Ends a window in safe mode after an hour, once nobody reads, so that the usual one is tried again."""

    def __init__(self, running: RunningKiosk, now: Callable[[], float]) -> None:
        super().__init__(running.window)
        self._running = running
        self._now = now
        self._began = now()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_WHETHER_SAFE_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        running.window.show_message(
            QCoreApplication.translate(
                "Kiosk",
                "This program failed several times. It shows the shipped guide, without sound and printing, for an "
                "hour, or until it is closed and started again.",
            )
        )

    def look(self) -> None:
        """Whether it has lasted long enough. Once a minute."""
        if self._now() - self._began >= _SAFE_FOR and self._running.window.waits():
            self._running.application.exit(supervisor.EXIT_TRY_AGAIN)


def seconds() -> float:
    """Seconds that never go back, whatever is done to the clock on the wall, and go on while the machine sleeps."""
    if sys.platform == "win32":
        return time.monotonic()  # goes on there
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)  # goes on there, where time.monotonic does not
    return time.clock_gettime(time.CLOCK_BOOTTIME)


def build(
    options: WindowOptions,
    policy: Policy,
    size: QSize | None = None,
    *,
    text_size: float = 1.0,
    now: Callable[[], float] = seconds,
    safe: bool = False,
) -> RunningKiosk:
    """The whole kiosk, not shown yet. ``size`` is that of the display, by default the one there is.

    ``safe`` uses nothing but what the program brings with it. Raises UsageError for a size of text that does not exist.
    """
    application = app.application()
    if text_size not in STEPS:
        message = f"The text size {text_size} does not exist. Sizes are: {', '.join(map(str, STEPS))}"
        raise UsageError(message)
    if safe:
        options, policy = options._replace(content=None), safe_mode(policy)
    display = size or application.primaryScreen().size()
    scale = kiosk_scale(display.width(), display.height(), policy.diagonal, policy.distance)
    appearance = Appearance(application, COLOURS, text_size, scale)
    translators = Translators(application)
    guides = Guides(options.content or policy.content)
    first, invitations = _invitations(guides, translators, policy)
    languages = app.Languages(guides, translators, options.language or first)
    guide, trouble = languages.guide()
    application.setPalette(appearance.theme.palette())
    navigator = Navigator()
    tries = WrongTries(paths.settings())
    lock = PinLock(policy.pin, time.monotonic, tries) if policy.pin is not None else None
    visit = Visit()
    window = KioskWindow(guide, appearance.theme, navigator, policy, now, invitations, lock, visit)
    window.resize(display)
    searching = Searching(guide)
    for part in (appearance, languages, navigator, searching):
        part.setParent(window)
    running = RunningKiosk(application, window, navigator, appearance, languages, searching, FullScreen(window))
    _Wires(running, policy, visit, first)
    for told in (trouble, tries.problem):
        if told:
            window.show_message(told)
    for problem in policy.problems:
        if sys.stderr is not None:
            sys.stderr.write(f"{problem}\n")
    if safe:
        SafeMode(running, now)
    searching.start()
    return running


def _invitations(guides: Guides, translators: Translators, policy: Policy) -> tuple[str, list[Invitation]]:
    """The first language, and what the waiting screen says in each language whose guide may be shown."""
    found: list[Invitation] = []
    shut: list[Invitation] = []
    for language in policy.languages:
        guide, _ = guides.in_language(language)
        translators.use(language)
        title = guide.edition.title
        may = policy.show_unreviewed or bool(guide.review.reviewed_by)
        (found if may else shut).append(invitation(language, title) if may else closed(language, title))
    told = found or shut
    return told[0].language, told
