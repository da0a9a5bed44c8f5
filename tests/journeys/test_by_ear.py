"""Five tasks done with a few keys and the ears alone: known is only what is said of the focus (EN 301 549, 5.1.3.1)."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible

from desktop.content import library
from tests.guides import RESOURCES
from tests.window import Key, focused, key, settle, show, spoken, title, widgets

FRENCH = library.load(RESOURCES, "fr")


def heard() -> str:
    """What is said of the thing that has the keyboard."""
    return spoken(focused())


def go_to(window, wanted: str, pressed: Key = Key.Key_Tab, most: int = 90) -> list[str]:
    """Press a key until this is heard; all that was heard on the way."""
    said = []
    for _ in range(most):
        key(window, pressed)
        said.append(heard())
        if said[-1].startswith(wanted):
            return said
    msg = f"{wanted!r} is not heard; heard was {said}"
    raise AssertionError(msg)


def in_the_tree(window) -> None:
    """Tab until a topic of the tree is heard."""
    for _ in range(90):
        if QAccessible.queryAccessibleInterface(focused()).role() == QAccessible.Role.TreeItem:
            return
        key(window, Key.Key_Tab)
    msg = "Tab does not lead to the tree"
    raise AssertionError(msg)


@pytest.fixture
def begun(running):
    show(running, "about-surgery")
    return running.window


def test_an_operation_is_found_and_opened(begun):
    in_the_tree(begun)
    go_to(begun, "Resection", Key.Key_Down)
    key(begun, Key.Key_Right)
    go_to(begun, "Gastrectomy", Key.Key_Down)
    key(begun, Key.Key_Return)
    assert title(begun) == begun.guide.operations["gastrectomy"].name


def test_the_worst_signs_are_heard(running):
    window = running.window
    show(running, "whipple")
    said = go_to(window, "Call 911")
    assert said[-1] == "Call 911. 20 warning signs"
    key(window, Key.Key_Return)
    settle(window)
    names = [spoken(each) for each in widgets(window)]
    for name in running.window.guide.effects["carcinoid-crisis"].signs:
        sign = running.window.guide.signs[name]
        if sign.level == "call_911":
            assert any(sign.text in each for each in names)


def test_the_language_is_changed(begun):
    go_to(begun, "EN, English")
    key(begun, Key.Key_Right)
    settle(begun)
    assert title(begun) == FRENCH.pages["about-surgery"].name
    assert heard() == "FR, français"


def test_the_text_is_made_larger(begun):
    go_to(begun, "Larger text")
    before = focused().height()
    key(begun, Key.Key_Return)
    assert focused().height() > before
    assert heard() == "Larger text"


def test_a_side_effect_leads_to_its_page_and_back(running):
    window = running.window
    show(running, "whipple")
    go_to(window, "Leak at the join")
    key(window, Key.Key_Return)
    go_to(window, "Learn more")
    key(window, Key.Key_Return)
    assert title(window).startswith("Leak at the join")
    go_to(window, "Back", Key.Key_Backtab)
    key(window, Key.Key_Return)
    assert title(window) == "Whipple procedure"
