"""The fields of one record: what is missing, unknown, empty or too long is told where it stands, and only once."""

from __future__ import annotations

import pytest

from desktop.content.model import Statement, Where
from desktop.content.problems import Place, Report
from desktop.content.record import MOST_ITEMS, MOST_STATEMENT, MOST_TITLE, MOST_WORD, Notebook
from tests.guides import changed, line_of, problems, small


def told(text: str) -> list[tuple[int, str]]:
    """Line and message of everything that is wrong."""
    return [(problem.place.line, problem.message) for problem in problems(text)]


def assert_one(text: str, at: str, message: str) -> None:
    """Fails unless there is exactly this one problem, in the line where ``at`` stands."""
    assert told(text) == [(line_of(text, at), message)]


# Keys


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        pytest.param(
            "    plain_name: Taking something out\n",
            "    plain_name: Taking something out\n    sumary: x\n",
            "    sumary: x",
            "unknown key 'sumary' in a category; did you mean 'summary'?",
            id="nearly right",
        ),
        pytest.param(
            "    short_name: Beta\n",
            "    short_name: Beta\n    colour: blue\n",
            "    colour: blue",
            "unknown key 'colour' in an operation; delete it",
            id="in an operation",
        ),
        pytest.param(
            "    action: Take your temperature.\n",
            "    action: Take your temperature.\n    acton: x\n",
            "    acton: x",
            "unknown key 'acton' in a sign; did you mean 'action'?",
            id="in a sign",
        ),
        pytest.param(
            "        text: The first organ\n",
            "        text: The first organ\n        form: [page]\n",
            "        form: [page]",
            "unknown key 'form' in a statement; did you mean 'from'?",
            id="in a statement",
        ),
        pytest.param(
            "regions:\n", "rooms: []\nregions:\n", "rooms: []", "unknown key 'rooms' in a content file", id="top"
        ),
        pytest.param(
            "  what_helps: What helps\n",
            "  what_helps: What helps\n  what_hurts: x\n",
            "what_hurts",
            "unknown key 'what_hurts' in a list of words; did you mean 'what_helps'?",
            id="in the words",
        ),
    ],
)
def test_an_unknown_key_is_told_with_the_word_it_may_be(old, new, at, message):
    text = changed((old, new))
    [(line, found)] = told(text)
    assert line == line_of(text, at)
    assert found.startswith(message)


@pytest.mark.parametrize(
    ("old", "at", "message"),
    [
        ("    short_name: Beta\n", "- id: beta", "this operation has no 'short_name'; add it"),
        ("    figure_text: Drawing of the other organ.\n", "- id: beta", "this operation has no 'figure_text'; add it"),
        ("    glance: {}\n", "- id: beta", "this operation has no 'glance'; add it"),
        ("    times: [long-term]\n", "- id: lost-taste", "this effect has no 'times'; add it"),
        ("    text: Pale skin\n", "- id: pale-skin", "this sign has no 'text'; add it"),
        ("    definition: A part of the body.\n", "- id: organ", "this term has no 'definition'; add it"),
        (
            "  any_of_these: Any one of these signs is enough.\n",
            "  why: Why",
            "this list of words has no 'any_of_these'",
        ),
        ("  edition: '0.1'\n", "  id: small-guide", "this guide header has no 'edition'; add it"),
        ("        heading: Ways to operate\n", "- id: ways", "this section has no 'heading'; add it"),
        ("    year: '2020'\n", "- id: book", "this source has no 'year'; add it"),
        ("    text: A paper without an address.\n", "- id: ref-2", "this reference has no 'text'; add it"),
    ],
)
def test_a_missing_key_is_told_where_its_record_begins(old, at, message):
    text = changed((old, ""))
    [(line, found)] = told(text)
    assert line == line_of(text, at)
    assert found.startswith(message)


# Lists


def test_a_key_with_nothing_after_it_is_no_empty_list():
    """An author who deletes the last entry must say that nothing is meant to stand there."""
    text = changed(("    living: []\n", "    living:\n"))
    assert_one(text, "    living:\n", "'living' is empty; fill it, write [] or delete the key")


