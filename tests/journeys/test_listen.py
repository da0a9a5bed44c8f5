"""The page, the warning signs and the side effects are read aloud, and the reader steers the voice."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.content import library
from desktop.looks.theme import COLOURS, STEPS
from desktop.pages import topics
from desktop.speech.aloud import aloud
from desktop.views.parts.reading_mark import ReadingMark
from tests.fake_speech import BOTH, ENGLISH, FakeSpeech
from tests.fits import assert_fits
from tests.guides import RESOURCES
from tests.window import (
    CTRL,
    Key,
    Role,
    accessible,
    click,
    contrast,
    find,
    focused,
    folds,
    key,
    page,
    panel,
    picture,
    pixels,
    press,
    rect_in,
    role,
    scrolled,
    seen,
    settle,
    show,
    spoken,
    texts,
    title,
    tree,
    widgets,
)

STOP = "Stop reading"
MANY = {"en_US": ["Ann", "Ben"], "fr_FR": ["Zoé"]}


@pytest.fixture
def speech(monkeypatch) -> FakeSpeech:
    """A machine that speaks both languages."""
    return FakeSpeech({"speechd": BOTH}).install(monkeypatch)


@pytest.fixture
def listen(speech, start):  # noqa: ARG001 - the machine must be there before the program
    """Starts the program with a voice already found."""

    def listen(*args, **named):
        running = start(*args, **named)
        running.read_aloud.look_now()
        settle(running.window)
        return running

    return listen


def on(window) -> None:
    """Let what is being said come to its end, and the next text begin."""
    for _ in range(4):
        settle(window)


def hear_out(window, speech, most=2000) -> list[str]:
    """Everything that is said until the voice falls silent."""
    on(window)
    for _ in range(most):
        if not speech.speaking:
            return speech.said
        speech.end()
        on(window)
    msg = "the voice never ends"
    raise AssertionError(msg)


def mark(window) -> ReadingMark | None:
    """The mark that is seen."""
    found = [each for each in widgets(window) if isinstance(each, ReadingMark)]
    assert len(found) <= 1
    return found[0] if found else None


def marked(window) -> list[str]:
    """The texts and drawings the mark lies around."""
    around = mark(window)
    assert around is not None
    return [
        seen(each) or spoken(each)
        for each in widgets(around.parentWidget())
        if (seen(each) or role(each) == Role.Graphic)
        and rect_in(around, window).contains(rect_in(each, window))
        and each is not around
    ]


def offered(window) -> list[str]:
    """The buttons to listen that are seen."""
    return [spoken(each) for each in widgets(window) if seen(each) in ("Listen", "Écouter")]


# When it is offered


def test_nothing_is_offered_without_a_voice(start, monkeypatch):
    running = start("whipple")
    assert offered(running.window) == []
    for engines in ({}, {"speechd": "no daemon"}, {"mock": BOTH}, {"speechd": {"de_DE": ["Anna"]}}):
        FakeSpeech(engines).install(monkeypatch)
        running.read_aloud.look_now()
        settle(running.window)
        assert offered(running.window) == []
    key(running.window, Key.Key_L, CTRL)
    assert STOP not in texts(running.window)


def test_it_is_offered_where_a_voice_is_ready(listen):
    running = listen("whipple")
    assert offered(running.window) == ["Listen to this page", "Listen: When to get help"]


def test_a_voice_is_looked_for_when_the_reader_rests(speech, start, qtbot):
    """Not at the start: opening the voices may hold the window up."""
    running = start("whipple")
    assert speech.made == []
    qtbot.waitUntil(lambda: bool(offered(running.window)), timeout=10_000)
    assert speech.made == ["speechd"]


def test_it_is_offered_in_the_language_shown_only(start, monkeypatch):
    FakeSpeech({"speechd": ENGLISH}).install(monkeypatch)
    running = start("whipple")
    running.read_aloud.look_now()
    settle(running.window)
    assert offered(running.window)
    press(running.window, "FR")
    assert offered(running.window) == []
    press(running.window, "EN")
    assert offered(running.window)


def test_it_is_offered_in_the_other_language_after_the_voice_was_interrupted(listen, speech):
    window = listen("whipple").window
    click(find(window, "Listen to this page"))
    assert speech.speaking
    press(window, "FR")
    assert find(window, "Écouter cette page")


# What is heard


def test_the_page_is_read_from_its_title_to_its_end(listen, speech):
    running = listen("whipple")
    click(find(running.window, "Listen to this page"))
    said = hear_out(running.window, speech)
    assert said[0] == "Whipple procedure"
    assert said[1].startswith("Also called")
    operation = running.window.guide.operations["whipple"]
    assert operation.figure_text in said
    assert aloud(operation.why[0].text, "en") in said
    assert STOP not in texts(running.window)
    assert mark(running.window) is None


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_text_that_is_seen_is_said(listen, speech, language):
    """On every topic, with what can be opened on it open; and nothing is said that is not there to be seen."""
    running = listen(language=language)
    window = running.window
    unsaid, unseen = [], []
    for topic in (*topics.all_ids(window.guide), "compare/whipple", "compare/whipple/gastrectomy"):
        show(running, topic)
        for fold in folds(page(window)):
            fold.click()
        settle(window)
        pane = scrolled(page(window))
        said = [(each.text, pane.widgets_of(each.place)) for each in pane.utterances()]
        for widget in widgets(pane.column):
            shown = seen(widget) or (spoken(widget) if role(widget) == Role.Graphic else "")
            if not shown or is_a_way(widget):
                continue
            told = [
                text for text, places in said if any(each is widget or each.isAncestorOf(widget) for each in places)
            ]
            parts = shown.split("\u2028")
            if not told or not all(any(part in text for text in told) for part in parts):
                unsaid.append((topic, shown))
        unseen += [(topic, text) for text, places in said if not all(each.isVisible() for each in places)]
    assert unsaid == []
    assert unseen == []
    assert speech.said == []


def is_a_way(widget) -> bool:
    """Whether it is a control and no part of the text: the way up, "Learn more", the bar over the words."""
    above = (widget.parentWidget(), widget.parentWidget().parentWidget())
    in_bar = any(type(each).__name__ == "WordsBar" for each in above)
    return in_bar or role(widget) == Role.Button or (role(widget) == Role.Link and type(widget).__name__ == "ShortLink")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_text_of_the_panel_can_be_said(listen, language):
    running = listen(language=language)
    window = running.window
    pane = scrolled(panel(window))
    for topic in ("whipple", "resection", "bile-leak", "words"):
        show(running, topic)
        for fold in folds(pane)[:7]:
            fold.click()
        settle(window)
        said = [(each.text, pane.widgets_of(each.place)) for each in pane.utterances()]
        unsaid = []
        for widget in widgets(pane.column):
            if not seen(widget) or role(widget) == Role.RadioButton or seen(widget) in ("Listen", "Écouter"):
                continue
            told = [
                text for text, places in said if any(each is widget or each.isAncestorOf(widget) for each in places)
            ]
            if not all(any(part in text for text in told) for part in seen(widget).split("\u2028")):
                unsaid.append((topic, seen(widget)))
        assert unsaid == []


def test_warning_signs_are_read_and_opened_as_they_are_read(listen, speech):
    running = listen("whipple")
    window = running.window
    press(panel(window), "Listen")
    said = hear_out(window, speech)
    assert said[0] == "When to get help. Any one of these signs is enough."
    assert said[1].startswith("Call 9 1 1. ")
    signs = [(aloud(sign.text, "en"), aloud(sign.action, "en")) for sign in running.window.guide.signs.values()]
    heard = [(sign, action) for sign, action in signs if any(text.startswith(sign) for text in said)]
    assert len(heard) > 20
    assert any(action for _, action in heard)
    for sign, action in heard:
        assert any(text.startswith(sign) and action in text for text in said), "a sign without what to do about it"


def test_one_side_effect_is_read(listen, speech):
    running = listen("whipple")
    window = running.window
    fold = next(each for each in folds(panel(window)) if seen(each) == "Pancreatic fistula")
    click(fold)
    click(find(window, "Listen: Pancreatic fistula"))
    on(window)
    assert speech.said == ["Pancreatic fistula. First days, Weeks"]
    assert "Reading: Pancreatic fistula" in texts(window)
    said = hear_out(window, speech)
    assert any(text.startswith("A place on the pancreas has not sealed.") for text in said)


def test_french_is_read_in_french(listen, speech):
    running = listen("whipple", language="fr")
    click(find(running.window, "Écouter cette page"))
    on(running.window)
    assert speech.voice == "French (France)"
    assert "Lecture\u00a0: " in " ".join(texts(running.window))
    said = hear_out(running.window, speech)
    guide = library.load(RESOURCES, "fr")
    assert said[0] == aloud(guide.operations["whipple"].name, "fr")
    assert aloud(guide.operations["whipple"].why[0].text, "fr") in said


# Steering


@pytest.fixture
def reading(listen, speech):
    """The program, reading the page of an operation from its title."""
    running = listen("whipple")
    click(find(running.window, "Listen to this page"))
    on(running.window)
    assert speech.said == ["Whipple procedure"]
    return running


def test_pause_and_go_on_says_the_paragraph_again(reading, speech):
    window = reading.window
    press(window, "Next paragraph")
    on(window)
    second = speech.said[-1]
    press(window, "Pause")
    on(window)
    assert not speech.speaking
    assert "Paused: Whipple procedure" in texts(window)
    assert marked(window)
    press(window, "Go on")
    on(window)
    assert speech.speaking
    assert speech.said == ["Whipple procedure", second, second]


def test_next_and_previous(reading, speech):
    window = reading.window
    press(window, "Next paragraph")
    press(window, "Next paragraph")
    press(window, "Previous paragraph")
    on(window)
    assert speech.said[-1].startswith("Also called")
    press(window, "Previous paragraph")
    press(window, "Previous paragraph")
    on(window)
    assert speech.said[-1] == "Whipple procedure"


def test_the_voice_is_stopped_before_it_says_something_else(reading, speech):
    window = reading.window
    for name in ("Next paragraph", "Next paragraph", "Pause", "Go on", "Previous paragraph"):
        press(window, name)
        on(window)
    asked = [what for what, _ in speech.log]
    assert all(one != other for one, other in pairwise(asked)), asked


STOPS = {
    "the stop button": lambda window: press(window, STOP),
    "Escape": lambda window: key(window, Key.Key_Escape),
    "Ctrl+L": lambda window: key(window, Key.Key_L, CTRL),
    "the listen button": lambda window: click(find(window, "Listen to this page")),
    "another topic": lambda window: press(tree(window), "Bowel resection"),
    "a side effect's page": lambda window: press(page(window), "Resection"),
    "the other language": lambda window: press(window, "FR"),
    "a message": lambda window: window.show_message("Something went wrong"),
}


@pytest.mark.parametrize("how", STOPS)
def test_it_is_stopped_by(reading, speech, how):
    window = reading.window
    STOPS[how](window)
    on(window)
    assert not speech.speaking
    assert speech.said == ["Whipple procedure"]
    assert mark(window) is None
    assert [each for each in texts(window) if each in (STOP, "Arrêter la lecture")] == []


def test_the_end_of_the_program_stops_it(reading, speech):
    """The system's voice would go on alone."""
    reading.application.aboutToQuit.emit()
    on(reading.window)
    assert not speech.speaking
    assert [what for what, _ in speech.log] == ["say", "stop"]


