"""Links agree in both directions, and nothing stands in the file without a use."""

from __future__ import annotations

import pytest

from tests.guides import changed, line_of, problems


def assert_told(text: str, *expected: tuple[str, str]) -> None:
    """Fails unless exactly these problems are told, each in the line where its first part stands."""
    told = [(each.place.line, each.message) for each in problems(text)]
    assert sorted(told) == sorted((line_of(text, at), message) for at, message in expected)


# Effects and operations


def test_an_effect_may_not_name_an_operation_that_does_not_list_it():
    text = changed(("    operations: [alpha/whole]\n", "    operations:\n      - alpha/whole\n      - beta # here\n"))
    message = "the effect 'lost-taste' names 'beta', but that does not list it under 'effects'; mend one of the two"
    assert_told(text, ("beta # here", message))


def test_an_effect_may_not_name_a_variant_that_does_not_list_it():
    text = changed(
        ("    operations: [alpha/whole]\n", "    operations:\n      - alpha/whole\n      - alpha/part # here\n")
    )
    message = (
        "the effect 'lost-taste' names 'alpha/part', but that does not list it under 'effects'; mend one of the two"
    )
    assert_told(text, ("alpha/part # here", message))


def test_an_effect_of_a_variant_is_not_one_of_the_whole_operation():
    text = changed(("    operations: [alpha/whole]\n", "    operations: [alpha] # here\n"))
    mend = "mend one of the two"
    assert_told(
        text,
        ("[alpha] # here", f"the effect 'lost-taste' names 'alpha', but that does not list it under 'effects'; {mend}"),
        (
            "        effects: [lost-taste]",
            f"'alpha/whole' lists the effect 'lost-taste', but that does not name it under 'operations'; {mend}",
        ),
    )


def test_an_operation_may_not_list_an_effect_that_does_not_name_it():
    text = changed(
        (
            "    related: [alpha]\n    effects: [pain, leak]\n",
            "    related: [alpha]\n    effects: [pain, leak, lost-taste]\n",
        )
    )
    message = "'beta' lists the effect 'lost-taste', but that does not name it under 'operations'; mend one of the two"
    assert_told(text, ("    effects: [pain, leak, lost-taste]", message))


def test_an_effect_is_listed_for_the_operation_or_for_a_variant_and_not_for_both():
    text = changed(("        effects: [lost-taste]\n", "        effects: [lost-taste, leak]\n"))
    assert_told(
        text,
        (
            "        effects: [lost-taste, leak]",
            "'alpha/whole' lists the effect 'leak', but that does not name it under 'operations'; mend one of the two",
        ),
        (
            "        effects: [lost-taste, leak]",
            "'leak' is listed for the whole operation and for this variant; keep one",
        ),
    )


# Categories


def test_an_operation_in_no_category_cannot_be_found():
    text = changed(("    operations: [alpha, beta]\noperations:", "    operations: [alpha]\noperations:"))
    assert_told(text, ("  - id: beta", "the operation 'beta' is in no category, so nobody can find it; add it to one"))


def test_an_operation_stands_in_one_category():
    second = (
        "  - id: burning\n    name: Burning\n    plain_name: Heating something\n    summary:\n"
        "      text: It heats a growth.\n      from: [page]\n    operations: [beta] # here\noperations:\n"
    )
    text = changed(("    operations: [alpha, beta]\noperations:\n", f"    operations: [alpha, beta]\n{second}"))
    assert_told(text, ("[beta] # here", "the operation 'beta' is already in the category 'cutting'; keep one"))


# Signs


def test_a_sign_that_no_effect_uses_is_never_seen():
    text = changed(("    signs: [strong-pain, fever]\n", "    signs: [fever]\n"))
    assert_told(text, ("- id: strong-pain", "no effect uses the sign 'strong-pain'; add it to an effect or delete it"))


@pytest.mark.parametrize("only", ["alpha/part", "beta"])
def test_a_sign_limited_to_where_its_effects_never_are_is_told(only):
    """`pale-skin` is used by the effects of alpha, of all of it and of one variant."""
    text = changed(
        ("    signs: [blood, fever, pale-skin, hard-belly]\n", "    signs: [blood, fever, hard-belly]\n"),
        ("    only: [alpha/whole]\n", f"    only: [{only}] # here\n"),
    )
    message = f"the sign 'pale-skin' is limited to '{only}', but no effect of it uses the sign"
    assert_told(text, (f"{only}] # here", message))


@pytest.mark.parametrize("only", ["alpha", "alpha/part", "alpha/whole", "beta"])
def test_a_sign_may_be_limited_to_any_part_of_what_its_effects_cover(only):
    assert_told(changed(("    only: [alpha/whole]\n", f"    only: [{only}]\n")))


# Sources and words


def test_a_source_on_which_nothing_rests_is_told():
    text = changed(
        (
            "sources:\n  - id: page\n",
            "sources:\n  - id: spare\n    title: A\n    publisher: B\n    year: '1'\n  - id: page\n",
        )
    )
    assert_told(text, ("- id: spare", "nothing rests on the source 'spare'; cite it or delete it"))


@pytest.mark.parametrize("cited", ["nurses", "glance-paper", "signs-paper", "questions-paper", "crisis-paper"])
def test_a_source_may_be_cited_by_any_kind_of_record(cited):
    """Each of these is cited in one place only: a note for nurses, a line at a glance, a sign, a question, a notice."""
    text = changed((f"  - id: {cited}\n", f"  - id: {cited}-2\n"))
    assert f"there is no source '{cited}'; did you mean '{cited}-2'?" in [each.message for each in problems(text)]


@pytest.mark.parametrize("form", ["organ", "Organ", "ORGAN"])
def test_two_words_may_not_share_a_form(form):
    text = changed(("    forms: [surgeons]\n", f"    forms: [surgeons, {form}]\n"))
    assert_told(text, ("  - id: organ\n", "'organ' is already a form of the term 'surgeon'; keep one"))


def test_a_word_with_a_bracket_has_the_form_without_it():
    text = changed(("    name: organ\n", "    name: surgeon (the other)\n"))
    assert_told(text, ("  - id: organ\n", "'surgeon' is already a form of the term 'surgeon'; keep one"))
