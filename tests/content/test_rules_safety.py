"""What a health guide for patients must never say, and the one level of every sign."""

from __future__ import annotations

import pytest

from tests.guides import changed, line_of, messages, problems, small_text


def told_about(words: str) -> list[str]:
    """What is told about a text in the place of an ordinary sentence."""
    return messages(changed(("      - text: You sleep.\n", f"      - text: {words!r}\n")))


DOSE = "the guide gives no doses; say that the team decides"


@pytest.mark.parametrize(
    ("words", "dose"),
    [
        ("Take 5 mg.", "5 mg"),
        ("Take 2.5 mg.", "2.5 mg"),
        ("Take 2,5 mg.", "2,5 mg"),
        ("Take 500mcg.", "500mcg"),
        ("Take 10 units.", "10 units"),
        ("Take 1 unit.", "1 unit"),
        ("It is 20 mL.", "20 mL"),
        ("It is 100 micrograms.", "100 micrograms"),
        ("It is 100 µg.", "100 µg"),
        ("Take 40 IU.", "40 IU"),
        ("Prenez 40 UI.", "40 UI"),
    ],
)
def test_a_dose_is_told(words, dose):
    assert f"a dose ('{dose}'): {DOSE}" in told_about(words)


@pytest.mark.parametrize(
    "words", ["Under 2 cm.", "At 38\u00a0°C.", "For 10 days.", "About 3 in 100 people.", "The unit is 5."]
)
def test_a_size_a_time_or_a_share_is_no_dose(words):
    assert told_about(words) == []


@pytest.mark.parametrize(
    "words",
    ["survival", "Survival", "life expectancy", "chances of dying", "chance of living", "survie", "espérance de vie"],
)
def test_a_survival_figure_is_told(words):
    assert f"'{words}': the guide gives no survival figures; delete it" in told_about(f"Ask about the {words}.")


@pytest.mark.parametrize(
    "words",
    ["guarantee", "guaranteed", "no risk", "risk-free", "completely safe", "nothing to worry about", "Do not worry",
     "always works", "always prevents", "sans risque", "sans aucun risque", "sans danger", "garanti"],
)  # fmt: skip
def test_a_promise_nobody_can_make_is_told(words):
    assert f"'{words}' is a promise nobody can make; say what usually happens" in told_about(f"It is so: {words} here.")


@pytest.mark.parametrize("words", ["The risk is low.", "It is mostly safe.", "It often works.", "You survive it."])
def test_careful_words_are_no_promise(words):
    assert told_about(words) == []


def test_a_note_for_nurses_gives_no_doses_either():
    text = changed(("      - text: A note for nurses on alpha.\n", "      - text: A note on 5 mg for nurses.\n"))
    assert messages(text) == [f"a dose ('5 mg'): {DOSE}"]


@pytest.mark.parametrize("field", ["id", "note"])
def test_a_source_marked_unverified_is_told(field):
    text = {
        "id": small_text().replace("glance-paper", "unverified-paper"),
        "note": changed(("    note: read in part\n", "    note: Unverified.\n")),
    }[field]
    name = {"id": "unverified-paper", "note": "book"}[field]
    [found] = problems(text)
    assert found.message == f"the source '{name}' is marked unverified; what is not verified is not shown"
    assert found.place.line == line_of(text, f"  - id: {name}\n")


def test_the_crisis_page_needs_the_notice_that_every_operation_shows():
    notice = "    notice:\n      text: A crisis can come. Know the signs.\n      from: [crisis-paper]\n"
    text = changed((notice, ""))
    told = "the page 'carcinoid-crisis' has no 'notice', which is shown on every operation; add it"
    assert [(each.place.line, each.message) for each in problems(text) if "source" not in each.message] == [
        (line_of(text, "  - id: carcinoid-crisis\n"), told)
    ]


# One level for one sign


@pytest.mark.parametrize("twin", ["Strong pain", "strong pain", "Strong  pain!", "“Strong” pain."])
def test_the_same_words_at_two_levels_are_told(twin):
    """They would tell a frightened person two different things to do."""
    text = changed(("    text: A hard belly\n", f"    text: {twin}\n"))
    told = "the sign 'strong-pain' says the same at another level (today); use that one in both effects"
    assert (line_of(text, "  - id: hard-belly"), told) in [(each.place.line, each.message) for each in problems(text)]


def test_the_same_words_at_one_level_are_told_too():
    text = changed(("    text: A hard belly\n", "    text: A fever\n"))
    assert messages(text) == ["the sign 'fever' says the same; use that one in both effects"]


# Help cards stay short


def with_signs(number: int, group: str = "fever") -> str:
    """The small guide with so many more signs in the effect `pain`, all of the level of today."""
    names = [f"more-{each}" for each in range(number)]
    records = "".join(
        f"  - id: {name}\n    level: today\n    group: {group}\n    text: More of {each}\n    from: [page]\n"
        for each, name in enumerate(names)
    )
    return changed(
        ("    signs: [strong-pain, fever]\n", f"    signs: [strong-pain, fever, {', '.join(names)}]\n"),
        ("\nterms:\n", f"\n{records}terms:\n"),
    )


def test_six_signs_at_a_level_are_accepted():
    assert messages(with_signs(5)) == []


def test_seven_signs_at_a_level_are_too_many_for_the_effect_and_for_its_operations():
    text = with_signs(6)
    told = {(each.place.line, each.message) for each in problems(text)}
    heading = "7 signs at the level today under 'Fever'; at most 6: put some under another sign group"
    assert told == {
        (
            line_of(text, "    signs: [strong-pain, fever, more"),
            "'pain' has 7 signs at the level today; at most 6: join some or split the effect",
        ),
        (line_of(text, "  - id: alpha\n"), f"'alpha' has {heading}"),
        (line_of(text, "  - id: beta\n"), f"'beta' has {heading}"),
    }


def test_signs_of_an_operation_may_be_spread_over_groups():
    told = messages(with_signs(6, group="bleeding"))
    assert told == ["'pain' has 7 signs at the level today; at most 6: join some or split the effect"]


@pytest.mark.parametrize(("level", "number"), [("call_911", 8), ("emergency", 9), ("today", 8), ("next_visit", 8)])
def test_each_level_is_counted_for_itself(level, number):
    """The fever of the same effect is an emergency already."""
    text = with_signs(7).replace("    level: today\n", f"    level: {level}\n")
    told = f"'pain' has {number} signs at the level {level}; at most 6: join some or split the effect"
    assert told in messages(text)
