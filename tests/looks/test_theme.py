"""Colours and type: every pair that meets on the screen can be read and seen."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QFontMetricsF
from PySide6.QtTest import QTest

from desktop.looks.theme import COLOURS, FAMILY, STEPS, Style, Theme
from tests.window import (
    Role,
    centre,
    click,
    contrast,
    find,
    folds,
    page,
    panel,
    picture,
    pixels,
    press,
    role,
    seen,
    show,
    spoken,
    tree,
    widgets,
)

GROUNDS = ("canvas", "surface", "panel", "brand-tint")
HELP = ("call_911", "emergency", "today", "next_visit")
CARDS = (*HELP, "nurse")

TEXT_ON_GROUND = [
    *(("ink", ground) for ground in GROUNDS),
    *(("ink-soft", ground) for ground in GROUNDS),
    *(("link", ground) for ground in GROUNDS),
    ("brand-pressed", "selected"),
    ("on-brand", "brand"),
    *((f"{card}-ink", f"{card}-tint") for card in CARDS),
    *((f"{level}-ink", ground) for level in HELP for ground in ("surface", "brand-tint")),
]
"""Text and what it stands on, also under the mouse (brand-tint) and selected (on-brand)."""

EDGE_ON_GROUND = [
    *(("line", ground) for ground in (*GROUNDS, "sunk")),
    *(("brand", ground) for ground in ("surface", "panel", "selected", "sunk")),
    *(("ink-soft", ground) for ground in GROUNDS),
    *((card, f"{card}-tint") for card in CARDS),
    *((level, "surface") for level in HELP),
    ("emergency", "panel"),
    ("focus-outer", "focus-inner"),
]
"""Edges, bars, icons and handles, and what lies beside them."""


def pixel(colour: str, colours: str = "light") -> int:
    return 0xFF000000 | int(COLOURS[colours][colour][1:], 16)


def test_every_set_of_colours_has_every_role():
    assert {frozenset(colours) for colours in COLOURS.values()} == {frozenset(COLOURS["light"])}


@pytest.mark.parametrize("colours", COLOURS)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_can_be_read(text, ground, colours):
    """7 to 1 (WCAG 1.4.6)."""
    assert contrast(pixel(text, colours), pixel(ground, colours)) >= 7


@pytest.mark.parametrize("colours", COLOURS)
@pytest.mark.parametrize(("edge", "ground"), EDGE_ON_GROUND)
def test_edges_can_be_seen(edge, ground, colours):
    """3 to 1 (WCAG 1.4.11)."""
    assert contrast(pixel(edge, colours), pixel(ground, colours)) >= 3


@pytest.mark.parametrize("colours", COLOURS)
@pytest.mark.parametrize("ground", [*GROUNDS, "sunk", "brand", "selected", *(f"{card}-tint" for card in CARDS)])
def test_one_of_the_two_focus_rings_is_seen_on_everything(ground, colours):
    rings = [contrast(pixel(ring, colours), pixel(ground, colours)) for ring in ("focus-outer", "focus-inner")]
    assert max(rings) >= 3


def test_contrast_is_measured_as_the_guidelines_say():
    assert contrast(0xFF000000, 0xFFFFFFFF) == pytest.approx(21)
    assert contrast(0xFF767676, 0xFFFFFFFF) == pytest.approx(4.54, abs=0.01)
    assert contrast(0xFF123456, 0xFF123456) == 1


# As painted


def painted(widget) -> tuple[float, int]:
    """The contrast of the text of a widget as it is painted, and the colour of its ground."""
    counted = Counter(pixels(picture(widget.window(), visible(widget))))
    ground = counted.most_common(1)[0][0]
    return max(contrast(ground, colour) for colour, count in counted.items() if count >= 3), ground


def visible(widget):
    """The part of the window where a widget is seen."""
    rect = widget.visibleRegion().boundingRect()
    return rect.translated(widget.mapTo(widget.window(), rect.topLeft()) - rect.topLeft())


def in_sight(within) -> list:
    """The widgets with a text that are on the screen with at least one line of it."""
    return [each for each in widgets(within) if seen(each) and each.visibleRegion().boundingRect().height() >= 20]


@pytest.mark.parametrize("topic", ["whipple", "bile-leak", "side-effects", "words"])
def test_every_text_on_the_screen_can_be_read(running, topic):
    window = running.window
    show(running, topic)
    faint = [(spoken(each), ratio) for each in in_sight(window) if (ratio := painted(each)[0]) < 7]
    assert len(in_sight(window)) > 25
    assert faint == []


def test_marked_row_can_be_read(window):
    press(tree(window), "Resection")
    press(tree(window), "Whipple procedure")
    ratio, ground = painted(find(tree(window), "Whipple procedure"))
    assert ground == pixel("selected")
    assert ratio == pytest.approx(contrast(pixel("brand-pressed"), pixel("selected")), abs=0.01)


def test_open_cards_can_be_read(running):
    window = running.window
    show(running, "whipple")
    for fold in folds(panel(window))[:4]:
        click(fold)
        texts = [each for each in in_sight(panel(window)) if role(each) == Role.ListItem]
        assert texts
        assert min(painted(each)[0] for each in texts) >= 7
        click(fold)


def test_text_under_the_mouse_can_be_read(running):
    """Links, folds, rows and choices change their ground when the mouse is over them."""
    window = running.window
    show(running, "whipple")
    things = [
        find(tree(window), "Carcinoid crisis"),
        find(page(window), "Resection", Role.Link),
        find(panel(window), "Call 911"),
        find(panel(window), "Long term", Role.RadioButton),
        *folds(panel(window))[4:5],
    ]
    for each in things:
        before = painted(each)
        QTest.mouseMove(window.windowHandle(), centre(each))
        ratio, ground = painted(each)
        assert ratio >= 7, spoken(each)
        if role(each) != Role.Link:
            assert ground != before[1], "it shows that it can be pressed"
    QTest.mouseMove(window.windowHandle(), centre(page(window)))


def test_selected_text_can_be_read(running):
    window = running.window
    show(running, "whipple")
    block = next(each for each in in_sight(page(window)) if role(each) == Role.Paragraph and len(seen(each)) > 80)
    page(window).selection.select_all()
    counted = Counter(pixels(picture(block)))
    assert counted[pixel("brand")] > counted[pixel("canvas")] / 2
    assert contrast(pixel("brand"), pixel("on-brand")) >= 7


# Type


@pytest.mark.parametrize("style", sorted(value for name, value in vars(Style).items() if not name.startswith("_")))
def test_every_style_is_set_in_the_shipped_font(qapp, style):  # noqa: ARG001
    theme = Theme()
    info = QFontInfo(theme.font(style))
    assert info.family() == FAMILY
    assert info.exactMatch()
    assert info.pixelSize() >= 15, "nothing is smaller"


def test_shipped_weights_are_real(qapp):  # noqa: ARG001
    """A bold that is only smeared is harder to read."""
    assert {"Regular", "Bold"} <= set(QFontDatabase.styles(FAMILY))
    theme = Theme()
    regular, bold = QFontMetricsF(theme.font(Style.PANEL)), QFontMetricsF(theme.font(Style.PANEL_BOLD))
    assert bold.horizontalAdvance("When to get help") > regular.horizontalAdvance("When to get help")


def test_letters_that_are_often_mixed_up_differ(qapp):  # noqa: ARG001
    metrics = QFontMetricsF(Theme().font(Style.BODY))
    assert len({metrics.tightBoundingRect(letter).toRect().getRect() for letter in ("I", "l", "1")}) == 3
    assert all(metrics.inFontUcs4(ord(letter)) for letter in "’“”–•·°é≥à")


@pytest.mark.parametrize("step", STEPS)
def test_lines_have_room(qapp, step):  # noqa: ARG001
    """Body text stands 1.5 lines apart (WCAG 1.4.12), and no line is lower than its letters."""
    theme = Theme(step=step)
    for style in (Style.BODY, Style.PANEL, Style.LEAD):
        assert theme.leading(style) >= 1.5 * theme.font(style).pixelSize() - 0.5
    for name, style in vars(Style).items():
        if not name.startswith("_"):
            assert theme.leading(style) >= QFontMetricsF(theme.font(style)).height()


def test_steps_reach_twice_the_size(qapp):  # noqa: ARG001
    first, *_, last = (Theme(step=step).font(Style.BODY).pixelSize() for step in STEPS)
    assert last == 2 * first


@pytest.mark.parametrize("step", STEPS)
def test_targets_never_shrink(step):
    assert Theme(step=step).target >= 44


def test_unknown_role_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        Theme().colour("puce")
