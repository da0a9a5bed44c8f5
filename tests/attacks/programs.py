"""The laptop and the kiosk as attacks meet them: the real program, offscreen, with nothing that leads outside of it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from benchmarks.screen import use_screen
from desktop import app
from desktop.kiosk import app as kiosk
from desktop.options import WindowOptions
from desktop.pages import compose, panel
from desktop.policy import KIOSK, LAPTOP, Policy
from desktop.views.paper_door import PaperDoor
from tests.fake_speech import BOTH, FakeSpeech
from tests.window import Role, accessible, page, panel_subtitle, title, tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.app import Running
    from desktop.content.model import Guide
    from desktop.kiosk.app import RunningKiosk

SIZE = (1366, 768)


class Program(NamedTuple):
    """One of the two, shown."""

    profile: str
    running: Running | RunningKiosk
    window: QWidget
    speech: FakeSpeech
    wrong: Callable[[], str]
    """What does not belong together in the window at this moment; empty if all does."""

    def guide(self) -> Guide:
        """The guide that is shown."""
        return self.running.window.guide

    def topic(self) -> str:
        """The topic that is shown."""
        return self.running.navigator.topic


def opened(profile: str, folder: Path) -> Program:
    """The program on its first screen. Dialogs for files and printers, which lead outside, stay shut."""
    use_screen(folder)
    sys.excepthook = sys.__excepthook__
    speech = FakeSpeech({"speechd": BOTH}).install(pytest.MonkeyPatch())
    PaperDoor.save = PaperDoor.print = lambda *_: None  # type: ignore[method-assign, assignment]
    return _kiosk(speech) if profile == KIOSK else _laptop(speech, folder)


def _laptop(speech: FakeSpeech, folder: Path) -> Program:
    running = app.build(WindowOptions(language="en"), folder / "settings", text_size=1.0)
    running.show()
    running.window.resize(*SIZE)
    running.application.processEvents()
    running.window.complete()
    running.searching.complete()
    running.read_aloud.look_now()
    return Program(LAPTOP, running, running.window, speech, lambda: _wrong_on_laptop(running))


def _kiosk(speech: FakeSpeech) -> Program:
    now = [0.0]
    running = kiosk.build(WindowOptions(profile=KIOSK), Policy(profile=KIOSK), QSize(1920, 1080), now=lambda: now[0])
    running.show()
    running.application.processEvents()
    running.searching.complete()
    running.window.begin_visit("en")
    return Program(KIOSK, running, running.window, speech, lambda: _wrong_on_kiosk(running))


def _wrong_on_laptop(running: Running) -> str:
    window, guide, topic = running.window, running.window.guide, running.navigator.topic
    running.application.processEvents()
    own = running.keeper.sheet(guide, topic) if running.keeper is not None else None
    sheet = own or compose.sheet(guide, topic, nurse=True)
    if not window.shows_whole_topic() or window.windowTitle() != f"{sheet.title} · {guide.edition.title}":
        return f"{topic}: the window is called {window.windowTitle()!r}"
    return (
        _outside(window)
        or (page(window).isVisible() and title(window) != sheet.title and f"{topic}: the page is {title(window)!r}")
        or _wrong_panel(window, panel.panel(guide, topic).subtitle)
        or _wrong_tree(window)
        or ""
    )


def _wrong_panel(window: QWidget, subtitle: str) -> str:
    effects = window.pane("effects")
    shown = panel_subtitle(window) if effects.isVisible() else subtitle
    return "" if shown == subtitle else f"the side effects are those of {shown!r}, not of {subtitle!r}"


def _wrong_tree(window: QWidget) -> str:
    chosen = [
        node.name for node in accessible(tree(window)) if node.role == Role.TreeItem and "selected" in node.states
    ]
    return "" if len(chosen) <= 1 else f"chosen in the tree: {chosen}"


def _wrong_on_kiosk(running: RunningKiosk) -> str:
    window = running.window
    running.application.processEvents()
    visitor = window.visitor()
    if visitor.screen == "topic" and visitor.topic != running.navigator.topic:
        return f"{visitor.topic} is shown, {running.navigator.topic} is open"
    return _outside(window)


def _outside(window: QWidget) -> str:
    """What is wrong with the windows on the screen."""
    popup = QApplication.activePopupWidget()
    others = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each not in (window, popup)]
    if others or not window.isVisible():
        return f"windows: {others}, ours is {'shown' if window.isVisible() else 'gone'}"
    if not window.screen().geometry().intersects(window.frameGeometry()):
        return f"the window is at {window.frameGeometry()}"
    return ""


def quit_now(code: int) -> None:
    """End without taking everything apart."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
