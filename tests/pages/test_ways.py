"""The ways through the guide: everything is near, nothing is a dead end, and most ways lead back."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

import pytest

from desktop.pages import compose, panel, topics
from desktop.pages.sheet import Kind
from tests.guides import shipped, small

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.content.model import Guide
    from desktop.pages.sheet import Block

MOST_ACTIONS = 3
EVERY_PAIR = tuple(
    topics.comparison(one, other) for one in shipped().operations for other in shipped().operations if one != other
)


def links(blocks: Iterable[Block]) -> Iterator[str]:
    """What the links of some blocks lead to, those inside others too."""
    for block in blocks:
        if block.kind == Kind.LINK:
            yield block.target
        yield from links(block.inside)


def on_the_page(guide: Guide, topic: str) -> Iterator[str]:
    """What one press on the page of a topic leads to."""
    sheet = compose.sheet(guide, topic)
    yield from links(sheet.blocks)
    yield from (crumb.topic for crumb in sheet.crumbs)
    if sheet.notice:
        yield sheet.notice.target
    if sheet.comparison:
        yield from links(sheet.comparison.shared)
        for row in sheet.comparison.rows:
            for side in row.sides:
                yield from links(side)
        for operation in sheet.comparison.operations:
            yield from (operation.topic, operation.without)


def in_the_panel(guide: Guide, topic: str) -> Iterator[str]:
    """What two presses in the panel lead to: one opens a side effect in place, one follows a link in it."""
    shown = panel.panel(guide, topic)
    for group in shown.groups:
        for row in group.rows:
            yield from links(panel.opened(guide, row.effect, shown.operation, nurse=True))


def in_the_tree(guide: Guide) -> Iterator[tuple[str, int]]:
    """What the navigation leads to, and by how many presses: a branch is opened by one, the other door by one."""
    for door, presses in ((topics.by_surgery(guide), 1), (topics.by_body(guide), 2)):
        for group in door:
            for topic in group.topics:
                yield topic.opens or topic.id, presses
                yield from ((child.id, presses + 1) for child in topic.children)


def actions(guide: Guide, start: str) -> dict[str, int]:
    """The fewest presses from a topic to every other."""
    tree = [*in_the_tree(guide)]
    found: dict[str, int] = {}
    waiting = [(0, start)]
    while waiting:
        presses, topic = heapq.heappop(waiting)
        if topic in found:
            continue
        found[topic] = presses
        if presses >= MOST_ACTIONS:
            continue
        ways = [(1, each) for each in on_the_page(guide, topic)]
        ways += [(2, each) for each in in_the_panel(guide, topic)]
        ways += [(count, each) for each, count in tree]
        for count, each in ways:
            heapq.heappush(waiting, (presses + count, each))
    return found


@pytest.fixture(scope="module")
def from_the_start() -> dict[str, int]:
    return actions(shipped(), topics.HOME)


@pytest.mark.parametrize("topic", [*topics.all_ids(shipped()), *EVERY_PAIR[::9]])
def test_every_topic_is_at_most_three_actions_from_the_start(from_the_start, topic):
    assert from_the_start.get(topic, 99) <= MOST_ACTIONS


def test_any_two_operations_are_side_by_side_after_three_actions(from_the_start):
    assert {from_the_start.get(topic, 99) for topic in EVERY_PAIR} == {MOST_ACTIONS}


def test_the_walk_finds_what_cannot_be_reached():
    """An organ that no door, page or panel leads to would be noticed."""
    lost = small().organs["liver"]._replace(id="spleen", name="Spleen", region="nowhere", operations=())
    guide = small()._replace(organs={**small().organs, "spleen": lost})
    assert "spleen" in topics.all_ids(guide)
    assert "spleen" not in actions(guide, topics.HOME)


@pytest.mark.parametrize("topic", [*topics.all_ids(shipped()), "compare/whipple", *EVERY_PAIR[::9]])
def test_every_way_leads_to_a_topic_and_no_page_is_a_dead_end(topic):
    ways = [*on_the_page(shipped(), topic), *in_the_panel(shipped(), topic)]
    assert [each for each in ways if not topics.exists(shipped(), each)] == []
    assert {each for each in ways if each != topic}


@pytest.mark.parametrize("operation", shipped().operations)
def test_operations_and_their_effects_lead_to_each_other(operation):
    guide = shipped()
    effects = set(guide.operations[operation].all_effects())
    assert effects <= {*in_the_panel(guide, operation)}
    assert all(operation in {*on_the_page(guide, effect)} for effect in effects)


@pytest.mark.parametrize("category", shipped().categories)
def test_categories_and_their_operations_lead_to_each_other(category):
    guide = shipped()
    for operation in guide.categories[category].operations:
        assert operation in {*on_the_page(guide, category)}
        assert category in {*on_the_page(guide, operation)}


def test_a_question_of_some_operations_leads_to_them_and_they_ask_it():
    guide = shipped()
    leads = {*on_the_page(guide, topics.QUESTIONS)}
    limited = [question for question in guide.questions.values() if question.only]
    assert limited
    for question in limited:
        for where in question.only:
            assert where.operation in leads
            assert topics.QUESTIONS in {*on_the_page(guide, where.operation)}


@pytest.mark.parametrize("operation", shipped().operations)
def test_related_operations_are_a_press_away(operation):
    assert set(shipped().operations[operation].related) <= {*on_the_page(shipped(), operation)}
