"""Which sentence of an entry answers what was asked, and which of its words are to be marked."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from desktop.search import language as words_of
from desktop.search.meaning import BEGINNING, WHOLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.search.meaning import Concept, Wording

Spans = tuple[tuple[int, int], ...]

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


class _Word(NamedTuple):
    start: int
    end: int
    word: str
    root: str


class _Sentence(NamedTuple):
    """A sentence as the guide has it, its telling words, and their roots between spaces."""

    text: str
    words: tuple[_Word, ...]
    roots: str


def best_passage(texts: Sequence[str], concepts: Sequence[Concept], language: str) -> tuple[str, Spans]:
    """The sentence that answers most, the earlier of equals, and its parts to mark; the first if none does."""
    best, chosen = 0.0, None
    for text in texts:
        for sentence in _sentences(text, language):
            worth = sum(
                concept.weight * max(wording.worth * wording.met_in(sentence.roots) for wording in concept.wordings)
                for concept in concepts
            )
            if worth > best or chosen is None:
                best, chosen = worth, sentence
    if chosen is None:
        return "", ()
    return chosen.text, _marks(chosen, concepts) if best else ()


def marks(text: str, concepts: Sequence[Concept], language: str) -> Spans:
    """The parts of a text that match any of the concepts: first and past-the-last character of each word."""
    return _marks(_sentence(text, language), concepts)


def _marks(sentence: _Sentence, concepts: Sequence[Concept]) -> Spans:
    found: set[tuple[int, int]] = set()
    for concept in concepts:
        for wording in concept.wordings:
            if wording.met_in(sentence.roots):
                found.update(_marked(sentence.words, wording))
    return tuple(sorted(found))


def _marked(words: tuple[_Word, ...], wording: Wording) -> list[tuple[int, int]]:
    wanted = wording.roots.split(" ")
    found = []
    for at in range(len(words) - len(wanted) + 1):
        here = words[at : at + len(wanted)]
        if all(_is(wording.how, word, each) for word, each in zip(here, wanted, strict=True)):
            found += [(word.start, word.end) for word in here]
    return found


def _is(how: int, word: _Word, wanted: str) -> bool:
    if how == WHOLE:
        return word.root == wanted
    return word.root.startswith(wanted) if how == BEGINNING else wanted in word.root


@lru_cache(maxsize=2000)
def _sentences(text: str, language: str) -> tuple[_Sentence, ...]:
    return tuple(_sentence(each, language) for each in _SENTENCE.split(text) if each)


@lru_cache(maxsize=2000)
def _sentence(text: str, language: str) -> _Sentence:
    words = tuple(
        _Word(start, end, word, words_of.root(word, language))
        for start, end, word in words_of.words(text)
        if words_of.telling([word], language, empty=True)
    )
    return _Sentence(text, words, f" {' '.join(word.root for word in words)} ")
