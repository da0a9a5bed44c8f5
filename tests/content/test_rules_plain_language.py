"""The guide is easy to read: each gate lets through what just fits and tells what does not."""

from __future__ import annotations

import time

import pytest

from tests.guides import changed, line_of, messages, problems, small_text


def told_about(words: str, below: str = "") -> list[str]:
    """What is told about words in the place of an ordinary sentence."""
    quoted = words.replace("'", "''")
    return messages(changed(("      - text: You sleep.\n", f"      - text: '{quoted}'\n{below}")))


def sentence(words: int) -> str:
    """A sentence of so many short words."""
    return "You" + " do it" * ((words - 1) // 2) + " so" * ((words - 1) % 2) + "."


# Sentences and paragraphs


@pytest.mark.parametrize(("words", "accepted"), [(25, True), (26, False)])
def test_a_sentence_has_at_most_25_words(words, accepted):
    found = [each for each in told_about(sentence(words)) if f"a sentence of {words} words (at most 25)" in each]
    assert (found == []) is accepted


@pytest.mark.parametrize(("words", "accepted"), [(28, True), (29, False)])
def test_a_french_sentence_has_at_most_28_words(words, accepted):
    text = changed(("  language: en\n", "  language: fr\n"), ("text: You sleep.\n", f"text: {sentence(words)}\n"))
    found = [each for each in messages(text) if f"a sentence of {words} words (at most 28)" in each]
    assert (found == []) is accepted


def test_a_long_sentence_is_told_with_its_beginning():
    told = next(each for each in told_about(f"Short. {sentence(40)} Short.") if "a sentence of" in each)
    beginning = "You do it do it do it do it do it do it do it do it do it do"
    assert told == f"a sentence of 40 words (at most 25): “{beginning}…”; split it"


@pytest.mark.parametrize(("number", "accepted"), [(3, True), (4, False)])
def test_a_paragraph_has_at_most_3_sentences(number, accepted):
    found = told_about("You rest. " * (number - 1) + "You rest.")
    assert found == ([] if accepted else [f"a paragraph of {number} sentences; at most 3: split it"])


# Lists, headings, summaries, sections


@pytest.mark.parametrize(("number", "accepted"), [(1, False), (2, True), (7, True), (8, False)])
def test_a_list_has_2_to_7_entries(number, accepted):
    items = "".join(f"          - thing {each}\n" for each in "abcdefgh"[:number])
    found = told_about("You need:", f"        items:\n{items}")
    assert found == ([] if accepted else [f"a list of {number} entries; 2 to 7 are easy to read"])


@pytest.mark.parametrize(("words", "accepted"), [(20, True), (21, False)])
@pytest.mark.parametrize("kind", ["items", "steps"])
def test_an_entry_of_a_list_has_at_most_20_words(words, accepted, kind):
    found = told_about("You need:", f"        {kind}:\n          - one\n          - {'so ' * (words - 1)}so\n")
    assert (f"a list entry of {words} words; at most 20" in found) is not accepted


@pytest.mark.parametrize(("words", "accepted"), [(8, True), (9, False)])
def test_a_heading_has_at_most_8_words(words, accepted):
    text = changed(("        heading: Ways to operate\n", f"        heading: {'so ' * (words - 1)}so\n"))
    assert messages(text) == ([] if accepted else [f"a heading of {words} words; at most 8"])


@pytest.mark.parametrize(("words", "accepted"), [(60, True), (61, False)])
@pytest.mark.parametrize(
    "old",
    ["Surgery takes out a growth.", "Both operations take something out.", "The surgeon takes out the first organ."],
)
def test_a_summary_has_at_most_60_words(words, accepted, old):
    new = " ".join([sentence(20), sentence(20), sentence(words - 40)])
    text = changed((f"      text: {old}\n", f"      text: {new}\n"))
    told = [each for each in problems(text) if "the summary has" in each.message]
    expected = [(line_of(text, f"      text: {new}"), f"the summary has {words} words; at most 60")]
    assert [(each.place.line, each.message) for each in told] == ([] if accepted else expected)


@pytest.mark.parametrize(("words", "accepted"), [(120, True), (121, False)])
def test_a_section_has_at_most_120_words(words, accepted):
    """The list under a statement counts, too."""
    said = "".join(f"      - text: {sentence(20)} {sentence(20)}\n        from: [page]\n" for _ in range(2))
    items = f"        items: [{sentence(19)[:-1]}, {sentence(words - 101)[:-1]}]\n"
    listing = f"      - text: 'You need:'\n{items}        from: [page]\n"
    text = changed(("      - text: You sleep.\n        from: [page]\n", said + listing))
    found = [each for each in messages(text) if "this section has" in each]
    told = f"this section has {words} words; at most 120: shorten it or move a part"
    assert found == ([] if accepted else [told])


# Numbers


@pytest.mark.parametrize("words", ["5 %", "5%", "5\u00a0%", "2.5 %", "100%"])
def test_a_bare_percentage_is_told(words):
    told = "a bare percentage; write it as 'about 2 in 100 people' with whom it was counted in"
    assert told_about(f"It comes to {words} of us.") == [told]


@pytest.mark.parametrize("odds", ["1 in 20", "1 in 3", "3 in 10", "12 in 50", "2 in 1,000", "2 in 1000", "7 in 20"])
def test_odds_that_cannot_be_compared_are_told(odds):
    assert told_about(f"It comes to {odds} of us.") == [
        f"'{odds}': count in 100 people, so that numbers can be compared"
    ]


@pytest.mark.parametrize(
    "odds", ["1 in 100", "3 in 100", "12 in 100", "1 in 1,000", "1 in 250", "1 in 10,000", "two in a bed", "in 10 days"]
)
def test_numbers_that_can_be_compared_are_accepted(odds):
    assert told_about(f"It comes to {odds}.") == []


# Words that need explaining


@pytest.mark.parametrize(
    "word",
    ["gastrectomy", "colostomy", "tracheotomies", "endoscopy", "rhinoplasty", "colitis", "lymphoma", "anemia",
     "stenosis", "neuropathy", "angiography", "hemolysis", "edema", "myalgia", "hepatic", "pancreatic", "cholangitis",
     "thrombus", "embolus", "metastasis", "laparoscope", "Cystoscopy", "hemorrhage", "lymphatic"],
)  # fmt: skip
def test_a_medical_word_that_nobody_explains_is_told(word):
    assert told_about(f"It is {word}.") == [
        f"the medical word '{word}' is not in the glossary; use a plain word or explain it there"
    ]


@pytest.mark.parametrize(
    "word", ["period", "diagnosis", "metal", "cholesterol", "stomach", "toma", "home", "path", "pathway"]
)
def test_an_everyday_word_needs_no_explanation(word):
    assert told_about(f"It is a {word}.") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("    name: organ\n", "    name: colitis\n", id="in the glossary"),
        pytest.param(
            "    forms: [surgeons]\n", "    forms: [surgeons, colitis]\n", id="a form of a word of the glossary"
        ),
        pytest.param("    also_called: [first operation, ", "    also_called: [colitis, ", id="a name of an operation"),
        pytest.param("        name: Part of it\n", "        name: Colitis\n", id="the name of a variant"),
        pytest.param("    name: Lost taste\n", "    name: Colitis\n", id="the name of an effect"),
        pytest.param("    name: Liver\n", "    name: Liver (colitis)\n", id="the name of an organ"),
    ],
)
def test_a_medical_word_that_the_guide_explains_or_names_is_accepted(old, new):
    text = changed((old, new), ("      - text: You sleep.\n", "      - text: It is colitis.\n"))
    assert messages(text) == []


