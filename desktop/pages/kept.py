"""The page of the topics a reader keeps: bookmarks, and those opened last."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.pages import topics
from desktop.pages.sheet import KeptList, KeptRow, KeptTopics, Sheet

if TYPE_CHECKING:
    from desktop.content.model import Guide


class Mark(NamedTuple):
    """A topic that is kept, by its permanent id, with the name it had then. ``on`` is off once it is taken off."""

    topic: str
    name: str
    on: bool = True


def can_be_kept(guide: Guide, topic: str) -> bool:
    """Whether a topic can be kept: not a step on the way to a comparison, nor a page about the reader."""
    return topics.exists(guide, topic) and len(topics.compared(guide, topic)) != 1


def sheet(guide: Guide, bookmarks: tuple[Mark, ...], recent: tuple[Mark, ...]) -> Sheet:
    """The page of what is kept."""
    words = guide.words
    some, all_off = any(mark.on for mark in recent), bool(recent) and not any(mark.on for mark in recent)
    kept = KeptTopics(
        bookmarks=KeptList(
            heading="",
            note="" if bookmarks else words["no_bookmarks"],
            rows=tuple(_row(guide, mark) for mark in bookmarks),
            on=any(mark.on for mark in bookmarks),
        ),
        recent=KeptList(
            heading=words["recent"],
            note=words["recent_note" if some else "recent_cleared" if all_off else "no_recent"],
            rows=tuple(_row(guide, mark) for mark in recent if mark.on),
            on=some or not recent,
        ),
    )
    name = topics.name(guide, topics.BOOKMARKS)
    return Sheet(topics.BOOKMARKS, (), name, "", None, None, None, (), kept=kept)


def _row(guide: Guide, mark: Mark) -> KeptRow:
    here = topics.exists(guide, mark.topic)
    name = topics.name(guide, mark.topic) if here else mark.name
    return KeptRow(mark.topic, name, "" if here else guide.words["no_longer_here"], mark.on)
