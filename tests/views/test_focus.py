"""Where the keyboard is: it can go everywhere and away again, in reading order, and is always seen."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QScrollBar, QStyle, QStyleOptionSlider

from desktop.views.parts.mention import MentionButton
from desktop.views.parts.text_block import TextBlock
from tests import written
from tests.window import (
    ALT,
    Key,
    Role,
    click,
    contrast,
    find,
    focused,
    folds,
    key,
    key_until,
    page,
    panel,
    picture,
    pixels,
    press,
    rect_in,
    role,
    scrolled,
    seen,
    settle,
    show,
    spoken,
    tab_stops,
    title,
    tree,
    widgets,
)

BACKTAB = Key.Key_Backtab
TOPICS = ("whipple", "about-surgery", "resection", "bile-leak", "side-effects")


def panes(window) -> list:
    return [each for each in (tree(window), page(window), panel(window)) if each.isVisible()]


def place(widget) -> tuple[int, ...]:
    """Where something stands in reading order: which pane, how far down in it, how far along."""
    window = widget.window()
    for number, pane in enumerate(panes(window), start=1):
        if pane is widget:
            return (number, -1, -1)
        if pane.isAncestorOf(widget):
            text = widget.parentWidget()
            if isinstance(text, TextBlock):  # a word: its text comes first, the next text beside it after it
                whole, corner = rect_in(text, scrolled(pane).column), rect_in(widget, text)
                begins = next(iter(widget.mask()), widget.rect()).translated(corner.topLeft())
                return (number, whole.top(), whole.left(), begins.top(), begins.left())
            part = scrolled(pane)
            if part.isAncestorOf(widget):
                rect = rect_in(widget, part.column)
                return (number, rect.top(), rect.left())
            rect = rect_in(widget, pane)  # above the part that scrolls
            return (number, rect.top() - pane.height(), rect.left())
    rect = rect_in(widget, window)
    return (0, rect.top(), rect.left())


def every_focusable(window) -> set:
    """What the keyboard should reach: all that can be typed into or pressed, but of a tree and of a choice one only."""
    typed = {each for each in widgets(window) if isinstance(each, QLineEdit)}
    pressed = {each for each in widgets(window) if isinstance(each, QAbstractButton) and each.isEnabled()}
    one_of = {Role.TreeItem, Role.RadioButton}
    reached = {each for each in pressed if role(each) not in one_of}
    reached |= {each for each in pressed if role(each) == Role.RadioButton and each.isChecked()}
    reached |= {each for each in pressed if role(each) == Role.TreeItem and getattr(each, "spoken_selected", bool)()}
    return reached | typed | {page(window), panel(window)} & set(panes(window))


@pytest.mark.parametrize("topic", TOPICS)
def test_tab_goes_everywhere_in_reading_order_and_comes_round(running, topic):
    window = running.window
    show(running, "appendectomy")
    show(running, topic)
    click(folds(panel(window))[0])
    key(window, Key.Key_Tab)
    stops = tab_stops(window)
    places = sorted(map(place, stops))
    first = stops.index(min(stops, key=place))
    assert [place(each) for each in (*stops[first:], *stops[:first])] == places
    expected = every_focusable(window)
    rows = {each for each in stops if role(each) == Role.TreeItem}
    assert len(rows) == 1, "the tree is one stop"
    assert expected <= set(stops)
    assert set(stops) - expected <= rows


def test_tab_goes_back_the_same_way(running):
    window = running.window
    show(running, "whipple")
    key(window, Key.Key_Tab)
    forward = tab_stops(window)
    key(window, BACKTAB)
    backward = tab_stops(window, BACKTAB)
    assert len(forward) == len(backward) > 40
    start = backward.index(forward[0])
    assert [*backward[start:], *backward[:start]] == [forward[0], *reversed(forward[1:])]


@pytest.mark.parametrize("size", [(900, 700), (600, 700)], ids=str)
def test_tab_in_a_smaller_window(start, size):
    window = start("whipple", size=size).window
    key(window, Key.Key_Tab)
    stops = tab_stops(window)
    assert every_focusable(window) <= set(stops)
    first = stops.index(min(stops, key=place))
    assert [place(each) for each in (*stops[first:], *stops[:first])] == sorted(map(place, stops))


def test_f6_goes_from_pane_to_pane(running):
    window = running.window
    show(running, "whipple")
    for pane in panes(window):
        scrolled(pane).verticalScrollBar().setValue(scrolled(pane).verticalScrollBar().maximum())
    met = []
    for _ in range(4):
        key(window, Key.Key_F6)
        met.append(
            next(
                number for number, pane in enumerate(panes(window)) if pane is focused() or pane.isAncestorOf(focused())
            )
        )
        assert shown_whole(focused())
    assert met == [2, 0, 1, 2]


# Seen


def shown_whole(widget) -> bool:
    """Whether all of a widget can be seen; of a pane it is enough that it is there."""
    pane = next((each for each in panes(widget.window()) if each.isAncestorOf(widget) and each is not widget), None)
    if pane is None:
        return True
    part = scrolled(pane)
    view = part.viewport() if part.isAncestorOf(widget) else pane
    return view.rect().contains(rect_in(widget, view))


@pytest.mark.parametrize("pressed", [Key.Key_Tab, BACKTAB], ids=["Tab", "Backtab"])
def test_focus_is_never_out_of_sight(running, pressed):
    window = running.window
    show(running, "whipple")
    for pane in panes(window):
        scrolled(pane).verticalScrollBar().setValue(scrolled(pane).verticalScrollBar().maximum())
    met = 0
    for _ in range(60):
        key(window, pressed)
        met += focused() not in panes(window)
        assert shown_whole(focused()), spoken(focused())
    assert met > 40


def test_focus_in_the_tree_is_never_out_of_sight(window):
    key_until(window, Key.Key_Tab, "About surgery")
    for _ in range(30):
        key(window, Key.Key_Right if "branch" in spoken(focused()) else Key.Key_Down)
        assert shown_whole(focused())
    key(window, Key.Key_Home)
    assert shown_whole(focused())


def test_focus_follows_to_the_new_page(running):
    """What was pressed is gone with its page: the keyboard is at the top of the new one, not somewhere below."""
    window = running.window
    show(running, "whipple")
    key_until(window, Key.Key_Tab, "Stent placement")
    key(window, Key.Key_Return)
    assert title(window) == "Stent placement"
    assert focused() is page(window)
    assert page(window).verticalScrollBar().value() == 0
    key(window, Key.Key_Tab)
    assert seen(focused()) == "Palliative surgery", "the first stop of the new page"
    key(window, Key.Key_Left, ALT)
    assert title(window) == "Whipple procedure"
    assert page(window).verticalScrollBar().value() > 0, "where it was left"
    assert focused() is page(window)


def test_focus_follows_to_the_page_where_one_pane_is_shown(start):
    window = start("whipple", size=(600, 700)).window
    press(window, written.EFFECTS_PANE, Role.RadioButton)
    key_until(window, Key.Key_Tab, "Pancreatic fistula")
    key(window, Key.Key_Return)
    key_until(window, Key.Key_Tab, written.WORDS["learn_more"])
    key(window, Key.Key_Return)
    assert title(window) == "Pancreatic fistula"
    assert focused() is page(window)
    press(window, "Topics")
    key_until(window, Key.Key_Tab, "Whipple procedure")
    key_until(window, Key.Key_Up, "Carcinoid crisis")
    key(window, Key.Key_Return)
    assert title(window) == "Carcinoid crisis"
    assert focused() is page(window)


def test_focus_is_not_lost_when_the_window_shrinks(running):
    window = running.window
    key_until(window, Key.Key_Tab, "About surgery")
    window.resize(600, 700)
    settle(window)
    assert focused() is page(window)


def test_focus_stays_in_the_tree_and_on_the_buttons(window):
    key_until(window, Key.Key_Tab, "About surgery")
    key(window, Key.Key_Down)
    key(window, Key.Key_Return)
    assert seen(focused()) == title(window) == "Carcinoid crisis"
    key_until(window, BACKTAB, "")
    while spoken(focused()) != "Back":
        key(window, BACKTAB)
    key(window, Key.Key_Space)
    assert title(window) == "About surgery"


def changed_contrast(before, after) -> int:
    """How many pixels have changed so much that the change can be seen (3 to 1)."""
    pairs = Counter(zip(pixels(before), pixels(after), strict=True))
    return sum(count for (one, other), count in pairs.items() if one != other and contrast(one, other) >= 3)


@pytest.mark.parametrize("topic", ["whipple", "resection"])
def test_focus_ring_is_seen_on_everything(running, topic):
    """At least as many pixels change as a line two pixels wide around it has, each by 3 to 1 (WCAG 2.4.13)."""
    window = running.window
    show(running, topic)
    click(folds(panel(window))[0])
    key(window, Key.Key_Tab)
    for stop in tab_stops(window):
        while focused() is not stop:
            key(window, Key.Key_Tab)
        rect = rect_in(stop, window).intersected(window.rect())
        with_ring = picture(window, rect)
        stop.clearFocus()
        without = picture(window, rect)
        stop.setFocus()
        width, height = ring_size(stop)
        assert changed_contrast(without, with_ring) >= 2 * 2 * (width + height) - 16, spoken(stop)


def ring_size(widget) -> tuple[int, int]:
    """The size of what the ring goes round: without the line that some rows of the tree have above them."""
    if isinstance(widget, MentionButton):
        boxes = widget.boxes()  # of the word itself, one for each line it stands in: its ring stands off it
        return sum(round(each.width()) for each in boxes), sum(round(each.height()) for each in boxes)
    if role(widget) == Role.TreeItem:
        return widget.ring().toRect().width(), widget.ring().toRect().height()
    return widget.width(), widget.height()


def test_mouse_brings_no_ring(running):
    window = running.window
    show(running, "whipple")
    fold = folds(panel(window))[1]
    press(panel(window), seen(fold))
    press(panel(window), seen(fold))
    assert focused() is fold
    before = picture(fold)
    fold.clearFocus()
    assert changed_contrast(before, picture(fold)) == 0


# Targets


@pytest.mark.parametrize("topic", TOPICS)
def test_everything_that_is_pressed_is_large_enough(running, topic):
    """44 pixels both ways, words of a sentence aside (WCAG 2.5.5, "inline")."""
    window = running.window
    show(running, topic)
    for fold in (*folds(page(window)), *folds(panel(window))[:6]):
        click(fold)
    pressed = [
        each for each in widgets(window) if isinstance(each, QAbstractButton) and not isinstance(each, MentionButton)
    ]
    kinds = {role(each) for each in pressed}
    assert kinds >= {Role.TreeItem, Role.Button, Role.RadioButton, Role.Link}
    small = [(spoken(each), each.size().toTuple()) for each in pressed if min(each.width(), each.height()) < 44]
    assert small == []


def test_switch_is_large_enough(start):
    window = start(size=(600, 700)).window
    choices = [each for each in widgets(window) if role(each) == Role.RadioButton]
    assert [seen(each) for each in choices] == ["EN", "FR", "Topics", "This topic", written.EFFECTS_PANE]
    assert all(min(each.width(), each.height()) >= 44 for each in choices)


def test_scroll_bars_can_be_held(running):
    """Their handles are at least 24 pixels wide and 44 high where the mouse is concerned, however slim they look."""
    window = running.window
    press(tree(window), "Resection")
    press(tree(window), "Whipple procedure")
    bars = [each for each in widgets(window) if isinstance(each, QScrollBar)]
    assert len(bars) == 3
    for bar in bars:
        option = QStyleOptionSlider()
        bar.initStyleOption(option)
        handle = bar.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, bar
        )
        assert handle.height() >= 44
        assert handle.width() >= 24


# Keys of the panes


def test_page_scrolls_by_keyboard(running):
    window = running.window
    show(running, "whipple")
    page(window).setFocus()
    bar = page(window).verticalScrollBar()
    steps = []
    for pressed in (Key.Key_Down, Key.Key_PageDown, Key.Key_Space, Key.Key_End):
        key(window, pressed)
        steps.append(bar.value())
    assert steps == sorted(set(steps))
    assert bar.value() == bar.maximum()
    key(window, Key.Key_Home)
    assert bar.value() == 0


def test_choice_is_made_with_arrows(running):
    window = running.window
    show(running, "whipple")
    key_until(window, Key.Key_Tab, "All")
    for pressed, name in (
        (Key.Key_Right, "First days"),
        (Key.Key_Right, "Weeks"),
        (Key.Key_Right, "Long term"),
        (Key.Key_Left, "Weeks"),
    ):
        key(window, pressed)
        assert seen(focused()) == name
        assert find(panel(window), name, Role.RadioButton).isChecked()
    key(window, Key.Key_Tab)
    key(window, BACKTAB)
    assert seen(focused()) == "Weeks", "Tab comes back to the chosen one"
    key(window, BACKTAB)
    key(window, Key.Key_Tab)
    assert seen(focused()) == "Weeks"
