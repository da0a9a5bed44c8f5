"""Two operations side by side: the same field of both on the same line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.content.help_signs import variants_of
from desktop.pages import topics, when_to_help
from desktop.pages.sheet import Block, Compared, CompareRow, Comparison, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.content.model import Effect, Guide, Operation, Statement


def comparison(guide: Guide, first: str, second: str) -> Comparison:
    """What two operations are, field by field, the side effects of one only, and those they share."""
    pair = (first, second)
    operations = tuple(guide.operations[name] for name in pair)
    return Comparison(
        operations=tuple(
            Compared(
                topic=each.id,
                name=each.short_name,
                figure=each.figure,
                figure_text=each.figure_text,
                learn_more=guide.words["learn_more"],
                change=guide.words["change"],
                without=topics.comparison(other),
            )
            for each, other in zip(operations, reversed(pair), strict=True)
        ),
        rows=(*_glance(guide, operations), _own_effects(guide, pair)),
        shared_label=guide.words["both_effects"],
        shared=tuple(_links(guide, shared_effects(guide, pair), pair)) or _none(guide, "no_both_effects"),
    )


def shared_effects(guide: Guide, operations: tuple[str, ...]) -> tuple[Effect, ...]:
    """The side effects that each of these operations, or one of its variants, can cause; in the guide's order."""
    held = [set(guide.operations[name].all_effects()) for name in operations]
    return tuple(effect for effect in guide.effects.values() if all(effect.id in effects for effects in held))


def limit(guide: Guide, effect: Effect, operations: tuple[str, ...]) -> str:
    """Tells after which operations an effect is possible, where it is not with every form of these; else nothing."""
    if not any(variants_of(effect.operations, name) for name in operations):
        return ""
    return when_to_help.limits(guide, effect.operations, "", operations)


def choices(guide: Guide, chosen: str = "") -> Iterator[Block]:
    """The operations to choose from, for the first place or for the second one beside ``chosen``."""
    yield Block(Kind.PARAGRAPH, guide.words["compare_second" if chosen else "compare_first"])
    related = guide.operations[chosen].related if chosen else ()
    if related:
        yield Block(Kind.HEADING, guide.words["related"], anchor="related")
        yield from (_choice(guide, name, chosen) for name in related if name in guide.operations)
    for category in guide.categories.values():
        names = [name for name in category.operations if name != chosen and name not in related]
        if names:
            yield Block(Kind.HEADING, category.name, anchor=category.id)
            yield from (_choice(guide, name, chosen) for name in names)


def _choice(guide: Guide, name: str, chosen: str) -> Block:
    target = topics.comparison(chosen, name) if chosen else topics.comparison(name)
    return Block(Kind.LINK, guide.operations[name].short_name, target=target)


def _glance(guide: Guide, operations: tuple[Operation, ...]) -> Iterator[CompareRow]:
    for key in operations[0].glance._fields:
        sides = tuple(_stated(guide, getattr(each.glance, key)) for each in operations)
        yield CompareRow(guide.words[key], sides)


def _stated(guide: Guide, line: Statement | None) -> tuple[Block, ...]:
    if line is None:
        return (Block(Kind.PARAGRAPH, guide.words["not_stated"]),)
    return (Block(Kind.PARAGRAPH, line.text, line.sources),)


def _own_effects(guide: Guide, pair: tuple[str, str]) -> CompareRow:
    shared = {effect.id for effect in shared_effects(guide, pair)}
    sides = []
    for name in pair:
        own = (guide.effects[each] for each in guide.operations[name].all_effects() if each not in shared)
        sides.append(tuple(_links(guide, own, (name,))) or _none(guide, "no_own_effects"))
    return CompareRow(guide.words["own_effects"], tuple(sides))


def _links(guide: Guide, effects: Iterable[Effect], operations: tuple[str, ...]) -> Iterator[Block]:
    for effect in effects:
        yield Block(Kind.LINK, effect.name, target=effect.id)
        told = _limit_within(guide, effect, operations)
        if told:
            yield Block(Kind.QUIET, told)


def _limit_within(guide: Guide, effect: Effect, operations: tuple[str, ...]) -> str:
    """In a column of one operation its variants are named; in the list of both the operations are, too."""
    if len(operations) > 1:
        return limit(guide, effect, operations)
    return when_to_help.limits(guide, effect.operations, operations[0])


def _none(guide: Guide, word: str) -> tuple[Block, ...]:
    return (Block(Kind.PARAGRAPH, guide.words[word]),)
