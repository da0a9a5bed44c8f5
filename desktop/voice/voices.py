"""The one door to QtTextToSpeech: finds a voice of a language that works, and lets it say one text at a time.

The module belongs to PySide6-Addons (the extra ``speech``). Without it Linux is asked directly (``dispatcher.py``);
without an engine or without a voice of the language, nothing is found and ``reason`` says why.

An engine tells that it has stopped a moment after it was asked to; a text given to it at once would be taken for
the one that ended. So the next text waits until the engine has told it is ready (docs/decisions/0012-speech.md).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from PySide6 import QtCore
from PySide6.QtCore import QLocale, QObject, QTimer, Signal, SignalInstance

from desktop.speech import choice, daemon
from desktop.voice import dispatcher

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.voice.dispatcher import EngineVoice

VOLUME = 1.0
"""The volume of every start, 0 to 1 (EN 301 549, 5.1.3.13): how loud that is, the system's own control says."""
_ANSWERS_WITHIN_MS = 5000
"""How long an engine may take to get ready, to begin or to stop before it is given up, in milliseconds."""

_QUIET = "qt.multimedia.symbolsresolver=false"
"""Qt's sound library complains of what it does not find, although speech does not need it."""

IDLE, ASKED, SAYING, STOPPING = range(4)
"""What the engine is doing: nothing, about to begin, saying a text, about to fall silent."""


class Engine(Protocol):
    """What is used of a QTextToSpeech."""

    stateChanged: SignalInstance  # noqa: N815 - Qt's own

    def state(self) -> object: ...
    def errorString(self) -> str: ...  # noqa: N802
    def availableLocales(self) -> Sequence[QLocale]: ...  # noqa: N802
    def setLocale(self, locale: QLocale) -> None: ...  # noqa: N802
    def availableVoices(self) -> Sequence[EngineVoice]: ...  # noqa: N802
    def setVoice(self, voice: EngineVoice) -> None: ...  # noqa: N802
    def setVolume(self, volume: float) -> None: ...  # noqa: N802
    def say(self, text: str) -> None: ...
    def stop(self) -> None: ...


