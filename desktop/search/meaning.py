"""What a person means by what was typed: each word with everything the guide may call it.

A word the guide does not hold is taken for a part of one it holds, for two written as one, or for a
misspelt one; only the last is a guess, and is told as such.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice
from math import log
from typing import TYPE_CHECKING, NamedTuple

from desktop.search import language as words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

WHOLE, BEGINNING, WITHIN = range(3)
"""How a wording must be met: as whole words, at the beginning of a word, anywhere in a word."""

_SAME = 0.92
_BEGUN = 0.7
_UNFINISHED = 0.9
_FOUND_WITHIN = 0.8
_GUESSED = 0.85
"""What a wording counts for beside the one that was typed."""
_SHORTEST_PREFIX = 2
_SHORTEST_BEGUN = 4
_SHORTEST_WITHIN = 5
_SHORTEST_GUESSED = 4
_SHORTEST_HALF = 3
_MOST_GUESSES = 4
_HEARD = 1.2
"""A word that sounds the same counts as this many wrong letters."""
_NEAR = 0.6
_MOST_BEGUN = 40
_MOST_COUNTED = 500
_ENDINGS = ("y", "ly", "e", "er", "ers", "es", "ed", "ish", "ness", "ing", "ic", "al", "ion", "ive")
"""Endings that make another word of the same family; a stemmer leaves some of them."""
_LEAST_SHARED = 5
_LEAST_SLIPPED = 6
_SAME_END = 3
_ONLY_ENDING = 0.8


class Wording(NamedTuple):
    """One way the guide may put it: the roots of its words in order, how they must be met, what they count for."""

    roots: str
    how: int
    worth: float

    def met_in(self, text: str) -> bool:
        """Whether a text holds it. The text is its words' roots, each between spaces."""
        if self.how == WHOLE:
            return f" {self.roots} " in text
        return (f" {self.roots}" if self.how == BEGINNING else self.roots) in text


class Concept(NamedTuple):
    """One thing that is asked for: its wordings, the best first. ``weight`` is how much it tells."""

    wordings: tuple[Wording, ...]
    weight: float


class Meaning(NamedTuple):
    """All that is asked for. ``guess`` is what was read instead of misspelt words; empty if nothing was."""

    concepts: tuple[Concept, ...]
    guess: str


