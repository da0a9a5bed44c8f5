"""Lets the page, the warning signs or a side effect be heard: joins what reads with what shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.views.choice_menu import ChoiceMenu
from desktop.views.listen_bar import ListenBar
from desktop.views.pane_switch import Pane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme
    from desktop.speech.transcript import Utterance
    from desktop.views.detail_pane import DetailPane
    from desktop.views.header_bar import HeaderBar
    from desktop.views.kiosk.bars import BottomBar
    from desktop.views.side_effects_panel import SideEffectsPanel
    from desktop.voice.listening import Listening

TOPIC, PANEL, HELP = "topic", "panel", "help"
"""What can be heard; a side effect is told by its id."""


class PageReader(QObject):
    """Starts and steers the reading. Made once a voice was found; the buttons to listen are hidden until then."""

    layout_changed = Signal()
    """The bar has come, gone, or needs another height."""
    voice_chosen = Signal(str)

    def __init__(
        self,
        listening: Listening,
        theme: Theme,
        window: QWidget,
        parts: tuple[HeaderBar | BottomBar, DetailPane, SideEffectsPanel],
        show_pane: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._listening = listening
        self._theme = theme
        self._header, self._detail, self._effects = parts
        self._show_pane = show_pane
        self._language = ""
        self._voices: tuple[str, ...] = ()
        self._voice = ""
        self._menu: ChoiceMenu | None = None
        self.bar = ListenBar(theme, window)
        self.bar.previous_requested.connect(listening.previous)
        self.bar.pause_requested.connect(listening.pause_or_go_on)
        self.bar.next_requested.connect(listening.next)
        self.bar.stop_requested.connect(listening.stop)
        self.bar.voice_requested.connect(self._offer_voices)
        self._header.listen_requested.connect(self.read_or_stop)
        self._effects.help_wanted.connect(self._read_help)
        self._effects.effect_wanted.connect(self._read_effect)
        self._effects.reading_hidden.connect(listening.stop)
        listening.changed.connect(self._show)

    def offer(self, language: str, voices: tuple[str, ...], voice: str) -> None:
        """These voices can read the language that is shown; without any nothing can be listened to."""
        self._listening.stop()
        self._language, self._voices, self._voice = language, voices, voice
        self._header.offer_listening(on=bool(voices))
        self._effects.offer_listening(on=bool(voices))
        self.bar.offer_voices(on=len(voices) > 1)

    def reading(self) -> bool:
        """Whether something is being read, or rests."""
        return self._listening.utterance is not None

    def read_or_stop(self) -> None:
        """Read the page, or the panel where only that is shown; if anything is being read, stop it."""
        if not self._voices or self.reading():
            self._listening.stop()
        elif self._out_of_sight(self._detail) and not self._out_of_sight(self._effects):
            self._read(PANEL, self._effects.accessibleName(), self._effects.utterances())
        else:
            self._read(TOPIC, self._detail.accessibleName(), self._detail.utterances())

    def stop(self) -> None:
        """Fall silent."""
        self._listening.stop()

    def stop_if_hidden(self) -> None:
        """Fall silent if the pane that is read has gone out of sight."""
        if self.reading() and self._out_of_sight(self._pane()):
            self._listening.stop()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text; what is read stays marked."""
        self._theme = theme
        self.bar.set_theme(theme)
        self._mark()

    def _read_help(self) -> None:
        self._read(HELP, *self._effects.help_to_read())

    def _read_effect(self, effect: str) -> None:
        self._read(effect, *self._effects.effect_to_read(effect))

    def _read(self, what: str, title: str, utterances: tuple[Utterance, ...]) -> None:
        if self._listening.what == what:
            self._listening.stop()
        else:
            self._listening.stop()
            self._show_pane(Pane.TOPIC if what == TOPIC else Pane.EFFECTS)
            self._listening.read(what, title, utterances, self._language)

    def _show(self) -> None:
        """Show in the bar, at the buttons and by the mark what is being read."""
        reading, what = self.reading(), self._listening.what
        self._header.show_reading(on=reading)
        self._effects.show_reading(what)
        if reading:
            self.bar.show_reading(self._listening.title, paused=self._listening.paused)
        elif self.bar.isAncestorOf(self.bar.window().focusWidget()):
            self._detail.take_focus(seen=True)
        self.bar.setVisible(reading)
        self.layout_changed.emit()
        self._mark()

    def _mark(self) -> None:
        utterance, pane = self._listening.utterance, self._pane()
        for other in (self._detail, self._effects):
            if other is not pane or utterance is None:
                other.mark(())
        if utterance is not None:
            pane.mark(pane.widgets_of(utterance.place))

    def _out_of_sight(self, pane: QWidget) -> bool:
        return not pane.isVisibleTo(self.bar.window())

    def _pane(self) -> DetailPane | SideEffectsPanel:
        """The pane that is read."""
        return self._detail if self._listening.what == TOPIC else self._effects

    def _offer_voices(self, under: QWidget) -> None:
        if self._menu is None:
            self._menu = ChoiceMenu(self.bar)
            self._menu.chosen.connect(self._choose_voice)
        names = {voice: voice for voice in self._voices}
        self._menu.offer_choices(self._theme, self.tr("Voice"), names, self._voice, under)

    def _choose_voice(self, voice: str) -> None:
        self._voice = voice
        self.voice_chosen.emit(voice)
