"""A side effect of the panel, which opens in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.views.parts.block_column import PANEL, BlockColumn
from desktop.views.parts.fold import Fold
from desktop.views.parts.listen_row import ListenRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme
    from desktop.pages.sheet import Block, EffectRow
    from desktop.views.parts.text_block import TextBlock


_INSIDE = 4
"""How far what a side effect says stands in from its edge, in units of space."""


class EffectFold(Fold):
    """A side effect that opens in place."""

    opened = Signal()
    topic_requested = Signal(str)
    listen_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.effect = ""
        self._blocks: BlockColumn | None = None
        self._listens = False
        self._listen: ListenRow | None = None
        self.set_colours("surface", "hairline", "brand")
        self.toggled.connect(self._filled)

    def show_row(self, row: EffectRow) -> None:
        """Show this effect, closed."""
        self.effect = self.anchor = row.effect
        self.set_open(on=False)
        self.heading.show_heading(row.name, "\n".join(part for part in (row.when, row.tag) if part))
        self.heading.setAccessibleIdentifier(f"effect-{row.effect}")
        self.show()

    def show_blocks(self, blocks: tuple[Block, ...]) -> None:
        """What the effect says."""
        if self._blocks is None:
            self._blocks = BlockColumn(self.theme, PANEL, self)
            self._blocks.topic_requested.connect(self.topic_requested)
            self.set_body(self._blocks)
        self._offer()
        space = self.theme.space
        self._blocks.set_margins(space(4), 0, space(4), space(3))
        self._blocks.show_blocks(blocks, level=4)

    def text_blocks(self) -> Iterator[TextBlock]:
        """The texts of the effect, if it is open."""
        if self.is_open() and self._blocks is not None:
            yield from self._blocks.text_blocks()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if self._blocks is not None:
            self._blocks.set_theme(theme)
        if self._listen is not None:
            self._listen.set_theme(theme)

    def offer_listening(self, *, on: bool) -> None:
        """Whether it can be read aloud."""
        self._listens = on
        self._offer()

    def show_reading(self, *, on: bool) -> None:
        """Whether it is being read."""
        if self._listen is not None:
            self._listen.show_reading(on=on)

    def _offer(self) -> None:
        """The button to listen stands between the heading and what it opens. It is made when it is first seen."""
        if self._listen is None and self._listens and self.is_open() and self._blocks is not None:
            self._listen = ListenRow(self.theme, self, _INSIDE)
            self._listen.pressed.connect(self._ask_listen)
            self.place([(0, self.heading), (0, self._listen), (self.theme.space(2), self._blocks)])
            self._blocks.raise_()
        if self._listen is not None:
            self._listen.setVisible(self._listens and self.is_open())
            self._listen.name_after(self.effect, self.heading.plain_text())

    def _ask_listen(self) -> None:
        self.listen_requested.emit(self.effect)

    def _filled(self, on: bool) -> None:
        if on:
            self.opened.emit()
        else:
            self._offer()


def unfolded(fold: Fold, way: tuple[int, ...]) -> list[QWidget]:
    """The widgets of a text in a fold, which is opened; without a way those of its heading."""
    if not way:
        return [fold.heading]
    fold.set_open(on=True)
    return fold.body.widgets_at(way) if isinstance(fold.body, BlockColumn) else [fold]
