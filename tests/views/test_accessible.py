"""What a screen reader is told: everything has a name, the right role and the right state."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton

from desktop.pages import topics
from tests import written
from tests.window import (
    Key,
    Role,
    accessible,
    click,
    find,
    folds,
    key,
    key_until,
    level,
    page,
    panel,
    press,
    rect_in,
    role,
    seen,
    settle,
    show,
    spoken,
    title,
    tree,
    widgets,
)

SNAPSHOTS = Path(__file__).parent.parent / "data"
MOST_NODES = 120
"""Nodes on the screen at a time: more make screen readers slow (acceptance, row C7)."""
WORDS = written.WORDS


def one_of_each_kind(guide) -> list[str]:
    """Every topic but the side effects, which are all alike, and some of those."""
    every = [each for each in topics.all_ids(guide) if each not in guide.effects]
    return [*every, "carcinoid-crisis", *list(guide.effects)[::9]]


def open_everything(window) -> None:
    """Open the levels of urgency, two side effects and the folds of the page."""
    for fold in (*folds(panel(window))[:6], *folds(page(window))):
        click(fold)


def words(text: str) -> str:
    """A text without the breaks and marks that are not spoken."""
    return " ".join(text.replace("\u2028", ": ").split())


# Names


def test_everything_that_takes_the_keyboard_is_named_and_known(running, guide):
    for topic in topics.all_ids(guide):
        show(running, topic)
        nodes = [node for node in accessible(running.window) if node.focusable]
        assert len(nodes) > 20
        assert [node for node in nodes if not node.name.strip() or node.role in (Role.Client, Role.NoRole)] == []


@pytest.mark.parametrize("topic", ["whipple", "resection", "bile-leak", "words", "about-guide"])
def test_what_is_seen_is_said(running, topic):
    """The name of everything contains the text it shows (label in name, WCAG 2.5.3; spoken = shown)."""
    window = running.window
    show(running, topic)
    open_everything(window)
    written_down = [each for each in widgets(window) if seen(each)]
    assert len(written_down) > 40
    assert [seen(each) for each in written_down if words(seen(each)) not in words(spoken(each))] == []


def test_everything_that_is_pressed_has_an_identifier(running, guide):
    """For tests and for people who script a screen reader: it is the same in every language.

    Two links have the same one only if they lead to the same topic under the same name.
    """
    window = running.window
    for topic in one_of_each_kind(guide):
        show(running, topic)
        for pane in (tree(window), page(window), panel(window)):
            pressed = [each for each in widgets(pane) if isinstance(each, QAbstractButton)]
            named = {(each.accessibleIdentifier(), spoken(each)) for each in pressed}
            assert all(identifier for identifier, _ in named), f"{topic}: {named}"
            assert len(dict(named)) == len(named), f"{topic}: {named}"


def test_drawing_tells_what_can_be_seen_on_it(running):
    for operation, record in written.OPERATIONS.items():
        show(running, operation)
        drawings = [node.name for node in accessible(page(running.window)) if node.role == Role.Graphic]
        assert drawings == [record["figure_text"]]


# Roles and states


def roles(nodes) -> dict[str, set]:
    """The roles under which each name is met."""
    found: dict[str, set] = {}
    for node in nodes:
        found.setdefault(node.name, set()).add(node.role)
    return found


def test_roles_of_an_operation(running):
    window = running.window
    show(running, "whipple")
    press(panel(window), written.HELP_LEVELS["call_911"]["name"])
    found = roles(accessible(window))
    for name in ("why", "before", "during", "after", "living", "questions", "related", "sources", "kinds"):
        assert found[WORDS[name]] >= {Role.Heading}
    assert found[WORDS["get_help"]] == {Role.Section, Role.Heading}
    assert found["Resection"] == {Role.TreeItem, Role.Link}
    assert found["Distal pancreatectomy"] == {Role.TreeItem, Role.Link}
    assert found["Long term"] == {Role.RadioButton}
    assert found["Back"] == {Role.Button}
    assert found[f"{WORDS['learn_more']}: Carcinoid crisis"] == {Role.Link}
    assert found["1. Drinks first."] == {Role.ListItem}
    assert found["Topics"] == {Role.Tree}
    assert found[written.OPERATIONS["whipple"]["summary"]["text"]] == {Role.Paragraph}
    first_sign = written.SIGNS[written.signs_by_level("whipple")["call_911"][0]]["text"]
    assert found[first_sign] == {Role.ListItem}


def test_cards_of_an_effect_are_sections(running):
    show(running, "bile-leak")
    sections = [node.name for node in accessible(page(running.window)) if node.role == Role.Section]
    names = [each["name"] for each in written.HELP_LEVELS.values()]
    assert [name for name in sections if name in names] == [name for name in names if name in sections]
    assert sections
    assert WORDS["nurse_notes"] in sections or not written.EFFECTS["bile-leak"].get("nurse_notes")


def test_headings_have_levels_and_skip_none(running, guide):
    """The page begins with the only heading of level 1; none is more than one level below that before it."""
    window = running.window
    for topic in one_of_each_kind(guide):
        show(running, topic)
        for fold in folds(panel(window))[:5]:
            fold.click()
        settle(window)
        for pane, first in ((page(window), 1), (panel(window), 2)):
            levels = [node.level for node in accessible(pane) if node.role == Role.Heading]
            assert levels[0] == first
            assert levels.count(1) == (first == 1)
            assert all(0 < after <= before + 1 for before, after in pairwise(levels)), f"{topic}: {levels}"


def test_other_things_have_no_level(running):
    show(running, "whipple")
    assert {node.level for node in accessible(running.window) if node.role != Role.Heading} == {0}


def test_states_of_the_tree(window):
    def states(name):
        return next(
            node.states for node in accessible(tree(window)) if node.name == name and node.role == Role.TreeItem
        )

    assert {"selected", "selectable"} <= states("About surgery")
    assert "expandable" not in states("About surgery")
    assert {"expandable", "collapsed"} <= states("Resection")
    assert "selected" not in states("Resection")
    press(tree(window), "Resection")
    assert {"expandable", "expanded", "selected"} <= states("Resection")
    assert "collapsed" not in states("Resection")
    assert "selected" not in states("About surgery")
    press(tree(window), "Resection")
    assert "collapsed" in states("Resection")
    key_until(window, Key.Key_Tab, "Resection")
    assert "focused" in states("Resection")


def test_states_of_choices_and_folds(running):
    window = running.window
    show(running, "whipple")

    def states(name):
        return next(node.states for node in accessible(panel(window)) if node.name.startswith(name) and node.focusable)

    assert "checked" in states("All")
    press(panel(window), "Weeks", Role.RadioButton)
    assert "checked" in states("Weeks")
    assert "checked" not in states("All")
    assert "collapsed" in states("Pancreatic fistula")
    press(panel(window), "Pancreatic fistula")
    assert "expanded" in states("Pancreatic fistula")


def test_what_is_hidden_is_not_told(running):
    window = running.window
    show(running, "whipple")
    told = {node.name for node in accessible(window)}
    assert "Stent placement" in told, "a related operation"
    assert "Ablation of liver tumours (RFA)" not in told, "it stands in a closed branch of the tree"
    hidden = [each for each in window.findChildren(QAbstractButton) if not each.isVisible()]
    assert hidden


def test_reading_order_is_that_of_the_screen(running):
    """From the name of the guide over topics, page and panel to the line at the bottom."""
    window = running.window
    show(running, "whipple")
    names = [node.name for node in accessible(window)]
    landmarks = [
        written.TITLE,
        "Back",
        "About surgery",
        "About this guide",
        "Whipple procedure",
        WORDS["why"],
        WORDS["sources"],
        WORDS["side_effects"],
        WORDS["get_help"],
        WORDS["any_operation"],
    ]
    order = []
    for name in landmarks:
        order.append(names.index(name, order[-1] if order else 0))
    bottom = next(number for number, name in enumerate(names) if WORDS["disclaimer"] in name)
    assert order[-1] < bottom


@pytest.mark.parametrize("topic", ["whipple", "cytoreductive-debulking", "words", "side-effects", "about-guide"])
def test_not_too_much_on_the_screen_for_a_screen_reader(running, topic):
    window = running.window
    show(running, topic)
    screen = window.rect()
    shown = 0
    for node in accessible(window):
        if node.widget is not None and not node.widget.visibleRegion().isEmpty():
            assert screen.intersects(rect_in(node.widget, window))
            shown += 1
    assert 40 < shown <= MOST_NODES


# Pressing


def do(widget, wanted: str) -> None:
    """Do with a widget what a screen reader can do with it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert wanted in interface.actionNames()
    interface.doAction(wanted)
    settle(widget.window())


