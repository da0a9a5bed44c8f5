"""What search understands, and how it tells why something was found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.search import language
from desktop.search.engine import Engine
from tests.guides import shipped, small
from tests.search.test_relevance import engine


def ids(asked: str) -> list[str]:
    return [found.entry.id for found in engine("en").search(asked).found]


def marked(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize("asked", ["debulking", "Debulking", "debulk", "de-bulking", "debulkng", "tumour debulking"])
def test_debulking_shows_both_of_its_meanings(asked):
    assert {"cytoreductive-debulking", "palliative-debulking"} <= set(ids(asked)[:3])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tumour", "tumor"),
        ("oedema", "edema"),
        ("anaesthetic", "anesthetic"),
        ("diarrhoea", "diarrhea"),
        ("fibre", "fiber"),
        ("haemorrhage", "hemorrhage"),
        ("embolisation", "embolization"),
        ("diarrhéa", "diarrhea"),
        ("WHIPPLE", "whipple"),
    ],
)
def test_spellings_of_all_countries_find_the_same(one, other):
    assert ids(one) == ids(other) != []


@pytest.mark.parametrize(
    ("asked", "guess", "first"),
    [
        ("whiple", "whipple", "whipple"),
        ("hoarsness", "hoarseness", "voice-changes"),
        ("distal pancreatectmy", "distal pancreatectomy", "distal-pancreatectomy"),
        ("nuemonia", "pneumonia", "pneumonia"),
    ],
)
def test_a_misspelt_word_is_guessed_and_the_guess_is_told(asked, guess, first):
    results = engine("en").search(asked)
    assert results.guess == guess
    assert results.found[0].entry.id == first


@pytest.mark.parametrize("asked", ["whipple", "throwing up", "EMR", "tumor", "key hole", "gastrect", "tingly lips"])
def test_what_is_no_guess_is_not_told_as_one(asked):
    results = engine("en").search(asked)
    assert results.found
    assert results.guess == ""


def test_the_matching_words_are_marked_in_the_title_and_in_the_text():
    found = engine("en").search("lymph swelling").found[0]
    assert marked(found.entry.title, found.title_spans) == ["Lymphedema"]
    assert marked(found.text, found.spans) == ["swells", "lymph"]


def test_the_sentence_that_answers_is_shown():
    found = next(each for each in engine("en").search("swollen leg").found if each.entry.id == "blood-clots")
    assert {"swollen", "leg"} <= set(marked(found.text, found.spans))


def test_another_name_that_matched_is_told():
    assert engine("en").search("throwing up").found[0].name == "throwing up"
    assert engine("en").search("pancreaticoduodenectomy").found[0].name == "pancreaticoduodenectomy"
    assert engine("en").search("whipple procedure").found[0].name == ""


def test_a_section_that_does_not_say_it_itself_is_no_result():
    assert [each for each in ids("EMR") if each.partition("#")[2] in ("why", "after", "living")] == []


def test_one_topic_does_not_hide_what_else_may_be_meant():
    topics = [each.partition("#")[0] for each in ids("whipple")[:3]]
    assert topics.count("whipple") <= 2


def test_notes_for_nurses_are_not_searched():
    notes = [note.text for each in shipped().operations.values() for note in each.nurse_notes]
    notes += [note.text for each in shipped().effects.values() for note in each.nurse_notes]
    assert notes
    for note in notes:
        assert note not in [found.text for found in engine("en").search(note).found], note


@pytest.mark.parametrize("asked", ["", " ", "?!", "’", "—", "\x00", "🙂"])
def test_nothing_asked_finds_nothing(asked):
    assert engine("en").search(asked).found == ()


@pytest.mark.parametrize("asked", ["xqzvk", "bitcoin", "99999"])
def test_what_the_guide_does_not_hold_finds_nothing(asked):
    assert ids(asked) == []


@given(st.text(max_size=60))
def test_anything_can_be_typed(asked):
    results = engine("en").search(asked)
    for found in results.found:
        assert all(0 <= start < end <= len(found.text) for start, end in found.spans)
        assert all(0 <= start < end <= len(found.entry.title) for start, end in found.title_spans)


@given(
    st.lists(
        st.sampled_from(['"', "*", "(", ")", "NEAR", "AND", "OR", "NOT", "-", "^", ":", "{", "names", "'"]), max_size=12
    )
)
def test_the_words_of_a_query_language_are_words_like_any(parts):
    engine("en").search(" ".join(parts))
    engine("en").search("".join(parts))


def test_results_come_while_a_word_is_being_typed():
    for end in range(4, len("pancreatectomy") + 1):
        assert {"distal-pancreatectomy", "whipple"} & set(ids("pancreatectomy"[:end])[:3]), "pancreatectomy"[:end]


def test_the_index_is_built_in_steps_and_asked_when_it_is_whole():
    made = Engine(small())
    steps = made.build()
    next(steps)
    assert not made.ready
    for _ in steps:
        pass
    assert made.ready
    assert made.search(small().operations["alpha"].name).found[0].entry.id == "alpha"


def test_words_are_told_with_their_place_even_where_folding_changes_the_length():
    assert list(language.words("L’œuf ﬁn")) == [(0, 1, "l"), (2, 5, "oeuf"), (6, 8, "fin")]
    assert [(start, end) for start, end, _ in language.words("a’b c")] == [(0, 1), (2, 3), (4, 5)]
