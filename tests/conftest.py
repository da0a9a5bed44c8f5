"""Every test runs without a screen and in a home of its own; the window is the real program's."""

# ruff: noqa: PLC0415 - tests of the rooms without Qt run without loading it

from __future__ import annotations

import gc
import json
import os
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.app import Running
    from desktop.content.model import Guide
    from desktop.views.main_window import MainWindow

pytest.register_assert_rewrite("tests.fits")

_FOLDERS = {
    "HOME": ".",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--onscreen", action="store_true", help="show the windows of the tests on this screen")
    parser.addoption("--rewrite-snapshots", action="store_true", help="write the text files of tests/data anew")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Before anything of Qt is imported."""
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    gc.set_threshold(50_000, 20, 20)  # hundreds of windows are made: a sixth of the time went into looking for garbage


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home folder for this run: no test reads or writes anything of the person who runs it."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name, inside in _FOLDERS.items():
            patch.setenv(name, str(folder / inside))
        yield folder


@pytest.fixture(autouse=True)
def _no_stray_windows() -> Iterator[None]:
    """No test leaves a window behind."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is not None and widgets.QApplication.instance() is not None:
        assert [each for each in widgets.QApplication.topLevelWidgets() if each.isVisible()] == []


@pytest.fixture(autouse=True)
def _no_voice_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test speaks aloud; those about speech bring an engine of their own (tests/fake_speech.py)."""
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    monkeypatch.setenv("SPEECHD_ADDRESS", "none:")  # nor starts or asks the speech-dispatcher of this machine


@pytest.fixture(scope="session")
def guide(home: Path) -> Guide:  # noqa: ARG001 - the compiled guide belongs into the home of this run
    """The shipped guide, compiled once so that every later start of this run is as quick as a second start."""
    from desktop import guides, paths
    from desktop.content import library

    made = {language: library.load(paths.resources(), language) for language in library.FILES}
    for language, each in made.items():
        guides.keep_compiled(paths.resources(), language, each, paths.cache())
    return made["en"]


@pytest.fixture(scope="session")
def qapp(home: Path, request: pytest.FixtureRequest) -> object:
    """The program's own application instead of a bare one of pytest-qt, on a screen of usual size."""
    from desktop import app

    with pytest.MonkeyPatch.context() as patch:
        if not request.config.getoption("--onscreen"):
            screen = home / "screen.json"
            screen.write_text(
                json.dumps({"screens": [{"name": "test", "x": 0, "y": 0, "width": 1920, "height": 1200}]})
            )
            patch.setenv("QT_QPA_PLATFORM", f"offscreen:configfile={screen}")
        application = app.application()
    application.setQuitOnLastWindowClosed(False)
    return application


@pytest.fixture
def start(guide: Guide, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Running]]:  # noqa: ARG001
    """Starts the real program, as often as a test wants, always with the same settings."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from desktop import app
    from desktop.options import WindowOptions

    started: list[Running] = []

    def stop(running: Running) -> None:
        running.window.close()
        running.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def start(
        topic: str = "",
        *,
        size: tuple[int, int] | None = (1366, 768),
        text_size: float | None = 1.0,
        content: Path | None = None,
        language: str = "en",
    ) -> Running:
        while started:
            stop(started.pop())
        options = WindowOptions(topic=topic, content=content, language=language)
        running = app.build(options, tmp_path / "settings", text_size=text_size)
        started.append(running)
        with qtbot.waitSignal(running.window.first_painted):
            running.show()
            if size:
                running.window.resize(*size)
        running.window.activateWindow()
        running.window.complete()
        qtbot.waitUntil(running.window.isActiveWindow)
        running.application.processEvents()
        return running

    yield start
    while started:
        stop(started.pop())


@pytest.fixture
def running(start: Callable[..., Running]) -> Running:
    """The real program, shown on its first page and complete."""
    return start()


@pytest.fixture
def window(running: Running) -> MainWindow:
    """Its window."""
    return running.window
