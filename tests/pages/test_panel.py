"""The side-effects panel: always about the topic that is shown, and about nothing else."""

from __future__ import annotations

import pytest

from desktop.content.model import GENERAL, LEVELS
from desktop.pages import panel, topics
from desktop.pages.sheet import Block, Kind, Panel
from tests.guides import shipped, small


def groups(shown: Panel) -> dict[str, list[str]]:
    """The headings of the panel with the effects under each."""
    return {group.heading: [row.effect for row in group.rows] for group in shown.groups}


def signs(shown: Panel) -> dict[str, list[str]]:
    """The levels of the panel with the signs of each."""
    return {
        section.level: [block.text for block in section.blocks() if block.kind == Kind.BULLET] for section in shown.help
    }


def texts(blocks: tuple[Block, ...]) -> list[str]:
    """Every text of some blocks and of those inside them."""
    return [text for block in blocks for text in (block.text, *texts(block.inside))]


# An operation


def test_an_operation_shows_its_own_effects_first_and_then_those_of_any_surgery():
    shown = panel.panel(small(), "alpha")
    assert (shown.topic, shown.operation, shown.title, shown.subtitle) == (
        "alpha",
        "alpha",
        "Side effects",
        "Alpha operation",
    )
    assert groups(shown) == {"This operation": ["leak", "lost-taste"], "Possible after any surgery": ["pain"]}


def test_an_operation_without_effects_of_its_own_has_no_empty_heading():
    guide = small()
    beta = guide.operations["beta"]._replace(effects=("pain",))
    guide = guide._replace(operations={**guide.operations, "beta": beta})
    assert groups(panel.panel(guide, "beta")) == {"Possible after any surgery": ["pain"]}


def test_an_effect_of_one_variant_is_tagged_with_its_name():
    [own, general] = panel.panel(small(), "alpha").groups
    rows = {row.effect: row for row in (*own.rows, *general.rows)}
    assert {name: row.tag for name, row in rows.items()} == {
        "leak": "",
        "lost-taste": "Only with: All of it",
        "pain": "",
    }
    assert rows["leak"].name == "Leak"
    assert rows["leak"].when == "First days · Weeks"
    assert rows["leak"].times == ("first-days", "weeks")


def test_an_operation_tells_when_to_get_help_worst_first_each_sign_once():
    shown = panel.panel(small(), "alpha")
    assert (shown.help_title, shown.help_note) == ("When to get help", "Any one of these signs is enough.")
    assert signs(shown) == {
        "call_911": ["A lot of blood"],
        "emergency": ["A hard belly", "A fever"],
        "today": ["Strong pain"],
        "next_visit": ["Pale skin"],
    }
    assert [(section.name, section.signs) for section in shown.help] == [
        ("Call 911", 1),
        ("Go to the emergency department", 2),
        ("Call your care team today", 1),
        ("Tell your team at your next visit", 1),
    ]


def test_the_signs_stand_under_headings_with_their_actions_and_variants():
    [worst, emergency, *_] = panel.panel(small(), "alpha").help
    assert [(each.kind, each.text) for each in emergency.blocks()] == [
        (Kind.PARAGRAPH, "Go now if you notice:"),
        (Kind.SUBHEADING, "Bleeding"),
        (Kind.BULLET, "A hard belly"),
        (Kind.SUBHEADING, "Fever"),
        (Kind.BULLET, "A fever"),
        (Kind.QUIET, "Go to the nearest one."),
    ]
    assert texts(worst.blocks()) == [
        "Call 911 now if you notice:",
        "Bleeding",
        "A lot of blood",
        "Only with: Part of it",
    ]
    assert texts(emergency.blocks())[-2:] == ["Take your temperature.", "Go to the nearest one."]


def test_another_operation_shows_none_of_the_signs_that_are_not_its_own():
    assert signs(panel.panel(small(), "beta")) == {
        "call_911": ["A lot of blood"],
        "emergency": ["A fever"],
        "today": ["Strong pain"],
    }


