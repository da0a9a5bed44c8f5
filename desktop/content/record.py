"""Reading the fields of one record: missing, unknown, empty and over-long ones are told with their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from desktop.content.model import Statement, Where
from desktop.content.nodes import Listing, Mapping, Text
from desktop.content.problems import Place, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.content.nodes import Node
    from desktop.content.problems import Report

MOST_TITLE = 120
"""Longest name, heading or list entry, in characters: it must fit two lines of the narrowest pane."""
MOST_STATEMENT = 600
"""Longest statement, in characters: three sentences of at most 25 words stay well below."""
MOST_WORD = 45
"""Longest single word, in characters; a longer one cannot be broken across lines of a narrow pane."""
MOST_ITEMS = 400
"""Longest list within a record, in entries."""
MOST_RECORDS = 20_000
"""Most records of one kind: a library a hundred times as large as the first one fits twice."""

_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*\Z")
T = TypeVar("T")

_NOTHING = ("", "~", "null")


class Link(NamedTuple):
    """A mention of another record, to be resolved once all records are known."""

    kind: str
    target: str
    place: Place


class Notebook:
    """What is noted while a file is read: problems, the place of every field, and links to resolve."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.places: dict[str, Place] = {}
        self.links: list[Link] = []
        self.known: dict[str, dict[str, Place]] = {}

    def define(self, kind: str, name: str, place: Place) -> None:
        """Note that a record exists; two with one id are an error. One without an id has been told of already."""
        if not name or name.endswith("/"):
            return
        first = self.known.setdefault(kind, {}).setdefault(name, place)
        if first is not place:
            self.report.error(place, f"the {kind} '{name}' is already defined in line {first.line}; use another id")

    def place(self, path: str) -> Place:
        """Where a field stands in the file; for a field that is missing, where its record stands."""
        while path not in self.places and "/" in path:
            path = path.rpartition("/")[0]
        return self.places.get(path, Place(1, 0))

    def exists(self, kind: str, name: str) -> bool:
        """Whether a record of this kind and id is in the file."""
        return name in self.known.get(kind, {})

    def resolve(self) -> None:
        """Report every link whose target does not exist."""
        for link in self.links:
            known = self.known.get(link.kind, {})
            if link.target not in known:
                hint = "" if self.report.is_full() else did_you_mean(link.target, known)
                self.report.error(link.place, f"there is no {link.kind} '{link.target}'{hint}")


