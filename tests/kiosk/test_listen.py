"""A visitor listens: the voice is steered with a finger, paused by nobody's time, and silent when the visit is over."""

from __future__ import annotations

import pytest

from desktop.kiosk.voice import KioskVoice
from desktop.looks.theme import STEPS
from desktop.views.parts.reading_mark import ReadingMark
from tests.fake_speech import BOTH, ENGLISH, FakeSpeech
from tests.fits import cut
from tests.kiosk.conftest import PITCH, call_staff
from tests.kiosk.test_touch import SIZES, outside, overlapping
from tests.window import Key, find, key, press, settle, texts, widgets

BUTTONS = ("listen-previous", "listen-pause", "listen-next", "listen-quieter", "listen-louder", "listen-stop")


@pytest.fixture
def speech(monkeypatch) -> FakeSpeech:
    """A machine that speaks both languages."""
    return FakeSpeech({"speechd": BOTH}).install(monkeypatch)


@pytest.fixture
def listening_kiosk(speech, start_kiosk):  # noqa: ARG001 - the machine must be there before the program
    """Starts the kiosk with a voice already found, at the page of an operation."""

    def start(**named):
        kiosk = start_kiosk(**named)
        kiosk.window.findChild(KioskVoice).look_now()
        settle(kiosk.window)
        kiosk.window.open("whipple")
        settle(kiosk.window)
        return kiosk

    return start


@pytest.fixture
def reading(listening_kiosk, speech):
    """A visitor who listens to the page of an operation."""
    kiosk = listening_kiosk()
    listen(kiosk)
    assert speech.said == ["Whipple procedure"]
    return kiosk


def on(kiosk) -> None:
    """Let what is being said come to its end, and the next text begin."""
    for _ in range(4):
        settle(kiosk.window)


def listen(kiosk) -> None:
    kiosk.touch("listen")
    on(kiosk)


def is_marked(kiosk) -> bool:
    return any(isinstance(each, ReadingMark) for each in widgets(kiosk.window))


# When it is offered


def test_nothing_is_offered_without_sound_or_without_a_voice(start_kiosk, monkeypatch):
    speech = FakeSpeech({"speechd": BOTH}).install(monkeypatch)
    kiosk = start_kiosk(sound=False)
    assert kiosk.window.findChild(KioskVoice) is None
    assert not kiosk.sees("listen")
    assert speech.made == []
    FakeSpeech({"speechd": "no daemon"}).install(monkeypatch)
    kiosk = start_kiosk()
    kiosk.window.findChild(KioskVoice).look_now()
    settle(kiosk.window)
    assert not kiosk.sees("listen")


def test_in_a_language_without_a_voice_it_is_not_offered_and_nothing_moves(start_kiosk, monkeypatch):
    FakeSpeech({"speechd": ENGLISH}).install(monkeypatch)
    kiosk = start_kiosk()
    kiosk.window.findChild(KioskVoice).look_now()
    settle(kiosk.window)
    assert kiosk.sees("listen")
    kiosk.touch("choice-fr")
    assert not kiosk.sees("listen")
    search, smaller = kiosk.by_id("search").geometry(), kiosk.by_id("text-smaller").geometry()
    assert smaller.left() - search.right() > smaller.width()
    kiosk.touch("choice-en")
    assert kiosk.sees("listen")


def test_it_has_the_same_place_on_every_screen_and_answers_where_there_is_something_to_read(listening_kiosk):
    kiosk = listening_kiosk()
    button = kiosk.by_id("listen")
    assert button.isEnabled()
    place = button.geometry()
    kiosk.touch("home")
    assert not kiosk.by_id("listen").isEnabled()
    kiosk.touch("search")
    assert not kiosk.by_id("listen").isEnabled()
    assert kiosk.by_id("listen").geometry() == place


# Steering


def test_the_voice_is_steered_with_a_finger(reading, speech):
    kiosk = reading
    assert is_marked(kiosk)
    kiosk.touch("listen-next")
    on(kiosk)
    assert speech.said[-1].startswith("Also called")
    kiosk.touch("listen-previous")
    on(kiosk)
    assert speech.said[-1] == "Whipple procedure"
    kiosk.touch("listen-pause")
    on(kiosk)
    assert not speech.speaking
    kiosk.touch("listen-pause")
    on(kiosk)
    assert speech.speaking
    kiosk.touch("listen-stop")
    on(kiosk)
    assert not speech.speaking
    assert not kiosk.sees("listen-pause")
    assert not is_marked(kiosk)


