"""Finding what is typed in a text, and what a fold will show before it is open."""

from __future__ import annotations

import pytest

from desktop.pages import compose, panel, topics
from desktop.pages.find import found, narrowed, texts_of, written
from desktop.pages.sheet import Block, Kind


@pytest.mark.parametrize(
    ("wanted", "text", "expected"),
    [
        ("bile", "Bile and bile", ["Bile", "bile"]),
        ("cote", "Le côté", ["côté"]),
        ("CÔTÉ", "le cote", ["cote"]),
        ("oedeme", "Un œdème", ["œdème"]),
        ("l'aide", "Demander de l’aide", ["l’aide"]),
        ("qualité de", "qualité\u00a0de vie", ["qualité\u00a0de"]),
        ("a b", "a\u2028b", ["a\u2028b"]),
        ("aa", "aaaa", ["aa", "aa"]),
        ("  bile  ", "bile", ["bile"]),
        ("", "anything", []),
        ("   ", "a   b", []),
        ("(a.c", "abc", []),
        ("bile", "", []),
        ("é", "e\u0301", ["e"]),
    ],
)
def test_found(wanted, text, expected):
    assert [text[start:end] for start, end in found(wanted, text)] == expected


def test_texts_of_a_fold_are_those_of_all_its_blocks_in_order():
    sign = Block(Kind.BULLET, "Fever", inside=(Block(Kind.QUIET, "Take it with you"),))
    card = Block(Kind.HELP, "Call 911", inside=(Block(Kind.PARAGRAPH, "said by the card"), sign))
    fold = Block(Kind.FOLD, "Sources", inside=(Block(Kind.BULLET, "closed"),))
    word = Block(Kind.WORD, "a thing", lead_in="Stoma")
    assert list(texts_of((card, fold, word))) == [
        "Call 911",
        "Fever",
        "Take it with you",
        "Sources",
        "Stoma\u2028a thing",
    ]


def test_written_puts_the_lead_in_before_the_text():
    assert written(Block(Kind.BULLET, "text", lead_in="Only:")) == "Only: text"


def test_words_are_narrowed_by_name_and_definition_and_keep_their_letters(guide):
    blocks = compose.sheet(guide, topics.WORDS).blocks
    assert narrowed(blocks, "") == blocks
    kept = narrowed(blocks, "stoma")
    assert "stoma" in [block.lead_in for block in kept]
    for block, before in zip(kept[1:], kept, strict=False):
        assert not (block.kind is before.kind is Kind.HEADING), "no letter without a word"
    assert kept[-1].kind is Kind.WORD
    assert all(found("stoma", block.lead_in + block.text) for block in kept if block.kind is Kind.WORD)
    assert narrowed(blocks, "zebra") == ()


def test_every_effect_of_an_operation_can_be_searched_while_it_is_closed(guide):
    for group in panel.panel(guide, "whipple").groups:
        for row in group.rows:
            assert all(texts_of(panel.opened(guide, row.effect, "whipple", nurse=True)))
