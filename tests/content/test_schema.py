"""The shape of a content file: which records there are, what they link to, and what the program itself needs."""

from __future__ import annotations

import re
from copy import deepcopy

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.content import model, yaml_file
from desktop.content.model import Where
from desktop.errors import ContentError
from desktop.pages import topics
from tests.guides import RESOURCES, changed, line_of, messages, problems, small, small_text


def assert_told(text: str, at: str, message: str) -> None:
    """Fails unless exactly this problem is told in the line where ``at`` stands."""
    assert [each.message for each in problems(text) if each.place.line == line_of(text, at)] == [message]


# What is read


def test_the_small_guide_has_no_problems():
    assert messages(small_text()) == []


def test_everything_an_author_writes_is_in_the_model():
    guide = small()
    assert guide.edition == ("small-guide", "en", "A small guide", "0.1", "2026-01-02")
    assert guide.review == ("", "", "")
    assert list(guide.pages) == ["about-surgery", "carcinoid-crisis", "about-guide"]
    assert list(guide.operations) == ["alpha", "beta"]
    alpha = guide.operations["alpha"]
    assert alpha.also_called == ("first operation", "operation one")
    assert (alpha.figure, alpha.figure_text) == ("whipple.svg", "Drawing of the first organ.")
    assert [variant.id for variant in alpha.variants] == ["part", "whole"]
    assert alpha.effects == ("pain", "leak")
    assert alpha.all_effects() == ("pain", "leak", "lost-taste")
    assert alpha.glance.stay is None
    leak = guide.effects["leak"]
    assert leak.operations == (Where("alpha"), Where("beta"))
    assert leak.times == ("first-days", "weeks")
    assert leak.how_common[0].only == (Where("beta"),)
    assert guide.signs["fever"].action == "Take your temperature."
    assert guide.terms["surgeon"].forms == ("surgeons",)
    assert guide.organs["liver"].operations == (Where("alpha"),)
    assert guide.references["ref-2"].url == ""
    assert guide.sources["book"].note == "read in part"


def test_a_guide_with_errors_is_never_returned_and_every_problem_comes_with_the_error():
    text = changed(("    short_name: Beta\n", ""), ("    text: Pale skin\n", ""))
    with pytest.raises(ContentError) as caught:
        yaml_file.read(text.encode(), "mine.yaml")
    assert (
        str(caught.value)
        == f"mine.yaml:{line_of(text, 'id: beta')}:5: error: this operation has no 'short_name'; add it"
    )
    assert len(caught.value.problems) == 2


def test_a_guide_with_faults_of_style_only_can_be_opened():
    text = changed(("    text: Strong pain\n", "    text: Strong pain (90 %)\n"))
    assert len(messages(text)) == 1
    assert yaml_file.read(text.encode(), "f").signs["strong-pain"].text == "Strong pain (90 %)"


# Links


@pytest.mark.parametrize(
    ("where", "right", "wrong", "kind"),
    [
        ("    related: [cutting, {}]\n", "alpha", "alfa", "topic"),
        ("    questions: [{}]\n    related: [cutting", "q-goal", "q-gaol", "question"),
        ("    operations: [alpha, {}]\noperations:", "beta", "beto", "operation"),
        ("    effects: [pain, {}]\n    nurse", "leak", "leek", "effect"),
        ("        effects: [{}]\n", "lost-taste", "lost-tastes", "effect"),
        ("    group: {}\n", "general", "generel", "effect group"),
        ("    operations: [{}]\n", "alpha/whole", "alpha/hole", "operation or variant"),
        ("    operations: [{}]\n", "alpha/whole", "alpha/whole/", "operation or variant"),
        ("    times: [{}]\n", "long-term", "longterm", "time"),
        ("    signs: [strong-pain, {}]\n", "fever", "feever", "sign"),
        ("    level: {}\n", "call_911", "call-911", "level"),
        ("    level: call_911\n    group: {}\n", "bleeding", "bleding", "sign group"),
        ("    only: [{}, beta]\n", "alpha/part", "alpha/parts", "operation or variant"),
        ("    group: {}\n    text: What", "before", "befor", "question group"),
        ("    region: {}\n", "belly", "bely", "region"),
        ("        from: [{}]\n", "glance-paper", "glance-papers", "source"),
    ],
)
def test_a_link_to_nothing_is_told_with_what_may_be_meant(where, right, wrong, kind):
    text = changed((where.format(right), where.format(wrong)))
    written = small_text().splitlines()
    [line] = [number for number, line in enumerate(text.splitlines()) if line != written[number]]
    told = [(each.place.line, each.message) for each in problems(text) if each.message.startswith("there is no ")]
    assert told == [(line + 1, f"there is no {kind} '{wrong}'; did you mean '{right}'?")]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("    related: [beta]\n", "    related: [cutting]\n", "there is no operation 'cutting'"),
        ("    operations: [alpha]\n", "    operations: [omega]\n", "there is no operation or variant 'omega'"),
        ("    from: [questions-paper]\n", "    from: [zzz]\n", "there is no source 'zzz'"),
    ],
)
def test_nothing_is_guessed_where_nothing_is_near(old, new, told):
    assert told in messages(changed((old, new)))


