"""The keeper can be left out: where anybody uses the computer nothing about a reader is kept or shown."""

from __future__ import annotations

import pytest

from desktop import app
from desktop.options import WindowOptions
from desktop.pages import topics
from tests import written
from tests.window import CTRL, Key, key, page, settle, show, spoken, texts, title, tree, widgets

BOOKMARKS = '{"bookmarks": {"whipple": "Whipple procedure"}, "recent": {"pain": "Pain"}}'


@pytest.fixture
def kiosk(guide, qapp, qtbot, tmp_path):  # noqa: ARG001
    """The program in the profile for a waiting room, in a folder where a laptop was used before."""
    (tmp_path / "bookmarks.json").write_text(BOOKMARKS)
    running = app.build(WindowOptions(profile="kiosk", topic=topics.BOOKMARKS), tmp_path)
    with qtbot.waitSignal(running.window.first_painted):
        running.window.show()
    settle(running.window)
    yield running
    running.window.close()
    running.window.deleteLater()
    running.application.processEvents()


def test_a_kiosk_has_no_bookmarks_and_keeps_no_topics(kiosk, tmp_path):
    window = kiosk.window
    assert kiosk.keeper is None
    assert title(window) == written.PAGES["about-surgery"]["name"], "the page of bookmarks does not exist there"
    assert {written.WORDS["bookmarks"], written.WORDS["what_changed"]} & set(texts(tree(window))) == set()
    show(kiosk, "whipple")
    assert not [each for each in widgets(page(window)) if "bookmark" in spoken(each).casefold()]
    window.activateWindow()
    key(window, Key.Key_D, CTRL)
    assert (tmp_path / "bookmarks.json").read_text() == BOOKMARKS
    assert not (tmp_path / "last-read.json").exists()


def test_topics_opened_one_after_the_other_are_written_a_moment_later(start, tmp_path, qtbot):
    running = start("whipple")
    file = tmp_path / "settings" / "bookmarks.json"
    show(running, "pain")
    qtbot.waitUntil(lambda: file.exists() and '"pain"' in file.read_text(), timeout=10_000)
