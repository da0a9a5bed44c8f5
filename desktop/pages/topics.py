"""Which topics there are, what they are called, and where they stand in the guide."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.content import model
from desktop.pages.sheet import Crumb

if TYPE_CHECKING:
    from desktop.content.model import Guide, Organ

ABOUT_SURGERY, CRISIS, ABOUT_GUIDE = model.PAGES
SIDE_EFFECTS, QUESTIONS, WORDS, COMPARE = model.LISTS
LICENCES = model.LICENCES
OWN = BOOKMARKS, WHAT_CHANGED = model.OWN

HOME = ABOUT_SURGERY
"""The topic shown first."""

LISTS = model.LISTS
"""Topics made from many records. They have no record of their own in the content."""


_NAMES = {
    SIDE_EFFECTS: "all_side_effects",
    QUESTIONS: "questions",
    WORDS: "words",
    COMPARE: "compare",
    LICENCES: "licences",
    BOOKMARKS: "bookmarks",
    WHAT_CHANGED: "what_changed",
}


class Topic(NamedTuple):
    """A topic as the navigation shows it.

    ``opens`` is the topic that is shown when it is chosen, if that is another one: an organ with a single
    operation leads straight to it.
    """

    id: str
    name: str
    children: tuple[Topic, ...] = ()
    opens: str = ""


class Group(NamedTuple):
    """Some topics of the navigation under a heading, which may be empty."""

    heading: str
    topics: tuple[Topic, ...]


def exists(guide: Guide, topic: str) -> bool:
    """Whether a topic with this id can be opened."""
    records = (guide.pages, guide.categories, guide.operations, guide.effects, guide.organs)
    return topic in (*LISTS, LICENCES) or any(topic in each for each in records) or bool(compared(guide, topic))


def can_be_taken_home(guide: Guide, topic: str) -> bool:
    """Whether a topic can be on a handout: everything of the guide, but not what tells of the program."""
    return topic != LICENCES and exists(guide, topic)


def compared(guide: Guide, topic: str) -> tuple[str, ...]:
    """The operations a topic such as ``compare/whipple/gastrectomy`` or ``compare/whipple`` puts side by side.

    Nothing if it is no such topic: an operation that does not exist, or the same one twice.
    """
    first, *names = topic.split("/")
    most = 2
    sound = first == COMPARE and len(names) <= most and len(set(names)) == len(names)
    return tuple(names) if sound and all(name in guide.operations for name in names) else ()


def comparison(*operations: str) -> str:
    """The topic that puts these operations side by side; with fewer than two the others are still to be chosen."""
    return "/".join((COMPARE, *operations))


def stands_as(topic: str) -> str:
    """The topic by which the navigation shows another: every comparison is a step of "Compare operations"."""
    return ABOUT_GUIDE if topic == LICENCES else topic.partition("/")[0]


def all_ids(guide: Guide) -> tuple[str, ...]:
    """Every topic that can be opened, in the order of the navigation, organs and effects last.

    Of the comparisons only the first step, where two operations are chosen; not the licences, which tell of the
    program and not of surgery.
    """
    first = [topic for topic in guide.pages if topic != ABOUT_GUIDE]
    for category in guide.categories.values():
        first += [category.id, *category.operations]
    effects = [effect for effect in guide.effects if effect not in guide.pages]
    return (*first, *LISTS, ABOUT_GUIDE, *guide.organs, *effects)


def name(guide: Guide, topic: str) -> str:
    """What a topic is called."""
    if topic in _NAMES:
        return guide.words[_NAMES[topic]]
    for records in (guide.pages, guide.categories, guide.operations, guide.effects, guide.organs):
        if topic in records:
            return str(records[topic].name)
    operations = compared(guide, topic)
    if len(operations) == 1:
        return guide.words["compare"]
    if operations:
        return " · ".join(guide.operations[each].short_name for each in operations)
    raise KeyError(topic)


def by_surgery(guide: Guide, own: tuple[str, ...] = ()) -> tuple[Group, ...]:
    """The first door: the pages and the kinds of surgery with their operations, the lists, and the reader's own."""
    categories = []
    for category in guide.categories.values():
        operations = tuple(Topic(each, guide.operations[each].short_name) for each in category.operations)
        categories.append(Topic(category.id, category.name, operations))
    return Group("", (*_pages(guide), *categories)), Group("", _lists(guide)), *_own(guide, own)


def by_body(guide: Guide, own: tuple[str, ...] = ()) -> tuple[Group, ...]:
    """The second door: the organs of each region with the operations on them, and the same pages and lists."""
    regions = []
    for region in guide.regions.values():
        here = tuple(_organ(guide, each) for each in guide.organs.values() if each.region == region.id)
        if here:
            regions.append(Group(region.name, here))
    return (*regions, Group("", (*_pages(guide), *_lists(guide))), *_own(guide, own))


def operations_of(organ: Organ) -> tuple[str, ...]:
    """The operations on an organ, once each."""
    return tuple(dict.fromkeys(where.operation for where in organ.operations))


def organs_of(guide: Guide, operation: str) -> tuple[str, ...]:
    """The organs an operation is about."""
    return tuple(each.id for each in guide.organs.values() if operation in operations_of(each))


def _pages(guide: Guide) -> tuple[Topic, ...]:
    return tuple(Topic(page.id, page.name) for page in guide.pages.values() if page.id != ABOUT_GUIDE)


def _lists(guide: Guide) -> tuple[Topic, ...]:
    return tuple(Topic(each, name(guide, each)) for each in (*LISTS, ABOUT_GUIDE))


def _own(guide: Guide, own: tuple[str, ...]) -> tuple[Group, ...]:
    return (Group("", tuple(Topic(each, name(guide, each)) for each in own)),) if own else ()


def _organ(guide: Guide, organ: Organ) -> Topic:
    """An organ with the operations on it. The only one is opened directly, if all of it is about the organ.

    Where only one form of an operation touches the organ, the organ's page says so first.
    """
    operations = operations_of(organ)
    if len(operations) == 1 and not organ.operations[0].variant:
        return Topic(organ.id, organ.name, opens=operations[0])
    children = tuple(Topic(each, guide.operations[each].short_name) for each in operations)
    return Topic(organ.id, organ.name, children)


def crumbs(guide: Guide, topic: str) -> tuple[Crumb, ...]:
    """The way to a topic, without the topic itself."""
    if topic in guide.operations:
        category = category_of(guide, topic)
        return (Crumb(category, guide.categories[category].name),)
    if topic in guide.effects and topic not in guide.pages:
        return (Crumb(SIDE_EFFECTS, guide.words["all_side_effects"]),)
    if topic in guide.organs and guide.organs[topic].part_of:
        whole = guide.organs[topic].part_of
        return (Crumb(whole, guide.organs[whole].name),)
    if topic == LICENCES:
        return (Crumb(ABOUT_GUIDE, name(guide, ABOUT_GUIDE)),)
    return (Crumb(COMPARE, guide.words["compare"]),) if compared(guide, topic) else ()


def category_of(guide: Guide, operation: str) -> str:
    """The category an operation stands in."""
    return next(each.id for each in guide.categories.values() if operation in each.operations)
