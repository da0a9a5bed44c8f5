"""Three panes, two or one: everything fits, nothing is cut, and the next start looks like the last."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QSplitterHandle

from desktop.pages import topics
from desktop.views.parts.text_block import TextBlock
from tests import written
from tests.fits import assert_fits, open_everything, panes
from tests.window import (
    Role,
    bring_into_view,
    centre,
    drag,
    find,
    page,
    panel,
    panel_subtitle,
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
    texts,
    title,
    tree,
    widgets,
)

SIZES = [(1024, 700), (1366, 768), (1920, 1080)]
TOPICS = ("whipple", "cytoreductive", "about-surgery", "bile-leak", "words", "about-guide")


def widths(window) -> list[int]:
    return [each.width() for each in (tree(window), page(window), panel(window))]


# Fitting


def painted_at_an_edge(window) -> list[str]:
    """Texts of which something is painted in the first or last line of pixels of their room: they may be cut there."""
    found = []
    for pane in panes(window):
        column = scrolled(pane).column
        image = picture(column)
        ink, wide = pixels(image), image.width()
        for each in widgets(column):
            if isinstance(each, TextBlock):
                rect = rect_in(each, column)
                rows = [ink[y * wide + rect.left() : y * wide + rect.right() + 1] for y in (rect.top(), rect.bottom())]
                if any(len(set(row)) > 1 for row in rows):
                    found.append(seen(each))
    return found


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_three_panes_and_nothing_cut(start, size):
    running = start(size=size)
    window = running.window
    for topic in TOPICS:
        show(running, topic)
        assert len(panes(window)) == 3
        open_everything(window)
        assert_fits(window)


def test_every_topic_fits(running, guide):
    for topic in topics.all_ids(guide):
        show(running, topic)
        assert_fits(running.window)


@pytest.mark.parametrize("text_size", [1.3, 1.6, 2.0])
@pytest.mark.parametrize("size", [(1366, 768), (640, 700)], ids=str)
def test_larger_text_is_not_cut(start, size, text_size):
    running = start(size=size, text_size=text_size)
    window = running.window
    for topic in ("whipple", "cytoreductive-debulking", "about-guide"):
        show(running, topic)
        open_everything(window)
        assert_fits(window)


def test_letters_are_painted_whole(running):
    """Measured from their pixels, apart from what the views say that they need."""
    window = running.window
    for topic in ("whipple", "words"):
        show(running, topic)
        open_everything(window)
        assert len([each for each in widgets(window) if isinstance(each, TextBlock)]) > 60
        assert painted_at_an_edge(window) == []


def test_lines_stand_evenly_with_room_between_them(running):
    """Every further line takes as much room as the first: at least 1.5 times the size of the letters (row A7)."""
    show(running, "about-surgery")
    texts_of_page = [each for each in widgets(page(running.window)) if role(each) == Role.Paragraph]
    sizes = {each.height_for(100_000): each for each in texts_of_page}
    assert min(sizes) >= 1.4 * 15
    several = [each for each in texts_of_page if each.height() > each.height_for(100_000)]
    assert len(several) > 10
    assert {each.height() % each.height_for(100_000) for each in several} == {0}


@pytest.mark.parametrize("width", [320, 400, 640, 719, 720, 999, 1000, 1500, 1920])
def test_any_width_fits(start, width):
    running = start("whipple", size=(width, 700))
    assert_fits(running.window)


@pytest.mark.parametrize(("width", "text_size"), [(1366, 1.0), (1366, 2.0), (640, 2.0), (320, 1.0)])
def test_name_of_the_guide_is_seen_whole(start, width, text_size):
    """Measured from its pixels: nothing is painted at the very edge of its room, where it would be cut."""
    window = start(size=(width, 700), text_size=text_size).window
    name = next(each for each in widgets(window) if spoken(each) == written.TITLE)
    image = picture(name)
    ink, wide, high = pixels(image), image.width(), image.height()
    top_and_bottom = {*ink[: 2 * wide], *ink[(high - 2) * wide :]}
    end = {ink[row * wide + wide - 1] for row in range(high)}
    assert len(set(ink)) > 10, "it is painted at all"
    assert len(top_and_bottom | end) == 1, "only the ground"


def test_lines_are_short_enough_to_read(start):
    """At most 80 characters a line, also on a wide screen (WCAG 1.4.8)."""
    running = start("about-surgery", size=(1920, 1080))
    longest = max(
        (each for each in widgets(page(running.window)) if role(each) == Role.Paragraph),
        key=lambda each: len(seen(each)),
    )
    one_line = longest.height_for(100_000)
    lines = longest.height_for(longest.width()) / one_line
    assert len(seen(longest)) / lines <= 80


# Fewer panes


def test_two_panes_and_a_switch(start):
    running = start("whipple", size=(900, 700))
    window = running.window
    assert panes(window) == [page(window), panel(window)]
    assert_fits(window)
    press(window, "Topics")
    assert panes(window) == [tree(window), page(window)]
    assert_fits(window)
    press(tree(window), "Appendectomy")
    assert title(window) == "Appendectomy"
    assert panes(window) == [page(window), panel(window)], "the topic comes with its side effects"
    assert panel_subtitle(window) == "Appendectomy"


def test_one_pane_and_a_switch(start):
    running = start("whipple", size=(600, 700))
    window = running.window
    assert panes(window) == [page(window)]
    assert_fits(window)
    press(window, written.EFFECTS_PANE, Role.RadioButton)
    assert panes(window) == [panel(window)]
    assert_fits(window)
    press(window, "Topics")
    assert panes(window) == [tree(window)]
    assert_fits(window)
    press(tree(window), "Gastrectomy")
    assert panes(window) == [page(window)]
    assert title(window) == written.OPERATIONS["gastrectomy"]["name"]


def test_choice_is_right_when_the_window_grows(start):
    window = start("whipple", size=(600, 700)).window
    press(window, written.EFFECTS_PANE, Role.RadioButton)
    window.resize(900, 700)
    settle(window)
    assert panes(window) == [page(window), panel(window)]
    choices = {seen(each): each.isChecked() for each in widgets(window) if role(each) == Role.RadioButton}
    assert choices["This topic"]
    assert not choices["Topics"]
    window.resize(1366, 768)
    settle(window)
    assert len(panes(window)) == 3


def test_switch_is_there_only_where_it_is_needed(start):
    window = start("whipple", size=(900, 700)).window
    assert "This topic" in texts(window)
    window.resize(1366, 768)
    settle(window)
    assert "This topic" not in texts(window)
    assert len(panes(window)) == 3
    window.resize(600, 700)
    settle(window)
    assert len(panes(window)) == 1


# What is remembered


def splitter_handles(window) -> list[QSplitterHandle]:
    return [each for each in window.findChildren(QSplitterHandle) if each.isVisible()]


def saved(folder) -> dict:
    file = folder / "settings" / "settings.json"
    return json.loads(file.read_text()) if file.exists() else {}


def test_dragged_widths_are_there_at_the_next_start(start):
    running = start("whipple")
    window = running.window
    before = widths(window)
    for handle, way in zip(splitter_handles(window), (60, -80), strict=True):
        drag(window, centre(handle), centre(handle) + QPoint(way // 2, 0), centre(handle) + QPoint(way, 0))
    dragged = widths(window)
    assert dragged == [before[0] + 60, before[1] - 140, before[2] + 80]
    assert_fits(window)
    running.memory.save_if_changed()  # as at the end of the program
    window = start().window
    assert widths(window) == dragged


def test_panes_cannot_be_dragged_away(window):
    first, second = splitter_handles(window)
    drag(window, centre(first), QPoint(2, centre(first).y()))
    drag(window, centre(second), QPoint(window.width() - 2, centre(second).y()))
    assert len(panes(window)) == 3
    assert min(widths(window)) >= 200
    assert_fits(window)


def test_last_topic_is_there_at_the_next_start(start, qtbot, tmp_path):
    window = start().window
    assert title(window) == "About surgery"
    press(tree(window), "Resection")
    press(tree(window), "Lung resection")
    qtbot.waitUntil(lambda: saved(tmp_path).get("topic") == "lung-resection")  # soon, in case of a power cut
    window = start().window
    assert title(window) == "Lung resection"
    assert "Lung resection" in texts(tree(window))
    window = start("whipple").window
    assert title(window) == "Whipple procedure", "a topic that is asked for comes first"


def test_size_of_the_window_is_there_at_the_next_start(start):
    running = start(size=None)
    window = running.window
    assert window.size().toTuple() == (1366, 768), "a usual laptop at the first start"
    window.resize(1200, 650)
    settle(window)
    running.memory.save_if_changed()
    assert start(size=None).window.size().toTuple() == (1200, 650)


def test_settings_of_a_newer_or_broken_program_do_no_harm(start, tmp_path):
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "settings.json").write_text(
        '{"pane_widths": [1, "x"], "topic": 7, "window_size": [-4, 9]}'
    )
    window = start().window
    assert title(window) == "About surgery"
    assert_fits(window)


# Messages


def message(window):
    return next((each for each in widgets(window) if role(each) == Role.AlertMessage), None)


def test_broken_content_falls_back_and_tells_the_place(start, tmp_path):
    content = tmp_path / "own"
    content.mkdir()
    text = (written.RESOURCES / "content.yaml").read_text().replace("level: call_911", "level: call_912", 1)
    line = next(number for number, each in enumerate(text.splitlines(), 1) if "call_912" in each)
    (content / "content.yaml").write_text(text)
    window = start("whipple", content=content).window
    told = spoken(message(window))
    assert str(content / "content.yaml") in told
    assert f":{line}:" in told
    assert told in texts(window), "what is spoken is seen"
    assert title(window) == "Whipple procedure", "the built-in guide is shown"
    assert_fits(window)


def test_content_folder_that_is_not_there(start, tmp_path):
    window = start(content=tmp_path / "nowhere").window
    assert str(tmp_path / "nowhere" / "content.yaml") in spoken(message(window))
    assert title(window) == "About surgery"


def test_message_is_dismissed(start, tmp_path):
    window = start(content=tmp_path / "nowhere").window
    before = page(window).height()
    press(window, "Dismiss")
    assert message(window) is None
    assert page(window).height() > before
    assert_fits(window)


def test_settings_that_cannot_be_saved_are_told_once(start, qtbot, tmp_path):
    (tmp_path / "settings").write_text("a file where the folder should be")
    window = start().window
    press(tree(window), "Words")
    qtbot.waitUntil(lambda: message(window) is not None)
    assert str(tmp_path / "settings") in spoken(message(window))
    press(window, "Dismiss")
    press(tree(window), "About surgery")
    assert message(window) is None


def test_own_content_is_shown_instead(start, tmp_path):
    content = tmp_path / "own"
    content.mkdir()
    text = (written.RESOURCES / "content.yaml").read_text().replace("name: Appendectomy", "name: Our appendectomy", 1)
    (content / "content.yaml").write_text(text)
    window = start("appendectomy", content=content).window
    assert title(window) == "Our appendectomy"
    assert message(window) is None


# Scrolling


def test_wheel_and_keys_scroll_the_page(running):
    window = running.window
    show(running, "whipple")
    last = find(page(window), written.WORDS["sources"])
    assert not page(window).viewport().rect().intersects(rect_in(last, page(window)))
    bring_into_view(last)
    assert page(window).viewport().rect().contains(rect_in(last, page(window)))


def test_nothing_that_can_be_pressed_lies_outside_the_scrolled_area(running):
    for topic in TOPICS:
        show(running, topic)
        for pane in panes(running.window):
            column = scrolled(pane).column
            for each in widgets(column):
                if isinstance(each, QAbstractButton):
                    assert column.rect().contains(rect_in(each, column)), spoken(each)
