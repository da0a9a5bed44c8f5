"""The real kiosk, with a clock of the test's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize
from PySide6.QtTest import QTest

from desktop import paths
from desktop.kiosk import app as root
from desktop.kiosk.wrong_tries import FILE
from desktop.options import WindowOptions
from desktop.policy import KIOSK, Policy
from tests.window import PLAIN, Button, click, settle, widgets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QWidget

    from desktop.content.model import Guide
    from desktop.kiosk.app import RunningKiosk
    from desktop.views.kiosk.window import KioskWindow

PITCH = 0.2479
"""Millimetres from pixel to pixel at 21.5 inches and 1920 by 1080."""


class Kiosk(NamedTuple):
    """The program, its window and the clock, in seconds."""

    running: RunningKiosk
    window: KioskWindow
    clock: list[float]

    def by_id(self, identifier: str) -> QWidget:
        """The one thing on the screen with this identifier."""
        found = [each for each in widgets(self.window) if each.accessibleIdentifier() == identifier]
        assert len(found) == 1, f"{identifier}: {len(found)} found"
        return found[0]

    def sees(self, identifier: str) -> bool:
        """Whether it is on the screen."""
        return any(each.accessibleIdentifier() == identifier for each in widgets(self.window))

    def touch(self, identifier: str) -> None:
        """Touch what has this identifier."""
        click(self.by_id(identifier))

    def touch_at(self, x: int, y: int) -> None:
        """Touch a point of the screen."""
        QTest.mouseClick(self.window.windowHandle(), Button.LeftButton, PLAIN, QPoint(x, y))
        settle(self.window)

    def type(self, word: str) -> None:
        """Type a word on the keys of the screen."""
        for letter in word:
            self.touch(f"key-{ord(letter)}")

    def wait(self, seconds: int) -> None:
        """Let time pass, a second at a time, as the kiosk's timer does."""
        for _ in range(seconds):
            self.clock[0] += 1
            self.window.look()
        settle(self.window)


def call_staff(kiosk: Kiosk) -> None:
    """Five touches in the corner."""
    for _ in range(5):
        kiosk.touch_at(30, 30)


@pytest.fixture
def start_kiosk(qapp: QApplication, guide: Guide) -> Iterator[Callable[..., Kiosk]]:  # noqa: ARG001
    """Starts the kiosk, as often as a test wants. ``guide`` is asked for so that it is compiled once."""
    started: list[Kiosk] = []
    (paths.settings() / FILE).unlink(missing_ok=True)

    def stop(one: Kiosk) -> None:
        one.window.allow_close()
        one.window.close()
        one.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def start(
        *,
        size: tuple[int, int] = (1920, 1080),
        begun: bool = True,
        language: str = "",
        step: float = 1.0,
        safe: bool = False,
        **policy,
    ) -> Kiosk:
        while started:
            stop(started.pop())
        qapp.clipboard().clear()
        clock = [5000.0]
        running = root.build(
            WindowOptions(language=language, profile=KIOSK),
            Policy(profile=KIOSK)._replace(**policy),
            QSize(*size),
            text_size=step,
            now=lambda: clock[0],
            safe=safe,
        )
        running.searching.complete()
        window = running.window
        window.show()
        window.resize(*size)
        window.begin()
        window.activateWindow()
        settle(window)
        one = Kiosk(running, window, clock)
        started.append(one)
        if begun:
            window.begin_visit(running.languages.language)
            settle(window)
        return one

    yield start
    while started:
        stop(started.pop())
    qapp.processEvents()


@pytest.fixture
def kiosk(start_kiosk: Callable[..., Kiosk]) -> Kiosk:
    """The kiosk on the first screen of a visit."""
    return start_kiosk()
