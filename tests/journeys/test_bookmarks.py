"""Bookmarks and recent topics: set, found again, taken off, put back, and never lost by an accident."""

from __future__ import annotations

import json

import pytest

from desktop.content import library
from desktop.pages import topics
from tests import written
from tests.fits import assert_fits
from tests.guides import RESOURCES
from tests.window import (
    CTRL,
    Key,
    Role,
    click,
    find,
    focused,
    headings,
    key,
    key_until,
    links,
    page,
    press,
    role,
    seen,
    show,
    spoken,
    spoken_with_role,
    texts,
    title,
    tree,
    widgets,
)

FRENCH = library.load(RESOURCES, "fr").words
ADD, REMOVE = "Add a bookmark", "Remove the bookmark"
MINE, RECENT = written.WORDS["bookmarks"], written.WORDS["recent"]


@pytest.fixture
def kept(tmp_path):
    """What stands in the file now."""
    return lambda: json.loads((tmp_path / "settings" / "bookmarks.json").read_bytes())


@pytest.fixture
def before(tmp_path):
    """Writes what an earlier start has left."""

    def write(**lists: dict[str, str]) -> None:
        (tmp_path / "settings").mkdir(exist_ok=True)
        (tmp_path / "settings" / "bookmarks.json").write_text(json.dumps({"bookmarks": {}, "recent": {}, **lists}))

    return write


def open_mine(window) -> None:
    press(tree(window), MINE)
    assert title(window) == MINE


def buttons(window) -> list[str]:
    return spoken_with_role(page(window), Role.Button)


def test_a_bookmark_is_set_beside_the_title_and_found_on_the_page_of_bookmarks(running, kept):
    window = running.window
    press(tree(window), "Carcinoid crisis")
    press(page(window), ADD)
    assert list(kept()["bookmarks"]) == ["carcinoid-crisis"], "written at once"
    assert spoken(find(page(window), REMOVE)) == REMOVE
    open_mine(window)
    click(next(each for each in widgets(page(window)) if seen(each) == "Carcinoid crisis"))
    assert title(window) == "Carcinoid crisis"
    press(page(window), REMOVE)
    assert kept()["bookmarks"] == {}
    find(page(window), ADD)


def test_a_bookmark_is_set_and_taken_off_by_keyboard(running, kept):
    window = running.window
    show(running, "whipple")
    key(window, Key.Key_D, CTRL)
    assert list(kept()["bookmarks"]) == ["whipple"]
    key(window, Key.Key_D, CTRL)
    assert kept()["bookmarks"] == {}


def test_bookmarks_are_there_at_the_next_start(start):
    running = start("whipple")
    press(page(running.window), ADD)
    window = start("words").window
    open_mine(window)
    assert links(page(window))[0] == "Whipple procedure"


@pytest.mark.parametrize(
    "topic", ["whipple", "pain", "liver", "resection", "words", "about-guide", "compare/whipple/gastrectomy"]
)
def test_every_kind_of_topic_can_have_a_bookmark(running, guide, topic):
    window = running.window
    show(running, topic)
    press(page(window), ADD)
    show(running, topics.BOOKMARKS)
    assert links(page(window))[0] == topics.name(guide, topic)


@pytest.mark.parametrize("topic", [*topics.OWN, "compare/whipple"])
def test_a_page_about_the_reader_and_half_a_comparison_can_have_none(running, topic):
    window = running.window
    show(running, topic)
    assert {ADD, REMOVE} & set(buttons(window)) == set()
    key(window, Key.Key_D, CTRL)
    show(running, topics.BOOKMARKS)
    assert written.WORDS["no_bookmarks"] in texts(page(window))


# Taking off and putting back


def test_a_bookmark_taken_off_the_list_can_be_put_back_in_one_press(start, before, kept):
    before(bookmarks={"whipple": "W", "pain": "P", "liver": "L"})
    window = start(topics.BOOKMARKS).window
    shown = links(page(window))
    press(page(window), "Remove the bookmark: Pain")
    assert list(kept()["bookmarks"]) == ["whipple", "liver"]
    assert links(page(window)) == shown, "its row stays where it is"
    press(page(window), "Put the bookmark back: Pain")
    assert list(kept()["bookmarks"]) == ["whipple", "pain", "liver"]


def test_what_was_taken_off_is_gone_when_the_page_is_opened_again(start, before):
    before(bookmarks={"whipple": "W", "pain": "P"})
    window = start(topics.BOOKMARKS).window
    press(page(window), "Remove the bookmark: Pain")
    press(tree(window), "Words")
    press(window, "Back")
    assert title(window) == MINE
    assert "Remove the bookmark: Pain" not in buttons(window)
    assert "Put the bookmark back: Pain" not in buttons(window)


def test_all_bookmarks_are_taken_off_and_put_back(start, before, kept):
    before(bookmarks={"whipple": "W", "pain": "P"})
    window = start(topics.BOOKMARKS).window
    press(page(window), "Remove all bookmarks")
    assert kept()["bookmarks"] == {}
    press(page(window), "Put all bookmarks back")
    assert list(kept()["bookmarks"]) == ["whipple", "pain"]


def test_the_keyboard_stays_where_it_is_when_a_bookmark_is_taken_off(start, before):
    before(bookmarks={"whipple": "W", "pain": "P"})
    window = start(topics.BOOKMARKS).window
    for _ in range(60):
        key(window, Key.Key_Tab)
        if spoken(focused()) == "Remove the bookmark: Pain":
            break
    key(window, Key.Key_Space)
    assert spoken(focused()) == "Put the bookmark back: Pain"
    key(window, Key.Key_Return)
    assert spoken(focused()) == "Remove the bookmark: Pain"


