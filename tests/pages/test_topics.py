"""Which topics there are, what they are called and where they stand."""

from __future__ import annotations

import pytest

from desktop.content.model import Where
from desktop.pages import topics
from desktop.pages.topics import Group, Topic
from tests.guides import shipped, small

PAGES = (Topic("about-surgery", "About surgery"), Topic("carcinoid-crisis", "Crisis"))
LISTS = (
    Topic("side-effects", "All side effects"),
    Topic("questions", "Questions to ask"),
    Topic("words", "Words"),
    Topic("compare", "Compare operations"),
    Topic("about-guide", "About this guide"),
)


def test_the_first_door_shows_pages_categories_with_their_operations_and_the_lists():
    cutting = Topic("cutting", "Cutting", (Topic("alpha", "Alpha"), Topic("beta", "Beta")))
    assert topics.by_surgery(small()) == (Group("", (*PAGES, cutting)), Group("", LISTS))


def test_the_second_door_shows_the_organs_of_each_region_and_the_same_pages_and_lists():
    liver = Topic("liver", "Liver", opens="alpha")
    assert topics.by_body(small()) == (Group("Belly", (liver,)), Group("", (*PAGES, *LISTS)))


def organs_with(operations: tuple[Where, ...]):
    """The small guide with other operations on its organ."""
    organ = small().organs["liver"]._replace(operations=operations)
    return small()._replace(organs={"liver": organ})


def test_an_organ_with_more_than_one_operation_lists_them_once_each():
    guide = organs_with((Where("alpha", "part"), Where("alpha"), Where("beta")))
    liver = topics.by_body(guide)[0].topics[0]
    assert liver == Topic("liver", "Liver", (Topic("alpha", "Alpha"), Topic("beta", "Beta")))


@pytest.mark.parametrize("operations", [(), (Where("alpha", "part"),)], ids=["none", "one form of one"])
def test_an_organ_leads_to_its_own_page_where_no_operation_is_all_about_it(operations):
    liver = topics.by_body(organs_with(operations))[0].topics[0]
    assert liver.opens == ""
    assert [child.id for child in liver.children] == [each.operation for each in operations]


@pytest.mark.parametrize("guide", [small(), shipped()], ids=["small", "shipped"])
def test_both_doors_lead_to_every_operation_that_is_about_an_organ(guide):
    about = {name for organ in guide.organs.values() for name in topics.operations_of(organ)}
    for door in (topics.by_surgery(guide), topics.by_body(guide)):
        shown = {
            each for group in door for topic in group.topics for each in (topic.opens, *map(itself, topic.children))
        }
        assert about <= shown


def itself(topic: Topic) -> str:
    return topic.id


# Comparisons


@pytest.mark.parametrize(
    ("topic", "operations"),
    [
        ("compare/alpha/beta", ("alpha", "beta")),
        ("compare/beta/alpha", ("beta", "alpha")),
        ("compare/alpha", ("alpha",)),
        ("compare", ()),
    ],
)
def test_a_comparison_is_a_topic_of_its_own(topic, operations):
    assert topics.exists(small(), topic)
    assert topics.compared(small(), topic) == operations
    assert topics.comparison(*operations) == topic
    assert topics.stands_as(topic) == topics.COMPARE
    assert topics.name(small(), topic)


@pytest.mark.parametrize(
    "topic",
    ["compare/", "compare/alpha/alpha", "compare/alpha/beta/alpha", "compare/leak", "compare/alpha/", "compare//alpha"],
)
def test_what_cannot_be_compared_is_no_topic(topic):
    assert not topics.exists(small(), topic)
    assert topics.compared(small(), topic) == ()


def test_every_topic_is_listed_once_in_the_order_of_the_navigation_effects_last():
    assert topics.all_ids(small()) == (
        "about-surgery", "carcinoid-crisis", "cutting", "alpha", "beta", "side-effects", "questions", "words",
        "compare", "about-guide", "liver", "pain", "leak", "lost-taste",
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
        ("compare", []),
        ("compare/alpha", [("compare", "Compare operations")]),
        ("compare/alpha/beta", [("compare", "Compare operations")]),
        ("liver", []),
    ],
)
def test_the_way_to_a_topic_is_told(topic, way):
    assert [tuple(crumb) for crumb in topics.crumbs(small(), topic)] == way


def test_a_page_that_explains_an_effect_stands_in_the_navigation_and_needs_no_way():
    assert topics.crumbs(shipped(), topics.CRISIS) == ()


def test_the_first_topic_is_one_that_every_guide_has():
    assert topics.exists(small(), topics.HOME)
    assert topics.exists(shipped(), topics.HOME)
