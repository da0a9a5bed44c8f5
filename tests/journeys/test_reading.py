"""A reader opens topics, reads what can happen, and learns when to get help."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests import written
from tests.window import (
    Key,
    Role,
    click,
    find,
    focused,
    folds,
    headings,
    key,
    key_until,
    links,
    page,
    panel,
    panel_subtitle,
    press,
    role,
    seen,
    show,
    spoken,
    texts,
    title,
    tree,
    widgets,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

OPERATIONS = list(written.OPERATIONS)
CATEGORIES = list(written.CATEGORIES)
WORDS = written.WORDS
FIRST_PAGE = written.PAGES["about-surgery"]["name"]
LEVEL_NAMES = [each["name"] for each in written.HELP_LEVELS.values()]


def row_of(window: QWidget, operation: str) -> QWidget:
    """The row of an operation: it stands below that of its category, which may have the same name."""
    rows = [each for each in widgets(tree(window)) if role(each) == Role.TreeItem]
    shown = [seen(each) for each in rows]
    branch = shown.index(written.category_of(operation)["name"])
    return rows[shown.index(written.OPERATIONS[operation]["short_name"], branch + 1)]


def marked_rows(window: QWidget) -> list[QWidget]:
    """The rows of the tree that are marked as the topic shown."""
    return [each for each in widgets(tree(window)) if getattr(each, "spoken_selected", bool)()]


def effect_rows(window: QWidget) -> list[str]:
    """The side effects of the panel as they are listed."""
    return [seen(each) for each in folds(panel(window)) if seen(each) not in LEVEL_NAMES]


def help_rows(window: QWidget) -> list[QWidget]:
    """The levels of urgency as they are listed."""
    return [each for each in folds(panel(window)) if seen(each) in LEVEL_NAMES]


def names(effects: Iterable[str]) -> list[str]:
    """What some effects are called."""
    return [written.EFFECTS[each]["name"] for each in effects]


def at(time: str, operation: str) -> list[str]:
    """What the effects of an operation at one time are called, in any order."""
    return sorted(names(each for each in written.effects_of(operation) if time in written.EFFECTS[each]["times"]))


def name_of(topic: str) -> str:
    """What a topic is called."""
    records = (written.OPERATIONS, written.PAGES, written.CATEGORIES, written.EFFECTS)
    return next(each[topic]["name"] for each in records if topic in each)


def opened_texts(row: QWidget) -> list[str]:
    """What stands below a row that opens in place, and belongs to it."""
    heading, *body = texts(row.parentWidget())
    assert heading == seen(row)
    assert body, f"{heading} is closed"
    return body


def assert_open(window: QWidget, operation: str) -> None:
    """Everything tells of this operation: page, panel, title of the window, tree."""
    name = written.OPERATIONS[operation]["name"]
    assert title(window) == name
    assert panel_subtitle(window) == name
    assert window.windowTitle() == f"{name} · {written.TITLE}"
    assert marked_rows(window) == [row_of(window, operation)]


# The ways to a topic


@pytest.mark.parametrize("category", CATEGORIES)
def test_operations_open_by_mouse(window, category):
    record = written.CATEGORIES[category]
    assert title(window) == FIRST_PAGE
    press(tree(window), record["name"])
    for operation in record["operations"]:
        click(row_of(window, operation))
        assert_open(window, operation)


@pytest.mark.parametrize("category", CATEGORIES)
def test_operations_open_by_keyboard(window, category):
    record = written.CATEGORIES[category]
    inside = [written.OPERATIONS[each]["short_name"] for each in record["operations"]]
    key_until(window, Key.Key_Tab, FIRST_PAGE)
    key_until(window, Key.Key_Down, record["name"])
    closed = texts(tree(window))
    key(window, Key.Key_Right)
    opened = texts(tree(window))
    place = closed.index(record["name"]) + 1
    assert opened == [*closed[:place], *inside, *closed[place:]], "the branch was closed and is open"
    before = FIRST_PAGE
    for operation in record["operations"]:
        key(window, Key.Key_Down)
        assert focused() is row_of(window, operation)
        assert title(window) == before, "moving about in the tree opens nothing"
        key(window, Key.Key_Return)
        assert_open(window, operation)
        before = title(window)


def test_tree_keys(window):
    last = written.WORDS["what_changed"]
    key_until(window, Key.Key_Tab, FIRST_PAGE)
    for pressed, name in (
        (Key.Key_End, last),
        (Key.Key_Home, FIRST_PAGE),
        (Key.Key_Up, FIRST_PAGE),
        (Key.Key_R, "Resection"),
        (Key.Key_Right, "Resection"),
        (Key.Key_Right, "Local excision"),
        (Key.Key_Left, "Resection"),
        (Key.Key_Left, "Resection"),
        (Key.Key_PageDown, written.PAGES["about-guide"]["name"]),
    ):
        key(window, pressed)
        assert seen(focused()) == name, pressed.name
    assert "Local excision" not in texts(tree(window)), "the second Left has closed the branch"
    key(window, Key.Key_Space)
    assert title(window) == written.PAGES["about-guide"]["name"]


def test_category_opens_and_its_branch_closes_again(window):
    press(tree(window), "Palliative surgery")
    assert title(window) == "Palliative surgery"
    assert "Stent placement" in texts(tree(window))
    press(tree(window), "Palliative surgery")
    assert "Stent placement" not in texts(tree(window))
    assert title(window) == "Palliative surgery"


# Side effects


def test_side_effects_are_those_of_the_operation_in_two_groups(running):
    window = running.window
    for operation in OPERATIONS:
        show(running, operation)
        effects = written.effects_of(operation)
        own = [each for each in effects if written.EFFECTS[each]["group"] != "general"]
        general = [each for each in effects if written.EFFECTS[each]["group"] == "general"]
        assert effect_rows(window) == names([*own, *general])
        shown = texts(panel(window))
        for heading, group in ((WORDS["this_operation"], own), (WORDS["any_operation"], general)):
            assert (heading in headings(panel(window))) == bool(group)
            if group:
                place = shown.index(heading) + 1
                assert shown[place : place + len(group)] == names(group)


def test_effect_of_one_variant_names_it(running):
    show(running, "whipple")
    limited = find(panel(running.window), written.EFFECTS["no-spleen-infection"]["name"])
    assert f"{WORDS['only_with']} Total pancreatectomy" in spoken(limited)
    assert WORDS["only_with"] not in spoken(find(panel(running.window), "Pain"))


@pytest.mark.parametrize("category", CATEGORIES)
def test_effects_open_in_place_with_what_belongs_to_the_operation(running, category):
    for operation in written.CATEGORIES[category]["operations"]:
        show(running, operation)
        rows = {seen(each): each for each in folds(panel(running.window))}
        for effect in written.effects_of(operation):
            assert_says_what_belongs_to(rows[written.EFFECTS[effect]["name"]], effect, operation)


def assert_says_what_belongs_to(row: QWidget, effect: str, operation: str) -> None:
    """Opened, an effect says everything that holds for the operation and nothing that does not; so with its signs."""
    click(row)
    body = opened_texts(row)
    for told in written.texts_of(effect):
        assert (told.text in body) == written.belongs(told.only, operation), f"{operation}, {effect}: {told}"
    all_signs = {written.SIGNS[each]["text"] for each in written.EFFECTS[effect]["signs"]}
    here = [written.SIGNS[each] for each in written.signs_of(effect, operation)]
    shown = sorted(text for text in body if text in all_signs)
    assert shown == sorted(each["text"] for each in here), f"{operation}, {effect}"
    assert {each["action"] for each in here if each.get("action")} <= set(body)
    click(row)


def test_effect_opens_in_place_and_closes_again(running):
    window = running.window
    show(running, "whipple")
    before = texts(panel(window))
    press(panel(window), "Pancreatic fistula")
    after = texts(panel(window))
    place = before.index("Pancreatic fistula") + 1
    assert after[:place] == before[:place]
    assert after[place] == WORDS["what"]
    assert after[len(after) - (len(before) - place) :] == before[place:], "the others are still there, further down"
    press(panel(window), "Pancreatic fistula")
    assert texts(panel(window)) == before


def test_effect_tells_which_other_operations_share_it(running):
    show(running, "whipple")
    press(panel(running.window), "Pancreatic fistula")
    places = written.EFFECTS["pancreatic-fistula"]["operations"]
    others = dict.fromkeys(place.split("/")[0] for place in places if place.split("/")[0] != "whipple")
    line = next(each for each in texts(panel(running.window)) if each.startswith(WORDS["also_possible_after"]))
    told = ", ".join(written.OPERATIONS[other]["short_name"] for other in others)
    assert line == f"{WORDS['also_possible_after']}: {told}"


def test_filter_by_time(running):
    window = running.window
    show(running, "whipple")
    everything = effect_rows(window)
    for time, record in written.TIMES.items():
        press(panel(window), record["name"], Role.RadioButton)
        assert sorted(effect_rows(window)) == at(time, "whipple")
        assert 0 < len(effect_rows(window)) < len(everything)
    press(panel(window), "All", Role.RadioButton)
    assert effect_rows(window) == everything


def test_filter_by_time_works_by_keyboard_and_stays_for_the_next_topic(running):
    window = running.window
    show(running, "whipple")
    key_until(window, Key.Key_Tab, "All")
    key(window, Key.Key_Right)
    assert seen(focused()) == written.TIMES["first-days"]["name"]
    assert sorted(effect_rows(window)) == at("first-days", "whipple")
    show(running, "appendectomy")
    assert find(panel(window), written.TIMES["first-days"]["name"]).isChecked()
    assert sorted(effect_rows(window)) == at("first-days", "appendectomy")


def test_filter_leaves_no_heading_without_effects(running):
    window = running.window
    show(running, "local-excision")
    for record in written.TIMES.values():
        press(panel(window), record["name"], Role.RadioButton)
        shown = texts(panel(window))
        for heading in {WORDS["this_operation"], WORDS["any_operation"]} & set(shown):
            assert shown[shown.index(heading) + 1] in effect_rows(window)
    assert WORDS["this_operation"] not in shown, "there is no long-term effect of this operation alone"


# When to get help


def signs_told(count: int) -> str:
    """How the number of signs is told."""
    return "1 warning sign" if count == 1 else f"{count} warning signs"


def test_when_to_get_help_tells_every_sign_once_worst_first(running):
    window = running.window
    all_signs = {record["text"] for record in written.SIGNS.values()}
    for operation in OPERATIONS:
        show(running, operation)
        expected = written.signs_by_level(operation)
        told = [f"{written.HELP_LEVELS[level]['name']}. {signs_told(len(names))}" for level, names in expected.items()]
        assert [spoken(row) for row in help_rows(window)] == told
        for row, (level, names_here) in zip(help_rows(window), expected.items(), strict=True):
            click(row)
            body = opened_texts(row)
            assert body[0] == written.HELP_LEVELS[level]["card"]
            shown = sorted(text for text in body if text in all_signs)
            assert shown == sorted(written.SIGNS[each]["text"] for each in names_here)
            click(row)
        assert [spoken(row) for row in help_rows(window)] == told, "a second press closes it"


def test_one_warning_sign_is_told_in_the_singular(running):
    by_level = {each: written.signs_by_level(each) for each in OPERATIONS}
    operation, level = next(
        (each, level) for each in OPERATIONS for level in by_level[each] if len(by_level[each][level]) == 1
    )
    show(running, operation)
    told = " ".join(spoken(row) for row in help_rows(running.window))
    assert re.search(rf"{written.HELP_LEVELS[level]['name']}\. 1 warning sign(?!s)", told)
    assert re.search(r"\d\d warning signs", told)


def test_sign_stands_with_its_action(running):
    window = running.window
    met = 0
    for operation in ("distal-pancreatectomy", "total-thyroidectomy", "stent-placement"):
        show(running, operation)
        for fold in help_rows(window):
            click(fold)
        shown = texts(panel(window))
        for record in (written.SIGNS[name] for here in written.signs_by_level(operation).values() for name in here):
            if record.get("action"):
                met += 1
                assert shown[shown.index(record["text"]) + 1] == record["action"]
    assert met > 3


# The rest of the page


def test_crisis_notice_leads_to_its_page(running):
    window = running.window
    crisis = written.PAGES["carcinoid-crisis"]
    for operation in OPERATIONS:
        show(running, operation)
        assert f"{crisis['name']}. {crisis['notice']['text']}" in texts(page(window))
        press(page(window), f"{WORDS['learn_more']}: {crisis['name']}")
        assert title(window) == crisis["name"]


def test_related_operations(running):
    window = running.window
    for operation, record in written.OPERATIONS.items():
        show(running, operation)
        related = [each for each in widgets(page(window)) if role(each) == Role.Link][-len(record["related"]) - 1 : -1]
        assert [seen(each) for each in related] == [name_of(each) for each in record["related"]]
        assert WORDS["related"] in headings(page(window))
        wanted = seen(related[-1])
        click(related[-1])
        assert title(window) == wanted


def test_breadcrumb_leads_to_the_category(running):
    window = running.window
    for operation in OPERATIONS:
        show(running, operation)
        category = written.category_of(operation)["name"]
        crumb = next(each for each in widgets(page(window)) if role(each) == Role.Link)
        assert seen(crumb) == category
        click(crumb)
        assert title(window) == category
        assert panel_subtitle(window) in (category, written.OPERATIONS[operation]["name"])


def test_page_keeps_one_order(running):
    """The same order on every operation (product.md)."""
    order = ("why", "before", "during", "after", "living", "uncertain", "questions", "related", "sources")
    for operation, record in written.OPERATIONS.items():
        show(running, operation)
        shown = [each for each in headings(page(running.window)) if each in {WORDS[each] for each in order}]
        optional = {each for each in ("questions", "related") if not record.get(each)}
        assert shown == [WORDS[each] for each in order if each not in optional], operation


def test_sources_open_in_place(running):
    window = running.window
    show(running, "whipple")
    before = texts(page(window))
    fold = next(each for each in folds(page(window)) if seen(each).startswith(WORDS["sources_of_topic"]))
    click(fold)
    added = [each for each in texts(page(window)) if each not in before]
    assert seen(fold) == f"{WORDS['sources_of_topic']} ({len(added)})"
    assert any(each.startswith("Canadian Cancer Society") for each in added)


def test_effect_page_lists_its_operations(running):
    window = running.window
    show(running, "whipple")
    press(panel(window), "Bile leak")
    press(panel(window), WORDS["learn_more"])
    assert title(window) == "Bile leak"
    assert panel_subtitle(window) == "Bile leak"
    places = dict.fromkeys(place.split("/")[0] for place in written.EFFECTS["bile-leak"]["operations"])
    shown = texts(page(window))
    listed = shown[shown.index(WORDS["operations"]) + 1 :][: len(places)]
    assert listed == [written.OPERATIONS[each]["name"] for each in places]
    press(page(window), written.OPERATIONS["liver-resection"]["name"])
    assert_open(window, "liver-resection")


@pytest.mark.parametrize("category", CATEGORIES)
def test_category_page_lists_its_operations(window, category):
    record = written.CATEGORIES[category]
    press(tree(window), record["name"])
    assert title(window) == record["name"]
    operations = [written.OPERATIONS[each] for each in record["operations"]]
    assert links(page(window))[: len(operations)] == [each["name"] for each in operations]
    if len(operations) > 1:
        shared = set.intersection(*(set(each["effects"]) for each in operations))
        assert sorted(effect_rows(window)) == sorted(names(shared))
        assert panel_subtitle(window) == record["name"]
    last = [each for each in widgets(page(window)) if role(each) == Role.Link][len(operations) - 1]
    click(last)
    assert_open(window, record["operations"][-1])


def test_all_side_effects(window):
    press(tree(window), WORDS["all_side_effects"])
    assert title(window) == WORDS["all_side_effects"]
    assert sorted(links(page(window))) == sorted(each["name"] for each in written.EFFECTS.values())
    press(page(window), "Diabetes")
    assert title(window) == "Diabetes"
    assert links(page(window))[0] == WORDS["all_side_effects"]
    assert marked_rows(window) == [], "a side effect has no row of its own"


def test_questions(window):
    press(tree(window), WORDS["questions"])
    assert title(window) == WORDS["questions"]
    shown = texts(page(window))
    groups = [each["name"] for each in written.WHOLE["question_groups"]]
    assert [each for each in headings(page(window)) if each in groups] == groups
    for question in written.WHOLE["questions"]:
        operations = dict.fromkeys(place.partition("/")[0] for place in question.get("only", ()))
        short_names = [written.OPERATIONS[each]["short_name"] for each in operations]
        lead_in = f"{', '.join(short_names)}: " if short_names else ""
        assert f"{lead_in}{question['text']}" in shown


def test_words(window):
    press(tree(window), WORDS["words"])
    assert title(window) == WORDS["words"]
    shown = [each.split("\u2028") for each in texts(page(window)) if "\u2028" in each]
    terms = [[each["name"], each["definition"]] for each in written.WHOLE["terms"]]
    assert shown == sorted(terms, key=lambda pair: pair[0].casefold())


def test_about_this_guide(window):
    about = written.PAGES["about-guide"]
    press(tree(window), about["name"])
    assert title(window) == about["name"]
    shown = texts(page(window))
    assert WORDS["not_reviewed"] in shown
    assert f"{WORDS['edition']} {written.WHOLE['guide']['edition']} · {written.WHOLE['guide']['date']}" in shown
    for reference in written.WHOLE["references"]:
        assert any(each.startswith(reference["text"]) for each in shown)


def test_footer_is_honest(window):
    line = next(each for each in texts(window) if WORDS["disclaimer"] in each)
    assert WORDS["not_reviewed"] in line
    assert WORDS["based_on"] in line
    assert f"{WORDS['edition']} {written.WHOLE['guide']['edition']}" in line
