"""A long day at the window: topics, search, languages, sizes, colours and handouts, and nothing stays behind.

`python -m tests.attacks.day NAVIGATIONS [--profile kiosk] [--twin]` prints one JSON object: how many bytes each
navigation leaves behind (the slope of the heap in use, as the C library counts it, after the first third), and how many
widgets, objects, timers and open files there are after the first third and at the end. It ends with 1 if more stays
than may, or if Qt has warned of anything. Run it with PYTHONMALLOC=malloc, so that Python's own memory is counted to
the byte. ``--twin`` leaks a few labels at each navigation.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import json
import os
import random
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.pages import topics
from desktop.policy import KIOSK, LAPTOP
from tests.attacks.programs import Program, opened, quit_now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_BYTES_EACH, MOST_BYTES_EACH_LONG = 64.0, 16.0
"""What a navigation may leave behind on a day, and on one of ``LONG`` navigations, which has less noise."""
LONG = 100_000
MOST_BYTES_LATER = 2 * 1024 * 1024
"""What the second half of a day may add, however long it is."""
MOST_OBJECTS = 1.01
"""Python's own objects at the end, as a share of those when the day was warm."""
SAMPLES = 30
"""How often is measured in a day."""
WARM = 3
"""The first part of the day, one in so many, fills what is kept on purpose."""
_WORDS = ("whipple", "pain", "diarhea", "fatigue", "foie", "œdème", "what if", "xqzz", "liver resection", "p")


class _Heap(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in ("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks",
                                                      "fsmblks", "uordblks", "fordblks", "keepcost")]  # fmt: skip


class Held(NamedTuple):
    """What the program holds at a moment."""

    navigations: int
    bytes: int
    widgets: int
    objects: int
    timers: int
    files: int
    garbage: int


