"""The kiosk fills its screen whatever happens to it: turned, unplugged, changed, or another window over it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize

from desktop.kiosk.display import FullScreen
from tests.fits import cut
from tests.kiosk.conftest import PITCH
from tests.window import settle


@pytest.fixture
def screen(kiosk):
    """A screen of the test's own, in place of that of the machine, which the kiosk fills."""
    place = [QRect(0, 0, 1920, 1080)]
    watched = FullScreen(kiosk.window, lambda: place[0])
    watched.resized.connect(kiosk.running.display.resized)

    def becomes(*rect: int) -> None:
        place[0] = QRect(*rect)
        watched.look()
        settle(kiosk.window)

    becomes(0, 0, 1920, 1080)
    return becomes


def test_nothing_is_lost_when_the_screen_is_turned(kiosk, screen):
    kiosk.window.open("whipple")
    kiosk.touch("text-larger")
    kiosk.touch("topic-page-down")
    before = kiosk.window.visitor()
    screen(0, 0, 1080, 1920)
    assert kiosk.window.geometry() == QRect(0, 0, 1080, 1920)
    after = kiosk.window.visitor()
    assert after._replace(view=before.view) == before
    assert after.view.page.spot.anchor == before.view.page.spot.anchor
    assert kiosk.by_id("finish").geometry().bottom() <= 1920
    screen(0, 0, 1920, 1080)
    assert kiosk.window.visitor()._replace(view=before.view) == before


def test_the_first_page_is_turned_where_it_was_scrolled_to(start_kiosk):
    """Its column has no places to go back to; looking for one ended the program."""
    kiosk = start_kiosk(size=(1080, 1920), step=2.0)
    kiosk.touch("kiosk-home-page-down")
    assert kiosk.window.visitor().home_scrolled > 0
    for size in ((1920, 1080), (300, 200), (1080, 1920)):
        kiosk.window.resize(*size)
        settle(kiosk.window)
    assert kiosk.sees("card-resection")


def test_on_a_finer_screen_of_the_same_size_everything_stays_as_large_in_millimetres(kiosk, screen):
    before = kiosk.by_id("finish").height() * PITCH
    screen(0, 0, 3840, 2160)
    assert kiosk.window.size() == QSize(3840, 2160)
    assert kiosk.by_id("finish").height() * PITCH / 2 == pytest.approx(before, abs=1)
    screen(0, 0, 1280, 720)
    assert kiosk.by_id("finish").height() * PITCH * 1.5 == pytest.approx(before, abs=1)
    assert [each for each in cut(kiosk.window) if " wide and " not in each] == []


def test_a_screen_that_is_unplugged_is_waited_for(kiosk, screen):
    kiosk.window.open("whipple")
    before = kiosk.window.visitor()
    screen(0, 0, 0, 0)
    assert kiosk.window.isVisible()
    screen(1920, 0, 1920, 1080)
    assert kiosk.window.geometry() == QRect(1920, 0, 1920, 1080), "it came back at another place"
    assert kiosk.window.visitor() == before


@pytest.mark.parametrize("push", ["showMinimized", "showNormal", "hide"])
def test_a_window_that_was_pushed_aside_is_back(kiosk, screen, push):
    getattr(kiosk.window, push)()
    kiosk.window.setGeometry(50, 50, 300, 300)
    screen(0, 0, 1920, 1200)
    assert kiosk.window.isFullScreen()
    assert kiosk.window.isVisible()
    assert kiosk.window.geometry() == QRect(0, 0, 1920, 1200)


def test_looking_a_thousand_times_at_a_screen_that_stays_does_nothing(kiosk, screen):
    themes = []
    kiosk.running.appearance.theme_changed.connect(themes.append)
    for _ in range(1000):
        screen(0, 0, 1920, 1080)
    assert themes == []


def test_a_visit_does_not_outlive_a_sleep_whatever_the_screen_does_meanwhile(kiosk, screen):
    kiosk.window.open("whipple")
    kiosk.wait(1)
    screen(0, 0, 0, 0)
    kiosk.clock[0] += 7200
    kiosk.window.look()
    screen(0, 0, 1080, 1920)
    assert kiosk.sees("attract")
    assert kiosk.window.visitor().topic == ""


def test_hours_that_pass_at_once_make_one_look_and_no_storm(kiosk):
    ended = []
    kiosk.window.visit_ended.connect(lambda: ended.append(True))
    kiosk.wait(1)
    kiosk.clock[0] += 100_000
    for _ in range(10):
        kiosk.window.look()
    assert len(ended) == 1
