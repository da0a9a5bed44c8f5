"""What is shipped besides code: every drawing that is asked for is there and shows something."""

from __future__ import annotations

import ast
import re
from collections import Counter

import pytest
from PySide6.QtSvg import QSvgRenderer

from desktop import paths
from desktop.looks import drawings
from tests import written
from tests.window import pixels

ICONS = sorted(each.stem for each in (written.RESOURCES / "icons").glob("*.svg"))
ORGANS = sorted(each.name for each in (written.RESOURCES / "organs").glob("*.svg"))
OWN_COLOURS = {"app"}
"""Icons that keep the colours they were drawn in."""

ASKED_FOR_BY = {"IconButton": 1, "set_icon": 0, "icon": 0, "icon_in_colour": 0}
"""The calls that name an icon, and at which place they do."""


def icons_named_in(code: str) -> set[str]:
    """The icons that a file of the program names."""
    found = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            named = [each.value for each in node.keywords if each.arg == "icon_name"]
            if called in ASKED_FOR_BY and len(node.args) > ASKED_FOR_BY[called]:
                named.append(node.args[ASKED_FOR_BY[called]])
            found |= {each.value for each in named if isinstance(each, ast.Constant) and each.value}
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "").endswith("_ICONS"):
            found |= set(ast.literal_eval(node.value).values())
    return found


NAMED = sorted(set().union(*(icons_named_in(each.read_text()) for each in (written.ROOT / "desktop").rglob("*.py"))))


def inked(pixmap) -> Counter:
    """The colours of a drawing with what is see-through left out."""
    image = pixmap.toImage().convertToFormat(pixmap.toImage().Format.Format_ARGB32)
    return Counter({colour: count for colour, count in Counter(pixels(image)).items() if colour >> 24 == 255})


def test_icons_are_found_in_the_code():
    assert {"app", "back", "forward", "close", "call-911", "emergency", "today", "next-visit"} <= set(NAMED)


@pytest.mark.parametrize("name", NAMED)
def test_icon_that_is_asked_for_exists(name):
    assert name in ICONS


@pytest.mark.parametrize("name", ICONS)
def test_icon_is_drawn_in_the_colour_asked_for(qapp, name):  # noqa: ARG001
    colours = inked(drawings.icon(name, "#a3261b", 48, 1.0))
    assert sum(colours.values()) > 60, "something is drawn"
    if name not in OWN_COLOURS:
        assert set(colours) == {0xFFA3261B}


@pytest.mark.parametrize("name", ICONS)
def test_icon_is_drawn_in_one_colour_only(name):
    """That colour is replaced by the one of the theme, so no other may be in the file."""
    drawing = (written.RESOURCES / "icons" / f"{name}.svg").read_text()
    colours = set(re.findall(r"""(?:fill|stroke|stop-color|color)\s*[=:]\s*["']?\s*([^"';\s]+)""", drawing)) - {"none"}
    if name in OWN_COLOURS:
        assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in colours)
    else:
        assert colours == {"#000000"}
    assert "<text" not in drawing, "letters would need a font"


@pytest.mark.parametrize("file", ORGANS)
def test_drawing_shows_something(qapp, file):  # noqa: ARG001
    pixmap = drawings.figure(file, 192, 240, 1.0)
    assert (pixmap.width(), pixmap.height()) == (192, 240)
    colours = inked(pixmap)
    assert sum(colours.values()) > 192 * 240 / 5
    assert len([each for each, count in colours.items() if count > 20]) >= 3
    size = drawings.figure_size(file)
    assert size.width() > 0
    assert size.height() > 0


def test_every_operation_has_its_drawing():
    assert {each["figure"] for each in written.OPERATIONS.values()} <= set(ORGANS)
    assert {each["figure"] for each in written.OPERATIONS.values()} == set(ORGANS) - {"body.svg"}


def test_drawing_is_as_sharp_as_the_screen(qapp):  # noqa: ARG001
    pixmap = drawings.figure("whipple.svg", 100, 120, 2.0)
    assert (pixmap.width(), pixmap.height()) == (200, 240)
    assert pixmap.devicePixelRatio() == 2


@pytest.mark.parametrize("organ", written.WHOLE["organs"], ids=lambda organ: organ["id"])
def test_body_has_every_organ(qapp, organ):  # noqa: ARG001
    body = QSvgRenderer(str(written.RESOURCES / "organs" / "body.svg"))
    assert body.elementExists(organ["id"])
    bounds = body.boundsOnElement(organ["id"])
    assert bounds.width() > 2
    assert bounds.height() > 2
    assert body.viewBoxF().contains(bounds)


def test_there_are_21_organs():
    assert len(written.WHOLE["organs"]) == 21


@pytest.mark.parametrize("file", [*(f"icons/{name}.svg" for name in ICONS), *(f"organs/{name}" for name in ORGANS)])
def test_drawing_asks_for_nothing_outside(file):
    """A drawing must work without a network and without other files."""
    drawing = (written.RESOURCES / file).read_text().replace('xmlns="http://www.w3.org/2000/svg"', "")
    drawing = drawing.replace('xmlns:xlink="http://www.w3.org/1999/xlink"', "")
    assert not re.search(r"https?:|<image|<script|@import|file:|<!ENTITY", drawing)


def test_what_the_package_needs_is_there():
    assert paths.resources() == written.RESOURCES
    files = (
        "content.yaml",
        "fonts/OFL.txt",
        "fonts/AtkinsonHyperlegibleNext_400Regular.ttf",
        "icons/app.svg",
        "organs/body.svg",
    )
    assert [each for each in files if not (written.RESOURCES / each).is_file()] == []
    licence = (written.RESOURCES / "fonts" / "OFL.txt").read_text()
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Atkinson Hyperlegible Next" in licence
