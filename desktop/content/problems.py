"""What is wrong in a content file, told so that an author can mend it."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

ERROR = "error"
WARNING = "warning"

MOST_SHOWN = 500
"""Problems reported for one file before the rest is only counted: a broken file must not flood the author."""
_MOST_MESSAGE = 500
"""Longest message, in characters; it may quote a text of the file, which may be of any length."""


class Place(NamedTuple):
    """A position in a file. Lines and columns count from 1; column 0 means the whole line."""

    line: int
    column: int


class Problem(NamedTuple):
    """One thing to mend: where it is, how bad it is, what is wrong and what to do."""

    file: str
    place: Place
    level: str
    message: str

    def __str__(self) -> str:
        """``file:line:column: level: what is wrong and what to do``."""
        return f"{self.file}:{self.place.line}:{self.place.column}: {self.level}: {self.message}"


class Report:
    """Collects the problems of one file, so that all of them can be shown in one run."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._problems: list[Problem] = []
        self._uncounted = 0

    def error(self, place: Place, message: str) -> None:
        """Note something that must be mended before the file can be used."""
        self._add(ERROR, place, message)

    def warning(self, place: Place, message: str) -> None:
        """Note something that should be mended; the file still works."""
        self._add(WARNING, place, message)

    def _add(self, level: str, place: Place, message: str) -> None:
        if not self.is_full():
            line = " ".join(message.splitlines())
            told = line if len(line) <= _MOST_MESSAGE else f"{line[:_MOST_MESSAGE]}…"
            self._problems.append(Problem(self.file, place, level, told))
        else:
            self._uncounted += 1

    def count(self, more: int) -> None:
        """Count so many errors that are like those before, without saying each."""
        self._uncounted += more

    def is_full(self) -> bool:
        """Whether more problems are only counted: nobody will read what they say."""
        return len(self._problems) >= MOST_SHOWN

    def has_errors(self) -> bool:
        """Whether the file cannot be used as it is."""
        return any(problem.level == ERROR for problem in self._problems)

    def problems(self) -> tuple[Problem, ...]:
        """All problems, in the order of the file, once each."""
        found = sorted(set(self._problems), key=lambda problem: (problem.place, problem.message))
        if self._uncounted:
            last = found[-1].place
            more = f"{self._uncounted} more problems are not shown; mend these first"
            found.append(Problem(self.file, last, ERROR, more))
        return tuple(found)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``; did you mean 'x'?`` for a word that is nearly right, else nothing."""
    near = get_close_matches(word, list(known), n=1)
    return f"; did you mean '{near[0]}'?" if near else ""
