"""A visit: somebody comes, reads, and leaves nothing behind."""

from __future__ import annotations

import pytest

from desktop.session.idle import WARNING
from desktop.views.kiosk.attract import MOVES_BY, MOVES_EVERY
from tests.window import (
    Key,
    bring_into_view,
    centre,
    find,
    folds,
    headings,
    key,
    press,
    rect_in,
    seen,
    settle,
    texts,
    widgets,
)  # fmt: skip


def test_the_waiting_screen_speaks_both_languages_and_opens_in_the_one_that_is_touched(start_kiosk):
    kiosk = start_kiosk(begun=False)
    said = texts(kiosk.window)
    assert "Surgery for neuroendocrine cancer" in said
    assert "Chirurgie du cancer neuroendocrinien" in said
    press(kiosk.window, "Continuer en français")
    assert "Touchez une partie du corps" in texts(kiosk.window)
    assert kiosk.window.guide.edition.language == "fr"


def test_the_buttons_of_both_languages_are_equally_large(start_kiosk):
    for size in ((1920, 1080), (1080, 1920)):
        kiosk = start_kiosk(size=size, begun=False)
        english, french = kiosk.by_id("begin-en"), kiosk.by_id("begin-fr")
        assert english.size() == french.size()
    kiosk.touch_at(5, 5)
    english, french = kiosk.by_id("choice-en"), kiosk.by_id("choice-fr")
    assert abs(english.width() - french.width()) <= 1


def test_the_policy_says_which_language_comes_first(start_kiosk):
    kiosk = start_kiosk(begun=False, languages=("fr", "en"))
    kiosk.touch_at(5, 5)
    assert kiosk.window.guide.edition.language == "fr"


def test_from_home_to_a_topic_and_back(kiosk):
    kiosk.touch("card-resection")
    assert "Resection" in headings(kiosk.window)
    press(kiosk.window, "Back")
    assert kiosk.window.visitor().screen == "home"
    kiosk.touch("card-carcinoid-crisis")
    press(kiosk.window, "Home")
    assert kiosk.window.visitor().topic == ""


def test_back_goes_topic_by_topic(kiosk):
    kiosk.touch("card-resection")
    kiosk.touch("topic-whipple")
    assert kiosk.window.visitor().topic == "whipple"
    key(kiosk.window, Key.Key_Escape)
    assert kiosk.window.visitor().topic == "resection"
    key(kiosk.window, Key.Key_Escape)
    assert kiosk.window.visitor().screen == "home"


def test_an_organ_is_touched_on_the_body(kiosk):
    figure = kiosk.by_id("body-figure")
    point = figure.mapTo(kiosk.window, figure.place_of("liver"))
    kiosk.touch_at(point.x(), point.y())
    assert kiosk.window.visitor().topic == "liver"


def test_every_operation_is_two_touches_from_home(kiosk):
    guide = kiosk.window.guide
    for category in guide.categories.values():
        for operation in category.operations:
            press(kiosk.window, "Home") if kiosk.sees("home") else None
            kiosk.touch(f"card-{category.id}")
            kiosk.touch(f"topic-{operation}")
            assert kiosk.window.visitor().topic == operation


def test_what_stands_in_the_bars_never_moves(kiosk):
    places = {
        name: kiosk.by_id(name).geometry() for name in ("search", "text-larger", "contrast", "finish", "choice-fr")
    }
    kiosk.touch("card-resection")
    places |= {name: kiosk.by_id(name).geometry() for name in ("back", "home")}
    kiosk.touch("topic-whipple")
    kiosk.touch("search")
    assert places == {name: kiosk.by_id(name).geometry() for name in places}


def test_notes_for_nurses_are_never_shown(kiosk, guide):
    noted = [each.id for each in (*guide.operations.values(), *guide.pages.values()) if each.nurse_notes]
    assert noted
    for topic in noted:
        kiosk.window.open(topic)
        settle(kiosk.window)
        assert guide.words["nurse_notes"] not in texts(kiosk.window)


def test_words_are_found_by_the_letters_on_the_screen(kiosk):
    kiosk.touch("search")
    kiosk.type("wip")
    kiosk.touch("key-8")
    kiosk.type("hip")
    assert kiosk.window.visitor().typed == "wihip"
    for _ in "ihip":
        kiosk.touch("key-8")
    kiosk.type("hipple")
    kiosk.touch("kiosk-result-0")
    assert kiosk.window.visitor().topic == "whipple"