@pytest.mark.parametrize("written", ["~", "null", "''"])
def test_nothing_in_other_words_is_no_empty_list_either(written):
    text = changed(("    living: []\n", f"    living: {written}\n"))
    assert_one(text, "    living:", "'living' is empty; fill it, write [] or delete the key")


def test_a_text_in_place_of_a_list_is_told():
    text = changed(("    living: []\n", "    living: You feel well.\n"))
    assert_one(text, "    living:", "'living' must be a list, each entry after a hyphen")


def test_a_list_without_end_is_cut_and_told():
    text = changed(("    forms: [surgeons]\n", f"    forms: [{', '.join(f'w{n}' for n in range(MOST_ITEMS + 1))}]\n"))
    assert_one(text, "    forms: [", f"'forms' has {MOST_ITEMS + 1} entries; at most {MOST_ITEMS}")


def test_the_same_id_twice_in_a_list_is_told():
    text = changed(("    operations: [alpha/whole]\n", "    operations: [alpha/whole, alpha/whole]\n"))
    assert_one(text, "    operations: [alpha/whole, ", "'alpha/whole' is in 'operations' twice; keep one")


def test_a_list_leading_text_must_end_with_a_colon():
    text = changed(("      - text: 'Get ready in steps:'\n", "      - text: Get ready in steps.\n"))
    assert_one(text, "Get ready in steps.", "a list follows, so the text must end with a colon")


def test_a_text_that_ends_with_a_colon_must_lead_a_list():
    text = changed(("      - text: You sleep.\n", "      - text: 'You sleep:'\n"))
    message = "the text ends with a colon, but no list follows; add 'items:' or end it with a full stop"
    assert_one(text, "You sleep:", message)


def test_items_and_steps_cannot_stand_together():
    text = changed(("        steps:\n", "        items: [one, two]\n        steps:\n"))
    assert_one(text, "        items: [one", "unknown key 'items' in a statement; did you mean 'steps'?")


# Texts


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "    name: Lost taste\n",
            f"    name: {'a ' * 60}bb\n",
            f"'name' is too long (122 characters; at most {MOST_TITLE})",
        ),
        (
            "    short_name: Beta\n",
            f"    short_name: {'a ' * 20}b\n",
            "'short_name' is too long (41 characters; at most 40)",
        ),
        ("    short_name: Beta\n", "    short_name:\n", "'short_name' is empty; fill it or delete the key"),
        ("    short_name: Beta\n", "    short_name: ''\n", "'short_name' is empty; fill it or delete the key"),
        ("    short_name: Beta\n", "    short_name: ~\n", "'short_name' is empty; fill it or delete the key"),
        ("    short_name: Beta\n", "    short_name: [Beta]\n", "'short_name' must be a text, not a list or keys"),
        ("    short_name: Beta\n", "    short_name: {a: b}\n", "'short_name' must be a text, not a list or keys"),
        (
            "    short_name: Beta\n",
            "    short_name: ' Beta'\n",
            "'short_name' has extra spaces or a blank line; remove them",
        ),
        (
            "    short_name: Beta\n",
            "    short_name: Be  ta\n",
            "'short_name' has extra spaces or a blank line; remove them",
        ),
        ("    forms: [surgeons]\n", "    forms: [[surgeons]]\n", "'forms' must be a text, not a list or keys"),
    ],
)
def test_a_text_that_does_not_fit_is_told_in_its_line(old, new, message):
    text = changed((old, new))
    assert_one(text, new, message)


def test_a_block_with_a_line_break_of_its_own_is_told():
    """`>` instead of `>-` keeps a break at the end, which the screen would show."""
    text = changed(("      - text: You sleep.\n", "      - text: >\n          You sleep.\n"))
    assert_one(text, "      - text: >\n", "'text' has extra spaces or a blank line; remove them")


