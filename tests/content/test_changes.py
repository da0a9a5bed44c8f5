"""What tells one edition from another: what a reader can see counts, and nothing else."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.content import changes, yaml_file
from desktop.content.changes import Change
from tests import guides
from tests.guides import changed, shipped, small


def edited(*edits: tuple[str, str]):
    """What differs between the small guide and one with some texts exchanged."""
    after = yaml_file.read(changed(*edits).encode(), "small.yaml")
    return changes.compare(changes.snapshot(small()), changes.snapshot(after))


def first(records: dict) -> str:
    return next(iter(records))


def with_record(kind: str, record: str, /, **fields: object):
    """The small guide with other values in one record."""
    records = getattr(small(), kind)
    return small()._replace(**{kind: {**records, record: records[record]._replace(**fields)}})


def against(after):
    return changes.compare(changes.snapshot(small()), changes.snapshot(after))


def test_the_same_guide_differs_in_nothing():
    assert not against(small()).anything()
    assert not changes.compare(changes.snapshot(shipped()), changes.snapshot(shipped())).anything()


def test_another_edition_with_the_same_content_differs_in_nothing_but_says_which_it_is():
    found = against(small()._replace(edition=small().edition._replace(edition="2.0", date="2027-01-01")))
    assert not found.anything()
    assert (found.edition_before, found.edition) == (small().edition.edition, "2.0")


def test_a_sign_at_another_level_is_told_with_both_levels():
    name, sign = next((name, sign) for name, sign in small().signs.items() if sign.level == "today")
    found = against(with_record("signs", name, level="emergency"))
    assert found.changed == (Change("signs", name, sign.text, (), "today", "emergency"),)
    assert not found.added
    assert not found.removed


@pytest.mark.parametrize(
    ("kind", "field", "value", "told"),
    [
        ("operations", "name", "Another name", "name"),
        ("operations", "why", (), "why"),
        ("operations", "effects", ("pain",), "effects"),
        ("effects", "times", ("weeks", "long-term"), "times"),
        ("effects", "what", (), "what"),
        ("terms", "definition", "Something else.", "definition"),
        ("questions", "text", "What else?", "text"),
        ("organs", "text", "Another text.", "text"),
        ("signs", "action", "Do something else.", "action"),
        ("levels", "note", "Another note.", "note"),
    ],
)
def test_each_field_that_differs_is_told(kind, field, value, told):
    name = first(getattr(small(), kind))
    (change,) = against(with_record(kind, name, **{field: value})).changed
    assert (change.kind, change.id) == (kind, name)
    assert told in change.fields
    assert set(change.fields) <= {told, "sources"}


def test_a_line_at_a_glance_and_a_section_are_told_by_themselves():
    operation = next(iter(small().operations.values()))
    stay = small().operations[operation.id].glance._replace(stay=None, removed=None)
    (change,) = against(with_record("operations", operation.id, glance=stay)).changed
    assert set(change.fields) & {"stay", "removed"}
    page = next(each for each in small().pages.values() if each.sections)
    (change,) = against(with_record("pages", page.id, sections=page.sections[1:])).changed
    assert f"sections/{page.sections[0].id}" in change.fields


@pytest.mark.parametrize("field", ["search_words", "figure"])
def test_what_no_reader_sees_is_not_told(field):
    name = first(small().operations)
    other = ("other words",) if field == "search_words" else "other.svg"
    assert not against(with_record("operations", name, **{field: other})).anything()


def test_the_order_of_sources_and_of_ids_is_not_told():
    guide = shipped()
    turned = {
        name: each._replace(
            effects=each.effects[::-1],
            related=each.related[::-1],
            summary=each.summary._replace(sources=each.summary.sources[::-1]),
        )
        for name, each in guide.operations.items()
    }
    found = changes.compare(changes.snapshot(guide), changes.snapshot(guide._replace(operations=turned)))
    assert not found.anything()


def test_the_order_of_sentences_is_told():
    guide = shipped()
    name, each = next((name, each) for name, each in guide.operations.items() if len(each.after) > 1)
    turned = guide._replace(operations={**guide.operations, name: each._replace(after=each.after[::-1])})
    (change,) = changes.compare(changes.snapshot(guide), changes.snapshot(turned)).changed
    assert (change.id, change.fields) == (name, ("after",))


def test_a_new_record_and_one_that_is_gone_are_told_by_name():
    term = next(iter(small().terms.values()))
    less = small()._replace(terms={name: each for name, each in small().terms.items() if name != term.id})
    gone = Change("terms", term.id, term.name)
    assert against(less).removed == (gone,)
    assert changes.compare(changes.snapshot(less), changes.snapshot(small())).added == (gone,)


def test_an_edit_in_the_file_is_found():
    text = guides.small_text()
    name = next(each.name for each in small().effects.values() if text.count(f"name: {each.name}\n") == 1)
    found = edited((f"name: {name}\n", "name: Something else\n"))
    assert [(each.kind, each.name, each.fields) for each in found.changed] == [("effects", "Something else", ("name",))]


# Kept as JSON


def through_json(value):
    return json.loads(json.dumps(value))


def test_a_snapshot_and_changes_survive_being_kept():
    now = changes.snapshot(shipped())
    assert changes.snapshot_from(through_json(now)) == now
    found = changes.compare(changes.snapshot(small()), now)
    assert found.anything()
    assert changes.changes_from(through_json(found)) == found


def test_a_snapshot_of_the_guide_is_small_and_holds_no_text():
    kept = json.dumps(changes.snapshot(shipped()), ensure_ascii=False)
    assert len(kept) < 80_000
    assert next(iter(shipped().operations.values())).summary.text not in kept


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=7) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    )
)
def test_anything_else_is_no_snapshot_and_no_changes(value):
    found = changes.snapshot_from(value)
    assert found is None or through_json(found) == value
    found = changes.changes_from(value)
    assert found is None or through_json(found) == value
