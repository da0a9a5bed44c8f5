"""The index and how it is asked: SQLite FTS5 in memory finds, a few plain rules put in order.

Nothing is written to disk and nothing of what is asked is kept. The index is built in small steps, so
that the window stays quick while it is built (docs/decisions, search).
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, NamedTuple
from weakref import finalize

from desktop.search import entries as kinds
from desktop.search.entries import entries
from desktop.search.meaning import WITHIN, Vocabulary
from desktop.search.passages import best_passage, marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.content.model import Guide
    from desktop.search.entries import Entry
    from desktop.search.meaning import Concept, Meaning, Wording

MOST_RESULTS = 12
_FIELDS = (1.0, 0.8, 0.65, 0.45)
"""What a word counts for in the names, the names of the topic around, the first texts and the rest."""
_BM25 = "10.0, 2.0, 4.0, 1.0"
_CANDIDATES = 40
_FEW_ENTRIES = 4000
"""Up to here every entry that holds any of the words is looked at; above, those that hold all or one of the rare."""
_RARE = 2
_PRIOR = {
    kinds.OPERATION: 0.14,
    kinds.EFFECT: 0.13,
    kinds.CATEGORY: 0.09,
    kinds.PAGE: 0.08,
    kinds.VARIANT: 0.08,
    kinds.QUESTION: 0.06,
    kinds.WORD: 0.01,
    kinds.ORGAN: 0.04,
    kinds.SECTION: 0.0,
}
"""Between equals the kind that is asked for most comes first."""
_VERY_TITLE = 0.12
"""What it counts for that a title is just what was typed."""
_LEAST = 0.12
"""A result that answers less of the question than this is none."""
_MOST_OF_A_TOPIC = 2
"""Places in one topic among the first results; more would hide what else may be meant."""
_FIRST = 3


class Found(NamedTuple):
    """A result and why it is one.

    ``name`` is what else it is called, where that matched better than its title; ``text`` what it says
    about what was asked; the spans are the matching parts of ``title`` and ``text``, first and
    past-the-last character.
    """

    entry: Entry
    name: str
    text: str
    title_spans: tuple[tuple[int, int], ...]
    spans: tuple[tuple[int, int], ...]


class Results(NamedTuple):
    """What was found. ``guess`` is the wording that was searched instead of a misspelt one, else empty."""

    asked: str
    guess: str
    found: tuple[Found, ...]


class _Scored(NamedTuple):
    """How well an entry answers, and by which of its names (0 is the title)."""

    score: float
    row: int
    name: int


class Engine:
    """The index of one guide."""

    def __init__(self, guide: Guide) -> None:
        self._language = guide.edition.language[:2]
        self._guide = guide
        self._entries: list[Entry] = []
        self._vocabulary = Vocabulary(self._language)
        self._named: dict[str, list[int]] = {}
        self.ready = False
        """Whether the index is whole and can be asked."""
        self._database = sqlite3.connect(":memory:")
        finalize(self, self._database.close)  # Python 3.13 warns of a database that is only forgotten
        self._database.execute(
            "CREATE VIRTUAL TABLE entry USING fts5(names, context, brief, body, tokenize='ascii', prefix='2 3')"
        )

    def build(self) -> Iterator[None]:
        """Build the index, a step for each entry; let other work be done between the steps."""
        for group in self._guide.same_words:
            self._vocabulary.take_same(group)
        for number, entry in enumerate(entries(self._guide)):
            self._add(number, entry)
            yield
        yield from self._vocabulary.close()
        self.ready = True

    def build_now(self) -> Engine:
        """Build the whole index at once, for the command line and for tests."""
        for _ in self.build():
            pass
        return self

    def places(self) -> frozenset[str]:
        """The ids of everything that can be found."""
        return frozenset(entry.id for entry in self._entries)

    def search(self, asked: str, limit: int = MOST_RESULTS) -> Results:
        """The best results for what a person has typed so far, best first."""
        meaning = self._vocabulary.meaning(asked)
        if not meaning.concepts:
            return Results(asked, "", ())
        rows = self._candidates(meaning.concepts)
        scored = [self._score(row, fields, meaning.concepts) for row, *fields in rows]
        best = self._varied(sorted(each for each in scored if -each.score >= _LEAST))[:limit]
        found = tuple(self._found(each, meaning) for each in best)
        return Results(asked, meaning.guess if found else "", found)

    # Building

    def _add(self, number: int, entry: Entry) -> None:
        self._entries.append(entry)
        names = [" ".join(self._vocabulary.roots(name, name=True)) for name in (entry.title, *entry.names)]
        for name in names:
            self._named.setdefault(name, []).append(number)
        texts = (names, *(map(self._rooted, each) for each in (entry.context, entry.brief, entry.body)))
        fields = [f" {' | '.join(each)} " for each in texts]
        self._vocabulary.count(root for field in fields for root in field.split() if root != "|")
        self._database.execute(
            "INSERT INTO entry(rowid, names, context, brief, body) VALUES (?,?,?,?,?)", (number, *fields)
        )

    def _rooted(self, text: str) -> str:
        return " ".join(self._vocabulary.roots(text))

    # Finding

    def _candidates(self, concepts: tuple[Concept, ...]) -> list[tuple[int, str, str, str, str]]:
        """The rows worth looking at, each with its fields."""
        parts = [self._query(concept) for concept in concepts]
        rare = parts
        if len(self._entries) > _FEW_ENTRIES:
            by_weight = sorted(zip(concepts, parts, strict=True), key=lambda each: -each[0].weight)
            rare = [part for _, part in by_weight[:_RARE]]
        rows = dict.fromkeys(self._rows(f"{{names}}: ({' OR '.join(rare)})"))
        if len(parts) > 1:
            rows.update(dict.fromkeys(self._rows(" AND ".join(parts))))
        if len(self._entries) <= _FEW_ENTRIES or len(rows) < _CANDIDATES:
            rows.update(dict.fromkeys(self._rows(" OR ".join(rare))))
        wanted = " ".join(concept.wordings[0].roots for concept in concepts)
        rows.update(dict.fromkeys(self._named.get(wanted, ())[:_CANDIDATES]))
        marked = ",".join("?" * len(rows))
        sql = f"SELECT rowid, names, context, brief, body FROM entry WHERE rowid IN ({marked})"  # noqa: S608 - only ?
        return self._database.execute(sql, list(rows)).fetchall()

    def _rows(self, query: str) -> list[int]:
        sql = f"SELECT rowid FROM entry WHERE entry MATCH ? ORDER BY bm25(entry, {_BM25}) LIMIT ?"  # noqa: S608
        return [row for (row,) in self._database.execute(sql, (query, _CANDIDATES))]

    def _query(self, concept: Concept) -> str:
        parts = []
        for wording in concept.wordings:
            if wording.how == WITHIN:
                parts += [f'"{root}"' for root in self._vocabulary.ending(wording.roots)]
            else:
                parts.append(f'"{wording.roots}"' + ("*" if wording.how else ""))
        return f"({' OR '.join(parts)})"

    # Putting in order

    def _score(self, row: int, fields: list[str], concepts: tuple[Concept, ...]) -> _Scored:
        names, context, *own = fields
        if context.strip() and not any(_best(each.wordings, [names, "", *own]) for each in concepts):
            return _Scored(0.0, row, 0)
        asked = sum(concept.weight for concept in concepts)
        answered = sum(concept.weight * _best(concept.wordings, fields) for concept in concepts)
        named, name = self._best_name(names, concepts, asked)
        score = answered / asked + named + _PRIOR[self._entries[row].kind] if answered else 0.0
        return _Scored(-score, row, name)

    def _best_name(self, names: str, concepts: tuple[Concept, ...], asked: float) -> tuple[float, int]:
        """How nearly the best of the names is what was asked, and which one it is."""
        here = [(concept.weight, [each for each in concept.wordings if each.met_in(names)]) for concept in concepts]
        met = [each for each in here if each[1]]
        if not met:
            return 0.0, 0
        rated = ((self._named_so(f" {name} ", met, asked), -at) for at, name in enumerate(names.strip().split(" | ")))
        best, at = max(rated)
        if names.startswith(f" {' '.join(concept.wordings[0].roots for concept in concepts)} |"):
            best += _VERY_TITLE
        return best, -at

    def _named_so(self, name: str, concepts: list[tuple[float, list[Wording]]], asked: float) -> float:
        """How nearly a name is what was asked: 1 if it is just that, 0 if they have nothing in common."""
        met = 0.0
        seen: set[str] = set()
        for weight, wordings in concepts:
            wording = next((each for each in wordings if each.met_in(name)), None)
            if wording is not None:
                met += weight * wording.worth
                seen.update(_words_met(wording, name))
        if not seen:
            return 0.0
        whole = sum(self._vocabulary.telling(root) for root in name.split())
        of_name = sum(self._vocabulary.telling(root) for root in seen) / whole
        of_asked = met / asked
        return 2 * of_name * of_asked / (of_name + of_asked)

    def _varied(self, scored: list[_Scored]) -> list[_Scored]:
        """The same results, but not three places in one topic before anything else."""
        first: list[_Scored] = []
        later: list[_Scored] = []
        of_topic: dict[str, int] = {}
        for each in scored:
            entry = self._entries[each.row]
            listed = entry.kind in (kinds.WORD, kinds.QUESTION)
            held = 0 if listed else of_topic.get(entry.topic, 0)
            if len(first) < _FIRST and held >= _MOST_OF_A_TOPIC:
                later.append(each)
            else:
                of_topic[entry.topic] = held + 1
                first.append(each)
        return [*first[:_FIRST], *sorted((*first[_FIRST:], *later))]

    def _found(self, scored: _Scored, meaning: Meaning) -> Found:
        entry = self._entries[scored.row]
        text, spans = best_passage((*entry.brief, *entry.body), meaning.concepts, self._language)
        title_spans = marks(entry.title, meaning.concepts, self._language)
        name = entry.names[scored.name - 1] if scored.name else ""
        return Found(entry, name, text, title_spans, spans)


def _best(wordings: tuple[Wording, ...], fields: list[str]) -> float:
    best = 0.0
    for wording in wordings:
        for worth, field in zip(_FIELDS, fields, strict=True):
            if wording.worth * worth > best and wording.met_in(field):
                best = wording.worth * worth
                break
    return best


def _words_met(wording: Wording, name: str) -> list[str]:
    if not wording.how:
        return wording.roots.split(" ")
    if wording.how == WITHIN:
        return [each for each in name.split() if wording.roots in each]
    return [each for each in name.split() if each.startswith(wording.roots)]
