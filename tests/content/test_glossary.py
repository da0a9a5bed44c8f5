"""Which words of a text can be explained: whole words only, in every form, the longest first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.glossary import Glossary, NamesAside, forms
from desktop.content.model import Term
from tests.guides import shipped, small


def term(name: str, *others: str) -> Term:
    return Term(name.partition(" (")[0].replace(" ", "-").lower(), name, others, "What it is.", ())


GLOSSARY = Glossary(
    [
        term("net", "nets"),
        term("NET (neuroendocrine tumour)", "NETs", "neuroendocrine tumour", "neuroendocrine tumours"),
        term("stoma", "stomas"),
        term("bile duct", "bile ducts"),
        term("bile"),
        term("lymph node", "lymph nodes"),
        term("CT scan"),
        term("X-ray", "X-rays"),
        term("surgeon", "surgeons"),
        term("Whipple’s triad"),
    ]
)


def found(text: str, without: str = "") -> list[tuple[str, str]]:
    """The words found, as they stand in the text, with the term each leads to."""
    return [(text[each.start : each.end], each.term) for each in GLOSSARY.mentions(text, without=(without,))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A stoma. Two stomas.", [("stoma", "stoma"), ("stomas", "stoma")], id="plural forms"),
        pytest.param(
            "Stoma and STOMA", [("Stoma", "stoma"), ("STOMA", "stoma")], id="capitals of a word do not matter"
        ),
        pytest.param("stomach, anastomoses, stoma-like", [], id="never inside another word"),
        pytest.param("non-stoma stoma_bag stoma2", [], id="never beside a hyphen, underscore or digit"),
        pytest.param("The bile duct holds bile.", [("bile duct", "bile-duct"), ("bile", "bile")], id="longest first"),
        pytest.param("bile ducts", [("bile ducts", "bile-duct")], id="the plural of the longest"),
        pytest.param("(stoma), “stoma”; stoma’s", [("stoma", "stoma")] * 3, id="punctuation and possessives"),
        pytest.param("an X-ray, x-rays", [("X-ray", "x-ray"), ("x-rays", "x-ray")], id="hyphens inside a word"),
        pytest.param("a ct scan", [("ct scan", "ct-scan")], id="a name with a word in it is no abbreviation"),
        pytest.param("Whipple's triad", [("Whipple's triad", "whipple’s-triad")], id="either apostrophe"),
        pytest.param("lymph\nnode", [], id="a line break is not a space of the word"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_words_are_found_as_a_reader_would_see_them(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A NET grows.", ["NET"]),
        ("Two NETs grow.", ["NETs"]),
        ("Neuroendocrine tumours grow.", ["Neuroendocrine tumours"]),
        ("Nett, NETS, Net-", []),
    ],
)
def test_an_abbreviation_is_found_only_in_its_own_capitals(text, expected):
    only_net = Glossary(
        [term("NET (neuroendocrine tumour)", "NETs", "neuroendocrine tumour", "neuroendocrine tumours")]
    )
    assert [text[each.start : each.end] for each in only_net.mentions(text)] == expected
    assert only_net.mentions("a net of vessels, the nets") == []


def test_a_word_does_not_explain_itself():
    assert found("A surgeon makes a stoma.", without="stoma") == [("surgeon", "surgeon")]


def test_the_name_counts_without_its_bracket_and_no_form_counts_twice():
    assert forms(Term("net", "NET (tumour)", ("NETs", "NET"), "", ())) == ("NET", "NETs")


def test_a_glossary_without_words_finds_nothing():
    assert Glossary([]).mentions("a stoma") == []


@pytest.mark.parametrize("text", ["sstoma", "ſtoma", "STOMA ſtomas", "bıle bİle bile", "K-ray"])
def test_letters_that_only_look_alike_do_no_harm(text):
    """Python's regular expressions take ı for i and ſ for s; neither may end the program."""
    assert all(
        text[each.start : each.end].casefold() in ("stoma", "stomas", "bile") for each in GLOSSARY.mentions(text)
    )


@given(st.text(st.sampled_from(list("stomabile duc-NETİıſ’'(). ")), max_size=60))
def test_mentions_lie_in_order_side_by_side_and_on_whole_words(text):
    end = 0
    for each in GLOSSARY.mentions(text):
        assert end <= each.start < each.end <= len(text)
        assert not (text[each.start - 1 : each.start] or " ").isalnum()
        assert not text[each.end : each.end + 1].isalnum()
        end = each.end


def test_every_term_of_the_shipped_guide_is_found_in_its_own_name():
    guide = shipped()
    glossary = Glossary(guide.terms.values())
    for each in guide.terms.values():
        for form in forms(each):
            assert each.id in [mention.term for mention in glossary.mentions(f"The {form} here.")]


def test_names_of_operations_and_their_forms_are_set_aside():
    text = "The Beta operation, operation one, part of it and an organ."
    assert NamesAside(small()).found(text) == ["Beta operation", "operation one", "part of it", "organ"]


def test_no_text_of_the_greatest_length_makes_finding_slow():
    """A bracket or space repeated 20,000 times once took six seconds."""
    for name in ("(" * 20_000, " " * 19_999 + "x", " (" * 10_000):
        assert Glossary([term("x", name)]).mentions("a stoma") == []
