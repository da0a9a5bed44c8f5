"""The plural and feminine forms that are made by rule, and those that are not, because they are other words."""

from __future__ import annotations

import pytest

from desktop.content.glossary import Glossary
from desktop.content.inflections import english, french, of
from desktop.content.model import Term


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("stent", {"stents"}),
        ("abscess", {"abscesses"}),
        ("biopsy", {"biopsies"}),
        ("metastasis", {"metastases"}),
        ("metastases", {"metastasis"}),
        ("nodes", {"node"}),
        ("colostomies", {"colostomy"}),
    ],
)
def test_english(word, others):
    assert others <= set(english(word))


@pytest.mark.parametrize(
    ("word", "never"), [("bypass", "bypas"), ("ileus", "ileu"), ("sepsis", "sepsi"), ("day", "daies")]
)
def test_english_endings_that_are_no_plural(word, never):
    assert never not in set(english(word))


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("ganglion", {"ganglions"}),
        ("chirurgical", {"chirurgicaux", "chirurgicale", "chirurgicales"}),
        ("tuyau", {"tuyaux"}),
        ("réséqué", {"réséquée", "réséquées", "réséqués"}),
        ("palliatif", {"palliative", "palliatives", "palliatifs"}),
        ("cancéreux", {"cancéreuse", "cancéreuses"}),
        ("chirurgien", {"chirurgienne", "chirurgiens"}),
        ("canal", {"canaux"}),
        ("stomies", {"stomie"}),
    ],
)
def test_french(word, others):
    assert others <= set(french(word))


@pytest.mark.parametrize(
    ("word", "never"), [("sel", "selle"), ("port", "porte"), ("drain", "draine"), ("foie", "foiee")]
)
def test_french_words_that_only_look_like_a_feminine(word, never):
    assert never not in set(french(word))


def test_a_language_without_rules_changes_nothing():
    assert list(of("de")("Stoma")) == []


def found(language: str, term: str, text: str) -> list[str]:
    glossary = Glossary([Term("x", term, (), "What it is.", ())], language)
    return [text[each.start : each.end] for each in glossary.mentions(text)]


@pytest.mark.parametrize(
    ("language", "term", "text", "expected"),
    [
        ("en", "lymph node", "Two lymph nodes, a lymph node.", ["lymph nodes", "lymph node"]),
        ("en", "stent", "A stentor holds stents.", ["stents"]),
        ("en", "RFA (ablation)", "RFAs and rfas", ["RFAs"]),
        ("fr", "ganglion lymphatique", "Les ganglions lymphatiques.", ["ganglions lymphatiques"]),
        ("fr", "canal biliaire", "Des canaux biliaires", ["canaux biliaires"]),
        ("fr", "intestin", "L’intestin, d'intestins, intestinal", ["intestin", "intestins"]),
        ("fr", "œdème", "Un oedème, des Œdèmes", ["oedème", "Œdèmes"]),
        ("fr", "sel", "Les selles, le sel", ["sel"]),
        ("fr", "qualité de vie", "La qualité\u00a0de vie", ["qualité\u00a0de vie"]),
    ],
)
def test_glossary_finds_what_the_rules_make(language, term, text, expected):
    assert found(language, term, text) == expected
