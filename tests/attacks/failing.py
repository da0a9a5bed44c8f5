"""Lets the program fail in one place after the other, in its real event loop, and tells what became of it.

`python -m tests.attacks.failing laptop|kiosk FOLDER [bare]` prints one JSON object. With ``bare`` nothing stands in the
place of Python's own tracebacks: the deliberately bad twin.
"""

from __future__ import annotations

import gc
import importlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QSize, Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QResizeEvent

from desktop import app, faults
from desktop.kiosk import app as kiosk
from desktop.options import WindowOptions
from desktop.policy import KIOSK, Policy
from desktop.views.pane_switch import PANES, Pane
from tests.attacks.in_the_loop import Part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

BEFORE, AFTER, PAINTING = "before", "after", "painting"
TYPED = "Jane Doe 1957"
"""What somebody has typed; no note may hold it."""
_MOST_WAITS = 500
"""How often to look whether it has failed, every 10 ms."""
PLAIN = Qt.KeyboardModifier.NoModifier


class Place(NamedTuple):
    """Where it fails (``module:Class.method``), whether before or after its work, and what leads there."""

    name: str
    where: str
    way: str
    how: str = BEFORE


LAPTOP_PLACES = (
    Place("painting a text", "desktop.views.parts.text_block:TextBlock.paintEvent", "topic", PAINTING),
    Place("painting a button", "desktop.views.parts.pressable:Pressable.paintEvent", "topic", PAINTING),
    Place("another size", "desktop.views.main_window:MainWindow.resizeEvent", "resize"),
    Place("a key", "desktop.views.parts.flow:ScrollPane.keyPressEvent", "key"),
    Place("an event filter", "desktop.read_aloud:ReadAloud.eventFilter", "move"),
    Place("a click", "desktop.views.main_window:MainWindow._open", "click"),
    Place("a timer", "desktop.kept.memory:Memory.save", "settings"),
    Place("composing a page", "desktop.pages.compose:sheet", "topic"),
    Place("composing the side effects", "desktop.pages.panel:panel", "topic"),
    Place("a page half shown", "desktop.views.detail_pane:DetailPane.show_sheet", "topic", AFTER),
    Place("side effects half shown", "desktop.views.side_effects_panel:SideEffectsPanel.show_panel", "topic"),
    Place("the tree", "desktop.views.navigation_pane:NavigationPane.show_topic", "topic"),
    Place("other colours", "desktop.views.footer_bar:FooterBar.set_theme", "colours"),
    Place("another language", "desktop.views.main_window:MainWindow._show_words", "language"),
    Place("searching", "desktop.search.engine:Engine.search", "search"),
    Place("a voice", "desktop.voice.voices:Voices.look_for", "voice"),
    Place("the handout", "desktop.take_home:TakeHome.offer", "handout"),
    Place("painting the handout", "desktop.paper.pages:Pages.paint", "handout"),
    Place("printing", "desktop.views.paper_door:PaperDoor.print", "print"),
    Place("a bookmark", "desktop.kept.bookmarks:Kept.switch_bookmark", "bookmark"),
)
BARE = ("a click", "painting a text", "side effects half shown")
"""Where the bad twin fails."""
KIOSK_PLACES = (
    Place("painting a text", "desktop.views.parts.text_block:TextBlock.paintEvent", "topic", PAINTING),
    Place("another size", "desktop.views.kiosk.window:KioskWindow.resizeEvent", "resize"),
    Place("an event filter", "desktop.views.kiosk.guard:Guard.eventFilter", "move"),
    Place("a touch", "desktop.views.kiosk.guard:Guard._press", "click"),
    Place("the clock", "desktop.views.kiosk.window:KioskWindow.look", "look"),
    Place("composing a page", "desktop.pages.compose:sheet", "topic"),
    Place("composing the side effects", "desktop.pages.panel:panel", "topic"),
    Place("a page half shown", "desktop.views.detail_pane:DetailPane.show_sheet", "topic", AFTER),
    Place("side effects half shown", "desktop.views.side_effects_panel:SideEffectsPanel.show_panel", "topic"),
    Place("other colours", "desktop.views.kiosk.bars:BottomBar.set_theme", "colours"),
    Place("another language", "desktop.views.kiosk.home:Home.show_guide", "language"),
    Place("searching", "desktop.search.engine:Engine.search", "search"),
)


