"""How hard a text is to read: counted by the program as a person counts it."""

from __future__ import annotations

import re

import pytest

from desktop.content import readability
from desktop.content.glossary import NamesAside
from tests.guides import small

# Syllables, against counts by hand. The English words are a random sample of the words of the shipped guide.

ENGLISH = """
air1 another3 antigen3 approach2 arm1 around2 away2 back1 bacteria4 bad1 bag1 bandage2 based1 become2 begins2 belly2
best1 better2 bites1 bloating2 blockage2 booklet2 breathe1 bright1 bring1 build1 calcium3 cell1 centre2 chest1 clear1
clot1 collapse2 commonly3 confusion3 contacts2 cuffs1 cure1 cuts1 definitions4 delirium4 destroys2 drink1 each1 easier3
effect2 ejaculation5 everyday3 example3 expert2 experts2 fights1 flows1 formed1 free1 french1 from1 general3 germs1
greasy2 groin1 guide1 guided2 has1 holding2 hollow2 hormones2 how1 if1 improves2 injections3 insulinoma5 itch1 last1
leak1 least1 leaves1 lets1 loop1 loose1 lot1 lungs1 made1 makes1 matter2 metal2 mild1 most1 moving2 name1 nearest2
next1 offer2 open2 opens2 operations4 opioid3 pace1 pancreatectomy6 perforation4 pipe1 plug1 poorly2 preventing3
problems2 procedure3 product2 publisher3 pulmonary4 push1 quickly2 radiation4 razor2 reactions3 reading2 recommends3
recovers3 red1 reflux2 region2 release2 research2 safer2 saw1 sedative3 setting2 shakiness3 shortness2 since1
sleepiness3 sometimes2 span1 spared1 starts1 stay1 stayed1 stress1 structure2 study2 such1 suspect2 symptoms2 test1
that1 thinners2 total2 treating2 tube1 unevenly4 unstable3 vaccines2 vipoma3 vocal2 wheezing2 which1 whipple2 why1
will1 worse1
disease2 increase2 decrease2 please1 heal1 meal1 clean1 condition3 position3 nutrition3 special2 official3 litre2 area3
nausea3 diarrhea4 people2 surgeon2 medicine3 esophageal5
"""
FRENCH = """
chirurgie3 opération4 équipe2 soins1 votre1 tumeur2 cancer2 foie1 poumon2 estomac3 intestin3 grêle1 côlon2 rectum2
pancréas3 rate1 sang1 fièvre1 frissons2 plaie1 cicatrice3 douleur2 médicament4 anesthésie4 générale3 hôpital3 maison2
urgence2 selles1 nausées2 vomir2 diarrhée2 constipation4 blocage2 stomie2 sac1 drain1 sonde1 tube1 veine1 agrafes2
points1 caillot2 jambe1 bras1 cœur1 enflure2 peau1 yeux1 jaunes1 urine2 sucre1 pression2 hernie2 hormone2 crise1
carcinoïde4 métastase3 ganglions3 neuroendocrine5 biopsie2 fatigue2 famille2 question2 pays2 août1 oui1 eau1 lieu1
mieux1 bien1 nuit1 pluie1 huile1 oignon2 maladie3 infirmière3 client2 prière2 ouvrier3 poème2 réel2 théâtre2 géant2
réaction3 créer2 européen4 qualité3 guérir2 guide1 langue1 quinze1 aiguille2 signes1 œsophage3 thyroïde3 appendice3
vésicule3 liquide2 respirer3 marcher2 manger2 boire1 dormir2 voix1 gorge1 ventre1
"""


@pytest.mark.parametrize(("language", "counted", "least"), [("en", ENGLISH, 100), ("fr", FRENCH, 60)])
def test_syllables_are_counted_as_by_hand_within_3_in_100(language, counted, least):
    by_hand = {word: int(number) for word, number in re.findall(r"(\w+?)(\d)", counted)}
    assert len(by_hand) >= least
    missed = {word: readability.syllables(word, language) - number for word, number in by_hand.items()}
    wrong = {word: by for word, by in missed.items() if by}
    assert sum(map(abs, wrong.values())) <= 0.03 * sum(by_hand.values()), wrong


@pytest.mark.parametrize(
    ("word", "number", "language"),
    [
        ("911", 1, "en"),
        ("2.5", 1, "en"),
        ("follow-up", 3, "en"),
        ("surgeon’s", 2, "en"),
        ("surgeon's", 2, "en"),
        ("don’t", 1, "en"),
        ("you’re", 1, "en"),
        ("the", 1, "en"),
        ("I", 1, "en"),
        ("l’hôpital", 3, "fr"),
        ("qu’on", 1, "fr"),
        ("jusqu’au", 2, "fr"),
        ("aujourd’hui", 3, "fr"),
        ("rendez-vous", 3, "fr"),
    ],
)
def test_numbers_hyphens_and_apostrophes_count_as_they_are_read(word, number, language):
    assert readability.syllables(word, language) == number


