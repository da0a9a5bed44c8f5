"""The panel on the right: when to get help, and the side effects of the topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible

from desktop.looks.theme import Style
from desktop.pages.find import texts_of
from desktop.pages.place import PanelPlace
from desktop.views.parts.definition_card import Definitions
from desktop.views.parts.effect_fold import EffectFold, unfolded
from desktop.views.parts.effect_list import EffectList
from desktop.views.parts.flow import Column, ScrollPane
from desktop.views.parts.fold import Fold
from desktop.views.parts.help_card import HelpCard
from desktop.views.parts.text_block import TextBlock
from desktop.views.parts.time_filter import TimeFilter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme, Themed
    from desktop.pages.sheet import Block, Panel
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
        self._texts: dict[str, tuple[str, ...]] = {}
        column = self.column
        self._title = TextBlock(theme, column, role=QAccessible.Role.Heading)
        self._subtitle = TextBlock(theme, column)
        self.definitions = Definitions(self, theme)
        self._help = HelpCard(theme, self.definitions, column)
        self._filter = TimeFilter(theme, column)
        self._list = EffectList(theme, self._new_fold, self._texts_of, column)
        self.made.connect(self.mark_words)
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
        self._texts = {}
        self._list.show_groups(panel.groups, at_once=_FIRST_ROWS)
        self.setAccessibleName(f"{panel.title}: {panel.subtitle}")
        self._filter.setVisible(bool(self._list.effects()))
        self._arrange()
        self.scroll_to(None)

    def show_effect(self, effect: str) -> bool:
        """Open one of the side effects and scroll to it; whether it is among them."""
        if not effect:
            return False
        row = next((row for row in self._list.effects() if row.effect == effect), None)
        if row is None:
            return False
        if self._time not in ("", *row.times):
            self._filter.mark("")
            self._show_time("")
        fold = self._list.fold_of(effect)
        fold.set_open(on=True)
        self.scroll_to(fold)
        return True

    def passages(self) -> Iterator[Passage]:
        self.complete()
        return super().passages()

    def place(self) -> PanelPlace:
        """Where the reader is in the panel."""
        levels = tuple(fold.anchor for fold in self._help.folds() if fold.is_open())
        return PanelPlace(self.spot(), self._time, (*levels, *self._list.opened()))

    def restore(self, place: PanelPlace) -> None:
        """Bring the reader to a place of the panel that is shown."""
        if place == self.place():
            return
        with self.laid_out_once():
            self.complete()
            self._filter.mark(place.time)
            self._show_time(place.time)
            for level in self._help.folds():
                level.set_open(on=level.anchor in place.open)
            self._list.set_opened(place.open)
        self.scroll_to(place.spot)

    # Reading aloud

    def offer_listening(self, *, on: bool) -> None:
        """Whether the warning signs and the side effects can be read aloud."""
        self._listens = on
        self._help.offer_listening(on=on)
        for fold in self._list.folds():
            fold.offer_listening(on=on)
        self.lay_out()

    def show_reading(self, what: object) -> None:
        """What is being read: "help", the id of a side effect, or something else."""
        self._help.show_reading(on=what == "help")
        for fold in self._list.folds():
            fold.show_reading(on=what == fold.effect)

    def utterances(self) -> tuple[Utterance, ...]:
        """What is said of the whole panel as it is shown now."""
        from desktop.speech import transcript  # noqa: PLC0415 - not needed for the first screen

        if self._panel is None:
            return ()
        opened = {effect: self._said_by(effect) for effect in self._list.opened()}
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

        number, row = next((number, row) for number, row in enumerate(self._list.effects()) if row.effect == effect)
        return row.name, transcript.of_effect(row, number, self._said_by(effect))

    def widgets_of(self, place: Place) -> list[QWidget]:
        """The widgets at a place of the transcript; what holds them is opened."""
        from desktop.speech.transcript import Part  # noqa: PLC0415 - as above

        if place.part == Part.LEVEL:
            return self._help.widgets_of(place.way)
        if place.part == Part.EFFECT:
            return unfolded(self._list.fold_of(self._list.effects()[place.way[0]].effect), place.way[1:])
        if place.part == Part.GROUP:
            return self._list.heading_of(place.way[0])
        parts = {Part.TITLE: [self._title], Part.SUBTITLE: [self._subtitle], Part.HELP_TITLE: self._help.title()}
        return list(parts[place.part])

    def _said_by(self, effect: str) -> tuple[Block, ...]:
        return self._open_effect(effect, self._operation)

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
            self._list,
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
        for fold in self._list.made_folds():
            yield from fold.text_blocks()

    def mark_words(self) -> None:
        """Put dots under the words that can be explained, in what is open."""
        self.definitions.mark(self._help.text_blocks())
        for fold in self._list.made_folds():
            self.definitions.mark(fold.text_blocks(), fold.effect)

    def keeps(self, widget: QWidget) -> bool:
        return super().keeps(widget) or self.definitions.explains_in(widget)

    def lay_out(self) -> None:
        super().lay_out()
        self.definitions.follow()

    def _show_time(self, time: str) -> None:
        self._time = time
        self._list.show_time(time)
        self.lay_out()

    def complete(self) -> None:
        """Make now the rows that were left for a moment later."""
        self._list.complete()

    def _arrange(self) -> None:
        space = self._theme.space
        self.column.set_margins(space(4), space(4), space(0), space(10))
        self.column.place(
            [
                (0, self._title),
                (0, self._subtitle),
                (space(3), self._help),
                (space(3), self._filter),
                (space(4), self._list),
            ]
        )
        self.lay_out()

    def _new_fold(self, parent: QWidget) -> EffectFold:
        fold = EffectFold(self._theme, parent)
        fold.opened.connect(self._fill)
        fold.topic_requested.connect(self.topic_requested)
        fold.listen_requested.connect(self.effect_wanted)
        fold.closed.connect(self._tell_hidden)
        fold.offer_listening(on=self._listens)
        return fold

    def _texts_of(self, effect: str) -> tuple[str, ...]:
        """What a side effect says, for finding: kept, because each letter that is typed asks for all of them."""
        if effect not in self._texts:
            self._texts[effect] = tuple(texts_of(self._open_effect(effect, self._operation)))
        return self._texts[effect]

    def _fill(self) -> None:
        fold = self.sender()
        if isinstance(fold, EffectFold):
            fold.show_blocks(self._open_effect(fold.effect, self._operation))
            self.definitions.mark(fold.text_blocks(), fold.effect)
