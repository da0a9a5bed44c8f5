"""The page of an organ: what it is, the operations on it, and ways on."""

from __future__ import annotations

import pytest

from desktop.content.model import Where
from desktop.pages import compose, panel, topics
from desktop.pages.sheet import Kind
from tests.guides import shipped, small


def shown(blocks) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks]


def with_operations(*operations: Where):
    """The small guide with other operations on its organ."""
    organ = small().organs["liver"]._replace(operations=operations)
    return small()._replace(organs={"liver": organ})


def test_it_says_what_the_organ_is_and_lists_its_operations_with_their_summaries():
    sheet = compose.sheet(small(), "liver")
    assert (sheet.title, sheet.subtitle, sheet.lead.text) == ("Liver", "Belly", "It cleans the blood.")
    alpha = small().operations["alpha"]
    assert shown(sheet.blocks)[:3] == [
        (Kind.HEADING, "Operations"),
        (Kind.LINK, alpha.name),
        (Kind.QUIET, alpha.summary.text),
    ]
    assert shown(sheet.blocks)[3] == (Kind.HEADING, "Sources and review")


def test_an_operation_of_which_only_one_form_touches_the_organ_says_which():
    sheet = compose.sheet(with_operations(Where("alpha", "part")), "liver")
    assert (Kind.QUIET, "Only with: Part of it") in shown(sheet.blocks)


def test_an_organ_without_operations_says_so_and_leads_on():
    guide = with_operations()
    blocks = compose.sheet(guide, "liver").blocks
    assert (Kind.PARAGRAPH, f"{guide.words['no_operation']} {guide.words['ask_team']}") in shown(blocks)
    targets = [block.target for block in blocks if block.kind == Kind.LINK]
    assert targets == ["about-surgery", "questions", "words"]
    assert panel.panel(guide, "liver").groups == panel.panel(guide, "about-surgery").groups


@pytest.mark.parametrize("organ", shipped().organs)
def test_the_whole_and_its_parts_lead_to_each_other(organ):
    guide = shipped()
    sheet = compose.sheet(guide, organ)
    targets = [block.target for block in sheet.blocks if block.kind == Kind.LINK]
    whole = guide.organs[organ].part_of
    parts = [each.id for each in guide.organs.values() if each.part_of == organ]
    assert set(targets) == {*topics.operations_of(guide.organs[organ]), *parts, *([whole] if whole else [])}
    assert [crumb.topic for crumb in sheet.crumbs] == ([whole] if whole else [])


@pytest.mark.parametrize("organ", shipped().organs)
def test_the_panel_shows_what_all_its_operations_share(organ):
    guide = shipped()
    operations = topics.operations_of(guide.organs[organ])
    rows = {row.effect for group in panel.panel(guide, organ).groups for row in group.rows}
    if len(operations) == 1:
        assert rows == set(guide.operations[operations[0]].all_effects())
    else:
        assert rows == set.intersection(*(set(guide.operations[name].effects) for name in operations))


@pytest.mark.parametrize("operation", shipped().operations)
def test_every_operation_leads_to_the_organs_it_is_about(operation):
    guide = shipped()
    targets = [block.target for block in compose.sheet(guide, operation).blocks if block.kind == Kind.LINK]
    about = [
        organ.id for organ in guide.organs.values() if operation in [where.operation for where in organ.operations]
    ]
    assert [target for target in targets if target in guide.organs] == about == list(topics.organs_of(guide, operation))
