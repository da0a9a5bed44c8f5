"""Fingers: large targets, one tap for everything, drags that scroll and never select."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest

from desktop.looks.theme import STEPS, Style, Theme, kiosk_scale
from desktop.views.parts.mention import MentionButton
from desktop.views.parts.pressable import Pressable
from tests.fits import areas, cut, is_ring
from tests.kiosk.conftest import PITCH
from tests.window import PLAIN, Button, centre, rect_in, settle, spoken, widgets

SIZES = [(1920, 1080), (1080, 1920)]


def middle_of(kiosk, identifier: str) -> QPoint:
    pane = kiosk.by_id(identifier)
    return pane.mapTo(kiosk.window, pane.rect().center())


def drag(kiosk, start: QPoint, *stops: QPoint) -> None:
    handle = kiosk.window.windowHandle()
    QTest.mousePress(handle, Button.LeftButton, PLAIN, start)
    for stop in stops:
        QTest.mouseMove(handle, stop)
    QTest.mouseRelease(handle, Button.LeftButton, PLAIN, stops[-1])
    settle(kiosk.window)


@pytest.fixture
def reading(kiosk):
    """A visitor in the middle of an operation's page."""
    kiosk.window.open("whipple")
    settle(kiosk.window)
    return kiosk


def test_a_drag_scrolls_and_selects_nothing(reading):
    topic, start = reading.by_id("topic"), middle_of(reading, "topic")
    drag(reading, start, start - QPoint(0, 60), start - QPoint(0, 300))
    assert topic.verticalScrollBar().value() == 300
    assert topic.selection.text() == ""


def test_a_finger_on_glass_scrolls_as_a_mouse_does(reading):
    topic, start = reading.by_id("topic"), middle_of(reading, "topic")
    device = QTest.createTouchDevice()
    handle = reading.window.windowHandle()
    QTest.touchEvent(handle, device).press(0, start, handle).commit()
    for far in range(20, 201, 20):
        QTest.touchEvent(handle, device).move(0, start - QPoint(0, far), handle).commit()
    QTest.touchEvent(handle, device).release(0, start - QPoint(0, 200), handle).commit()
    settle(reading.window)
    assert topic.verticalScrollBar().value() > 100
    assert topic.selection.text() == ""


def test_a_drag_sideways_selects_nothing(reading):
    start = middle_of(reading, "topic")
    drag(reading, start, start + QPoint(60, 2), start + QPoint(200, 4))
    assert reading.by_id("topic").selection.text() == ""


def test_a_drag_that_begins_on_a_button_presses_nothing(reading):
    effect = next(each for each in widgets(reading.window) if each.accessibleIdentifier() == "help-call_911")
    start = centre(effect)
    drag(reading, start, start - QPoint(0, 40), start - QPoint(0, 90))
    assert reading.by_id("side-effects").verticalScrollBar().value() == 90
    assert reading.window.visitor().view.panel.open == ()


def test_a_finger_that_slides_off_a_button_presses_nothing(kiosk):
    start = centre(kiosk.by_id("card-resection"))
    drag(kiosk, start, start + QPoint(0, 10), QPoint(start.x(), 20))
    assert kiosk.window.visitor().screen == "home"


def test_a_button_acts_when_the_finger_is_lifted(kiosk):
    handle, start = kiosk.window.windowHandle(), centre(kiosk.by_id("card-resection"))
    QTest.mousePress(handle, Button.LeftButton, PLAIN, start)
    assert kiosk.window.visitor().screen == "home"
    QTest.mouseRelease(handle, Button.LeftButton, PLAIN, start)
    assert kiosk.window.visitor().topic == "resection"


def test_a_trembling_finger_counts_once(kiosk):
    kiosk.touch("search")
    QTest.mouseDClick(kiosk.window.windowHandle(), Button.LeftButton, PLAIN, centre(kiosk.by_id("key-97")))
    settle(kiosk.window)
    assert kiosk.window.visitor().typed == "a"


def test_the_same_letter_can_be_typed_twice(kiosk):
    kiosk.touch("search")
    kiosk.type("aa")
    assert kiosk.window.visitor().typed == "aa"


# Sizes


