"""A reader of a guide with 2,000 operations: everything is found in its lists, and only what is near has widgets."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from desktop import guides, paths
from desktop.content import library
from desktop.pages import compose, topics
from desktop.pages.find import LINE
from desktop.views.parts.fold import FoldHeading
from desktop.views.parts.question_text import QuestionText
from desktop.views.parts.text_block import TextBlock
from tests.larger import larger
from tests.window import (
    ALT,
    CTRL,
    PLAIN,
    Key,
    Role,
    centre,
    click,
    drag,
    find,
    focused,
    key,
    page,
    panel,
    picture,
    pixels,
    rect_in,
    role,
    scrolled,
    seen,
    settle,
    show,
    spoken,
    texts,
    title,
    tree,
    widgets,
)

TIMES = 134
"""So many times the shipped guide has 2,010 operations."""
MOST_WIDGETS = 900
"""More than all lists of that guide together may ever need; each of them has thousands of rows."""
STEPS = 60
"""Rows through which a reader goes one by one: many more than are made at once."""
FOUND = 0xFFFFF1D2
"""The ground of words that were found, in light colours."""
TURN = 400
"""How far a reader scrolls at a time, in pixels: less than what is seen at once."""


@pytest.fixture(scope="module")
def large() -> dict:
    """The guide of 2,010 operations, in both languages."""
    return {language: larger(library.load(paths.resources(), language), TIMES) for language in library.FILES}


@pytest.fixture
def running(start, large, monkeypatch):
    monkeypatch.setattr(guides, "built_in", large.get)
    return start()


@pytest.fixture
def window(running):
    return running.window


def in_sight(pane: QWidget) -> list[QWidget]:
    """What can be seen of a pane without scrolling, from top to bottom."""
    within = scrolled(pane).viewport()
    shown = [each for each in widgets(within) if seen(each) and within.rect().intersects(rect_in(each, within))]
    return sorted(shown, key=lambda each: rect_in(each, within).top())


def scroll_to(window, part: float) -> QScrollBar:
    """Scroll the page to a part of its length, 0 to 1; its scroll bar."""
    bar = scrolled(page(window)).verticalScrollBar()
    bar.setValue(int(bar.maximum() * part))
    settle(window)
    return bar


def read_through(pane: QWidget, kind: type | None = None) -> list[str]:
    """The texts that come into sight while a reader scrolls to the end, once each, in order."""
    bar = scrolled(pane).verticalScrollBar()
    met: dict[str, None] = {}
    while True:
        met.update(dict.fromkeys(seen(each) for each in in_sight(pane) if kind is None or isinstance(each, kind)))
        if bar.value() == bar.maximum():
            return list(met)
        before = bar.value()
        bar.setValue(min(bar.maximum(), before + TURN))
        QApplication.processEvents()
        assert bar.value() > before


def links_of(guide, topic: str) -> list[str]:
    return [block.text for block in compose.sheet(guide, topic).blocks if block.kind == "link"]


def count(window) -> int:
    return len(window.findChildren(QWidget))


def test_every_link_of_a_long_list_is_seen_in_order_and_opens_its_topic(running, large):
    window = running.window
    show(running, topics.COMPARE)
    wanted = links_of(large["en"], topics.COMPARE)
    assert len(wanted) > 2000
    met = [text for text in read_through(page(window)) if text in set(wanted)]
    assert met == wanted
    last = in_sight(page(window))[-1]
    assert (role(last), spoken(last)) == (Role.Link, wanted[-1])
    click(last)
    assert wanted[-1] in texts(page(window))


def test_few_widgets_are_made_whatever_is_opened(running):
    window = running.window
    for topic in (*topics.LISTS, topics.HOME, "anastomotic-leak-50", "resection-99"):
        show(running, topic)
        for pane in (tree(window), page(window), panel(window)):
            bar = scrolled(pane).verticalScrollBar()
            for share in (0.3, 0.7, 1, 0.5, 0):
                bar.setValue(round(bar.maximum() * share))
                settle(window)
    assert count(window) < MOST_WIDGETS


def test_the_topics_by_keys(running, large):
    window = running.window
    first = find(tree(window), "About surgery")
    click(first)
    rows = [each.name for group in topics.by_surgery(large["en"], topics.OWN) for each in group.topics]
    assert len(rows) > 500
    assert [text for text in read_through(tree(window)) if text in set(rows)] == rows
    met = [seen(focused())]
    while len(met) < STEPS:
        key(window, Key.Key_Down)
        assert role(focused()) == Role.TreeItem
        assert spoken(focused()) == seen(focused())
        assert focused() in in_sight(tree(window))
        met.append(seen(focused()))
    assert met == rows[:STEPS]
    key(window, Key.Key_Home)
    assert seen(focused()) == rows[0]
    key(window, Key.Key_End)
    assert seen(focused()) == rows[-1]
    QTest.keyClick(window.windowHandle(), "r")
    key(window, Key.Key_Right)
    key(window, Key.Key_Right)
    operation = seen(focused())
    key(window, Key.Key_Return)
    assert window.windowTitle().startswith(title(window))
    assert operation in [each.short_name for each in large["en"].operations.values() if each.name == title(window)]


def test_tab_leads_from_link_to_link(running, large):
    window = running.window
    show(running, topics.COMPARE)
    wanted = links_of(large["en"], topics.COMPARE)
    first = find(page(window), wanted[0])
    first.setFocus(Qt.FocusReason.TabFocusReason)
    for text in wanted[:STEPS]:
        assert seen(focused()) == text
        assert focused() in in_sight(page(window))
        key(window, Key.Key_Tab)
    scroll_to(window, 1)  # a reader looks elsewhere, the keyboard stays where it is
    assert seen(focused()) == wanted[STEPS]
    key(window, Key.Key_Tab)
    assert seen(focused()) == wanted[STEPS + 1]
    assert focused() in in_sight(page(window))


def test_the_way_back_leads_to_the_same_place(running):
    window = running.window
    show(running, topics.SIDE_EFFECTS)
    scroll_to(window, 1 / 3)
    link = [each for each in in_sight(page(window)) if role(each) == Role.Link][3]
    text, y = seen(link), rect_in(link, window).top()
    click(link)
    assert title(window) == text
    key(window, Key.Key_Left, ALT)
    again = find(page(window), text)
    assert abs(rect_in(again, window).top() - y) <= 1


def test_words_far_down_are_found_on_the_page(running, large):
    window = running.window
    show(running, topics.COMPARE)
    wanted = links_of(large["en"], topics.COMPARE)[1500]
    key(window, Key.Key_F, CTRL)
    QGuiApplication.clipboard().setText(wanted)
    key(window, Key.Key_V, CTRL)
    assert wanted in [seen(each) for each in in_sight(page(window))]
    key(window, Key.Key_Escape)
    assert seen(focused()) == wanted


def test_a_letter_leads_to_its_words_and_the_next_heading_to_the_next_letter(running):
    window = running.window
    show(running, topics.WORDS)
    click(find(page(window), "S"))
    assert role(focused()) == Role.Heading
    assert seen(focused()) == "S"
    assert focused() in in_sight(page(window))
    key(window, Key.Key_Down, CTRL)
    assert seen(focused()) == "T"
    key(window, Key.Key_Up, CTRL)
    key(window, Key.Key_Up, CTRL)
    assert seen(focused()) < "S"
    assert focused() in in_sight(page(window))


def test_a_chosen_question_stays_chosen_out_of_sight(running):
    window = running.window
    show(running, topics.QUESTIONS)
    bar = scroll_to(window, 1 / 2)
    question = next(each for each in in_sight(page(window))[2:] if isinstance(each, QuestionText))
    text = seen(question)
    place = bar.value()
    click(find(question, question.text(), Role.CheckBox))
    bar.setValue(0)
    settle(window)
    boxes = [each for each in widgets(page(window)) if role(each) == Role.CheckBox and each.isVisible()]
    assert sum(each.isChecked() for each in boxes) <= 1
    bar.setValue(place)
    settle(window)
    again = next(each for each in in_sight(page(window)) if seen(each) == text and isinstance(each, QuestionText))
    assert find(again, again.text(), Role.CheckBox).isChecked()
    others = [each for each in in_sight(page(window)) if isinstance(each, QuestionText) and each is not again]
    assert not any(find(each, each.text(), Role.CheckBox).isChecked() for each in others)


def test_the_place_is_kept_over_another_language_and_size_of_text(running, large):
    window = running.window
    show(running, topics.QUESTIONS)
    scroll_to(window, 1 / 2)
    top = next(each for each in in_sight(page(window)) if isinstance(each, QuestionText))
    question = top.question
    for change in (
        lambda: window.language_requested.emit("fr"),
        lambda: window.text_size_requested.emit(2),
        lambda: window.resize(1100, 700),
    ):
        change()
        settle(window)
        assert question in [each.question for each in in_sight(page(window))[:3] if isinstance(each, QuestionText)]
    assert large["fr"].questions[question].text in " ".join(seen(each) for each in in_sight(page(window)))


def test_everything_can_be_copied(running, large):
    window = running.window
    show(running, topics.WORDS)
    QGuiApplication.clipboard().clear()
    key(window, Key.Key_A, CTRL)
    key(window, Key.Key_C, CTRL)
    copied = set(QGuiApplication.clipboard().text().split("\n"))
    assert {term.name for term in large["en"].terms.values()} <= copied


def test_a_side_effect_far_down_stays_open(running):
    window = running.window
    show(running, topics.HOME)
    bar = scrolled(panel(window)).verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settle(window)
    fold = next(each for each in in_sight(panel(window))[2:] if isinstance(each, FoldHeading))
    name = seen(fold)
    click(fold)
    assert fold.open
    place = bar.value()
    for value in (bar.maximum(), 0):
        bar.setValue(value)
        settle(window)
    bar.setValue(place)
    settle(window)
    opened = [each for each in in_sight(panel(window)) if isinstance(each, FoldHeading) and each.open]
    assert [seen(each) for each in opened] == [name]


def test_a_word_is_explained_far_down(running):
    window = running.window
    show(running, topics.WORDS)
    scroll_to(window, 1 / 2)
    definitions = scrolled(page(window)).definitions
    dotted = [each for each in widgets(page(window)) if role(each) == Role.Button and hasattr(each, "line_below")]
    word = next(each for each in dotted if 100 < centre(each).y() < 400)
    QTest.mouseClick(
        window.windowHandle(), Qt.MouseButton.LeftButton, PLAIN, word.mapTo(window, word.line_below().center())
    )
    settle(window)
    assert definitions.is_open()
    key(window, Key.Key_Escape)
    assert not definitions.is_open()
    assert all(isinstance(each, TextBlock) or seen(each) for each in in_sight(page(window)))


def test_found_words_are_marked_in_rows_that_come_into_sight(running):
    window = running.window
    show(running, topics.COMPARE)
    key(window, Key.Key_F, CTRL)
    QTest.keyClicks(focused(), "resection")
    settle(window)
    scroll_to(window, 1 / 2)
    rows = [each for each in in_sight(page(window)) if role(each) == Role.Link]
    marked = {seen(each) for each in rows if FOUND in pixels(picture(each))}
    assert marked == {seen(each) for each in rows if "resection" in seen(each).lower()} != set()


def test_what_is_read_aloud_far_down_is_shown(running):
    window = running.window
    show(running, topics.SIDE_EFFECTS)
    pane = scrolled(page(window))
    for utterance in (pane.utterances()[3000], pane.utterances()[3001], pane.utterances()[20]):
        pane.mark(pane.widgets_of(utterance.place))
        settle(window)
        assert utterance.text in [seen(each) for each in in_sight(pane)]


def test_a_row_that_was_pointed_at_is_not_painted_so_elsewhere(running):
    window = running.window
    show(running, topics.COMPARE)
    link = [each for each in in_sight(page(window)) if role(each) == Role.Link][3]
    QTest.mouseMove(window.windowHandle(), centre(link))
    QApplication.processEvents()
    assert link.hovered
    QTest.mouseMove(window.windowHandle(), centre(find(window, "Handout")))
    bar = scrolled(page(window)).verticalScrollBar()
    for value in (5000, 20000, 60000):
        bar.setValue(value)
        settle(window)
        assert not any(each.hovered for each in in_sight(page(window)) if role(each) == Role.Link)


def test_a_stretch_of_text_stays_selected_out_of_sight(running):
    window = running.window
    show(running, topics.WORDS)
    rows = [each for each in in_sight(page(window)) if role(each) == Role.ListItem]
    start = rows[1].mapTo(window, QPoint(2, 8))
    drag(window, start, rows[3].mapTo(window, QPoint(rows[3].width() - 2, rows[3].height() - 4)))
    names = [seen(each).partition(LINE)[0] for each in rows[1:4]]
    bar = scrolled(page(window)).verticalScrollBar()
    for value in (30000, 60000):
        bar.setValue(value)
        settle(window)
    QGuiApplication.clipboard().clear()
    key(window, Key.Key_C, CTRL)
    copied = QGuiApplication.clipboard().text()
    assert all(name in copied for name in names[1:])
    assert count(window) < MOST_WIDGETS
