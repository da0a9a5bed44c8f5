"""A code read back is the same choice; a wrong one is noticed and told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.content import short_ids
from desktop.content.model import LISTS
from desktop.handout import code
from desktop.handout.code import Trouble
from desktop.session.visit import Choices
from tests.guides import shipped, small

GUIDE = shipped()
IDS = short_ids.of_guide(GUIDE)
CHOICES = Choices(topics=("whipple", "gastrectomy"), questions=("q-stay",))


def some(of, least: int = 0):
    return st.lists(st.sampled_from(sorted(of)), min_size=least, max_size=8, unique=True).map(tuple)


@given(some([*GUIDE.operations, *GUIDE.effects, *LISTS], 1), some(GUIDE.effects), some(GUIDE.questions), st.booleans())
def test_what_is_written_is_read(topics, effects, questions, all_effects):
    choices = Choices(
        topics=topics, all_effects=all_effects, effects=() if all_effects else effects, questions=questions
    )
    read = code.read(code.write(choices, GUIDE), GUIDE)
    assert read.trouble == ""
    assert read.choices == choices._replace(whole_list=True)


def test_it_may_be_typed_as_it_comes():
    written = code.write(CHOICES, GUIDE)
    assert all(len(group) <= 4 for group in written.split("-"))
    typed = "  " + written.lower().replace("-", " ").replace("0", "o").replace("1", "l") + "\n"
    assert code.read(typed, GUIDE).choices.topics == CHOICES.topics


def test_every_wrong_letter_and_every_swap_is_noticed():
    written = code.write(CHOICES, GUIDE).replace("-", "")
    letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    for place, right in enumerate(written):
        for wrong in letters.replace(right, ""):
            assert code.read(written[:place] + wrong + written[place + 1 :], GUIDE).trouble == Trouble.MISTYPED
    for place in range(len(written) - 1):
        swapped = written[:place] + written[place + 1] + written[place] + written[place + 2 :]
        if swapped != written:
            assert code.read(swapped, GUIDE).trouble == Trouble.MISTYPED


@given(st.text(max_size=60))
def test_anything_else_is_refused_with_a_reason(text):
    read = code.read(text, GUIDE)
    assert read.choices is not None or read.trouble in (Trouble.EMPTY, Trouble.MISTYPED, Trouble.NEWER, Trouble.GONE)


def test_another_edition_is_told_and_still_read():
    older = GUIDE.edition._replace(edition="0.9")
    read = code.read(code.write(CHOICES, GUIDE._replace(edition=older)), GUIDE)
    assert (read.trouble, read.choices.topics) == (Trouble.OTHER_EDITION, CHOICES.topics)


def test_what_has_left_the_guide_is_told():
    read = code.read(code.write(CHOICES._replace(topics=("whipple", "gone-since")), GUIDE), GUIDE)
    assert (read.trouble, read.gone, read.choices.topics) == (Trouble.GONE, 1, ("whipple",))
    assert code.read(code.write(Choices(topics=("gone-since",)), GUIDE), GUIDE).choices is None


def test_the_visitors_own_words_are_no_part_of_it():
    with_words = CHOICES._replace(own_questions=("Is my name in it?",))
    assert code.write(with_words, GUIDE) == code.write(CHOICES, GUIDE)


def test_both_languages_read_the_same_code():
    assert code.read(code.write(CHOICES, shipped("fr")), GUIDE).trouble == ""


def test_short_numbers_are_permanent():
    """These stand on paper and in heads: they must never change."""
    assert [short_ids.number(name) for name in ("whipple", "q-stay", "carcinoid-crisis")] == [23265, 7607, 31481]


def test_short_numbers_tell_the_records_apart():
    for guide in (GUIDE, small()):
        names = short_ids.of_guide(guide)
        assert len({short_ids.number(name) for name in names}) == len(names)
        assert short_ids.letters(names) == short_ids.SHORT


def test_a_library_too_large_for_three_letters_takes_six():
    many = {f"operation-{number}": each for number in range(500) for each in GUIDE.operations.values()}
    large = GUIDE._replace(operations={**GUIDE.operations, **many})
    assert short_ids.letters(short_ids.of_guide(large)) == short_ids.LONG
    written = code.write(CHOICES._replace(topics=("whipple", "operation-499")), large)
    assert code.read(written, large).choices.topics == ("whipple", "operation-499")
    assert (code.read(written, GUIDE).gone, code.read(written, GUIDE).choices.topics) == (1, ("whipple",))


def test_no_number_is_the_one_that_divides():
    assert 0 not in {short_ids.number(name) for name in IDS}
