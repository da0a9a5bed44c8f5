"""A reader remembers half a word, types it, sees what it may be, and opens the very place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.guides import RESOURCES
from tests.window import (
    CTRL,
    PLAIN,
    Button,
    Key,
    Role,
    centre,
    click,
    focused,
    key,
    page,
    panel,
    press,
    rect_in,
    role,
    seen,
    settle,
    spoken,
    title,
    tree,
    widgets,
)


@pytest.fixture
def searching(running):
    """The real program with its index whole, and the keyboard in the search field."""
    running.searching.complete()
    key(running.window, Key.Key_K, CTRL)
    return running


def field(window) -> QLineEdit:
    return next(each for each in widgets(window) if isinstance(each, QLineEdit))


def write(window, text: str) -> None:
    """Type into what has the keyboard."""
    for letter in text:
        QTest.keyClick(window.windowHandle(), letter)
    settle(window)


def boxes(window) -> list:
    """The list under the field, if it is open."""
    return [each for each in widgets(window) if each.accessibleIdentifier() == "search-results"]


def rows(window) -> list:
    """What is offered under the field."""
    return [each for box in boxes(window) for each in widgets(box) if role(each) == Role.ListItem]


def offered(window) -> list[str]:
    return [seen(row) for row in rows(window)]


def note(window) -> str:
    """The sentence above what is offered."""
    said = [seen(each) for each in widgets(boxes(window)[0]) if role(each) == Role.Paragraph]
    return next(filter(None, said), "")


def current(window) -> str:
    """The row that Enter opens."""
    return next(seen(row) for row in rows(window) if QAccessible.queryAccessibleInterface(row).state().selected)


def test_results_come_while_typing_and_enter_opens_the_first(searching):
    window = searching.window
    write(window, "throwing up")
    assert offered(window)[0] == "Nausea and vomiting"
    assert current(window) == "Nausea and vomiting"
    key(window, Key.Key_Return)
    assert title(window) == "Nausea and vomiting"
    assert rows(window) == []
    assert field(window).text() == ""
    assert page(window) is focused() or page(window).isAncestorOf(focused())


def test_the_arrows_choose_and_go_round(searching):
    window = searching.window
    write(window, "stoma")
    names = offered(window)
    key(window, Key.Key_Down)
    assert current(window) == names[1]
    key(window, Key.Key_Up)
    key(window, Key.Key_Up)
    assert current(window) == names[-1]
    key(window, Key.Key_Down)
    assert current(window) == names[0]


def test_a_result_opens_its_very_section(searching):
    window = searching.window
    write(window, "whipple living afterwards")
    press(window, next(name for name in offered(window) if name == "Whipple procedure: Living afterwards"))
    assert title(window) == "Whipple procedure"
    heading = next(each for each in widgets(page(window)) if seen(each) == "Living afterwards")
    assert 0 <= rect_in(heading, window).top() < window.height()


def test_a_word_opens_on_the_page_of_words(searching):
    window = searching.window
    write(window, "what is jaundice")
    row = next(row for row in rows(window) if seen(row) == "jaundice")
    assert spoken(row).startswith("jaundice. Word. ")
    click(row)
    assert title(window) == "Words"
    shown = next(each for each in widgets(page(window)) if seen(each).startswith("jaundice"))
    assert 0 <= rect_in(shown, window).top() < window.height()


def test_esc_closes_the_list_then_empties_the_field_then_goes_back_to_the_page(searching):
    window = searching.window
    write(window, "liver")
    key(window, Key.Key_Escape)
    assert rows(window) == []
    assert field(window).text() == "liver"
    key(window, Key.Key_Escape)
    assert field(window).text() == ""
    key(window, Key.Key_Escape)
    assert focused() is not field(window)


def test_a_guess_is_told_as_one(searching):
    window = searching.window
    write(window, "whiple")
    assert note(window) == "Did you mean “whipple”?"
    assert offered(window)[0] == "Whipple procedure"


def test_nothing_found_gives_ways_on(searching):
    window = searching.window
    write(window, "xqzvk")
    assert note(window).startswith("Nothing found for “xqzvk”.")
    assert len(offered(window)) == 3
    press(window, "See questions to ask your team")
    assert title(window) == "Questions to ask"


def test_nothing_found_leads_to_the_body(searching):
    window = searching.window
    write(window, "xqzvk")
    press(window, "Look by body part")
    assert seen(focused()) == "By body part"
    assert tree(window).isAncestorOf(focused())


def test_an_empty_field_offers_nothing(searching):
    window = searching.window
    assert rows(window) == []
    write(window, "liver")
    for _ in "liver":
        key(window, Key.Key_Backspace)
    assert rows(window) == []


def test_an_empty_field_offers_what_the_clinic_wrote(start, tmp_path):
    text = (RESOURCES / "content.yaml").read_text("utf-8")
    text = text.replace("\n  language: en\n", "\n  language: en\n  often_opened: [whipple, pain]\n", 1)
    (tmp_path / "content.yaml").write_text(text, "utf-8")
    running = start(content=tmp_path)
    running.searching.complete()
    key(running.window, Key.Key_K, CTRL)
    assert offered(running.window) == ["Whipple procedure", "Pain"]
    press(boxes(running.window)[0], "Pain")
    assert title(running.window) == "Pain"


def test_a_press_elsewhere_closes_the_list(searching):
    window = searching.window
    write(window, "liver")
    QTest.mouseClick(window.windowHandle(), Button.LeftButton, PLAIN, QPoint(30, window.height() - 10))
    settle(window)
    assert rows(window) == []


def test_the_field_can_be_pressed(running):
    window = running.window
    running.searching.complete()
    QTest.mouseClick(window.windowHandle(), Button.LeftButton, PLAIN, centre(field(window)))
    write(window, "EMR")
    assert offered(window)[0] == "Local excision or endoscopic resection"


def test_what_is_typed_before_the_index_is_whole_is_answered_later(running, qtbot):
    window = running.window
    key(window, Key.Key_K, CTRL)
    for letter in "whipple":
        QTest.keyClick(window.windowHandle(), letter)
    qtbot.waitUntil(lambda: offered(window)[:1] == ["Whipple procedure"], timeout=20_000)


def test_the_list_lies_within_the_window(start):
    for size, text_size in (((1024, 700), 2.0), ((400, 700), 1.0), ((1080, 1920), 1.6)):
        running = start("whipple", size=size, text_size=text_size)
        running.searching.complete()
        key(running.window, Key.Key_K, CTRL)
        write(running.window, "bleeding")
        box = boxes(running.window)[0]
        assert running.window.rect().contains(rect_in(box, running.window))
        assert box.height() > 100


def test_every_row_is_large_enough_to_press(searching):
    write(searching.window, "stomach")
    assert all(row.height() >= 44 for row in rows(searching.window))


def test_in_the_other_language_its_guide_is_searched(searching):
    window = searching.window
    press(window, "FR")
    searching.searching.complete()
    key(window, Key.Key_K, CTRL)
    write(window, "mal de coeur")
    assert offered(window)[0] == "Nausées (mal de cœur) et vomissements"
    assert spoken(field(window)).startswith("Rechercher")
    press(window, "EN")


def test_the_number_of_results_is_announced(searching, monkeypatch):
    said = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    window = searching.window
    write(window, "whiple")
    assert said[-1].startswith("Did you mean “whipple”? ")
    assert said[-1].endswith(" results.")
    key(window, Key.Key_Down)
    assert said[-1].startswith(offered(window)[1])
    for _ in "whiple":
        key(window, Key.Key_Backspace)
    write(window, "xqzvk")
    assert said[-1].startswith("Nothing found")


def test_a_result_in_the_panel_stays_with_its_topic(searching):
    window = searching.window
    write(window, "hoarsness")
    key(window, Key.Key_Return)
    assert title(window) == "Hoarseness or voice change"
    assert panel(window).isVisible()


def test_text_in_the_field_is_copied_and_not_the_page(searching):
    window = searching.window
    write(window, "liver")
    key(window, Key.Key_A, CTRL)
    key(window, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "liver"