@pytest.mark.parametrize("operation", shipped().operations)
def test_every_shipped_operation_shows_all_its_effects_once(operation):
    guide = shipped()
    found = [row.effect for group in panel.panel(guide, operation).groups for row in group.rows]
    assert sorted(found) == sorted(guide.operations[operation].all_effects())


@pytest.mark.parametrize("operation", shipped().operations)
def test_every_tag_names_exactly_the_variants_that_have_the_effect(operation):
    guide = shipped()
    record = guide.operations[operation]
    for group in panel.panel(guide, operation).groups:
        for row in group.rows:
            names = [each.name for each in record.variants if row.effect in each.effects]
            assert row.tag == (f"Only with: {', '.join(names)}" if names else "")


# A category


def test_a_category_shows_only_what_all_its_operations_share():
    """Lost taste comes with a form of one operation, so it is none of the category's."""
    shown = panel.panel(small(), "cutting")
    assert (shown.topic, shown.operation, shown.subtitle) == ("cutting", "", "Cutting")
    assert groups(shown) == {"Shared by these operations": ["leak"], "Possible after any surgery": ["pain"]}


def test_a_category_tells_at_a_sign_of_some_operations_which_they_are():
    shown = panel.panel(small(), "cutting")
    told = {block.text: texts(block.inside) for section in shown.help for block in section.blocks() if block.inside}
    assert told == {
        "A lot of blood": ["Only after: Alpha (Part of it), Beta"],
        "A hard belly": ["Only after: Alpha"],
        "A fever": ["Take your temperature."],
        "Pale skin": ["Only after: Alpha (All of it)"],
    }


def test_a_category_of_one_operation_shows_that_operation():
    guide = small()
    category = guide.categories["cutting"]._replace(operations=("alpha",))
    shown = panel.panel(guide._replace(categories={"cutting": category}), "cutting")
    alone = panel.panel(guide, "alpha")
    assert shown.topic == "cutting"
    assert (shown.operation, shown.subtitle, shown.groups) == (alone.operation, alone.subtitle, alone.groups)
    assert signs(shown) == signs(alone)


@pytest.mark.parametrize("category", shipped().categories)
def test_every_shipped_category_shows_what_is_in_all_its_operations(category):
    guide = shipped()
    held = [guide.operations[name] for name in guide.categories[category].operations]
    found = {row.effect for group in panel.panel(guide, category).groups for row in group.rows}
    for operation in held:
        assert found <= set(operation.all_effects())
    assert found >= set.intersection(*(set(operation.effects) for operation in held))


# An effect, and everything else


def test_an_effect_shows_its_signs_and_the_others_of_its_group():
    shown = panel.panel(small(), "leak")
    assert (shown.topic, shown.subtitle) == ("leak", "Leak")
    assert groups(shown) == {"Related side effects": ["lost-taste"]}
    assert signs(shown) == {
        "call_911": ["A lot of blood"],
        "emergency": ["A hard belly", "A fever"],
        "next_visit": ["Pale skin"],
    }


@pytest.mark.parametrize("topic", ["about-surgery", "carcinoid-crisis", "about-guide", *topics.LISTS])
def test_every_other_topic_shows_what_is_possible_after_any_surgery(topic):
    shown = panel.panel(small(), topic)
    assert (shown.topic, shown.subtitle) == (topic, "About surgery")
    assert groups(shown) == {"Possible after any surgery": ["pain"]}
    assert signs(shown) == {"emergency": ["A fever"], "today": ["Strong pain"]}


@pytest.mark.parametrize("topic", topics.all_ids(shipped()))
def test_every_shipped_topic_has_a_panel_with_levels_in_order(topic):
    guide = shipped()
    shown = panel.panel(guide, topic)
    levels = [section.level for section in shown.help]
    assert levels == [level for level in LEVELS if level in levels]
    assert levels
    for section in shown.help:
        blocks = section.blocks()
        assert section.signs == len([block for block in blocks if block.kind == Kind.BULLET]) > 0
        assert {block.level for block in blocks if block.kind == Kind.BULLET} == {section.level}
    if not any(topic in records for records in (guide.operations, guide.categories, guide.effects, guide.organs)):
        effects = [row.effect for group in shown.groups for row in group.rows]
        assert {guide.effects[each].group for each in effects} == {GENERAL}


