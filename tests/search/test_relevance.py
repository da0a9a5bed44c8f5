"""Of what people type, at least 97 in 100 find what they mean among the first three results.

The sets are tables: the query, what kind of query it is, and the places that answer it (``|`` any of them, ``&``
all of them). A page is found if any of its sections is: the section is the better place.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop.content import library
from desktop.content.model import PAGES
from desktop.search.engine import Engine
from tests.guides import RESOURCES

LEAST_RECALL = 0.97
FIRST = 3
LANGUAGES = list(library.FILES)


class Query(NamedTuple):
    """What somebody types, and what answers it."""

    text: str
    kind: str
    wanted: str


@cache
def engine(language: str) -> Engine:
    return Engine(library.load(RESOURCES, language)).build_now()


@cache
def queries(language: str) -> list[Query]:
    here = Path(__file__).parent
    lines = [
        line for file in sorted(here.glob(f"queries.{language}*.tsv")) for line in file.read_text("utf-8").split("\n")
    ]
    return [Query(*line.split("\t")) for line in lines if line]


def answers(language: str, query: Query) -> bool:
    """Whether one of the first results is the answer; for ``&`` whether all the answers are among them."""
    entries = [found.entry for found in engine(language).search(query.text).found[:FIRST]]
    pages = {entry.topic for entry in entries if entry.topic in PAGES}
    places = {entry.id for entry in entries} | pages
    if "&" in query.wanted:
        return all(place in places for place in query.wanted.split("&"))
    return any(place in places for place in query.wanted.split("|"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_recall_in_the_first_three(language):
    missed = [query for query in queries(language) if not answers(language, query)]
    recall = 1 - len(missed) / len(queries(language))
    assert recall >= LEAST_RECALL, f"{recall:.3f}; missed: {missed}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_expected_place_exists(language):
    places = engine(language).places() | set(library.load(RESOURCES, language).organs)
    for query in queries(language):
        for place in query.wanted.replace("&", "|").split("|"):
            assert place in places, query


def test_there_are_at_least_150_queries_of_all_kinds():
    kinds = {query.kind for query in queries("en")}
    assert kinds >= {"abbreviation", "lay", "medical", "name", "partial", "question", "spelling", "symptom", "typo"}
    assert sum(len(queries(language)) for language in LANGUAGES) >= 150


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_finds_its_own_record_first(language):
    guide = library.load(RESOURCES, language)
    for records in (guide.operations, guide.effects, guide.categories, guide.pages):
        for record in records.values():
            first = [found.entry for found in engine(language).search(record.name).found[:FIRST]]
            assert record.name in [entry.title for entry in first], record.name
            assert first[0].topic == record.id or first[0].title.casefold() == record.name.casefold(), record.name
