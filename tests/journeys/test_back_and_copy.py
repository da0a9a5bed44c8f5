"""A reader goes back and forward, and takes text along."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from tests import written
from tests.window import (
    ALT,
    CTRL,
    PLAIN,
    Button,
    Key,
    QTest,
    bring_into_view,
    centre,
    drag,
    find,
    key,
    page,
    panel,
    panel_subtitle,
    press,
    seen,
    settle,
    show,
    texts,
    title,
    tree,
    widgets,
)

FIRST, SECOND, THIRD = "About surgery", "Whipple procedure", "Bile leak"


@pytest.fixture
def read(running):
    """The window after a reader has opened three topics, the last one from the panel."""
    window = running.window
    press(tree(window), "Resection")
    press(tree(window), SECOND)
    press(panel(window), THIRD)
    press(panel(window), written.WORDS["learn_more"])
    assert title(window) == THIRD
    return window


def button(name):
    return lambda window: press(window, name)


def keys(pressed):
    return lambda window: key(window, pressed, ALT)


def mouse(pressed, where):
    def press_over(window):
        QTest.mouseClick(window.windowHandle(), pressed, PLAIN, centre(where(window)))
        settle(window)

    return press_over


WAYS = {
    "buttons": (button("Back"), button("Forward")),
    "keys": (keys(Key.Key_Left), keys(Key.Key_Right)),
    "mouse over the page": (mouse(Button.BackButton, page), mouse(Button.ForwardButton, page)),
    "mouse over the tree": (mouse(Button.BackButton, tree), mouse(Button.ForwardButton, tree)),
    "mouse over the panel": (mouse(Button.BackButton, panel), mouse(Button.ForwardButton, panel)),
}


@pytest.mark.parametrize("way", WAYS)
def test_back_and_forward(read, way):
    back, forward = WAYS[way]
    back(read)
    assert (title(read), panel_subtitle(read)) == (SECOND, SECOND)
    back(read)
    assert title(read) == "Resection"
    forward(read)
    assert (title(read), panel_subtitle(read)) == (SECOND, SECOND)
    forward(read)
    assert title(read) == THIRD


def test_buttons_tell_whether_there_is_a_way(window):
    back, forward = find(window, "Back"), find(window, "Forward")
    assert (back.isEnabled(), forward.isEnabled()) == (False, False)
    press(tree(window), "Carcinoid crisis")
    assert (back.isEnabled(), forward.isEnabled()) == (True, False)
    press(window, "Back")
    assert (back.isEnabled(), forward.isEnabled()) == (False, True)
    press(tree(window), "Words")
    assert (back.isEnabled(), forward.isEnabled()) == (True, False), "a new topic ends the way forward"


def test_back_at_the_beginning_and_forward_at_the_end_do_nothing(read):
    for _ in range(5):
        key(read, Key.Key_Left, ALT)
    assert title(read) == FIRST
    for _ in range(5):
        key(read, Key.Key_Right, ALT)
    assert title(read) == THIRD


def test_same_topic_again_is_no_step(read):
    press(tree(read), "Words")
    press(tree(read), "Words")
    press(read, "Back")
    assert title(read) == THIRD


def test_topic_begins_at_its_top(read):
    bar = page(read).verticalScrollBar()
    key(read, Key.Key_Left, ALT)
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    key(read, Key.Key_Right, ALT)
    assert page(read).verticalScrollBar().value() == 0


# Copying


def copied() -> str:
    return QGuiApplication.clipboard().text()


@pytest.fixture(autouse=True)
def _empty_clipboard(qapp):  # noqa: ARG001
    QGuiApplication.clipboard().setText("nothing copied")


def text_block(window, text):
    block = next(each for each in widgets(page(window)) if seen(each) == text)
    bring_into_view(block)
    return block


def beginning(widget) -> QPoint:
    return widget.mapTo(widget.window(), QPoint(0, 6))


def end(widget) -> QPoint:
    return widget.mapTo(widget.window(), QPoint(widget.width() - 1, widget.height() - 3))


def source_titles(*statements) -> set[str]:
    ids = {name for statement in statements for name in statement["from"]}
    return {record["title"] for record in written.WHOLE["sources"] if record["id"] in ids}


def test_paragraphs_selected_with_the_mouse_are_copied_with_their_sources(running):
    window = running.window
    show(running, "whipple")
    first, second = written.OPERATIONS["whipple"]["living"][:2]
    start, stop = text_block(window, first["text"]), text_block(window, second["text"])
    drag(window, beginning(start), centre(start), centre(stop), end(stop))
    key(window, Key.Key_C, CTRL)
    text, _, told = copied().partition("\n\n")
    assert text == f"{first['text']}\n{second['text']}"
    title_line, *cited = told.split("\n")
    edition = f"{written.WORDS['edition']} {written.WHOLE['guide']['edition']}"
    assert title_line == f"Whipple procedure. {written.TITLE}, {edition}"
    wanted = source_titles(first, second)
    assert len(cited) == len(wanted)
    assert all(any(each in line for line in cited) for each in wanted)


def test_selecting_upwards_is_the_same(running):
    window = running.window
    show(running, "whipple")
    first, second = written.OPERATIONS["whipple"]["living"][:2]
    start, stop = text_block(window, first["text"]), text_block(window, second["text"])
    drag(window, end(stop), centre(stop), beginning(start))
    key(window, Key.Key_C, CTRL)
    assert copied().startswith(f"{first['text']}\n{second['text']}\n\n")


def test_part_of_a_paragraph(running):
    window = running.window
    show(running, "whipple")
    text = written.OPERATIONS["whipple"]["living"][0]["text"]
    block = text_block(window, text)
    drag(window, beginning(block), beginning(block) + QPoint(60, 0), beginning(block) + QPoint(120, 0))
    key(window, Key.Key_C, CTRL)
    part = copied().partition("\n\n")[0]
    assert text.startswith(part)
    assert 5 < len(part) < len(text)


def test_double_click_selects_a_word(running):
    window = running.window
    show(running, "whipple")
    block = text_block(window, written.OPERATIONS["whipple"]["living"][0]["text"])
    QTest.mouseDClick(window.windowHandle(), Button.LeftButton, PLAIN, beginning(block) + QPoint(20, 0))
    key(window, Key.Key_C, CTRL)
    assert copied().partition("\n\n")[0] == "Eat"


def test_selected_text_is_seen_and_a_click_ends_it(running):
    window = running.window
    show(running, "whipple")
    block = text_block(window, written.OPERATIONS["whipple"]["living"][0]["text"])
    plain = block.grab().toImage()
    drag(window, beginning(block), centre(block), end(block))
    assert block.grab().toImage() != plain
    QTest.mouseClick(window.windowHandle(), Button.LeftButton, PLAIN, centre(block))
    settle(window)
    assert block.grab().toImage() == plain
    key(window, Key.Key_C, CTRL)
    assert copied() == "nothing copied"


def test_everything_is_selected_and_copied(running):
    window = running.window
    show(running, "whipple")
    key(window, Key.Key_A, CTRL)
    key(window, Key.Key_C, CTRL)
    text, _, told = copied().partition("\n\n")
    record = written.OPERATIONS["whipple"]
    lines = text.split("\n")
    assert lines[0] == record["name"]
    for section in ("why", "before", "during", "after", "living", "uncertain"):
        assert written.WORDS[section] in lines
        assert {each["text"] for each in record[section]} <= set(lines)
    statements = [record["summary"], *(each for each in record["glance"].values() if each)]
    statements += [each for section in ("why", "during", "after", "living") for each in record[section]]
    assert all(each in told for each in source_titles(*statements))
    assert len(told.split("\n")) == len(set(told.split("\n"))), "each source once"


def test_another_topic_ends_the_selection(running):
    window = running.window
    show(running, "whipple")
    key(window, Key.Key_A, CTRL)
    show(running, "appendectomy")
    key(window, Key.Key_C, CTRL)
    assert copied() == "nothing copied"


def menu_at(window, point) -> QMenu:
    QTest.mouseClick(window.windowHandle(), Button.RightButton, PLAIN, point)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu, text) -> None:
    action = next(each for each in menu.actions() if each.text() == text)
    QTest.mouseClick(menu.windowHandle(), Button.LeftButton, PLAIN, menu.actionGeometry(action).center())
    settle(menu)


without_keyboard_grab = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")
"""What Qt's screenless platform says whenever a menu opens."""


