"""Which topics there are, what they are called and where they stand."""

from __future__ import annotations

import pytest

from desktop.pages import topics
from desktop.pages.topics import Topic
from tests.guides import shipped, small


def test_the_navigation_shows_pages_categories_with_their_operations_and_the_lists():
    assert topics.tree(small()) == (
        (
            Topic("about-surgery", "About surgery"),
            Topic("carcinoid-crisis", "Crisis"),
            Topic("cutting", "Cutting", (Topic("alpha", "Alpha"), Topic("beta", "Beta"))),
        ),
        (
            Topic("side-effects", "All side effects"),
            Topic("questions", "Questions to ask"),
            Topic("words", "Words"),
            Topic("about-guide", "About this guide"),
        ),
    )


def test_every_topic_is_listed_once_in_the_order_of_the_navigation_effects_last():
    assert topics.all_ids(small()) == (
        "about-surgery", "carcinoid-crisis", "cutting", "alpha", "beta", "side-effects", "questions", "words",
        "about-guide", "pain", "leak", "lost-taste",
    )  # fmt: skip


def test_a_page_that_explains_an_effect_is_listed_once():
    assert topics.all_ids(shipped()).count(topics.CRISIS) == 1


@pytest.mark.parametrize("topic", [*topics.all_ids(small())])
def test_every_listed_topic_exists_and_has_a_name(topic):
    assert topics.exists(small(), topic)
    assert topics.name(small(), topic)


@pytest.mark.parametrize("topic", ["", "nothing", "alpha/part", "fever", "surgeon", "Alpha", "alpha "])
def test_nothing_else_is_a_topic(topic):
    assert not topics.exists(small(), topic)
    with pytest.raises(KeyError):
        topics.name(small(), topic)


@pytest.mark.parametrize(
    ("topic", "way"),
    [
        ("alpha", [("cutting", "Cutting")]),
        ("leak", [("side-effects", "All side effects")]),
        ("cutting", []),
        ("about-surgery", []),
        ("words", []),
    ],
)
def test_the_way_to_a_topic_is_told(topic, way):
    assert [tuple(crumb) for crumb in topics.crumbs(small(), topic)] == way


def test_a_page_that_explains_an_effect_stands_in_the_navigation_and_needs_no_way():
    assert topics.crumbs(shipped(), topics.CRISIS) == ()


def test_the_first_topic_is_one_that_every_guide_has():
    assert topics.exists(small(), topics.HOME)
    assert topics.exists(shipped(), topics.HOME)
