"""Counts without people: in how many visits a day a topic was opened, and a search found nothing.

Kept are numbers by day, and no visit, order or time of day (docs/decisions/0009). A visit counts once for each topic,
so that no one person makes a number large. Of what was searched only words of the guide's own names are kept: what a
stranger types may be a name.
"""

from __future__ import annotations

import csv
import io
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from desktop.content.folding import fold
from desktop.kept.files import SmallFile
from desktop.search.entries import entries

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.content.model import Guide

LEAST = 5
"""Numbers below this are left out when the counts are exported: a small number may be one person."""
LEAST_LETTERS = 3
"""A shorter text is a beginning and no search."""
TOPIC, WORD, MISS = "topic", "search-word", "search-without-result"
_FILE = "counts.json"
_MOST_BYTES = 4 * 1024 * 1024
_WORD = re.compile(r"[^\W\d_]{3,}")


class Count(NamedTuple):
    """What is counted: of a kind, the id or the word; empty for the whole kind."""

    kind: str
    what: str = ""


_FIRST_YEAR = 2026
"""Before it there was no such guide: a clock without its battery says 1970, and nothing is thrown away by it."""
Days = dict[str, dict[Count, int]]
"""The numbers of each day, which is written as 2026-11-25."""


class Counts:
    """Counts in memory and writes now and then, so that the file's own date tells of no visit."""

    def __init__(self, folder: Path, days: int, today: Callable[[], date] = date.today) -> None:
        """``days`` is for how long a day is kept."""
        self._file = SmallFile(folder / _FILE, _MOST_BYTES)
        self._keep = days
        self._today = today
        self._days = _read(self._file)
        self._visit: set[Count] = set()
        self._changed = False

    @property
    def problem(self) -> str:
        """What went wrong with the file, in a sentence; empty if nothing did."""
        return self._file.problem

    def opened(self, topic: str) -> None:
        """A topic was opened in this visit."""
        self._count(Count(TOPIC, topic))

    def missed(self, text: str, guide: Guide) -> None:
        """A search of this visit found nothing."""
        if len(text.strip()) < LEAST_LETTERS:
            return
        self._count(Count(MISS))
        known = set(_words(" ".join(" ".join((each.title, *each.names)) for each in entries(guide))))
        for word in sorted(known.intersection(_words(text))):
            self._count(Count(WORD, word))

    def end_visit(self) -> None:
        """The next one is another person."""
        self._visit.clear()

    def write(self) -> bool:
        """Write what has changed, without the days that are too old; whether that was possible."""
        if not self._changed:
            return True
        self._days = self._kept()
        days = {day: {" ".join(filter(None, each)): self._days[day][each] for each in sorted(self._days[day])}
                for day in sorted(self._days)}  # fmt: skip
        written = self._file.write({"days": days})
        self._changed = not written
        return written

    def export(self) -> str:
        """The numbers of the days that are over, as CSV, without those that are small."""
        told = io.StringIO()
        table = csv.writer(told, lineterminator="\n")
        table.writerow(("day", "kind", "what", "visits"))
        over = {day: counts for day, counts in self._kept().items() if day < self._today().isoformat()}
        for day, counts in sorted(over.items()):
            for each in sorted(counts):
                if counts[each] >= LEAST:
                    table.writerow((day, each.kind, each.what, counts[each]))
        return told.getvalue()

    def _count(self, what: Count) -> None:
        if what not in self._visit:
            self._visit.add(what)
            day = self._days.setdefault(self._today().isoformat(), {})
            day[what] = day.get(what, 0) + 1
            self._changed = True

    def _kept(self) -> Days:
        """The days that are not too old; those to come, too, for the clock may have been put back for a while."""
        today, keep = self._today(), timedelta(days=self._keep)
        if today.year < _FIRST_YEAR:
            return self._days
        first, last = (today - keep).isoformat(), (today + keep).isoformat()
        return {day: counts for day, counts in self._days.items() if first <= day <= last}


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _read(file: SmallFile) -> Days:
    """What the file holds, without what is not of its shape."""
    days = file.read().get("days")
    found: Days = {}
    for day, counts in days.items() if isinstance(days, dict) else ():
        if re.fullmatch(r"\d{4}-\d\d-\d\d", day) and isinstance(counts, dict):
            found[day] = {
                Count(*key.split(" ", 1)): number
                for key, number in counts.items()
                if key.split(" ", 1)[0] in (TOPIC, WORD, MISS) and type(number) is int and number > 0
            }
    return found
