"""The page that tells what changed since the guide was last read: levels of warning signs first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.content.model import LEVELS
from desktop.pages import topics
from desktop.pages.sheet import Block, Kind, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.content.changes import Change, Changes
    from desktop.content.model import Guide

_HEADINGS = (
    ("warning_signs", ("signs", "levels")),
    ("operations_of_category", ("operations", "categories")),
    ("side_effects", ("effects",)),
    ("pages", ("pages", "cards")),
    ("body_parts", ("organs",)),
    ("words", ("terms",)),
    ("questions", ("questions",)),
)
"""The headings of the page, as keys of the guide's words, and the records under each."""

_FIELDS = {
    "variants": "kinds",
    "effects": "side_effects",
    "signs": "warning_signs",
    "times": "when",
    "notes": "good_to_know",
    "sources": "cited",
    "only": "operations_of_category",
}
"""Fields of a record that are headed by another word than that of their own name."""
_WORDING = frozenset(
    {
        "name",
        "short_name",
        "plain_name",
        "text",
        "title",
        "definition",
        "figure_text",
        "action",
        "note",
        "notice",
        "card",
    }
)
_ALL_ON_ONE_PAGE = {"terms": topics.WORDS, "questions": topics.QUESTIONS, "cards": topics.CRISIS}


def sheet(guide: Guide, changes: Changes | None) -> Sheet:
    """The page of what changed; without changes it says so."""
    words = guide.words
    name = topics.name(guide, topics.WHAT_CHANGED)
    subtitle, blocks = "", [Block(Kind.PARAGRAPH, words["nothing_changed"])]
    if changes is not None:
        subtitle = _filled(
            words["editions_compared"],
            now=changes.edition,
            now_date=changes.date,
            before=changes.edition_before,
            before_date=changes.date_before,
        )
        blocks = [*_levels(guide, changes)]
        for heading, kinds in _HEADINGS:
            blocks += _records(guide, words[heading], kinds, changes)
    return Sheet(topics.WHAT_CHANGED, (), name, subtitle, None, None, None, tuple(blocks))


def _levels(guide: Guide, changes: Changes) -> Iterator[Block]:
    """The signs that are more urgent now, then those that are less so, each with the ways to where it is told."""
    moved = [change for change in changes.changed if change.level_now]
    moved.sort(key=lambda change: _rank(change.level_now) >= _rank(change.level_before))
    if moved:
        yield Block(Kind.HEADING, guide.words["other_level"], anchor="levels")
    for change in moved:
        before, now = (_level(guide, level) for level in (change.level_before, change.level_now))
        yield Block(Kind.WORD, _filled(guide.words["level_changed"], before=before, now=now), lead_in=change.name)
        yield from _ways(guide, change)


def _level(guide: Guide, level: str) -> str:
    return guide.levels[level].name if level in guide.levels else level


def _filled(pattern: str, **values: str) -> str:
    """A pattern with its places filled in; one that has other places is shown as it is."""
    for place, value in values.items():
        pattern = pattern.replace(f"{{{place}}}", value)
    return pattern


def _rank(level: str) -> int:
    return LEVELS.index(level) if level in LEVELS else len(LEVELS)


def _records(guide: Guide, heading: str, kinds: tuple[str, ...], changes: Changes) -> Iterator[Block]:
    told = [
        *_told(guide, changes.added, kinds, guide.words["newly_there"]),
        *_told(guide, (each for each in changes.changed if each.fields), kinds, ""),
        *_told(guide, changes.removed, kinds, guide.words["no_longer_here"]),
    ]
    if told:
        yield Block(Kind.HEADING, heading, anchor=kinds[0])
        yield from told
        pages = dict.fromkeys(_ALL_ON_ONE_PAGE[kind] for kind in kinds if kind in _ALL_ON_ONE_PAGE)
        yield from (Block(Kind.LINK, topics.name(guide, page), target=page) for page in pages)


def _told(guide: Guide, changes: Iterable[Change], kinds: tuple[str, ...], state: str) -> Iterator[Block]:
    """Each record with what happened to it: what can be opened as a link, the rest as a text."""
    for change in changes:
        if change.kind not in kinds:
            continue
        happened = _happened(guide, change, state)
        if change.kind not in _ALL_ON_ONE_PAGE and topics.exists(guide, change.id):
            yield Block(Kind.LINK, change.name, target=change.id)
            yield Block(Kind.QUIET, happened)
        else:
            yield Block(Kind.WORD, happened, lead_in=change.name)
            yield from _ways(guide, change)


def _happened(guide: Guide, change: Change, state: str) -> str:
    """What happened to a record; with a sign that is new or gone goes its level."""
    if not state:
        return f"{guide.words['changed']} {', '.join(_fields(guide, change))}"
    level = change.level_now or change.level_before
    return f"{state} · {_level(guide, level)}" if level else state


def _ways(guide: Guide, change: Change) -> Iterator[Block]:
    """The ways to the side effects that tell of a sign."""
    if change.kind == "signs":
        for effect in guide.effects.values():
            if change.id in effect.signs:
                yield Block(Kind.LINK, effect.name, target=effect.id)


def _fields(guide: Guide, change: Change) -> tuple[str, ...]:
    """What the fields that differ are called on the page, once each."""
    words = guide.words
    told = []
    for field in change.fields:
        key = _FIELDS.get(field, field)
        if field in _WORDING or field.startswith("sections/"):
            key = "wording"
        told.append(words.get(key, words["details"]))
    return tuple(dict.fromkeys(told))
