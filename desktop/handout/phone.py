"""What fits on a phone: the warning signs of a topic as plain text in a QR code, nothing to look up.

How large a code may be, for a phone half a metre from a laptop screen of 1366 x 768 (0.25 mm a pixel, 15.6 inch):
a phone's camera sees about 640 mm across at that distance, and its preview has 1080 to 1920 pixels for it, so 1 mm
is 2 to 3 pixels. A reader needs at least two pixels for a module. Four screen pixels are 1.0 mm; a code of version
20 has 97 modules and 8 of margin, which at four pixels is 420 pixels and leaves room for the text beside it. So the
text is shortened until it fits version 20, rather than the modules made smaller. Level M, because a quarter of a
screen may mirror a lamp and 15 % of the code can then be lost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import segno

from desktop.handout.compose import effects_of
from desktop.pages import compose, panel, topics
from desktop.pages.sheet import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.content.model import Guide
    from desktop.pages.sheet import Block

MOST_VERSION = 20
ERROR_LEVEL = "m"
QUIET_MODULES = 4
"""The free margin a QR code needs on each side, in modules (ISO/IEC 18004)."""
_BYTES_OF = {20: 666}
"""What a code of this version and level M holds, in bytes (ISO/IEC 18004, table 7)."""


class Code(NamedTuple):
    """A QR code: its rows of dark and light modules without the margin, and the text it holds."""

    modules: tuple[tuple[bool, ...], ...]
    text: str
    version: int


def code(text: str) -> Code:
    """The QR code of a text."""
    made = segno.make_qr(text, error=ERROR_LEVEL, encoding="utf-8", mode="byte")
    modules = tuple(tuple(bool(module) for module in row) for row in made.matrix)
    return Code(modules, text, int(made.version))


def text(guide: Guide, topic: str) -> str:
    """The topic's name, the beginning of its summary, and its warning signs, worst level first.

    Shortened by whole sentences and signs until it fits, and says so.
    """
    head, signs = [topics.name(guide, topic)], list(_signs(guide, topic))
    summary = _summary(guide, topic)
    more = guide.paper["more_in_handout"]
    last = [guide.words["disclaimer"]]
    whole = _joined([*head, *summary, *signs, *last])
    if _fits(whole):
        return whole
    told = _as_many_as_fit([*head, *summary[:1]], signs, [more, *last])
    if signs and len(told) == len(head) + len(summary[:1]):
        told = _as_many_as_fit(head, signs, [more, *last])
    return _joined([*told, more, *last])


def questions(guide: Guide, asked: Iterable[str]) -> str:
    """Questions to ask, as many as fit."""
    signs = [f"- {guide.questions[each].text}" for each in asked]
    return _joined(_as_many_as_fit([f"{guide.words['questions']}:"], signs, []))


def publisher(guide: Guide) -> str:
    """The address of the publication the guide is based on: its first source with one."""
    return next(source.url for source in guide.sources.values() if source.url)


def _as_many_as_fit(before: list[str], signs: list[str], after: list[str]) -> list[str]:
    """The lines before and as many signs as fit between them and those after; no level without a sign."""
    kept: list[str] = []
    for line in signs:
        if not _fits(_joined([*before, *kept, line, *after])):
            break
        kept.append(line)
    while kept and kept[-1].endswith(":"):
        kept.pop()
    return [*before, *kept]


def _fits(whole: str) -> bool:
    return len(whole.encode()) <= _BYTES_OF[MOST_VERSION]


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def _summary(guide: Guide, topic: str) -> list[str]:
    lead = compose.sheet(guide, topic, nurse=False).lead
    return re.split(r"(?<=[.!?])\s+", lead.text) if lead else []


def _signs(guide: Guide, topic: str) -> Iterator[str]:
    """Each level's sentence, then its signs with what must be read with them."""
    if not effects_of(guide, (topic,)):
        return
    for section in panel.panel(guide, topic).help:
        for block in section.blocks():
            if block.kind is Kind.PARAGRAPH:
                yield block.text if block.text.endswith(":") else f"{block.text}:"
            elif block.kind is Kind.BULLET:
                yield f"- {_sign(block)}"


def _sign(block: Block) -> str:
    return " ".join((block.text, *(f"({each.text.rstrip('.')})" for each in block.inside)))
