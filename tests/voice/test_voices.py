"""A voice is offered only if an engine works and speaks the language; it is stopped before it says another text."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QApplication

from desktop.voice import voices as door
from desktop.voice.voices import VOLUME, Voices
from tests.fake_speech import BOTH, ENGLISH, FakeSpeech


@pytest.fixture
def look(qtbot, monkeypatch):
    """Looks for a voice on a machine with these engines."""
    made = []

    def look(engines, language="en", wanted="", *, later=False):
        speech = FakeSpeech(engines, ready_later=later).install(monkeypatch)
        found = Voices()
        made.append(found)
        with qtbot.waitSignal(found.settled):
            found.look_for(language, wanted)
        return speech, found

    yield look
    for each in made:
        each.deleteLater()


def turn() -> None:
    """Let everything happen that was asked for."""
    for _ in range(6):
        QApplication.processEvents()


# Which voice


@pytest.mark.parametrize("later", [False, True])
@pytest.mark.parametrize(("language", "voice"), [("en", "English (America)"), ("fr", "French (France)")])
def test_voice_of_the_language_is_found(look, language, voice, later):
    speech, found = look({"speechd": BOTH}, language, later=later)
    assert (found.names, found.name, found.engine_name, found.reason) == ((voice,), voice, "speechd", "")
    assert (speech.voice, speech.volume) == (voice, VOLUME)


@pytest.mark.parametrize(
    ("engines", "language", "reason"),
    [
        ({}, "en", "QtTextToSpeech has no engine for this system"),
        ({"mock": BOTH}, "en", "QtTextToSpeech has no engine for this system"),
        ({"speechd": ENGLISH}, "fr", "speechd: no voice of the language 'fr'"),
        ({"speechd": "Connection failed"}, "en", "speechd: Connection failed"),
        ({"winrt": "Broken", "sapi": ENGLISH}, "fr", "winrt: Broken; sapi: no voice of the language 'fr'"),
    ],
)
def test_no_voice_and_the_reason(look, engines, language, reason):
    _, found = look(engines, language)
    assert (found.names, found.name, found.reason) == ((), "", reason)


def test_module_that_is_not_there(qtbot, monkeypatch):
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    found = Voices()
    with qtbot.waitSignal(found.settled):
        found.look_for("en")
    assert not found.names
    assert found.reason.startswith("QtTextToSpeech is not installed")


@pytest.mark.parametrize("better", ["Broken", ENGLISH])
def test_a_lesser_engine_that_speaks_the_language(look, better):
    speech, found = look({"sapi": BOTH, "winrt": better}, "fr")
    assert (found.engine_name, found.names, found.reason) == ("sapi", ("French (France)",), "")
    assert speech.made == ["winrt", "sapi"]


def test_engine_that_never_gets_ready(qtbot, monkeypatch):
    monkeypatch.setattr(door, "_ANSWERS_WITHIN_MS", 20)
    speech = FakeSpeech({"winrt": BOTH}, ready_later=True).install(monkeypatch)
    speech.deaf = True
    found = Voices()
    with qtbot.waitSignal(found.settled):
        found.look_for("en")
    assert (found.names, found.reason) == ((), "winrt: the engine does not get ready")


def test_voice_the_reader_wants(look):
    speech, found = look({"speechd": {"en_GB": ["Ann", "Ben"], "en_US": ["Cat"]}}, wanted="Ben")
    assert (found.names, found.name, speech.voice) == (("Cat", "Ann", "Ben"), "Ben", "Ben")
    found.use("Cat")
    assert (found.name, speech.voice) == ("Cat", "Cat")


def test_other_language_with_the_same_engine(look, qtbot):
    speech, found = look({"speechd": BOTH}, "en")
    with qtbot.waitSignal(found.settled):
        found.look_for("fr")
    assert (found.names, speech.voice, speech.made) == (("French (France)",), "French (France)", ["speechd"])


def test_other_language_while_the_engine_speaks(look, qtbot):
    """It is not ready then, and tells only that it has stopped."""
    speech, found = look({"speechd": BOTH}, "en")
    found.say("One.")
    turn()
    assert speech.speaking
    with qtbot.waitSignal(found.settled):
        found.look_for("fr")
    assert found.names == ("French (France)",)
    found.say("Deux.")
    turn()
    assert speech.log == [("say", "One."), ("stop", ""), ("say", "Deux.")]


# Saying


def test_text_is_said_to_its_end(look, qtbot):
    speech, found = look({"speechd": BOTH})
    found.say("One.")
    turn()
    assert speech.speaking
    with qtbot.waitSignal(found.finished):
        speech.end()
    assert speech.log == [("say", "One.")]


def test_engine_is_stopped_before_it_says_another_text(look, qtbot):
    """The end of the text that was stopped is not taken for the end of the next one."""
    speech, found = look({"speechd": BOTH})
    ended = []
    found.finished.connect(lambda: ended.append(True))
    found.say("One.")
    turn()
    found.say("Two.")
    turn()
    assert speech.log == [("say", "One."), ("stop", ""), ("say", "Two.")]
    assert ended == []
    with qtbot.waitSignal(found.finished):
        speech.end()
    assert ended == [True]


def test_only_the_last_of_many_texts_is_said(look):
    speech, found = look({"speechd": BOTH})
    for text in ("One.", "Two.", "Three.", "Four."):
        found.say(text)
    turn()
    assert speech.log == [("say", "One."), ("stop", ""), ("say", "Four.")]


def test_silence_asked_for_before_the_voice_begins(look):
    """An engine does not hear a stop before it has begun: it is stopped as it begins."""
    speech, found = look({"speechd": BOTH})
    found.say("One.")
    found.hush()
    turn()
    assert speech.log == [("say", "One."), ("stop", "")]
    assert not speech.speaking


def test_silence_is_no_end(look):
    speech, found = look({"speechd": BOTH})
    ended = []
    found.finished.connect(lambda: ended.append(True))
    found.say("One.")
    turn()
    found.hush()
    turn()
    assert not speech.speaking
    assert ended == []
    found.hush()
    assert speech.log == [("say", "One."), ("stop", "")]


def test_engine_that_breaks_down(look, qtbot):
    speech, found = look({"speechd": BOTH})
    found.say("One.")
    turn()
    with qtbot.waitSignal(found.failed) as told:
        speech.break_down("Connection lost")
    assert told.args == ["Connection lost"]


def test_engine_that_does_not_answer(look, qtbot, monkeypatch):
    monkeypatch.setattr(door, "_ANSWERS_WITHIN_MS", 20)
    speech, found = look({"speechd": BOTH})
    speech.deaf = True
    with qtbot.waitSignal(found.failed) as told:
        found.say("One.")
    assert told.args == ["no answer"]