# An effect opened in place


def test_an_opened_effect_shows_only_what_belongs_to_the_operation():
    in_alpha = texts(panel.opened(small(), "pain", "alpha", nurse=False))
    in_beta = texts(panel.opened(small(), "pain", "beta", nurse=False))
    assert "The shoulder can hurt too." in in_alpha
    assert "Only with: Part of it" in in_alpha
    assert "The shoulder can hurt too." not in in_beta
    assert not any(text.startswith("Only with") for text in in_beta)


def test_an_opened_effect_shows_only_the_signs_of_the_operation():
    in_beta = texts(panel.opened(small(), "leak", "beta", nurse=False))
    assert "A lot of blood" in in_beta
    assert not {"Pale skin", "A hard belly"} & set(in_beta)
    assert {"Pale skin", "A hard belly"} < set(texts(panel.opened(small(), "leak", "alpha", nurse=False)))


def test_an_opened_effect_tells_a_number_only_where_it_was_counted():
    number = "About 3 in 100 people in one study."
    assert number in texts(panel.opened(small(), "leak", "beta", nurse=False))
    in_alpha = panel.opened(small(), "leak", "alpha", nurse=False)
    place = next(at for at, block in enumerate(in_alpha) if block.text == "How common it is")
    assert in_alpha[place + 1].text == "Not stated in our sources. Ask your healthcare team."
    assert "Figures come from other operations." not in texts(in_alpha)


def test_an_opened_effect_ends_with_the_other_operations_and_the_way_to_its_page():
    *_, others, link = panel.opened(small(), "leak", "alpha", nurse=False)
    assert (others.lead_in, others.text) == ("Also possible after:", "Beta")
    assert (link.kind, link.text, link.target) == (Kind.LINK, "Learn more", "leak")


@pytest.mark.parametrize(("effect", "operation"), [("lost-taste", "alpha"), ("leak", "")])
def test_an_opened_effect_without_others_or_without_operation_names_none(effect, operation):
    blocks = panel.opened(small(), effect, operation, nurse=False)
    assert not [block for block in blocks if block.lead_in == "Also possible after:"]
    assert blocks[-1].target == effect


@pytest.mark.parametrize(("nurse", "number"), [(True, 1), (False, 0)])
def test_an_opened_effect_has_notes_for_nurses_only_where_they_are_asked_for(nurse, number):
    blocks = panel.opened(small(), "pain", "alpha", nurse=nurse)
    assert len([block for block in blocks if block.kind == Kind.NURSE]) == number


def test_no_opened_effect_of_the_shipped_guide_shows_a_statement_of_another_operation():
    guide = shipped()
    for operation in guide.operations.values():
        for name in operation.all_effects():
            effect = guide.effects[name]
            here = set(texts(panel.opened(guide, name, operation.id, nurse=True)))
            for part in (effect.what, effect.when, effect.how_common, effect.self_care, effect.team, effect.notes):
                for statement in part:
                    belongs = not statement.only or operation.id in {where.operation for where in statement.only}
                    assert (statement.text in here) is belongs, (operation.id, name, statement.text)


# Where no one operation is open


@pytest.mark.parametrize("topic", ["about-surgery", "questions", "words", "resection", "palliative", "liver"])
def test_a_crisis_is_told_and_the_card_says_that_it_is_not_the_whole(topic):
    guide = shipped()
    shown = panel.panel(guide, topic)
    crisis = {guide.signs[name].text for name in guide.effects[topics.CRISIS].signs}
    assert crisis <= {text for here in signs(shown).values() for text in here}
    assert shown.help_note == f"{guide.words['any_of_these']} {guide.words['more_signs']}"


def test_the_card_of_an_operation_is_the_whole():
    assert panel.panel(shipped(), "whipple").help_note == shipped().words["any_of_these"]