def post(to: QObject, event: QEvent) -> None:
    """Let an event come from the loop, as from the system; what fails in it then has no caller to fall to."""
    QCoreApplication.postEvent(to, event)


def press(to: QObject, key: Qt.Key) -> None:
    """A key is pressed."""
    post(to, QKeyEvent(QEvent.Type.KeyPress, key, PLAIN))


def move(to: QObject) -> None:
    """The mouse is moved."""
    where, none = QPointF(300, 300), Qt.MouseButton.NoButton
    post(to, QMouseEvent(QEvent.Type.MouseMove, where, where, none, none, PLAIN))


def touch(to: QObject) -> None:
    """The screen is touched."""
    where, left = QPointF(600, 500), Qt.MouseButton.LeftButton
    post(to, QMouseEvent(QEvent.Type.MouseButtonPress, where, where, left, left, PLAIN))
    post(to, QMouseEvent(QEvent.Type.MouseButtonRelease, where, where, left, Qt.MouseButton.NoButton, PLAIN))


class Planted(Exception):  # noqa: N818 - what is planted is no error of the program
    """The failure, with what has been typed in its message, as a real one may have."""


class Plants:
    """Failures in many places, of which one at a time is awake. Planted before anything is made."""

    def __init__(self, places: tuple[Place, ...]) -> None:
        self.awake = ""
        self.met = 0
        for place in places:
            self._plant(place)

    def _plant(self, place: Place) -> None:
        module, _, path = place.where.partition(":")
        owner: object = importlib.import_module(module)
        *within, name = path.split(".")
        for each in within:
            owner = getattr(owner, each)
        setattr(owner, name, self._failing(place, getattr(owner, name)))

    def _failing(self, place: Place, really: Callable[..., object]) -> Callable[..., object]:
        def failing(*arguments: object, **named: object) -> object:
            if self.awake != place.name:
                return really(*arguments, **named)
            self.met += 1
            if place.how == PAINTING:
                held = QPainter(arguments[0])  # lives on as long as somebody holds what has failed
                held.setOpacity(1.0)
            if place.how == AFTER:
                really(*arguments, **named)
            raise Planted(TYPED)

        return failing


class Machine(NamedTuple):
    """What is the same of a laptop and a kiosk."""

    window: QWidget
    open: Callable[[str], None]
    is_whole: Callable[[], bool]
    is_sane: Callable[[str], bool]
    ways: dict[str, Callable[[], None]]
    log: Path | None


def laptop(folder: Path, *, bare: bool) -> int:
    """Fail in every place of the laptop."""
    places = tuple(place for place in LAPTOP_PLACES if not bare or place.name in BARE)
    plants = Plants(places)
    running = app.build(WindowOptions(language="en"), folder / "settings")
    window = running.window
    running.show()
    told: list[str] = []
    really_show = window.show_message
    window.show_message = lambda text: (told.append(text), really_show(text))  # type: ignore[method-assign]

    def sane(topic: str) -> bool:
        return window.shows_whole_topic() and running.navigator.topic == topic and window.isVisible()

    def whole() -> bool:
        """Either one topic in all panes, or none in any."""
        shown = any(window.pane(each).isVisible() for each in PANES)
        return window.shows_whole_topic() or not shown

    def leave_handout() -> None:
        window.uncover()
        running.languages.use("en", window)

    ways: dict[str, Callable[[], None]] = {
        "topic": lambda: running.navigator.open("pain"),
        "resize": lambda: post(window, QResizeEvent(QSize(1200, 760), window.size())),
        "key": lambda: press(window.pane(Pane.TOPIC), Qt.Key.Key_End),
        "move": lambda: (running.read_aloud.look_when_quiet(), move(window.windowHandle())),
        "click": lambda: window.pane(Pane.TOPICS).topic_requested.emit("pain"),
        "settings": lambda: running.appearance.change_size(1),
        "colours": lambda: window.colours_requested.emit("dark"),
        "language": lambda: window.language_requested.emit("fr"),
        "search": lambda: window.search_requested.emit(TYPED),
        "voice": running.read_aloud.look_now,
        "handout": window.handout_requested.emit,
        "print": lambda: (window.handout_requested.emit(), window.findChild(_door()).print(None)),
        "bookmark": lambda: window.findChild(QAction, "bookmark").trigger(),
    }
    machine = Machine(window, running.navigator.open, whole, sane, ways, faults.log_file())
    part = Part(_play(plants, places, machine, told, leave_handout))
    code = running.application.exec() if bare else running.run()
    del part
    return code


