"""Sets a document on pages: what stands where, and how large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt

from desktop.pages.sheet import Block, Kind
from desktop.paper import marks, wallet
from desktop.paper.flow import Frame, PageBreak, Placed, Strip, height_of, paginate, strips_of
from desktop.paper.look import Look, Type, pt
from desktop.paper.marks import Box, Dot, Rule, Text
from desktop.paper.pages import Pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.handout.document import Chapter, Document, EffectCard, Help, HelpBox, Questions
    from desktop.pages.sheet import GlanceCard, Notice
    from desktop.paper.flow import Item

BULLET = "•"
_LEVEL_ICONS = {"call_911": "call-911", "emergency": "emergency", "today": "today", "next_visit": "next-visit"}
_LEVEL_LINES = {"call_911": 4.5, "emergency": 3.0, "today": 2.0, "next_visit": 1.0}
"""Thickness of the frame of each level in points: the worse, the thicker, so that it shows without colour."""
_INSET, _PADDING = pt(12), pt(8)
"""The space between a frame and what stands in it, to the side and above."""
_FILLED = ("call_911", "emergency")
"""The levels whose name stands white on a filled bar."""


def typeset(document: Document, paper: str, print_size: str) -> Pages:
    """The pages of a document. ``paper`` is one of look.PAPERS, ``print_size`` "normal" or "large"."""
    look = Look(paper, print_size)
    setter = _Setter(document, look)
    return Pages(document, look, paginate(tuple(setter.items()), look.room), mirrored=setter.mirrored)


class _Setter:
    """Turns the parts of a document into strips and frames."""

    def __init__(self, document: Document, look: Look) -> None:
        self._document = document
        self._look = look
        self.mirrored = QLocale(document.language).textDirection() == Qt.LayoutDirection.RightToLeft

    def items(self) -> Iterator[Item]:
        document = self._document
        yield from self._clinic()
        for number, chapter in enumerate(document.chapters):
            if number:
                yield PageBreak()
            yield from self._chapter(chapter)
        yield from self._effects()
        if document.questions:
            yield from self._questions(document.questions)
        if document.words:
            yield from self._heading(document.words_title)
            for block in document.words:
                yield from self._labelled(block.lead_in, (Block(Kind.PARAGRAPH, block.text),), above=pt(7))
        if document.card:
            yield from wallet.items(document.card, self._look, apart=bool(document.chapters))
        yield from self._sources()

    # Parts

    def _clinic(self) -> Iterator[Item]:
        """The clinic's name and telephone; where they are not known, lines to write them on."""
        document, width = self._document, self._look.width
        half = width * 0.56
        placed: list[Placed] = []
        height = 0.0
        for label, value, x, room in (
            (document.clinic_label, document.clinic.name, 0.0, half - pt(16)),
            (document.phone_label, document.clinic.phone, half, width - half),
        ):
            name = self._text(label, Type.SMALL, room, ink="ink-soft")
            placed.append(Placed(x, 0, name.lines(0, name.count)))
            below = name.height() + pt(2)
            if value:
                told = self._text(value, Type.SUBHEADING, room)
                placed.append(Placed(x, below, told.lines(0, told.count)))
                height = max(height, below + told.height())
            else:
                placed.append(Placed(x, below + pt(16), Rule(room, 8, "ink")))
                height = max(height, below + pt(17))
        yield Strip(height, tuple(placed))
        yield Strip(pt(2), (Placed(0, 0, Rule(width, pt(1.5), "brand")),), above=pt(8))

    def _chapter(self, chapter: Chapter) -> Iterator[Item]:
        yield from self._plain(chapter.title, Type.TITLE, above=pt(16), keep=True)
        if chapter.subtitle:
            yield from self._plain(chapter.subtitle, Type.SMALL, above=pt(2), ink="ink-soft", keep=True)
        if chapter.lead:
            yield from self._plain(chapter.lead.text, Type.LEAD, above=pt(8))
        if chapter.glance and self._look.large:
            yield from self._large_glance(chapter.glance)
        elif chapter.glance:
            yield self._glance(chapter.glance)
        if chapter.notice:
            yield self._notice(chapter.notice)
        if chapter.help:
            yield from self._help(chapter.help)
        yield from self._sections(chapter.blocks)
        yield from self._sections(chapter.effects)

    def _glance(self, card: GlanceCard) -> Frame:
        """The drawing and the lines beside it."""
        look = self._look
        inner = look.width - 2 * _INSET
        wide = pt(150 if look.large else 132)
        drawing, high = marks.figure(card.figure, wide)
        x = wide + pt(16)
        rows: list[Strip] = []
        for row in card.rows:
            label = self._text(row.label, Type.LABEL, inner - x)
            rows.append(_strip(label, x, above=pt(6)))
            rows += strips_of(self._text(row.text, Type.BODY, inner - x), x, 0)
        rows[0] = rows[0]._replace(marks=(Placed(0, pt(2), drawing), *rows[0].marks))
        caption = self._text(card.figure_text, Type.SMALL, inner, ink="ink-soft")
        gap = max(0.0, high + pt(2) - height_of(rows))
        rows += strips_of(caption, 0, gap + pt(8))
        return self._framed(tuple(rows), line=pt(0.75), edge="rule", above=pt(14))

    def _large_glance(self, card: GlanceCard) -> Iterator[Item]:
        """The same in large print: too high for a card that stays whole."""
        wide = pt(150)
        drawing, high = marks.figure(card.figure, wide)
        x = wide + pt(16)
        caption = self._text(card.figure_text, Type.SMALL, self._look.width - x)
        placed = (Placed(0, 0, drawing), Placed(x, 0, caption.lines(0, caption.count)))
        yield Strip(max(high, caption.height()), placed, above=pt(14))
        for row in card.rows:
            yield from self._plain(row.label, Type.LABEL, above=pt(8), keep=True)
            yield from self._plain(row.text, Type.BODY, above=0)

    def _notice(self, notice: Notice) -> Frame:
        title = f"{notice.title}."
        text = self._text(f"{title} {notice.text}", Type.BODY, self._look.width - 2 * _INSET, bold=len(title))
        return self._framed(tuple(strips_of(text, 0, 0)), line=pt(1.5), edge="ink", above=pt(12))

    def _help(self, help_: Help) -> Iterator[Item]:
        yield from self._heading(help_.title)
        yield from self._plain(help_.note, Type.BODY, above=pt(2), keep=True)
        for box in help_.boxes:
            yield self._help_box(box)

    def _help_box(self, box: HelpBox) -> Frame:
        look = self._look
        line = pt(_LEVEL_LINES[box.level])
        inner = look.width - 2 * (line + _INSET)
        sentence, *rest = box.blocks
        strips = [*strips_of(self._text(sentence.text, Type.SUBHEADING, inner), 0, pt(8), keep=True)]
        strips += self._signs(tuple(rest), inner)
        filled = box.level in _FILLED

        def head(continued: bool) -> tuple[Strip, ...]:
            name = f"{box.name} ({self._document.continued})" if continued else box.name
            return (self._bar(name, box.level, inner, filled=filled),)

        def drawn(height: float) -> tuple[Placed, ...]:
            return (Placed(0, 0, Box(look.width, height, line=line, edge=box.level if filled else "ink")),)

        return Frame(look.width, tuple(strips), head, drawn, line + _INSET, line + _PADDING, above=pt(10))

    def _bar(self, name: str, level: str, width: float, *, filled: bool) -> Strip:
        """The name of a level with its icon: white on a filled bar for the worst two, black on white for the others."""
        face = self._look.face(Type.HEADING)
        size = face.leading * 0.95
        text = self._text(name, Type.HEADING, width - size - pt(10), ink="surface" if filled else "ink")
        height = max(size, text.height())
        placed: list[Placed] = []
        if filled:
            placed.append(Placed(-_INSET, -_PADDING, Box(width + 2 * _INSET, height + 2 * _PADDING, ground=level)))
            placed.append(Placed(-pt(2), -pt(2), Box(size + pt(4), size + pt(4), ground="surface", radius=pt(4))))
        placed.append(Placed(0, 0, marks.icon(_LEVEL_ICONS[level], level if filled else "ink", size)))
        placed.append(Placed(size + pt(10), (height - text.height()) / 2, text.lines(0, text.count)))
        return Strip(height + (_PADDING if filled else 0), tuple(placed), keep=True)

    def _signs(self, blocks: Sequence[Block], width: float) -> Iterator[Strip]:
        """The note of a level, then its signs under their headings."""
        ordered = sorted(blocks, key=lambda block: block.kind is not Kind.QUIET)
        for block in ordered:
            if block.kind is Kind.QUIET:
                yield from strips_of(self._text(block.text, Type.BODY, width), 0, pt(4), keep=True)
            else:
                yield from self._block(block, width, 0)

    def _sections(self, blocks: Sequence[Block]) -> Iterator[Item]:
        """Sections of a page: the heading beside its text, or above it in large print."""
        heading = ""
        waiting: list[Block] = []
        for block in (*blocks, Block(Kind.HEADING, "")):
            if block.kind is not Kind.HEADING:
                waiting.append(block)
                continue
            if waiting or heading:
                yield from self._section(heading, waiting)
            heading, waiting = block.text, []

    def _section(self, heading: str, blocks: Sequence[Block]) -> Iterator[Item]:
        yield Strip(8, (Placed(0, 0, Rule(self._look.width, 5)),), above=pt(14), keep=True)
        yield from self._labelled(heading, blocks, above=pt(6), kind=Type.SUBHEADING)

    def _effects(self) -> Iterator[Item]:
        document = self._document
        if document.effects:
            yield from self._heading(document.effects_title)
        for group in document.effects:
            yield from self._plain(group.heading, Type.SUBHEADING, above=pt(10), keep=True)
            for card in group.cards:
                yield self._effect(card)
        if document.not_printed:
            block = document.not_printed
            yield from self._block(block, self._look.width, 0, above=pt(14))

    def _effect(self, card: EffectCard) -> Frame:
        inner = self._look.width - 2 * _INSET
        strips: list[Strip] = []
        told = " · ".join(part for part in (card.when, card.tag) if part)
        if told:
            strips += strips_of(self._text(told, Type.SMALL, inner, ink="ink-soft"), 0, 0, keep=True)
        label, waiting = "", []
        for block in (*card.blocks, Block(Kind.SUBHEADING, "")):
            if block.kind not in (Kind.SUBHEADING, Kind.HELP):
                waiting.append(block)
                continue
            if waiting:
                strips += self._run_in(label, waiting, inner)
            label, waiting = block.text, []
            if block.kind is Kind.HELP:
                strips += self._effect_signs(block, inner)
                label = ""

        def head(continued: bool) -> tuple[Strip, ...]:
            name = f"{card.name} ({self._document.continued})" if continued else card.name
            return tuple(strips_of(self._text(name, Type.SUBHEADING, inner), 0, 0, keep=True))

        frame = self._framed(tuple(strips), line=pt(0.75), edge="rule", above=pt(8))
        return frame._replace(head=head)

    def _effect_signs(self, block: Block, width: float) -> Iterator[Strip]:
        """The signs of an effect at one level in one paragraph, behind the level's name and icon.

        Each stands as an entry of its own in the help box; here they only tell which of them belong to the effect.
        """
        face = self._look.face(Type.BODY)
        size = face.leading * 0.85
        icon = Placed(0, (face.leading - size) / 2, marks.icon(_LEVEL_ICONS[block.level], "ink", size))
        signs = f" {BULLET} ".join(" ".join((sign.text, *_told_with(sign))) for sign in block.inside)
        name = f"{block.text}:"
        text = self._text(f"{name} {signs}", Type.BODY, width - size - pt(5), bold=len(name))
        yield from strips_of(text, size + pt(5), pt(4), beside=(icon,), beside_height=size)

    def _run_in(self, label: str, blocks: Sequence[Block], width: float) -> Iterator[Strip]:
        """Blocks whose first begins with a label in bold."""
        first, *rest = blocks
        if label and first.kind is Kind.PARAGRAPH and not first.lead_in and not self._look.large:
            first = first._replace(lead_in=f"{label}:")
        elif label:
            yield from strips_of(self._text(label, Type.LABEL, width), 0, pt(6), keep=True)
        for number, block in enumerate((first, *rest)):
            yield from self._block(block, width, 0, above=pt(3) if number else pt(5))

    def _questions(self, questions: Questions) -> Iterator[Item]:
        look = self._look
        yield from self._heading(questions.title)
        gap = pt(30 if look.large else 24)
        for number, asked in enumerate((*questions.asked, *[""] * questions.spare)):
            marker = self._text(f"{number + 1}.", Type.BODY, pt(26), bold=3)
            text = self._text(asked or " ", Type.BODY, look.width - pt(26))
            placed = [Placed(0, 0, marker.lines(0, 1)), Placed(pt(26), 0, text.lines(0, text.count))]
            rules = [
                Placed(pt(26), text.height() + gap * (each + 1), Rule(look.width - pt(26), 5)) for each in range(2)
            ]
            if not asked:
                rules = [Placed(rule.x, rule.y - text.leading, rule.mark) for rule in rules]
                rules = [Placed(each.x, each.y + pt(12), each.mark) for each in rules]
            height = max(rule.y for rule in rules) + pt(2)
            yield Strip(height, (*placed, *rules), above=pt(14))

    def _sources(self) -> Iterator[Item]:
        document, look = self._document, self._look
        yield from self._heading(document.sources_title)
        for text in document.review:
            yield from self._plain(text, Type.BODY, above=pt(3))
        columns = 1 if look.large else 2
        gutter = pt(18)
        width = (look.width - gutter * (columns - 1)) / columns
        texts = [self._text(source, Type.SOURCES, width) for source in document.sources]
        rows = [texts[number : number + columns] for number in range(0, len(texts), columns)]
        for number, row in enumerate(rows):
            placed = tuple(
                Placed(place * (width + gutter), 0, text.lines(0, text.count)) for place, text in enumerate(row)
            )
            yield Strip(max(text.height() for text in row), placed, above=pt(3) if number else pt(8))

    # Pieces

    def _heading(self, text: str) -> Iterator[Item]:
        yield from self._plain(text, Type.HEADING, above=pt(24), keep=True)

    def _plain(self, text: str, kind: str, *, above: float, ink: str = "ink", keep: bool = False) -> Iterator[Strip]:
        strips = list(strips_of(self._text(text, kind, self._look.width, ink=ink), 0, above, keep=keep))
        yield from ([strip._replace(keep=True) for strip in strips] if keep else strips)

    def _labelled(
        self, label: str, blocks: Sequence[Block], *, above: float, width: float = 0, kind: str = Type.LABEL,
        icon: str = "",
    ) -> Iterator[Strip]:  # fmt: skip
        """Blocks with a label beside them, or above them in large print."""
        look = self._look
        width = width or look.width
        size = look.face(kind).leading * 0.8 if icon else 0.0
        before = size + pt(5) if icon else 0.0
        column = look.label_width
        x = column + pt(14) if column else 0.0
        text = self._text(label, kind, (column or width) - before) if label else None
        beside: list[Placed] = []
        if text:
            beside.append(Placed(before, 0, text.lines(0, text.count)))
        if icon:
            beside.append(Placed(0, (look.face(kind).leading - size) / 2, marks.icon(icon, "ink", size)))
        strips = [strip for block in blocks for strip in self._block(block, width - x, x)]
        if not column and text:
            yield Strip(text.height(), tuple(beside), above, keep=True)
            yield from strips
            return
        if not strips:
            return
        yield from _beside(strips, tuple(beside), text.height() if text else 0.0, above)

    def _block(self, block: Block, width: float, x: float, *, above: float | None = None) -> Iterator[Strip]:
        """One block of a page as strips of a width, beginning at ``x``."""
        gap = pt(5) if above is None else above
        if block.kind in (Kind.BULLET, Kind.STEP):
            yield from self._entry(block, width, x)
        elif block.kind is Kind.SUBHEADING:
            yield from strips_of(self._text(block.text, Type.LABEL, width), x, pt(8), keep=True)
        elif block.kind is Kind.HEADING:
            yield from strips_of(self._text(block.text, Type.SUBHEADING, width), x, pt(10), keep=True)
        else:
            kind = Type.SMALL if block.kind is Kind.QUIET else Type.BODY
            told = f"{block.lead_in} {block.text}" if block.lead_in else block.text
            text = self._text(told, kind, width, bold=len(block.lead_in))
            yield from strips_of(text, x, pt(2) if block.kind is Kind.QUIET else gap)
        if block.kind not in (Kind.BULLET, Kind.STEP):
            for inside in block.inside:
                yield from self._block(inside, width, x)

    def _entry(self, block: Block, width: float, x: float) -> Iterator[Strip]:
        """An entry of a list; what belongs to it, such as the action of a sign, stays with it."""
        face = self._look.face(Type.BODY)
        indent = face.font.pixelSize() * (1.5 if block.kind is Kind.STEP else 1.0)
        told = f"{block.lead_in} {block.text}" if block.lead_in else block.text
        text = self._text(told, Type.BODY, width - indent, bold=len(block.lead_in))
        mark: marks.Mark = Dot(face)
        if block.kind is Kind.STEP:
            number = f"{block.number}."
            mark = self._text(number, Type.BODY, indent, bold=len(number)).lines(0, 1)
        placed = [Placed(x, 0, mark), Placed(x + indent, 0, text.lines(0, text.count))]
        y = text.height()
        for inside in block.inside:
            more = self._text(inside.text, Type.SMALL, width - indent)
            placed.append(Placed(x + indent, y + pt(1), more.lines(0, more.count)))
            y += more.height() + pt(1)
        yield Strip(y, tuple(placed), above=pt(3))

    def _framed(self, strips: tuple[Strip, ...], *, line: float, edge: str, above: float) -> Frame:
        width = self._look.width

        def drawn(height: float) -> tuple[Placed, ...]:
            return (Placed(0, 0, Box(width, height, line=line, edge=edge, radius=pt(5))),)

        return Frame(width, strips, lambda _continued: (), drawn, _INSET, pt(9), above=above)

    def _text(self, text: str, kind: str, width: float, *, ink: str = "ink", bold: int = 0) -> Text:
        look = self._look
        first = look.face(kind, bold=True) if bold else None
        return Text(text, look.face(kind), width, ink=ink, bold=first, first=bold, mirrored=self.mirrored)


def _told_with(sign: Block) -> Iterator[str]:
    """What must be read with a sign: its action, and whom it holds for."""
    for each in sign.inside:
        yield f"({each.text.rstrip('.')})"


def _strip(text: Text, x: float, *, above: float) -> Strip:
    return Strip(text.height(), (Placed(x, 0, text.lines(0, text.count)),), above, keep=True)


def _beside(strips: list[Strip], beside: tuple[Placed, ...], height: float, above: float) -> Iterator[Strip]:
    """Strips with something beside the first of them; as many are joined as it is high."""
    count = 1
    while count < len(strips) and height_of(strips[:count]) < height:
        count += 1
    first = _joined(strips[:count])
    yield Strip(max(first.height, height), (*beside, *first.marks), above, keep=first.keep)
    yield from strips[count:]


def _joined(strips: Iterable[Strip]) -> Strip:
    """Strips as one that is never cut."""
    y = 0.0
    placed: list[Placed] = []
    keep = False
    for number, strip in enumerate(strips):
        y += strip.above if number else 0.0
        placed += [Placed(each.x, y + each.y, each.mark) for each in strip.marks]
        y += strip.height
        keep = strip.keep
    return Strip(y, tuple(placed), keep=keep)
