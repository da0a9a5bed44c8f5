"""A long day: however many topics are opened, the window holds no more than after the first round."""

from __future__ import annotations

import gc
import random
from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.navigator import MOST_STEPS, Navigator
from desktop.pages import topics
from desktop.pages.explained import Explained
from desktop.paper.pages import Pages
from tests.window import accessible, folds, page, panel, settle, title

if TYPE_CHECKING:
    from weakref import ReferenceType

    from desktop.views.main_window import MainWindow

NAVIGATIONS = 600


def test_six_hundred_topics_leave_nothing_behind(running, guide):
    window = running.window
    every = (*topics.all_ids(guide), *topics.OWN)
    chance = random.Random(600)  # noqa: S311 - not for secrets

    def open_topic(topic: str) -> None:
        running.navigator.open(topic)
        window.complete()

    def one_round() -> None:
        for topic in every:
            open_topic(topic)
            if topic in guide.operations:
                for fold in (*folds(panel(window))[:6], *folds(page(window))):
                    fold.click()

    def held() -> tuple[int, int, int]:
        gc.collect()
        return len(window.findChildren(QWidget)), len(window.findChildren(QObject)), len(QApplication.allWidgets())

    running.read_aloud.look_now()  # what is made once, when the reader rests
    one_round()
    after_one = held()
    for number in range(NAVIGATIONS - 2 * len(every)):
        open_topic(chance.choice(every))
        if number % 10 == 0:
            QApplication.processEvents()
    one_round()
    settle(window)
    assert held() == after_one
    running.navigator.open("whipple")
    assert title(window) == "Whipple procedure"


def test_way_back_is_kept_but_not_for_ever():
    navigator = Navigator()
    for number in range(450):
        navigator.open(f"topic-{number}")
    met = []
    while navigator.topic not in met:
        met.append(navigator.topic)
        navigator.back()
    assert met[0] == "topic-449"
    assert len(met) == MOST_STEPS < 450
    navigator.forward()
    assert navigator.topic == met[-2]


def test_a_short_handout_lets_go_of_the_pages_of_a_long_one(running):
    """The sheets that it does not need held all of the earlier one, as long as the program ran."""

    def held() -> int:
        gc.collect()
        return len([each for each in gc.get_objects() if type(each) is Pages])

    for topic in ("whipple", "about-surgery", "whipple", "words"):
        running.navigator.open(topic)
        running.window.handout_requested.emit()
        settle(running.window)
        assert held() == 1
        running.window.uncover()


def test_a_guide_whose_language_is_never_switched_keeps_no_more_explained_texts_than_it_may(guide):
    """The long days are measured just after a switch, which forgets them."""
    mentions = Explained(guide).mentions
    for number in range(3000):
        mentions(f"A fistula and a stent, for the {number}th time.")
    assert mentions.cache_info().currsize == mentions.cache_info().maxsize <= 2000


def test_a_window_that_was_used_and_read_out_is_gone_once_it_is_closed(start):
    """Whatever held it would hold every page, panel and picture as well."""

    def used() -> ReferenceType[MainWindow]:
        running = start("whipple")
        running.searching.complete()
        running.window.search_requested.emit("liver")
        running.window.language_requested.emit("fr")
        running.window.handout_requested.emit()
        running.read_aloud.look_now()
        assert len(accessible(running.window)) > 20
        running.window.uncover()
        settle(running.window)
        assert len(accessible(running.window)) > 100
        return ref(running.window)

    first, second = used(), used()
    gc.collect()
    assert (first(), second() is None) == (None, False)


def test_a_window_at_rest_waits_for_nothing(running, qtbot):
    """No timer turns: what nobody touches costs nothing (benchmarks/idle.py)."""
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in running.window.findChildren(QTimer)), timeout=20_000)
    assert running.searching.ready, "what is made in the pauses is made"
