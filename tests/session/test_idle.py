"""The idle clock, with a clock of the test's own."""

from __future__ import annotations

import pytest

from desktop.session.idle import GONE, HERE, WARNED, WARNING, IdleClock


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


class Screen:
    """A clock looked at every second, as the kiosk does."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.idle = IdleClock(self.clock)

    def wait(self, seconds: int) -> list[str]:
        said = []
        for _ in range(seconds):
            self.clock.seconds += 1
            said.append(self.idle.look())
        return said


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.mark.parametrize(
    ("words", "seconds"), [(0, 120), (100, 120), (133, 120), (200, 180), (250, 225), (334, 300), (5000, 300)]
)
def test_the_time_grows_with_the_words_on_the_screen(screen, words, seconds):
    screen.idle.show(words)
    assert screen.idle.length == pytest.approx(seconds, abs=1)


def test_the_warning_comes_30_seconds_before_the_end_and_lasts_them(screen):
    said = screen.wait(121)
    assert said.index(WARNED) == 89
    assert said.count(WARNED) == 30
    assert said[119:] == [GONE, GONE]


def test_a_touch_extends_twelve_times_and_more(screen):
    for _ in range(12):
        assert screen.wait(100)[-1] == WARNED
        screen.idle.touched()
        assert screen.idle.look() == HERE


def test_the_clock_stands_still_while_something_is_read_aloud(screen):
    screen.wait(80)
    screen.idle.set_reading_aloud(on=True)
    assert set(screen.wait(500)) == {HERE}
    screen.idle.set_reading_aloud(on=False)
    assert screen.wait(89)[-1] == HERE
    assert screen.wait(1) == [WARNED]


def test_a_voice_that_nobody_answers_for_ten_minutes_counts_for_nothing(screen):
    screen.idle.set_reading_aloud(on=True)
    assert set(screen.wait(599 + 89)) == {HERE}
    assert screen.wait(1) == [WARNED]
    screen.idle.set_reading_aloud(on=False)
    assert screen.wait(29) == [WARNED] * 29, "the warning silences the voice and stands all the same"
    assert screen.wait(1) == [GONE]


def test_a_warning_is_seen_for_its_whole_time_even_when_the_machine_was_busy(screen):
    screen.wait(85)
    screen.clock.seconds += 50
    assert screen.idle.look() == WARNED
    assert screen.idle.seconds_left() == WARNING
    assert screen.wait(29) == [WARNED] * 29
    assert screen.wait(1) == [GONE]


def test_a_screen_that_becomes_shorter_still_warns_first(screen):
    screen.idle.show(400)
    screen.wait(200)
    screen.idle.show(0)
    assert screen.idle.look() == WARNED
    assert screen.wait(29)[-1] == WARNED
    assert screen.wait(1) == [GONE]


def test_after_a_sleep_the_visitor_is_another(screen):
    screen.wait(5)
    screen.clock.seconds += 61
    assert screen.idle.look() == GONE


def test_time_left_never_goes_below_nothing(screen):
    screen.wait(500)
    assert screen.idle.seconds_left() == 0
