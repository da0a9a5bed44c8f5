"""What is said of a sheet or a panel, in the order of the screen: every text that is seen, word for word.

Each utterance knows the place on the screen it belongs to, so that it can be marked while it is heard. The
transcript holds the text as it is shown; ``aloud.py`` turns it into what a voice can pronounce.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.pages.sheet import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from desktop.pages.sheet import Block, Comparison, EffectRow, Panel, Sheet

_ENDS = (".", "!", "?", ":", ";", "…", ")", "»", "”")


class Part:
    """The parts of the screen a text can stand in. Plain text, because an enum costs start-up time."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    LEAD = "lead"
    FIGURE = "figure"
    GLANCE = "glance"
    NOTICE = "notice"
    HEAD = "head"
    ROW = "row"
    SHARED = "shared"
    BODY = "body"
    HELP_TITLE = "help-title"
    LEVEL = "level"
    GROUP = "group"
    EFFECT = "effect"


class Place(NamedTuple):
    """A place on the screen: a part, and the way to a text in it.

    The numbers count from 0: the row of a card; a block; within a card or an open fold, the block inside it, after
    its heading, which is 0 in a card and the fold itself.
    """

    part: str
    way: tuple[int, ...] = ()


class Utterance(NamedTuple):
    """What is said in one breath, and the place it is read from."""

    place: Place
    text: str


def of_sheet(sheet: Sheet, open_folds: Collection[int] = ()) -> tuple[Utterance, ...]:
    """Everything that is seen of a topic, and what its drawings show. ``open_folds`` are numbers of folds."""
    return tuple(_of_sheet(sheet, open_folds))


def of_help(panel: Panel, counts: Sequence[str] = ()) -> tuple[Utterance, ...]:
    """The warning signs of a topic, all four levels. ``counts`` are the words for how many signs each level has."""
    said = [Utterance(Place(Part.HELP_TITLE), sentences(panel.help_title, panel.help_note))]
    for number, section in enumerate(panel.help):
        count = counts[number] if counts else ""
        said.append(Utterance(Place(Part.LEVEL, (number,)), sentences(section.name, count)))
        said += _of_blocks(section.blocks(), Part.LEVEL, (number,), open_folds=())
    return tuple(said)


def of_effect(row: EffectRow, number: int, blocks: Iterable[Block]) -> tuple[Utterance, ...]:
    """One side effect, opened. ``number`` is its place in the list of the panel."""
    return (_of_row(row, number), *_of_blocks(blocks, Part.EFFECT, (number,), open_folds=()))


def of_panel(
    panel: Panel, counts: Sequence[str], opened: Mapping[str, Iterable[Block]], time: str = ""
) -> tuple[Utterance, ...]:
    """The whole panel. ``opened`` are the effects that are open, with what they say; ``time`` that of the filter."""
    said = [Utterance(Place(Part.TITLE), panel.title), Utterance(Place(Part.SUBTITLE), panel.subtitle)]
    if panel.help:
        said += of_help(panel, counts)
    number = 0
    for place, group in enumerate(panel.groups):
        rows = [(number + step, row) for step, row in enumerate(group.rows) if not time or time in row.times]
        number += len(group.rows)
        if rows:
            said.append(Utterance(Place(Part.GROUP, (place,)), group.heading))
        for at, row in rows:
            said += of_effect(row, at, opened.get(row.effect, ()))
    return tuple(said)


def sentences(*parts: str) -> str:
    """The parts in one text, each ended, so that a voice rests between them."""
    told = [part for part in parts if part]
    ended = [part if part.endswith(_ENDS) else f"{part}." for part in told[:-1]]
    return " ".join([*ended, *told[-1:]])


def _of_sheet(sheet: Sheet, open_folds: Collection[int]) -> Iterator[Utterance]:
    yield Utterance(Place(Part.TITLE), sheet.title)
    if sheet.subtitle:
        yield Utterance(Place(Part.SUBTITLE), sheet.subtitle)
    if sheet.lead is not None:
        yield Utterance(Place(Part.LEAD), sheet.lead.text)
    if sheet.glance is not None:
        yield Utterance(Place(Part.FIGURE), sheet.glance.figure_text)
        for number, row in enumerate(sheet.glance.rows):
            yield Utterance(Place(Part.GLANCE, (number,)), _after(row.label, row.text))
        if sheet.glance.note:
            yield Utterance(Place(Part.GLANCE, (len(sheet.glance.rows),)), sheet.glance.note)
    if sheet.notice is not None:
        yield Utterance(Place(Part.NOTICE), sentences(sheet.notice.title, sheet.notice.text))
    if sheet.comparison is not None:
        yield from _of_comparison(sheet.comparison)
    yield from _of_blocks(sheet.blocks, Part.BODY, (), open_folds=open_folds)


def _of_comparison(comparison: Comparison) -> Iterator[Utterance]:
    for number, operation in enumerate(comparison.operations):
        yield Utterance(Place(Part.HEAD, (number,)), sentences(operation.name, operation.figure_text))
    names = [operation.name for operation in comparison.operations]
    for number, row in enumerate(comparison.rows):
        yield Utterance(Place(Part.ROW, (number,)), row.label)
        for side, (name, blocks) in enumerate(zip(names, row.sides, strict=True)):
            said = sentences(*(_text(block) for block in blocks))
            yield Utterance(Place(Part.ROW, (number, side)), _after(name, said))
    yield Utterance(Place(Part.SHARED), comparison.shared_label)
    for block in comparison.shared:
        yield Utterance(Place(Part.SHARED, (0,)), _text(block))


def _of_blocks(
    blocks: Iterable[Block], part: str, way: tuple[int, ...], *, open_folds: Collection[int]
) -> Iterator[Utterance]:
    fold = -1
    for number, block in enumerate(blocks):
        here = (*way, number)
        if block.kind in (Kind.NURSE, Kind.HELP):
            yield Utterance(Place(part, (*here, 0)), block.text)
            for inner, told in enumerate(block.in_card(), start=1):
                yield Utterance(Place(part, (*here, inner)), _text(told))
        elif block.kind == Kind.FOLD:
            fold += 1
            yield Utterance(Place(part, here), block.text)
            if fold in open_folds:
                yield from _of_blocks(block.inside, part, here, open_folds=())
        else:
            yield Utterance(Place(part, here), _text(block))


def _of_row(row: EffectRow, number: int) -> Utterance:
    return Utterance(Place(Part.EFFECT, (number,)), sentences(row.name, row.when, row.tag))


def _text(block: Block) -> str:
    """A block with what belongs to it: a warning sign is never heard without what to do about it."""
    text = block.text
    if block.lead_in:
        text = _after(block.lead_in, block.text) if block.kind == Kind.WORD else f"{block.lead_in} {block.text}"
    if block.kind == Kind.STEP:
        text = f"{block.number}. {text}"
    return sentences(text, *(_text(told) for told in block.inside))


def _after(name: str, text: str) -> str:
    """A text after the name of what it tells about."""
    return f"{name}: {text}" if not name.endswith(_ENDS) else f"{name} {text}"
