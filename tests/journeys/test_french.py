"""The guide in French: switched to in sight, at once and wholly, without losing the place."""

from __future__ import annotations

import re
import shutil

import pytest
from PySide6.QtCore import QLocale

from desktop.content import library
from desktop.pages import topics
from tests.guides import RESOURCES
from tests.window import (
    Key,
    Role,
    find,
    folds,
    headings,
    key,
    key_until,
    page,
    panel,
    press,
    seen,
    settle,
    show,
    spoken,
    texts,
    title,
    tree,
    widgets,
)

FRENCH = library.load(RESOURCES, "fr")
ENGLISH_ONLY = re.compile(r"\b(?:the|and|your|with|what|when|which|after|before|you|this|of)\b", re.IGNORECASE)


def english_in(window) -> list[str]:
    """Texts on the screen, names for speech among them, that are not French."""
    said = {spoken(each) for each in widgets(window)} | set(texts(window))
    cited = {source.title for source in FRENCH.sources.values()} | {each.text for each in FRENCH.references.values()}
    return [
        text for text in said
        if len(ENGLISH_ONLY.findall(text)) >= 2 and not any(part in text for part in cited)
    ]  # fmt: skip


def test_french_is_one_press_away_and_english_too(running):
    window = running.window
    show(running, "whipple")
    press(window, "FR")
    assert title(window) == FRENCH.operations["whipple"].name
    assert seen(find(tree(window), "Opération de Whipple")) == "Opération de Whipple"
    assert "Quand demander de l’aide" in headings(panel(window))
    assert window.windowTitle().endswith(FRENCH.edition.title)
    press(window, "EN")
    assert title(window) == "Whipple procedure"


def test_french_is_reached_by_keyboard(running):
    window = running.window
    key_until(window, Key.Key_Tab, "EN")
    key(window, Key.Key_Right)
    settle(window)
    assert title(window) == FRENCH.pages["about-surgery"].name


@pytest.mark.parametrize(
    "topic", ["whipple", "resection", "bile-leak", "about-guide", "side-effects", "questions", "words"]
)
def test_no_english_is_left(running, topic):
    window = running.window
    show(running, topic)
    press(window, "FR")
    for fold in (*folds(page(window)), *folds(panel(window))[:6]):
        fold.click()
    settle(window)
    assert english_in(window) == []


def test_a_half_french_screen_would_be_noticed(running):
    window = running.window
    show(running, "whipple")
    assert len(english_in(window)) > 10


def test_every_topic_opens_in_french(start):
    running = start(language="fr")
    for topic in topics.all_ids(FRENCH):
        show(running, topic)
        assert title(running.window) == topics.name(FRENCH, topic)


def test_numbers_and_dates_are_those_of_quebec(running):
    press(running.window, "FR")
    assert QLocale().name() == "fr_CA"
    press(running.window, "EN")
    assert QLocale().name() == "en_CA"


def test_language_is_remembered(start):
    first = start("whipple")
    press(first.window, "FR")
    first.memory.save()
    assert title(start(language="").window) == FRENCH.operations["whipple"].name


@pytest.mark.parametrize(
    ("system", "wanted"), [("fr_CA", "fr"), ("fr_FR", "fr"), ("en_US", "en"), ("de_DE", "en"), ("C", "en")]
)
def test_first_start_follows_the_system(start, monkeypatch, system, wanted):
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale(system)))
    assert start(language="").window.guide.edition.language == wanted


def test_place_is_kept(running):
    """The paragraph that was at the top stays there."""
    window = running.window
    show(running, "whipple")
    running.navigator.open("whipple", "living")
    settle(window)
    before = page(window).verticalScrollBar().value()
    assert before > 0
    press(window, "FR")
    living = find(page(window), FRENCH.words["living"], Role.Heading)
    assert 0 <= living.mapTo(page(window), living.rect().topLeft()).y() < 120


def test_side_effect_that_was_open_stays_open(running):
    window = running.window
    show(running, "whipple")
    opened = next(each for each in folds(panel(window)) if "effect-" in each.accessibleIdentifier())
    name = opened.accessibleIdentifier()
    opened.click()
    settle(window)
    press(window, "FR")
    still = next(each for each in folds(panel(window)) if each.accessibleIdentifier() == name)
    assert still.open
    assert seen(still) == FRENCH.effects[name.removeprefix("effect-")].name


def test_own_copy_without_french_is_told(start, tmp_path):
    shutil.copy(RESOURCES / "content.yaml", tmp_path / "content.yaml")
    window = start(content=tmp_path).window
    press(window, "FR")
    assert title(window) == FRENCH.pages["about-surgery"].name
    told = [text for text in texts(window) if "content.fr.yaml" in text]
    assert len(told) == 1
    assert "guide intégré" in told[0]


def test_no_yaml_is_read_at_the_first_switch(running, monkeypatch):
    """150 ms would not do for it."""
    running.languages.prepare()
    monkeypatch.setattr(library, "load", None)
    press(running.window, "FR")
    assert title(running.window) == FRENCH.pages["about-surgery"].name
