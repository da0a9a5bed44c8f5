"""The plural and the feminine of a word, by the general rules of its language.

Only endings whose other form is hardly ever another word: French "port" is not given its feminine, because "porte"
is a door. What follows no rule is written in the guide as a form of the term.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SHORT = 5
"""Shorter words keep their gender: "sel" (salt) has nothing to do with "selle" (stool)."""
_FEMININES = (("el", "elle"), ("if", "ive"), ("eux", "euse"), ("ien", "ienne"), ("al", "ale"))


def of(language: str) -> Callable[[str], Iterator[str]]:
    """What gives the other forms of a word in small letters; none for a language without rules here."""
    return {"en": english, "fr": french}.get(language, _none)


def english(word: str) -> Iterator[str]:
    """The plural of an English word, and the singular of one that may be a plural."""
    if word.endswith("is"):
        yield f"{word[:-2]}es"
    elif word.endswith(("s", "x", "z", "ch", "sh")):
        yield f"{word}es"
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        yield f"{word[:-1]}ies"
    else:
        yield f"{word}s"
    yield from _singular(word)
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    elif word.endswith("ses"):
        yield f"{word[:-2]}is"


def french(word: str) -> Iterator[str]:
    """The plural and the feminine of a French word, and the singular of one that may be a plural."""
    if word.endswith("al"):
        yield f"{word[:-2]}aux"
    elif word.endswith(("au", "eu")):
        yield f"{word}x"
    if not word.endswith(("s", "x", "z")):
        yield f"{word}s"
    for feminine in _feminines(word):
        yield feminine
        yield f"{feminine}s"
    yield from _singular(word)


def _feminines(word: str) -> Iterator[str]:
    if word.endswith("é"):
        yield f"{word}e"
    if len(word) >= _SHORT:
        for masculine, feminine in _FEMININES:
            if word.endswith(masculine):
                yield f"{word[: -len(masculine)]}{feminine}"


def _singular(word: str) -> Iterator[str]:
    if len(word) >= _SHORT and word.endswith("s") and not word.endswith(("ss", "us", "is", "ès", "as")):
        yield word[:-1]


def _none(_word: str) -> Iterator[str]:
    yield from ()
