"""Taking it home: choose, look at the pages, save, print, take it on the phone, hand it over."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest

from desktop.paper.printer import print_pages
from desktop.views.handout_view import HandoutView
from desktop.views.paper_door import PaperDoor
from tests.fits import cut, outside, overlapping
from tests.window import (
    CTRL,
    Key,
    Role,
    click,
    find,
    focused,
    key,
    page,
    press,
    role,
    seen,
    settle,
    show,
    spoken,
    texts,
    tree,
    widgets,
)

TYPED = "Can my daughter stay overnight?"


def handout(window) -> HandoutView:
    """The handout, in front of the panes."""
    (view,) = [each for each in widgets(window) if isinstance(each, HandoutView)]
    return view


def opened(running, topic="whipple") -> HandoutView:
    show(running, topic)
    click(next(each for each in widgets(running.window) if each.accessibleIdentifier() == "handout"))
    return handout(running.window)


def pages(view) -> list[str]:
    return [spoken(each) for each in widgets(view.preview) if role(each) == Role.Graphic]


def checks(within) -> dict[str, bool]:
    return {spoken(each): each.isChecked() for each in widgets(within) if role(each) == Role.CheckBox}


def write(window, label, text) -> None:
    click(find(window, label))
    QTest.keyClicks(focused(), text)
    key(window, Key.Key_Return)


def messages(window) -> list[str]:
    return [spoken(each) for each in widgets(window) if role(each) == Role.AlertMessage]


def test_the_button_shows_the_pages_of_the_topic_and_close_leads_back(running):
    view = opened(running, "appendectomy")
    assert pages(view)[0].startswith("Appendectomy, 1 of ")
    assert not page(running.window).isVisible()
    press(view, "Close")
    assert page(running.window).isVisible()
    assert page(running.window).isAncestorOf(focused()) or focused() is page(running.window)


def test_keys_open_and_close_it(running):
    show(running, "appendectomy")
    key(running.window, Key.Key_P, CTRL)
    assert handout(running.window).isVisible()
    key(running.window, Key.Key_Escape)
    assert page(running.window).isVisible()


def test_topics_are_put_on_a_list_and_counted(running):
    window = running.window
    for topic in ("whipple", "gastrectomy"):
        show(running, topic)
        press(page(window), "Add to my list")
    assert "On my list" in texts(page(window))
    assert "Handout · 2" in texts(window)
    press(window, "Handout · 2")
    view = handout(window)
    assert list(checks(view.options))[:2] == ["Whipple procedure", "Gastrectomy (gastric resection)"]
    press(view.options, "Whipple procedure")
    assert "Handout · 1" in texts(window)
    assert pages(view)[0].startswith("Gastrectomy")


def test_side_effects_are_chosen(running):
    view = opened(running)
    many = len(pages(view))
    press(view.options, "Only some")
    assert len(pages(view)) < many
    press(view.options, "Diabetes")
    assert checks(view.options)["Diabetes"]
    assert running.visit.choices.effects == ("diabetes",)


def test_questions_are_picked_on_the_page_and_written_by_oneself(running):
    window = running.window
    show(running, "questions")
    boxes = [each for each in widgets(page(window)) if role(each) == Role.CheckBox]
    assert len(boxes) == len(window.guide.questions)
    click(boxes[1])
    key(window, Key.Key_Tab)
    view = opened(running)
    write(window, "A question of your own", f"  {TYPED} ")
    assert running.visit.choices.own_questions == (TYPED,)
    shown = checks(view.options)
    assert shown[TYPED]
    assert shown[window.guide.questions["q-choices"].text]
    assert not shown[window.guide.questions["q-stay"].text]
    press(view.options, TYPED)
    assert running.visit.choices.own_questions == ()


def test_a_question_is_picked_with_the_keyboard(running):
    window = running.window
    show(running, "questions")
    first = next(each for each in widgets(page(window)) if role(each) == Role.CheckBox)
    first.setFocus()
    key(window, Key.Key_Space)
    assert running.visit.choices.questions == ("q-goal",)


def test_nothing_chosen_is_written_down(running, tmp_path):
    window = running.window
    press(page(window), "Add to my list")
    opened(running)
    write(window, "A question of your own", TYPED)
    running.memory.save()
    assert TYPED.encode() not in b"".join(each.read_bytes() for each in tmp_path.rglob("*") if each.is_file())


def test_the_other_language_and_larger_print(running):
    view = opened(running, "appendectomy")
    normal = len(pages(view))
    press(view.options, "Large")
    assert len(pages(view)) > normal
    press(view.options, "FR")
    assert running.visit.choices.language == "fr"
    assert pages(view)[0].startswith("Retrait de l’appendice")
    assert seen(find(view, "Close")) == "Close"


def test_the_window_s_language_is_followed(running):
    view = opened(running, "appendectomy")
    first = next(each for each in widgets(running.window) if spoken(each) == "FR, français")
    click(first)
    assert handout(running.window).isVisible()
    assert pages(view)[0].startswith("Retrait de l’appendice")


def test_another_topic_closes_it(running):
    opened(running)
    running.navigator.open("gastrectomy")
    settle(running.window)
    assert page(running.window).isVisible()


def test_saved_as_pdf(running, tmp_path):
    view = opened(running, "appendectomy")
    press(view, "Save as PDF")
    file = tmp_path / "mine.pdf"
    door = running.window.findChild(PaperDoor)
    door.save_as(str(file))
    settle(running.window)
    assert f"The handout is saved: {file}" in messages(running.window)[0]
    assert len(PdfReader(io.BytesIO(file.read_bytes())).pages) == len(pages(view))


def test_a_folder_that_cannot_be_written_is_told(running, tmp_path):
    view = opened(running, "appendectomy")
    press(view, "Save as PDF")
    running.window.findChild(PaperDoor).save_as(str(tmp_path / "missing" / "mine.pdf"))
    settle(running.window)
    assert "could not be saved" in messages(running.window)[0]
    assert "code for the phone" in messages(running.window)[0]


def test_without_a_printer_something_else_is_offered(running, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    view = opened(running, "appendectomy")
    press(view, "Print")
    assert messages(running.window) == [
        "No printer was found. Save the handout as a PDF, or take the code for the phone."
    ]


def test_what_is_printed_is_what_is_shown(running, tmp_path):
    view = opened(running, "appendectomy")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFullPage(True)
    made = view.preview.pages
    printer.setPageSize(made.page_size())
    assert print_pages(made, printer)
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == len(made)


def test_the_code_for_the_phone_says_beside_it_what_it_holds(running):
    view = opened(running)
    press(view, "Code for the phone")
    shown = texts(view.codes)
    assert any("Call 911 now if you notice:" in text for text in shown)
    assert any(text.startswith("https://cancer.ca/") for text in shown)
    press(view, "Show the pages")
    assert pages(view)


def test_what_is_handed_over_opens_on_another_machine(running, start):
    window = running.window
    show(running, "gastrectomy")
    press(page(window), "Add to my list")
    show(running, "questions")
    click(next(each for each in widgets(page(window)) if role(each) == Role.CheckBox))
    click(find(window, "Handout · 1"))
    press(handout(window), "Hand over")
    told = next(text for text in texts(handout(window).codes) if text.count("\u2009-\u2009") >= 2)
    chosen = running.visit.choices
    other = start("about-surgery")
    view = opened(other, "about-surgery")
    write(other.window, "Code", told.replace("\u2009", ""))
    assert other.visit.choices.topics == chosen.topics == ("gastrectomy",)
    assert other.visit.choices.questions == chosen.questions
    assert pages(view)[0].startswith("Gastrectomy")
    assert messages(other.window) == []


def test_a_wrong_code_is_told_kindly(running):
    opened(running)
    write(running.window, "Code", "1234-5678")
    (told,) = messages(running.window)
    assert "Compare it letter by letter" in told
    assert running.visit.choices.topics == ()


def test_a_page_about_the_reader_is_not_printed(running):
    window = running.window
    running.navigator.open("bookmarks")
    settle(window)
    assert "Add to my list" not in texts(page(window))
    click(next(each for each in widgets(window) if each.accessibleIdentifier() == "handout"))
    view = handout(window)
    assert pages(view)[0].startswith("About surgery")
    press(view, "Code for the phone")


def test_reset_forgets_everything(running):
    window = running.window
    press(page(window), "Add to my list")
    running.visit.reset()
    assert "Handout" in texts(window)
    assert "Add to my list" in texts(page(window))


@pytest.mark.parametrize("text_size", [1.0, 1.3, 1.6, 2.0])
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1080, 1920), (1024, 700), (640, 900)])
def test_it_fits(start, text_size, size):
    running = start("whipple", size=size, text_size=text_size)
    press(page(running.window), "Add to my list")
    running.window.handout_requested.emit()
    settle(running.window)
    view = handout(running.window)
    for word in ("", "Code for the phone", "Hand over"):
        if word:
            press(view, word)
        assert_handout_fits(view)


def assert_handout_fits(view) -> None:
    """Nothing is cut, lies on another or must be scrolled sideways; what is scrolled may be higher than its pane."""
    window = view.window()
    assert cut(window) == []
    assert overlapping(window) == []
    columns = [pane.column for pane in (view.options, view.preview, view.codes)]
    assert [each for each in outside(window) if not each.startswith("'' reaches out of QWidget")] == []
    for pane, column in zip((view.options, view.preview, view.codes), columns, strict=True):
        if pane.isVisible():
            assert pane.horizontalScrollBar().maximum() == 0
            assert column.width() <= pane.viewport().width()


def test_keyboard_reaches_everything_in_it(running):
    view = opened(running)
    stops = []
    for _ in range(60):
        key(running.window, Key.Key_Tab)
        stops.append(focused())
    names = {spoken(each) for each in stops}
    assert {"Save as PDF", "Code for the phone", "Hand over", "Close", "All", "A question of your own", "Code"} <= names
    assert not any(tree(running.window).isAncestorOf(each) for each in stops)
    assert view.isVisible()
