"""What a PDF holds, read back by another library: text in order, title, language, fonts, the same bytes each time."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from desktop.handout.compose import Selection, document
from desktop.handout.document import Clinic
from desktop.paper import pdf
from desktop.paper.look import PAPERS
from desktop.paper.typeset import typeset
from desktop.session import visit
from tests.guides import shipped

pytestmark = pytest.mark.usefixtures("qapp")
DATE = "2026-11-23"


def written(*ids: str, paper: str = "letter", print_size: str = "normal") -> bytes:
    made = document(shipped(), Selection(ids), Clinic("Hill Clinic", "555-0100"))
    return pdf.write(typeset(made, paper, print_size), DATE)


@pytest.fixture(scope="module")
def data(qapp) -> bytes:  # noqa: ARG001
    return written("appendectomy")


@pytest.fixture(scope="module")
def reader(data) -> PdfReader:
    return PdfReader(io.BytesIO(data), strict=True)


def plain(text: str) -> str:
    return " ".join(text.split())


def test_title_language_and_date_are_set(reader):
    assert reader.metadata.title == "Appendectomy · Surgery for neuroendocrine cancer"
    assert reader.root_object["/Lang"] == "en"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.creation_date.date().isoformat() == DATE


def test_text_is_in_reading_order(reader):
    text = plain("\n".join(page.extract_text() for page in reader.pages))
    parts = ["Hill Clinic", "555-0100", "Appendectomy", "What is removed", "When to get help",
             "Call 911 now if you notice", "Why it is done", "Living afterwards", "Side effects",
             "Questions to ask", "Words in this handout", "Sources and review", "Canadian Cancer Society"]  # fmt: skip
    places = []
    for part in parts:
        places.append(text.index(part, places[-1] if places else 0))
    assert places == sorted(places)


def test_pages_are_counted_and_carry_edition_and_telephone(reader):
    count = len(reader.pages)
    for number, page in enumerate(reader.pages, start=1):
        text = plain(page.extract_text())
        assert f"{number} of {count}" in text
        assert "Edition 1.0" in text
        assert "555-0100" in text


def test_fonts_are_embedded(reader):
    fonts = {str(font["/BaseFont"]): font for page in reader.pages for font in page["/Resources"]["/Font"].values()}
    assert fonts
    for name, font in fonts.items():
        below = font["/DescendantFonts"][0]["/FontDescriptor"]
        assert "Atkinson" in name
        assert any(key in below for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def test_the_figure_is_drawn_not_photographed(reader):
    assert list(reader.pages[0].images) == []


def test_the_same_choice_gives_the_same_bytes(data):
    assert written("appendectomy") == data


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("print_size", visit.PRINT_SIZES)
def test_every_paper_and_size_of_print(paper, print_size):
    reader = PdfReader(io.BytesIO(written("stent-placement", paper=paper, print_size=print_size)))
    width, height = {"letter": (612, 792), "a4": (595, 842)}[paper]
    assert (round(reader.pages[0].mediabox.width), round(reader.pages[0].mediabox.height)) == (width, height)
    assert set(PAPERS) == set(visit.PAPERS)


def test_a_pdf_of_another_shape_is_left_alone():
    for other in (b"", b"%PDF-1.4\n", b"startxref\n5\n%%EOF", b"startxref\n99999\n%%EOF\n"):
        assert pdf.finished(other, "en", DATE) == other