@pytest.mark.parametrize(("length", "accepted"), [(MOST_STATEMENT, True), (MOST_STATEMENT + 1, False)])
def test_a_statement_may_have_so_many_characters_and_not_one_more(length, accepted):
    action = ("Ask them. " * length)[: length - 1] + "."
    found = [
        message for _, message in told(changed(("    action: Take your temperature.\n", f"    action: {action}\n")))
    ]
    too_long = f"'action' is too long ({length} characters; at most {MOST_STATEMENT})"
    assert (too_long not in found) is accepted


def test_a_word_that_no_pane_could_break_is_told():
    word = "x" * (MOST_WORD + 1)
    text = changed(("    plain_name: Taking something out\n", f"    plain_name: Taking {word}\n"))
    assert_one(text, word, f"the word '{'x' * 20}…' is too long ({MOST_WORD + 1} letters; at most {MOST_WORD})")


@pytest.mark.parametrize("name", ["x" * MOST_WORD, f"{'x' * 30}/{'y' * 30}", f"https://example.org/{'x' * 60}"])
def test_words_that_fit_or_can_be_broken_are_accepted(name):
    assert told(changed(("    url: https://example.org/page\n", f"    url: {name}\n"))) == []


@pytest.mark.parametrize("written", ["Bad_Id!", "Alpha", "a b", "é", "-a", "a-", "a--b"])
def test_an_id_that_cannot_be_kept_for_ever_is_told(written):
    text = changed(("  - id: ref-2\n", f"  - id: '{written}'\n"))
    assert_one(text, f"  - id: '{written}'", f"the id '{written}' may hold only a-z, 0-9 and hyphens")


@pytest.mark.parametrize("written", ["[]", "words"])
def test_something_else_in_place_of_a_record_is_told(written):
    text = changed(("    glance: {}\n", f"    glance: {written}\n"))
    assert_one(text, f"    glance: {written}", "a glance card is written as keys and values, such as 'id: …'")


# Statements and their sources


@pytest.mark.parametrize("written", ["", "        from: []\n"])
def test_a_statement_without_a_source_is_told(written):
    text = changed(("      - text: You sleep.\n        from: [page]\n", f"      - text: You sleep.\n{written}"))
    assert_one(text, "You sleep.", "no source: add 'from: [source-id]'; what no source states is not shown")


def test_a_statement_with_an_empty_source_is_told():
    text = changed(("      - text: You sleep.\n        from: [page]\n", "      - text: You sleep.\n        from:\n"))
    assert_one(text, "        from:\n", "'from' is empty; fill it, write [] or delete the key")


def test_entries_of_a_list_rest_on_the_sources_above_them_unless_they_name_their_own():
    [before] = small().operations["alpha"].before
    assert before == Statement(
        "Get ready in steps:",
        ("page",),
        items=(
            Statement("Tell your team about your medicines.", ("page",)),
            Statement("Stop eating when they tell you to.", ("leaflet",)),
        ),
        numbered=True,
    )


def test_an_entry_written_with_keys_may_leave_out_its_source_too():
    assert told(changed(("                from: [book]\n", ""))) == []


def test_a_statement_outside_a_list_cannot_be_plain_text():
    text = changed(("      - text: You sleep.\n        from: [page]\n", "      - You sleep.\n"))
    assert {line for line, _ in told(text)} == {line_of(text, "You sleep.")}
    assert "a statement is written as keys and values, such as 'id: …'" in [message for _, message in told(text)]


def test_a_place_may_be_an_operation_or_a_variant_of_it():
    guide = small()
    assert guide.signs["blood"].only == (Where("alpha", "part"), Where("beta"))
    assert guide.effects["lost-taste"].operations == (Where("alpha", "whole"),)


# The notebook that the rules ask for places


def test_a_field_that_is_missing_has_the_place_of_its_record():
    book = Notebook(Report("f"))
    book.places["operations/alpha"] = Place(7, 3)
    assert book.place("operations/alpha/living/0/items/2") == (7, 3)
    assert book.place("nothing/known") == (1, 0)
