"""A monkey at the window: clicks, drags, keys and words at random, in any order, and the window stays what it is.

`python -m tests.attacks.monkey EVENTS [SEED…] [--profile kiosk] [--twin]` plays the events of each seed in the real
window and prints one line for each: `seed, events, events a second` or the first thing that went wrong, with the last
events before it. The same seed plays the same events. ``--twin`` plants a mistake that must be noticed.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.policy import KIOSK, LAPTOP
from desktop.views.side_effects_panel import SideEffectsPanel
from tests.attacks.programs import Program, opened, quit_now
from tests.window import ALT, CTRL, PLAIN, SHIFT, Button, Key

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QWidget

LOOK_EVERY = 25
"""How many events pass between two looks at whether everything belongs together."""
_KEYS = [
    Key.Key_Tab, Key.Key_Backtab, Key.Key_Return, Key.Key_Enter, Key.Key_Space, Key.Key_Escape, Key.Key_Up,
    Key.Key_Down, Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End, Key.Key_PageUp, Key.Key_PageDown,
    Key.Key_Backspace, Key.Key_Delete, Key.Key_F3, Key.Key_F5, Key.Key_F6, Key.Key_F10, Key.Key_F11, Key.Key_Menu,
    Key.Key_A, Key.Key_C, Key.Key_D, Key.Key_F, Key.Key_G, Key.Key_K, Key.Key_L, Key.Key_P, Key.Key_V, Key.Key_X,
    Key.Key_Z, Key.Key_0, Key.Key_Plus, Key.Key_Minus, Key.Key_Equal,
]  # fmt: skip
_HOLDS = {ALT: Key.Key_Alt, CTRL: Key.Key_Control, SHIFT: Key.Key_Shift}
_HELD = [PLAIN] * 8 + [CTRL, CTRL, CTRL, SHIFT, ALT, CTRL | SHIFT]
_WORDS = [
    "whipple",
    "pain",
    "a",
    "œdème",
    "xqzz",
    "wipple  proced",
    "%s %n {0}",
    "<b>",
    "\u202eabc",
    "ß" * 80,
    "🫀",
    "''",
]
_BUTTONS = [Button.LeftButton] * 12 + [Button.RightButton, Button.MiddleButton, Button.BackButton, Button.ForwardButton]
_SIZES = [(1366, 768), (1920, 1080), (1080, 1900), (1024, 700), (320, 400), (700, 500)]


class Monkey:
    """Plays events drawn from one seed and watches for everything that must not happen."""

    def __init__(self, program: Program, seed: int) -> None:
        self._program = program
        self._chance = random.Random(seed)  # noqa: S311 - the same events each time
        self.last: deque[str] = deque(maxlen=30)
        self.wrong: list[str] = []
        self._popup: QWidget | None = None
        sys.excepthook = self._raised
        qInstallMessageHandler(self._said)

    def play(self, events: int) -> int:
        """Play so many events, or until something is wrong; how many were played."""
        for number in range(1, events + 1):
            try:
                self._one()
                QApplication.processEvents()
            except Exception as error:  # noqa: BLE001 - a key sent by us brings its failure back to us
                self._raised(type(error), error, error.__traceback__)
            if not self.wrong and (number % LOOK_EVERY == 0 or number == events):
                self._look()
            if self.wrong:
                return number
        return events

    def _look(self) -> None:
        found = self._program.wrong()
        if found:
            self.wrong.append(found)

    def _raised(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.wrong.append("".join(traceback.format_exception(kind, error, trace)[-6:]))

    def _said(self, kind: QtMsgType, _context: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and "This plugin does not support" not in text:
            self.wrong.append(f"Qt: {text}")

    # Events

    def _one(self) -> None:
        doing = self._chance.choices(
            (self._click, self._double, self._drag, self._wheel, self._key, self._type, self._resize, self._other),
            (45, 4, 8, 10, 24, 4, 1, 4),
        )[0]
        doing()

    def _popup_now(self) -> QWidget | None:
        self._popup = QApplication.activePopupWidget()  # kept: its window is only known as long as it is
        return self._popup

    def _target(self) -> QWindow:
        return (self._popup_now() or self._program.window).windowHandle()

    def _press(self, key: Key | str, held: Qt.KeyboardModifier) -> None:
        """Press a key and let it go; what was pressed may be gone by then, as a menu is.

        QTest presses the keys that are held first, and dies if a menu is closed by one of them: that comes before.
        """
        for each in (ALT, CTRL, SHIFT):
            if self._popup_now() and held & each:
                QTest.keyClick(self._target(), _HOLDS[each])
        QTest.keyPress(self._target(), key, held)
        QTest.keyRelease(self._target(), key, held)

    def _let_go(self, window: QWindow, button: Button, where: QPoint, held: Qt.KeyboardModifier = PLAIN) -> None:
        now = self._target()
        QTest.mouseRelease(now, button, held, where if now is window else self._within(now, where))

    def _within(self, window: QWindow, where: QPoint) -> QPoint:
        return QPoint(min(where.x(), window.width() - 1), min(where.y(), window.height() - 1))

    def _point(self, within: QWindow) -> QPoint:
        return QPoint(self._chance.randrange(max(1, within.width())), self._chance.randrange(max(1, within.height())))

    def _click(self) -> None:
        window, button = self._target(), self._chance.choice(_BUTTONS)
        held, where = self._chance.choice(_HELD), self._point(window)
        self.last.append(f"{button.name} {held.name} at {where.x()},{where.y()}")
        QTest.mousePress(window, button, held, where)
        self._let_go(window, button, where, held)

    def _double(self) -> None:
        window = self._target()
        where = self._point(window)
        self.last.append(f"double click at {where.x()},{where.y()}")
        for _ in range(2):
            QTest.mousePress(window, Button.LeftButton, PLAIN, where)
            self._let_go(window, Button.LeftButton, where)
            window = self._target()
            where = self._within(window, where)

    def _drag(self) -> None:
        window = self._target()
        start, end = self._point(window), self._point(window)
        self.last.append(f"drag {start.x()},{start.y()} to {end.x()},{end.y()}")
        QTest.mousePress(window, Button.LeftButton, PLAIN, start)
        now = self._target()
        QTest.mouseMove(now, self._within(now, end))
        if self._chance.random() < 0.9:
            self._let_go(now, Button.LeftButton, self._within(now, end))

    def _wheel(self) -> None:
        window = self._target()
        where, turned = self._point(window), QPoint(0, self._chance.choice((-360, -120, 120, 360)))
        held = self._chance.choice(_HELD)
        self.last.append(f"wheel {turned.y()} {held.name} at {where.x()},{where.y()}")
        position, whole = _floats(where), _floats(window.mapToGlobal(where))
        event = QWheelEvent(position, whole, QPoint(), turned, Button.NoButton, held, _no_phase(), False)
        QApplication.sendEvent(window, event)

    def _key(self) -> None:
        key, held = self._chance.choice(_KEYS), self._chance.choice(_HELD)
        times = self._chance.choice((1, 1, 1, 4))
        self.last.append(f"{times} times {held.name} {key.name}")
        for _ in range(times):
            self._press(key, held)

    def _type(self) -> None:
        word = self._chance.choice(_WORDS)
        self.last.append(f"type {word!r}")
        if self._chance.random() < 0.5 and self._program.profile == LAPTOP:
            self._press(Key.Key_K, CTRL)
        for letter in word:
            if ord(letter) < 128:
                self._press(letter, PLAIN)
        focus = QApplication.focusWidget()
        if focus is not None and hasattr(focus, "insert"):
            focus.insert(word)

    def _resize(self) -> None:
        if self._program.profile == KIOSK:
            return
        size = self._chance.choice(_SIZES)
        self.last.append(f"size {size}")
        self._program.window.resize(*size)

    def _other(self) -> None:
        """What happens without a hand: time passes, a voice comes to its end or breaks, a visit ends."""
        speech, what = self._program.speech, self._chance.random()
        self.last.append(f"other {what:.2f}")
        if speech.speaking:
            speech.break_down("broken") if what < 0.1 else speech.end()
        elif self._program.profile == KIOSK:
            window = self._program.running.window
            window.look() if what < 0.5 else window.end_visit() if what < 0.6 else window.begin_visit("fr")
        elif what < 0.3:
            QTest.qWait(2)


def _floats(point: QPoint) -> QPointF:
    return point.toPointF()


def _no_phase() -> object:
    from PySide6.QtCore import Qt  # noqa: PLC0415

    return Qt.ScrollPhase.NoScrollPhase


def _plant_a_mistake() -> None:
    """Now and then the side effects of another topic stay."""
    really, calls = SideEffectsPanel.show_panel, [0]

    def forgetful(self: SideEffectsPanel, panel: object) -> None:
        calls[0] += 1
        if calls[0] % 5:
            really(self, panel)  # type: ignore[arg-type]

    SideEffectsPanel.show_panel = forgetful  # type: ignore[method-assign, assignment]


def main() -> None:
    """Play, print, and end with 1 if anything was wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("events", type=int)
    parser.add_argument("seeds", type=int, nargs="*", default=[random.randrange(10**6)])  # noqa: S311
    parser.add_argument("--profile", default=LAPTOP)
    parser.add_argument("--twin", action="store_true")
    asked = parser.parse_args()
    if asked.twin:
        _plant_a_mistake()
    bad = False
    with tempfile.TemporaryDirectory() as folder:
        program = opened(asked.profile, Path(folder))
        for seed in asked.seeds:
            began = time.monotonic()
            monkey = Monkey(program, seed)
            played = monkey.play(asked.events)
            rate = played / (time.monotonic() - began)
            print(f"{asked.profile}, seed {seed}: {played} events, {rate:.0f} a second", flush=True)
            if monkey.wrong:
                bad = True
                print(*monkey.wrong[:3], "after:", *monkey.last, sep="\n  ", flush=True)
                break
    quit_now(int(bad))


if __name__ == "__main__":
    main()