def test_an_explained_word_does_not_excuse_another():
    text = changed(
        ("    name: organ\n", "    name: colitis\n"), ("text: You sleep.\n", "text: Colitis and gastritis.\n")
    )
    assert messages(text) == [
        "the medical word 'gastritis' is not in the glossary; use a plain word or explain it there"
    ]


@pytest.mark.parametrize("word", ["MRI", "CT", "NETs", "ABCDE"])
def test_an_abbreviation_that_nobody_explains_is_told(word):
    told = f"the abbreviation '{word}' is not in the glossary; write it out or explain it there"
    assert told_about(f"You get the {word}.") == [told]


@pytest.mark.parametrize("word", ["TV", "UK", "OK", "I", "X", "Call", "ABCDEF"])
def test_an_abbreviation_that_everybody_knows_is_accepted(word):
    assert told_about(f"You get the {word}.") == []


def test_an_abbreviation_in_the_glossary_is_accepted():
    text = changed(("    name: organ\n", "    name: MRI (a scan)\n"), ("text: You sleep.\n", "text: You get an MRI.\n"))
    assert messages(text) == []


def test_notes_for_nurses_may_use_hard_words_and_percentages():
    text = changed(("      - text: A note for nurses on alpha.\n", "      - text: Gastritis in 5 %, see the MRI.\n"))
    assert messages(text) == []


