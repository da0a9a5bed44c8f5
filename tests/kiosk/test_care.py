"""Hiding the screen from whoever comes by, and wiping it."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from desktop.looks.theme import STEPS
from desktop.session import pin
from desktop.views.kiosk.cleaning import HOLD, LASTS
from desktop.views.parts.pressable import Pressable
from tests.fits import cut
from tests.kiosk.conftest import PITCH, call_staff
from tests.kiosk.test_touch import SIZES, outside, overlapping
from tests.window import PLAIN, Button, Key, focused, key, press, settle, spoken, texts, widgets

HASH = pin.hashed("602214")


def open_staff_menu(kiosk) -> None:
    call_staff(kiosk)
    kiosk.type("602214")
    kiosk.touch("staff-enter")


def start_cleaning(kiosk) -> None:
    open_staff_menu(kiosk)
    kiosk.touch("staff-clean")


# Hide


@pytest.mark.parametrize(("language", "hide", "back"), [
    ("en", "Hide", "Back to my page"), ("fr", "Masquer", "Revenir à ma page"),
])  # fmt: skip
def test_the_screen_is_hidden_at_once_and_the_visit_goes_on(start_kiosk, language, hide, back):
    kiosk = start_kiosk(language=language)
    kiosk.window.open("whipple")
    settle(kiosk.window)
    before = kiosk.window.visitor()
    press(kiosk.window, hide)
    assert len(texts(kiosk.window.childAt(960, 540).parentWidget())) == 1, "one quiet word and nothing of an illness"
    picture = kiosk.window.grab().toImage()
    assert {picture.pixelColor(x, y).name() for x in range(0, 1920, 7) for y in (30, 200, 400, 1050)} == {"#f6f3ec"}
    kiosk.touch_at(700, 300)
    assert kiosk.window.visitor().over == "cover", "one touch shows the way back only"
    press(kiosk.window, back)
    assert kiosk.window.visitor() == before


def test_hiding_has_the_same_place_on_every_screen(kiosk):
    places = [kiosk.by_id("hide").geometry()]
    kiosk.touch("card-resection")
    places.append(kiosk.by_id("hide").geometry())
    kiosk.touch("search")
    places.append(kiosk.by_id("hide").geometry())
    assert len(set(map(repr, places))) == 1


def test_a_hidden_visit_can_be_finished(kiosk):
    kiosk.touch("card-resection")
    kiosk.touch("hide")
    kiosk.touch_at(900, 500)
    kiosk.touch("cover-finish")
    assert kiosk.sees("attract")
    assert kiosk.window.visitor().topic == ""


def test_time_ends_a_hidden_visit_too(kiosk):
    kiosk.touch("card-resection")
    kiosk.touch("hide")
    kiosk.wait(95)
    assert kiosk.sees("still-here")
    kiosk.touch_at(900, 300)
    assert kiosk.window.visitor().over == "cover", "whoever answers finds the screen still hidden"
    kiosk.wait(121)
    assert kiosk.sees("attract")
    kiosk.touch("begin-en")
    assert kiosk.window.visitor().over == ""


def test_keys_find_the_way_back_from_a_hidden_screen(kiosk):
    kiosk.touch("card-resection")
    kiosk.touch("hide")
    key(kiosk.window, Key.Key_Tab)
    assert spoken(focused()) == "The screen is hidden. Touch the screen."
    key(kiosk.window, Key.Key_Return)
    key(kiosk.window, Key.Key_Tab)
    assert focused().accessibleIdentifier() == "cover-back"
    key(kiosk.window, Key.Key_Return)
    assert kiosk.window.visitor().over == ""
    assert kiosk.window.visitor().topic == "resection"
    kiosk.touch("hide")
    key(kiosk.window, Key.Key_Escape)
    assert kiosk.sees("cover-back")
    assert kiosk.window.visitor().topic == "resection"


# Cleaning


def test_two_hundred_touches_of_a_cloth_change_nothing(start_kiosk):
    kiosk = start_kiosk(pin=HASH)
    kiosk.window.open("whipple")
    settle(kiosk.window)
    kiosk.touch("home")
    start_cleaning(kiosk)
    assert any("You can wipe the screen now" in each for each in texts(kiosk.window))
    assert "60 seconds left" in texts(kiosk.window)
    before = kiosk.window.visitor()
    assert (before.over, before.topic) == ("cleaning", "")
    chance = random.Random(4)  # noqa: S311 - the same touches each time
    handle = kiosk.window.windowHandle()
    for _ in range(200):
        start = QPoint(chance.randrange(1700), chance.randrange(860))
        QTest.mousePress(handle, Button.LeftButton, PLAIN, start)
        QTest.mouseMove(handle, start + QPoint(chance.randrange(200), chance.randrange(200)))
        QTest.mouseRelease(handle, Button.LeftButton, PLAIN, start)
        QTest.keyClick(handle, chance.choice((Key.Key_Tab, Key.Key_Return, Key.Key_Escape, Key.Key_Space)))
    settle(kiosk.window)
    assert kiosk.window.visitor() == before


def test_cleaning_counts_down_and_ends_by_itself(start_kiosk):
    kiosk = start_kiosk(pin=HASH)
    start_cleaning(kiosk)
    kiosk.wait(round(LASTS) - 1)
    assert "1 second left" in texts(kiosk.window)
    kiosk.wait(1)
    assert kiosk.window.visitor().over == "attract"
    kiosk.touch("begin-fr")
    assert kiosk.window.guide.edition.language == "fr"
    assert kiosk.window.visitor().screen == "home"


def test_staff_end_cleaning_by_holding_the_corner(start_kiosk):
    kiosk = start_kiosk(pin=HASH)
    start_cleaning(kiosk)
    handle = kiosk.window.windowHandle()
    QTest.mousePress(handle, Button.LeftButton, PLAIN, QPoint(40, 40))
    kiosk.wait(round(HOLD) - 1)
    QTest.mouseRelease(handle, Button.LeftButton, PLAIN, QPoint(40, 40))
    kiosk.wait(round(HOLD) + 1)
    assert kiosk.window.visitor().over == "cleaning"
    QTest.mousePress(handle, Button.LeftButton, PLAIN, QPoint(40, 40))
    QTest.mouseMove(handle, QPoint(600, 500))
    kiosk.wait(round(HOLD) + 1)
    assert kiosk.window.visitor().over == "cleaning", "a cloth that wipes on is no hold"
    QTest.mouseRelease(handle, Button.LeftButton, PLAIN, QPoint(600, 500))
    QTest.mousePress(handle, Button.LeftButton, PLAIN, QPoint(40, 40))
    kiosk.wait(round(HOLD) + 1)
    assert kiosk.window.visitor().over == "attract"
    QTest.mouseRelease(handle, Button.LeftButton, PLAIN, QPoint(40, 40))


def test_the_clock_that_jumps_ends_cleaning(start_kiosk):
    kiosk = start_kiosk(pin=HASH)
    start_cleaning(kiosk)
    kiosk.clock[0] += 4000
    kiosk.window.look()
    assert kiosk.window.visitor().over == "attract"


# How it looks


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("step", [STEPS[0], STEPS[-1]])
def test_what_lies_over_the_screen_fits_it(start_kiosk, step, size, language):
    kiosk = start_kiosk(size=size, step=step, language=language, pin=HASH)

    def check(screen: str) -> None:
        assert (screen, cut(kiosk.window)) == (screen, [])
        assert (screen, outside(kiosk.window)) == (screen, [])
        over = kiosk.by_id(screen)
        assert (screen, overlapping(over)) == (screen, [])
        for each in widgets(over):
            if isinstance(each, Pressable):
                assert min(each.width(), each.height()) * PITCH >= 16, spoken(each)

    kiosk.touch("hide")
    check("cover")
    kiosk.touch_at(500, 500)
    check("cover")
    kiosk.touch("cover-back")
    open_staff_menu(kiosk)
    check("staff-menu")
    kiosk.touch("staff-clean")
    check("cleaning")
