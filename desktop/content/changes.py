"""What tells one edition of a guide from another, record by record and field by field.

A snapshot holds the name of every record and a checksum of each of its fields, not their text. Of a sentence it
knows that it is another one, not what it said before.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.content.model import Guide

SHAPE = 1
"""Raise it whenever the same content would give other checksums: older snapshots are then worth nothing."""

KINDS = ("signs", "levels", "operations", "effects", "pages", "categories", "organs", "terms", "questions", "cards")
"""The records that are compared, those that matter most first."""

_NOT_SHOWN = frozenset({"id", "level", "sources", "search_words", "forms", "figure"})
"""Fields without words for the reader, and those that are compared in another way."""
_json = json.JSONEncoder().encode


class Record(NamedTuple):
    """What is known of a record: its name, the level of a sign, and a checksum of each field that is not empty."""

    name: str
    level: str
    fields: dict[str, int]


class Snapshot(NamedTuple):
    """What is known of a whole guide, by kind and id."""

    edition: str
    date: str
    records: dict[str, dict[str, Record]]


class Change(NamedTuple):
    """A record that differs. ``fields`` are those that differ.

    The levels are those of a sign that is new or gone, or whose level differs.
    """

    kind: str
    id: str
    name: str
    fields: tuple[str, ...] = ()
    level_before: str = ""
    level_now: str = ""


class Changes(NamedTuple):
    """What differs between two editions, in the order of ``KINDS`` and of the guide."""

    edition_before: str
    date_before: str
    edition: str
    date: str
    added: tuple[Change, ...] = ()
    removed: tuple[Change, ...] = ()
    changed: tuple[Change, ...] = ()

    def anything(self) -> bool:
        """Whether anything differs that a reader can see."""
        return bool(self.added or self.removed or self.changed)


def snapshot(guide: Guide) -> Snapshot:
    """The snapshot of a guide."""
    taken = empty(guide)
    for _ in take(guide, taken):
        pass
    return taken


def empty(guide: Guide) -> Snapshot:
    """A snapshot of a guide that has still to be taken."""
    return Snapshot(guide.edition.edition, guide.edition.date, {kind: {} for kind in KINDS})


def take(guide: Guide, into: Snapshot) -> Iterator[None]:
    """Take a snapshot record by record, so that the window can go on in between."""
    for kind, records in into.records.items():
        for name, each in getattr(guide, kind).items():
            records[name] = _record(each)
            yield


def compare(before: Snapshot, now: Snapshot) -> Changes:
    """What differs between an earlier snapshot and a later one."""
    return Changes(
        before.edition,
        before.date,
        now.edition,
        now.date,
        added=tuple(change._replace(level_before="") for change in _only_in(now, before)),
        removed=tuple(change._replace(level_now="") for change in _only_in(before, now)),
        changed=tuple(_changed(before, now)),
    )


def snapshot_from(given: object) -> Snapshot | None:
    """A snapshot that was kept as JSON; None if it is none."""
    try:
        edition, date, kinds = _listed(given)
        records = {
            _text(kind): {_text(name): _sound(each) for name, each in found.items()} for kind, found in kinds.items()
        }
        return Snapshot(_text(edition), _text(date), records)
    except (ValueError, LookupError, TypeError, AttributeError):
        return None


def changes_from(given: object) -> Changes | None:
    """Changes that were kept as JSON; None if it is none."""
    try:
        edition_before, date_before, edition, date, added, removed, changed = _listed(given)
        return Changes(
            _text(edition_before),
            _text(date_before),
            _text(edition),
            _text(date),
            tuple(map(_change, _listed(added))),
            tuple(map(_change, _listed(removed))),
            tuple(map(_change, _listed(changed))),
        )
    except (ValueError, LookupError, TypeError, AttributeError):
        return None


def _sound(given: object) -> Record:
    name, level, fields = _listed(given)
    return Record(_text(name), _text(level), {_text(key): _number(value) for key, value in fields.items()})


def _change(given: object) -> Change:
    kind, name, title, fields, before, now = _listed(given)
    texts = tuple(map(_text, _listed(fields)))
    return Change(_text(kind), _text(name), _text(title), texts, _text(before), _text(now))


def _listed(given: object) -> list[Any]:
    if not isinstance(given, list):
        raise TypeError
    return given


def _text(given: object) -> str:
    if not isinstance(given, str):
        raise TypeError
    return given


def _number(given: object) -> int:
    if type(given) is not int:
        raise TypeError
    return given


def _record(each: Any) -> Record:
    """The snapshot of a record: signs and questions are named by their text."""
    cited: set[str] = set()
    fields = {key: crc32(_json(_plain(value, cited)).encode()) for key, value in _parts(each, cited) if value}
    if cited:
        fields["sources"] = crc32(_json(sorted(cited)).encode())
    return Record(getattr(each, "name", "") or each.text, getattr(each, "level", ""), fields)


def _parts(each: Any, cited: set[str]) -> Iterator[tuple[str, object]]:
    for key, value in zip(each._fields, each, strict=True):
        if key == "glance":
            yield from zip(value._fields, value, strict=True)
        elif key == "sections":
            yield from ((f"sections/{section.id}", section) for section in value)
        elif key == "sources":
            cited.update(value)
        elif key not in _NOT_SHOWN:
            yield key, value


def _plain(value: Any, cited: set[str]) -> object:
    """A value without what is not shown. Lists of ids have no order that means anything."""
    if hasattr(value, "_fields"):
        cited.update(getattr(value, "sources", ()))
        return [
            _plain(inner, cited) if inner and not isinstance(inner, str) else inner
            for key, inner in zip(value._fields, value, strict=True)
            if key not in _NOT_SHOWN
        ]
    if isinstance(value, tuple):
        inside = [_plain(each, cited) for each in value]
        return inside if any(hasattr(each, "sources") for each in value) else sorted(inside, key=str)
    return value


def _only_in(one: Snapshot, other: Snapshot) -> Iterator[Change]:
    for kind in KINDS:
        there = other.records.get(kind, {})
        for name, record in one.records.get(kind, {}).items():
            if name not in there:
                yield Change(kind, name, record.name, (), record.level, record.level)


def _changed(before: Snapshot, now: Snapshot) -> Iterator[Change]:
    for kind in KINDS:
        earlier = before.records.get(kind, {})
        for name, record in now.records.get(kind, {}).items():
            old = earlier.get(name)
            if old is None or old == record:
                continue
            keys = dict.fromkeys((*record.fields, *old.fields))
            fields = tuple(key for key in keys if record.fields.get(key) != old.fields.get(key))
            levels = (old.level, record.level) if old.level != record.level else ("", "")
            if fields or any(levels):
                yield Change(kind, name, record.name, fields, *levels)
