"""The second door: the body. Pointed at, pressed, gone through with the keyboard, and heard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from tests import written
from tests.guides import shipped_text
from tests.window import (
    PLAIN,
    Button,
    Key,
    Role,
    accessible,
    bring_into_view,
    contrast,
    focused,
    key,
    links,
    page,
    picture,
    press,
    role,
    seen,
    settle,
    show,
    spoken,
    texts,
    title,
    tree,
    widgets,
)

REGIONS = [each["id"] for each in written.WHOLE["regions"]]
ORGANS = {each["id"]: each for each in sorted(written.WHOLE["organs"], key=lambda each: REGIONS.index(each["region"]))}
"""The organs, head to toe."""
SEVERAL = [name for name, each in ORGANS.items() if len(each["operations"]) > 1]
SINGLE = [name for name, each in ORGANS.items() if len(each["operations"]) == 1 and "/" not in each["operations"][0]]


def figure(window):
    """The drawing of the body."""
    return next(each for each in widgets(tree(window)) if each.accessibleIdentifier() == "body-figure")


def place(window, organ: str) -> QPoint:
    """Where an organ is seen, in the window; it is scrolled to as a reader would."""
    body = figure(window)
    at = body.place_of(organ)
    bar = body
    bring_into_view(bar)
    scroll = next(each for each in widgets(tree(window)) if hasattr(each, "ensureVisible"))
    inside = body.mapTo(scroll.column, at)
    scroll.ensureVisible(inside.x(), inside.y(), 30, 30)
    settle(window)
    return body.mapTo(window, at)


def tap(window, organ: str) -> None:
    """Press an organ on the drawing with the mouse, where it is seen."""
    QTest.mouseClick(window.windowHandle(), Button.LeftButton, PLAIN, place(window, organ))
    settle(window)


def point(window, organ: str) -> None:
    """Move the mouse to an organ."""
    QTest.mouseMove(window.windowHandle(), place(window, organ))
    settle(window)


@pytest.fixture
def body(window):
    """The window with the second door open."""
    press(tree(window), "By body part")
    return window


def rows(window) -> list[str]:
    return [seen(each) for each in widgets(tree(window)) if role(each) == Role.TreeItem]


def marked(window) -> list[str]:
    return [seen(each) for each in widgets(tree(window)) if role(each) == Role.TreeItem and each.spoken_selected()]


# The doors


def test_the_doors_are_one_choice_of_two(window):
    nodes = [node for node in accessible(tree(window)) if node.role == Role.RadioButton]
    assert [(node.name, "checked" in node.states) for node in nodes] == [("By surgery", True), ("By body part", False)]
    press(tree(window), "By body part")
    nodes = [node for node in accessible(tree(window)) if node.role == Role.RadioButton]
    assert [(node.name, "checked" in node.states) for node in nodes] == [("By surgery", False), ("By body part", True)]


def test_arrow_keys_go_from_door_to_door(window):
    while seen(focused()) != "By surgery":
        key(window, Key.Key_Tab)
    key(window, Key.Key_Right)
    assert seen(focused()) == "By body part"
    assert figure(window).isVisible()
    key(window, Key.Key_Left)
    assert rows(window)[:3] == ["About surgery", "Carcinoid crisis", "Resection"]


def test_pages_and_lists_stand_behind_both_doors(window):
    by_surgery = rows(window)
    press(tree(window), "By body part")
    by_body = rows(window)
    categories = {each["name"] for each in written.WHOLE["categories"]}
    assert set(by_surgery) - set(by_body) == categories
    assert set(by_body) - set(by_surgery) == {each["name"] for each in ORGANS.values()}


def test_the_organs_stand_under_their_regions_in_the_order_of_the_body(body):
    seen_here = texts(tree(body))
    wanted = []
    for region in written.WHOLE["regions"]:
        wanted += [region["name"], *[each["name"] for each in ORGANS.values() if each["region"] == region["id"]]]
    first = seen_here.index("Neck")
    assert seen_here[first : first + len(wanted)] == wanted


def test_another_page_keeps_the_door(body):
    press(tree(body), "Questions to ask")
    assert figure(body).isVisible()
    assert marked(body) == ["Questions to ask"]


def test_a_topic_behind_the_other_door_opens_it(running, window):
    show(running, "pancreas")
    assert figure(window).isVisible()
    assert marked(window) == [ORGANS["pancreas"]["name"]]
    show(running, "resection")
    assert marked(window) == ["Resection"]
    show(running, "bile-leak")
    assert marked(window) == [], "a side effect stands behind neither"


# The drawing, with the mouse


@pytest.mark.parametrize("organ", SEVERAL)
def test_tapping_an_organ_lists_its_operations(body, organ):
    tap(body, organ)
    assert title(body) == ORGANS[organ]["name"]
    names = [written.OPERATIONS[each.partition("/")[0]]["name"] for each in ORGANS[organ]["operations"]]
    assert [each for each in links(page(body)) if each in names] == names
    assert marked(body) == [ORGANS[organ]["name"]]


@pytest.mark.parametrize("organ", SINGLE)
def test_tapping_an_organ_with_one_operation_opens_it(body, organ):
    tap(body, organ)
    assert title(body) == written.OPERATIONS[ORGANS[organ]["operations"][0]]["name"]
    assert marked(body) == [ORGANS[organ]["name"]]


def test_an_organ_that_only_one_form_of_an_operation_touches_says_so_first(body):
    tap(body, "bladder")
    assert title(body) == ORGANS["bladder"]["name"]
    assert ORGANS["bladder"]["text"] in texts(page(body))
    assert f"{written.WORDS['only_with']} Rectal (anterior) resection" in texts(page(body))


def test_pointing_at_an_organ_names_it_and_lights_it_up(body):
    before = picture(figure(body))
    assert "Touch a part of the body" in texts(tree(body))
    point(body, "pancreas")
    assert f"{ORGANS['pancreas']['name']}\u20282 operations" in texts(tree(body))
    assert picture(figure(body)) != before
    QTest.mouseMove(body.windowHandle(), page(body).mapTo(body, QPoint(200, 300)))
    settle(body)
    assert "Touch a part of the body" in texts(tree(body))
    assert picture(figure(body)) == before


def test_pressing_one_organ_and_letting_go_on_another_chooses_none(body):
    before = title(body)
    start, end = place(body, "liver"), place(body, "spleen")
    QTest.mousePress(body.windowHandle(), Button.LeftButton, PLAIN, start)
    QTest.mouseMove(body.windowHandle(), end)
    QTest.mouseRelease(body.windowHandle(), Button.LeftButton, PLAIN, end)
    settle(body)
    assert title(body) == before


@pytest.mark.parametrize("organ", ["liver", "pancreas", "lungs", "spleen", "thyroid"])
def test_the_chosen_organ_is_seen_in_another_colour(body, organ):
    """3 to 1 against the body around it (WCAG 1.4.11)."""
    at = figure(body).place_of(organ)
    before = picture(figure(body)).pixel(at)
    tap(body, organ)
    QTest.mouseMove(body.windowHandle(), page(body).mapTo(body, QPoint(200, 300)))
    settle(body)
    after = picture(figure(body)).pixel(at)
    assert after != before
    assert contrast(after, 0xFFDDE5E8) >= 3


def test_the_chosen_organ_stays_marked_on_its_operation(body):
    tap(body, "pancreas")
    press(page(body), written.OPERATIONS["whipple"]["name"])
    assert marked(body) == [written.OPERATIONS["whipple"]["short_name"]]
    chosen = [node.name for node in accessible(figure(body)) if "selected" in node.states]
    assert chosen == [f"{ORGANS['pancreas']['name']}, 2 operations"]


def test_in_another_language_the_door_the_mark_and_what_is_open_stay(body):
    tap(body, "pancreas")
    press(page(body), written.OPERATIONS["whipple"]["name"])
    rows_before = [each for each in widgets(tree(body)) if role(each) == Role.TreeItem]
    open_before = [each for each in rows_before if each.spoken_expanded()]
    press(body, "FR")
    assert "Pancréas" in "".join(texts(tree(body)))
    assert [each for each in widgets(tree(body)) if role(each) == Role.TreeItem] == rows_before
    assert [each for each in rows_before if each.spoken_expanded()] == open_before
    assert len(marked(body)) == 1
    assert any(node.name.endswith(", 2 opérations") for node in accessible(figure(body)) if "selected" in node.states)
    press(body, "EN")
    assert marked(body) == [written.OPERATIONS["whipple"]["short_name"]]


# The drawing, with the keyboard and heard


def test_every_organ_is_heard_with_the_number_of_its_operations(body):
    nodes = [node for node in accessible(figure(body)) if node.role == Role.Button]
    assert [node.name.rpartition(", ")[0] for node in nodes] == [each["name"] for each in ORGANS.values()]
    for node, each in zip(nodes, ORGANS.values(), strict=True):
        count = len({name.partition("/")[0] for name in each["operations"]})
        assert node.name.endswith(f", {count} operation{'s' if count > 1 else ''}")
        assert node.focusable
        assert min(node.rect.width(), node.rect.height()) >= 44


def test_the_list_is_heard_with_the_number_too(body):
    names = [spoken(each) for each in widgets(tree(body)) if role(each) == Role.TreeItem]
    assert f"{ORGANS['pancreas']['name']}, 2 operations" in names
    assert f"{ORGANS['spleen']['name']}, 1 operation" in names


def test_tab_goes_through_the_organs_head_to_toe_and_enter_opens_one(body):
    while not isinstance(focused().parentWidget(), type(figure(body))):
        key(body, Key.Key_Tab)
    met = []
    while isinstance(focused().parentWidget(), type(figure(body))):
        met.append(spoken(focused()).rpartition(", ")[0])
        key(body, Key.Key_Tab)
    assert met == [each["name"] for each in ORGANS.values()]
    assert role(focused()) == Role.TreeItem
    key(body, Key.Key_Backtab)
    while not spoken(focused()).startswith("Pancreas"):
        key(body, Key.Key_Backtab)
    assert f"{ORGANS['pancreas']['name']}\u20282 operations" in texts(tree(body))
    key(body, Key.Key_Return)
    assert title(body) == ORGANS["pancreas"]["name"]
    assert spoken(focused()).startswith("Pancreas"), "the keyboard stays where it was"


@pytest.mark.parametrize("organ", ["pancreas", "esophagus", "parathyroid-glands", "mesentery"])
def test_the_focused_organ_has_a_ring_in_both_colours(body, organ):
    while focused().accessibleIdentifier() != f"organ-{organ}":
        key(body, Key.Key_Tab)
    image = picture(figure(body))
    colours = {image.pixel(x, y) & 0xFFFFFF for x in range(image.width()) for y in range(image.height())}
    assert {0xFFD23F, 0x14181C} <= colours


# The page of an organ


@pytest.mark.parametrize("organ", ORGANS)
def test_every_organ_has_a_page_with_ways_on(running, organ):
    show(running, organ)
    each = ORGANS[organ]
    shown = texts(page(running.window))
    assert each["text"] in shown
    assert any(region["id"] == each["region"] and region["name"] in shown for region in written.WHOLE["regions"])
    if "part_of" in each:
        assert ORGANS[each["part_of"]]["name"] in links(page(running.window))
    assert links(page(running.window))


def test_an_operation_leads_to_its_organs_and_they_lead_back(running, window):
    show(running, "distal-pancreatectomy")
    press(page(window), ORGANS["spleen"]["name"], Role.Link)
    assert title(window) == ORGANS["spleen"]["name"]
    press(page(window), written.OPERATIONS["distal-pancreatectomy"]["name"], Role.Link)
    assert title(window) == written.OPERATIONS["distal-pancreatectomy"]["name"]


def test_an_organ_without_operations_is_quiet_and_no_dead_end(start, tmp_path):
    """In a guide of one's own: the organ is drawn paler, says that nothing is about it, and leads on."""
    text = shipped_text().replace(
        "    operations: [distal-pancreatectomy]\n    from: [patient_spleen", "    from: [patient_spleen"
    )
    assert text != shipped_text()
    (tmp_path / "content.yaml").write_text(text, "utf-8")
    window = start(content=tmp_path).window
    press(tree(window), "By body part")
    name = ORGANS["spleen"]["name"]
    heard = [node.name for node in accessible(figure(window)) if node.name.startswith(name)]
    assert heard == [f"{name}, no operation in this guide"]
    tap(window, "spleen")
    assert title(window) == name
    shown = texts(page(window))
    assert f"{written.WORDS['no_operation']} {written.WORDS['ask_team']}" in shown
    assert {"About surgery", "Questions to ask", "Words"} <= set(links(page(window)))


# Smaller windows


@pytest.mark.parametrize("size", [(600, 900), (400, 800), (900, 700)])
def test_in_a_smaller_window_the_body_is_there_and_leads_to_the_page(start, size):
    window = start(size=size).window
    press(window, "Topics")
    press(tree(window), "By body part")
    tap(window, "pancreas")
    assert title(window) == ORGANS["pancreas"]["name"]
    assert page(window).isVisible()


def test_where_the_names_of_the_doors_do_not_fit_they_stand_one_under_the_other(start):
    window = start(size=(1024, 700)).window
    one, other = (each for each in widgets(tree(window)) if role(each) == Role.RadioButton)
    assert one.geometry().bottom() < other.geometry().top()
    assert min(one.height(), other.height()) >= 44
