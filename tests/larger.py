"""The shipped guide many times over, as a guide for very many operations would be: its records under other names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop.content.model import Guide

KINDS = ("categories", "operations", "effects", "signs", "terms", "questions")


def larger(guide: Guide, times: int) -> Guide:
    """The guide with so many times as many operations, effects, words and questions, each known to its own copies."""
    names = {name for kind in KINDS for name in getattr(guide, kind)}
    made: dict[str, dict[str, NamedTuple]] = {}
    for kind in KINDS:
        records = dict(getattr(guide, kind))
        for number in range(1, times):
            for record in getattr(guide, kind).values():
                copy = _copy(record, names, number)
                records[copy.id] = copy
        made[kind] = records
    return guide._replace(**made)


def _copy(value, names: set[str], number: int):
    """A record of a copy: what names a record of the guide names that of the same copy, and its own name tells it."""
    if isinstance(value, str):
        return f"{value}-{number}" if value in names else value
    if not isinstance(value, tuple):
        return value
    parts = [_copy(each, names, number) for each in value]
    if not hasattr(value, "_fields"):
        return tuple(parts)
    copy = type(value)(*parts)
    told = {field: f"{getattr(value, field)} {number}" for field in ("name", "short_name") if hasattr(value, field)}
    return copy._replace(**told) if told and value.id in names else copy