def _door() -> type:
    from desktop.views.paper_door import PaperDoor  # noqa: PLC0415

    return PaperDoor


def on_kiosk(folder: Path, *, bare: bool) -> int:  # noqa: ARG001 - a kiosk has no settings
    """Fail in every place of the kiosk."""
    plants = Plants(KIOSK_PLACES)
    kiosk._MOST_FAULTS = 1_000_000  # noqa: SLF001 - it is to go on here instead of beginning anew
    running = kiosk.build(WindowOptions(profile=KIOSK), Policy(profile=KIOSK))
    window = running.window
    running.show()
    running.searching.complete()

    def open_topic(topic: str) -> None:
        window.begin_visit("en")
        window.open(topic)

    def whole() -> bool:
        """The visit has ended, unless what failed was the waiting screen's own."""
        return window.visitor().over == "attract"

    def sane(topic: str) -> bool:
        return window.visitor().topic == topic and window.isVisible()

    ways: dict[str, Callable[[], None]] = {
        "topic": lambda: window.open("pain"),
        "resize": lambda: post(window, QResizeEvent(QSize(1200, 760), window.size())),
        "move": lambda: move(window.windowHandle()),
        "click": lambda: touch(window.windowHandle()),
        "look": window.look,
        "colours": window.contrast_requested.emit,
        "language": lambda: window.language_requested.emit("fr"),
        "search": lambda: window.search_requested.emit(TYPED),
    }
    machine = Machine(window, open_topic, whole, sane, ways, None)
    part = Part(_play(plants, KIOSK_PLACES, machine, [], lambda: None))
    code = running.application.exec() if bare else running.run()
    del part
    return code


def _play(
    plants: Plants, places: tuple[Place, ...], machine: Machine, told: list[str], tidy: Callable[[], None]
) -> Iterator[int]:
    """Fail in each place, then see whether the program can still be used."""
    said: list[str] = []
    qInstallMessageHandler(lambda _kind, _context, text: said.append(text))
    found = {}
    yield 200
    for number, place in enumerate(places):
        machine.open("whipple")
        yield 5
        before = plants.met
        plants.awake = place.name
        QTimer.singleShot(0, machine.window, machine.ways[place.way])
        for _ in range(_MOST_WAITS):
            yield 10
            if plants.met > before:
                break
        plants.awake = ""
        yield 10
        whole = machine.is_whole()
        tidy()
        topic = ("whipple", "stoma")[number % 2]
        machine.open("words")
        machine.open(topic)
        yield 5
        found[place.name] = {"met": plants.met - before, "whole": whole, "goes on": machine.is_sane(topic)}
    plants.awake = "a click"
    for _ in range(2000):
        QTimer.singleShot(0, machine.window, machine.ways["click"])
    yield 100
    plants.awake = ""
    yield 0
    gc.collect()
    log = machine.log
    notes = log.read_text("utf-8").splitlines() if log is not None and log.exists() else []
    old = [topic for topic in said if "does not support" not in topic]
    print(json.dumps({"places": found, "told": told, "notes": notes, "qt": old}))


if __name__ == "__main__":
    profile, where, *more = sys.argv[1:]
    sys.exit({"laptop": laptop, "kiosk": on_kiosk}[profile](Path(where), bare="bare" in more))
