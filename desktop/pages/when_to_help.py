"""When to get help, as blocks: the levels worst first, the signs under headings, each with its action and limits."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from desktop.content import help_signs
from desktop.pages.sheet import Block, HelpSection, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.content.help_signs import HelpCard, ShownSign
    from desktop.content.model import Effect, Guide, Operation, Where


def of_operation(guide: Guide, operation: Operation) -> tuple[HelpSection, ...]:
    """The help sections of an operation, for the top of the panel."""
    cards = help_signs.of_operation(guide, operation)
    return tuple(_section(guide, card, operation.id, headings=True) for card in cards)


def of_effect(guide: Guide, effect: Effect, operation: str = "") -> tuple[HelpSection, ...]:
    """The help sections of one effect; within an operation only the signs that belong to it."""
    within = guide.operations[operation] if operation else None
    cards = help_signs.of_effect(guide, effect, within)
    return tuple(_section(guide, card, operation, headings=False) for card in cards)


def of_effects(guide: Guide, effects: Iterable[Effect], within: tuple[str, ...] = ()) -> tuple[HelpSection, ...]:
    """The help sections of several effects together, each sign once, with the operations it is limited to.

    ``within`` leaves out signs that belong to none of these operations.
    """
    cards = help_signs.of_effects(guide, effects, within)
    return tuple(_section(guide, card, "", headings=True, within=within) for card in cards)


def limits(guide: Guide, only: Iterable[Where], operation: str, within: tuple[str, ...] = ()) -> str:
    """Tell “Only with: …” or “Only after: …” of what does not hold everywhere on the page; else nothing.

    Within an operation it names the variants, because the reader may not know which one they have.
    """
    wheres = tuple(only)
    if operation:
        here = [where for where in wheres if where.operation == operation]
        if not here or any(not where.variant for where in here):
            return ""
        names = [guide.operations[operation].variant_name(where.variant) for where in here]
        return f"{guide.words['only_with']} {', '.join(names)}"
    wheres = tuple(where for where in wheres if not within or where.operation in within)
    if not wheres:
        return ""
    return f"{guide.words['only_after']} {', '.join(_place_name(guide, where) for where in wheres)}"


def _place_name(guide: Guide, where: Where) -> str:
    operation = guide.operations[where.operation]
    if not where.variant:
        return operation.short_name
    variant = re.sub(r" \([^()]*\)", "", operation.variant_name(where.variant))  # no bracket within a bracket
    return f"{operation.short_name} ({variant})"


def _section(
    guide: Guide, card: HelpCard, operation: str, *, headings: bool, within: tuple[str, ...] = ()
) -> HelpSection:
    blocks = partial(_blocks, guide, card, operation, headings=headings, within=within)
    return HelpSection(card.level, guide.levels[card.level].name, card.size(), blocks)


def _blocks(
    guide: Guide, card: HelpCard, operation: str, *, headings: bool, within: tuple[str, ...]
) -> tuple[Block, ...]:
    level = guide.levels[card.level]
    blocks = [Block(Kind.PARAGRAPH, level.card, level.sources, level=card.level)]
    for group, signs in card.groups:
        if headings:
            blocks.append(Block(Kind.SUBHEADING, guide.sign_groups[group].name, anchor=f"{card.level}-{group}"))
        for shown in signs:
            blocks += _sign(guide, shown, operation, within)
    if level.note:
        blocks.append(Block(Kind.QUIET, level.note, level.sources))
    return tuple(blocks)


def _sign(guide: Guide, shown: ShownSign, operation: str, within: tuple[str, ...]) -> Iterator[Block]:
    """A sign is one block, so that its action can never be read without it."""
    sign = shown.sign
    if operation:
        names = [guide.operations[operation].variant_name(variant) for variant in shown.variants]
        limit = f"{guide.words['only_with']} {', '.join(names)}" if names else ""
    else:
        limit = limits(guide, sign.only, "", within)
    told = [Block(Kind.QUIET, text) for text in (sign.action, limit) if text]
    yield Block(Kind.BULLET, sign.text, sign.sources, anchor=sign.id, level=sign.level, inside=tuple(told))