def test_french_has_its_accents(start_kiosk):
    kiosk = start_kiosk(language="fr")
    kiosk.touch("search")
    kiosk.type("métastase")
    assert kiosk.window.visitor().results > 0
    kiosk.touch("choice-en")
    assert not kiosk.sees(f"key-{ord('é')}")


def test_nothing_found_says_what_to_do(kiosk):
    kiosk.touch("search")
    kiosk.type("qqqqzzz")
    assert "Nothing found. Try another word, or fewer letters." in texts(kiosk.window)


def test_pages_are_turned_with_buttons(kiosk):
    kiosk.touch("card-resection")
    kiosk.touch("topic-whipple")
    up, down = kiosk.by_id("topic-page-up"), kiosk.by_id("topic-page-down")
    assert not up.isEnabled()
    while down.isEnabled():
        kiosk.touch("topic-page-down")
    assert up.isEnabled()
    last = texts(kiosk.window)
    assert last
    kiosk.touch("topic-page-up")
    assert down.isEnabled()


# The next person


def change_everything(kiosk) -> None:
    """What a busy visitor may leave behind."""
    window = kiosk.window
    window.open("whipple")
    settle(window)
    kiosk.touch("choice-by-body-part")
    kiosk.touch("choice-fr")
    kiosk.touch("text-larger")
    kiosk.touch("contrast")
    window.open("side-effects")
    window.open("questions")
    settle(window)
    box = next(each for each in widgets(window) if each.accessibleIdentifier().startswith("ask-"))
    bring_into_view(box)
    press_at = centre(box)
    kiosk.touch_at(press_at.x(), press_at.y())
    window.open("whipple")
    settle(window)


def test_after_a_visit_everything_is_as_it_was(start_kiosk):
    kiosk = start_kiosk(begun=False, pin=None)
    window = kiosk.window
    first = window.visitor()
    kiosk.touch_at(5, 5)
    change_everything(kiosk)
    topic = kiosk.by_id("topic")
    word = next(each for each in widgets(topic) if each.accessibleIdentifier().startswith("word-"))
    word.click()
    topic.selection.select_all()
    settle(window)
    changed = window.visitor()
    same = [name for name in first._fields if getattr(first, name) == getattr(changed, name)]
    assert same == ["typed", "results", "home_scrolled", "printed", "staff_typed", "volume", "reading"]
    kiosk.running.searching.complete()
    kiosk.touch("search")
    kiosk.type("li")
    found = window.visitor()
    assert found.typed == "li"
    assert found.results > 0
    kiosk.touch("finish")
    assert window.visitor() == first
    assert kiosk.sees("attract")


def test_the_first_page_is_scrolled_back(start_kiosk):
    kiosk = start_kiosk(size=(1080, 1920), step=2.0)
    kiosk.touch("kiosk-home-page-down")
    assert kiosk.window.visitor().home_scrolled > 0
    kiosk.touch("finish")
    assert kiosk.window.visitor().home_scrolled == 0


def test_the_next_visitor_finds_a_topic_from_its_top_with_everything_closed(kiosk):
    kiosk.touch("card-resection")
    kiosk.touch("topic-whipple")
    opened = [each.accessibleIdentifier() for each in folds(kiosk.window)][:2]
    for each in opened:
        kiosk.touch(each)
    kiosk.touch("topic-page-down")
    kiosk.touch("time-weeks")
    before = kiosk.window.visitor().view
    assert before.page.spot.anchor or before.page.spot.blocks
    assert before.panel.open
    assert before.panel.time == "weeks"
    kiosk.touch("finish")
    kiosk.touch_at(5, 5)
    kiosk.touch("card-resection")
    kiosk.touch("topic-whipple")
    after = kiosk.window.visitor().view
    assert (after.page.spot.blocks, after.panel.time, after.panel.open) == (0, "", ())


# Time


def test_a_warning_comes_before_the_end_and_then_everything_is_forgotten(kiosk):
    kiosk.touch("card-resection")
    kiosk.touch("topic-whipple")
    kiosk.wait(1)
    length = round(kiosk.window.seconds_of_idle())
    assert 120 <= length <= 300
    kiosk.wait(length - round(WARNING) - 2)
    assert not kiosk.sees("still-here")
    kiosk.wait(1)
    assert kiosk.sees("still-here")
    assert "Are you still reading?" in texts(kiosk.window)
    assert any("seconds left" in each for each in texts(kiosk.window))
    kiosk.wait(29)
    assert kiosk.sees("still-here")
    kiosk.wait(2)
    assert kiosk.sees("attract")
    assert kiosk.window.visitor().topic == ""


