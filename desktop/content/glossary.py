"""Finds the glossary's words in a text: whole words, in any of their forms, longest first."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from desktop.content import inflections

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from desktop.content.model import Guide, Term

_WORD = re.compile(r"[\w-]+")
_BRACKETED = re.compile(r"\s?\([^()]*\)")


class Mention(NamedTuple):
    """A glossary word in a text: its first and past-the-last character, and the term."""

    start: int
    end: int
    term: str


class _Form(NamedTuple):
    """One way a term is written: its words, what stands between them, and whether its capitals count."""

    words: tuple[str, ...]
    between: tuple[str, ...]
    term: str
    cased: bool


class Glossary:
    """The words that can be explained, in every form and in the plural and feminine that ``language`` makes of it."""

    def __init__(self, terms: Collection[Term], language: str = "") -> None:
        self._inflected = inflections.of(language)
        self._roots: dict[str, str] = {}
        self._forms: dict[tuple[tuple[str, ...], tuple[str, ...]], _Form] = {}
        self._lengths: dict[str, set[int]] = {}
        for form in [form for term in terms for written in forms(term) for form in self._taken_apart(term, written)]:
            self._forms.setdefault(form[:2], form)
            self._lengths.setdefault(form.words[0], set()).add(len(form.words))

    def mentions(self, text: str, *, without: Collection[str] = ()) -> list[Mention]:
        """Every glossary word of a text, in order, the longest first. ``without`` are terms that are not wanted."""
        found: list[Mention] = []
        words = list(_WORD.finditer(text))
        done = 0
        for number, word in enumerate(words):
            if number < done:
                continue
            form = self._begun_at(text, words, number)
            if form is not None:
                done = number + len(form.words)
                if form.term not in without:
                    found.append(Mention(word.start(), words[done - 1].end(), form.term))
        return found

    def _begun_at(self, text: str, words: list[re.Match[str]], number: int) -> _Form | None:
        """The longest form that begins with a word of the text: however many forms there are, a few are looked up."""
        here = words[number].group()
        root = self._roots.get(_folded(here), "")
        for length in sorted({*self._lengths.get(here, ()), *self._lengths.get(root, ())}, reverse=True):
            part = words[number : number + length]
            if len(part) < length:
                continue
            between = tuple(_folded(text[one.end() : other.start()]) for one, other in pairwise(part))
            form = self._forms.get((tuple(word.group() for word in part), between))
            if form is not None and form.cased:
                return form
            form = self._forms.get((tuple(self._roots.get(_folded(word.group()), "") for word in part), between))
            if form is not None and not form.cased:
                return form
        return None

    def _taken_apart(self, term: Term, written: str) -> Iterator[_Form]:
        """A form as it is looked for, and the plural of an abbreviation; nothing if there is no word in it."""
        words = list(_WORD.finditer(written))
        if not words:
            return
        cased = _is_abbreviation(written)
        between = tuple(_folded(written[one.end() : other.start()]) for one, other in pairwise(words))
        told = tuple(word.group() if cased else self._root(_folded(word.group())) for word in words)
        yield _Form(told, between, term.id, cased)
        if cased and not written.endswith("s"):
            yield _Form((*told[:-1], f"{told[-1]}s"), between, term.id, cased)

    def _root(self, word: str) -> str:
        """What stands for a word and for everything it is inflected to."""
        root = self._roots.setdefault(word, word)
        for other in self._inflected(word):
            self._roots.setdefault(other, root)
        return root


def forms(term: Term) -> tuple[str, ...]:
    """All ways a term is written: its name without the bracket, and its listed forms."""
    return tuple(dict.fromkeys((_BRACKETED.sub("", term.name), *term.forms)))


class NamesAside:
    """The words that do not count as hard to read: glossary words and the names of operations."""

    def __init__(self, guide: Guide) -> None:
        names = [form for term in guide.terms.values() for form in forms(term)]
        for operation in guide.operations.values():
            names += [operation.name, operation.short_name, *operation.also_called]
            names += [variant.name for variant in operation.variants]
        names += [_BRACKETED.sub("", name) for name in names]
        self._names: dict[str, list[str]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}
        for name in dict.fromkeys(names):
            first = _WORD.match(name)
            if first:
                self._names.setdefault(_folded(first.group()), []).append(name)

    def found(self, text: str) -> list[str]:
        """Those in a text, in order, the longest first."""
        return [text[start:end] for start, end in self._places(text)]

    def replaced(self, text: str) -> str:
        """The text with one short word for each of them."""
        parts, done = [], 0
        for start, end in self._places(text):
            parts += [text[done:start], "it"]
            done = end
        return "".join(parts) + text[done:]

    def _places(self, text: str) -> Iterator[tuple[int, int]]:
        done = 0
        for word in _WORD.finditer(text):
            if word.start() < done:
                continue
            pattern = self._begun_with(_folded(word.group()))
            whole = pattern.match(text, word.start()) if pattern else None
            if whole:
                done = whole.end()
                yield whole.span()

    def _begun_with(self, first: str) -> re.Pattern[str] | None:
        """Matches the names that begin with a word; made when a text has the word, so that many names cost little."""
        if first in self._names and first not in self._patterns:
            self._patterns[first] = _pattern(self._names[first])
        return self._patterns.get(first)


def _folded(text: str) -> str:
    return text.casefold().replace("’", "'").replace("œ", "oe").replace("\u00a0", " ")


def _pattern(forms_: Iterable[str]) -> re.Pattern[str]:
    """Matches any of the forms up to the end of a word. Abbreviations keep their capitals: NET is not net."""
    either = "|".join(_one(form) for form in sorted(forms_, key=len, reverse=True))
    return re.compile(rf"(?:{either})(?![\w-])")


def _one(form: str) -> str:
    escaped = re.escape(form).replace("'", "['’]").replace("’", "['’]")
    return escaped if _is_abbreviation(form) else f"(?i:{escaped})"


def _is_abbreviation(form: str) -> bool:
    return len(form) > 1 and form.rstrip("s").isupper()
