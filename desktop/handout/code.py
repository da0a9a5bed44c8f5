"""A choice of topics as a short code that opens the same choice on another machine, with no network.

The code holds no words of the visitor: only which records were chosen and from which edition. It is written in
Crockford's base 32 (no I, L, O or U, so that it can be read out loud and typed), in groups of four.

    version (1 letter) · flags (1) · edition (2) · records (3 each) · check (2)

Version 2 has records of 6 letters, for a library too large for 3 (desktop/content/short_ids.py). The records are
topics, then, after an empty one, side effects, then questions. The two letters at the end are a checksum of 10 bits:
it finds every single wrong letter and every two neighbours that changed places.
"""

from __future__ import annotations

from hashlib import blake2s
from typing import TYPE_CHECKING, NamedTuple

from desktop.content import short_ids
from desktop.session.visit import Choices

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.content.model import Edition, Guide

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = {"O": "0", "I": "1", "L": "1"}
_RECORDS = {1: short_ids.SHORT, 2: short_ids.LONG}
"""How many letters a record has in each version of the code."""
_GROUP = 4
_HEAD, _CHECK = 4, 2
_LETTER_BITS = 5
_CHECK_BITS, _POLYNOMIAL = 10, 0x233
_CHOSEN_EFFECTS, _NO_WORDS, _NO_QUESTIONS = 1, 2, 4
_MOST_LETTERS = 2000


class Trouble:
    """Why a code could not be used, or not wholly."""

    EMPTY = "empty"
    MISTYPED = "mistyped"
    NEWER = "newer"
    OTHER_EDITION = "other edition"
    GONE = "gone"


class Read(NamedTuple):
    """What a code says: the choices, None if it cannot be read; what is wrong; how many records are not here."""

    choices: Choices | None
    trouble: str = ""
    gone: int = 0


def write(choices: Choices, guide: Guide) -> str:
    """The code of these choices from a guide. Questions in the visitor's own words are not part of it."""
    flags = 0 if choices.all_effects else _CHOSEN_EFFECTS
    flags |= 0 if choices.with_words else _NO_WORDS
    flags |= 0 if choices.with_questions else _NO_QUESTIONS
    sections = [choices.topics, () if choices.all_effects else choices.effects, choices.questions]
    while len(sections) > 1 and not sections[-1]:
        sections.pop()
    version, length = next(each for each in _RECORDS.items() if each[1] == short_ids.letters(short_ids.of_guide(guide)))
    numbers: list[int] = []
    for section in sections:
        numbers += [short_ids.number(name, length) for name in section] + [0]
    letters: list[int] = [version, flags, *_split(_mark(guide.edition), 2)]
    for number in numbers[:-1]:
        letters += _split(number, length)
    letters += _split(_checksum(letters), _CHECK)
    text = "".join(_LETTERS[each] for each in letters)
    return "-".join(text[place : place + _GROUP] for place in range(0, len(text), _GROUP))


def read(text: str, guide: Guide) -> Read:
    """What a typed or scanned code says in this guide. Spaces, hyphens and small letters do not matter."""
    plain = "".join(_READ_AS.get(each, each) for each in text.upper() if not each.isspace() and each != "-")
    if not plain:
        return Read(None, Trouble.EMPTY)
    if len(plain) > _MOST_LETTERS or any(each not in _LETTERS for each in plain):
        return Read(None, Trouble.MISTYPED)
    letters = [_LETTERS.index(each) for each in plain]
    body, check = letters[:-_CHECK], letters[-_CHECK:]
    if len(body) < _HEAD or _split(_checksum(body), _CHECK) != check:
        return Read(None, Trouble.MISTYPED)
    if body[0] not in _RECORDS:
        return Read(None, Trouble.NEWER)
    if (len(body) - _HEAD) % _RECORDS[body[0]]:
        return Read(None, Trouble.MISTYPED)
    return _chosen(body, guide)


def _chosen(body: Sequence[int], guide: Guide) -> Read:
    length = _RECORDS[body[0]]
    numbers = [_joined(body[place : place + length]) for place in range(_HEAD, len(body), length)]
    known = {short_ids.number(name, length): name for name in short_ids.of_guide(guide)}
    sections: list[list[str]] = [[]]
    gone = 0
    for number in numbers:
        if number == 0:
            sections.append([])
        elif number in known:
            sections[-1].append(known[number])
        else:
            gone += 1
    empty: list[str] = []
    topics, effects, questions, *_ = *sections, empty, empty
    flags = body[1]
    choices = Choices(
        topics=tuple(topics),
        whole_list=True,
        all_effects=not flags & _CHOSEN_EFFECTS,
        effects=tuple(each for each in effects if each in guide.effects),
        questions=tuple(each for each in questions if each in guide.questions),
        with_words=not flags & _NO_WORDS,
        with_questions=not flags & _NO_QUESTIONS,
    )
    if not topics:
        return Read(None, Trouble.GONE, gone)
    other = _joined(body[2:4]) != _mark(guide.edition)
    return Read(choices, Trouble.GONE if gone else Trouble.OTHER_EDITION if other else "", gone)


def _mark(edition: Edition) -> int:
    """10 bits that tell one edition from another; the same in every language."""
    told = f"{edition.id} {edition.edition} {edition.date}".encode()
    return int.from_bytes(blake2s(told, digest_size=2).digest()) % 1024


def _checksum(letters: Iterable[int]) -> int:
    """A cyclic checksum of 10 bits over letters of 5 bits (polynomial x^10 + x^9 + x^5 + x^4 + x + 1)."""
    value = (1 << _CHECK_BITS) - 1
    for letter in letters:
        value ^= letter << (_CHECK_BITS - _LETTER_BITS)
        for _ in range(_LETTER_BITS):
            value = value << 1 ^ (_POLYNOMIAL if value >> (_CHECK_BITS - 1) & 1 else 0)
            value &= (1 << _CHECK_BITS) - 1
    return value


def _split(number: int, letters: int) -> list[int]:
    return [number >> _LETTER_BITS * place & 31 for place in reversed(range(letters))]


def _joined(letters: Iterable[int]) -> int:
    value = 0
    for each in letters:
        value = value << _LETTER_BITS | each
    return value
