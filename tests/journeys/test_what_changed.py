"""Another edition: told once at the start, looked up at leisure, and never at the first start."""

from __future__ import annotations

import pytest

from desktop.content import library
from desktop.kept.last_read import LastRead
from tests import written
from tests.fits import assert_fits
from tests.guides import RESOURCES
from tests.window import (
    Key,
    Role,
    find,
    headings,
    key,
    key_until,
    links,
    page,
    press,
    show,
    spoken_with_role,
    texts,
    title,
    tree,
    widgets,
)

GUIDES = {language: library.load(RESOURCES, language) for language in library.FILES}
NEWS = "This guide has changed since it was last read on this computer."
SIGN = next(sign for sign in GUIDES["en"].signs.values() if sign.level == "emergency")


def former(language: str = "en"):
    """An earlier edition: one sign was less urgent, one effect was not there, one operation said less."""
    guide = GUIDES[language]
    effects = {name: each for name, each in guide.effects.items() if name != "bile-leak"}
    whipple = guide.operations["whipple"]._replace(after=())
    return guide._replace(
        edition=guide.edition._replace(edition="0.9", date="2026-06-01"),
        signs={**guide.signs, SIGN.id: guide.signs[SIGN.id]._replace(level="today")},
        effects=effects,
        operations={**guide.operations, "whipple": whipple},
    )


@pytest.fixture
def compared(start, tmp_path):
    """Starts the program after an earlier edition was read, and waits for the comparison."""

    def begin(*read: str, **options: object):
        for language in read:
            LastRead(tmp_path / "settings").news(former(language))
        running = start(**options)
        running.keeper.compare()
        running.application.processEvents()
        return running

    return begin


def is_told(window) -> bool:
    return NEWS in texts(window)


def test_at_the_first_start_nothing_is_told(compared):
    running = compared()
    assert not is_told(running.window)
    press(tree(running.window), written.WORDS["what_changed"])
    assert written.WORDS["nothing_changed"] in texts(page(running.window))
    assert not is_told(compared().window), "nor at the second, with the same guide"


def test_it_is_told_without_being_asked_for(start, tmp_path, qtbot):
    LastRead(tmp_path / "settings").news(former())
    window = start().window
    qtbot.waitUntil(lambda: is_told(window), timeout=10_000)


def test_another_edition_is_told_and_its_changes_are_one_press_away(compared):
    window = compared("en", topic="words").window
    assert is_told(window)
    assert find(window, NEWS).window() is window
    press(window, "See what changed")
    assert title(window) == written.WORDS["what_changed"]
    assert not is_told(window)
    levels = GUIDES["en"].levels
    told = texts(page(window))
    assert told[1].startswith("Edition 1.0 of ")
    assert headings(page(window))[1] == written.WORDS["other_level"]
    sentence = f"{SIGN.text}\u2028Level changed from {levels['today'].name} to {levels['emergency'].name}."
    assert sentence in told
    assert f"{written.WORDS['changed']} {written.WORDS['after']}" in [text.partition(", ")[0] for text in told]
    assert "Bile leak" in links(page(window))
    press(page(window), "Bile leak")
    assert title(window) == "Bile leak"


def test_what_was_looked_at_is_not_told_again_but_stays_to_be_looked_up(compared):
    press(compared("en").window, "See what changed")
    running = compared()
    assert not is_told(running.window)
    press(tree(running.window), written.WORDS["what_changed"])
    assert written.WORDS["other_level"] in headings(page(running.window))


def test_what_was_dismissed_is_not_told_again_but_stays_to_be_looked_up(compared):
    press(compared("en").window, "Dismiss")
    running = compared()
    assert not is_told(running.window)
    show(running, "what-changed")
    assert written.WORDS["other_level"] in headings(page(running.window))


def test_what_was_neither_is_told_at_the_next_start(compared):
    assert is_told(compared("en").window)
    assert is_told(compared().window)


def test_the_way_to_it_is_reached_by_keyboard(compared):
    window = compared("en").window
    key_until(window, Key.Key_Tab, "See what changed")
    key(window, Key.Key_Return)
    assert title(window) == written.WORDS["what_changed"]


def test_what_went_wrong_is_not_hidden_by_it(compared, tmp_path):
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "bookmarks.json").write_text("{")
    window = compared("en").window
    assert any(text.startswith("Your bookmarks could not all be read.") for text in texts(window))
    assert not is_told(window)
    press(window, "Dismiss")
    assert is_told(compared().window), "dismissing something else is not reading the news"


def test_in_french(compared):
    window = compared("fr", language="fr").window
    press(window, "Voir ce qui a changé")
    french = GUIDES["fr"]
    assert title(window) == french.words["what_changed"]
    before, now = french.levels["today"].name, french.levels["emergency"].name
    sign = french.signs[SIGN.id].text
    assert f"{sign}\u2028Le niveau passe de «\xa0{before}\xa0» à «\xa0{now}\xa0»." in texts(page(window))


def test_each_language_is_compared_with_what_was_read_in_it(compared):
    running = compared("en", "fr")
    press(running.window, "FR")
    running.keeper.compare()
    find(running.window, "Voir ce qui a changé")


def test_in_another_language_the_message_is_withdrawn_and_counts_as_not_read(compared):
    running = compared("en")
    press(running.window, "FR")
    running.keeper.compare()
    assert not is_told(running.window)
    assert "Voir ce qui a changé" not in texts(running.window), "in French it is read for the first time"
    press(running.window, "EN")
    running.keeper.compare()
    assert is_told(running.window)
    press(running.window, "Dismiss")
    assert not is_told(compared().window)


def test_the_message_is_an_alert_and_its_buttons_are_large_enough(compared):
    window = compared("en").window
    assert spoken_with_role(window, Role.AlertMessage) == [NEWS]
    for name in ("See what changed", "Dismiss"):
        button = find(window, name)
        assert min(button.width(), button.height()) >= 44


@pytest.mark.parametrize("text_size", [1.0, 1.6, 2.0])
@pytest.mark.parametrize("size", [(1024, 700), (760, 900)], ids=str)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_is_cut_at_any_size(compared, size, text_size, language):
    window = compared(language, size=size, text_size=text_size, language=language).window
    assert_fits(window)
    show_changes = next(each for each in widgets(window) if each.accessibleIdentifier() == "message-action")
    show_changes.click()
    assert_fits(window)
