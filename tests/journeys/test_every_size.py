"""Nothing is cut, covered or scrolled sideways: in either language, at every size of text, on every usual screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.content import library
from desktop.content.model import Statement
from desktop.looks.theme import STEPS
from desktop.pages import topics
from tests.fits import assert_fits, open_everything, overlapping
from tests.guides import RESOURCES
from tests.window import find, page, press, rect_in, settle, show, texts

SIZES = [(1024, 700), (1366, 768), (1920, 1080), (1080, 1920)]
TOPICS = ("whipple", "bile-leak", "liver", "compare/whipple/gastrectomy")
"""A topic of each kind; every topic is looked at in the hardest case and in the commonest."""


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("step", STEPS)
def test_every_screen_at_every_size_of_text(start, step, size, language):
    running = start(size=size, text_size=step, language=language)
    for topic in TOPICS:
        show(running, topic)
        assert_fits(running.window)


@pytest.mark.parametrize(
    ("step", "size", "language"),
    [(2.0, (1024, 700), "fr"), (2.0, (1024, 700), "en"), (1.0, (1366, 768), "fr")],
    ids=str,
)
def test_every_topic(start, step, size, language):
    running = start(size=size, text_size=step, language=language)
    for topic in topics.all_ids(running.window.guide):
        show(running, topic)
        assert_fits(running.window)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_everything_open_at_the_largest_size(start, language):
    running = start("whipple", size=(1024, 700), text_size=2.0, language=language)
    words = running.window.guide.words
    press(running.window, f"{words['side_effects']} · {words['get_help']}")
    open_everything(running.window)
    assert_fits(running.window)


# Longer words than any language has


def longer(text: str) -> str:
    """A text with accents and 40 % more letters, as the longest languages need."""
    return f"{text} {'ŵőŗđş ' * max(1, round(len(text) * 0.4 / 6))}".strip() if text else text


class Longer(QTranslator):
    """Makes the window's own words longer."""

    def translate(self, _context, source, _note=None, count=-1):
        return longer(source.replace("%n", str(count)))


def with_longer_words(value):
    """The same record with every text longer; ids and links stay."""
    if isinstance(value, Statement):
        return value._replace(text=longer(value.text), items=tuple(map(with_longer_words, value.items)))
    if hasattr(value, "_fields"):
        words = {"name", "short_name", "plain_name", "text", "action", "definition", "heading", "card", "note", "title"}
        changed = {
            field: longer(each) if field in words and isinstance(each, str) else with_longer_words(each)
            for field, each in value._asdict().items()
        }
        return value._replace(**changed)
    if isinstance(value, tuple):
        return tuple(map(with_longer_words, value))
    if isinstance(value, dict):
        return {
            name: longer(each) if isinstance(each, str) else with_longer_words(each) for name, each in value.items()
        }
    return value


@pytest.fixture
def longer_words():
    translator = Longer()
    QCoreApplication.installTranslator(translator)
    yield with_longer_words(library.load(RESOURCES, "en"))
    QCoreApplication.removeTranslator(translator)


@pytest.mark.parametrize("step", [1.0, 1.6])
@pytest.mark.parametrize("size", [(1366, 768), (1024, 700)], ids=str)
def test_words_may_be_two_fifths_longer(start, longer_words, step, size):
    running = start(size=size, text_size=step)
    running.window.show_guide(longer_words)
    settle(running.window)
    for topic in TOPICS:
        show(running, topic)
        assert "ŵőŗđş" in running.window.windowTitle()
        assert_fits(running.window)


# From right to left


def test_everything_fits_where_reading_goes_from_right_to_left(start):
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        running = start()
        window = running.window
        for topic in TOPICS:
            show(running, topic)
            assert overlapping(window) == []
            assert_fits(window)
        larger, back = find(window, "Larger text"), find(window, "Back")
        assert rect_in(larger, window).left() < rect_in(back, window).left(), "the order is mirrored"
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_page_keeps_half_of_a_small_window(start):
    """At the largest size of text in a small window the footer gives way, and comes back where there is room."""
    window = start("whipple", size=(640, 700), text_size=2.0).window
    assert page(window).height() >= 330
    assert not any("clinician" in each for each in texts(window) if each not in texts(page(window)))
    assert any(window.guide.words["not_reviewed"] in each for each in texts(page(window)))
    press(window, "Smaller text")
    press(window, "Smaller text")
    press(window, "Smaller text")
    assert any(window.guide.words["not_reviewed"] in each for each in texts(window) if each not in texts(page(window)))
