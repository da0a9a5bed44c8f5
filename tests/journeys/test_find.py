"""A reader finds a word on the page and in its side effects, in what is closed, too."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from desktop.pages import compose
from desktop.pages import panel as panels
from desktop.pages.find import found
from desktop.views.find_bar import FindBar
from tests.window import (
    CTRL,
    SHIFT,
    Key,
    focused,
    folds,
    key,
    page,
    panel,
    press,
    rect_in,
    seen,
    settle,
    show,
    spoken,
    texts,
    widgets,
)


@pytest.fixture
def whipple(start):
    return start("whipple").window


def bar(window) -> FindBar | None:
    return next((each for each in widgets(window) if isinstance(each, FindBar)), None)


def find_words(window, words: str) -> None:
    key(window, Key.Key_F, CTRL)
    QTest.keyClicks(focused(), words)
    settle(window)


def told(window) -> str:
    return texts(bar(window))[0] if texts(bar(window)) else ""


def count(window) -> int:
    return int(told(window).split(" of ")[1])


def all_in(guide, topic: str, words: str) -> int:
    """How often the words stand in the page and its panel, counted from what they are made of."""
    sheet, side = compose.sheet(guide, topic), panels.panel(guide, topic)

    def of(blocks) -> int:
        return sum(len(found(words, f"{each.lead_in} {each.text}")) + of(each.inside) for each in blocks)

    number = len(found(words, sheet.title)) + len(found(words, sheet.subtitle)) + len(found(words, sheet.lead.text))
    number += sum(len(found(words, row.label)) + len(found(words, row.text)) for row in sheet.glance.rows)
    number += len(found(words, f"{sheet.notice.title}. {sheet.notice.text}")) + of(sheet.blocks)
    for section in side.help:
        number += len(found(words, section.name)) + of(section.blocks())
    for group in side.groups:
        number += len(found(words, group.heading))
        for row in group.rows:
            number += len(found(words, row.name)) + of(panels.opened(guide, row.effect, topic, nurse=True))
    return number


@pytest.mark.parametrize("words", ["drain", "leak", "vomit", "PANCREAS"])
def test_every_place_is_counted(whipple, guide, words):
    find_words(whipple, words)
    assert told(whipple).startswith("1 of ")
    assert count(whipple) == all_in(guide, "whipple", words)
    assert count(whipple) > 3


def test_enter_goes_from_place_to_place_and_comes_round(whipple):
    find_words(whipple, "leak")
    number = count(whipple)
    for step in range(2, number + 1):
        key(whipple, Key.Key_Return)
        assert told(whipple) == f"{step} of {number}"
    key(whipple, Key.Key_Return)
    assert told(whipple) == f"1 of {number}"
    key(whipple, Key.Key_Return, SHIFT)
    assert told(whipple) == f"{number} of {number}"
    key(whipple, Key.Key_F3)
    assert told(whipple) == f"1 of {number}"
    key(whipple, Key.Key_F3, SHIFT)
    press(bar(whipple), "Next place")
    assert told(whipple) == f"1 of {number}"


def test_each_place_is_brought_into_view_and_its_fold_opened(whipple):
    find_words(whipple, "leak")
    finder = whipple._finder  # noqa: SLF001 - where the place is, is not told otherwise
    for _ in range(count(whipple)):
        pane, widget, start, end = finder._here  # noqa: SLF001
        text = widget.shown()[start:end]
        assert text.lower() == "leak"
        assert widget.isVisible()
        seen_part = rect_in(widget, pane.viewport()).intersected(pane.viewport().rect())
        assert seen_part.height() > 0
        key(whipple, Key.Key_Return)
    assert any(each.open for each in folds(panel(whipple)))


def test_what_is_not_there_is_said(whipple):
    find_words(whipple, "zebra")
    assert told(whipple) == "Not found on this page"


def test_nothing_typed_says_nothing(whipple):
    key(whipple, Key.Key_F, CTRL)
    assert told(whipple) == ""


def test_escape_closes_and_tab_goes_on_from_the_place(whipple):
    find_words(whipple, "bile duct")
    for _ in range(3):
        key(whipple, Key.Key_Return)
    place = whipple._finder._here[1]  # noqa: SLF001
    key(whipple, Key.Key_Escape)
    assert bar(whipple) is None
    assert focused() is place
    top = rect_in(place, page(whipple).column).top()
    key(whipple, Key.Key_Tab)
    assert page(whipple).isAncestorOf(focused())
    assert rect_in(focused(), page(whipple).column).top() >= top


def test_place_can_be_copied_after_escape(whipple):
    find_words(whipple, "duodenum")
    key(whipple, Key.Key_Escape)
    assert any(each.selected_text() == "duodenum" for each in page(whipple).text_blocks())


def test_another_topic_is_searched_at_once(running):
    window = running.window
    show(running, "whipple")
    find_words(window, "spleen")
    first = told(window)
    show(running, "distal-pancreatectomy")
    assert told(window) != first
    assert count(window) > 1


def test_close_button(whipple):
    find_words(whipple, "bile")
    press(bar(whipple), "Close")
    assert bar(whipple) is None


def test_where_one_pane_is_shown_the_place_is_brought_to_sight(start):
    window = start("whipple", size=(600, 800)).window
    find_words(window, "leak")
    for _ in range(count(window) - 1):
        key(window, Key.Key_Return)
    assert panel(window).isVisible()


def test_bar_fits_in_a_narrow_window_and_at_twice_the_size(start):
    for size, step in (((420, 800), 1.0), ((1366, 768), 2.0)):
        window = start("whipple", size=size, text_size=step).window
        find_words(window, "zebra")
        for each in widgets(bar(window)):
            assert bar(window).rect().contains(rect_in(each, bar(window))), (size, step, spoken(each))


def test_headings_are_gone_to_with_the_keyboard(whipple):
    names = [seen(each) for each in page(whipple).text_blocks() if each.spoken_level()]
    met = []
    for _ in range(len(names) - 1):
        key(whipple, Key.Key_Down, CTRL)
        met.append(seen(focused()))
    assert met == names[1:]
    key(whipple, Key.Key_Up, CTRL)
    assert seen(focused()) == names[-2]
