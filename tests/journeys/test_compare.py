"""Two operations side by side, from every way in to the last line."""

from __future__ import annotations

import pytest

from desktop.views.parts.text_block import TextBlock
from tests import written
from tests.window import (
    ALT,
    Key,
    Role,
    accessible,
    click,
    find,
    focused,
    folds,
    headings,
    key,
    links,
    page,
    panel,
    panel_subtitle,
    press,
    rect_in,
    role,
    seen,
    show,
    spoken,
    texts,
    title,
    tree,
    widgets,
)

WORDS = written.WORDS
WHIPPLE, STOMACH = written.OPERATIONS["whipple"], written.OPERATIONS["gastrectomy"]
BOTH = f"{WHIPPLE['short_name']} · {STOMACH['short_name']}"
FIELDS = ("removed", "used_for", "how", "stay", "recovery")


def stated(operation, field: str) -> str:
    """What the file says in a field of the card at a glance."""
    line = operation["glance"].get(field)
    return line["text"] if line else WORDS["not_stated"]


def cell(window, text: str) -> TextBlock:
    """The text of one side; the same text may stand on both."""
    return next(each for each in widgets(page(window)) if isinstance(each, TextBlock) and each.text() == text)


@pytest.fixture
def compared(running, window):
    """The window with a Whipple procedure and a gastrectomy side by side."""
    show(running, "compare/whipple/gastrectomy")
    return window


# Ways in


def test_from_the_tree_two_operations_are_chosen_one_after_the_other(window):
    press(tree(window), WORDS["compare"])
    assert title(window) == WORDS["compare"]
    assert WORDS["compare_first"] in texts(page(window))
    press(page(window), WHIPPLE["short_name"])
    assert WORDS["compare_second"] in texts(page(window))
    assert WHIPPLE["name"] in texts(page(window))
    press(page(window), STOMACH["short_name"])
    assert title(window) == BOTH
    marked = [seen(each) for each in widgets(tree(window)) if getattr(each, "spoken_selected", bool)()]
    assert marked == [WORDS["compare"]]


def test_from_an_operation_only_the_other_one_is_chosen(running, window):
    show(running, "whipple")
    press(page(window), WORDS["compare_with"])
    assert links(page(window))[0] == WORDS["compare"]
    related = [written.OPERATIONS[name]["short_name"] for name in WHIPPLE["related"]]
    assert links(page(window))[1 : len(related) + 1] == related
    press(page(window), STOMACH["short_name"])
    assert title(window) == BOTH


@pytest.mark.parametrize("door", ["By surgery", "By body part"])
def test_it_stands_behind_both_doors(window, door):
    press(tree(window), door)
    press(tree(window), WORDS["compare"])
    assert title(window) == WORDS["compare"]


def test_it_is_a_topic_to_begin_with(start):
    window = start("compare/whipple/gastrectomy").window
    assert title(window) == BOTH


# Side by side


def test_the_same_field_of_both_stands_on_the_same_line(compared):
    labels = headings(page(compared))
    for field in FIELDS:
        assert WORDS[field] in labels
        one, other = (rect_in(cell(compared, stated(each, field)), compared) for each in (WHIPPLE, STOMACH))
        assert one.top() == other.top()
        assert one.right() < other.left()


def test_both_drawings_are_told(compared):
    told = [spoken(each) for each in widgets(page(compared)) if role(each) == Role.Graphic]
    assert told == [WHIPPLE["figure_text"], STOMACH["figure_text"]]


def test_a_screen_reader_hears_the_field_and_the_operation_with_every_text(compared):
    heard = [node.name for node in accessible(page(compared))]
    for field in FIELDS:
        for each in (WHIPPLE, STOMACH):
            assert f"{WORDS[field]}, {each['short_name']}: {stated(each, field)}" in heard


def test_where_no_source_states_it_the_side_says_so(running, window):
    silent = next(
        (one["id"], field) for one in written.OPERATIONS.values() for field in FIELDS if field not in one["glance"]
    )
    show(running, f"compare/whipple/{silent[0]}")
    name = written.OPERATIONS[silent[0]]["short_name"]
    assert f"{WORDS[silent[1]]}, {name}: {WORDS['not_stated']}" in [node.name for node in accessible(page(window))]


