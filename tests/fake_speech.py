"""A speech engine that does what a test says, in the place of Qt's: it keeps what it was asked, in order."""

from __future__ import annotations

import enum
import sys
from types import ModuleType
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

if TYPE_CHECKING:
    import pytest

ENGLISH = {"en_US": ["English (America)"]}
BOTH = {"en_US": ["English (America)"], "fr_FR": ["French (France)"]}


class State(enum.Enum):
    Ready = 0
    Speaking = 1
    Paused = 2
    Error = 3


class FakeVoice:
    def __init__(self, name: str) -> None:
        self._name = name

    def name(self) -> str:
        return self._name


class FakeSpeech:
    """The machine's engines by name, each with its voices by locale, or the words of its error."""

    def __init__(self, engines: dict[str, dict[str, list[str]] | str], *, ready_later: bool = False) -> None:
        self.engines = engines
        self.ready_later = ready_later
        self.deaf = False
        """Whether the engine does nothing that it is asked."""
        self.log: list[tuple[str, str]] = []
        self.made: list[str] = []
        self.engine: QObject | None = None
        self.voice = ""
        self.volume = 0.0

    def install(self, patch: pytest.MonkeyPatch) -> FakeSpeech:
        speech = self

        class QTextToSpeech(_Engine):
            machine: ClassVar[FakeSpeech] = speech

        module = ModuleType("PySide6.QtTextToSpeech")
        module.QTextToSpeech = QTextToSpeech  # type: ignore[attr-defined]
        patch.setitem(sys.modules, "PySide6.QtTextToSpeech", module)
        return self

    @property
    def said(self) -> list[str]:
        return [text for what, text in self.log if what == "say"]

    @property
    def speaking(self) -> bool:
        return self.engine is not None and self.engine.state() is State.Speaking

    def end(self) -> None:
        """The text comes to its end."""
        assert self.speaking, "nothing is being said"
        self.engine.turn(State.Ready)

    def break_down(self, why: str) -> None:
        self.engine.error = why
        self.engine.turn(State.Error)


class _Engine(QObject):
    """As much of QTextToSpeech as is used; like the real ones it begins and stops a moment after it was asked."""

    stateChanged = Signal(object)  # noqa: N815
    machine: ClassVar[FakeSpeech]

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        found = self.machine.engines[name]
        self.machine.made.append(name)
        self.voices = {} if isinstance(found, str) else found
        self.error = found if isinstance(found, str) else ""
        self._state: State | None = State.Error if self.error else State.Ready
        self._locale = ""
        if self.machine.ready_later and not self.error:
            self._state = None
            self._later(State.Ready)

    @classmethod
    def availableEngines(cls) -> list[str]:  # noqa: N802
        return [*cls.machine.engines]

    def state(self) -> State:
        return self._state if self._state is not None else State.Paused

    def errorString(self) -> str:  # noqa: N802
        return self.error

    def availableLocales(self) -> list[QLocale]:  # noqa: N802
        return [QLocale(name) for name in self.voices]

    def setLocale(self, locale: QLocale) -> None:  # noqa: N802
        self._locale = locale.name()

    def availableVoices(self) -> list[FakeVoice]:  # noqa: N802
        return [FakeVoice(name) for name in self.voices[self._locale]]

    def setVoice(self, voice: FakeVoice) -> None:  # noqa: N802
        assert voice.name() in self.voices[self._locale]
        self.machine.voice = voice.name()

    def setVolume(self, volume: float) -> None:  # noqa: N802
        self.machine.volume = volume

    def say(self, text: str) -> None:
        assert self._state is not State.Speaking, "asked to speak while speaking"
        self.machine.engine = self
        self.machine.log.append(("say", text))
        self._later(State.Speaking)

    def stop(self) -> None:
        self.machine.log.append(("stop", ""))
        if self._state is State.Speaking:
            self._later(State.Ready)

    def turn(self, state: State) -> None:
        self._state = state
        self.stateChanged.emit(state)

    def _later(self, state: State) -> None:
        if not self.machine.deaf:
            QTimer.singleShot(0, self, lambda: self.turn(state))
