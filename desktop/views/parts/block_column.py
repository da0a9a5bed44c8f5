"""Shows the blocks of a page, one widget each, made once and used again for every page.

Creating widgets at each navigation would leak some 500 bytes a time inside Qt; reused ones leak
nothing (benchmarks/soak.py).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAccessible, QPainter

from desktop.looks.theme import Style
from desktop.pages.find import texts_of
from desktop.pages.sheet import Block, Kind
from desktop.views.parts import paint
from desktop.views.parts.buttons import LinkRow
from desktop.views.parts.flow import Column, lay_out_again
from desktop.views.parts.fold import Fold
from desktop.views.parts.question_text import QuestionText
from desktop.views.parts.rest import Rest
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.text_block import BULLET, TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme, Themed


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


class BlockColumn(Column):
    """A column of blocks. Asks for another topic when a link is pressed."""

    topic_requested = Signal(str)
    question_switched = Signal(str)
    """A question is to be asked, or no longer."""

    def __init__(self, theme: Theme, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = look
        self._texts: dict[QAccessible.Role, list[TextBlock]] = {}
        self._questions: list[QuestionText] = []
        self._chosen: tuple[str, ...] = ()
        self._links: list[LinkRow] = []
        self._cards: list[Card] = []
        self._folds: list[Fold] = []
        self._used: dict[object, int] = {}
        self._blocks: tuple[Block, ...] = ()
        self._waiting: tuple[Block, ...] = ()
        self._placed: list[tuple[int, QWidget]] = []
        self._previous: str | None = None
        self._rest = Rest(self)
        self._rest.timeout.connect(self.complete)
        self._ink = "ink"
        self._level = 2
        self._under_heading = False

    def show_blocks(self, blocks: Iterable[Block], *, ink: str = "ink", level: int = 2, at_once: int = _ALL) -> None:
        """Show these blocks instead of the ones before.

        ``level`` is that of the topmost headings in speech. Only the first ``at_once`` blocks are made now,
        so that a new page is painted without delay; the others follow a moment later, below the screen.
        """
        self._blocks = tuple(blocks)
        self._ink, self._level = ink, level
        self._under_heading = False
        self._used.clear()
        self._previous = None
        before, self._placed = self._placed, []
        self._make(self._blocks[:at_once])
        self._waiting = self._blocks[at_once:]
        kept = {id(widget) for _, widget in self._placed}
        for _, widget in before:
            if id(widget) not in kept:
                widget.hide()
        if self._waiting:
            self._rest.start()
        else:
            self._rest.stop()

    def show_chosen(self, questions: tuple[str, ...]) -> None:
        """Mark the questions that are chosen."""
        self._chosen = questions
        for text in self._questions:
            text.mark_chosen(on=text.question in questions)

    def complete(self) -> None:
        """Make now what was left for a moment later."""
        self._rest.stop()
        if self._waiting:
            waiting, self._waiting = self._waiting, ()
            self._make(waiting)
            lay_out_again(self)

    def _make(self, blocks: Iterable[Block]) -> None:
        """Make the widgets of some blocks, below those that are there."""
        made: list[tuple[int, QWidget]] = []
        for block in blocks:
            for kind, widget in self._shown(block):
                made.append((self._gap(kind, self._previous), widget))
                self._previous = kind
        for _, widget in made:
            widget.raise_()
            widget.show()
        self._placed += made
        self.place(self._placed)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        for texts in self._texts.values():
            for text in texts:
                text.set_theme(theme)
        others: tuple[Themed, ...] = (*self._questions, *self._links, *self._cards, *self._folds)
        for other in others:
            other.set_theme(theme)
        self.show_blocks(self._blocks, ink=self._ink, level=self._level)

    def text_blocks(self) -> Iterator[TextBlock]:
        """The texts that are shown now, in reading order, those inside cards and open folds too."""
        self.complete()
        yield from self.made_texts()

    def made_texts(self) -> Iterator[TextBlock]:
        """Those of them that have been made already."""
        for _, widget in self._placed:
            if isinstance(widget, TextBlock):
                yield widget
            elif isinstance(widget, Card):
                yield from widget.inside.text_blocks()
            elif isinstance(widget, Fold) and widget.is_open() and isinstance(widget.body, BlockColumn):
                yield from widget.body.text_blocks()

    def landmarks(self) -> Iterator[tuple[str, QWidget]]:
        for block, (_, widget) in zip(self._flat(), self._placed, strict=False):
            if isinstance(widget, Column):
                yield from widget.landmarks()
            else:
                yield block.anchor, widget

    def open_folds(self) -> tuple[int, ...]:
        """The numbers of the folds that are open."""
        folds = [widget for _, widget in self._placed if isinstance(widget, Fold)]
        return tuple(number for number, fold in enumerate(folds) if fold.is_open())

    def set_open_folds(self, numbers: tuple[int, ...]) -> None:
        """Open these folds and close the others."""
        self.complete()
        folds = [widget for _, widget in self._placed if isinstance(widget, Fold)]
        for number, fold in enumerate(folds):
            fold.set_open(on=number in numbers)

    def widgets_at(self, way: tuple[int, ...]) -> list[QWidget]:
        """The widgets of a block with what belongs to it; further numbers lead into a card or an open fold."""
        self.complete()
        number, *inner = way
        start = sum(1 + len(_beside(block)) for block in self._blocks[:number])
        shown = [widget for _, widget in self._placed[start : start + 1 + len(_beside(self._blocks[number]))]]
        first = shown[0]
        if isinstance(first, Card):
            return first.inside.widgets_at(tuple(inner))
        if isinstance(first, Fold):
            return first.body.widgets_at(tuple(inner)) if inner and isinstance(first.body, BlockColumn) else [first]
        return shown

    def widget_at(self, anchor: str) -> QWidget | None:
        """The widget of the block with this anchor."""
        self.complete()
        widgets = (widget for _, widget in self._placed)
        return next(
            (widget for block, widget in zip(self._flat(), widgets, strict=True) if block.anchor == anchor), None
        )

    def _flat(self) -> Iterator[Block]:
        for block in self._blocks:
            yield block
            yield from _beside(block)

    def _gap(self, kind: str, previous: str | None) -> int:
        if previous in (Kind.HEADING, Kind.SUBHEADING) and kind is not Kind.SUBHEADING:
            return self._theme.space(_AFTER_HEADING if kind is not Kind.LINK else 0.5)
        return self._theme.space(self._look.gaps[kind])

    def _shown(self, block: Block) -> Iterator[tuple[str, QWidget]]:
        if block.kind is Kind.LINK:
            yield block.kind, self._link(block)
        elif block.kind in (Kind.NURSE, Kind.HELP):
            yield block.kind, self._card(block)
        elif block.kind is Kind.FOLD:
            yield block.kind, self._fold(block)
        elif block.kind is Kind.QUESTION:
            yield block.kind, self._question(block)
        else:
            yield block.kind, self._text(block)
            for told in block.inside:
                yield told.kind, self._text(told, indented=True)

    def _text(self, block: Block, *, indented: bool = False) -> TextBlock:
        role = _ROLES.get(block.kind, QAccessible.Role.Paragraph)
        pool = self._texts.setdefault(role, [])
        number = self._next(role)
        if number == len(pool):
            pool.append(TextBlock(self._theme, self, role=role))
        text = pool[number]
        marker = BULLET if block.kind is Kind.BULLET else f"{block.number}." if block.kind is Kind.STEP else ""
        self._under_heading = self._under_heading or block.kind is Kind.HEADING
        below = self._level + 1 if self._under_heading else self._level
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
        number = self._next("question")
        if number == len(self._questions):
            text = QuestionText(self._theme, self)
            text.switched.connect(self.question_switched)
            self._questions.append(text)
        text = self._questions[number]
        text.show_question(block, self._look.styles[Kind.QUESTION], on=block.anchor in self._chosen)
        return text

    def _link(self, block: Block) -> LinkRow:
        number = self._next("link")
        if number == len(self._links):
            row = LinkRow(self._theme, self)
            row.clicked.connect(self._follow)
            self._links.append(row)
        row = self._links[number]
        row.show_link(block.text, block.target, self._look.styles[Kind.LINK])
        return row

    def _card(self, block: Block) -> Card:
        number = self._next("card")
        if number == len(self._cards):
            card = Card(self._theme, self._look, self)
            card.inside.topic_requested.connect(self.topic_requested)
            self._cards.append(card)
        card = self._cards[number]
        card.show_card(block, self._level + 1)
        return card

    def _fold(self, block: Block) -> Fold:
        number = self._next("fold")
        if number == len(self._folds):
            fold = Fold(self._theme, self)
            fold.toggled.connect(self._fill)
            self._folds.append(fold)
        fold = self._folds[number]
        fold.set_open(on=False)
        fold.heading.show_heading(block.text)
        fold.anchor = f"fold-{number}"
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
        blocks = [block for block in self._blocks if block.kind is Kind.FOLD]
        if isinstance(body, BlockColumn):
            space = self._theme.space
            body.set_margins(space(4), 0, space(4), space(4))
            body.show_blocks(blocks[self._folds.index(fold)].inside)

    def _next(self, kind: object) -> int:
        number = self._used.get(kind, 0)
        self._used[kind] = number + 1
        return number

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
