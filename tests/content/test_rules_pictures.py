"""The drawings a guide names exist and hold the organs they stand for."""

from __future__ import annotations

import pytest

from tests.guides import changed, line_of, problems, small_text


@pytest.fixture
def resources(tmp_path):
    """A folder with the drawings that the small guide needs, and no other."""
    organs = tmp_path / "organs"
    organs.mkdir()
    for name in ("whipple.svg", "appendectomy.svg"):
        (organs / name).write_text("<svg/>")
    (organs / "body.svg").write_text('<svg><g id="liver"/><g id="spleen"/></svg>')
    return tmp_path


def told(text, resources):
    return [(each.place.line, each.message) for each in problems(text, resources)]


def test_a_guide_whose_drawings_are_all_there_is_clean(resources):
    assert told(small_text(), resources) == []


@pytest.mark.parametrize(
    "figure", ["missing.svg", "Whipple.svg", "whipple.png", "../organs/whipple.svg", "whipple", "/etc/passwd", "organs"]
)
def test_a_drawing_that_is_not_there_or_lies_elsewhere_is_told(figure, resources):
    text = changed(("    figure: whipple.svg\n", f"    figure: {figure}\n"))
    message = f"there is no drawing organs/{figure}; name one of the files in that folder"
    assert told(text, resources) == [(line_of(text, f"    figure: {figure}\n"), message)]


def test_an_organ_that_is_not_drawn_in_the_body_is_told(resources):
    text = changed(("  - id: liver\n", "  - id: lung\n"))
    message = "organs/body.svg has no part with the id 'lung'; draw it or mend the id"
    assert told(text, resources) == [(line_of(text, "  - id: lung\n"), message)]


@pytest.mark.parametrize("body", [None, b"", b"\xff\xfe not text \xff"])
def test_a_body_that_is_missing_or_broken_is_told_and_no_exception(body, resources):
    path = resources / "organs" / "body.svg"
    path.unlink()
    if body is not None:
        path.write_bytes(body)
    message = "organs/body.svg has no part with the id 'liver'; draw it or mend the id"
    assert [each for _, each in told(small_text(), resources)] == [message]
