"""When to get help: a sign is shown wherever it may belong to the reader, and nowhere else."""

from __future__ import annotations

import pytest

from desktop.content import help_signs
from desktop.content.model import LEVELS, Effect, Guide, Sign, Variant, Where
from tests.guides import shipped, small

PART, WHOLE, BETA = Where("alpha", "part"), Where("alpha", "whole"), Where("beta")
ALPHA = Where("alpha")
HIDDEN = None


def guide_with(signs: list[Sign], *effects: tuple[tuple[Where, ...], tuple[str, ...]]) -> Guide:
    """The small guide with these effects only, each given by its places and its signs."""
    guide = small()
    pattern = guide.effects["leak"]
    made: dict[str, Effect] = {
        f"effect-{number}": pattern._replace(id=f"effect-{number}", operations=places, signs=names)
        for number, (places, names) in enumerate(effects)
    }
    variants = tuple(
        Variant(name, name, None, tuple(each.id for each in made.values() if Where("alpha", name) in each.operations))
        for name in ("part", "whole")
    )
    alpha = guide.operations["alpha"]._replace(
        variants=variants, effects=tuple(each.id for each in made.values() if ALPHA in each.operations)
    )
    return guide._replace(
        operations={**guide.operations, "alpha": alpha}, effects=made, signs={each.id: each for each in signs}
    )


def sign(name: str, *only: Where, level: str = "today", group: str = "fever") -> Sign:
    return Sign(name, level, group, f"Sign {name}", "", only, ())


def shown_with(guide: Guide, name: str) -> tuple[str, ...] | None:
    """The variants a sign is shown with for alpha: () for all of it, None where it is not shown."""
    cards = help_signs.of_operation(guide, guide.operations["alpha"])
    found = [each.variants for card in cards for _, group in card.groups for each in group if each.sign.id == name]
    assert len(found) <= 1, "a sign is shown once"
    return found[0] if found else None


@pytest.mark.parametrize(
    ("places", "only", "expected"),
    [
        pytest.param([ALPHA], (), (), id="an effect of the whole operation"),
        pytest.param([ALPHA, BETA], (), (), id="an effect of several operations"),
        pytest.param([WHOLE], (), ("whole",), id="an effect of one variant"),
        pytest.param([ALPHA], (PART,), ("part",), id="a sign of one variant"),
        pytest.param([ALPHA], (ALPHA,), (), id="a sign limited to this operation"),
        pytest.param([ALPHA], (ALPHA, PART), (), id="a limit to the whole wins over one to a variant"),
        pytest.param([WHOLE], (ALPHA,), ("whole",), id="effect of a variant, sign of the operation"),
        pytest.param([WHOLE, PART], (WHOLE,), ("whole",), id="only what both name"),
        pytest.param([WHOLE, PART], (), ("part", "whole"), id="in the order of the operation"),
        pytest.param([WHOLE], (PART,), HIDDEN, id="different variants"),
        pytest.param([ALPHA], (BETA,), HIDDEN, id="a sign of another operation"),
        pytest.param([WHOLE], (BETA,), HIDDEN, id="a sign of another operation, an effect of a variant"),
        pytest.param([ALPHA], (PART, BETA), ("part",), id="a sign of a variant here and of another operation"),
    ],
)
def test_a_sign_is_shown_with_what_effect_and_sign_have_in_common(places, only, expected):
    guide = guide_with([sign("a", *only)], (tuple(places), ("a",)))
    assert shown_with(guide, "a") == expected


@pytest.mark.parametrize(
    ("first", "second", "only", "expected"),
    [
        pytest.param(PART, WHOLE, (), ("part", "whole"), id="two variants together"),
        pytest.param(PART, ALPHA, (), (), id="the whole wins over a variant"),
        pytest.param(ALPHA, PART, (), (), id="the whole wins in either order"),
        pytest.param(PART, WHOLE, (WHOLE,), ("whole",), id="hidden by one effect, shown by the other"),
        pytest.param(PART, ALPHA, (PART,), ("part",), id="the limit of the sign stays"),
    ],
)
def test_a_sign_of_two_effects_is_shown_once_for_all_they_cover(first, second, only, expected):
    guide = guide_with([sign("a", *only)], ((first,), ("a",)), ((second,), ("a",)))
    assert shown_with(guide, "a") == expected


def test_levels_come_worst_first_and_groups_in_the_order_of_the_guide():
    signs = [
        sign("visit", level="next_visit"),
        sign("fever-911", level="call_911", group="fever"),
        sign("today"),
        sign("blood-911", level="call_911", group="bleeding"),
        sign("er", level="emergency"),
    ]
    guide = guide_with(signs, ((ALPHA,), tuple(each.id for each in signs)))
    cards = help_signs.of_operation(guide, guide.operations["alpha"])
    assert [card.level for card in cards] == list(LEVELS)
    assert [group for group, _ in cards[0].groups] == ["bleeding", "fever"]
    assert [card.size() for card in cards] == [2, 1, 1, 1]


def test_a_level_without_signs_has_no_card():
    guide = guide_with([sign("a")], ((ALPHA,), ("a",)))
    assert [card.level for card in help_signs.of_operation(guide, guide.operations["alpha"])] == ["today"]


def names(cards: tuple[help_signs.HelpCard, ...]) -> list[str]:
    return [each.sign.id for card in cards for _, group in card.groups for each in group]


def test_an_effect_on_its_own_shows_all_its_signs():
    guide = small()
    assert names(help_signs.of_effect(guide, guide.effects["leak"])) == ["blood", "hard-belly", "fever", "pale-skin"]


def test_an_effect_within_an_operation_shows_only_the_signs_of_that_operation():
    guide = small()
    leak, beta = guide.effects["leak"], guide.operations["beta"]
    assert names(help_signs.of_effect(guide, leak, beta)) == ["blood", "fever"]


def test_several_effects_together_show_each_sign_once():
    guide = small()
    both = (guide.effects["pain"], guide.effects["leak"])
    assert names(help_signs.of_effects(guide, both)) == ["blood", "hard-belly", "fever", "strong-pain", "pale-skin"]


def test_several_effects_within_some_operations_leave_out_the_signs_of_others():
    guide = small()
    effects = tuple(guide.effects.values())
    assert names(help_signs.of_effects(guide, effects, ("beta",))) == ["blood", "fever", "strong-pain"]


@pytest.mark.parametrize("operation", shipped().operations)
def test_no_sign_of_the_shipped_guide_is_hidden_from_its_operation_or_shown_to_another(operation):
    guide = shipped()
    expected = set()
    for effect in guide.effects.values():
        here = {where.variant for where in effect.operations if where.operation == operation}
        for name in effect.signs:
            only = guide.signs[name].only
            limit = {where.variant for where in only if where.operation == operation} if only else {""}
            if here and limit and (here & limit or "" in here | limit):
                expected.add(name)
    assert set(names(help_signs.of_operation(guide, guide.operations[operation]))) == expected