def test_an_organ_inside_another_must_name_one_that_exists():
    text = changed(("    text: It cleans the blood.\n", "    text: It cleans the blood.\n    part_of: bely\n"))
    assert_told(text, "    part_of: bely", "there is no organ 'bely'")


# Ids


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("  - id: beta\n", "  - id: alpha\n", "operation 'alpha'"),
        ("  - id: lost-taste\n", "  - id: leak\n", "effect 'leak'"),
        ("  - id: hard-belly\n", "  - id: blood\n", "sign 'blood'"),
        ("      - id: whole\n", "      - id: part\n", "variant in operations/alpha/variants 'part'"),
        ("  - id: organ\n", "  - id: surgeon\n", "term 'surgeon'"),
        ("  - id: q-stay\n", "  - id: q-goal\n", "question 'q-goal'"),
        ("  - id: ref-2\n", "  - id: ref-1\n", "reference 'ref-1'"),
        ("  - id: leaflet\n", "  - id: page\n", "source 'page'"),
        ("  - id: about-guide\n", "  - id: about-surgery\n", "page 'about-surgery'"),
        ("  - id: emergency\n", "  - id: call_911\n", "level 'call_911'"),
        ("  - id: fever\n    name: Fever\n", "  - id: bleeding\n    name: Fever\n", "sign group 'bleeding'"),
    ],
)
def test_two_records_with_one_id_are_told_with_the_line_of_the_first(old, new, kind):
    text = changed((old, new))
    indent, name = re.match(r"( +- id: )(\S+)", new).groups()
    first, second = [m.start() for m in re.finditer(rf"^{indent}{name}$", text, re.MULTILINE)][-2:]
    lines = [text[:place].count("\n") + 1 for place in (first, second)]
    told = f"the {kind} is already defined in line {lines[0]}; use another id"
    assert [each.place.line for each in problems(text) if each.message == told] == [lines[1]]


def test_records_without_an_id_are_not_taken_for_twins():
    text = changed(
        ("  - id: alpha\n    name: Alpha", "  - name: Alpha"), ("  - id: beta\n    name: Beta", "  - name: Beta")
    )
    assert not [message for message in messages(text) if "already" in message]
    assert messages(text).count("this operation has no 'id'; add it") == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  - id: cutting\n", "  - id: about-guide\n"),
        ("  - id: beta\n", "  - id: cutting\n"),
        ("  - id: lost-taste\n", "  - id: beta\n"),
        ("  - id: lost-taste\n", "  - id: cutting\n"),
    ],
)
def test_two_topics_of_different_kinds_cannot_share_an_id(old, new):
    name = new.removeprefix("  - id: ").strip()
    found = [message for message in messages(changed((old, new))) if "already used" in message]
    assert len(found) == 1
    assert found[0].startswith(f"the id '{name}' is already used by another topic in line ")


def test_an_effect_may_share_its_id_with_the_page_that_explains_it():
    """Carcinoid crisis is both in the shipped guide: choosing the effect opens the page."""
    text = small_text().replace("lost-taste", "carcinoid-crisis")
    assert messages(text) == []


@pytest.mark.parametrize("name", [*model.LISTS, *model.OWN])
def test_no_topic_may_take_the_id_of_a_page_that_the_program_makes(name):
    text = small_text().replace("lost-taste", name)
    assert messages(text) == [f"the id '{name}' belongs to a page that the program makes; use another id"]


# What the program itself needs: without it a reader would meet an empty page or miss a warning


def test_the_ids_in_the_model_are_those_the_pages_use():
    assert set(model.PAGES) == {topics.ABOUT_SURGERY, topics.CRISIS, topics.ABOUT_GUIDE}
    assert topics.LISTS == (topics.SIDE_EFFECTS, topics.QUESTIONS, topics.WORDS, topics.COMPARE)


