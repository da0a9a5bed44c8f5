"""Composes the side-effects panel: always about the topic that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.content.help_signs import variants_of
from desktop.content.model import GENERAL
from desktop.content.typesetting import with_colon
from desktop.pages import compare, topics, when_to_help
from desktop.pages.compose import effect_body
from desktop.pages.per_guide import per_guide
from desktop.pages.sheet import Block, EffectGroup, EffectRow, HelpSection, Kind, Panel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.content.model import Effect, Guide, Operation


def panel(guide: Guide, topic: str) -> Panel:
    """The panel of a topic.

    An operation shows its own effects; a category, an organ and a comparison those all their operations share;
    an effect itself and the others of its group; every other topic what is possible after any surgery.
    """
    if topic in guide.operations:
        return _of_operation(guide, guide.operations[topic])
    if topic in guide.categories:
        return _of_operations(guide, topic, guide.categories[topic].operations)
    if topic in guide.organs and guide.organs[topic].operations:
        return _of_operations(guide, topic, topics.operations_of(guide.organs[topic]))
    if topics.compared(guide, topic):
        return _of_comparison(guide, topic, topics.compared(guide, topic))
    if topic in guide.effects:
        return _of_effect(guide, guide.effects[topic])
    return _of_any_surgery(guide)._replace(topic=topic)


def opened(guide: Guide, effect: str, operation: str, *, nurse: bool) -> tuple[Block, ...]:
    """What an effect of the panel shows when it is opened in place, ending with ways to other topics."""
    each = guide.effects[effect]
    return (*effect_body(guide, each, nurse=nurse, operation=operation), *_others(guide, each, operation))


def _others(guide: Guide, each: Effect, operation: str) -> Iterator[Block]:
    """Which other operations share the effect, and the way to its own page."""
    others = dict.fromkeys(where.operation for where in each.operations if where.operation != operation)
    if others and operation:
        names = ", ".join(guide.operations[other].short_name for other in others)
        yield Block(Kind.QUIET, names, lead_in=with_colon(guide.words["also_possible_after"], guide.edition.language))
    yield Block(Kind.LINK, guide.words["learn_more"], target=each.id)


def _of_operation(guide: Guide, operation: Operation) -> Panel:
    effects = [guide.effects[name] for name in operation.all_effects()]
    own = [effect for effect in effects if effect.group != GENERAL]
    general = [effect for effect in effects if effect.group == GENERAL]
    return Panel(
        topic=operation.id,
        operation=operation.id,
        title=guide.words["side_effects"],
        subtitle=operation.name,
        help_title=guide.words["get_help"],
        help_note=guide.words["any_of_these"],
        help=when_to_help.of_operation(guide, operation),
        groups=(
            *_group(guide, guide.words["this_operation"], own, operation),
            *_group(guide, guide.words["any_operation"], general, operation),
        ),
    )


def _of_operations(guide: Guide, topic: str, operations: tuple[str, ...]) -> Panel:
    if len(operations) == 1:
        return _of_operation(guide, guide.operations[operations[0]])._replace(topic=topic)
    held = [set(guide.operations[name].effects) for name in operations]
    shared = [effect for effect in guide.effects.values() if all(effect.id in effects for effects in held)]
    return _of_shared(guide, topic, operations, shared)


def _of_comparison(guide: Guide, topic: str, operations: tuple[str, ...]) -> Panel:
    if len(operations) == 1:
        return _of_operations(guide, topic, operations)
    return _of_shared(guide, topic, operations, compare.shared_effects(guide, operations))


def _of_shared(guide: Guide, topic: str, operations: tuple[str, ...], shared: Iterable[Effect]) -> Panel:
    """The panel of several operations together. Effects of one variant only are told with its name."""
    shared = tuple(shared)
    own = [effect for effect in shared if effect.group != GENERAL]
    general = [effect for effect in shared if effect.group == GENERAL]
    return Panel(
        topic=topic,
        operation="",
        title=guide.words["side_effects"],
        subtitle=topics.name(guide, topic),
        help_title=guide.words["get_help"],
        help_note=_note_for_several(guide),
        help=_help_of_several(guide, shared, operations),
        groups=(
            *_group(guide, guide.words["shared_effects"], own, None, operations),
            *_group(guide, guide.words["any_operation"], general, None, operations),
        ),
    )


def _of_effect(guide: Guide, effect: Effect) -> Panel:
    related = tuple(row for row in _rows_of(guide)[effect.group] if row.effect != effect.id)
    return Panel(
        topic=effect.id,
        operation="",
        title=guide.words["side_effects"],
        subtitle=effect.name,
        help_title=guide.words["get_help"],
        help_note=guide.words["any_of_these"],
        help=when_to_help.of_effect(guide, effect),
        groups=(EffectGroup(guide.words["same_group"], related),) if related else (),
    )


@per_guide
def _rows_of(guide: Guide) -> dict[str, list[EffectRow]]:
    """The effects of each group, as they are shown where no operation is open."""
    found: dict[str, list[EffectRow]] = {}
    for each in guide.effects.values():
        found.setdefault(each.group, []).append(_row(guide, each, None, ()))
    return found


@per_guide
def _of_any_surgery(guide: Guide) -> Panel:
    """What is possible after any surgery; which topic it is shown beside is told later."""
    general = [effect for effect in guide.effects.values() if effect.group == GENERAL]
    return Panel(
        topic="",
        operation="",
        title=guide.words["side_effects"],
        subtitle=topics.name(guide, topics.ABOUT_SURGERY),
        help_title=guide.words["get_help"],
        help_note=_note_for_several(guide),
        help=_help_of_several(guide, general),
        groups=_group(guide, guide.words["any_operation"], general, None),
    )


def _help_of_several(
    guide: Guide, effects: Iterable[Effect], operations: tuple[str, ...] = ()
) -> tuple[HelpSection, ...]:
    """The help sections where no one operation is open.

    Those of a carcinoid crisis are always among them, as its notice stands on every operation.
    """
    crisis = [guide.effects[topics.CRISIS]] if topics.CRISIS in guide.effects else []
    once = {effect.id: effect for effect in (*crisis, *effects)}
    return when_to_help.of_effects(guide, once.values(), operations)


def _note_for_several(guide: Guide) -> str:
    """Says that the card is not the whole: each operation has signs of its own."""
    return f"{guide.words['any_of_these']} {guide.words['more_signs']}"


def _group(
    guide: Guide, heading: str, effects: Iterable[Effect], operation: Operation | None, shared: tuple[str, ...] = ()
) -> tuple[EffectGroup, ...]:
    rows = tuple(_row(guide, effect, operation, shared) for effect in effects)
    return (EffectGroup(heading, rows),) if rows else ()


def _row(guide: Guide, effect: Effect, operation: Operation | None, shared: tuple[str, ...]) -> EffectRow:
    tag = compare.limit(guide, effect, shared)
    if operation is not None:
        variants = variants_of(effect.operations, operation.id)
        if variants:
            names = [variant.name for variant in operation.variants if variant.id in variants]
            tag = f"{guide.words['only_with']} {', '.join(names)}"
    when = " · ".join(guide.times[time].name for time in effect.times)
    return EffectRow(effect.id, effect.name, when, tag, effect.times)
