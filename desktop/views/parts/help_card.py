"""When to get help: the card on top of the side-effects panel."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAccessible, QPainter

from desktop.looks.theme import Style
from desktop.pages.find import texts_of
from desktop.views.parts import paint
from desktop.views.parts.block_column import PANEL, BlockColumn
from desktop.views.parts.effect_fold import unfolded
from desktop.views.parts.flow import Column
from desktop.views.parts.fold import Fold
from desktop.views.parts.listen_row import ListenRow
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme
    from desktop.pages.sheet import HelpSection
    from desktop.views.parts.definition_card import Definitions


_LEVEL_ICONS = {"call_911": "call-911", "emergency": "emergency", "today": "today", "next_visit": "next-visit"}


class HelpCard(Column, Speaks):
    """When to get help: the levels worst first, each opens in place."""

    listen_requested = Signal()

    def __init__(self, theme: Theme, definitions: Definitions, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._definitions = definitions
        self._listen: ListenRow | None = None
        self._heading = TextBlock(theme, self, role=QAccessible.Role.Heading)
        self._note = TextBlock(theme, self)
        self._levels = [Fold(theme, self) for _ in _LEVEL_ICONS]
        for fold in self._levels:
            fold.toggled.connect(self._fill)
        self._sections: tuple[HelpSection, ...] = ()

    def show_help(self, title: str, note: str, sections: tuple[HelpSection, ...]) -> None:
        """Show these levels, closed, under a title and a note."""
        self._sections = sections
        self._heading.show_text(title, Style.SUBHEADING, colour="emergency-ink", level=3)
        self._note.show_text(note, Style.SMALL, colour="emergency-ink")
        self.setAccessibleName(title)
        if self._listen is not None:
            self._listen.name_after("help", title)
        for fold in self._levels[len(sections) :]:
            fold.hide()
        for fold, section in zip(self._levels, sections, strict=False):
            fold.set_open(on=False)
            fold.set_colours("surface", section.level, section.level)
            fold.heading.show_heading(
                section.name,
                self._count(section),
                icon_name=_LEVEL_ICONS[section.level],
                colour=f"{section.level}-ink",
            )
            fold.anchor = f"help-{section.level}"
            fold.closed_texts = partial(_texts_of_section, section)
            fold.heading.setAccessibleIdentifier(fold.anchor)
            fold.show()
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self._heading.set_theme(theme)
        self._note.set_theme(theme)
        if self._listen is not None:
            self._listen.set_theme(theme)
        for fold in self._levels:
            fold.set_theme(theme)
            if isinstance(fold.body, BlockColumn):
                fold.body.set_theme(theme)
        self._arrange()

    def offer_listening(self, *, on: bool) -> None:
        """Whether the warning signs can be read aloud. The button is made when they first can."""
        if self._listen is None and on:
            self._listen = ListenRow(self._theme, self, 0)
            self._listen.name_after("help", self._heading.text())
            self._listen.pressed.connect(self.listen_requested)
            self._listen.stackUnder(self._levels[0])
        if self._listen is not None:
            self._listen.setVisible(on)
        self._arrange()

    def show_reading(self, *, on: bool) -> None:
        """Whether they are being read."""
        if self._listen is not None:
            self._listen.show_reading(on=on)

    def title(self) -> tuple[QWidget, ...]:
        """The title and the note under it."""
        return self._heading, self._note

    def counts(self) -> list[str]:
        """How many signs each level has, in words."""
        return [self._count(section) for section in self._sections]

    def widgets_of(self, way: tuple[int, ...]) -> list[QWidget]:
        """The widgets of a level, or of a text in it, which is opened."""
        return unfolded(self._levels[way[0]], way[1:])

    def levels(self) -> tuple[Fold, ...]:
        """All the levels there are."""
        return tuple(self._levels)

    def folds(self) -> tuple[Fold, ...]:
        """The levels that are shown."""
        return tuple(self._levels[: len(self._sections)])

    def text_blocks(self) -> Iterator[TextBlock]:
        """The texts of the levels that are open."""
        yield self._heading
        yield self._note
        for fold in self._levels:
            if not fold.isHidden() and fold.is_open() and isinstance(fold.body, BlockColumn):
                yield from fold.body.text_blocks()

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Section

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.card(painter, self._theme, QRectF(self.rect()), "emergency-tint", "emergency")

    def _count(self, section: HelpSection) -> str:
        return self.tr("%n warning sign(s)", "", section.signs)

    def _fill(self, on: bool) -> None:
        """Show the signs of a level when it is opened; until then they need not be made."""
        fold = self.sender()
        if not on or not isinstance(fold, Fold):
            return
        if not isinstance(fold.body, BlockColumn):
            fold.set_body(BlockColumn(self._theme, PANEL, fold))
        body = fold.body
        if isinstance(body, BlockColumn):
            space = self._theme.space
            body.set_margins(space(4), 0, space(3), space(4))
            body.show_blocks(self._sections[self._levels.index(fold)].blocks(), level=4)
            self._definitions.mark(body.text_blocks())

    def _arrange(self) -> None:
        space = self._theme.space
        self.set_margins(space(3), space(3), space(3), space(3))
        folds = [(space(1.5), fold) for fold in self._levels]
        listen = [(space(2), self._listen)] if self._listen is not None else []
        self.place([(0, self._heading), (0, self._note), *listen, *folds])


def _texts_of_section(section: HelpSection) -> Iterator[str]:
    return texts_of(section.blocks())