# Sentences and words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Call 911. Then wait.", ["Call 911.", "Then wait."]),
        ("About 2.5 cm. It grows.", ["About 2.5 cm.", "It grows."]),
        ("Signs are: Fever. Chills.", ["Signs are:", "Fever.", "Chills."]),
        ("Signs are: fever, chills.", ["Signs are: fever, chills."]),
        ("Is it safe? Ask! “Now.” Then go.", ["Is it safe?", "Ask!", "“Now.”", "Then go."]),
        ("Wait (a day.) Then go.", ["Wait (a day.)", "Then go."]),
        ("One line\nAnother line", ["One line", "Another line"]),
        ("Appelez le 911. À l’hôpital, dites-le. Œdème?", ["Appelez le 911.", "À l’hôpital, dites-le.", "Œdème?"]),
        ("«\u00a0Oui.\u00a0» Ensuite, allez-y.", ["«\u00a0Oui.\u00a0»", "Ensuite, allez-y."]),
        ("e.g. this one", ["e.g. this one"]),
        ("… – !", []),
        ("", []),
    ],
)
def test_a_text_is_split_into_its_sentences(text, sentences):
    assert readability.sentences_of(text) == sentences


def test_words_keep_their_hyphens_apostrophes_and_decimal_points():
    text = "Don’t lift 2.5 kg or 1,000 things: follow-up’s in 4–6 weeks (38 °C)."
    assert readability.words_of(text) == [
        "Don’t", "lift", "2.5", "kg", "or", "1,000", "things", "follow-up’s", "in", "4", "6", "weeks", "38", "C",
    ]  # fmt: skip


# Grades, reckoned by hand from words, sentences and syllables


@pytest.mark.parametrize(
    ("text", "words", "sentences", "grade", "smog"),
    [
        # 6 words of 6 syllables
        ("The cat sat on the mat.", 6, 1, -1.45, 3.13),
        # 12 words of 16 syllables, one of them with three
        ("Tell your team about every medicine. They can help you to plan.", 12, 2, 2.48, 7.17),
        # 30 words of 48 syllables, five of them with three or more
        (
            (
                "Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived "
                "in Liberty, and dedicated to the proposition that all men are created equal."
            ),
            30, 1, 14.99, 15.90,
        ),
    ],
)  # fmt: skip
def test_the_grade_of_a_paragraph_is_the_one_reckoned_by_hand(text, words, sentences, grade, smog):
    found = readability.measure([text], "en")
    assert (found.words, found.sentences) == (words, sentences)
    assert found.grade == pytest.approx(grade, abs=0.01)
    assert found.smog == pytest.approx(smog, abs=0.01)


@pytest.mark.parametrize(
    ("text", "ease"),
    [
        ("Le chat dort sur le lit.", 207 - 1.015 * 6 - 73.6),
        ("Votre équipe soigne la plaie. Dites-le vite.", 207 - 1.015 * 3.5 - 73.6 * 9 / 7),
    ],
)
def test_the_ease_of_a_french_text_is_the_one_reckoned_by_hand(text, ease):
    assert readability.measure([text], "fr").ease == pytest.approx(ease, abs=0.01)


def test_several_texts_are_measured_as_one_and_the_longest_sentence_is_told():
    found = readability.measure(["One two three.", "Four five. Six seven eight nine."], "en")
    assert (found.words, found.sentences, found.mean_sentence) == (9, 3, 3.0)
    assert (found.longest_sentence, found.longest) == (4, "Six seven eight nine.")


def test_a_text_without_words_has_no_grade():
    assert readability.measure(["", "…"], "en") == readability.Reading(0, 0, 0.0, 0.0, 100.0, 0.0, 0, "", 0.0)


# Words that the guide explains do not count as hard


def test_glossary_words_and_names_of_operations_count_as_one_short_word():
    aside = NamesAside(small())
    text = "Surgeons plan the alpha operation. The all of it form is operation one."
    assert aside.replaced(text) == "it plan the it. The it form is it."
    hard = readability.measure(["Adenocarcinomatosis is a hard word."], "en")
    easy = readability.measure(
        ["Adenocarcinomatosis is a hard word."], "en", lambda text: text.replace("Adenocarcinomatosis", "it")
    )
    assert hard.words == easy.words
    assert hard.grade > easy.grade + 5


# Passives


@pytest.mark.parametrize(
    "sentence",
    [
        "The tumour is removed.",
        "The wound was then closed with stitches.",
        "Tubes are often put in.",
        "It has been taken out.",
        "The organ is carefully cut.",
        "You may be asked to stop.",
        "It gets blocked and has to be cleared.",
        "The nodes were not found.",
    ],
)
def test_what_is_done_by_nobody_is_a_passive(sentence):
    assert readability.is_passive(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The surgeon removes the tumour.",
        "You are tired.",
        "Your leg is swollen.",
        "It is red and hard.",
        "Do what you are told.",
        "You have been given a card.",
        "People need help.",
        "The bowel is blocked.",
        "Food is a need.",
        "It needed time.",
    ],
)
def test_a_state_or_a_doer_is_no_passive(sentence):
    assert not readability.is_passive(sentence)


def test_the_share_of_passives_counts_sentences():
    found = readability.measure(["The organ is removed. You sleep. You wake. You walk."], "en")
    assert found.passive_share == 0.25
