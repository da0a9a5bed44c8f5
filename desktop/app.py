"""The composition root: content, settings, theme and window are made and joined here, and nowhere else."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication

from desktop import __version__, machine, paths
from desktop.content import library
from desktop.drawings import icon_in_colour
from desktop.errors import ContentError, UnreadableError, UsageError
from desktop.files import write_whole
from desktop.i18n import Translators
from desktop.navigator import Navigator
from desktop.pages import topics
from desktop.settings import Settings, SettingsFile
from desktop.theme import STEPS, Theme, load_fonts
from desktop.views.main_window import MainWindow
from desktop.views.parts import spoken

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.content.model import Guide
    from desktop.options import WindowOptions

_FIRST_SIZE = QSize(1366, 768)
_SAVE_AFTER_MS = 500
_KEEP_AFTER_MS = 2000


class Running(NamedTuple):
    """A built program: the application, its window and what it remembers."""

    application: QApplication
    window: MainWindow
    navigator: Navigator
    memory: Memory
    translators: Translators

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
        return self.application.exec()


class Memory:
    """Remembers the window and the topic, shortly after they change, so that a power cut loses nothing old."""

    def __init__(self, file: SettingsFile, window: MainWindow, navigator: Navigator) -> None:
        self._file = file
        self._window = window
        self._told = False
        self.settings: Settings = file.read()
        self._later = QTimer(window)
        self._later.setSingleShot(True)
        self._later.setInterval(_SAVE_AFTER_MS)
        self._later.timeout.connect(self.save)
        window.pane_widths_changed.connect(self._widths)
        window.size_changed.connect(self._size)
        navigator.topic_changed.connect(self._topic)

    def save(self) -> None:
        """Write what has changed. If that fails the reader is told once."""
        self._later.stop()
        if not self._file.write(self.settings) and not self._told:
            self._told = True
            self._window.show_message(self._window.settings_problem(self._file.problem))

    def save_if_changed(self) -> None:
        """Write what has changed and not been written yet."""
        if self._later.isActive():
            self.save()

    def _widths(self, widths: list[int]) -> None:
        self._change(self.settings._replace(pane_widths=tuple(widths)))

    def _size(self, size: QSize, maximized: bool) -> None:
        kept = self.settings.window_size if maximized else (size.width(), size.height())
        self._change(self.settings._replace(window_size=kept, maximized=maximized))

    def _topic(self, topic: str) -> None:
        self._change(self.settings._replace(topic=topic))

    def _change(self, settings: Settings) -> None:
        if settings != self.settings:
            self.settings = settings
            self._later.start()


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
    spoken.install()
    return app


def build(options: WindowOptions, settings_folder: Path | None = None, *, text_size: float = 1.0) -> Running:
    """The whole program, not shown yet. ``text_size`` is one of the theme's steps.

    Raises UsageError for options that name something that does not exist.
    """
    app = application()
    language = options.language or "en"
    translators = Translators(app)
    translators.use(language)
    guide, trouble = read_guide(options.content, language)
    if text_size not in STEPS:
        message = f"The text size {text_size} does not exist. Sizes are: {', '.join(map(str, STEPS))}"
        raise UsageError(message)
    theme = Theme(step=text_size)
    app.setPalette(theme.palette())
    navigator = Navigator()
    window = MainWindow(guide, theme, navigator, nurse=options.profile == "laptop")
    window.first_painted.connect(show_icon)
    memory = Memory(SettingsFile(settings_folder or paths.settings()), window, navigator)
    navigator.open(first_topic(guide, options.topic, memory.settings.topic))
    if trouble:
        window.show_message(trouble)
    app.aboutToQuit.connect(memory.save_if_changed)
    return Running(app, window, navigator, memory, translators)


def show_icon() -> None:
    """Give the window its icon. After the first painting, to keep the start quick."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - as above

    QApplication.setWindowIcon(QIcon(icon_in_colour("app", 64, 1.0)))


def read_guide(own: Path | None, language: str) -> tuple[Guide, str]:
    """The guide to show, one's own or the built-in one, and what to tell if one's own could not be used."""
    if own is None:
        return built_in_guide(language), ""
    try:
        return library.load(own, language), ""
    except (ContentError, UnreadableError) as error:
        told = f"The content in {own} cannot be used, so the built-in guide is shown. First problem: {error}"
        return built_in_guide(language), told


def built_in_guide(language: str) -> Guide:
    """The shipped guide, from its compiled form if there is one; else from its YAML, which is then compiled."""
    folder = paths.resources()
    guide = library.load_compiled(folder, language, (paths.compiled(), paths.cache()))
    if guide is None:
        guide = library.load(folder, language)
        keep = partial(keep_compiled, folder, language, guide)
        QTimer.singleShot(_KEEP_AFTER_MS, keep)
    return guide


def keep_compiled(folder: Path, language: str, guide: Guide) -> None:
    """Keep a guide in compiled form for the next start. If that cannot be done the next start is only slower."""
    with suppress(OSError, UnreadableError):
        name, data = library.compiled_form(folder, language, guide)
        paths.cache().mkdir(parents=True, exist_ok=True)
        write_whole(paths.cache() / name, data)


def first_topic(guide: Guide, wanted: str, remembered: str) -> str:
    """The topic to begin with: the one asked for, else the last one read, else the first page."""
    if wanted and topics.exists(guide, wanted):
        return wanted
    return remembered if topics.exists(guide, remembered) else topics.HOME
