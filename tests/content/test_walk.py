"""Every text of a guide is met by the rules, and each has its own place in the file."""

from __future__ import annotations

import pytest

from desktop.content import nodes, walk
from desktop.content.model import Statement
from desktop.content.problems import Report
from desktop.content.schema import read_guide
from tests.guides import shipped, small, small_text


def statements(record):
    """Every statement inside a record, found by looking into all of its fields."""
    if isinstance(record, Statement):
        yield record
    if isinstance(record, dict):
        record = tuple(record.values())
    if isinstance(record, tuple):
        for part in record:
            yield from statements(part)


@pytest.mark.parametrize("guide", [small(), shipped()], ids=["small", "shipped"])
def test_no_statement_escapes_the_rules(guide):
    """A new field of the model must be added to `walk`, or nobody checks what is said there."""
    met = {said.text for said in walk.guide(guide)}
    assert {each.text for each in statements(guide)} <= met


@pytest.mark.parametrize(
    "text",
    [
        "A doctor who operates.",
        "What is the goal?",
        "It cleans the blood.",
        "Pale skin",
        "Take your temperature.",
        "Go to the nearest one.",
        "Ways to operate",
        "All of it",
        "operation one",
    ],
)
def test_texts_that_are_no_statements_are_met_too(text):
    assert text in {said.text for said in walk.guide(small())}


def test_every_text_has_a_place_of_its_own():
    report = Report("f")
    guide, book = read_guide(nodes.read(small_text().encode(), report), report)
    lines = small_text().splitlines()
    for said in walk.guide(guide):
        path = said.path
        assert path in book.places, path
        line = lines[book.place(path).line - 1]
        assert any(word in line for word in (said.text.split()[0], "text: '", "also_called")), (path, line)


def test_kinds_tell_lists_steps_and_notes_for_nurses_apart():
    guide = small()
    kinds = {said.text: said.kind for said in walk.guide(guide)}
    assert kinds["one large cut"] == walk.ITEM
    assert kinds["Tell your team about your medicines."] == walk.STEP
    assert kinds["A note for nurses on alpha."] == walk.NURSE
    assert kinds["Take your temperature."] == walk.ACTION
    assert kinds["Pale skin"] == walk.SIGN
    assert kinds["Alpha operation"] == walk.NAME
    assert kinds["Ways to operate"] == walk.HEADING
