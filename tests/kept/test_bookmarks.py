"""Bookmarks and recent topics: what taking off, putting back and opening do; and a file that is broken in part."""

from __future__ import annotations

import json

import pytest

from desktop.kept.bookmarks import MOST_RECENT, BookmarksFile, Kept
from desktop.pages.kept import Mark

NAMES = ("whipple", "pain", "liver")
THREE = Kept(tuple(Mark(name, name.title()) for name in NAMES))


def on(marks) -> list[str]:
    return [mark.topic for mark in marks if mark.on]


def test_a_bookmark_is_set_at_the_end():
    kept = THREE.switch_bookmark("words", "Words")
    assert on(kept.bookmarks) == [*NAMES, "words"]
    assert kept.has_bookmark("words")
    assert not THREE.has_bookmark("words")


def test_a_bookmark_put_back_stands_where_it_stood():
    off = THREE.switch_bookmark("pain", "")
    assert on(off.bookmarks) == ["whipple", "liver"]
    assert not off.has_bookmark("pain")
    assert off.switch_bookmark("pain", "") == THREE


def test_all_bookmarks_are_taken_off_and_put_back():
    off = THREE.switch_bookmarks(on=False)
    assert on(off.bookmarks) == []
    assert off.switch_bookmarks(on=True) == THREE
    assert off.lasting() == Kept()


def test_the_topic_opened_last_stands_in_front_once():
    kept = Kept()
    for topic in ("a", "b", "a", "c"):
        kept = kept.opened(topic, topic.upper())
    assert on(kept.recent) == ["c", "a", "b"]


def test_the_last_twelve_topics_are_kept():
    kept = Kept()
    for number in range(30):
        kept = kept.opened(f"topic-{number}", "name")
    assert on(kept.recent) == [f"topic-{number}" for number in range(29, 17, -1)]
    assert len(kept.recent) == MOST_RECENT == 12


def test_recent_topics_are_forgotten_and_put_back():
    kept = Kept().opened("a", "A").opened("b", "B")
    off = kept.switch_recent(on=False)
    assert on(off.recent) == []
    assert off.switch_recent(on=True) == kept
    assert off.lasting() == Kept()


# The file


def test_what_is_taken_off_is_not_written(tmp_path):
    BookmarksFile(tmp_path).write(THREE.switch_bookmark("pain", ""))
    assert on(BookmarksFile(tmp_path).read().bookmarks) == ["whipple", "liver"]


def test_names_of_every_script_are_kept(tmp_path):
    kept = Kept((Mark("a", "É — œdème"), Mark("b", "שלום"), Mark("c", "\ud800"), Mark("d", "x" * 300)))
    assert BookmarksFile(tmp_path).write(kept)
    assert BookmarksFile(tmp_path).read() == kept


@pytest.mark.parametrize(
    "bad",
    [{"old": 5}, {"old": None}, {"old": ["x"]}, {"old": ""}, {"": "Old"}, {"old": "x" * 301}, {"o" * 301: "Old"}],
    ids=repr,
)
def test_of_a_file_broken_in_part_the_rest_is_used_and_all_of_it_kept_aside(tmp_path, bad):
    data = json.dumps({"bookmarks": {"whipple": "Whipple", **bad, "pain": "Pain"}, "recent": {}, "new": 1}).encode()
    (tmp_path / "bookmarks.json").write_bytes(data)
    file = BookmarksFile(tmp_path)
    assert on(file.read().bookmarks) == ["whipple", "pain"]
    assert file.aside == str(tmp_path / "bookmarks.corrupt-1")
    assert (tmp_path / "bookmarks.corrupt-1").read_bytes() == data
    again = BookmarksFile(tmp_path)
    assert on(again.read().bookmarks) == ["whipple", "pain"]
    assert again.aside == ""


@pytest.mark.parametrize("bad", [5, None, "whipple", ["whipple"]], ids=repr)
def test_a_list_that_is_none_is_kept_aside(tmp_path, bad):
    (tmp_path / "bookmarks.json").write_text(json.dumps({"bookmarks": bad, "recent": {"pain": "Pain"}}))
    file = BookmarksFile(tmp_path)
    assert on(file.read().recent) == ["pain"]
    assert file.aside


def test_keys_of_a_newer_version_survive_an_older_one(tmp_path):
    path = tmp_path / "bookmarks.json"
    path.write_text(json.dumps({"bookmarks": {}, "recent": {}, "folders": [1, {"a": 2}]}))
    file = BookmarksFile(tmp_path)
    file.read()
    assert file.write(THREE)
    assert json.loads(path.read_bytes())["folders"] == [1, {"a": 2}]
