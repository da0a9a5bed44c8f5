"""Going back, another language or another size of text: the reader finds the place again."""

from __future__ import annotations

import pytest

from tests import written
from tests.window import click, find, folds, page, panel, press, seen, settle, show, texts, title, widgets


def scroll(pane, pixels):
    pane.verticalScrollBar().setValue(pixels)
    assert pane.verticalScrollBar().value() == pixels, "there is enough to scroll"


def scrolled(pane):
    return pane.verticalScrollBar().value()


def opened(pane):
    return [seen(each) for each in folds(pane) if each.open]


def open_fold(pane, number):
    heading = folds(pane)[number]
    click(heading)
    return seen(heading)


def test_back_and_forward_find_the_page_where_it_was_left(running):
    window = running.window
    show(running, "whipple")
    scroll(page(window), 707)
    show(running, "gastrectomy")
    assert scrolled(page(window)) == 0
    scroll(page(window), 333)
    press(window, "Back")
    assert (title(window), scrolled(page(window))) == ("Whipple procedure", 707)
    press(window, "Forward")
    assert scrolled(page(window)) == 333


def test_back_finds_the_panel_with_what_was_open_in_it(running):
    window = running.window
    show(running, "whipple")
    names = [open_fold(panel(window), number) for number in (0, 5, 6)]
    scroll(panel(window), 451)
    show(running, "words")
    assert opened(panel(window)) == []
    press(window, "Back")
    assert opened(panel(window)) == names
    assert scrolled(panel(window)) == 451


def test_back_finds_the_time_that_was_chosen(running, guide):
    window = running.window
    show(running, "whipple")
    press(panel(window), guide.times["weeks"].name)
    before = texts(panel(window))
    show(running, "gastrectomy")
    press(panel(window), "All")
    press(window, "Back")
    assert find(panel(window), guide.times["weeks"].name).isChecked()
    assert texts(panel(window)) == before


def test_back_finds_the_sources_open(running):
    window = running.window
    show(running, "whipple")
    name = open_fold(page(window), 0)
    before = scrolled(page(window))
    assert before > 0
    show(running, "words")
    press(window, "Back")
    assert opened(page(window)) == [name]
    assert scrolled(page(window)) == before


def test_back_finds_the_pane_that_was_shown_where_there_is_room_for_one(start):
    running = start("whipple", size=(600, 800))
    window = running.window
    press(window, written.EFFECTS_PANE)
    open_fold(panel(window), 4)
    press(panel(window), written.WORDS["learn_more"])
    assert page(window).isVisible()
    press(window, "Back")
    assert panel(window).isVisible()
    assert len(opened(panel(window))) == 1


def at_top(pane):
    """The first text that is seen whole or in part."""
    return next(
        each
        for each in texts_with_widgets(pane)
        if each[1].mapTo(pane, each[1].rect().bottomLeft()).y() > 1 and each[1].height() > 1
    )[0]


def texts_with_widgets(pane):
    return [(seen(each), each) for each in widgets(pane) if seen(each)]


@pytest.mark.parametrize("step", [1, 2])
def test_another_size_of_text_keeps_the_text_at_the_top(start, step):
    running = start(size=(1900, 900))
    window = running.window
    show(running, "whipple")
    name = open_fold(panel(window), 5)
    scroll(page(window), 1210)
    scroll(panel(window), 300)
    before = at_top(page(window)), at_top(panel(window))
    running.appearance.change_size(step)
    settle(window)
    assert (at_top(page(window)), at_top(panel(window))) == before
    assert opened(panel(window)) == [name]
    running.appearance.change_size(-step)
    settle(window)
    assert abs(scrolled(page(window)) - 1210) <= 8
    assert abs(scrolled(panel(window)) - 300) <= 8


def test_another_width_keeps_the_text_at_the_top(running):
    window = running.window
    show(running, "whipple")
    scroll(page(window), 1200)
    before = at_top(page(window))
    window.resize(1040, 768)
    settle(window)
    assert at_top(page(window)) == before


def test_opening_what_stands_below_does_not_move_the_panel(running):
    window = running.window
    show(running, "whipple")
    scroll(panel(window), 120)
    heading = next(each for each in folds(panel(window)) if each.mapTo(panel(window), each.rect().topLeft()).y() > 100)
    heading.click()
    settle(window)
    assert scrolled(panel(window)) == 120
