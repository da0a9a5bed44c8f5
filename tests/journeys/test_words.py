"""A reader meets a word they do not know and is told what it means where they read."""

from __future__ import annotations

from string import ascii_uppercase

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton

from desktop.content.folding import fold
from desktop.pages import topics
from desktop.views.parts.definition_card import DefinitionCard
from desktop.views.parts.mention import MentionButton
from desktop.views.parts.text_block import TextBlock
from tests.window import (
    CTRL,
    Key,
    QTest,
    Role,
    bring_into_view,
    centre,
    click,
    drag,
    find,
    focused,
    folds,
    key,
    page,
    panel,
    press,
    rect_in,
    role,
    seen,
    settle,
    show,
    spoken,
    texts,
    title,
    tree,
    widgets,
)


def words(within) -> list[MentionButton]:
    """The words with dots under them, in reading order."""
    return [each for each in widgets(within) if isinstance(each, MentionButton)]


def word(within, text: str) -> MentionButton:
    return next(each for each in words(within) if spoken(each).lower() == text)


def card(window) -> DefinitionCard | None:
    shown = [each for each in widgets(window) if isinstance(each, DefinitionCard)]
    assert len(shown) <= 1
    return shown[0] if shown else None


@pytest.fixture
def whipple(start):
    return start("whipple").window


def test_word_is_explained_where_it_is_read(whipple, guide):
    click(word(page(whipple), "duodenum"))
    shown = card(whipple)
    assert texts(shown) == ["duodenum", guide.terms["duodenum"].definition, "More in Words"]
    line = rect_in(word(page(whipple), "duodenum"), whipple)
    place = rect_in(shown, whipple)
    assert 0 <= place.top() - line.bottom() <= 20, "right under the line"
    assert rect_in(page(whipple), whipple).contains(place)
    assert title(whipple) == "Whipple procedure"


def test_word_in_the_panel_is_explained_there(whipple, guide):
    click(folds(panel(whipple))[4])
    mention = words(panel(whipple))[0]
    click(mention)
    assert texts(card(whipple))[1] == guide.terms[mention.term].definition
    assert rect_in(panel(whipple), whipple).contains(rect_in(card(whipple), whipple))


@pytest.mark.parametrize(
    "way", ["escape", "close", "elsewhere", "header", "again", "other topic", "tab on", "narrower"]
)
def test_explanation_goes_away(whipple, running_of, way):
    mention = word(page(whipple), "duodenum")
    click(mention)
    assert card(whipple) is not None
    assert mention.open
    if way == "escape":
        key(whipple, Key.Key_Escape)
    elif way == "close":
        press(card(whipple), "Close")
    elif way == "elsewhere":
        click(find(page(whipple), "Whipple procedure"))
    elif way == "header":
        click(find(whipple, "FR"))
    elif way == "again":
        click(mention)
    elif way == "other topic":
        running_of(whipple).open("words")
    elif way == "tab on":
        key(whipple, Key.Key_F6)
    else:
        whipple.resize(1100, 768)
    settle(whipple)
    assert card(whipple) is None
    assert not mention.open


@pytest.fixture
def running_of():
    return lambda window: window._navigator  # noqa: SLF001 - another topic without touching the window


def test_keyboard_alone_leads_to_a_word_and_back(whipple, guide):
    key(whipple, Key.Key_Tab)
    while not (isinstance(focused(), MentionButton) and focused().term == "duodenum"):
        key(whipple, Key.Key_Tab)
    mention = focused()
    key(whipple, Key.Key_Return)
    assert focused() is card(whipple)
    assert spoken(focused()) == f"duodenum: {guide.terms['duodenum'].definition}"
    key(whipple, Key.Key_Tab)
    assert seen(focused()) == "More in Words"
    key(whipple, Key.Key_Tab)
    assert spoken(focused()) == "Close"
    key(whipple, Key.Key_Tab)
    assert card(whipple) is None
    assert focused() is mention
    assert mention.shows_ring()
    key(whipple, Key.Key_Space)
    key(whipple, Key.Key_Escape)
    assert focused() is mention


