"""Taking pages home: what is on the list, the code for the phone, and paper where the clinic has a printer."""

from __future__ import annotations

import pytest
import zxingcpp
from PySide6.QtGui import QGuiApplication, QImage

from desktop.kiosk.desk import MOST_PAGES
from desktop.looks.theme import STEPS
from desktop.paper import printer
from desktop.views.parts.pressable import Pressable
from desktop.views.parts.qr_picture import QrPicture
from tests.fits import cut
from tests.kiosk.conftest import PITCH
from tests.kiosk.test_touch import SIZES, outside, overlapping
from tests.window import bring_into_view, find, picture, press, settle, spoken, texts, widgets


def add(kiosk, topic: str) -> None:
    kiosk.window.open(topic)
    settle(kiosk.window)
    kiosk.touch("list")


def ask(kiosk) -> str:
    """Choose the first question; its id."""
    kiosk.window.open("questions")
    settle(kiosk.window)
    box = next(each for each in widgets(kiosk.window) if each.accessibleIdentifier().startswith("ask-"))
    kiosk.touch(box.accessibleIdentifier())
    return kiosk.window.visitor().choices.questions[0]


def scanned(kiosk) -> str:
    """What a phone reads from the code on the screen."""
    code = next(each for each in widgets(kiosk.by_id("my-list")) if isinstance(each, QrPicture))
    bring_into_view(code)
    image = picture(code).convertToFormat(QImage.Format.Format_Grayscale8)
    lines = [bytes(image.constScanLine(y))[: image.width()] for y in range(image.height())]
    grey = memoryview(b"".join(lines)).cast("B", (image.height(), image.width()))
    (found,) = zxingcpp.read_barcodes(grey, text_mode=zxingcpp.TextMode.Plain)
    return found.text


@pytest.fixture
def printed(monkeypatch):
    """A printer that keeps what it was given: pages, its name, and what the job is called."""
    jobs = []

    def take(pages, name, title) -> bool:
        jobs.append((len(pages), name, title))
        return name == "Hall"

    monkeypatch.setattr(printer, "print_straight", take)
    return jobs


@pytest.mark.parametrize(
    ("language", "add_word", "list_word"),
    [("en", "Add to my list", "My list"), ("fr", "Ajouter à ma liste", "Ma liste")],
)
def test_a_topic_is_put_on_the_list_and_taken_off(start_kiosk, language, add_word, list_word):
    kiosk = start_kiosk(language=language)
    kiosk.window.open("whipple")
    settle(kiosk.window)
    press(kiosk.window, add_word)
    press(kiosk.window, list_word)
    name = kiosk.window.guide.operations["whipple"].name
    assert name in texts(kiosk.by_id("my-list"))
    kiosk.touch("list-drop-whipple")
    assert name not in texts(kiosk.by_id("my-list"))
    assert not kiosk.sees("list-drop-whipple")
    kiosk.touch("back")
    assert kiosk.window.visitor().screen == "topic"
    assert find(kiosk.window, add_word).isVisible()


def test_an_empty_list_says_how_it_is_filled(kiosk):
    kiosk.touch("list-open")
    assert any(each.startswith("Your list is empty.") for each in texts(kiosk.window))
    assert not kiosk.sees("list-print")


def test_a_phone_reads_the_code_of_what_is_touched(kiosk):
    add(kiosk, "whipple")
    add(kiosk, "gastrectomy")
    question = ask(kiosk)
    kiosk.touch("list-open")
    assert scanned(kiosk).startswith("Whipple procedure\n")
    kiosk.touch("list-code-gastrectomy")
    assert scanned(kiosk).startswith("Gastrectomy (gastric resection)\n")
    kiosk.touch("list-code-questions")
    assert kiosk.window.guide.questions[question].text in scanned(kiosk)
    kiosk.touch(f"list-drop-{question}")
    assert scanned(kiosk).startswith("Whipple procedure\n")