def test_any_touch_extends_a_dozen_times(kiosk):
    for number in range(12):
        kiosk.wait(100)
        assert kiosk.sees("still-here"), f"after {number} touches"
        kiosk.touch_at(900, 60)
        assert not kiosk.sees("still-here")


def test_a_key_extends_too(kiosk):
    kiosk.wait(95)
    assert kiosk.sees("still-here")
    key(kiosk.window, Key.Key_Tab)
    assert not kiosk.sees("still-here")


def test_a_touch_on_the_warning_touches_nothing_under_it(kiosk):
    kiosk.wait(95)
    kiosk.touch_at(1200, 250)
    assert not kiosk.sees("still-here")
    assert kiosk.window.visitor().screen == "home"


def test_more_words_on_the_screen_give_more_time(start_kiosk):
    kiosk = start_kiosk(size=(1080, 1920))
    kiosk.wait(1)
    assert kiosk.window.seconds_of_idle() == 120
    kiosk.window.open("whipple")
    settle(kiosk.window)
    kiosk.wait(1)
    assert 120 < kiosk.window.seconds_of_idle() <= 300


def test_after_a_sleep_a_new_visit_begins(kiosk):
    kiosk.touch("card-resection")
    kiosk.wait(1)
    kiosk.clock[0] += 3600
    kiosk.window.look()
    assert kiosk.sees("attract")


def test_the_waiting_screen_moves_and_grows_dark(start_kiosk):
    kiosk = start_kiosk(begun=False, dim_after=600)
    places = set()
    for _ in range(6):
        button = kiosk.by_id("begin-en")
        place = rect_in(button, kiosk.window).topLeft()
        assert all(abs(place.x() - x) + abs(place.y() - y) >= 16 for x, y in places)
        places.add((place.x(), place.y()))
        kiosk.wait(round(MOVES_EVERY))
    assert MOVES_BY >= 16
    before = kiosk.window.grab().toImage().pixelColor(3, 3).lightness()
    kiosk.wait(600)
    assert kiosk.window.grab().toImage().pixelColor(3, 3).lightness() < before / 2
    kiosk.touch("begin-fr")
    assert kiosk.window.guide.edition.language == "fr"


def test_a_guide_nobody_reviewed_stays_closed_where_the_clinic_wants_it(start_kiosk):
    kiosk = start_kiosk(begun=False, show_unreviewed=False)
    assert any("no clinician has reviewed it" in each for each in texts(kiosk.window))
    assert not kiosk.sees("begin-en")
    kiosk.touch_at(900, 500)
    assert kiosk.sees("attract")


def test_the_only_language_needs_no_choice(start_kiosk):
    kiosk = start_kiosk(languages=("fr",))
    assert not kiosk.sees("choice-en")
    assert seen(find(kiosk.window, "Terminer")) == "Terminer"


@pytest.mark.parametrize("name", ["side-effects", "words", "questions", "compare", "about-guide"])
def test_every_list_can_be_opened(kiosk, name):
    kiosk.window.open(name)
    settle(kiosk.window)
    assert kiosk.window.visitor().topic == name
    assert not any(type(each).__name__ == "QLineEdit" for each in widgets(kiosk.window)), "nothing to type in"


def test_visits_write_nothing_and_leave_no_widgets_behind(start_kiosk, home, qapp):
    kiosk = start_kiosk()

    def visit(language: str) -> None:
        kiosk.window.begin_visit(language)
        for topic in ("whipple", "questions", "liver", "words", "compare/whipple/gastrectomy", "bile-leak"):
            kiosk.window.open(topic)
            settle(kiosk.window)
        kiosk.touch("search")
        kiosk.type("whip")
        kiosk.touch("finish")

    visit("en")
    visit("fr")
    settle(kiosk.window)
    files = {path: path.stat().st_mtime_ns for path in home.rglob("*") if path.is_file()}
    widgets_before = len(qapp.allWidgets())
    for language in ("en", "fr", "en", "fr"):
        visit(language)
    assert {path: path.stat().st_mtime_ns for path in home.rglob("*") if path.is_file()} == files
    assert len(qapp.allWidgets()) <= widgets_before
    assert qapp.clipboard().text() == ""