def press_action() -> str:
    return "Press"


def test_screen_reader_opens_a_topic(window):
    do(find(tree(window), "Palliative surgery"), press_action())
    assert title(window) == "Palliative surgery"
    do(find(tree(window), "Stent placement"), press_action())
    assert title(window) == "Stent placement"
    do(find(page(window), "Palliative surgery", Role.Link), press_action())
    assert title(window) == "Palliative surgery"


def test_screen_reader_opens_folds_and_chooses(running):
    window = running.window
    show(running, "whipple")
    fold = find(panel(window), "Pancreatic fistula")
    do(fold, press_action())
    assert written.EFFECTS["pancreatic-fistula"]["what"][0]["text"] in [spoken(each) for each in widgets(panel(window))]
    do(find(panel(window), "Weeks", Role.RadioButton), press_action())
    assert find(panel(window), "Weeks", Role.RadioButton).isChecked()


def test_screen_reader_puts_the_keyboard_somewhere(running):
    window = running.window
    show(running, "whipple")
    fold = find(panel(window), "Pancreatic fistula")
    do(fold, "SetFocus")
    assert fold.hasFocus()
    assert role(fold) == Role.Button


# Snapshots


SCREENS = {"operation": "whipple", "first-page": "about-surgery", "side-effect": "bile-leak"}
TEXT_ROLES = (Role.Paragraph, Role.ListItem)
_NUMBER = re.compile(r"\d+(?= warning signs?)|(?<=\()\d+(?=\)$)")
_TOLD = ("selected", "expanded", "collapsed", "checked")


