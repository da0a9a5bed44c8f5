"""Finds the glossary's words in a text: whole words, in any of their forms, longest first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from desktop.content.model import Guide, Term

_BRACKETED = re.compile(r"\s?\([^()]*\)")


class Mention(NamedTuple):
    """A glossary word in a text: its first and past-the-last character, and the term."""

    start: int
    end: int
    term: str


class Glossary:
    """The words that can be explained."""

    def __init__(self, terms: Collection[Term]) -> None:
        self._term_of: dict[str, str] = {}
        for term in terms:
            for form in forms(term):
                self._term_of.setdefault(_folded(form), term.id)
        self._pattern = _pattern(form for term in terms for form in forms(term))

    def mentions(self, text: str, *, without: str = "") -> list[Mention]:
        """Every glossary word of a text, in order. ``without`` is the term that is being explained."""
        found = []
        for match in self._pattern.finditer(text):
            term = self._term_of.get(_folded(match.group()))  # none where only re takes two letters for one, as ı and i
            if term is not None and term != without:
                found.append(Mention(match.start(), match.end(), term))
        return found


def forms(term: Term) -> tuple[str, ...]:
    """All ways a term is written: its name without the bracket, and its listed forms."""
    return tuple(dict.fromkeys((_BRACKETED.sub("", term.name), *term.forms)))


def names_aside(guide: Guide) -> re.Pattern[str]:
    """Matches the words that do not count as hard to read: glossary words and the names of operations."""
    names = [form for term in guide.terms.values() for form in forms(term)]
    for operation in guide.operations.values():
        names += [operation.name, operation.short_name, *operation.also_called]
        names += [variant.name for variant in operation.variants]
    names += [_BRACKETED.sub("", name) for name in names]
    return _pattern(name for name in names if name)


def _folded(text: str) -> str:
    return text.casefold().replace("’", "'")


def _pattern(forms_: Iterable[str]) -> re.Pattern[str]:
    """Matches any of the forms as whole words. Abbreviations keep their capitals: NET is not net."""
    longest_first = sorted(set(forms_), key=len, reverse=True)
    either = "|".join(_one(form) for form in longest_first)
    return re.compile(rf"(?<![\w-])(?:{either or '(?!)'})(?![\w-])")


def _one(form: str) -> str:
    escaped = re.escape(form).replace("'", "['’]").replace("’", "['’]")
    return escaped if _is_abbreviation(form) else f"(?i:{escaped})"


def _is_abbreviation(form: str) -> bool:
    return len(form) > 1 and form.rstrip("s").isupper()
