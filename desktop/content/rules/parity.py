"""Two languages are one guide: the same records in the same order, with the same links, levels and numbers.

Acceptance rows F1 (structure) and F2 (numbers). Only words may differ: texts, names, other names, forms and
search words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.content.model import Statement

if TYPE_CHECKING:
    from desktop.content.model import Guide
    from desktop.content.record import Notebook

_FREE = frozenset({"also_called", "forms", "search_words", "synonyms"})
"""Lists whose length is each language's own."""
_WORDS = frozenset(
    {
        "name",
        "short_name",
        "plain_name",
        "figure_text",
        "text",
        "action",
        "definition",
        "heading",
        "lines",
        "card",
        "note",
        "title",
    }
)
_LANGUAGE_OF_FILE = frozenset({"edition", "words", "paper", "sources", "references", "review"})
_PHONE = re.compile(r"(?:1[ \u00a0-])?\d{3}[ \u00a0-]\d{3}-\d{4}")
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")


def check(guide: Guide, book: Notebook, other: Guide) -> None:
    """Note where ``guide`` differs from ``other`` in anything but words."""
    for field in guide._fields:
        if field in _LANGUAGE_OF_FILE:
            continue
        ours, theirs = getattr(guide, field), getattr(other, field)
        if isinstance(ours, dict):
            _records(field, ours, theirs, book)


def _records(field: str, ours: dict[str, object], theirs: dict[str, object], book: Notebook) -> None:
    for name in theirs:
        if name not in ours:
            book.report.error(
                book.place(f"/{field}"), f"'{name}' is missing under '{field}'; it is in the other language"
            )
    for name in ours:
        if name not in theirs:
            book.report.error(book.place(f"{field}/{name}"), f"'{name}' is not in the other language")
    shared = [name for name in ours if name in theirs]
    if shared != [name for name in theirs if name in ours]:
        book.report.error(
            book.place(f"/{field}"), f"the entries of '{field}' stand in another order than in the other language"
        )
    for name in shared:
        _compare(f"{field}/{name}", "", ours[name], theirs[name], book)


def _compare(path: str, key: str, ours: object, theirs: object, book: Notebook) -> None:
    """Compare two values field by field; texts only by their numbers."""
    if isinstance(ours, str) and isinstance(theirs, str):
        _texts(path, key, ours, theirs, book)
    elif hasattr(ours, "_fields") and hasattr(theirs, "_fields"):
        for inner in ours._fields:
            below = getattr(ours, inner)
            at = f"{path}/{'steps' if inner == 'items' and getattr(ours, 'numbered', False) else inner}"
            _compare(at, inner, below, getattr(theirs, inner), book)
    elif isinstance(ours, tuple) and isinstance(theirs, tuple):
        _lists(path, key, ours, theirs, book)
    elif (ours is None) != (theirs is None) or (not isinstance(ours, tuple) and ours != theirs):
        book.report.error(book.place(path), f"'{key}' is there in one language only, or differs")


def _lists(path: str, key: str, ours: tuple[object, ...], theirs: tuple[object, ...], book: Notebook) -> None:
    if key in _FREE:
        return
    if len(ours) != len(theirs):
        message = (
            f"'{key}' has {len(ours)} entries here and {len(theirs)} in the other language; they must say the same"
        )
        book.report.error(book.place(path), message)
        return
    for number, (mine, other) in enumerate(zip(ours, theirs, strict=True)):
        name = getattr(mine, "id", None) if not isinstance(mine, Statement) else None
        _compare(f"{path}/{name or number}", key if isinstance(mine, str) else "", mine, other, book)


def _texts(path: str, key: str, ours: str, theirs: str, book: Notebook) -> None:
    if key in _WORDS:
        if bool(ours) != bool(theirs):
            book.report.error(book.place(path), f"'{key}' is there in one language only")
        elif numbers(ours) != numbers(theirs):
            here, there = ", ".join(numbers(ours)) or "none", ", ".join(numbers(theirs)) or "none"
            book.report.error(book.place(path), f"the numbers differ: {here} here, {there} in the other language")
    elif ours != theirs:
        book.report.error(book.place(path), f"'{ours}' here, '{theirs}' in the other language")


def numbers(text: str) -> list[str]:
    """The numbers of a text in order of size, whatever the language writes between their digits."""
    found = [re.sub(r"\D", "", each) for each in _PHONE.findall(text)]
    for each in _NUMBER.findall(_PHONE.sub(" ", text)):
        grouped = re.fullmatch(r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+", each)
        found.append(re.sub(r"\D", "", each) if grouped else each.replace(",", "."))
    return sorted(found)