def test_back_stops_it(reading, speech):
    window = reading.window
    press(tree(window), "Bowel resection")
    click(find(window, "Listen to this page"))
    on(window)
    assert speech.speaking
    press(window, "Back")
    on(window)
    assert not speech.speaking


def test_closing_what_is_read_stops_it(listen, speech):
    window = listen("whipple").window
    press(panel(window), "Listen")
    on(window)
    for _ in range(3):
        speech.end()
        on(window)
    press(panel(window), "Call 911")
    on(window)
    assert not speech.speaking


def test_another_text_takes_the_place_of_the_first(reading, speech):
    window = reading.window
    press(panel(window), "Listen")
    on(window)
    assert [what for what, _ in speech.log] == ["say", "stop", "say"]
    assert speech.said[-1].startswith("When to get help")


def test_keyboard_starts_and_steers_it(listen, speech):
    window = listen("whipple").window
    key(window, Key.Key_L, CTRL)
    on(window)
    assert speech.said == ["Whipple procedure"]
    for _ in range(200):
        if spoken(focused()) == "Pause":
            break
        key(window, Key.Key_Tab)
    key(window, Key.Key_Return)
    on(window)
    assert not speech.speaking
    assert "Go on" in texts(window)
    key(window, Key.Key_Escape)
    on(window)
    assert focused().isVisible()


