"""Which topics there are, what they are called, and where they stand in the guide."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.content import model
from desktop.pages.sheet import Crumb

if TYPE_CHECKING:
    from desktop.content.model import Guide

ABOUT_SURGERY, CRISIS, ABOUT_GUIDE = model.PAGES
SIDE_EFFECTS, QUESTIONS, WORDS = model.LISTS

HOME = ABOUT_SURGERY
"""The topic shown first."""

LISTS = model.LISTS
"""Topics that list records of one kind. They have no record of their own in the content."""


class Topic(NamedTuple):
    """A topic as the navigation shows it."""

    id: str
    name: str
    children: tuple[Topic, ...] = ()


def exists(guide: Guide, topic: str) -> bool:
    """Whether a topic with this id can be opened."""
    return (
        topic in LISTS
        or topic in guide.pages
        or topic in guide.categories
        or topic in guide.operations
        or topic in guide.effects
    )


def all_ids(guide: Guide) -> tuple[str, ...]:
    """Every topic that can be opened, in the order of the navigation, effects last."""
    first = [topic for topic in guide.pages if topic != ABOUT_GUIDE]
    for category in guide.categories.values():
        first += [category.id, *category.operations]
    effects = [effect for effect in guide.effects if effect not in guide.pages]
    return (*first, *LISTS, ABOUT_GUIDE, *effects)


def name(guide: Guide, topic: str) -> str:
    """What a topic is called."""
    if topic in LISTS:
        words = {SIDE_EFFECTS: "all_side_effects", QUESTIONS: "questions", WORDS: "words"}
        return guide.words[words[topic]]
    for records in (guide.pages, guide.categories, guide.operations, guide.effects):
        if topic in records:
            return str(records[topic].name)
    raise KeyError(topic)


def tree(guide: Guide) -> tuple[tuple[Topic, ...], tuple[Topic, ...]]:
    """The navigation: the topics themselves, and the lists under "More"."""
    pages = tuple(Topic(page.id, page.name) for page in guide.pages.values() if page.id != ABOUT_GUIDE)
    categories = []
    for category in guide.categories.values():
        operations = tuple(Topic(each, guide.operations[each].short_name) for each in category.operations)
        categories.append(Topic(category.id, category.name, operations))
    more = [Topic(each, name(guide, each)) for each in LISTS]
    if ABOUT_GUIDE in guide.pages:
        more.append(Topic(ABOUT_GUIDE, guide.pages[ABOUT_GUIDE].name))
    return (*pages, *categories), tuple(more)


def crumbs(guide: Guide, topic: str) -> tuple[Crumb, ...]:
    """The way to a topic, without the topic itself."""
    if topic in guide.operations:
        category = category_of(guide, topic)
        return (Crumb(category, guide.categories[category].name),)
    if topic in guide.effects and topic not in guide.pages:
        return (Crumb(SIDE_EFFECTS, guide.words["all_side_effects"]),)
    return ()


def category_of(guide: Guide, operation: str) -> str:
    """The category an operation stands in."""
    return next(each.id for each in guide.categories.values() if operation in each.operations)
