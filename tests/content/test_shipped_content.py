"""The guide that is shipped: whole, clean, and safe to read."""

from __future__ import annotations

import re

import pytest

from desktop.content import help_signs, walk
from desktop.content.model import LEVELS
from desktop.main import main
from desktop.pages import topics
from tests.guides import RESOURCES, shipped, shipped_text

GUIDE = shipped()


def test_check_has_nothing_to_say(capsys):
    assert main(["check", "--strict"]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("kind", "number"),
    [("operations", 15), ("categories", 4), ("effects", 45), ("terms", 99), ("questions", 26), ("organs", 21),
     ("references", 13)],
)  # fmt: skip
def test_the_guide_holds_what_the_product_promises(kind, number):
    assert len(getattr(GUIDE, kind)) == number


def test_the_four_categories_hold_every_operation_once():
    held = [name for category in GUIDE.categories.values() for name in category.operations]
    assert sorted(held) == sorted(GUIDE.operations)


def test_every_id_opens_one_topic_and_one_only():
    kinds = (GUIDE.pages, GUIDE.categories, GUIDE.operations, GUIDE.effects)
    ids = [name for kind in kinds for name in kind]
    assert {name for name in ids if ids.count(name) > 1} == {topics.CRISIS}
    assert len(set(topics.all_ids(GUIDE))) == len(topics.all_ids(GUIDE))


def test_no_id_stands_twice_in_its_list():
    """Read with a plain pattern, because a program that lost the second would not see it."""
    for listing in re.split(r"^(?=[a-z_]+:$)", shipped_text(), flags=re.MULTILINE):
        ids = re.findall(r"^  - id: (\S+)$", listing, re.MULTILINE)
        assert sorted(set(ids)) == sorted(ids), listing[:20]


# Safety


def test_nothing_rests_on_an_unverified_source():
    assert [each.id for each in GUIDE.sources.values() if "unverified" in f"{each.id} {each.note}".lower()] == []
    assert "unverified" not in shipped_text().lower()


def test_every_text_rests_on_sources_that_exist():
    names = (walk.NAME, walk.HEADING)
    for said in walk.guide(GUIDE):
        assert said.kind in names or said.sources, said
        assert set(said.sources) <= set(GUIDE.sources), said


def test_the_crisis_notice_says_what_a_reader_must_know():
    notice = GUIDE.pages[topics.CRISIS].notice
    assert "threaten life" in notice.text
    assert "ccs_page" in notice.sources


@pytest.mark.parametrize("operation", GUIDE.operations.values(), ids=lambda each: each.id)
def test_the_help_cards_of_an_operation_are_consistent(operation):
    cards = help_signs.of_operation(GUIDE, operation)
    assert [card.level for card in cards] == [level for level in LEVELS if level in {card.level for card in cards}]
    assert cards[0].level == "call_911"
    shown = [each.sign for card in cards for _, group in card.groups for each in group]
    assert len(shown) == len({sign.id for sign in shown})
    for card in cards:
        for heading, group in card.groups:
            assert 1 <= len(group) <= 6, (card.level, heading)
            assert {(each.sign.level, each.sign.group) for each in group} == {(card.level, heading)}
    variants = {variant.id for variant in operation.variants}
    assert all(set(each.variants) <= variants for card in cards for _, group in card.groups for each in group)


@pytest.mark.parametrize("operation", sorted(set(GUIDE.operations) - {"total-thyroidectomy"}))
def test_an_operation_shows_when_to_call_911_for_a_crisis(operation):
    """The dossier names every operation but total thyroidectomy, which is for cancer of the thyroid."""
    cards = help_signs.of_operation(GUIDE, GUIDE.operations[operation])
    shown = {each.sign.id for _, group in cards[0].groups for each in group}
    assert shown & set(GUIDE.effects[topics.CRISIS].signs)


@pytest.mark.parametrize("effect", GUIDE.effects.values(), ids=lambda each: each.id)
def test_no_effect_has_more_than_six_signs_at_a_level(effect):
    for card in help_signs.of_effect(GUIDE, effect):
        assert card.size() <= 6, card.level


def test_a_sign_says_the_same_thing_nowhere_else():
    words = [" ".join(re.findall(r"\w+", sign.text.casefold())) for sign in GUIDE.signs.values()]
    assert len(set(words)) == len(words)


def test_nobody_is_said_to_have_reviewed_what_nobody_reviewed():
    """A clinic signs its own copy; the shipped one says honestly that it is not signed."""
    assert GUIDE.review == ("", "", "")


@pytest.mark.parametrize("operation", GUIDE.operations.values(), ids=lambda each: each.id)
def test_an_operation_answers_the_questions_of_its_page(operation):
    assert operation.why, "why it is done"
    assert operation.before, "before"
    assert operation.during, "during"
    assert operation.after, "after"
    assert operation.glance.removed, "what is removed"
    assert operation.glance.used_for, "used for"
    assert operation.questions, "questions to ask"
    assert (RESOURCES / "organs" / operation.figure).is_file()
    assert operation.id not in operation.related
    assert all(GUIDE.effects[name].operations for name in operation.all_effects())


@pytest.mark.parametrize("operation", GUIDE.operations.values(), ids=lambda each: each.id)
def test_a_question_limited_to_operations_is_asked_at_those_only(operation):
    for name in operation.questions:
        only = GUIDE.questions[name].only
        assert not only or operation.id in {where.operation for where in only}, name


def test_nothing_is_markup():
    """A sign of markup would be shown as it is."""
    for said in walk.guide(GUIDE):
        assert not re.search(r"</?[a-z]+>|&[a-z]+;|\*\*|\]\(", said.text), said


def test_apostrophes_and_degrees_are_typeset():
    for said in walk.guide(GUIDE):
        assert not re.search(r"\w'\w|\d°|\d °C", said.text), said