def test_a_voice_that_breaks_down_is_told_of(reading, speech):
    speech.break_down("Connection lost")
    on(reading.window)
    assert "The voice stopped reading: Connection lost" in texts(reading.window)
    assert STOP not in texts(reading.window)


def test_only_the_panel_is_read_where_only_the_panel_is_seen(listen, speech):
    window = listen("whipple", size=(700, 800)).window
    press(window, "Side effects · When to get help")
    click(find(window, "Listen to this page"))
    on(window)
    assert speech.said == ["Side effects"]
    assert marked(window) == ["Side effects"]


def test_turning_to_another_pane_stops_it_where_only_one_is_seen(listen, speech):
    window = listen("whipple", size=(700, 800)).window
    click(find(window, "Listen to this page"))
    on(window)
    assert speech.speaking
    press(window, "Side effects · When to get help")
    on(window)
    assert not speech.speaking


def test_what_is_read_stays_in_sight_when_the_text_grows(listen, speech):
    """At the largest size only one pane has room: it is the one that is read."""
    window = listen("whipple").window
    press(panel(window), "Listen")
    on(window)
    for _ in STEPS[1:]:
        press(window, "Larger text")
    assert speech.speaking
    assert not page(window).isVisible()
    assert marked(window) == ["When to get help", "Any one of these signs is enough."]