def all_screens(kiosk):
    """Each screen in turn."""
    window = kiosk.window
    yield "home"
    for topic in ("resection", "whipple", "questions", "words", "compare", "side-effects"):
        window.open(topic)
        settle(window)
        yield topic
    kiosk.touch("search")
    kiosk.type("li")
    yield "search"


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_everything_that_is_pressed_is_as_large_as_a_finger(start_kiosk, size):
    """16 mm for everything, 20 mm high for what matters most; a word in a text is as high as its line."""
    kiosk = start_kiosk(size=size)
    for screen in all_screens(kiosk):
        for each in widgets(kiosk.window):
            if isinstance(each, Pressable) and not isinstance(each, MentionButton):
                smaller = min(each.width(), each.height()) * PITCH
                assert smaller >= 16, f"{screen}: {spoken(each)!r} is {smaller:.1f} mm"
    for name in ("back", "home", "finish", "search", "text-larger"):
        assert kiosk.by_id(name).height() * PITCH >= 20


@pytest.mark.parametrize(
    ("width", "height", "diagonal"), [(1920, 1080, 21.5), (1080, 1920, 21.5), (3840, 2160, 27), (1280, 800, 10.1)]
)
def test_letters_are_4_8_mm_high_on_any_display(width, height, diagonal):
    scale = kiosk_scale(width, height, diagonal)
    pitch = diagonal * 25.4 / (width**2 + height**2) ** 0.5
    theme = Theme(scale=scale)
    for style in (
        Style.SMALL,
        Style.BODY,
        Style.PANEL,
        Style.PANEL_BOLD,
        Style.LABEL,
        Style.BUTTON,
        Style.LEAD,
        Style.SUBHEADING,
    ):
        assert QFontMetricsF(theme.font(style)).capHeight() * pitch >= 4.8
    assert theme.target * pitch >= 20


def test_eyes_that_are_farther_away_have_larger_letters():
    near, far = (Theme(scale=kiosk_scale(1920, 1080, 21.5, distance)).target for distance in (400, 900))
    assert near == Theme(scale=kiosk_scale(1920, 1080, 21.5)).target
    assert far == round(near * 1.5)


def test_the_largest_letters_fill_seven_tenths_of_a_degree_at_600_mm():
    theme = Theme(step=STEPS[-1], scale=kiosk_scale(1920, 1080, 21.5))
    smallest = min(
        QFontMetricsF(theme.font(getattr(Style, name))).capHeight() for name in vars(Style) if name.isupper()
    )
    assert smallest * PITCH >= 7.33


def outside(window) -> list[str]:
    """What reaches out of the widget it lies in, unless that scrolls."""
    found = []
    for each in widgets(window):
        parent = each.parentWidget()
        scrolls = hasattr(parent.parentWidget(), "verticalScrollBar") and parent.parentWidget().widget() is each
        if not scrolls and not is_ring(each) and not parent.rect().contains(each.geometry()):
            found.append(f"{type(each).__name__} {spoken(each)!r} reaches out of {type(parent).__name__}")
    return found


def overlapping(window) -> list[str]:
    """Neighbours that lie on each other."""
    found = []
    for above in (window, *widgets(window)):
        children = [each for each in above.children() if each.isWidgetType() and each.isVisible() and not is_ring(each)]
        children = [each for each in children if not each.accessibleIdentifier().startswith("organ-")]
        found += [
            f"{type(one).__name__} {spoken(one)!r} and {type(other).__name__} {spoken(other)!r}"
            for number, one in enumerate(children)
            for other in children[number + 1 :]
            if any(here.intersects(there) for here in areas(one) for there in areas(other))
        ]
    return found


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("step", STEPS)
def test_nothing_is_cut_or_covered(start_kiosk, step, size, language):
    kiosk = start_kiosk(size=size, step=step, language=language)
    for screen in all_screens(kiosk):
        assert (screen, [each for each in cut(kiosk.window) if " wide and " not in each]) == (screen, [])
        assert (screen, outside(kiosk.window)) == (screen, [])
        assert (screen, overlapping(kiosk.window)) == (screen, [])


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_pages_turn_without_losing_a_line(start_kiosk, size):
    kiosk = start_kiosk(size=size)
    kiosk.window.open("whipple")
    settle(kiosk.window)
    bar, view = kiosk.by_id("topic").verticalScrollBar(), kiosk.by_id("topic").viewport()
    before = bar.value()
    kiosk.touch("topic-page-down")
    assert 0 < bar.value() - before < view.height()
    assert rect_in(view, kiosk.window).bottom() < kiosk.by_id("topic-page-down").mapTo(kiosk.window, QPoint(0, 0)).y()
