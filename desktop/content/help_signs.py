"""When to get help: which warning signs belong to a topic, once each, worst level first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.content.model import LEVELS, Where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.content.model import Effect, Guide, Operation, Sign


class ShownSign(NamedTuple):
    """A sign as it is shown for a topic. ``variants`` names the forms of the operation it is limited to."""

    sign: Sign
    variants: tuple[str, ...]


class HelpCard(NamedTuple):
    """The signs of one level, under the headings of the sign groups."""

    level: str
    groups: tuple[tuple[str, tuple[ShownSign, ...]], ...]

    def size(self) -> int:
        """How many signs the card holds."""
        return sum(len(signs) for _, signs in self.groups)


def of_operation(guide: Guide, operation: Operation) -> tuple[HelpCard, ...]:
    """The help cards of an operation: the signs of all its effects, each once.

    A sign limited to variants is shown with their names and never hidden, because the reader may not
    know the variant (dossier, ``meta.how_to_read.variants``).
    """
    found: dict[str, frozenset[str] | None] = {}
    for name in operation.all_effects():
        effect = guide.effects[name]
        of_effect = variants_of(effect.operations, operation.id)
        for sign_id in effect.signs:
            sign = guide.signs[sign_id]
            of_sign = variants_of(sign.only, operation.id) if sign.only else None
            if of_effect == () or of_sign == ():
                continue
            shown = _both(of_effect, of_sign)
            if shown is not None and not shown:
                continue
            found[sign_id] = _either(found[sign_id], shown) if sign_id in found else shown
    order = [variant.id for variant in operation.variants]
    shown_signs = [
        ShownSign(guide.signs[name], tuple(each for each in order if variants and each in variants))
        for name, variants in found.items()
    ]
    return _cards(guide, shown_signs)


def of_effect(guide: Guide, effect: Effect, operation: Operation | None = None) -> tuple[HelpCard, ...]:
    """The help cards of one effect; within an operation only the signs that belong to it."""
    if operation is None:
        return of_effects(guide, (effect,))
    shown = {
        each.sign.id: each for card in of_operation(guide, operation) for _, group in card.groups for each in group
    }
    return _cards(guide, [shown[name] for name in effect.signs if name in shown])


def of_effects(guide: Guide, effects: Iterable[Effect], within: tuple[str, ...] = ()) -> tuple[HelpCard, ...]:
    """The help cards of several effects together, each sign once; ``within`` keeps those of some operations."""
    names = dict.fromkeys(name for effect in effects for name in effect.signs)
    signs = [guide.signs[name] for name in names]
    kept = [
        sign for sign in signs if not within or not sign.only or any(each.operation in within for each in sign.only)
    ]
    return _cards(guide, [ShownSign(sign, ()) for sign in kept])


def variants_of(wheres: Iterable[Where], operation: str) -> frozenset[str] | tuple[()] | None:
    """Which variants of an operation a list of places names: None for all of it, () for none of it."""
    named = [where.variant for where in wheres if where.operation == operation]
    if not named:
        return ()
    return None if "" in named else frozenset(named)


def _both(one: frozenset[str] | tuple[()] | None, other: frozenset[str] | tuple[()] | None) -> frozenset[str] | None:
    if one is None:
        return None if other is None else frozenset(other)
    return frozenset(one) if other is None else frozenset(one) & frozenset(other)


def _either(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    return None if one is None or other is None else one | other


def _cards(guide: Guide, shown: Iterable[ShownSign]) -> tuple[HelpCard, ...]:
    """The signs sorted into levels and groups, both in the order of the guide."""
    sorted_signs: dict[str, dict[str, list[ShownSign]]] = {}
    for each in shown:
        sorted_signs.setdefault(each.sign.level, {}).setdefault(each.sign.group, []).append(each)
    return tuple(
        HelpCard(level, tuple((group, tuple(here[group])) for group in guide.sign_groups if group in here))
        for level in LEVELS
        if (here := sorted_signs.get(level))
    )