class Day:
    """Navigates and does everything else now and then."""

    def __init__(self, program: Program, *, leaks: bool = False) -> None:
        self._program = program
        self._leaks = leaks
        self._chance = random.Random(8)  # noqa: S311 - the same day each time
        self._topics = [*topics.all_ids(program.guide()), *(topics.OWN if program.profile == LAPTOP else ())]
        library = ctypes.CDLL(None)
        self._heap = library.mallinfo2
        self._heap.restype = _Heap

    def live(self, navigations: int) -> list[Held]:
        """Navigate so often; what was held after each part of the day."""
        self._warm_up()
        found = []
        every = max(1, navigations // SAMPLES)
        for number in range(1, navigations + 1):
            self._navigate(number)
            if number % every == 0:
                found.append(self._measured(number))
        return found

    def _warm_up(self) -> None:
        """Fill what is kept on purpose: the widgets the largest page of each language needs, drawings, an index."""
        for language in ("fr", "en"):
            self._program.window.language_requested.emit(language)
            for topic in self._topics:
                self._open(topic)
                QApplication.processEvents()
                if self._program.profile == LAPTOP and topic in self._program.guide().operations:
                    self._handout()
            for _, doing in self._besides():
                doing()

    def _navigate(self, number: int) -> None:
        self._open(self._chance.choice(self._topics))
        for chance, doing in self._besides():
            if number % chance == 0:
                doing()
        if self._leaks:
            for text in ("a", "b"):
                QLabel(text, self._program.window)
        QApplication.processEvents()

    def _open(self, topic: str) -> None:
        self._program.running.navigator.open(topic)
        self._program.window.complete()

    def _besides(self) -> Iterator[tuple[int, Callable[[], None]]]:
        yield 7, self._search
        yield 41, self._language
        yield 53, self._size
        yield 67, self._colours
        yield (97, self._handout) if self._program.profile == LAPTOP else (59, self._visit)
        yield 29, self._back

    def _search(self) -> None:
        self._program.running.searching.complete()
        self._program.window.search_requested.emit(self._chance.choice(_WORDS))
        self._program.window.search_requested.emit("")

    def _language(self) -> None:
        for language in ("fr", "en"):
            self._program.window.language_requested.emit(language)
            self._program.window.complete()

    def _size(self) -> None:
        for steps in (1, 1, -1, -1):
            self._program.window.text_size_requested.emit(steps)

    def _colours(self) -> None:
        if self._program.profile == KIOSK:
            self._program.window.contrast_requested.emit()
            self._program.window.contrast_requested.emit()
            return
        for colours in ("dark", "contrast", "light", "system"):
            self._program.window.colours_requested.emit(colours)

    def _handout(self) -> None:
        self._program.window.handout_requested.emit()
        QApplication.processEvents()
        self._program.window.uncover()

    def _visit(self) -> None:
        self._program.window.end_visit()
        self._program.window.begin_visit("en")

    def _back(self) -> None:
        navigator = self._program.running.navigator
        navigator.back()
        navigator.forward()

    def _measured(self, number: int) -> Held:
        """What is held while the program shows its first page and rests, just after a change of language.

        What was explained in texts is kept until then, two thousand texts at most (desktop/pages/explained.py).
        """
        self._language()
        self._open(topics.HOME)
        if self._program.profile == LAPTOP:
            self._handout()  # the last one is kept, and each is of another size
        for _ in range(3):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        heap = self._heap()
        window = self._program.window
        return Held(
            number,
            heap.uordblks + heap.hblkhd,
            len(QApplication.allWidgets()),
            len(window.findChildren(QObject)) + len(window.findChildren(QWidget)),
            sum(timer.isActive() for timer in window.findChildren(QTimer)),
            len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").exists() else 0,  # noqa: PTH208 - only a count
            len(gc.get_objects()),
        )


def slope(held: list[Held]) -> float:
    """How many bytes each navigation leaves behind, by the straight line nearest to all measurements."""
    count = len(held)
    middle = sum(each.navigations for each in held) / count
    level = sum(each.bytes for each in held) / count
    across = sum((each.navigations - middle) ** 2 for each in held)
    return sum((each.navigations - middle) * (each.bytes - level) for each in held) / across


def grown(held: list[Held]) -> list[str]:
    """What there is more of than there may be; ``held`` begins when the day is warm."""
    first, middle, last = held[0], held[len(held) // 4], held[-1]  # of the whole day, a third and a half
    most = MOST_BYTES_EACH_LONG if last.navigations >= LONG else MOST_BYTES_EACH
    found = {
        "bytes each": slope(held) > most,
        "bytes later": last.bytes - middle.bytes > MOST_BYTES_LATER,
        "widgets": last.widgets > first.widgets,
        "objects of Qt": last.objects > first.objects,
        "objects of Python": last.garbage > first.garbage * MOST_OBJECTS,
        "timers": last.timers > first.timers,
        "files": last.files > first.files,
    }
    return [name for name, more in found.items() if more]


def listen() -> list[str]:
    """What Qt warns of from now on."""
    said: list[str] = []

    def hear(kind: QtMsgType, _context: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and "This plugin does not support" not in text:
            said.append(text)

    qInstallMessageHandler(hear)
    return said


def main() -> None:
    """Live the day and print what was measured."""
    parser = argparse.ArgumentParser()
    parser.add_argument("navigations", type=int)
    parser.add_argument("--profile", default=LAPTOP)
    parser.add_argument("--twin", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        program = opened(asked.profile, Path(folder))
        began, said = time.monotonic(), listen()
        held = Day(program, leaks=asked.twin).live(asked.navigations)
        warm = held[len(held) // WARM :]
        first, last = warm[0], warm[-1]
        more = [*grown(warm), *said[:10]]
        print(json.dumps({
            "profile": asked.profile, "navigations": asked.navigations, "seconds": round(time.monotonic() - began),
            "bytes each": round(slope(warm), 1), "bytes grown": last.bytes - first.bytes,
            "more": more,
            "first": first._asdict(), "last": last._asdict(),
            "line": [round((each.bytes - first.bytes) / 1024) for each in held],
        }))  # fmt: skip
    quit_now(int(bool(more)))


if __name__ == "__main__":
    main()
