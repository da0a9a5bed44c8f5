"""Two operations side by side: the same field of both stands on the same line.

Where there is no room for two columns the two sides of each field stand one under the other, with their names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QWidget

from desktop.looks.theme import Style
from desktop.pages.sheet import Kind
from desktop.views.parts import paint
from desktop.views.parts.block_column import PANEL, BlockColumn
from desktop.views.parts.buttons import ShortLink
from desktop.views.parts.flow import Column, height_of
from desktop.views.parts.glance_card import Figure
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent

    from desktop.looks.theme import Theme
    from desktop.pages.sheet import Block, Compared, CompareRow, Comparison

_SIDES = 2
_TWO_COLUMNS_FROM = 500
"""The least width for two columns, in pixels at the smallest size of text."""
_FIGURE = 29
_LEAST_BESIDE = 32
"""The width of a drawing, and the least width of the name beside it, in units of space."""
_FIGURE_SHAPE = 1.25


class ComparisonCard(QWidget, Speaks):
    """Shows a comparison. Asks for the topic a link leads to."""

    topic_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heads = tuple(_Head(theme, self) for _ in range(_SIDES))
        self._rows: list[_Row] = []
        self._shown: list[_Row] = []
        self._shared = _Row(
            TextBlock(theme, self, role=QAccessible.Role.Heading), tuple(_Side(theme, self) for _ in range(_SIDES))
        )
        self._lines: list[int] = []
        self._comparison: Comparison | None = None
        self._side_by_side = True
        for head in self._heads:
            head.topic_requested.connect(self.topic_requested)
        for side in self._shared.sides:
            side.topic_requested.connect(self.topic_requested)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show these two operations."""
        self._comparison = comparison
        for head, operation in zip(self._heads, comparison.operations, strict=True):
            head.show_operation(operation)
        while len(self._rows) < len(comparison.rows):
            self._rows.append(self._made())
        self._shown = self._rows[: len(comparison.rows)]
        for row in self._rows:
            for part in (row.label, *row.sides):
                part.setVisible(row in self._shown)
        self._show_rows()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        for head in self._heads:
            head.set_theme(theme)
        for row in (*self._rows, self._shared):
            row.label.set_theme(theme)
            for side in row.sides:
                side.set_theme(theme)
        if self._comparison is not None:
            self._show_rows()

    def text_blocks(self) -> Iterator[TextBlock]:
        """The texts in reading order."""
        for head in self._heads:
            yield head.title
        for row in (*self._shown, self._shared):
            yield row.label
            for side in row.sides:
                if not side.isHidden():
                    yield from side.text_blocks()

    def head(self, number: int) -> QWidget:
        """The drawing and the name of an operation, counted from 0."""
        return self._heads[number]

    def row(self, number: int) -> tuple[QWidget, ...]:
        """The label of a field, then what each side says of it."""
        return (self._shown[number].label, *self._shown[number].sides)

    def shared(self) -> tuple[QWidget, ...]:
        """The label of what both share, then what they share."""
        return (self._shared.label, *self._shared.sides)

    def height_for(self, width: int) -> int:
        """Place the rows at this width; the height they need."""
        side_by_side = width >= _TWO_COLUMNS_FROM * self._theme.growth
        if side_by_side is not self._side_by_side:
            self._side_by_side = side_by_side
            self._show_rows()
        space = self._theme.space
        edge, gap = space(5), space(5)
        room = width - 2 * edge
        column = (room - gap) // 2
        x = (edge, edge + column + gap) if side_by_side else (edge, edge)
        wide = column if side_by_side else room
        y = self._put_sides(self._heads, x, wide, edge, width)
        self._lines = []
        for row in (*self._shown, self._shared):
            self._lines.append(y + space(3))
            y += space(6)
            high = row.label.height_for(room)
            self._put(row.label, edge, y, room, high, width)
            y = self._put_sides(row.sides, x, wide, y + high + space(1), width)
        return y + edge

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Grouping

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.card(painter, self._theme, QRectF(self.rect()), "surface", "hairline")
        edge = self._theme.space(5)
        for line in self._lines:
            paint.fill(painter, self._theme, QRectF(edge, line, self.width() - 2 * edge, 1), "hairline")

    def _made(self) -> _Row:
        label = TextBlock(self._theme, self, role=QAccessible.Role.Heading)
        sides = tuple(_Side(self._theme, self) for _ in range(_SIDES))
        for side in sides:
            side.topic_requested.connect(self.topic_requested)
        return _Row(label, sides)

    def _show_rows(self) -> None:
        if self._comparison is None:
            return
        names = [operation.name for operation in self._comparison.operations]
        for row, told in zip(self._shown, self._comparison.rows, strict=True):
            self._show_row(row, told, names)
        halves = _halves(self._comparison.shared) if self._side_by_side else (self._comparison.shared, ())
        self._shared.label.show_text(self._comparison.shared_label, Style.LABEL, colour="ink-soft", level=2)
        for side, half in zip(self._shared.sides, halves, strict=True):
            side.setVisible(bool(half))
            side.show_side(half, self._comparison.shared_label, "", named=False)
        for row in (*self._shown, self._shared):
            for part in (row.label, *row.sides):
                part.raise_()
        self.setAccessibleName(" · ".join(names))

    def _show_row(self, row: _Row, told: CompareRow, names: list[str]) -> None:
        row.label.show_text(told.label, Style.LABEL, colour="ink-soft", level=2)
        lists = any(block.kind is Kind.LINK for blocks in told.sides for block in blocks)
        for side, blocks, name in zip(row.sides, told.sides, names, strict=True):
            side.show_side(blocks, told.label, name, named=lists or not self._side_by_side)

    def _put_sides(self, sides: tuple[_Head, ...] | tuple[_Side, ...], x: tuple[int, ...], wide: int, y: int,
                   whole: int) -> int:  # fmt: skip
        """Place two parts beside or under one another; where they end."""
        end = y
        for side, left in zip(sides, x, strict=True):
            if side.isHidden():
                continue
            top = y if self._side_by_side else end
            high = height_of(side, wide)
            self._put(side, left, top, wide, high, whole)
            end = max(end, top + high + (0 if self._side_by_side else self._theme.space(2)))
        return end

    def _put(self, widget: QWidget, x: int, y: int, width: int, height: int, whole: int) -> None:
        mirrored = whole - x - width if self.isRightToLeft() else x
        widget.setGeometry(QRect(mirrored, y, width, height))


