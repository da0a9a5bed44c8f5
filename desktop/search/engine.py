"""The index and how it is asked: SQLite FTS5 in memory for words, RapidFuzz for misspelt ones.

Nothing is written to disk. The index is built in small steps, so that the window stays quick while it
is built, and is asked only when it is complete.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from desktop.search import language as words_of
from desktop.search.entries import Entry, entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.content.model import Guide

MOST_RESULTS = 12
_WEIGHTS = (10.0, 9.0, 4.0, 1.0)
"""What a word counts for in the title, the other names, the first text and the rest."""
_CANDIDATES = 80
_LEAST_GUESSED = 4
_SHORTEST_PREFIX = 2
_KINDS = {
    "operation": 3.0,
    "effect": 2.6,
    "category": 2.2,
    "page": 2.2,
    "word": 1.6,
    "variant": 1.4,
    "question": 0.8,
    "section": 0.4,
}
"""Between equals the kind that is asked for most comes first."""


class Found(NamedTuple):
    """A result: the entry, the text in which it matched, and the matching parts of that text."""

    entry: Entry
    text: str
    spans: tuple[tuple[int, int], ...]
    title_spans: tuple[tuple[int, int], ...]


class Results(NamedTuple):
    """What was found. ``guess`` is the wording that was searched instead of a misspelt one, else empty."""

    asked: str
    guess: str
    found: tuple[Found, ...]


class Engine:
    """The index of one guide."""

    def __init__(self, guide: Guide) -> None:
        self._language = guide.edition.language[:2]
        self._guide = guide
        self._entries: list[Entry] = []
        self._names: list[tuple[tuple[str, ...], ...]] = []
        self._vocabulary: dict[str, str] = {}
        self._roots: list[str] = []
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self._database.execute(
            "CREATE VIRTUAL TABLE entry USING fts5(title, names, brief, body, tokenize='ascii', prefix='2 3')"
        )
        self._sounds: dict[str, list[str]] = {}

    def build(self) -> Iterator[None]:
        """Build the index, a step for each entry; let other work be done between the steps."""
        for number, entry in enumerate(entries(self._guide)):
            self._add(number, entry)
            yield
        for word in self._vocabulary:
            self._sounds.setdefault(words_of.sound(word), []).append(word)

    def build_now(self) -> Engine:
        """Build the whole index at once, for the command line and for tests."""
        for _ in self.build():
            pass
        return self

    def search(self, asked: str, limit: int = MOST_RESULTS) -> Results:
        """The best results for what a person has typed so far, best first."""
        typed = self._joined([word for _, _, word in words_of.words(asked)])
        if not typed:
            return Results(asked, "", ())
        told = words_of.telling(typed, self._language)
        unfinished = typed[-1] if not asked.endswith(" ") else ""
        guesses = {word: self._guess(word) for word in told if not self._knows(word, unfinished=word == unfinished)}
        meant = [guesses.get(word) or word for word in told]
        whole = tuple(words_of.root(guesses.get(word) or word, self._language) for word in typed)
        found = self._ranked(meant, whole, unfinished if unfinished not in guesses else "", limit)
        changed = any(guesses.values())
        guess = " ".join(guesses.get(word) or word for word in typed) if changed else ""
        return Results(asked, guess, tuple(found))

    # Building

    def _add(self, number: int, entry: Entry) -> None:
        self._entries.append(entry)
        texts = (entry.title, " ".join(entry.names), entry.brief, " ".join(entry.body))
        columns = []
        for text in texts:
            here = []
            for _, _, word in words_of.words(text):
                found = words_of.root(word, self._language)
                self._vocabulary.setdefault(word, found)
                here.append(found)
            columns.append(" ".join(here))
        self._names.append(tuple(tuple(words_of.roots(name, self._language)) for name in (entry.title, *entry.names)))
        self._database.execute(
            "INSERT INTO entry(rowid, title, names, brief, body) VALUES (?,?,?,?,?)", (number, *columns)
        )

    # Asking

    def _joined(self, typed: list[str]) -> list[str]:
        """Two words that the guide writes as one: "key hole", "de-bulking"."""
        joined: list[str] = []
        for word in typed:
            if joined and joined[-1] + word in self._vocabulary and len(word) > 1:
                joined[-1] += word
            else:
                joined.append(word)
        return joined

    def _knows(self, word: str, *, unfinished: bool) -> bool:
        """Whether any entry holds the word, or while it is being typed, one that begins with it."""
        if word in self._vocabulary or len(word) < _SHORTEST_PREFIX:
            return True
        found = words_of.root(word, self._language)
        query = f'"{found}"*' if unfinished or len(word) >= _LEAST_GUESSED else f'"{found}"'
        if self._any(query):
            return True
        return unfinished and self._any(f'"{word}"*')

    def _any(self, query: str) -> bool:
        return (
            self._database.execute("SELECT 1 FROM entry WHERE entry MATCH ? LIMIT 1", (query,)).fetchone() is not None
        )

    def _guess(self, word: str) -> str:
        """The word of the guide that is most like a misspelt one; empty if none is like it."""
        if len(word) < _LEAST_GUESSED:
            return ""
        far = 1 if len(word) <= 5 else 2 if len(word) <= 9 else 3  # noqa: PLR2004 - letters that may be wrong
        near = process.extract(
            word, self._vocabulary.keys(), scorer=DamerauLevenshtein.distance, score_cutoff=far, limit=8
        )
        best = [(float(distance), each) for each, distance, _ in near]
        heard = words_of.sound(word)
        best += [(1.4 + abs(len(each) - len(word)) / 5, each) for each in self._sounds.get(heard, ())]
        if not best:
            return ""
        return min(best, key=lambda each: (each[0], each[1][:1] != word[:1], -self._weight(each[1])))[1]

    def _weight(self, word: str) -> int:
        row = self._database.execute(
            "SELECT count(*) FROM entry WHERE entry MATCH ?", (f'{{title names}}: "{self._vocabulary[word]}"',)
        ).fetchone()
        return int(row[0])

    def _ranked(self, meant: list[str], whole: tuple[str, ...], unfinished: str, limit: int) -> list[Found]:
        roots = [words_of.root(word, self._language) for word in meant]
        parts = []
        for word, found in zip(meant, roots, strict=True):
            part = f'"{found}"'
            if word == unfinished or len(found) >= _LEAST_GUESSED:
                part = f'{part} OR "{found}"*'
            if word == unfinished and word != found:
                part = f'{part} OR "{word}"*'
            parts.append(f"({part})")
        rows = self._database.execute(
            f"SELECT rowid, bm25(entry, {', '.join(map(str, _WEIGHTS))}) FROM entry WHERE entry MATCH ? "  # noqa: S608
            "ORDER BY 2 LIMIT ?",
            (" OR ".join(parts), _CANDIDATES),
        ).fetchall()
        scored = [(self._score(row, -rank, roots, whole, unfinished), row) for row, rank in rows]
        scored.sort(key=lambda each: (-each[0], each[1]))
        return [self._found(row, roots, unfinished) for _, row in scored[:limit]]

    def _score(self, row: int, rank: float, roots: list[str], whole: tuple[str, ...], unfinished: str) -> float:
        entry = self._entries[row]
        names = self._names[row]
        score = rank + _KINDS.get(entry.kind, 0.0)
        wanted = set(roots)
        asked = tuple(roots)
        best = 0.0
        for name in names:
            here = set(name)
            covered = sum(1 for each in wanted if _has(each, here, unfinished))
            share = covered / len(wanted) if wanted else 0.0
            of_name = covered / max(1, len(here))
            best = max(best, share * share * (8 + 8 * of_name))
            if name in (asked, whole):
                best = max(best, 30.0)
            elif name[: len(asked)] == asked or (set(asked) <= set(name) and len(asked) == 1):
                best = max(best, 18.0)
        brief = set(words_of.roots(f"{entry.title} {' '.join(entry.names)} {entry.brief}", self._language))
        share = sum(1 for each in wanted if _has(each, brief, unfinished)) / max(1, len(wanted))
        return score + best + 6 * share * share

    def _found(self, row: int, roots: list[str], unfinished: str) -> Found:
        entry = self._entries[row]
        wanted = set(roots)
        texts = [text for text in (entry.brief, *entry.body) if text]
        marked = [(text, self._spans(text, wanted, unfinished)) for text in texts]
        text, spans = max(marked, key=lambda each: len(each[1]), default=("", ()))
        if not spans:
            text = texts[0] if texts else ""
        return Found(entry, text, spans, self._spans(entry.title, wanted, unfinished))

    def _spans(self, text: str, wanted: set[str], unfinished: str) -> tuple[tuple[int, int], ...]:
        found = []
        for start, end, word in words_of.words(text):
            here = words_of.root(word, self._language)
            if here in wanted or (unfinished and word.startswith(unfinished)):
                found.append((start, end))
        return tuple(found)


def _has(wanted: str, here: set[str], unfinished: str) -> bool:
    if wanted in here:
        return True
    return bool(unfinished) and unfinished.startswith(wanted[:3]) and any(each.startswith(wanted) for each in here)