class Vocabulary:
    """Every word the guide holds, and the groups of words that mean the same."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._roots: dict[str, str] = {}
        self._in_names: set[str] = set()
        self._count: dict[str, int] = {}
        self._entries = 0
        self._same: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        self._sorted: list[str] = []
        self._reversed: list[str] = []
        self._telling: dict[str, float] = {}
        self._sounds: dict[str, list[str]] = {}
        self._by_length: dict[int, list[str]] = {}
        self._forms: dict[str, list[str]] = {}

    def roots(self, text: str, *, name: bool = False) -> list[str]:
        """The roots of a text's telling words, in order; its words are known from now on."""
        found = []
        for word in words_of.telling([word for _, _, word in words_of.words(text)], self._language):
            root = self._roots.get(word)
            if root is None:
                root = self._roots[word] = words_of.root(word, self._language)
            if name:
                self._in_names.add(word)
            found.append(root)
        return found

    def count(self, roots: Iterable[str]) -> None:
        """Note the roots of one entry."""
        self._entries += 1
        for root in set(roots):
            self._count[root] = self._count.get(root, 0) + 1

    def take_same(self, group: Sequence[str]) -> None:
        """Note words that mean the same."""
        phrases = [tuple(self.roots(phrase)) for phrase in group]
        for phrase in phrases:
            others = tuple(" ".join(other) for other in phrases if other != phrase)
            self._same.setdefault(phrase[0], []).append((phrase, others))

    def close(self) -> Iterator[None]:
        """Make ready to be asked, after everything has been noted; a step for each word."""
        self._sorted = sorted({*self._roots, *self._count})
        yield
        self._reversed = sorted(each[::-1] for each in self._count)
        yield
        for word in self._roots:
            self._sounds.setdefault(words_of.sound(word), []).append(word)
            self._by_length.setdefault(len(word), []).append(word)
            self._forms.setdefault(self._roots[word], []).append(word)
            yield

    def telling(self, root: str) -> float:
        """How much a root tells: the more, the fewer entries hold it."""
        known = self._telling.get(root)
        if known is None:
            known = self._telling[root] = log(1 + self._entries / max(1, self._count.get(root, 0)))
        return known

    def meaning(self, asked: str) -> Meaning:
        """What is meant by what has been typed so far."""
        typed = self._joined([word for _, _, word in words_of.words(asked)])
        last = typed[-1] if typed and not asked[-1:].isspace() else ""
        told = words_of.telling(typed, self._language)
        if last and told and told[-1] != last:
            last = ""
        guesses: dict[str, list[str]] = {}
        parts: list[str] = []
        for word in told:
            if self._held(word, unfinished=word == last):
                parts.append(word)
                guesses.update(self._slips(word))
            else:
                parts += self._parts(word, guesses, alone=len(told) == 1)
        concepts = tuple(self._concepts(parts, guesses, last))
        guess = " ".join(guesses[word][0] if word in guesses else word for word in typed) if guesses else ""
        return Meaning(concepts, guess)

    # Words that are not written as the guide writes them

    def _joined(self, typed: list[str]) -> list[str]:
        """Two words that the guide writes as one: "key hole", "de-bulking"."""
        joined: list[str] = []
        for word in typed:
            tells = joined and words_of.telling([joined[-1], word], self._language, empty=True)
            if tells and len(word) > 1 and joined[-1] + word in self._roots:
                joined[-1] += word
            else:
                joined.append(word)
        return joined

    def _held(self, word: str, *, unfinished: bool) -> bool:
        """Whether the guide holds the word in any form, so that nothing need be guessed."""
        if len(word) < _SHORTEST_GUESSED or self._knows(word, unfinished=unfinished):
            return True
        return bool(self._family(word)) or any(True for _ in self.ending(words_of.root(word, self._language)))

    def _slips(self, word: str) -> dict[str, list[str]]:
        """The right spelling of a word that is unknown only in its spelling, as hoarsness is."""
        if word in self._roots or len(word) < _LEAST_SLIPPED:
            return {}
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - 2.5 MB, only for what is misspelt

        root = words_of.root(word, self._language)
        plain = words_of.spelt(word)
        for each in self._forms.get(root, ()):
            like = each[:1] == word[:1] and each[-_SAME_END:] == word[-_SAME_END:] and len(each) >= len(word)
            if like and words_of.spelt(each) != plain and OSA.distance(each, word) == 1:
                return {word: [each]}
        return {}

    def _parts(self, word: str, guesses: dict[str, list[str]], *, alone: bool) -> list[str]:
        """The two words that were written as one, or the word itself. Notes what is guessed."""
        for cut in range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1):
            if word[:cut] in self._roots and word[cut:] in self._roots:
                return [word[:cut], word[cut:]]
        near = self._near(word, alone=alone)
        if near:
            guesses[word] = near
        return [word]

    def _family(self, word: str) -> str:
        """The beginning that an unknown word shares with words of the guide, if only its ending differs."""
        for ending in _ENDINGS:
            start = word.removesuffix(ending)
            if start != word and len(start) >= _LEAST_SHARED and any(True for _ in self._beginning(start)):
                return start
        return ""

    def _knows(self, word: str, *, unfinished: bool) -> bool:
        root = words_of.root(word, self._language)
        if word in self._roots or root in self._count or root in self._same:
            return True
        return any(True for _ in self._beginning(word)) if unfinished or len(word) > _SHORTEST_BEGUN else False

    def _beginning(self, start: str) -> Iterator[str]:
        """Every word and root that begins so."""
        return _from(self._sorted, start)

    def ending(self, end: str) -> Iterator[str]:
        """Every root that ends so, as lymphedema ends in edema."""
        if len(end) >= _SHORTEST_BEGUN:
            yield from (each[::-1] for each in _from(self._reversed, end[::-1]))

    def _near(self, word: str, *, alone: bool) -> list[str]:
        """The words of the guide that a misspelt one is most like, the likeliest first."""
        from rapidfuzz import process  # noqa: PLC0415 - as above
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - as above

        size = len(word)
        far = 1 if size <= 5 else 2 if size <= 9 else 3  # noqa: PLR2004 - letters that may be wrong
        likely: dict[str, float] = {}
        for length in range(size - far, size + far + 1):
            same_size = self._by_length.get(length, ())
            for each, distance, _ in process.extract(
                word, same_size, scorer=OSA.distance, score_cutoff=far, limit=_MOST_GUESSES
            ):
                likely[each] = float(distance)
        for each in self._sounds.get(words_of.sound(word), ()):
            if len(each) >= _SHORTEST_GUESSED:
                likely[each] = min(likely.get(each, 9.0), _HEARD + abs(len(each) - size) / 5)
        if not alone:
            likely = {each: far for each, far in likely.items() if _begins_alike(each, word)}
        for each in likely:
            likely[each] += (0.6 if each[:1] != word[:1] else 0.0) - (0.4 if each in self._in_names else 0.0)
        best = min(likely.values(), default=0.0)
        near = [each for each in likely if likely[each] <= best + _NEAR]
        near.sort(key=lambda each: (likely[each], -self._count.get(self._roots[each], 0), each))
        return near[:_MOST_GUESSES]

    # From words to concepts

    def _concepts(self, parts: list[str], guesses: dict[str, list[str]], last: str) -> Iterator[Concept]:
        spelt = [guesses[word][0] if word in guesses else word for word in parts]
        roots = [words_of.root(word, self._language) for word in spelt]
        at = 0
        while at < len(parts):
            length, others = self._same_as(roots, at)
            worth = _GUESSED if parts[at] in guesses else 1.0
            wordings = {(" ".join(roots[at : at + length]), WHOLE): worth}
            for other in others:
                wordings.setdefault((other, WHOLE), worth * _SAME)
            if length == 1:
                for root, how, less in self._other_wordings(parts[at], guesses, unfinished=parts[at] == last):
                    wordings.setdefault((root, how), less)
            made = tuple(Wording(root, how, less) for (root, how), less in wordings.items())
            yield Concept(made, self._weight(made))
            at += length

    def _same_as(self, roots: list[str], at: int) -> tuple[int, tuple[str, ...]]:
        """How many words from here on are one wording of a group, and the group's other wordings."""
        here = [
            (phrase, others)
            for phrase, others in self._same.get(roots[at], ())
            if tuple(roots[at : at + len(phrase)]) == phrase
        ]
        length = max((len(phrase) for phrase, _ in here), default=1)
        others = [other for phrase, group in here if len(phrase) == length for other in group]
        return length, tuple(dict.fromkeys(others))

    def _other_wordings(
        self, word: str, guesses: dict[str, list[str]], *, unfinished: bool
    ) -> Iterator[tuple[str, int, float]]:
        if word in guesses:
            for each in guesses[word][1:]:
                yield self._roots[each], WHOLE, _GUESSED * 0.95
            return
        root = words_of.root(word, self._language)
        known = root in self._count
        worth = _UNFINISHED if unfinished else _BEGUN
        if len(word) >= (_SHORTEST_PREFIX if unfinished else _SHORTEST_BEGUN):
            yield word, BEGINNING, worth
            yield root, BEGINNING, worth
            shorter = {self._roots.get(each, each) for each in islice(self._beginning(word), _MOST_BEGUN)}
            yield from ((each, WHOLE, worth) for each in sorted(shorter) if not each.startswith(word))
        if not known:
            family = self._family(word)
            if family:
                yield family, BEGINNING, _ONLY_ENDING
            if len(word) >= _SHORTEST_WITHIN and any(True for _ in self.ending(root)):
                yield root, WITHIN, _FOUND_WITHIN

    def _weight(self, wordings: Sequence[Wording]) -> float:
        """How much a concept tells: as much as the number of entries that any of its wordings is in."""
        own = min(self._count.get(root, 0) for root in wordings[0].roots.split(" "))
        held = 0
        for wording in wordings:
            if wording.how == WHOLE:
                held += min(self._count.get(root, 0) for root in wording.roots.split(" "))
            elif not held and wording.how == BEGINNING:
                held += sum(self._count.get(each, 0) for each in islice(self._beginning(wording.roots), _MOST_COUNTED))
        everything = log(1 + self._entries / max(1, min(held, self._entries)))
        return (everything + log(1 + self._entries / own)) / 2 if own else everything


def _from(words: list[str], start: str) -> Iterator[str]:
    """Of words in order, those that begin so."""
    at = bisect_left(words, start)
    while at < len(words) and words[at].startswith(start):
        yield words[at]
        at += 1


def _begins_alike(one: str, other: str) -> bool:
    """Whether two words begin with the same letter or the same sound: few people miss the first letter."""
    return one[:1] == other[:1] or words_of.sound(one)[:1] == words_of.sound(other)[:1]
