"""The drawing of the body: what a point of it belongs to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.looks.body_drawing import BodyDrawing, size_at, width_at
from tests.guides import shipped

ORGANS = tuple(shipped().organs)
WIDTHS = (180, 250, 360)


@pytest.fixture(scope="module", params=WIDTHS)
def drawing(request, qapp) -> BodyDrawing:  # noqa: ARG001 - pictures need the application
    return BodyDrawing(ORGANS, request.param, 1.0)


def painted(drawing: BodyDrawing, colours: dict, ratio: float = 1.0) -> QImage:
    image = QImage(drawing.size * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("white"))
    painter = QPainter(image)
    drawing.paint(painter, 0, colours)
    painter.end()
    return image


def test_every_organ_is_drawn(drawing):
    assert set(drawing.names()) == set(ORGANS)


def test_an_organ_that_is_not_drawn_is_left_out(qapp):  # noqa: ARG001
    assert BodyDrawing(("liver", "heart"), 250, 1.0).names() == ("liver",)


@pytest.mark.parametrize("organ", ORGANS)
def test_every_organ_can_be_pressed_where_it_is_seen(drawing, organ):
    place = drawing.place_of(organ)
    assert place is not None
    assert drawing.organ_at(place.x(), place.y()) == organ
    assert drawing.box_of(organ).contains(place)


def test_an_organ_is_its_shape_and_not_the_rectangle_around_it(drawing):
    """The colon goes round the small intestine: the middle of its rectangle is not it."""
    colon = drawing.box_of("colon")
    assert drawing.organ_at(colon.center().x(), colon.center().y()) in ("small-intestine", "mesentery", "lymph-nodes")


def test_what_lies_in_front_is_what_is_pressed(drawing):
    """The liver covers a part of the stomach, and the airway a part of the lungs."""
    both = drawing.box_of("liver").intersected(drawing.box_of("stomach"))
    assert drawing.organ_at(both.left() + 3, both.top() + both.height() * 0.15) == "liver"


def test_where_there_is_no_organ_nothing_is_pressed(drawing):
    width, height = drawing.size.toTuple()
    for x, y in ((2, 2), (width * 0.05, height * 0.5), (width - 2, height - 2), (-5, -5), (width + 50, height / 2)):
        assert drawing.organ_at(x, y) == ""


@pytest.mark.parametrize("organ", ["spleen", "appendix", "voice-box", "bladder", "rectum", "gallbladder"])
def test_a_small_organ_answers_to_a_finger_that_misses_it(drawing, organ):
    """Its target is at least 24 pixels wide, between its neighbours (WCAG 2.5.8); the list has the same at 44."""
    place = drawing.place_of(organ)
    hits = [
        sum(drawing.organ_at(place.x() + step * along, place.y() + step * down) == organ for step in range(-40, 41))
        for along, down in ((1, 0), (0, 1), (1, 1), (1, -1))
    ]
    assert max(hits) >= 24


def test_a_tiny_organ_on_a_large_one_is_found_beside_it(qapp):  # noqa: ARG001
    """The parathyroid glands are dots on the thyroid."""
    drawing = BodyDrawing(ORGANS, 250, 1.0)
    place = drawing.place_of("parathyroid-glands")
    across = [drawing.organ_at(place.x() + x, place.y()) for x in range(-12, 13)]
    assert across.count("parathyroid-glands") >= 8
    assert "thyroid" in across, "and the large one is not lost"


def test_coloured_organs_and_only_they_change(qapp):  # noqa: ARG001
    drawing = BodyDrawing(ORGANS, 250, 1.0)
    plain = painted(drawing, {})
    marked = painted(drawing, {"liver": (QColor("#0F5563"), 0.86)})
    box = drawing.box_of("liver").adjusted(-1, -1, 1, 1)
    inside = drawing.place_of("liver")
    assert plain.pixelColor(inside) != marked.pixelColor(inside)
    for x in range(0, 250, 3):
        for y in range(0, drawing.size.height(), 3):
            if not box.contains(x, y):
                assert plain.pixel(x, y) == marked.pixel(x, y)


def test_the_line_around_an_organ_leaves_the_organ_itself_free(drawing):
    box, line = drawing.outline("pancreas", QColor("#FFD23F"), 3.0)
    place = drawing.place_of("pancreas")
    assert QRect(box.toAlignedRect()).contains(drawing.box_of("pancreas"))
    assert line.pixelColor(place - box.topLeft().toPoint()).alpha() == 0
    row = [line.pixelColor(x, line.height() // 2).alpha() for x in range(line.width())]
    assert max(row) == 255


def test_a_second_line_lies_outside_the_first(drawing):
    inner_box, inner = drawing.outline("spleen", QColor("#FFD23F"), 3.0)
    outer_box, outer = drawing.outline("spleen", QColor("#14181C"), 3.0, gap=3.0)
    assert outer_box.contains(inner_box)
    away = (inner_box.topLeft() - outer_box.topLeft()).toPoint()
    both = [
        (x, y)
        for x in range(inner.width())
        for y in range(inner.height())
        if inner.pixelColor(x, y).alpha() > 250 and outer.pixelColor(x + away.x(), y + away.y()).alpha() > 250
    ]
    assert both == []


def test_on_a_fine_screen_it_is_drawn_finer_and_hit_the_same(qapp):  # noqa: ARG001
    plain, fine = BodyDrawing(ORGANS, 250, 1.0), BodyDrawing(ORGANS, 250, 2.0)
    assert fine.size == plain.size
    assert painted(fine, {}, 2.0).size() == plain.size * 2
    for organ in ORGANS:
        place = plain.place_of(organ)
        assert fine.organ_at(place.x(), place.y()) == organ


def test_width_and_height_belong_together():
    for width in WIDTHS:
        assert width_at(size_at(width).height()) == width
