"""Two operations side by side: the same field of both, each with its own words, and nothing lost."""

from __future__ import annotations

from itertools import permutations

import pytest

from desktop.pages import compare, compose, panel, topics
from desktop.pages.sheet import Kind
from tests.guides import shipped, small

PAIRS = [*permutations(shipped().operations, 2)]
FIELDS = ["What is removed", "Used for", "How it is done", "Time in hospital", "Recovery"]


def effects(blocks) -> list[str]:
    return [block.target for block in blocks if block.kind == Kind.LINK]


def test_the_fields_of_both_stand_in_the_order_of_the_card_at_a_glance():
    made = compare.comparison(small(), "alpha", "beta")
    assert [row.label for row in made.rows] == [*FIELDS, "Side effects of one operation only"]
    assert [each.name for each in made.operations] == ["Alpha", "Beta"]
    assert [each.without for each in made.operations] == ["compare/beta", "compare/alpha"]


def test_where_no_source_states_it_the_side_says_so():
    made = compare.comparison(small(), "alpha", "beta")
    alpha, beta = (small().operations[name].glance for name in ("alpha", "beta"))
    for row, one, other in zip(made.rows, alpha, beta, strict=False):
        for side, line in zip(row.sides, (one, other), strict=True):
            assert [block.text for block in side] == [line.text if line else "Not stated in our sources."]
            assert [block.sources for block in side] == [line.sources if line else ()]


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_every_effect_of_both_stands_once_shared_or_on_its_own_side(first, second):
    guide = shipped()
    made = compare.comparison(guide, first, second)
    own = [effects(side) for side in made.rows[-1].sides]
    shared = effects(made.shared)
    for name, here in zip((first, second), own, strict=True):
        assert sorted([*here, *shared]) == sorted(guide.operations[name].all_effects())
    assert not set(own[0]) & set(own[1])


@pytest.mark.parametrize(("first", "second"), PAIRS[::7])
def test_the_other_way_round_it_says_the_same(first, second):
    one, other = compare.comparison(shipped(), first, second), compare.comparison(shipped(), second, first)
    assert [tuple(reversed(row.sides)) for row in one.rows] == [row.sides for row in other.rows]
    assert effects(one.shared) == effects(other.shared)


def test_an_effect_of_one_variant_only_is_told_with_its_name():
    made = compare.comparison(shipped(), "whipple", "gastrectomy")
    whipple = [block.text for block in made.rows[-1].sides[0]]
    assert whipple[whipple.index("Serious infection after spleen removal") + 1] == "Only with: Total pancreatectomy"


@pytest.mark.parametrize(("first", "second"), PAIRS[::5])
def test_a_shared_effect_that_is_only_possible_with_a_variant_names_both(first, second):
    guide = shipped()
    blocks = compare.comparison(guide, first, second).shared
    for number, block in enumerate(blocks):
        if block.kind != Kind.LINK:
            continue
        places = [where for where in guide.effects[block.target].operations if where.operation in (first, second)]
        whole = {where.operation for where in places if not where.variant}
        told = blocks[number + 1].text if number + 1 < len(blocks) and blocks[number + 1].kind == Kind.QUIET else ""
        assert bool(told) == (whole != {first, second})
        if told:
            assert all(guide.operations[name].short_name in told for name in (first, second))


@pytest.mark.parametrize(("first", "second"), PAIRS[::11])
def test_the_panel_shows_what_they_share_and_no_sign_of_another_operation(first, second):
    guide = shipped()
    topic = topics.comparison(first, second)
    shown = panel.panel(guide, topic)
    rows = [row.effect for group in shown.groups for row in group.rows]
    assert sorted(rows) == sorted(effects(compare.comparison(guide, first, second).shared))
    for section in shown.help:
        for block in section.blocks():
            if block.kind == Kind.BULLET:
                only = guide.signs[block.anchor].only
                assert not only or {where.operation for where in only} & {first, second}


def test_the_sheet_cites_both_operations():
    sheet = compose.sheet(small(), "compare/alpha/beta")
    cited = {
        source for row in sheet.comparison.rows for side in row.sides for block in side for source in block.sources
    }
    fold = next(block for block in sheet.blocks if block.kind == Kind.FOLD)
    assert len(fold.inside) == len(cited) > 0
    assert sheet.title == "Alpha · Beta"
    assert [crumb.topic for crumb in sheet.crumbs] == ["compare"]


# Choosing


def test_the_first_operation_is_chosen_from_all_of_them():
    links = [block.target for block in compose.sheet(shipped(), "compare").blocks if block.kind == Kind.LINK]
    assert sorted(links) == sorted(topics.comparison(name) for name in shipped().operations)


@pytest.mark.parametrize("chosen", shipped().operations)
def test_the_second_is_chosen_from_the_others_the_related_ones_first(chosen):
    guide = shipped()
    sheet = compose.sheet(guide, topics.comparison(chosen))
    links = [block.target for block in sheet.blocks if block.kind == Kind.LINK]
    assert sorted(links) == sorted(topics.comparison(chosen, name) for name in guide.operations if name != chosen)
    related = [topics.comparison(chosen, name) for name in guide.operations[chosen].related if name in guide.operations]
    assert links[: len(related)] == related
    assert sheet.subtitle == guide.operations[chosen].name


@pytest.mark.parametrize("operation", shipped().operations)
def test_every_operation_leads_to_its_comparisons(operation):
    targets = [block.target for block in compose.sheet(shipped(), operation).blocks if block.kind == Kind.LINK]
    assert topics.comparison(operation) in targets