# What is no longer there


def test_a_topic_that_is_gone_says_so_is_kept_and_can_be_taken_off(start, before, kept):
    before(bookmarks={"old-operation": "An old operation", "whipple": "W"})
    window = start(topics.BOOKMARKS).window
    told = next(each for each in widgets(page(window)) if seen(each).startswith("An old operation"))
    assert seen(told) == f"An old operation\u2028{written.WORDS['no_longer_here']}"
    assert role(told) is not Role.Link
    press(tree(window), "Words")
    assert list(kept()["bookmarks"]) == ["old-operation", "whipple"]
    press(window, "Back")
    press(page(window), "Remove the bookmark: An old operation")
    assert list(kept()["bookmarks"]) == ["whipple"]
    press(page(window), "Put the bookmark back: An old operation")
    assert kept()["bookmarks"]["old-operation"] == "An old operation"


@pytest.mark.parametrize("data", [b"{", b'{"bookmarks": {"whipple": 5, "pain": "Pain"}}'])
def test_a_broken_file_is_told_with_where_it_is_kept(start, tmp_path, data):
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "bookmarks.json").write_bytes(data)
    window = start().window
    aside = tmp_path / "settings" / "bookmarks.corrupt-1"
    find(window, f"Your bookmarks could not all be read. The old file is kept: {aside}")
    assert aside.read_bytes() == data


def test_bookmarks_that_cannot_be_saved_are_told_once(start, tmp_path):
    (tmp_path / "settings" / "bookmarks.json").mkdir(parents=True)
    running = start("whipple")
    window = running.window
    press(page(window), ADD)
    assert any(text.startswith("Your bookmarks could not be saved: ") for text in texts(window))
    press(window, "Dismiss")
    press(page(window), REMOVE)
    assert not any(text.startswith("Your bookmarks") for text in texts(window))


# Recent topics


def test_recent_topics_are_those_opened_last_the_last_one_first(running):
    window = running.window
    for topic in ("whipple", "pain", "compare/whipple", "words", "pain"):
        show(running, topic)
    open_mine(window)
    assert headings(page(window)) == [MINE, RECENT]
    assert links(page(window)) == ["Pain", "Words", written.OPERATIONS["whipple"]["name"], "About surgery"]


def test_recent_topics_are_there_at_the_next_start_and_can_be_cleared(start, kept):
    running = start("whipple")
    show(running, "pain")
    running.keeper.save_if_changed()
    window = start("words").window
    open_mine(window)
    assert links(page(window)) == ["Words", "Pain", "Whipple procedure"]
    press(page(window), "Clear recent topics")
    assert kept()["recent"] == {}
    assert links(page(window)) == []
    assert written.WORDS["recent_cleared"] in texts(page(window))
    press(page(window), "Put the recent topics back")
    assert links(page(window)) == ["Words", "Pain", "Whipple procedure"]


def test_after_clearing_nothing_on_the_disk_names_a_topic(start, tmp_path):
    running = start("whipple")
    show(running, "pain")
    open_mine(running.window)
    press(page(running.window), "Clear recent topics")
    running.memory.save_if_changed()
    running.keeper.save_if_changed()
    for name in ("bookmarks.json", "settings.json"):
        written_there = (tmp_path / "settings" / name).read_text()
        assert "whipple" not in written_there
        assert "pain" not in written_there


# Everybody


def test_in_french(start, before):
    before(bookmarks={"whipple": "W", "old": "Ancien"})
    window = start("whipple", language="fr").window
    press(page(window), "Retirer le signet")
    press(page(window), "Ajouter un signet")
    press(tree(window), FRENCH["bookmarks"])
    assert title(window) == FRENCH["bookmarks"]
    assert f"Ancien\u2028{FRENCH['no_longer_here']}" in texts(page(window))
    assert {"Retirer tous les signets", "Effacer les sujets récents"} <= set(buttons(window))
    press(window, "EN")
    assert title(window) == MINE
    assert "Remove all bookmarks" in buttons(window)


def test_everything_is_large_enough_to_press(start, before):
    before(bookmarks={"whipple": "W", "old": "Old"}, recent={"pain": "P"})
    window = start(topics.BOOKMARKS).window
    pressed = [each for each in widgets(page(window)) if role(each) in (Role.Button, Role.Link)]
    assert len(pressed) >= 6
    assert min(min(each.width(), each.height()) for each in pressed) >= 44


@pytest.mark.parametrize("text_size", [1.0, 1.3, 1.6, 2.0])
@pytest.mark.parametrize("size", [(1024, 700), (1920, 1080), (760, 900)], ids=str)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_is_cut_at_any_size(start, before, size, text_size, language):
    before(bookmarks={"compare/bypass-surgery/cytoreductive-debulking": "C", "old": "An old operation " * 5})
    running = start(topics.BOOKMARKS, size=size, text_size=text_size, language=language)
    assert_fits(running.window)


def test_every_row_is_reached_with_tab(start, before):
    before(bookmarks={"whipple": "W"}, recent={"pain": "P"})
    window = start(topics.BOOKMARKS).window
    key_until(window, Key.Key_Tab, "Whipple procedure")
    key(window, Key.Key_Tab)
    assert spoken(focused()) == "Remove the bookmark: Whipple procedure"
    key_until(window, Key.Key_Tab, "Pain")
    key_until(window, Key.Key_Tab, "Clear recent topics")