@pytest.mark.parametrize("page", model.PAGES)
def test_a_guide_without_a_page_the_program_leads_to_cannot_be_opened(page):
    text = small_text().replace(f"  - id: {page}\n", "  - id: other-page\n")
    expected = f"there is no page '{page}', which the program leads to; add it"
    assert_told(text, "\npages:\n".strip() + "\n  - id", expected)
    with pytest.raises(ContentError, match=f"no page '{page}'"):
        yaml_file.read(text.encode(), "f")


@pytest.mark.parametrize(
    ("kind", "ids"),
    [("levels", "call_911, emergency, today, next_visit"), ("times", "first-days, weeks, long-term")],
)
@pytest.mark.parametrize("done", ["emptied", "deleted", "turned round", "one left out", "one more"])
def test_levels_and_times_must_be_exactly_those_the_program_knows(kind, ids, done):
    """A sign of a level the program does not know would be shown nowhere."""
    guide = yaml.safe_load(small_text())
    changes = {
        "emptied": guide[kind].clear,
        "deleted": lambda: guide.pop(kind),
        "turned round": guide[kind].reverse,
        "one left out": guide[kind].pop,
        "one more": lambda: guide[kind].append({**guide[kind][0], "id": "soon"}),
    }
    changes[done]()
    text = yaml.safe_dump(guide, sort_keys=False)
    assert f"'{kind}' must be exactly, in this order: {ids}" in messages(text)
    with pytest.raises(ContentError):
        yaml_file.read(text.encode(), "f")


def test_a_guide_without_the_group_of_general_effects_cannot_be_opened():
    text = small_text().replace("general", "overall")
    message = "there is no effect group 'general', which holds what any surgery can cause; add it"
    assert_told(text, "effect_groups:", message)


@pytest.mark.parametrize("language", ["de", "english", "EN", "en-CA"])
def test_a_language_whose_reading_level_nobody_can_measure_is_told(language):
    text = changed(("  language: en\n", f"  language: {language}\n"))
    assert_told(text, "  language:", f"the language '{language}' is not known; write en or fr")


def test_a_guide_without_a_language_is_told_only_that():
    assert messages(changed(("  language: en\n", ""))) == ["this guide header has no 'language'; add it"]


@pytest.mark.parametrize(
    "text", ["a: 1\n", "operations: [whipple]\n", "signs: {}\n", "guide: 5\nreview: []\nlevels: x\n"]
)
def test_a_file_that_is_hardly_a_guide_is_told_in_many_problems_and_never_an_exception(text):
    assert len(messages(text)) > 5


# Whatever an author does to a guide, it ends in problems or in a guide

KEYS = st.sampled_from([
    "id", "name", "text", "from", "only", "items", "steps", "signs", "operations", "effects", "level", "group", "times",
    "summary", "figure", "notice", "sections", "language", "words", "levels", "pages", "variants", "glance",
])  # fmt: skip
JUNK = st.sampled_from([None, "", "x", "x:", "alpha", "alpha/part", [], ["x"], ["alpha"], {}, {"id": "x"}, [[]], [{}]])
SMALL = yaml.load(small_text(), Loader=yaml.CSafeLoader)


@settings(max_examples=settings().max_examples // 2)
@given(st.data())
def test_no_change_to_a_guide_makes_check_stumble(data):
    """Shape, links and rules all meet half-broken records."""
    guide = deepcopy(SMALL)
    for _ in range(data.draw(st.integers(1, 3))):
        change_somewhere(guide, data)
    text = yaml.dump(guide, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
    found = yaml_file.check(text.encode(), "f", RESOURCES)
    assert all(each.place.line >= 1 and each.message for each in found)


def change_somewhere(node: dict | list, data: st.DataObject) -> None:
    """Walk down at random and delete, replace or add what stands there."""
    keys = list(node) if isinstance(node, dict) else list(range(len(node)))
    if not keys:
        return
    key = data.draw(st.sampled_from(keys))
    below = node[key]
    if isinstance(below, (dict, list)) and below and data.draw(st.integers(0, 3)):
        change_somewhere(below, data)
        return
    junk = deepcopy(data.draw(JUNK))
    what = data.draw(st.sampled_from(["delete", "replace", "add", "double"]))
    if what == "delete":
        del node[key]
    elif what == "replace":
        node[key] = junk
    elif isinstance(node, dict):
        node[data.draw(KEYS)] = junk
    else:
        node.append(deepcopy(below) if what == "double" else junk)