def test_medical_words_are_looked_for_in_english_only():
    text = changed(("  language: en\n", "  language: fr\n"), ("text: You sleep.\n", "text: Une gastrite, colitis.\n"))
    assert not [each for each in messages(text) if "medical word" in each]


# Whole topics

HARD = "Institutional documentation necessitates considerable administrative coordination."


def with_texts_of_lost_taste(*texts: str) -> str:
    said = "".join(f"      - text: {text}\n        from: [page]\n" for text in texts)
    return changed(("      - text: Food tastes of nothing.\n        from: [page]\n", said))


def test_a_topic_that_is_hard_to_read_is_told_where_it_begins():
    text = with_texts_of_lost_taste(*[HARD] * 3)
    line = line_of(text, "  - id: lost-taste\n")
    told = [each.message.split(" (")[0].rstrip("0123456789.") for each in problems(text) if each.place.line == line]
    assert told == ["hard to read: Flesch-Kincaid grade ", "hard to read: SMOG grade "]


def test_a_topic_of_long_sentences_is_told():
    text = with_texts_of_lost_taste(*[sentence(25)] * 6)
    [told] = [each for each in messages(text) if "hard to read" in each]
    assert told.startswith("hard to read: mean sentence length in words 1")
    assert told.endswith(" (at most 14.0); use shorter words and sentences")


def test_a_french_topic_that_is_hard_to_read_is_told():
    text = with_texts_of_lost_taste(*["Institutionnellement, l’administration nécessite considérablement."] * 9)
    found = messages(text.replace("  language: en\n", "  language: fr\n"))
    assert any("hard to read: Kandel-Moles " in each and "at least 65" in each for each in found)


def test_a_topic_that_says_what_is_done_but_not_by_whom_is_told():
    text = with_texts_of_lost_taste("The tongue is numbed.", "You eat.", "You rest.")
    [told] = messages(text)
    assert told.startswith("hard to read: share of passive sentences ")
    assert told.endswith("% (at most 15%); use shorter words and sentences")


def test_the_signs_of_an_effect_count_among_its_texts():
    text = changed(("    text: Strong pain\n", f"    text: {HARD} {HARD}\n"))
    line = line_of(text, "  - id: pain\n")
    assert any(each.place.line == line and "SMOG" in each.message for each in problems(text))


def test_names_headings_and_notes_for_nurses_do_not_count_for_the_reading_level():
    text = changed(
        ("    name: Lost taste\n", f"    name: {HARD[:-1]}\n"),
        ("      - text: A note for nurses on pain.\n", f"      - text: {HARD}\n"),
    )
    assert messages(text) == []


@pytest.mark.parametrize(
    ("old", "line"),
    [
        ("    self_care:\n      - text: Try new spices.\n        from: [leaflet]\n", "  - id: lost-taste\n"),
        ("    why:\n      - text: Ask your team why it helps you.\n        from: [page]\n", "  - id: beta\n"),
    ],
)
def test_an_operation_or_effect_that_tells_nothing_to_do_is_told(old, line):
    text = changed((old, ""))
    told = "nothing here tells the reader what to do; add one sentence such as 'Tell your team …'"
    assert [(each.place.line, each.message) for each in problems(text)] == [(line_of(text, line), told)]


def test_a_french_imperative_is_something_to_do():
    text = small_text().replace("  language: en\n", "  language: fr\n")
    without = messages(text)
    assert len([each for each in without if "nothing here tells" in each]) == 5
    told = messages(text.replace("Try new spices.", "Essayez autre chose."))
    assert len([each for each in told if "nothing here tells" in each]) == 4


@pytest.mark.parametrize(("action", "accepted"), [("Call your team.", True), ("Your team must be called.", False)])
def test_an_instruction_says_who_does_it(action, accepted):
    text = changed(("    action: Take your temperature.\n", f"    action: {action}\n"))
    told = "an instruction in the passive; say 'you' and what to do"
    assert (told in messages(text)) is not accepted


# However long


@pytest.mark.parametrize(
    "part", ["a", "a ", "(", " (", "1,", "is ly", "ecto", "a-", "oma", "embol", "A", "AB ", "a’", "\u00a0"]
)
@pytest.mark.parametrize(
    "field", ["    name: organ\n", "    name: Alpha operation\n", "    action: Take your temperature.\n"]
)
def test_no_text_of_the_greatest_length_makes_check_slow(field, part):
    key = field.partition(":")[0]
    text = changed((field, f"{key}: '{part * (19_000 // len(part))}'\n"))

    def seconds():
        start = time.process_time()
        assert problems(text)
        return time.process_time() - start

    assert any(seconds() < 1 for _ in range(4))
