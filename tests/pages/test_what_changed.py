"""The page that tells what changed: levels of signs first, then every record with what happened to it."""

from __future__ import annotations

from desktop.content import changes
from desktop.content.changes import Change, Changes
from desktop.pages import what_changed
from desktop.pages.sheet import Kind
from tests.guides import shipped, small

WORDS = small().words
SIGN = next(iter(small().signs.values()))
EFFECT = next(each for each in small().effects.values() if SIGN.id in each.signs)
OPERATION = next(iter(small().operations.values()))
TERM = next(iter(small().terms.values()))


def page(added=(), changed=(), removed=()):
    return what_changed.sheet(
        small(), Changes("1.0", "2026-01-01", "2.0", "2027-02-03", tuple(added), tuple(removed), tuple(changed))
    )


def told(sheet) -> list[tuple[str, str, str]]:
    return [(block.kind, block.lead_in or block.target, block.text) for block in sheet.blocks]


def test_without_changes_it_says_so():
    sheet = what_changed.sheet(small(), None)
    assert (sheet.title, sheet.subtitle) == (WORDS["what_changed"], "")
    assert [block.text for block in sheet.blocks] == [WORDS["nothing_changed"]]


def test_it_tells_which_editions_are_compared():
    assert page().subtitle == "Edition 2.0 of 2027-02-03, compared with edition 1.0 of 2026-01-01"


def test_a_sign_at_another_level_stands_first_and_is_told_plainly():
    moved = Change("signs", SIGN.id, SIGN.text, (), "today", "emergency")
    other = Change("operations", OPERATION.id, OPERATION.name, ("why",))
    sheet = page(changed=[other, moved], added=[Change("terms", TERM.id, TERM.name)])
    levels = small().levels
    assert told(sheet)[:3] == [
        (Kind.HEADING, "", WORDS["other_level"]),
        (Kind.WORD, SIGN.text, f"Level changed from {levels['today'].name} to {levels['emergency'].name}."),
        (Kind.LINK, EFFECT.id, EFFECT.name),
    ]


def test_signs_that_are_more_urgent_now_stand_before_those_that_are_less_so():
    less = Change("signs", "a", "Less urgent", (), "emergency", "next_visit")
    more = Change("signs", "b", "More urgent", (), "today", "call_911")
    words = [block.lead_in for block in page(changed=[less, more]).blocks if block.kind is Kind.WORD]
    assert words == ["More urgent", "Less urgent"]


def test_a_changed_operation_is_a_link_with_the_fields_as_the_page_heads_them():
    fields = ("name", "short_name", "stay", "why", "variants", "effects", "group", "sources")
    sheet = page(changed=[Change("operations", OPERATION.id, OPERATION.name, fields)])
    names = [WORDS[key] for key in ("wording", "stay", "why", "kinds", "side_effects", "details", "cited")]
    assert told(sheet) == [
        (Kind.HEADING, "", WORDS["operations_of_category"]),
        (Kind.LINK, OPERATION.id, OPERATION.name),
        (Kind.QUIET, "", f"{WORDS['changed']} {', '.join(names)}"),
    ]


def test_new_and_gone_signs_are_told_with_their_level():
    new = Change("signs", SIGN.id, SIGN.text, (), "", "today")
    gone = Change("signs", "old", "An old sign", (), "emergency", "")
    levels = small().levels
    texts = [block.text for block in page(added=[new], removed=[gone]).blocks if block.kind is Kind.WORD]
    assert texts == [
        f"{WORDS['newly_there']} · {levels['today'].name}",
        f"{WORDS['no_longer_here']} · {levels['emergency'].name}",
    ]


def test_a_topic_that_is_gone_is_told_by_its_name_and_leads_nowhere():
    sheet = page(removed=[Change("effects", "old-effect", "An old effect")])
    assert told(sheet)[1:] == [(Kind.WORD, "An old effect", WORDS["no_longer_here"])]


def test_words_lead_to_the_page_of_all_words_once():
    sheet = page(added=[Change("terms", TERM.id, TERM.name), Change("terms", "other", "Other")])
    assert [block.target for block in sheet.blocks if block.kind is Kind.LINK] == ["words"]


def test_every_kind_of_record_has_its_place_and_every_link_leads_somewhere():
    empty = {kind: {} for kind in changes.KINDS}
    guide = shipped()
    found = changes.compare(changes.Snapshot("0", "", empty), changes.snapshot(guide))
    sheet = what_changed.sheet(guide, found)
    blocks = [block for block in sheet.blocks if block.kind in (Kind.LINK, Kind.WORD)]
    named = {block.lead_in or block.text for block in blocks}
    assert {change.name for change in found.added} <= named
    headings = [block.text for block in sheet.blocks if block.kind is Kind.HEADING]
    assert headings[0] == guide.words["warning_signs"]
    assert len(headings) == len(set(headings)) == 7


def test_every_field_that_can_differ_has_a_word():
    guide = shipped()
    details = guide.words["details"]
    fields = {
        key for records in changes.snapshot(guide).records.values() for each in records.values() for key in each.fields
    }
    told_as = {field: what_changed.sheet(
        guide, Changes("", "", "", "", (), (), (Change("effects", "pain", "Pain", (field,)),))
    ).blocks[-1].text for field in fields}  # fmt: skip
    other = {field for field, text in told_as.items() if text.endswith(details)}
    assert other == {"group", "region", "lines"}
