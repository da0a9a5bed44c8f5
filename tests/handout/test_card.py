"""The carcinoid crisis card: two sides in two languages, every word with a source, on one page of the right size."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from desktop.content.model import CRISIS_CARD
from desktop.handout.card import crisis_card
from desktop.handout.compose import Selection, document
from desktop.handout.document import Clinic
from desktop.paper import pdf, wallet
from desktop.paper.look import UNITS_PER_INCH
from desktop.paper.typeset import typeset
from tests.guides import shipped

GUIDES = (shipped(), shipped("fr"))


def test_each_side_is_one_language():
    card = crisis_card(GUIDES, "")
    assert [side.language for side in card.sides] == ["en", "fr"]
    assert "neuroendocrine tumour" in card.sides[0].sections[0][0]
    assert "tumeur neuroendocrine" in card.sides[1].sections[0][0]


def test_its_sources_are_those_of_the_crisis_page():
    guide = shipped()
    page, effect = guide.pages["carcinoid-crisis"], guide.effects["carcinoid-crisis"]
    said = [
        *(each for section in page.sections for each in section.statements),
        page.notice,
        page.summary,
        *effect.self_care,
    ]
    known = {source for each in said for source in (*each.sources, *(s for item in each.items for s in item.sources))}
    for section in guide.cards[CRISIS_CARD].sections:
        for statement in section.statements:
            assert statement.sources
            assert set(statement.sources) <= known


def test_it_names_no_dose_and_promises_nothing():
    told = " ".join(text for side in crisis_card(GUIDES, "").sides for _, text in side.sections)
    assert not any(unit in told for unit in (" mg", "µg", "mcg", " ml"))
    assert "with the aim" in told or "The aim is" in told


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_it_fits_a_wallet_and_says_everything(paper):
    card = crisis_card(GUIDES, "555-0100")
    made = document(shipped(), Selection(()), Clinic(), card)
    reader = PdfReader(io.BytesIO(pdf.write(typeset(made, paper, "normal"), "2026-11-23")))
    assert len(reader.pages) == 1
    text = " ".join(reader.pages[0].extract_text().split())
    for side in card.sides:
        for heading, said in side.sections:
            assert heading in text
            assert said.split()[-1] in text
    assert "My team’s telephone: 555-0100" in text
    mm = 25.4 / UNITS_PER_INCH
    assert (round(wallet.WIDTH * mm, 1), round(wallet.HEIGHT * mm, 1)) == (85.6, 54.0)
