"""Shows the blocks of a page, one widget each, made once and used again for every page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAccessible, QPainter

from desktop.looks.theme import Style
from desktop.pages.find import texts_of, written
from desktop.pages.sheet import Block, Kind
from desktop.views.parts import paint
from desktop.views.parts.buttons import LinkRow
from desktop.views.parts.flow import Column
from desktop.views.parts.fold import Fold
from desktop.views.parts.long_column import LongColumn
from desktop.views.parts.pool import Pool
from desktop.views.parts.question_text import QuestionText
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.text_block import BULLET, TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme
    from desktop.views.parts.long_column import Row
    from desktop.views.parts.pool import Reused


class Look(NamedTuple):
    """How large the kinds of blocks are in one part of the window, and the gaps above them (in space units)."""

    styles: dict[str, str]
    gaps: dict[str, float]


DETAIL = Look(
    styles={
        Kind.HEADING: Style.HEADING,
        Kind.SUBHEADING: Style.SUBHEADING,
        Kind.PARAGRAPH: Style.BODY,
        Kind.BULLET: Style.BODY,
        Kind.QUESTION: Style.BODY,
        Kind.STEP: Style.BODY,
        Kind.WORD: Style.BODY,
        Kind.LINK: Style.BODY,
        Kind.QUIET: Style.SMALL,
    },
    gaps={
        Kind.HEADING: 8,
        Kind.SUBHEADING: 5,
        Kind.PARAGRAPH: 3,
        Kind.BULLET: 1.5,
        Kind.QUESTION: 0.5,
        Kind.STEP: 1.5,
        Kind.WORD: 2.5,
        Kind.LINK: 0.5,
        Kind.QUIET: 1,
        Kind.FOLD: 4,
        Kind.NURSE: 6,
        Kind.HELP: 4,
    },
)

PANEL = Look(
    styles={
        Kind.HEADING: Style.PANEL_BOLD,
        Kind.SUBHEADING: Style.LABEL,
        Kind.PARAGRAPH: Style.PANEL,
        Kind.BULLET: Style.PANEL,
        Kind.QUESTION: Style.PANEL,
        Kind.STEP: Style.PANEL,
        Kind.WORD: Style.PANEL,
        Kind.LINK: Style.PANEL,
        Kind.QUIET: Style.SMALL,
    },
    gaps={
        Kind.HEADING: 4,
        Kind.SUBHEADING: 3,
        Kind.PARAGRAPH: 1,
        Kind.BULLET: 1,
        Kind.QUESTION: 0.5,
        Kind.STEP: 1,
        Kind.WORD: 1.5,
        Kind.LINK: 1,
        Kind.QUIET: 1,
        Kind.FOLD: 3,
        Kind.NURSE: 3,
        Kind.HELP: 3,
    },
)

_ROLES = {
    Kind.HEADING: QAccessible.Role.Heading,
    Kind.SUBHEADING: QAccessible.Role.Heading,
    Kind.BULLET: QAccessible.Role.ListItem,
    Kind.STEP: QAccessible.Role.ListItem,
    Kind.WORD: QAccessible.Role.ListItem,
}
_ALL = 1_000_000
_AFTER_HEADING = 1.5
_INDENT = 5.5
_LETTER = 0.48
"""The width of a letter, as a share of the size of the type: to guess how many lines a text needs."""


class BlockColumn(LongColumn):
    """A column of blocks, a row for each. Asks for another topic when a link is pressed."""

    topic_requested = Signal(str)
    question_switched = Signal(str)
    """A question is to be asked, or no longer."""

    def __init__(self, theme: Theme, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = look
        self._texts: dict[QAccessible.Role, Pool[TextBlock]] = {}
        self._questions = Pool(self._new_question)
        self._links = Pool(self._new_link)
        self._cards = Pool(self._new_card)
        self._folds = Pool(self._new_fold)
        self._chosen: tuple[str, ...] = ()
        self._blocks: tuple[Block, ...] = ()
        self._ink = "ink"
        self._level = 2
        self._first_heading = 0

    def show_blocks(self, blocks: Iterable[Block], *, ink: str = "ink", level: int = 2, at_once: int = _ALL) -> None:
        """Show these blocks instead of the ones before.

        ``level`` is that of the topmost headings in speech. Only the first ``at_once`` blocks are made now,
        so that a new page is painted without delay; the others follow a moment later, below the screen. Of a long
        list only what is near the screen is ever made.
        """
        self._blocks = tuple(blocks)
        self._ink, self._level = ink, level
        kinds = [block.kind for block in self._blocks]
        self._first_heading = kinds.index(Kind.HEADING) if Kind.HEADING in kinds else len(kinds)
        for pool in self._pools():
            pool.give_all()
        self.show_rows(len(self._blocks), at_once)

    def show_chosen(self, questions: tuple[str, ...]) -> None:
        """Mark the questions that are chosen."""
        self._chosen = questions
        for text in self._questions:
            text.mark_chosen(on=text.question in questions)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        for pool in self._pools():
            pool.set_theme(theme)
        self.show_blocks(self._blocks, ink=self._ink, level=self._level)

    def text_blocks(self) -> Iterator[TextBlock]:
        """The texts that are shown now, in reading order, those inside cards and open folds too.

        Of a long list those that are near the screen.
        """
        self.complete()
        yield from self.made_texts()

    def made_texts(self) -> Iterator[TextBlock]:
        """Those of them that have been made already."""
        for _, widget in self._items:
            if isinstance(widget, TextBlock):
                yield widget
            elif isinstance(widget, Card):
                yield from widget.inside.text_blocks()
            elif isinstance(widget, Fold) and widget.is_open() and isinstance(widget.body, BlockColumn):
                yield from widget.body.text_blocks()

    def name_of(self, number: int) -> str:
        return self._blocks[number].anchor or super().name_of(number)

    def landmarks(self) -> Iterator[tuple[str, QWidget]]:
        if self.is_long():
            yield from super().landmarks()
            return
        for block, (_, widget) in zip(self._flat(), self._items, strict=False):
            if isinstance(widget, Column):
                yield from widget.landmarks()
            else:
                yield block.anchor, widget

    def reach_anchor(self, anchor: str) -> None:
        if self.is_long():
            self.widget_at(anchor) if anchor else None
            super().reach_anchor(anchor)

    def texts_of_row(self, number: int) -> Iterable[str]:
        block = self._blocks[number]
        closed = block.inside if block.kind is Kind.FOLD else ()
        return (*texts_of((block,)), *texts_of(closed))

    def written(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """What can be selected and copied, with the sources it rests on, far from the screen, too."""
        if not self.is_long():
            yield from ((text.shown(), text.sources()) for text in self.text_blocks())
            return
        for block in self._flat():
            if block.kind is not Kind.LINK:
                yield written(block), block.sources

    def heading_rows(self) -> Iterator[tuple[int, int]]:
        """How far down each heading stands in the column, in pixels, and its row."""
        tops = self.tops()
        for number, block in enumerate(self._blocks):
            if block.kind in (Kind.HEADING, Kind.SUBHEADING):
                yield tops[number], number

    def first_text(self, number: int) -> TextBlock:
        """The text of a row that is none of the cards and folds."""
        text = self.reach(number)[0][1]
        if not isinstance(text, TextBlock):
            raise TypeError(text)
        return text

    def has_focus(self, number: int) -> bool:
        """Whether a row has the keyboard."""
        return any(widget.hasFocus() for _, widget in self.made_row(number) or ())

    def open_folds(self) -> tuple[int, ...]:
        """The numbers of the folds that are open."""
        opened = [self.made_row(row) is not None and self.holds(row) for row in self._fold_rows()]
        return tuple(number for number, on in enumerate(opened) if on)

    def set_open_folds(self, numbers: tuple[int, ...]) -> None:
        """Open these folds and close the others."""
        self.complete()
        for number, row in enumerate(self._fold_rows()):
            if number in numbers or self.made_row(row) is not None:
                fold = self.reach(row)[0][1]
                if isinstance(fold, Fold):
                    fold.set_open(on=number in numbers)

    def holds(self, number: int) -> bool:
        """What is open stays open wherever the reader scrolls."""
        row = self.made_row(number)
        return row is not None and isinstance(row[0][1], Fold) and row[0][1].is_open()

    def widgets_at(self, way: tuple[int, ...]) -> list[QWidget]:
        """The widgets of a block with what belongs to it; further numbers lead into a card or an open fold."""
        self.complete()
        number, *inner = way
        shown = [widget for _, widget in self.reach(number)]
        first = shown[0]
        if isinstance(first, Card):
            return first.inside.widgets_at(tuple(inner))
        if isinstance(first, Fold):
            return first.body.widgets_at(tuple(inner)) if inner and isinstance(first.body, BlockColumn) else [first]
        return shown

    def widget_at(self, anchor: str) -> QWidget | None:
        """The widget of the block with this anchor."""
        self.complete()
        for number, block in enumerate(self._blocks):
            for place, each in enumerate((block, *_beside(block))):
                if each.anchor == anchor:
                    return self.reach(number)[place][1]
        return None

    def _flat(self) -> Iterator[Block]:
        for block in self._blocks:
            yield block
            yield from _beside(block)

    def _fold_rows(self) -> list[int]:
        return [number for number, block in enumerate(self._blocks) if block.kind is Kind.FOLD]

    def _gap(self, kind: str, previous: str | None) -> int:
        if previous in (Kind.HEADING, Kind.SUBHEADING) and kind is not Kind.SUBHEADING:
            return self._theme.space(_AFTER_HEADING if kind is not Kind.LINK else 0.5)
        return self._theme.space(self._look.gaps[kind])

    def make_row(self, number: int) -> Row:
        row: list[tuple[int, QWidget]] = []
        previous = self._kind_above(number)
        for kind, widget in self._shown(number, self._blocks[number]):
            row.append((self._gap(kind, previous), widget))
            previous = kind
        return row

    def free_row(self, _number: int, row: Row) -> None:
        for _, widget in row:
            for pool in self._pools():
                pool.give(widget)

    def guesses(self, width: int) -> list[int]:
        theme, styles, kinds = self._theme, self._look.styles, tuple(self._look.gaps)
        of = {kind: styles.get(kind, Style.BODY) for kind in kinds}
        lines = {kind: round(theme.leading(style)) for kind, style in of.items()}
        letters = {kind: theme.font(style).pixelSize() * _LETTER for kind, style in of.items()}
        room = {kind: max(1.0, (width - theme.space(_INDENT)) / letters[kind]) for kind in kinds}
        least = {
            kind: 0 if kind in styles and kind not in (Kind.LINK, Kind.QUESTION) else theme.target for kind in kinds
        }
        gaps = {(kind, above): self._gap(kind, above) for kind in kinds for above in (None, *kinds)}
        found = []
        above = None
        for block in self._blocks:
            height = 0
            for each in (block, *block.inside) if block.inside and block.kind is not Kind.FOLD else (block,):
                kind = each.kind
                high = lines[kind] * (1 + int((len(each.text) + len(each.lead_in)) / room[kind]))
                if kind is Kind.WORD:  # the word itself stands on a line of its own
                    high += lines[kind]
                height += gaps[kind, above] + (high if high > least[kind] else least[kind])
                above = kind
            found.append(height)
        return found

    def _kind_above(self, number: int) -> str | None:
        """The kind of the text above a row."""
        if number == 0:
            return None
        above = self._blocks[number - 1]
        return (above, *_beside(above))[-1].kind

    def _pools(self) -> tuple[Pool[Reused], ...]:
        """Every widget there is, by what it shows."""
        return (*self._texts.values(), self._questions, self._links, self._cards, self._folds)

    def _shown(self, number: int, block: Block) -> Iterator[tuple[str, QWidget]]:
        if block.kind is Kind.LINK:
            yield block.kind, self._link(block)
        elif block.kind in (Kind.NURSE, Kind.HELP):
            yield block.kind, self._card(block)
        elif block.kind is Kind.FOLD:
            yield block.kind, self._fold(number, block)
        elif block.kind is Kind.QUESTION:
            yield block.kind, self._question(block)
        else:
            yield block.kind, self._text(number, block)
            for told in block.inside:
                yield told.kind, self._text(number, told, indented=True)

    def _text(self, number: int, block: Block, *, indented: bool = False) -> TextBlock:
        role = _ROLES.get(block.kind, QAccessible.Role.Paragraph)
        if role not in self._texts:
            self._texts[role] = Pool(partial(self._new_text, role))
        text = self._texts[role].take()
        marker = BULLET if block.kind is Kind.BULLET else f"{block.number}." if block.kind is Kind.STEP else ""
        below = self._level + 1 if number >= self._first_heading else self._level
        level = {Kind.HEADING: self._level, Kind.SUBHEADING: below}.get(block.kind, 0)
        colour = self._ink
        if block.kind is Kind.QUIET and self._ink == "ink" and not indented:
            colour = "ink-soft"
        text.show_text(
            block.text,
            self._look.styles[block.kind],
            colour=colour,
            lead_in=block.lead_in,
            marker=marker,
            sources=block.sources,
            level=level,
            indent=self._theme.space(_INDENT) if indented else 0,
            above=block.kind is Kind.WORD,
            term=block.anchor if block.kind is Kind.WORD else "",
        )
        return text

    def _question(self, block: Block) -> QuestionText:
        text = self._questions.take()
        text.show_question(block, self._look.styles[Kind.QUESTION], on=block.anchor in self._chosen)
        return text

    def _link(self, block: Block) -> LinkRow:
        row = self._links.take()
        row.show_link(block.text, block.target, self._look.styles[Kind.LINK])
        return row

    def _card(self, block: Block) -> Card:
        card = self._cards.take()
        card.show_card(block, self._level + 1)
        return card

    def _fold(self, number: int, block: Block) -> Fold:
        fold = self._folds.take()
        fold.set_open(on=False)
        fold.heading.show_heading(block.text)
        fold.anchor = f"fold-{self._fold_rows().index(number)}"
        fold.closed_texts = partial(texts_of, block.inside)
        fold.heading.setAccessibleIdentifier(fold.anchor)
        return fold

    def _fill(self, on: bool) -> None:
        """Show what a fold holds when it is opened; until then it need not be made."""
        fold = self.sender()
        if not on or not isinstance(fold, Fold):
            return
        if not isinstance(fold.body, BlockColumn):
            small = self._look._replace(styles=dict.fromkeys(self._look.styles, Style.SMALL))
            fold.set_body(BlockColumn(self._theme, small, fold))
        body = fold.body
        if isinstance(body, BlockColumn):
            space = self._theme.space
            body.set_margins(space(4), 0, space(4), space(4))
            body.show_blocks(next(self._blocks[row].inside for row in self._fold_rows() if self._shows(row, fold)))

    def _shows(self, number: int, widget: QWidget) -> bool:
        return any(each is widget for _, each in self.made_row(number) or ())

    def _new_text(self, role: QAccessible.Role) -> TextBlock:
        return TextBlock(self._theme, self, role=role)

    def _new_question(self) -> QuestionText:
        text = QuestionText(self._theme, self)
        text.switched.connect(self.question_switched)
        return text

    def _new_link(self) -> LinkRow:
        row = LinkRow(self._theme, self)
        row.clicked.connect(self._follow)
        return row

    def _new_card(self) -> Card:
        card = Card(self._theme, self._look, self)
        card.inside.topic_requested.connect(self.topic_requested)
        return card

    def _new_fold(self) -> Fold:
        fold = Fold(self._theme, self)
        fold.toggled.connect(self._fill)
        return fold

    def _follow(self) -> None:
        row = self.sender()
        if isinstance(row, LinkRow):
            self.topic_requested.emit(row.target)


def _beside(block: Block) -> tuple[Block, ...]:
    """What stands under a block as a text of its own, not within a card or a fold."""
    return () if block.kind in (Kind.NURSE, Kind.HELP, Kind.FOLD) else block.inside


class Card(Column, Speaks):
    """Blocks on a coloured ground with a bar at the leading edge: warning signs of one level, a note for nurses."""

    def __init__(self, theme: Theme, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tint, self._bar = "surface", "line"
        self.inside = BlockColumn(theme, look, self)
        self.place([(0, self.inside)])

    def show_card(self, block: Block, level: int) -> None:
        """Show a help card of its level, or a note for nurses."""
        kind = "nurse" if block.kind is Kind.NURSE else block.level
        self._tint, self._bar = f"{kind}-tint", kind
        heading = Block(Kind.HEADING, block.text)
        self.inside.show_blocks((heading, *block.in_card()), ink=f"{kind}-ink", level=level)
        self._set_margins()
        self.setAccessibleName(block.text)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self.inside.set_theme(theme)
        self._set_margins()

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Section

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.isRightToLeft()
        paint.card(painter, self._theme, QRectF(self.rect()), self._tint, self._tint, self._bar, mirrored=mirrored)

    def _set_margins(self) -> None:
        space = self._theme.space
        self.set_margins(space(5), space(3), space(4), space(4))
