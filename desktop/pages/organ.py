"""What the page of an organ says: the operations on it, the parts it belongs to, and ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.pages import topics, when_to_help
from desktop.pages.sheet import Block, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.content.model import Guide, Organ

_WAYS_ON = (topics.ABOUT_SURGERY, topics.QUESTIONS, topics.WORDS)


def blocks(guide: Guide, organ: Organ) -> Iterator[Block]:
    """The blocks of an organ's page. Where no operation is about it, other ways on."""
    operations = topics.operations_of(organ)
    yield Block(Kind.HEADING, guide.words["operations_of_category"], anchor="operations")
    for name in operations:
        operation = guide.operations[name]
        yield Block(Kind.LINK, operation.name, target=name)
        yield Block(Kind.QUIET, operation.summary.text, operation.summary.sources)
        limit = when_to_help.limits(guide, organ.operations, name)
        if limit:
            yield Block(Kind.QUIET, limit)
    if not operations:
        yield Block(Kind.PARAGRAPH, f"{guide.words['no_operation']} {guide.words['ask_team']}")
    yield from _organs(guide, "part_of", (organ.part_of,) if organ.part_of else ())
    yield from _organs(guide, "its_parts", (each.id for each in guide.organs.values() if each.part_of == organ.id))
    if not operations:
        yield Block(Kind.HEADING, guide.words["ways_on"], anchor="ways-on")
        for topic in _WAYS_ON:
            yield Block(Kind.LINK, topics.name(guide, topic), target=topic)


def _organs(guide: Guide, heading: str, organs: Iterator[str] | tuple[str, ...]) -> Iterator[Block]:
    for number, name in enumerate(organs):
        if number == 0:
            yield Block(Kind.HEADING, guide.words[heading], anchor=heading)
        yield Block(Kind.LINK, guide.organs[name].name, target=name)
