"""How hard a text is to read, in English and in French.

Formulas: Flesch-Kincaid grade (Kincaid and others 1975), SMOG grade (McLaughlin 1969) and the
Kandel-Moles ease score for French (Kandel and Moles 1958). Words in ``aside`` (glossary headwords,
which the guide explains, and proper names) count as one short word: WCAG 3.1.5 sets proper names and
titles aside. Syllables are counted by vowel groups with the usual exceptions; against hand counts the
error is below 2 % over a text (tests/content/test_readability.py).
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_SENTENCE_END = re.compile(
    r"(?:(?<=[.!?:…])|(?<=[.!?…][\"”»)])|(?<=[.!?…]\u00a0»))[\s\u00a0]+(?=[\"“«(]?[A-ZÀ-ÖØ-ÞŒ0-9])|\n+"
)
_POLYSYLLABLE = 3

_EN_VOWELS = re.compile(r"[aeiouy]+")
_EN_SILENT_E = re.compile(
    r"(?<=[^aeiouy])e$|(?<=[gq]u)e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouyscxzgh])es$|(?<=[^aeiouy])e(?=(?:ly|ment|ful|less)$)|(?<=^som)e"
)
_EN_SOUNDED_LE = re.compile(r"(?:[^aeiouylrw]le|[bct]re)[sd]?$")
_EN_SOUNDED_END = re.compile(r"[^aeiouy]*[aeiouy].*[^aeiouy](?:ea[lns]?|iers?|iest)$")
_EN_TWO_SOUNDS = re.compile(r"i(?:a|o|u|en|et)|eo|u(?:al|ar|ous|ing)|[aeioy]ing|yi|oe[mt]|reac|creat|nea(?=t)|thea")
_EN_ONE_SOUND = re.compile(r"[cstgx]i(?:on|ou|a|en)|[gq]ue|qua|iou|quie|geo(?=n)|tea(?=$)")
_EN_CONTRACTED = re.compile(r"(?<=[a-z])'(?:[stdm]|re|ve|ll)\b")
_FR_ELIDED = re.compile(r"(?:qu|\b[cdjlmnst])'")
_FR_VOWELS = re.compile(r"[aeiouyàâäéèêëîïôöùûüÿœæ]+")
_FR_SILENT_E = re.compile(r"(?<=[^aeiouyàâäèêëîïôöùû])es?$")
_FR_TWO_SOUNDS = re.compile(r"é[aâoè]|ée(?=[lnr])|[aeou][ïë]|oa|aé|o[éè]|oe(?=n)|[bcdfgptv][lr]i[aeéèo]")

_BE = r"(?:am|is|are|was|were|be|been|being|get|gets|got)"
_IRREGULAR = (
    "begun born bought broken brought built caught chosen cut done drawn driven eaten felt found "
    "given gone grown heard held hurt kept known laid led left lost made meant put read run said seen sent set "
    "sewn shown shut sold spent spread taken taught thought told torn understood woken worn written"
)
_PASSIVE = re.compile(
    rf"\b{_BE}\s+(?:not\s+|also\s+|often\s+|usually\s+|sometimes\s+|then\s+|\w+ly\s+)?"
    rf"(?:\w{{2,}}ed|{'|'.join(_IRREGULAR.split())})\b",
    re.IGNORECASE,
)
_ADJECTIVES = re.compile(
    rf"\b{_BE}\s+(?:\w+\s+)?(?:tired|worried|swollen|needed|blocked|used to|confused|raised|red|advanced|"
    r"scared|bloated|experienced|specialised|interested|supposed|hard|inflamed|muddled|curved|shaped)\b"
    r"|\byou (?:were|are|have been) (?:given|told|shown|taught)\b",
    re.IGNORECASE,
)


_EN_EXCEPTIONS = {
    "area": 3, "areas": 3, "idea": 3, "ideas": 3, "people": 2, "peoples": 2, "science": 2, "diet": 2, "quiet": 2,
    "diabetes": 4, "every": 2, "everyday": 3, "several": 3, "tired": 2, "fluid": 2, "fluids": 2, "family": 3,
    "immediately": 5, "pancreas": 3, "nausea": 3, "diarrhea": 4, "usual": 3, "usually": 4, "being": 2, "hours": 1,
    "hour": 1, "our": 1, "different": 3, "carefully": 3, "create": 2, "stomach": 2, "business": 2, "evening": 2,
    "medicine": 3, "medicines": 3, "eyes": 1, "clothes": 1, "one": 1, "once": 1, "gone": 1, "done": 1, "some": 1,
}  # fmt: skip
_FR_EXCEPTIONS = {"pays": 2, "oui": 1, "août": 1, "eau": 1, "peuvent": 1, "doivent": 1, "souvent": 2, "vivent": 1}


class Reading(NamedTuple):
    """The figures of one text. Grades are US school years; ``ease`` is Kandel-Moles (higher is easier)."""

    words: int
    sentences: int
    grade: float
    smog: float
    ease: float
    mean_sentence: float
    longest_sentence: int
    longest: str
    passive_share: float


def words_of(text: str) -> list[str]:
    """The words and numbers of a text, as written."""
    return _WORD.findall(text)


def sentences_of(text: str) -> list[str]:
    """The sentences of a text. A colon before a capital ends one; a list entry is one of its own."""
    return [part for part in _SENTENCE_END.split(text) if _WORD.search(part)]


def is_passive(sentence: str) -> bool:
    """Whether an English sentence says what is done instead of who does it. A heuristic, for counting."""
    return bool(_PASSIVE.search(_ADJECTIVES.sub(" ", sentence)))


@lru_cache(maxsize=20_000)
def syllables(word: str, language: str) -> int:
    """The number of syllables of a word; at least 1. A number counts as 1."""
    word = word.lower().replace("’", "'")
    french = language.startswith("fr")
    word = _FR_ELIDED.sub("", word) if french else _EN_CONTRACTED.sub("", word)
    if "-" in word or "'" in word:
        return sum(syllables(part, language) for part in re.split("[-']", word) if part)
    if not word.isalpha():
        return 1
    return _french(word) if french else _english(word)


def _english(word: str) -> int:
    if word in _EN_EXCEPTIONS:
        return _EN_EXCEPTIONS[word]
    spoken = _EN_SILENT_E.sub("", word)
    count = len(_EN_VOWELS.findall(spoken)) + bool(_EN_SOUNDED_LE.search(word)) + bool(_EN_SOUNDED_END.match(word))
    count += len(_EN_TWO_SOUNDS.findall(_EN_ONE_SOUND.sub("to", spoken)))
    return max(1, count)


def _french(word: str) -> int:
    if word in _FR_EXCEPTIONS:
        return _FR_EXCEPTIONS[word]
    spoken = re.sub(r"(?<=[qg])u(?=[eiéèêîy])", "", word)
    if len(_FR_VOWELS.findall(spoken)) > 1:
        spoken = _FR_SILENT_E.sub("", spoken)
    return max(1, len(_FR_VOWELS.findall(spoken)) + len(_FR_TWO_SOUNDS.findall(spoken)))


def measure(texts: Iterable[str], language: str, aside: Callable[[str], str] = str) -> Reading:
    """Measure several texts as one. ``aside`` puts a short word in the place of those that do not count as hard."""
    sentences: list[str] = []
    for text in texts:
        sentences.extend(sentences_of(aside(text)))
    lengths = [len(words_of(sentence)) for sentence in sentences]
    words = [word for sentence in sentences for word in words_of(sentence)]
    if not words:
        return Reading(0, 0, 0.0, 0.0, 100.0, 0.0, 0, "", 0.0)
    counts = [syllables(word, language) for word in words]
    mean = len(words) / len(sentences)
    per_word = sum(counts) / len(words)
    hard = sum(1 for count in counts if count >= _POLYSYLLABLE)
    longest = max(range(len(sentences)), key=lengths.__getitem__)
    return Reading(
        words=len(words),
        sentences=len(sentences),
        grade=0.39 * mean + 11.8 * per_word - 15.59,
        smog=1.0430 * sqrt(hard * 30 / len(sentences)) + 3.1291,
        ease=207 - 1.015 * mean - 73.6 * per_word,
        mean_sentence=mean,
        longest_sentence=lengths[longest],
        longest=sentences[longest],
        passive_share=sum(map(is_passive, sentences)) / len(sentences),
    )
