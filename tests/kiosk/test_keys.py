"""A keypad of four keys is enough: Tab, back, Enter, and Esc to go back."""

from __future__ import annotations

from tests.window import SHIFT, Key, focused, key, settle, tab_stops


def names(kiosk) -> list[str]:
    return [each.accessibleIdentifier() for each in tab_stops(kiosk.window)]


def test_the_waiting_screen_is_left_by_keys(start_kiosk):
    kiosk = start_kiosk(begun=False)
    assert names(kiosk) == ["begin-en", "begin-fr"]
    key(kiosk.window, Key.Key_Return)
    assert kiosk.window.visitor().over == ""
    assert kiosk.window.guide.edition.language == "en"


def test_tab_goes_from_the_top_of_home_to_its_end_and_round(kiosk):
    stops = names(kiosk)
    assert stops[0] == "choice-en"
    assert stops.index("organ-liver") < stops.index("card-about-surgery") < stops.index("search")
    assert stops[-1] == "finish"


def test_a_topic_is_reached_and_left_by_keys(kiosk):
    key(kiosk.window, Key.Key_Tab)
    while focused().accessibleIdentifier() != "card-resection":
        key(kiosk.window, Key.Key_Tab)
    key(kiosk.window, Key.Key_Return)
    assert kiosk.window.visitor().topic == "resection"
    stops = names(kiosk)
    assert {"back", "home", "topic-page-down", "help-call_911", "finish"} <= set(stops)
    key(kiosk.window, Key.Key_Escape)
    assert kiosk.window.visitor().screen == "home"


def test_the_keyboard_never_goes_under_the_warning(kiosk):
    kiosk.wait(95)
    settle(kiosk.window)
    kiosk.window.focusNextPrevChild(True)
    assert focused().accessibleIdentifier() == "still-here"
    key(kiosk.window, Key.Key_Tab, SHIFT)
    assert not kiosk.sees("still-here"), "any key says that somebody is here"
