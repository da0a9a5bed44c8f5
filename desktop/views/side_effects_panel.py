"""The panel on the right: when to get help, and the side effects of the topic."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible

from desktop.looks.theme import Style
from desktop.pages.find import texts_of
from desktop.pages.place import PanelPlace
from desktop.views.parts.definition_card import Definitions
from desktop.views.parts.effect_fold import EffectFold, unfolded
from desktop.views.parts.flow import Column, ScrollPane
from desktop.views.parts.fold import Fold
from desktop.views.parts.help_card import HelpCard
from desktop.views.parts.rest import Rest
from desktop.views.parts.text_block import TextBlock
from desktop.views.parts.time_filter import TimeFilter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme, Themed
    from desktop.pages.sheet import Block, EffectRow, Panel
    from desktop.speech.transcript import Place, Utterance
    from desktop.views.parts.findable import Passage

_FIRST_ROWS = 8
"""Side effects made before a new panel is painted: more than a usual screen shows."""


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
        self._help = HelpCard(theme, self.definitions, column)
        self._filter = TimeFilter(theme, column)
        self._headings = [TextBlock(theme, column, role=QAccessible.Role.Heading) for _ in range(2)]
        self._folds: list[EffectFold] = []
        self._shown: list[tuple[TextBlock, EffectRow, EffectFold]] = []
        self._waiting: list[tuple[TextBlock, EffectRow]] = []
        self._rest = Rest(self)
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
            return unfolded(self._shown[place.way[0]][2], place.way[1:])
        if place.part == Part.GROUP:
            return [self._headings[place.way[0]]]
        parts = {Part.TITLE: [self._title], Part.SUBTITLE: [self._subtitle], Part.HELP_TITLE: self._help.title()}
        return list(parts[place.part])

    def _said_by(self, fold: EffectFold) -> tuple[Block, ...]:
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

    def _fold(self, number: int) -> EffectFold:
        if number == len(self._folds):
            fold = EffectFold(self._theme, self.column)
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
        if isinstance(fold, EffectFold):
            fold.show_blocks(self._open_effect(fold.effect, self._operation))
            self.definitions.mark(fold.text_blocks(), fold.effect)
