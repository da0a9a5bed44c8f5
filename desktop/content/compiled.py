"""A guide as JSON, quick to read: 5 ms instead of 100.

The file names the YAML it was made from by a fingerprint and holds its own checksum; another fingerprint,
another format or any damage makes it worthless and it is simply not used. JSON and never pickle or
marshal: the file may lie where others can write. Records are made when they are first wanted, because a start needs
few of them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from zlib import crc32

from desktop.content import model
from desktop.content.model import Guide, Statement, Where

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FORMAT = 4
"""Raise it whenever a field of the model is added, removed or moved."""


T = TypeVar("T")


class Records(Mapping[str, T]):
    """The records of one kind by their ids, each made from its list when it is first asked for.

    Raises TypeError if these are not lists with as many entries as the kind of record has fields.
    """

    def __init__(self, raw: dict[str, list[object]], kind: type[tuple[object, ...]], make: Callable[[Any], T]) -> None:
        fields = len(kind._fields)  # type: ignore[attr-defined]
        if not all(type(each) is list and len(each) == fields for each in raw.values()):
            raise TypeError
        self._raw, self._make = raw, make
        self._made: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        if name not in self._made:
            self._made[name] = self._make(self._raw[name])
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._raw

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)

    def __repr__(self) -> str:
        return repr(dict(self))


def fingerprint(data: bytes) -> str:
    """What tells one content file from another: its length and checksum. Not meant against malice."""
    return f"{FORMAT}-{len(data)}-{crc32(data):08x}"


def file_name(language: str) -> str:
    """The name of the file that holds a language in compiled form."""
    return f"content.{language}.json"


def write(guide: Guide, mark: str) -> bytes:
    """The bytes to keep. ``mark`` is the fingerprint of the YAML."""
    return _sealed(mark, json.dumps(guide, ensure_ascii=False, separators=(",", ":")).encode())


def read(path: Path, mark: str) -> Guide | None:
    """The guide kept in a file; None if there is none, or not of this YAML."""
    try:
        return guide_of(path.read_bytes(), mark)
    except OSError:
        return None


def is_of(path: Path, mark: str) -> bool:
    """Whether the guide kept in a file is of this YAML, as far as its beginning tells; it may yet be damaged."""
    begins = _sealed(mark, b"").partition(b",")[0]
    try:
        with path.open("rb") as file:
            return file.read(len(begins)) == begins
    except OSError:
        return False


def guide_of(data: bytes, mark: str) -> Guide | None:
    """The guide in these bytes; None if they are damaged, or not of this YAML."""
    try:
        body = data[len(_sealed(mark, b"")) - 1 : -1]
        return _guide(json.loads(body)) if data == _sealed(mark, body) else None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def _sealed(mark: str, body: bytes) -> bytes:
    """The whole file: a single flipped bit could turn one telephone number into another, so it is summed."""
    return b'{"mark":"%b","sum":"%08x","guide":%b}' % (mark.encode(), crc32(body), body)


def _guide(raw: list) -> Guide:  # type: ignore[type-arg]
    (edition, review, words, paper, levels, times, effect_groups, sign_groups, question_groups, regions, pages,
     categories, operations, effects, signs, terms, questions, organs, cards, references, sources, often_opened,
     same_words) = raw  # fmt: skip
    return Guide(
        edition=model.Edition(*edition),
        review=model.Review(*review),
        words=dict(words),
        paper=dict(paper),
        levels={name: _level(each) for name, each in levels.items()},
        times=_named(times),
        effect_groups=_named(effect_groups),
        sign_groups=_named(sign_groups),
        question_groups=_named(question_groups),
        regions=_named(regions),
        pages=Records(pages, model.Page, _page),
        categories=Records(categories, model.Category, _category),
        operations=Records(operations, model.Operation, _operation),
        effects=Records(effects, model.Effect, _effect),
        signs=Records(signs, model.Sign, _sign),
        terms=Records(terms, model.Term, _term),
        questions=Records(questions, model.Question, _question),
        organs={name: _organ(each) for name, each in organs.items()},
        cards={name: _card(each) for name, each in cards.items()},
        references={name: model.Reference(*each) for name, each in references.items()},
        sources={name: model.Source(*each) for name, each in sources.items()},
        often_opened=_texts(often_opened),
        same_words=tuple([_texts(each) for each in _listed(same_words)]),
    )


def _listed(raw: object) -> list:  # type: ignore[type-arg]
    if not isinstance(raw, list):
        raise TypeError
    return raw


def _texts(raw: object) -> tuple[str, ...]:
    found = tuple(_listed(raw))
    if not all(isinstance(each, str) for each in found):
        raise TypeError
    return found


def _named(raw: dict) -> dict[str, model.Named]:  # type: ignore[type-arg]
    return {name: model.Named(*each) for name, each in raw.items()}


def _level(raw: list) -> model.Level:  # type: ignore[type-arg]
    name, title, card, note, sources = raw
    return model.Level(name, title, card, note, tuple(sources))


def _sign(raw: list) -> model.Sign:  # type: ignore[type-arg]
    name, level, group, text, action, only, sources = raw
    return model.Sign(name, level, group, text, action, _wheres(only), tuple(sources))


def _organ(raw: list) -> model.Organ:  # type: ignore[type-arg]
    name, title, region, text, part_of, operations, sources, search_words = raw
    return model.Organ(name, title, region, text, part_of, _wheres(operations), tuple(sources), tuple(search_words))


def _card(raw: list) -> model.AlertCard:  # type: ignore[type-arg]
    name, title, heading, note, sections, lines = raw
    return model.AlertCard(name, title, heading, _statement(note), _sections(sections), tuple(lines))


def _sections(raw: list) -> tuple[model.Section, ...]:  # type: ignore[type-arg]
    return tuple([model.Section(each[0], each[1], _statements(each[2])) for each in raw])


def _wheres(raw: list) -> tuple[Where, ...]:  # type: ignore[type-arg]
    return tuple([Where(*each) for each in raw]) if raw else ()


def _statement(raw: list) -> Statement:  # type: ignore[type-arg]
    text, sources, only, items, numbered = raw
    return Statement(text, tuple(sources), _wheres(only), _statements(items), numbered)


def _optional(raw: list | None) -> Statement | None:  # type: ignore[type-arg]
    return _statement(raw) if raw else None


def _statements(raw: list) -> tuple[Statement, ...]:  # type: ignore[type-arg]
    return tuple([_statement(each) for each in raw]) if raw else ()


def _term(raw: list) -> model.Term:  # type: ignore[type-arg]
    name, title, forms, definition, sources, search_words = raw
    return model.Term(name, title, tuple(forms), definition, tuple(sources), tuple(search_words))


def _question(raw: list) -> model.Question:  # type: ignore[type-arg]
    name, group, text, only, sources, search_words = raw
    return model.Question(name, group, text, _wheres(only), tuple(sources), tuple(search_words))


def _page(raw: list) -> model.Page:  # type: ignore[type-arg]
    name, title, summary, notice, sections, questions, related, nurse_notes, search_words = raw
    return model.Page(
        name, title, _statement(summary), _optional(notice), _sections(sections), tuple(questions), tuple(related),
        _statements(nurse_notes), tuple(search_words),
    )  # fmt: skip


def _category(raw: list) -> model.Category:  # type: ignore[type-arg]
    name, title, plain_name, summary, why, operations, search_words = raw
    return model.Category(
        name, title, plain_name, _statement(summary), _statements(why), tuple(operations), tuple(search_words)
    )


def _operation(raw: list) -> model.Operation:  # type: ignore[type-arg]
    (name, title, short_name, also_called, figure, figure_text, summary, glance, variants, why, before, during, after,
     living, uncertain, questions, related, effects, nurse_notes, search_words) = raw  # fmt: skip
    forms = tuple(
        [model.Variant(each[0], each[1], _optional(each[2]), tuple(each[3]), tuple(each[4])) for each in variants]
    )
    return model.Operation(
        name, title, short_name, tuple(also_called), figure, figure_text, _statement(summary),
        model.Glance(*map(_optional, glance)), forms, _statements(why), _statements(before), _statements(during),
        _statements(after), _statements(living), _statements(uncertain), tuple(questions), tuple(related),
        tuple(effects), _statements(nurse_notes), tuple(search_words),
    )  # fmt: skip


def _effect(raw: list) -> model.Effect:  # type: ignore[type-arg]
    (name, title, group, operations, times, what, when, how_common, self_care, team, notes, signs, nurse_notes,
     search_words) = raw  # fmt: skip
    return model.Effect(
        name, title, group, _wheres(operations), tuple(times), _statements(what), _statements(when),
        _statements(how_common), _statements(self_care), _statements(team), _statements(notes), tuple(signs),
        _statements(nurse_notes), tuple(search_words),
    )  # fmt: skip