class _Row(NamedTuple):
    """The widgets of one field: its label, and what each side says."""

    label: TextBlock
    sides: tuple[_Side, ...]


class _Side(Column, Speaks):
    """What one operation says in one field."""

    topic_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = TextBlock(theme, self)
        self._text = _Said(theme, self)
        self._blocks = BlockColumn(theme, PANEL, self)
        self._blocks.topic_requested.connect(self.topic_requested)

    def show_side(self, blocks: tuple[Block, ...], label: str, name: str, *, named: bool) -> None:
        """Show this. ``named`` writes the name of the operation above it; it is always said."""
        said = ", ".join(part for part in (label, name) if part)
        single = len(blocks) == 1 and blocks[0].kind is Kind.PARAGRAPH
        self._name.show_text(name, Style.PANEL_BOLD)
        self._name.setVisible(named)
        self._text.setVisible(single)
        self._blocks.setVisible(not single)
        self.setAccessibleName(said)
        if single:
            self._text.say_before(said)
            self._text.show_text(blocks[0].text, Style.PANEL, sources=blocks[0].sources)
        self._blocks.show_blocks(() if single else blocks, level=3)
        self.place([(0, self._name), (0, self._text), (0, self._blocks)])

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        for part in (self._name, self._text, self._blocks):
            part.set_theme(theme)

    def text_blocks(self) -> Iterator[TextBlock]:
        """The texts that are shown."""
        if not self._name.isHidden():
            yield self._name
        if self._text.isHidden():
            yield from self._blocks.text_blocks()
        else:
            yield self._text

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Grouping


class _Said(TextBlock):
    """A text that is said together with the field and the operation it belongs to."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._before = ""

    def say_before(self, before: str) -> None:
        """Say this before the text."""
        self._before = before

    def spoken_name(self) -> str:
        return f"{self._before}: {super().spoken_name()}"


class _Head(QWidget, Speaks):
    """The drawing and the name of an operation, the way to its page, and the way to another one in its place."""

    topic_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figure = Figure(theme, self)
        self.title = TextBlock(theme, self, role=QAccessible.Role.Heading)
        self._more = ShortLink(theme, Style.PANEL, self)
        self._change = ShortLink(theme, Style.PANEL, self)
        for link in (self._more, self._change):
            link.clicked.connect(self._follow)

    def show_operation(self, operation: Compared) -> None:
        """Show this operation."""
        self._figure.show_figure(operation.figure, operation.figure_text)
        self.title.show_text(operation.name, Style.SUBHEADING, level=2)
        for link, word, target in (
            (self._more, operation.learn_more, operation.topic),
            (self._change, operation.change, operation.without),
        ):
            link.show_link(word, target)
            link.setAccessibleName(f"{word}: {operation.name}")

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        for part in (self.title, self._more, self._change):
            part.set_theme(theme)

    def height_for(self, width: int) -> int:
        """Place the parts at this width; the height they need."""
        space = self._theme.space
        wide = min(width, space(_FIGURE))
        high = round(wide * _FIGURE_SHAPE)
        self._put(self._figure, 0, 0, wide, high, width)
        left = wide + space(4)
        if width - left < space(_LEAST_BESIDE):
            return self._put_words(0, high + space(2), width, width)
        return max(high, self._put_words(left, 0, width - left, width))

    def _put_words(self, left: int, top: int, room: int, whole: int) -> int:
        """Place the name and the links beside or under the drawing; where they end."""
        title = self.title.height_for(room)
        self._put(self.title, left, top, room, title, whole)
        y = top + title + self._theme.space(1)
        x = left
        for link in (self._more, self._change):
            wanted = min(room, link.wanted_width())
            if x > left and x + wanted > left + room:
                x, y = left, y + self._theme.target
            self._put(link, x, y, wanted, self._theme.target, whole)
            x += wanted + self._theme.space(2)
        return y + self._theme.target

    def _put(self, widget: QWidget, x: int, y: int, width: int, height: int, whole: int) -> None:
        mirrored = whole - x - width if self.isRightToLeft() else x
        widget.setGeometry(QRect(mirrored, y, width, height))

    def _follow(self) -> None:
        link = self.sender()
        if isinstance(link, ShortLink):
            self.topic_requested.emit(link.target)

    def spoken_name(self) -> str:
        return self.title.text()


def _halves(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Blocks in two columns, the longer one first. What belongs to a link stays with it."""
    starts = [number for number, block in enumerate(blocks) if block.kind is Kind.LINK]
    if len(starts) < _SIDES:
        return blocks, ()
    middle = starts[(len(starts) + 1) // 2]
    return blocks[:middle], blocks[middle:]