# The mark


def test_the_mark_lies_around_what_is_said(reading, speech):
    window = reading.window
    for _ in range(40):
        said, shown = speech.said[-1], marked(window)
        assert shown
        assert all(aloud(part, "en") in said for text in shown for part in text.split("\u2028")), (said, shown)
        speech.end()
        on(window)


def test_what_is_said_is_scrolled_into_view(reading, speech):
    window = reading.window
    view = scrolled(page(window)).viewport()
    for _ in range(60):
        around = mark(window)
        assert rect_in(view, window).contains(rect_in(around, window))
        speech.end()
        on(window)
    assert scrolled(page(window)).verticalScrollBar().value() > 500


@pytest.mark.parametrize("colours", COLOURS)
def test_the_mark_is_seen_in_all_colours(reading, colours):
    """A frame and a broad bar at the leading edge, in a colour that stands out from any ground by 3 to 1."""
    reading.appearance.choose_colours(colours)
    window = reading.window
    settle(window)
    around = mark(window)
    area = rect_in(around, window)
    shot = picture(window, area)
    shown = list(pixels(shot))
    row = shown[shot.width() * (shot.height() // 2) : shot.width() * (shot.height() // 2 + 1)]
    ground = max(set(shown), key=shown.count)
    assert all(contrast(each, ground) >= 3 for each in row[1:5])
    assert contrast(row[-2], ground) >= 3
    assert contrast(row[9], ground) < 1.1
    tokens = COLOURS[colours]
    for role_of in ("canvas", "surface", "panel", "emergency-tint", "call_911-tint", "today-tint", "next_visit-tint"):
        assert contrast(int(tokens["brand"][1:], 16), int(tokens[role_of][1:], 16)) >= 3


@pytest.mark.parametrize("step", STEPS[1:])
def test_the_mark_stays_when_the_text_grows(reading, speech, step):
    window = reading.window
    for _ in range(12):
        speech.end()
        on(window)
    before = marked(window)
    for _ in range(STEPS.index(step)):
        press(window, "Larger text")
    assert speech.speaking
    assert marked(window) == before


# The bar


@pytest.mark.parametrize(
    ("language", "size", "step"),
    [
        *(("fr", size, step) for size in ((1024, 700), (1080, 1920), (480, 800)) for step in (1.0, 1.6, 2.0)),
        ("en", (1366, 768), 1.3),
    ],
    ids=str,
)
def test_everything_fits_while_it_reads(listen, language, size, step):
    window = listen("whipple", size=size, text_size=step, language=language).window
    key(window, Key.Key_L, CTRL)
    on(window)
    stop = find(window, "Arrêter la lecture" if language == "fr" else STOP)
    bar = stop.parentWidget()
    for button in (each for each in widgets(bar) if role(each) == Role.Button):
        assert button.height() >= 44
        assert button.width() >= 44
        assert spoken(button)
        assert bar.rect().contains(button.geometry())
    if size[0] >= 1024:
        assert_fits(window)


def test_everything_to_steer_it_is_named_and_known(reading):
    """By a role and a name for speech, and an identifier that is the same in every language."""
    window = reading.window
    click(next(each for each in folds(panel(window)) if seen(each) == "Pancreatic fistula"))
    nodes = [node for node in accessible(window) if node.focusable]
    assert [node for node in nodes if not node.name.strip() or node.role in (Role.Client, Role.NoRole)] == []
    buttons = [node for node in nodes if node.widget and node.widget.accessibleIdentifier().startswith("listen")]
    assert {node.role for node in buttons} == {Role.Button}
    assert [(node.widget.accessibleIdentifier(), node.name) for node in buttons] == [
        ("listen", "Listen to this page"),
        ("listen-help", "Listen: When to get help"),
        ("listen-pancreatic-fistula", "Listen: Pancreatic fistula"),
        ("listen-previous", "Previous paragraph"),
        ("listen-pause", "Pause"),
        ("listen-next", "Next paragraph"),
        ("listen-stop", STOP),
    ]


def test_screen_reader_is_told_nothing_while_it_reads(reading, monkeypatch):
    """One voice at a time."""
    told = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", told.append)
    reading.window.tell("3 results")
    assert told == []
    press(reading.window, STOP)
    told.clear()
    reading.window.tell("3 results")
    assert len(told) == 1


def test_voice_is_chosen_and_remembered(monkeypatch, start):
    speech = FakeSpeech({"speechd": MANY}).install(monkeypatch)

    def begin():
        running = start("whipple")
        running.read_aloud.look_now()
        settle(running.window)
        click(find(running.window, "Listen to this page"))
        on(running.window)
        return running

    first = begin()
    assert speech.voice == "Ann"
    press(first.window, "Voice")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [(each.text(), each.isChecked()) for each in menu.actions()] == [("Ann", True), ("Ben", False)]
    menu.actions()[1].trigger()
    menu.close()
    on(first.window)
    assert speech.voice == "Ben"
    assert speech.said == ["Whipple procedure"] * 2
    first.memory.save()
    speech.voice = ""
    begin()
    assert speech.voice == "Ben"


def test_no_choice_of_voices_where_there_is_one(reading):
    assert "Voice" not in [spoken(each) for each in widgets(reading.window)]


def test_volume_is_that_of_a_start_for_everyone(listen, speech):
    listen("whipple")
    speech.volume = 0.1
    listen("whipple")
    assert speech.volume == 1.0


def test_title_stays_that_of_the_page(reading):
    assert title(reading.window) == "Whipple procedure"


def test_listening_to_many_topics_leaves_nothing_behind(listen, speech):
    running = listen("whipple")
    window = running.window

    def one_round() -> int:
        for topic in ("whipple", "liver", "bile-leak", "words", "compare/whipple/gastrectomy"):
            show(running, topic)
            key(window, Key.Key_L, CTRL)
            on(window)
            for _ in range(5):
                speech.end()
                on(window)
        return len(window.findChildren(QWidget))

    held = one_round()
    assert [one_round() for _ in range(3)] == [held] * 3