@without_keyboard_grab
def test_menu_copies(running):
    window = running.window
    show(running, "whipple")
    first, second = written.OPERATIONS["whipple"]["living"][:2]
    start, stop = text_block(window, first["text"]), text_block(window, second["text"])
    drag(window, beginning(start), centre(start), end(stop))
    menu = menu_at(window, centre(stop))
    assert [each.text() for each in menu.actions()] == ["Copy with sources", "Select all"]
    choose(menu, "Copy with sources")
    assert copied().startswith(f"{first['text']}\n{second['text']}\n\nWhipple procedure. ")


@without_keyboard_grab
def test_menu_copies_nothing_where_nothing_is_selected(running):
    window = running.window
    show(running, "whipple")
    menu = menu_at(window, centre(page(window)))
    copy = next(each for each in menu.actions() if each.text() == "Copy with sources")
    assert not copy.isEnabled()
    choose(menu, "Select all")
    menu = menu_at(window, centre(page(window)))
    choose(menu, "Copy with sources")
    assert copied().startswith("Whipple procedure\n")
    assert re.search(r"^Questions to ask$", copied(), re.MULTILINE)


def test_what_is_in_an_open_fold_is_selected_too(running):
    window = running.window
    show(running, "whipple")
    fold = next(each for each in texts(page(window)) if each.startswith(written.WORDS["sources_of_topic"]))
    press(page(window), fold)
    key(window, Key.Key_A, CTRL)
    key(window, Key.Key_C, CTRL)
    assert "Canadian Cancer Society" in copied().partition("\n\n")[0]
