"""Answers the window's questions: builds the index of a guide in the pauses of the program, then searches it.

The index is never built before the first painting, and never longer at a time than a reader would notice
(docs/decisions, search). Nothing that is asked is kept.
"""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.content.model import Guide
    from desktop.search.engine import Engine

_LOADED_FIRST = ("sqlite3", "desktop.search.engine")
"""Each is loaded in a pause of its own, because together they would keep a reader waiting."""
_LOADED_LATER = "rapidfuzz"
"""Only for what is misspelt: loaded when the reader has begun to type, because it takes 2.5 MB."""
_LATER_MS = 50
_MOST_ROWS = 8
"""More would be read by nobody."""
_STEP_SECONDS = 0.004
"""How long to build before other work is let through."""


class Searching(QObject):
    """The index of the guide that is shown; one for each language that has been shown."""

    answered = Signal(object)
    """The ``Results`` of what was asked last."""

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._guide = guide
        self._engines: dict[str, Engine] = {}
        self._steps: Iterator[None] | None = None
        self._building = ""
        self._asked = ""
        self._to_load = [*_LOADED_FIRST]
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._build)

    @property
    def ready(self) -> bool:
        """Whether the index of the guide that is shown is whole."""
        engine = self._engines.get(self._language)
        return engine is not None and engine.ready

    def start(self) -> None:
        """Begin to build, a little at a time whenever the program has nothing else to do."""
        if not self.ready:
            self._timer.start(0)

    def use(self, guide: Guide) -> None:
        """Search another guide from now on: the same one in another language."""
        self._guide = guide
        self.start()

    def forget(self) -> None:
        """Drop every index: it is built again from the guide."""
        self._engines.clear()
        self._steps = None

    def ask(self, text: str) -> None:
        """Search for what has been typed; ``answered`` tells the results, later if the index is not whole yet."""
        self._asked = text
        if self.ready:
            self.answered.emit(self._engines[self._language].search(text, _MOST_ROWS))
            if _LOADED_LATER not in sys.modules:
                QTimer.singleShot(_LATER_MS, self, partial(import_module, _LOADED_LATER))
        else:
            self.start()

    def complete(self) -> None:
        """Build now what would be built in the next pauses."""
        while not self.ready:
            self._build()

    @property
    def _language(self) -> str:
        return self._guide.edition.language

    def _build(self) -> None:
        if self.ready:
            self._timer.stop()
            return
        if self._to_load:
            import_module(self._to_load.pop(0))
            return
        if self._steps is None or self._building != self._language:
            from desktop.search.engine import Engine  # noqa: PLC0415 - no first screen needs it

            self._building = self._language
            engine = self._engines[self._building] = Engine(self._guide)
            self._steps = engine.build()
            return
        until = perf_counter() + _STEP_SECONDS
        for _ in self._steps:
            if perf_counter() > until:
                return
        self._steps = None
        self._timer.stop()
        if self._asked:
            self.ask(self._asked)