def test_without_a_printer_only_the_code_is_offered(kiosk, printed):
    add(kiosk, "whipple")
    kiosk.touch("list-open")
    assert not kiosk.sees("list-print")
    assert not any("On paper" in each for each in texts(kiosk.window))
    assert printed == []


def test_the_number_of_pages_is_said_and_the_named_printer_prints_them(start_kiosk, printed):
    kiosk = start_kiosk(printer="Hall")
    add(kiosk, "whipple")
    kiosk.touch("list-open")
    told = next(each for each in texts(kiosk.window) if each.startswith("On paper: "))
    kiosk.touch("list-print")
    [(pages, name, title)] = printed
    assert told == f"On paper: {pages} pages."
    assert (name, title) == ("Hall", kiosk.window.guide.edition.title), "a queue is seen by others: no topic in it"
    assert "Your pages are being printed." in texts(kiosk.window)
    assert kiosk.window.visitor().printed == pages


def test_one_visit_cannot_empty_the_tray(start_kiosk, printed):
    kiosk = start_kiosk(printer="Hall")
    add(kiosk, "whipple")
    kiosk.touch("list-open")
    while kiosk.sees("list-print"):
        kiosk.touch("list-print")
    assert 0 < sum(pages for pages, *_ in printed) <= MOST_PAGES
    assert "Your pages are being printed." in texts(kiosk.window)
    assert not any("more than one visit may print" in each for each in texts(kiosk.window)), "while the pages come out"
    kiosk.touch("back")
    kiosk.touch("list-open")
    assert any("more than one visit may print" in each for each in texts(kiosk.window))
    kiosk.touch("finish")
    assert kiosk.window.visitor().printed == 0


def test_a_printer_that_takes_nothing_is_told_in_words(start_kiosk, printed):
    kiosk = start_kiosk(printer="Broken")
    add(kiosk, "whipple")
    kiosk.touch("list-open")
    kiosk.touch("list-print")
    assert len(printed) == 1
    assert any(each.startswith("The printer did not take the pages.") for each in texts(kiosk.window))
    assert kiosk.window.visitor().printed == 0


def test_a_printer_that_is_not_there_leaves_no_file(start_kiosk, home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    kiosk = start_kiosk(printer="Nowhere")
    before = {path for path in home.rglob("*") if path.is_file()}
    add(kiosk, "whipple")
    kiosk.touch("list-open")
    kiosk.touch("list-print")
    assert any(each.startswith("The printer did not take the pages.") for each in texts(kiosk.window))
    assert {path for path in home.rglob("*") if path.is_file()} == before
    assert list(tmp_path.rglob("*.pdf")) == []
    assert len([each for each in QGuiApplication.topLevelWindows() if each.isVisible()]) == 1


def test_the_list_is_forgotten_with_the_visit(kiosk):
    add(kiosk, "whipple")
    kiosk.touch("list-open")
    kiosk.touch("finish")
    kiosk.touch("begin-en")
    kiosk.touch("list-open")
    assert any(each.startswith("Your list is empty.") for each in texts(kiosk.window))


def test_the_list_follows_the_language(kiosk):
    add(kiosk, "whipple")
    kiosk.touch("list-open")
    kiosk.touch("choice-fr")
    assert "Emporter avec moi" in texts(kiosk.window)
    assert scanned(kiosk).startswith("Opération de Whipple")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("step", [STEPS[0], STEPS[-1]])
def test_the_list_fits_and_is_as_large_as_a_finger(start_kiosk, printed, step, size, language):  # noqa: ARG001
    kiosk = start_kiosk(size=size, step=step, language=language, printer="Hall")
    add(kiosk, "whipple")
    ask(kiosk)
    kiosk.touch("list-open")
    assert [each for each in cut(kiosk.window) if " wide and " not in each] == []
    assert outside(kiosk.window) == []
    assert overlapping(kiosk.window) == []
    for each in widgets(kiosk.by_id("my-list")):
        if isinstance(each, Pressable):
            assert min(each.width(), each.height()) * PITCH >= 16, spoken(each)