def outline(window) -> str:
    """What a screen reader is told, one line for each thing that structures the screen.

    Texts and numbers are left out: the guide may say more tomorrow.
    """
    lines: list[str] = []
    for node in accessible(window):
        if node.role in TEXT_ROLES:
            line = f"{node.role.name} …"
        elif node.name and node.role != Role.Client:
            states = [each for each in _TOLD if each in node.states]
            parts = (
                node.role.name + (f" {node.level}" if node.level else ""),
                f"“{_NUMBER.sub('#', words(node.name))}”",
                *states,
            )
            line = " ".join(parts)
        else:
            continue
        line = "  " * node.depth + line
        if not lines or line != lines[-1]:
            lines.append(line)
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("screen", SCREENS)
def test_names_and_roles_are_as_they_were(running, screen, request):
    """Rewrite with ``pytest --rewrite-snapshots`` and read the difference."""
    show(running, SCREENS[screen])
    file = SNAPSHOTS / f"screen-reader-{screen}.txt"
    if request.config.getoption("--rewrite-snapshots"):
        file.write_text(outline(running.window), encoding="utf-8")
    assert outline(running.window) == file.read_text(encoding="utf-8")


def test_levels_are_asked_for_as_a_screen_reader_does(running):
    show(running, "whipple")
    heading = next(each for each in widgets(page(running.window)) if role(each) == Role.Heading)
    interface = QAccessible.queryAccessibleInterface(heading)
    assert interface.attributesInterface().attributeKeys() == [QAccessible.Attribute.Level]
    assert level(interface) == 1
    key(running.window, Key.Key_F6)
