"""The side effects of a panel under their headings, each of which opens in place."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QAccessible

from desktop.looks.theme import Style
from desktop.views.parts.long_column import LongColumn
from desktop.views.parts.pool import Pool
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme
    from desktop.pages.sheet import EffectGroup, EffectRow
    from desktop.views.parts.effect_fold import EffectFold
    from desktop.views.parts.long_column import Row

_LETTER = 0.5
"""The width of a letter, as a share of the size of the type: to guess how many lines a name needs."""


class _Line(NamedTuple):
    """A row: the heading of a group, or a side effect."""

    heading: str
    effect: EffectRow | None


class EffectList(LongColumn):
    """Shows those side effects that can happen at the chosen time. What is open stays open."""

    def __init__(
        self,
        theme: Theme,
        new_fold: Callable[[QWidget], EffectFold],
        texts_of: Callable[[str], tuple[str, ...]],
        parent: QWidget,
    ) -> None:
        """``new_fold`` makes a fold in this list; ``texts_of`` tells what a side effect says once it is open."""
        super().__init__(parent)
        self._theme = theme
        self._texts_of = texts_of
        self._headings = Pool(self._new_heading)
        self._pool = Pool(partial(new_fold, self))
        self._groups: tuple[EffectGroup, ...] = ()
        self._time = ""
        self._lines: list[_Line] = []
        self._folds: dict[str, EffectFold] = {}

    def show_groups(self, groups: tuple[EffectGroup, ...], *, at_once: int) -> None:
        """Show these side effects, all of them closed. Only the first rows are made now, the others a moment later."""
        self._groups = groups
        self._folds = {}
        for fold in self._pool:
            fold.set_open(on=False)
        self._pool.give_all()
        self._show(at_once)

    def show_time(self, time: str) -> None:
        """Show those of this time; of all times if it is empty."""
        self._time = time
        self._show(self.most_at_once())
        self.complete()

    def effects(self) -> tuple[EffectRow, ...]:
        """All side effects, whatever time is chosen."""
        return tuple(row for group in self._groups for row in group.rows)

    def fold_of(self, effect: str) -> EffectFold:
        """The fold of a side effect that can happen at the chosen time. Raises KeyError for any other."""
        self.reach(self._number_of(effect))
        return self._folds[effect]

    def heading_of(self, group: int) -> list[QWidget]:
        """The heading of a group that has something to show."""
        heading = self._groups[group].heading
        number = next(number for number, line in enumerate(self._lines) if line.heading == heading)
        return [self.reach(number)[0][1]]

    def opened(self) -> tuple[str, ...]:
        """The side effects that are open, in their order."""
        opened = {effect for effect in self._folds if self._is_open(effect)}
        return tuple(row.effect for row in self.effects() if row.effect in opened) if opened else ()

    def set_opened(self, effects: Collection[str]) -> None:
        """Open these and close the others."""
        numbers = {line.effect.effect: number for number, line in enumerate(self._lines) if line.effect is not None}
        for row in self.effects():
            on = row.effect in effects
            if not on and not self._is_open(row.effect):
                continue
            if row.effect in numbers:
                self.reach(numbers[row.effect])
            fold = self._fold(row)
            fold.setVisible(row.effect in numbers)
            fold.set_open(on=on)

    def folds(self) -> tuple[EffectFold, ...]:
        """Every fold there is."""
        return tuple(self._pool)

    def made_folds(self) -> Iterator[EffectFold]:
        """Those that are shown, in reading order; of a long list those near the screen."""
        for line in self._lines:
            if line.effect is not None and line.effect.effect in self._folds:
                yield self._folds[line.effect.effect]

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self._headings.set_theme(theme)
        self._pool.set_theme(theme)
        self.guess_again()

    def texts_of_row(self, number: int) -> tuple[str, ...]:
        heading, effect = self._lines[number]
        return (heading,) if effect is None else (effect.name, *self._texts_of(effect.effect))

    def reach_anchor(self, anchor: str) -> None:
        if self.is_long():
            with suppress(KeyError):
                self.reach(self._number_of(anchor))
            super().reach_anchor(anchor)

    def holds(self, number: int) -> bool:
        """What is open stays open wherever the reader scrolls."""
        effect = self._lines[number].effect
        return effect is not None and self._is_open(effect.effect)

    def make_row(self, number: int) -> Row:
        space = self._theme.space
        heading, effect = self._lines[number]
        if effect is None:
            text = self._headings.take()
            text.show_text(heading, Style.PANEL_BOLD, level=3)
            return ((space(4), text),)
        return ((space(1.5), self._fold(effect)),)

    def free_row(self, number: int, row: Row) -> None:
        effect = self._lines[number].effect
        if effect is None:
            self._headings.give(row[0][1])
        else:
            self._pool.give(self._folds.pop(effect.effect))

    def guesses(self, width: int) -> list[int]:
        theme, space = self._theme, self._theme.space
        letter = theme.font(Style.PANEL_BOLD).pixelSize() * _LETTER
        room = max(1.0, (width - space(13)) / letter)
        bold, small = round(theme.leading(Style.PANEL_BOLD)), round(theme.leading(Style.SMALL))
        known: dict[tuple[int, int, int], int] = {}
        found = []
        for heading, effect in self._lines:
            if effect is None:
                found.append(space(4) + bold * (1 + int(len(heading) / room)))
                continue
            lengths = (len(effect.name), len(effect.when), len(effect.tag))
            if lengths not in known:
                name, *under = (1 + int(length / room) if length else 0 for length in lengths)
                known[lengths] = space(1.5) + max(theme.target, bold * name + small * sum(under) + space(4))
            found.append(known[lengths])
        return found

    def _show(self, at_once: int) -> None:
        """Show the rows of the chosen time."""
        self._lines = []
        for group in self._groups:
            rows = [_Line("", row) for row in group.rows if not self._time or self._time in row.times]
            self._lines += [_Line(group.heading, None), *rows] if rows else []
        self._headings.give_all()
        if self._folds:
            shown = {line.effect.effect for line in self._lines if line.effect is not None}
            for effect in [each for each in self._folds if each not in shown and not self._is_open(each)]:
                self._pool.give(self._folds.pop(effect))
        self.show_rows(len(self._lines), at_once)

    def _fold(self, row: EffectRow) -> EffectFold:
        fold = self._folds.get(row.effect)
        if fold is None:
            fold = self._folds[row.effect] = self._pool.take()
            fold.show_row(row)
            fold.closed_texts = partial(self._texts_of, row.effect)
        return fold

    def _is_open(self, effect: str) -> bool:
        return effect in self._folds and self._folds[effect].is_open()

    def _number_of(self, effect: str) -> int:
        for number, line in enumerate(self._lines):
            if line.effect is not None and line.effect.effect == effect:
                return number
        raise KeyError(effect)

    def _new_heading(self) -> TextBlock:
        return TextBlock(self._theme, self, role=QAccessible.Role.Heading)