def test_more_leads_to_the_word_among_all_words(whipple, guide):
    click(word(page(whipple), "pancreas"))
    press(card(whipple), "More in Words")
    assert title(whipple) == topics.name(guide, topics.WORDS)
    entry = next(each for each in widgets(page(whipple)) if seen(each).startswith("pancreas\u2028"))
    assert 0 <= rect_in(entry, page(whipple)).top() < page(whipple).height() / 2
    press(whipple, "Back")
    assert title(whipple) == "Whipple procedure"


def test_each_word_once_in_each_section(whipple):
    met: set[str] = set()
    for each in widgets(page(whipple)):
        if role(each) == Role.Heading:
            met = set()
        elif isinstance(each, MentionButton):
            assert each.term not in met, spoken(each)
            met.add(each.term)
    assert len(words(page(whipple))) > 20


def test_no_heading_link_or_source_has_dots(running, guide):
    window = running.window
    for topic in (*guide.operations, *topics.LISTS, "about-surgery", "about-guide"):
        show(running, topic)
        for heading in folds(page(window)):
            heading.click()
        for each in words(page(window)):
            text = each.parentWidget()
            assert role(text) != Role.Heading
            assert text.sources(), text.shown()


def test_no_term_leads_to_itself(running):
    window = running.window
    show(running, topics.WORDS)
    found = [(each.parentWidget().term, each.term) for each in words(page(window))]
    assert len(found) > 30
    assert [pair for pair in found if pair[0] == pair[1]] == []
    show(running, "whipple")
    assert "whipple" not in {each.term for each in words(page(window))}
    show(running, "carcinoid-crisis")
    assert "carcinoid-crisis" not in {each.term for each in words(page(window))}


def test_word_of_the_text_lies_under_its_button(whipple):
    """Also where the word is broken over two lines."""
    for each in words(page(whipple)):
        bring_into_view(each)
        text = each.parentWidget()
        middle = next(iter(each.mask()), each.rect()).center()
        at = each.mapTo(text, middle)
        place = text.position_at(at.x(), at.y())
        start = text.shown().lower().index(spoken(each).lower())
        assert any(
            found <= place <= found + len(spoken(each))
            for found in range(start, len(text.shown()))
            if text.shown()[found:].lower().startswith(spoken(each).lower())
        ), spoken(each)


def test_text_can_be_selected_across_a_word(whipple):
    mention = word(page(whipple), "duodenum")
    y = centre(mention).y()
    drag(
        whipple,
        QPoint(centre(mention).x() - 60, y),
        QPoint(centre(mention).x(), y),
        QPoint(centre(mention).x() + 60, y),
    )
    key(whipple, Key.Key_C, CTRL)
    assert "duodenum" in QGuiApplication.clipboard().text().split("\n")[0]
    assert card(whipple) is None


