"""A reader is led to a part of a topic: a section, a word, a question, a form of the operation, a side effect."""

from __future__ import annotations

import pytest

from tests import written
from tests.window import Key, find, folds, key, page, panel, press, seen, settle, texts, title


def open_part(running, topic, part):
    running.navigator.open(topic, part)
    settle(running.window)


def top_of(within, widget):
    """How far below the top edge of a pane a widget is seen, in pixels."""
    return widget.mapTo(within, widget.rect().topLeft()).y()


def opened(window):
    return [seen(each) for each in folds(panel(window)) if each.open]


PARTS = [
    pytest.param("whipple", "after", written.WORDS["after"], id="section"),
    pytest.param("whipple", "kinds", written.WORDS["kinds"], id="forms"),
    pytest.param("words", "bile-duct", None, id="word"),
]


@pytest.mark.parametrize(("topic", "part", "text"), PARTS)
def test_part_comes_to_the_top(running, topic, part, text):
    window = running.window
    open_part(running, topic, part)
    wanted = find(
        page(window), text or next(each for each in texts(page(window)) if each.startswith("bile duct\u2028"))
    )
    assert 0 <= top_of(page(window), wanted) <= 40


def test_each_part_of_every_topic_can_be_seen(running, guide):
    window = running.window
    for operation in guide.operations.values():
        for variant in operation.variants:
            open_part(running, operation.id, variant.id)
            shown = next(each for each in texts(page(window)) if each.startswith(variant.name))
            place = top_of(page(window), find(page(window), shown))
            assert 0 <= place < page(window).height(), f"{operation.id} {variant.id} at {place}"


def test_program_starts_at_a_part(start):
    running = start("whipple")
    open_part(running, "whipple", "living")
    assert top_of(page(running.window), find(page(running.window), written.WORDS["living"])) <= 40


def test_side_effect_of_an_operation_opens_in_the_panel(running, guide):
    window = running.window
    effect = guide.effects[guide.operations["whipple"].effects[-1]]
    open_part(running, "whipple", effect.id)
    assert title(window) == "Whipple procedure"
    assert opened(window) == [effect.name]
    heading = find(panel(window), effect.name)
    assert 0 <= top_of(panel(window), heading) < panel(window).height() / 2 or at_end(panel(window))


def at_end(pane):
    return pane.verticalScrollBar().value() == pane.verticalScrollBar().maximum()


def test_side_effect_of_another_time_is_shown_all_the_same(running, guide):
    window = running.window
    open_part(running, "whipple", "")
    late = next(
        guide.effects[each]
        for each in guide.operations["whipple"].effects
        if "first-days" not in guide.effects[each].times
    )
    press(panel(window), guide.times["first-days"].name)
    assert late.name not in texts(panel(window))
    open_part(running, "whipple", late.id)
    assert opened(window) == [late.name]
    assert find(panel(window), "All").isChecked()


def test_where_there_is_room_for_one_pane_the_side_effect_is_shown(start, guide):
    running = start("whipple", size=(600, 800))
    effect = guide.effects[guide.operations["whipple"].effects[0]]
    open_part(running, "whipple", effect.id)
    assert panel(running.window).isVisible()
    assert opened(running.window) == [effect.name]


def test_unknown_part_is_the_top(running):
    open_part(running, "whipple", "no-such-part")
    assert title(running.window) == "Whipple procedure"
    assert page(running.window).verticalScrollBar().value() == 0


def test_back_from_a_part_to_the_top(running):
    window = running.window
    open_part(running, "whipple", "")
    open_part(running, "whipple", "living")
    assert page(window).verticalScrollBar().value() > 0
    press(window, "Back")
    assert page(window).verticalScrollBar().value() == 0
    key(window, Key.Key_Home)
