"""The reader's path: topics and parts of them, back and forward."""

from __future__ import annotations

import pytest

from desktop.navigator import MOST_STEPS, Navigator


class Told:
    """Everything a navigator tells, in order."""

    def __init__(self) -> None:
        self.navigator = Navigator()
        self.all: list[tuple[object, ...]] = []
        self.navigator.topic_changed.connect(lambda topic: self.all.append(("topic", topic)))
        self.navigator.part_wanted.connect(lambda part: self.all.append(("part", part)))
        self.navigator.path_changed.connect(lambda back, forward: self.all.append(("path", back, forward)))

    def since(self) -> list[tuple[object, ...]]:
        told, self.all = self.all, []
        return told


@pytest.fixture
def told() -> Told:
    return Told()


def test_nothing_is_shown_at_first(told):
    assert told.navigator.topic == ""
    told.navigator.back()
    told.navigator.forward()
    assert told.since() == []


def test_a_topic_then_its_top(told):
    told.navigator.open("whipple")
    assert told.navigator.topic == "whipple"
    assert told.since() == [("topic", "whipple"), ("part", ""), ("path", False, False)]


def test_a_part_of_another_topic(told):
    told.navigator.open("words")
    told.since()
    told.navigator.open("whipple", "after")
    assert told.since() == [("topic", "whipple"), ("part", "after"), ("path", True, False)]


def test_a_part_of_the_same_topic_is_a_step_but_no_other_topic(told):
    told.navigator.open("whipple")
    told.since()
    told.navigator.open("whipple", "after")
    assert told.since() == [("part", "after"), ("path", True, False)]
    told.navigator.back()
    assert told.since() == [("part", ""), ("path", False, True)]


def test_the_same_topic_again_is_no_step(told):
    told.navigator.open("whipple")
    told.since()
    told.navigator.open("whipple")
    assert told.since() == []


def test_the_same_part_again_is_shown_again_and_is_no_step(told):
    told.navigator.open("whipple", "after")
    told.since()
    told.navigator.open("whipple", "after")
    assert told.since() == [("part", "after")]


def test_a_new_topic_forgets_what_lay_ahead(told):
    for topic in ("whipple", "words"):
        told.navigator.open(topic)
    told.navigator.back()
    told.navigator.open("questions")
    told.since()
    told.navigator.forward()
    assert told.since() == []
    told.navigator.back()
    assert told.navigator.topic == "whipple"


def test_only_so_many_steps_are_kept(told):
    for number in range(MOST_STEPS + 50):
        told.navigator.open(f"topic-{number}")
    for _ in range(MOST_STEPS + 50):
        told.navigator.back()
    assert told.navigator.topic == "topic-50"