def test_dragging_from_a_word_selects_and_does_not_explain(whipple):
    mention = word(page(whipple), "duodenum")
    start = centre(mention)
    drag(whipple, start, start + QPoint(40, 0), start + QPoint(90, 0))
    assert card(whipple) is None
    key(whipple, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().strip()


def test_hand_shows_that_a_word_can_be_pressed(whipple):
    mention = word(page(whipple), "duodenum")
    QTest.mouseMove(whipple.windowHandle(), centre(mention))
    settle(whipple)
    assert mention.cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_words_are_there_at_twice_the_size_and_in_a_narrow_window(start):
    for size, step in (((1366, 768), 2.0), ((420, 800), 1.0)):
        window = start("whipple", size=size, text_size=step).window
        click(word(page(window), "pancreas"))
        assert rect_in(page(window), window).contains(rect_in(card(window), window)), (size, step)


def test_word_at_the_end_of_the_page_is_explained_above_its_line(running):
    window = running.window
    show(running, topics.QUESTIONS)
    mention = words(page(window))[-1]
    click(mention)
    shown = card(window)
    assert page(window).column.rect().contains(rect_in(shown, page(window).column))


def test_words_stay_after_another_size_of_text(running):
    window = running.window
    show(running, "whipple")
    before = [spoken(each) for each in words(page(window))]
    running.appearance.change_size(1)
    settle(window)
    assert [spoken(each) for each in words(page(window))] == before
    click(word(page(window), "duodenum"))
    assert card(window) is not None


# All words


def letters(window) -> dict[str, QAbstractButton]:
    return {
        seen(each): each for each in widgets(page(window)) if isinstance(each, QAbstractButton) and len(seen(each)) == 1
    }


def entries(window) -> list[str]:
    return [each.partition("\u2028")[0] for each in texts(page(window)) if "\u2028" in each]


def type_words(window, words: str) -> None:
    press(page(window), "Filter these words")
    QTest.keyClicks(focused(), words)
    settle(window)


@pytest.fixture
def all_words(start):
    return start(topics.WORDS).window


def test_letter_leads_to_its_words(all_words):
    press(page(all_words), "S", Role.Button)
    assert seen(focused()) == "S"
    assert 0 <= rect_in(focused(), page(all_words)).top() <= 40
    key(all_words, Key.Key_Tab)
    assert (
        rect_in(focused(), page(all_words).column).top()
        > rect_in(find(page(all_words), "S", Role.Heading), page(all_words).column).top()
    )


def test_letters_without_words_are_quiet(all_words, guide):
    first = {fold(each.name)[0].upper() for each in guide.terms.values()}
    assert {letter for letter, button in letters(all_words).items() if button.isEnabled()} == first
    assert set(letters(all_words)) == set(ascii_uppercase)


def test_filter_leaves_the_words_that_have_it(all_words, guide):
    assert len(entries(all_words)) == len(guide.terms)
    type_words(all_words, "stoma")
    assert "stoma" in entries(all_words)
    assert 1 < len(entries(all_words)) < 20
    assert f"{len(entries(all_words))} words" in texts(page(all_words))
    assert not letters(all_words)["Q"].isEnabled()
    assert focused().text() == "stoma", "one can type on"


def test_filter_that_leaves_nothing_says_so(all_words):
    type_words(all_words, "zebra")
    assert entries(all_words) == []
    assert "0 words" in texts(page(all_words))


def test_filter_is_gone_when_a_word_is_asked_for_or_the_page_is_left(all_words, guide):
    type_words(all_words, "stoma")
    all_words._navigator.open(topics.WORDS, "bile")  # noqa: SLF001 - as a search would
    settle(all_words)
    assert len(entries(all_words)) == len(guide.terms)
    assert (
        0
        <= rect_in(
            next(each for each in widgets(page(all_words)) if seen(each).startswith("bile\u2028")), page(all_words)
        ).top()
        <= 40
    )
    press(tree(all_words), "About surgery")
    assert letters(all_words) == {}


@pytest.mark.parametrize(("step", "width"), [(1.0, 1366), (2.0, 1366), (2.0, 480)])
def test_nothing_of_the_explanation_lies_under_its_close_button(start, step, width, guide):
    window = start("whipple", size=(width, 768), text_size=step).window
    for mention in words(page(window)):
        mention.click()  # the middle of a word on two lines is not its own
        shown = card(window)
        button = rect_in(find(shown, "Close"), shown)
        for each in widgets(shown):
            if seen(each):
                assert not button.intersects(rect_in(each, shown)), guide.terms[mention.term].name
        name, text = (each for each in widgets(shown) if isinstance(each, TextBlock))
        assert name.height() >= name.height_for(name.width())
        assert not name.geometry().intersects(text.geometry()), guide.terms[mention.term].name
        key(window, Key.Key_Escape)