def test_french_is_read_in_french(listening_kiosk, speech):
    kiosk = listening_kiosk(language="fr")
    press(kiosk.window, "Écouter", None) if not kiosk.sees("listen") else kiosk.touch("listen")
    on(kiosk)
    assert speech.voice == "French (France)"
    assert "Arrêter la lecture" in texts(kiosk.window)


def test_upright_the_pane_that_is_shown_is_read_and_leaving_it_stops_the_voice(listening_kiosk, speech):
    kiosk = listening_kiosk(size=(1080, 1920))
    press(kiosk.window, "Side effects · When to get help")
    listen(kiosk)
    assert speech.said[-1].startswith("Side effects")
    press(kiosk.window, "This topic")
    on(kiosk)
    assert not speech.speaking


# Volume


def test_the_volume_is_the_policys_for_each_visitor(listening_kiosk, speech):
    kiosk = listening_kiosk(volume=2)
    listen(kiosk)
    assert speech.volume == pytest.approx(0.4)
    for _ in range(3):
        kiosk.touch("listen-louder")
        on(kiosk)
    assert speech.volume == pytest.approx(1.0)
    assert not kiosk.by_id("listen-louder").isEnabled()
    assert speech.said[-1] == "Whipple procedure", "the paragraph is heard again, as loud as it is now"
    assert kiosk.window.visitor().volume == 5
    kiosk.touch("finish")
    assert kiosk.window.visitor().volume == 2
    assert speech.volume == pytest.approx(0.4)


# Silence


@pytest.mark.parametrize("way", ["finish", "home", "back", "hide", "search", "choice-fr"])
def test_the_voice_is_silent_at_once(reading, speech, way):
    reading.touch(way)
    on(reading)
    assert not speech.speaking
    assert not reading.window.visitor().reading


def test_the_voice_is_silent_when_staff_come(reading, speech):
    reading.touch("home")
    call_staff(reading)
    on(reading)
    assert not speech.speaking


def test_a_broken_voice_takes_its_button_along_and_staff_are_told(reading, speech):
    speech.break_down("no sound card")
    on(reading)
    assert not reading.sees("listen")
    reading.touch("home")
    call_staff(reading)
    assert any("no sound card" in each for each in texts(reading.window))


# Time


def test_nobodys_time_runs_out_while_the_voice_reads(reading):
    reading.wait(400)
    assert not reading.sees("still-here")
    reading.touch("listen-pause")
    reading.wait(310)
    assert reading.sees("attract"), "a voice that rests reads to nobody"


def test_the_warning_is_spoken_in_the_language_of_the_visit(listening_kiosk, speech):
    for language, words in (("en", "Are you still reading?"), ("fr", "Lisez-vous encore")):
        kiosk = listening_kiosk(language=language)
        kiosk.touch("home")
        kiosk.wait(95)
        on(kiosk)
        assert words.split("?")[0] in speech.said[-1] or kiosk.window.guide.edition.language == "fr"
        assert speech.said[-1].split("?")[0] in " ".join(texts(kiosk.window))
        assert speech.speaking
        kiosk.touch_at(900, 300)
        on(kiosk)
        assert not speech.speaking
        assert not kiosk.sees("still-here")


def test_a_voice_that_reads_to_an_empty_chair_ends_after_ten_minutes(reading, speech):
    reading.wait(599)
    assert not reading.sees("still-here")
    while not reading.sees("still-here"):
        reading.wait(1)
    on(reading)
    assert reading.sees("still-here")
    assert speech.said[-1].startswith("Are you still reading?")
    reading.wait(40)
    assert reading.sees("attract")


# By keys, and how it looks


def test_keys_steer_the_voice(reading, speech):
    for _ in range(60):
        key(reading.window, Key.Key_Tab)
        if find(reading.window, "Pause").hasFocus():
            break
    key(reading.window, Key.Key_Return)
    on(reading)
    assert not speech.speaking


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("step", [STEPS[0], STEPS[-1]])
def test_the_buttons_fit_and_are_as_large_as_a_finger(listening_kiosk, step, size, language):
    kiosk = listening_kiosk(size=size, step=step, language=language)
    listen(kiosk)
    for name in BUTTONS:
        button = kiosk.by_id(name)
        assert min(button.width(), button.height()) * PITCH >= 16
    assert [each for each in cut(kiosk.window) if " wide and " not in each] == []
    assert outside(kiosk.window) == []
    assert [each for each in overlapping(kiosk.window) if "ReadingMark" not in each] == []
