"""How things are pressed: once, on release, and taken back by sliding off (WCAG 2.5.1, 2.5.2, 2.5.7)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from tests.window import PLAIN, Button, Role, centre, find, folds, page, panel, role, settle, show, title, tree, widgets


@pytest.fixture
def touch(qapp):  # noqa: ARG001 - the screen must exist
    return QTest.createTouchDevice()


def things(window) -> list[QAbstractButton]:
    """One thing of each kind that can be pressed."""
    return [
        find(tree(window), "Carcinoid crisis"),
        find(page(window), "Resection", Role.Link),
        folds(panel(window))[0],
        find(window, "Larger text"),
        find(window, "FR"),
    ]


def test_nothing_happens_before_the_finger_is_lifted(running):
    window = running.window
    show(running, "whipple")
    row = find(tree(window), "Carcinoid crisis")
    QTest.mousePress(window.windowHandle(), Button.LeftButton, PLAIN, centre(row))
    settle(window)
    assert title(window) == "Whipple procedure"
    QTest.mouseRelease(window.windowHandle(), Button.LeftButton, PLAIN, centre(row))
    settle(window)
    assert title(window) == "Carcinoid crisis"


def test_sliding_off_takes_it_back(running):
    window = running.window
    show(running, "whipple")
    for thing in things(window):
        pressed = []
        thing.clicked.connect(lambda _on=False, done=pressed: done.append(1))
        start = centre(thing)
        QTest.mousePress(window.windowHandle(), Button.LeftButton, PLAIN, start)
        QTest.mouseMove(window.windowHandle(), QPoint(window.width() // 2, window.height() - 3))
        QTest.mouseRelease(
            window.windowHandle(), Button.LeftButton, PLAIN, QPoint(window.width() // 2, window.height() - 3)
        )
        settle(window)
        assert pressed == []
    assert title(window) == "Whipple procedure"


def test_a_finger_presses_as_a_mouse_does(running, touch):
    window = running.window
    show(running, "whipple")
    row = find(tree(window), "Carcinoid crisis")
    QTest.touchEvent(window, touch).press(0, centre(row), window)
    QTest.touchEvent(window, touch).release(0, centre(row), window)
    settle(window)
    assert title(window) == "Carcinoid crisis"


def test_header_stays_in_its_place(running):
    """Help with reading is found at the same place on every page (WCAG 3.2.3, 3.2.6)."""
    window = running.window
    names = ("Back", "Forward", "EN", "FR", "Smaller text", "Larger text", "Colours")
    places = set()
    for topic in ("whipple", "bile-leak", "words", "liver", "about-guide"):
        show(running, topic)
        header = [find(window, name) for name in names]
        places.add(tuple(each.mapTo(window, QPoint(0, 0)).toTuple() for each in header))
    assert len(places) == 1


def test_focus_alone_changes_nothing(running):
    """Going through everything with Tab opens nothing and changes nothing (WCAG 3.2.1)."""
    window = running.window
    show(running, "whipple")
    for thing in (each for each in widgets(window) if isinstance(each, QAbstractButton) and role(each) != Role.NoRole):
        thing.setFocus()
    settle(window)
    assert title(window) == "Whipple procedure"
    assert window.guide.edition.language == "en"
