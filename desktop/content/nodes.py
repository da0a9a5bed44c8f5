"""YAML as text: bytes -> a tree of nodes that remember their place.

Only what the guide needs is accepted: mappings, lists and text. Anchors, aliases, tags, merge keys,
a second document, duplicate keys, hidden or spoofing characters and nesting over ``MOST_DEPTH`` are
refused, because PyYAML's own loaders lose or change text silently (1:10 becomes 70, ``No`` becomes
False, the last of two equal keys wins) and crash on deep nesting. A scalar is always the text the
author typed; what it means is decided by ``schema.py``.

This is the only file that imports yaml.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

import yaml

from desktop.content.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.content.problems import Report

MOST_DEPTH = 32
"""Deepest nesting accepted. The guide itself needs 7."""
MOST_BYTES = 64 * 1024 * 1024
"""Largest file accepted: over 150 times the shipped guide."""
MOST_TEXT = 20_000
"""Longest single text accepted, in characters; longer ones stall text layout."""

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MERGE_KEY = "<<"

_SPOOFING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\uffff"
    "\U000110bd\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
"""Control, bidirectional, invisible and unassigned characters: text must be what it looks like."""


class _Mark(Protocol):
    """A position as the parser tells it, counted from 0."""

    line: int
    column: int


class Text:
    """A piece of text as the author typed it."""

    __slots__ = ("place", "value")

    def __init__(self, value: str, place: Place) -> None:
        self.value = value
        self.place = place


class Listing:
    """A YAML list."""

    __slots__ = ("items", "place")

    def __init__(self, place: Place) -> None:
        self.items: list[Node] = []
        self.place = place


class Mapping:
    """A YAML mapping. ``key_places`` tells where each key stands."""

    __slots__ = ("fields", "key_places", "place")

    def __init__(self, place: Place) -> None:
        self.fields: dict[str, Node] = {}
        self.key_places: dict[str, Place] = {}
        self.place = place


Node = Text | Listing | Mapping


def read(data: bytes, report: Report) -> Mapping | None:
    """Read one YAML document whose top is a mapping; None if nothing of it can be used.

    Everything that is wrong goes into ``report``; nothing else is ever raised.
    """
    text = _decode(data, report)
    if text is None:
        return None
    builder = _Builder(report)
    try:
        for event in _events(text):
            if not builder.take(event):
                return None
    except yaml.MarkedYAMLError as error:
        report.error(*_explain(error, text))
        return None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        report.error(Place(1, 0), f"this is not readable as YAML ({error}); check the file in a text editor")
        return None
    return builder.top()


def _events(text: str) -> Iterator[yaml.Event]:
    events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
    return events


def _decode(data: bytes, report: Report) -> str | None:
    """The file's text, or None when it is not plain UTF-8 text of a sensible size."""
    if len(data) > MOST_BYTES:
        size, most = -(-len(data) // 2**20), MOST_BYTES // 2**20
        report.error(Place(1, 0), f"the file is too large ({size} MB; at most {most} MB): split or shorten it")
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        report.error(Place(1, 1), "the file is saved as UTF-16; save it again as UTF-8")
        return None
    try:
        text = _with_one_kind_of_break(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = _with_one_kind_of_break(error.object[: error.start].decode("utf-8"))
        place = Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
        message = f"the byte 0x{error.object[error.start]:02x} is not UTF-8 text; save the file again as UTF-8"
        report.error(place, message)
        return None
    told = 0
    for place, code in _hidden(text):
        report.error(place, f"the hidden or control character {code} is not allowed; delete it")
        told += 1
        if report.is_full():
            report.count(len(_SPOOFING.findall(text)) - told)
            break
    return _SPOOFING.sub(" ", text) if told else text


def _with_one_kind_of_break(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _hidden(text: str) -> Iterator[tuple[Place, str]]:
    """Every character that may not be in a file, with its place. One pass, however many there are."""
    line, line_start, seen = 1, 0, 0
    for found in _SPOOFING.finditer(text):
        at = found.start()
        breaks = text.count("\n", seen, at)
        if breaks:
            line, line_start = line + breaks, text.rfind("\n", seen, at) + 1
        seen = at
        yield Place(line, at - line_start + 1), f"U+{ord(found.group()):04X}"


def _place(mark: _Mark | None) -> Place:
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 0)


_NOT_CLOSED = {
    ("while scanning a quoted scalar", "found unexpected end of stream"): "the quotation mark here is never closed",
    ("while parsing a flow sequence", "did not find expected ',' or ']'"): "the bracket [ here is never closed",
    ("while parsing a flow mapping", "did not find expected ',' or '}'"): "the bracket { here is never closed",
}


def _explain(error: yaml.MarkedYAMLError, text: str) -> tuple[Place, str]:
    """A parser's complaint in an author's words, and where to look."""
    opened = _NOT_CLOSED.get((str(error.context), str(error.problem)))
    if opened:
        return _place(error.context_mark), f"{opened}; close it in its own line"
    return _place(error.problem_mark or error.context_mark), _complaint(error, text)


def _complaint(error: yaml.MarkedYAMLError, text: str) -> str:
    problem = str(error.problem or error.context or "this is not YAML")
    mark = error.problem_mark or error.context_mark
    lines = text.splitlines()
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent or ("cannot start any token" in problem and "\t" in line):
        return "a tab is used to indent; use spaces"
    if "mapping values are not allowed" in problem:
        return "a colon followed by a space inside a text: put the whole text between quotation marks"
    if "could not find expected ':'" in problem:
        return "a key without a colon, or a text that is not indented under its key"
    if "did not find expected key" in problem or "expected <block end>" in problem:
        return "the indentation does not fit the lines above, or a quotation mark is not closed"
    return f"this is not readable as YAML ({problem})"


class _Builder:
    """Builds the tree from parser events, without recursion, so that no nesting can exhaust the stack."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._root: Node | None = None
        self._open: list[Mapping | Listing] = []
        self._keys: list[Text | None] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> bool:
        """Add one event; False when reading must stop here."""
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_dressing(event)
            self._add(self._text(event))
        elif isinstance(event, yaml.MappingStartEvent):
            self._refuse_dressing(event)
            return self._descend(Mapping(_place(event.start_mark)))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._refuse_dressing(event)
            return self._descend(Listing(_place(event.start_mark)))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()
        elif isinstance(event, yaml.AliasEvent):
            message = f"the reference *{event.anchor} is not allowed; write the text out"
            self._report.error(_place(event.start_mark), message)
            self._add(Text("", _place(event.start_mark)))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                message = "a second document starts here (---); one file holds one document"
                self._report.error(_place(event.start_mark), message)
                return False
        return True

    def top(self) -> Mapping | None:
        """The finished document, if it is a mapping."""
        if isinstance(self._root, Mapping):
            return self._root
        place = self._root.place if self._root else Place(1, 0)
        self._report.error(place, "the file must start with keys such as 'guide:'; it holds none")
        return None

    def _descend(self, node: Mapping | Listing) -> bool:
        if len(self._open) >= MOST_DEPTH:
            self._report.error(node.place, f"nested more than {MOST_DEPTH} levels deep; the guide needs 7")
            return False
        self._add(node)
        self._open.append(node)
        self._keys.append(None)
        return True

    def _add(self, node: Node) -> None:
        if not self._open:
            self._root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Listing):
            parent.items.append(node)
            return
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = self._key(node)
            return
        self._keys[-1] = None
        first = parent.key_places.get(key.value)
        if first:
            message = f"the key '{key.value}' is here twice (first in line {first.line}); keep one"
            self._report.error(key.place, message)
            return
        if key.value == _MERGE_KEY:
            self._report.error(key.place, "the merge key '<<' is not allowed; write the fields out")
            return
        parent.fields[key.value] = node
        parent.key_places[key.value] = key.place

    def _key(self, node: Node) -> Text:
        if isinstance(node, Text):
            return node
        self._report.error(node.place, "a key must be a plain word")
        return Text(f"(unreadable key in line {node.place.line})", node.place)

    def _text(self, event: yaml.ScalarEvent) -> Text:
        place, value = _place(event.start_mark), event.value
        if len(value) > MOST_TEXT:
            message = f"this text is too long ({len(value)} characters; at most {MOST_TEXT})"
            self._report.error(place, message)
            value = value[:80]
        if event.style == '"':
            hidden = _SPOOFING.search(value)
            if hidden:
                code = f"U+{ord(hidden.group()):04X}"
                message = f"the hidden or control character {code} is not allowed; delete it"
                self._report.error(place, message)
                value = _SPOOFING.sub("", value)
        return Text(value, place)

    def _refuse_dressing(self, event: yaml.NodeEvent) -> None:
        """Anchors and tags change what a text means; the guide has no use for them."""
        if event.anchor:
            self._report.error(_place(event.start_mark), f"the anchor &{event.anchor} is not allowed; delete it")
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            self._report.error(_place(event.start_mark), f"the tag {tag} is not allowed; delete it")
