"""The panel on the right: when to get help, and the side effects of the topic."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QWidget

from desktop.pages.find import texts_of
from desktop.pages.place import PanelPlace
from desktop.theme import Style
from desktop.views.parts import paint
from desktop.views.parts.block_column import PANEL, REST_AFTER_MS, BlockColumn
from desktop.views.parts.buttons import Chip
from desktop.views.parts.definition_card import Definitions
from desktop.views.parts.flow import Column, ScrollPane, lay_out_again
from desktop.views.parts.fold import Fold
from desktop.views.parts.listen_row import ListenRow
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QPaintEvent

    from desktop.pages.sheet import Block, EffectRow, HelpSection, Panel
    from desktop.speech.transcript import Place, Utterance
    from desktop.theme import Theme, Themed
    from desktop.views.parts.findable import Passage

_FIRST_ROWS = 8
"""Side effects made before a new panel is painted: more than a usual screen shows."""
_INSIDE = 4
"""How far what a side effect says stands in from its edge, in units of space."""
_LEVEL_ICONS = {"call_911": "call-911", "emergency": "emergency", "today": "today", "next_visit": "next-visit"}


class SideEffectsPanel(ScrollPane):
    """Shows the panel of a topic. ``open_effect`` gives what an effect says, when it is first opened."""

    topic_requested = Signal(str)
    help_wanted = Signal()
    """The warning signs are to be read aloud."""
    effect_wanted = Signal(str)
    """This side effect is to be read aloud."""
    reading_hidden = Signal()
    """What is being read has been closed."""

    def __init__(
        self, theme: Theme, open_effect: Callable[[str, str], tuple[Block, ...]], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, Column(), parent)
        self._theme = theme
        self._open_effect = open_effect
        self._operation = ""
        self._panel: Panel | None = None
        self._listens = False
        self._time = ""
        column = self.column
        self._title = TextBlock(theme, column, role=QAccessible.Role.Heading)
        self._subtitle = TextBlock(theme, column)
        self.definitions = Definitions(self, theme)
        self._help = _HelpCard(theme, self.definitions, column)
        self._filter = _TimeFilter(theme, column)
        self._headings = [TextBlock(theme, column, role=QAccessible.Role.Heading) for _ in range(2)]
        self._folds: list[_EffectFold] = []
        self._shown: list[tuple[TextBlock, EffectRow, _EffectFold]] = []
        self._waiting: list[tuple[TextBlock, EffectRow]] = []
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_AFTER_MS)
        self._rest.timeout.connect(self.complete)
        self._filter.chosen.connect(self._show_time)
        self._help.listen_requested.connect(self.help_wanted)
        for level in self._help.levels():
            level.closed.connect(self._tell_hidden)
        self.setAccessibleIdentifier("side-effects")
        self.set_ground(theme.colour("panel"))

    def show_times(self, times: list[tuple[str, str]]) -> None:
        """Offer these times, each an id with its name, besides "All"."""
        self._filter.show_times([("", self.tr("All")), *times])

    def show_panel(self, panel: Panel) -> None:
        """Show the side effects of a topic, all of them closed."""
        self.definitions.close()
        self._operation, self._panel = panel.operation, panel
        self._title.show_text(panel.title, Style.HEADING, level=2)
        self._subtitle.show_text(panel.subtitle, Style.SMALL, colour="ink-soft")
        self._help.setVisible(bool(panel.help))
        self._help.show_help(panel.help_title, panel.help_note, panel.help)
        self._shown = []
        self._waiting = [
            (heading, row) for heading, group in zip(self._headings, panel.groups, strict=False) for row in group.rows
        ]
        for heading, group in zip(self._headings, panel.groups, strict=False):
            heading.show_text(group.heading, Style.PANEL_BOLD, level=3)
        self._make(_FIRST_ROWS)
        for fold in self._folds[len(self._shown) :]:
            fold.hide()
        if self._waiting:
            self._rest.start()
        self.setAccessibleName(f"{panel.title}: {panel.subtitle}")
        self._filter.setVisible(bool(self._shown))
        self._arrange()
        self.scroll_to(None)

    def show_effect(self, effect: str) -> bool:
        """Open one of the side effects and scroll to it; whether it is among them."""
        if not effect:
            return False
        self.complete()
        found = next(((row, fold) for _, row, fold in self._shown if row.effect == effect), None)
        if found is None:
            return False
        row, fold = found
        if self._time not in ("", *row.times):
            self._filter.mark("")
            self._show_time("")
        fold.set_open(on=True)
        self.scroll_to(fold)
        return True

    def passages(self) -> Iterator[Passage]:
        self.complete()
        return super().passages()

    def place(self) -> PanelPlace:
        """Where the reader is in the panel."""
        folds = (*self._help.folds(), *(fold for _, _, fold in self._shown))
        return PanelPlace(self.spot(), self._time, tuple(fold.anchor for fold in folds if fold.is_open()))

    def restore(self, place: PanelPlace) -> None:
        """Bring the reader to a place of the panel that is shown."""
        if place == self.place():
            return
        with self.laid_out_once():
            self.complete()
            self._filter.mark(place.time)
            self._show_time(place.time)
            for fold in (*self._help.folds(), *(fold for _, _, fold in self._shown)):
                fold.set_open(on=fold.anchor in place.open)
        self.scroll_to(place.spot)

    # Reading aloud

    def offer_listening(self, *, on: bool) -> None:
        """Whether the warning signs and the side effects can be read aloud."""
        self._listens = on
        self._help.offer_listening(on=on)
        for fold in self._folds:
            fold.offer_listening(on=on)
        self.lay_out()

    def show_reading(self, what: object) -> None:
        """What is being read: "help", the id of a side effect, or something else."""
        self._help.show_reading(on=what == "help")
        for fold in self._folds:
            fold.show_reading(on=what == fold.effect)

    def utterances(self) -> tuple[Utterance, ...]:
        """What is said of the whole panel as it is shown now."""
        from desktop.speech import transcript  # noqa: PLC0415 - not needed for the first screen

        if self._panel is None:
            return ()
        self.complete()
        opened = {fold.effect: self._said_by(fold) for _, _, fold in self._shown if fold.is_open()}
        return transcript.of_panel(self._panel, self._help.counts(), opened, self._time)

    def help_to_read(self) -> tuple[str, tuple[Utterance, ...]]:
        """The title of the warning signs, and what is said of them."""
        from desktop.speech import transcript  # noqa: PLC0415 - as above

        if self._panel is None:
            return "", ()
        return self._panel.help_title, transcript.of_help(self._panel, self._help.counts())

    def effect_to_read(self, effect: str) -> tuple[str, tuple[Utterance, ...]]:
        """The name of a side effect, and what is said of it."""
        from desktop.speech import transcript  # noqa: PLC0415 - as above

        number, row, fold = next(
            (number, row, fold) for number, (_, row, fold) in enumerate(self._shown) if row.effect == effect
        )
        return row.name, transcript.of_effect(row, number, self._said_by(fold))

    def widgets_of(self, place: Place) -> list[QWidget]:
        """The widgets at a place of the transcript; what holds them is opened."""
        from desktop.speech.transcript import Part  # noqa: PLC0415 - as above

        if place.part == Part.LEVEL:
            return self._help.widgets_of(place.way)
        if place.part == Part.EFFECT:
            return _unfolded(self._shown[place.way[0]][2], place.way[1:])
        if place.part == Part.GROUP:
            return [self._headings[place.way[0]]]
        parts = {Part.TITLE: [self._title], Part.SUBTITLE: [self._subtitle], Part.HELP_TITLE: self._help.title()}
        return list(parts[place.part])

    def _said_by(self, fold: _EffectFold) -> tuple[Block, ...]:
        return self._open_effect(fold.effect, self._operation)

    def _tell_hidden(self) -> None:
        fold = self.sender()
        if isinstance(fold, Fold) and self.marks(fold):
            self.reading_hidden.emit()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self.use_theme(theme)
        self.definitions.set_theme(theme)
        self.set_ground(theme.colour("panel"))
        parts: tuple[Themed, ...] = (
            self._title,
            self._subtitle,
            self._help,
            self._filter,
            *self._headings,
            *self._folds,
        )
        for part in parts:
            part.set_theme(theme)
        self._arrange()

    def text_blocks(self) -> Iterator[TextBlock]:
        """The texts that are shown now, in reading order."""
        yield self._title
        yield self._subtitle
        yield from self._help.text_blocks()
        self.complete()
        for _, _, fold in self._shown:
            yield from fold.text_blocks()

    def mark_words(self) -> None:
        """Put dots under the words that can be explained, in what is open."""
        self.definitions.mark(self._help.text_blocks())
        for _, _, fold in self._shown:
            self.definitions.mark(fold.text_blocks(), fold.effect)

    def _show_time(self, time: str) -> None:
        self._time = time
        self.complete()
        self._arrange()

    def complete(self) -> None:
        """Make now the rows that were left for a moment later."""
        self._rest.stop()
        if self._waiting:
            self._make(len(self._waiting))
            self._arrange()

    def _make(self, count: int) -> None:
        """Make the folds of the next rows, below those that are there."""
        for heading, row in self._waiting[:count]:
            fold = self._fold(len(self._shown))
            fold.show_row(row)
            fold.closed_texts = partial(self._texts_of, row.effect)
            self._shown.append((heading, row, fold))
        self._waiting = self._waiting[count:]

    def _arrange(self) -> None:
        """Show the effects of the chosen time under their headings."""
        space = self._theme.space
        placed: list[tuple[int, QWidget]] = [
            (0, self._title),
            (0, self._subtitle),
            (space(3), self._help),
            (space(3), self._filter),
        ]
        under: TextBlock | None = None
        for heading, row, fold in self._shown:
            visible = not self._time or self._time in row.times
            fold.setVisible(visible)
            if not visible:
                continue
            if heading is not under:
                placed.append((space(4), heading))
                under = heading
            placed.append((space(1.5), fold))
        for heading in self._headings:
            heading.setVisible(any(heading is widget for _, widget in placed))
        for _, widget in placed:
            widget.raise_()
        self.column.set_margins(space(4), space(4), space(0), space(10))
        self.column.place(placed)
        self.lay_out()

    def _fold(self, number: int) -> _EffectFold:
        if number == len(self._folds):
            fold = _EffectFold(self._theme, self.column)
            fold.opened.connect(self._fill)
            fold.topic_requested.connect(self.topic_requested)
            fold.listen_requested.connect(self.effect_wanted)
            fold.closed.connect(self._tell_hidden)
            fold.offer_listening(on=self._listens)
            self._folds.append(fold)
        return self._folds[number]

    def _texts_of(self, effect: str) -> Iterator[str]:
        return texts_of(self._open_effect(effect, self._operation))

    def _fill(self) -> None:
        fold = self.sender()
        if isinstance(fold, _EffectFold):
            fold.show_blocks(self._open_effect(fold.effect, self._operation))
            self.definitions.mark(fold.text_blocks(), fold.effect)


def _unfolded(fold: Fold, way: tuple[int, ...]) -> list[QWidget]:
    """The widgets of a text in a fold, which is opened; without a way those of its heading."""
    if not way:
        return [fold.heading]
    fold.set_open(on=True)
    return fold.body.widgets_at(way) if isinstance(fold.body, BlockColumn) else [fold]


class _EffectFold(Fold):
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


class _HelpCard(Column, Speaks):
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
        return _unfolded(self._levels[way[0]], way[1:])

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

    def spoken_name(self) -> str:
        return self.accessibleName()

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


class _TimeFilter(QWidget, Speaks):
    """A row of choices: all side effects, or those of one time. Wraps where it is narrow."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: dict[str, Chip] = {}

    def show_times(self, times: list[tuple[str, str]]) -> None:
        """Offer these choices; the first is chosen at first. Later they may get other names, but stay the same."""
        for time, name in times:
            chip = self._chips.get(time) or self._chip(time)
            chip.set_text(name)
        self.setAccessibleName(self.tr("Show side effects of"))
        lay_out_again(self)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        for chip in self._chips.values():
            chip.set_theme(theme)

    def height_for(self, width: int) -> int:
        """Place the choices in as many rows as this width needs."""
        gap = self._theme.space(1.5)
        x = y = 0
        height = self._theme.target
        for chip in self._chips.values():
            size = chip.sizeHint()
            if x and x + size.width() > width:
                x = 0
                y += height
            left = width - x - size.width() if self.isRightToLeft() else x
            chip.setGeometry(left, y, min(size.width(), width), height)
            x += size.width() + gap
        return y + height

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Grouping

    def spoken_name(self) -> str:
        return self.accessibleName()

    def mark(self, time: str) -> None:
        """Mark one of the times as the chosen one, without telling of it."""
        self._chips[time].setChecked(True)

    def _chip(self, time: str) -> Chip:
        chip = self._chips[time] = Chip(self._theme, "", self)
        chip.setAccessibleIdentifier(f"time-{time or 'all'}")
        chip.setChecked(len(self._chips) == 1)
        chip.clicked.connect(self._choose)
        chip.show()
        return chip

    def _choose(self) -> None:
        pressed = self.sender()
        self.chosen.emit(next(time for time, chip in self._chips.items() if chip is pressed))