class Voices(QObject):
    """The voices of one language at a time, of the best engine that has any."""

    settled = Signal()
    """The search is over: ``names`` and ``reason`` say how."""
    finished = Signal()
    """A text was said to its end."""
    failed = Signal(str)
    """The voice has stopped working: why, as the engine says it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.names: tuple[str, ...] = ()
        """The voices found, the one in use among them; none if nothing can be read aloud."""
        self.name = ""
        """The voice in use."""
        self.engine_name = ""
        self.reason = ""
        """Why there is no voice; empty if there is one."""
        self._language = ""
        self._wanted = ""
        self._volume = VOLUME
        self._engines: dict[str, Engine] = {}
        self._make: Callable[[str, QObject], Engine] = dispatcher.Dispatcher
        self._to_try: list[str] = []
        self._engine: Engine | None = None
        self._offered: dict[str, tuple[QLocale, EngineVoice]] = {}
        self._doing = IDLE
        self._next = ""
        self._stale = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_ANSWERS_WITHIN_MS)
        self._patience.timeout.connect(self._give_up)

    # Finding a voice

    def look_for(self, language: str, wanted: str = "") -> None:
        """Look for a voice of a language, ``wanted`` if it is there. ``settled`` tells when that is done."""
        self.hush()
        self._language, self._wanted = language, wanted
        self._engine, self.names, self.name, self.engine_name, self.reason = None, (), "", "", ""
        self._offered = {}
        QtCore.QLoggingCategory.setFilterRules(_QUIET)
        try:
            module = import_module("PySide6.QtTextToSpeech")
        except ImportError as error:
            if not daemon.available():
                self._settle(f"QtTextToSpeech is not installed ({error})")
                return
            self._make, self._to_try = dispatcher.Dispatcher, [daemon.NAME]
            self._try_next()
            return
        self._make = module.QTextToSpeech
        self._to_try = choice.engines(module.QTextToSpeech.availableEngines())
        if self._to_try:
            self._try_next()
        else:
            self._settle("QtTextToSpeech has no engine for this system")

    def use(self, name: str) -> None:
        """Speak with this one of the voices found."""
        if self._engine is None:
            return
        locale, voice = self._offered[name]
        self._engine.setLocale(locale)
        self._engine.setVoice(voice)
        self._engine.setVolume(self._volume)
        self.name = name

    def set_volume(self, volume: float) -> None:
        """Speak as loud as this, 0 to 1, from the next text on."""
        self._volume = volume
        if self._engine is not None and self.name:
            self._engine.setVolume(volume)

    def _try_next(self) -> None:
        """Ask the next engine; one that is not ready yet tells later."""
        self._patience.stop()
        while self._to_try:
            self.engine_name = self._to_try[0]
            engine = self._engine = self._engines.get(self.engine_name) or self._made(self.engine_name)
            state = _name(engine.state())
            if state not in ("Ready", "Error"):
                self._patience.start()
                return
            if state == "Error":
                self._refuse(engine.errorString() or "the engine does not start")
            elif self._has_voices(engine):
                self._settle("")
                return
        self._engine, self.engine_name = None, ""
        self._settle(self.reason)

    def _made(self, name: str) -> Engine:
        engine = self._make(name, self)
        self._engines[name] = engine
        engine.stateChanged.connect(self._state_changed, QtCore.Qt.ConnectionType.QueuedConnection)
        return engine

    def _has_voices(self, engine: Engine) -> bool:
        """Whether the engine has voices of the language; they are offered, and one of them is used."""
        by_name = {locale.name(): locale for locale in engine.availableLocales()}
        for name in choice.locales(by_name, self._language):
            engine.setLocale(by_name[name])
            there = {voice.name(): voice for voice in engine.availableVoices()}
            for voice in choice.voices(there):
                self._offered.setdefault(voice, (by_name[name], there[voice]))
        if not self._offered:
            self._refuse(f"no voice of the language {self._language!r}")
            return False
        self.names = tuple(self._offered)
        self.use(choice.chosen(self.names, self._wanted))
        return True

    def _refuse(self, why: str) -> None:
        self.reason = "; ".join(part for part in (self.reason, f"{self._to_try.pop(0)}: {why}") if part)

    def _settle(self, reason: str) -> None:
        self._to_try = []
        self.reason = reason
        self.settled.emit()

    # Saying

    def say(self, text: str) -> None:
        """Say a text instead of the one before. ``finished`` tells when it was said to its end."""
        self._next = text
        if self._doing == IDLE:
            self._begin()
        else:
            self._stop()

    def hush(self) -> None:
        """Be silent."""
        self._next = ""
        if self._doing != IDLE:
            self._stop()

    def _begin(self) -> None:
        engine, text, self._next = self._engine, self._next, ""
        if engine is not None and text:
            self._doing, self._stale = ASKED, False
            self._patience.start()
            engine.say(text)

    def _stop(self) -> None:
        """Stop the engine. One that was asked but has not begun does not hear it, so it is stopped as it begins."""
        self._stale = True
        if self._doing == SAYING and self._engine is not None:
            self._doing = STOPPING
            self._patience.start()
            self._engine.stop()

    def _state_changed(self, state: object) -> None:
        name = _name(state)
        if name == "Ready" and self._doing in (SAYING, STOPPING):
            self._ended(whole=self._doing == SAYING)
            if self._to_try:  # another language was asked for while it spoke
                self._try_next()
        elif self._to_try:
            self._try_next()
        elif name == "Error" and self._engine is not None:
            self._break(self._engine.errorString())
        elif name == "Speaking" and self._doing == ASKED:
            self._doing = SAYING
            self._patience.stop()
            if self._stale:
                self._stop()

    def _ended(self, *, whole: bool) -> None:
        self._doing = IDLE
        self._patience.stop()
        if self._next:
            self._begin()
        elif whole:
            self.finished.emit()

    def _give_up(self) -> None:
        """An engine does not answer."""
        if self._to_try:
            self._doing = IDLE
            self._refuse("the engine does not get ready")
            self._try_next()
        elif self._doing == STOPPING:
            self._ended(whole=False)
        else:
            self._break("no answer")

    def _break(self, why: str) -> None:
        self._doing = IDLE
        self._next = ""
        self._patience.stop()
        self.failed.emit(why)


def _name(state: object) -> str:
    """The name of an engine's state; the enum itself belongs to a module that may not be there."""
    return str(getattr(state, "name", state))