class Record:
    """One mapping of the file. Read its fields, then call ``close`` to hear of unknown ones.

    Every reading method reports what is wrong and returns something usable, so that the rest of the
    file is still read and all its problems appear in one run.
    """

    def __init__(self, node: Node, book: Notebook, kind: str, path: str) -> None:
        self.kind = kind
        self.path = path
        self.place = node.place
        self._book = book
        self._fields: dict[str, Node] = {}
        self._key_places: dict[str, Place] = {}
        self._read: set[str] = set()
        if isinstance(node, Mapping):
            self._fields = node.fields
            self._key_places = node.key_places
        else:
            self._error(node.place, f"{_one(kind)} is written as keys and values, such as 'id: …'")

    def id(self) -> str:
        """The record's own id. It also becomes the end of the record's path."""
        text = self.text("id", most=60)
        place = self._fields["id"].place if "id" in self._fields else self.place
        if text and not _ID.match(text):
            self._error(place, f"the id '{text}' may hold only a-z, 0-9 and hyphens")
        scope = f"{self.kind} in {self.path}" if "/" in self.path else self.kind
        self._book.define(scope, text, place)
        self.path = f"{self.path}/{text}"
        self._book.places[self.path] = place
        return text

    def text(self, key: str, *, most: int = MOST_TITLE) -> str:
        """A text that must be there."""
        node = self._required(key)
        return self._plain(node, most, key) if node else ""

    def optional_text(self, key: str, *, most: int = MOST_TITLE) -> str:
        """A text that may be missing or empty."""
        node = self._field(key)
        if node is None or (isinstance(node, Text) and node.value in _NOTHING):
            return ""
        return self._plain(node, most, key)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts that may be missing or empty."""
        return tuple(self._plain(node, MOST_TITLE, key) for node in self._list(key))

    def groups(self, key: str) -> tuple[tuple[str, ...], ...]:
        """A list of lists of texts that may be missing or empty."""
        found = []
        for number, node in enumerate(self._list(key)):
            self._book.places[f"{self.path}/{key}/{number}"] = node.place
            if isinstance(node, Listing):
                found.append(tuple(self._plain(each, MOST_TITLE, key) for each in node.items))
            else:
                self._error(node.place, f"each entry of '{key}' must be a list, such as [belly, abdomen]")
        return tuple(found)

    def one_of(self, key: str, known: tuple[str, ...]) -> str:
        """One of a few words the program knows; the first of them where another is given."""
        value = self.text(key)
        if value in known:
            return value
        if value:
            self._error(self._fields[key].place, f"the {key} '{value}' is not known; write {' or '.join(known)}")
        return known[0]

    def choice(self, key: str, kind: str) -> str:
        """The id of one record of another kind."""
        value = self.text(key)
        if value:
            self._book.links.append(Link(kind, value, self._fields[key].place))
        return value

    def choices(self, key: str, kind: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of ids of another kind, once each."""
        found: dict[str, Place] = {}
        for node in self._list(key, required=required):
            value = self._plain(node, MOST_TITLE, key)
            if value in found:
                self._error(node.place, f"'{value}' is in '{key}' twice; keep one")
            elif value:
                found[value] = node.place
                self._book.links.append(Link(kind, value, node.place))
                self._book.places[f"{self.path}/{key}/{value}"] = node.place
        return tuple(found)

    def wheres(self, key: str, *, required: bool = False) -> tuple[Where, ...]:
        """A list of operations, or variants written ``operation/variant``."""
        found = []
        for value in self.choices(key, "operation or variant", required=required):
            operation, _, variant = value.partition("/")
            found.append(Where(operation, variant))
        return tuple(found)

    def sources(self) -> tuple[str, ...]:
        """The ids of the sources under ``from``; a statement without a source is an error."""
        node = self._field("from")
        if node is None or (isinstance(node, Listing) and not node.items):
            self._error(self.place, "no source: add 'from: [source-id]'; what no source states is not shown")
        return self.choices("from", "source")

    def statement(self, key: str, *, required: bool = True) -> Statement | None:
        """One statement; None if it may be missing and is."""
        node = self._required(key) if required else self._field(key)
        if node is None:
            return Statement("", ()) if required else None
        return _statement(node, self._book, f"{self.path}/{key}", ())

    def statements(self, key: str) -> tuple[Statement, ...]:
        """A list of statements that may be missing or empty."""
        read = []
        for number, node in enumerate(self._list(key)):
            read.append(_statement(node, self._book, f"{self.path}/{key}/{number}", ()))
        return tuple(read)

    def records(self, key: str, kind: str, read: Callable[[Record], T]) -> list[T]:
        """A list of records of their own, each read by ``read``."""
        found = []
        for node in self._list(key, most=MOST_RECORDS):
            record = Record(node, self._book, kind, f"{self.path}/{key}".lstrip("/"))
            found.append(read(record))
            record.close()
        return found

    def record(self, key: str, kind: str) -> Record:
        """One nested record; close it after reading."""
        node = self._required(key) or Mapping(self.place)
        return Record(node, self._book, kind, f"{self.path}/{key}".lstrip("/"))

    def has(self, key: str) -> bool:
        """Whether a field is there."""
        return key in self._fields

    def close(self) -> None:
        """Report keys nobody asked for."""
        for key, place in self._key_places.items():
            if key not in self._read:
                hint = "" if self._book.report.is_full() else did_you_mean(key, self._read)
                self._error(place, f"unknown key '{key}' in {_one(self.kind)}{hint or '; delete it'}")

    def place_of(self, key: str) -> Place:
        """Where a field stands, or the record itself if it is missing."""
        return self._key_places.get(key, self.place)

    def _error(self, place: Place, message: str) -> None:
        self._book.report.error(place, message)

    def _field(self, key: str) -> Node | None:
        self._read.add(key)
        if key in self._fields:
            self._book.places[f"{self.path}/{key}"] = self._fields[key].place
        return self._fields.get(key)

    def _required(self, key: str) -> Node | None:
        node = self._field(key)
        if node is None:
            self._error(self.place, f"this {self.kind} has no '{key}'; add it")
        return node

    def _list(self, key: str, *, required: bool = False, most: int = MOST_ITEMS) -> list[Node]:
        node = self._required(key) if required else self._field(key)
        if node is None:
            return []
        if isinstance(node, Listing):
            if len(node.items) > most:
                self._error(node.place, f"'{key}' has {len(node.items)} entries; at most {most}")
                return node.items[:most]
            return node.items
        if isinstance(node, Text) and node.value in _NOTHING:
            self._error(node.place, f"'{key}' is empty; fill it, write [] or delete the key")
        else:
            self._error(node.place, f"'{key}' must be a list, each entry after a hyphen")
        return []

    def _plain(self, node: Node, most: int, key: str) -> str:
        return plain_text(node, self._book.report, most, key)


def _one(kind: str) -> str:
    return f"an {kind}" if kind.startswith(("a", "e", "i", "o", "u")) else f"a {kind}"


def plain_text(node: Node, report: Report, most: int, key: str) -> str:
    """The text of a node, with its length and its words checked."""
    if not isinstance(node, Text):
        report.error(node.place, f"'{key}' must be a text, not a list or keys")
        return ""
    value = node.value
    if value in _NOTHING:
        report.error(node.place, f"'{key}' is empty; fill it or delete the key")
        return ""
    if value != value.strip() or "  " in value or "\n" in value:
        report.error(node.place, f"'{key}' has extra spaces or a blank line; remove them")
    if len(value) > most:
        report.error(node.place, f"'{key}' is too long ({len(value)} characters; at most {most})")
    longest = max(re.split(r"[\s/]", value), key=len, default="")
    if len(longest) > MOST_WORD and "http" not in value:
        report.error(
            node.place, f"the word '{longest[:20]}…' is too long ({len(longest)} letters; at most {MOST_WORD})"
        )
    return value


def _statement(node: Node, book: Notebook, path: str, inherited: tuple[str, ...]) -> Statement:
    """A statement: ``text`` and ``from``, with ``items`` or ``steps`` when the text leads a list.

    An entry of such a list may be plain text; it then rests on the sources of the text above it.
    """
    book.places[path] = node.place
    if isinstance(node, Text) and inherited:
        return Statement(plain_text(node, book.report, MOST_STATEMENT, "text"), inherited)
    record = Record(node, book, "statement", path)
    text = record.text("text", most=MOST_STATEMENT)
    sources = record.sources() if not inherited or record.has("from") else inherited
    only = record.wheres("only")
    numbered = record.has("steps")
    key = "steps" if numbered else "items"
    items = tuple(
        _statement(item, book, f"{path}/{key}/{number}", sources)
        for number, item in enumerate(record._list(key))  # noqa: SLF001 - the same module
    )
    if text.endswith(":") and not items:
        book.report.error(
            record.place, "the text ends with a colon, but no list follows; add 'items:' or end it with a full stop"
        )
    if items and not text.endswith(":"):
        book.report.error(record.place, "a list follows, so the text must end with a colon")
    record.close()
    return Statement(text, sources, only, items, numbered)