def test_effects_of_one_only_stand_on_its_side_and_shared_ones_below(compared):
    own = {name: set(written.effects_of(name)) for name in ("whipple", "gastrectomy")}
    middle = rect_in(cell(compared, stated(STOMACH, "removed")), compared).left()
    below = rect_in(find(page(compared), WORDS["both_effects"]), compared).top()
    for effect in sorted(own["whipple"] | own["gastrectomy"]):
        name = written.EFFECTS[effect]["name"]
        rect = rect_in(find(page(compared), name, Role.Link), compared)
        if effect in own["whipple"] & own["gastrectomy"]:
            assert rect.top() > below
        else:
            assert rect.top() < below
            assert (rect.left() < middle - 20) == (effect in own["whipple"])


def test_the_panel_shows_what_they_share_and_opens_it_in_place(compared):
    assert panel_subtitle(compared) == BOTH
    shared = set(written.effects_of("whipple")) & set(written.effects_of("gastrectomy"))
    names = {written.EFFECTS[effect]["name"] for effect in shared}
    here = [each for each in folds(panel(compared)) if each.accessibleIdentifier().startswith("effect-")]
    assert {seen(each).partition("\n")[0] for each in here} == names
    click(here[0])
    assert here[0].spoken_expanded()


# Ways on


def test_an_effect_leads_to_its_page_and_back_leads_to_the_comparison(compared):
    press(page(compared), "Pancreatic fistula")
    assert title(compared) == "Pancreatic fistula"
    key(compared, Key.Key_Left, ALT)
    assert title(compared) == BOTH


def test_either_side_leads_to_its_operation(compared):
    press(page(compared), f"{WORDS['learn_more']}: {STOMACH['short_name']}")
    assert title(compared) == STOMACH["name"]


def test_either_side_can_be_changed_and_the_other_stays(compared):
    press(page(compared), f"{WORDS['change']}: {STOMACH['short_name']}")
    assert WHIPPLE["name"] in texts(page(compared))
    press(page(compared), written.OPERATIONS["liver-resection"]["short_name"])
    assert title(compared) == f"{WHIPPLE['short_name']} · {written.OPERATIONS['liver-resection']['short_name']}"


def test_it_can_be_used_with_the_keyboard_alone(compared):
    for _ in range(60):
        if spoken(focused()) == f"{WORDS['change']}: {WHIPPLE['short_name']}":
            break
        key(compared, Key.Key_Tab)
    key(compared, Key.Key_Return)
    assert STOMACH["name"] in texts(page(compared))


def test_the_selected_text_of_a_side_is_copied_with_its_sources(compared):
    selection = page(compared).selection
    selection.select_all()
    assert stated(WHIPPLE, "removed") in selection.text()
    assert set(WHIPPLE["glance"]["removed"]["from"]) <= set(selection.sources())


def test_another_topic_shows_nothing_of_it(running, compared):
    show(running, "whipple")
    assert WORDS["own_effects"] not in texts(page(compared))
    show(running, "compare/whipple/gastrectomy")
    assert WORDS["own_effects"] in texts(page(compared))


# Less room


@pytest.mark.parametrize(("size", "text_size"), [((600, 900), 1.0), ((1366, 768), 1.6), ((400, 700), 1.3)], ids=str)
def test_where_two_columns_do_not_fit_the_sides_stand_under_one_another_with_their_names(start, size, text_size):
    window = start("compare/whipple/gastrectomy", size=size, text_size=text_size).window
    narrow = page(window).width() < 500 * text_size + 100
    for field in FIELDS:
        one, other = (
            next(
                each
                for each in widgets(page(window))
                if spoken(each) == f"{WORDS[field]}, {name}: {stated(what, field)}"
            )
            for name, what in ((WHIPPLE["short_name"], WHIPPLE), (STOMACH["short_name"], STOMACH))
        )
        assert (rect_in(one, window).bottom() < rect_in(other, window).top()) == narrow
    names = [text for text in texts(page(window)) if text == STOMACH["short_name"]]
    assert len(names) >= (len(FIELDS) if narrow else 1)
