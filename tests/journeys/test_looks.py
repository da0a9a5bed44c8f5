"""Size of text and colours: chosen in sight or by keys, at once, and remembered."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.looks.theme import COLOURS, STEPS
from tests.window import (
    CTRL,
    Key,
    Role,
    contrast,
    find,
    key,
    page,
    panel,
    picture,
    pixels,
    press,
    seen,
    settle,
    show,
    spoken,
    title,
    tree,
    widgets,
)


def ground(window) -> int:
    """The colour the page lies on: the commonest of its lower left corner."""
    shown = pixels(picture(page(window)))
    return max(set(shown[-600:]), key=list(shown[-600:]).count)


def height_of_title(window) -> int:
    return find(page(window), title(window), Role.Heading).height()


def choose_colours(window, name: str) -> None:
    press(window, "Colours", Role.Button)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(each for each in menu.actions() if each.text() == name)
    menu.setActiveAction(action)
    action.trigger()
    menu.close()
    settle(window)


# Size


def test_text_grows_and_shrinks_by_its_buttons(running):
    window = running.window
    show(running, "whipple")
    heights = [height_of_title(window)]
    for _ in STEPS[1:]:
        press(window, "Larger text")
        heights.append(height_of_title(window))
    assert heights == sorted(heights)
    assert heights[-1] >= 2 * heights[0] - 2
    assert not find(window, "Larger text").isEnabled()
    for _ in STEPS[1:]:
        press(window, "Smaller text")
    assert height_of_title(window) == heights[0]
    assert not find(window, "Smaller text").isEnabled()


@pytest.mark.parametrize("larger", [Key.Key_Plus, Key.Key_Equal])
def test_text_grows_and_shrinks_by_keys(running, larger):
    window = running.window
    before = height_of_title(window)
    key(window, larger, CTRL)
    key(window, larger, CTRL)
    grown = height_of_title(window)
    key(window, Key.Key_Minus, CTRL)
    assert before < height_of_title(window) < grown
    key(window, Key.Key_0, CTRL)
    assert height_of_title(window) == before


def test_topic_stays_when_the_text_grows(running):
    window = running.window
    show(running, "whipple")
    press(window, "Larger text")
    assert title(window) == "Whipple procedure"
    assert seen(find(tree(window), "Whipple procedure")) == "Whipple procedure"


@pytest.mark.parametrize("step", STEPS[1:])
def test_size_is_that_of_a_window_that_began_with_it(start, step):
    """Nothing keeps its old size: the window looks to the pixel as one that was opened at this size."""
    running = start("whipple", text_size=step)
    wanted = picture(running.window)
    running = start("whipple", text_size=1.0)
    for _ in range(STEPS.index(step)):
        press(running.window, "Larger text")
    running.window.setFocus()
    settle(running.window)
    found = picture(running.window)
    differing = sum(one != other for one, other in zip(pixels(wanted), pixels(found), strict=True))
    assert differing < 2000, "only the focus ring may differ"


def test_size_is_remembered(start):
    first = start("whipple")
    press(first.window, "Larger text")
    large = height_of_title(first.window)
    first.memory.save()
    again = start("whipple", text_size=None)
    assert height_of_title(again.window) == large


# Colours


@pytest.mark.parametrize(("name", "colours"), [("Dark", "dark"), ("High contrast", "contrast"), ("Light", "light")])
def test_colours_are_chosen_from_the_button(running, name, colours):
    window = running.window
    choose_colours(window, name)
    assert ground(window) == 0xFF000000 | int(COLOURS[colours]["canvas"][1:], 16)


@pytest.mark.parametrize("name", ["Dark", "High contrast"])
@pytest.mark.parametrize("topic", ["whipple", "bile-leak", "words"])
def test_every_text_can_be_read_in_other_colours(running, topic, name):
    window = running.window
    choose_colours(window, name)
    show(running, topic)
    faint = []
    for part in (tree(window), page(window), panel(window)):
        for each in widgets(part):
            if seen(each) and each.visibleRegion().boundingRect().height() >= 20:
                shown = list(pixels(picture(each)))
                lies_on = max(set(shown), key=shown.count)
                best = max(contrast(each_pixel, lies_on) for each_pixel in set(shown))
                if best < 7:
                    faint.append((spoken(each), best))
    assert faint == []


def test_present_choice_is_marked(running):
    window = running.window
    choose_colours(window, "Dark")
    press(window, "Colours", Role.Button)
    menu = QApplication.activePopupWidget()
    assert [each.text() for each in menu.actions() if each.isChecked()] == ["Dark"]
    menu.close()


def test_colours_are_remembered(start):
    first = start()
    choose_colours(first.window, "Dark")
    first.memory.save()
    again = start()
    assert again.appearance.colours == "dark"
    assert ground(again.window) == 0xFF000000 | int(COLOURS["dark"]["canvas"][1:], 16)


def test_nonsense_in_the_settings_looks_as_the_system(start, tmp_path):
    folder = tmp_path / "settings"
    folder.mkdir()
    (folder / "settings.json").write_text('{"colours": "mauve", "text_size": 7.5, "language": "xx"}')
    running = start(text_size=None)
    assert (running.appearance.colours, running.appearance.step) == ("system", 1.0)
    assert title(running.window) == "About surgery"
