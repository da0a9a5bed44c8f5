"""Reads a transcript aloud, one utterance after the other. Knows texts and places, no widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.speech.aloud import aloud

if TYPE_CHECKING:
    from desktop.speech.transcript import Utterance
    from desktop.voice.voices import Voices


class Listening(QObject):
    """What is being read: a transcript, how far it was read, and whether it rests.

    A pause ends the utterance, and going on says it again from its beginning: that works with every engine, and
    the listener finds the thread again (EN 301 549, 5.1.3.4).
    """

    changed = Signal()
    """Another utterance is said, or it was paused, or the reading has ended."""
    failed = Signal(str)
    """The voice stopped working in the middle: why."""

    def __init__(self, voices: Voices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voices = voices
        self._utterances: tuple[Utterance, ...] = ()
        self._at = 0
        self._language = ""
        self.title = ""
        """What is being read, by its name on the screen."""
        self.what: object = None
        """What is being read, as whoever asked for it told; None while nothing is."""
        self.paused = False
        voices.finished.connect(self.next)
        voices.failed.connect(self._fail)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)  # some systems go on talking without us

    @property
    def utterance(self) -> Utterance | None:
        """What is said now, or will be said again after a pause; None while nothing is read."""
        return self._utterances[self._at] if self._utterances else None

    def read(self, what: object, title: str, utterances: tuple[Utterance, ...], language: str) -> None:
        """Read this from its beginning. ``language`` is the one it is written in."""
        self.what, self.title, self._language = what, title, language
        self._utterances = utterances
        self._go_to(0)

    def pause_or_go_on(self) -> None:
        """Fall silent, or say the utterance again."""
        if not self._utterances:
            return
        if self.paused:
            self._go_to(self._at)
        else:
            self.paused = True
            self._voices.hush()
            self.changed.emit()

    def next(self) -> None:
        """Say the next utterance; after the last one the reading ends."""
        self._go_to(self._at + 1)

    def previous(self) -> None:
        """Say the utterance before; the first one is said again."""
        self._go_to(max(0, self._at - 1))

    def say_again(self) -> None:
        """Say this utterance again, in a voice chosen meanwhile."""
        if not self.paused:
            self._go_to(self._at)

    def stop(self) -> None:
        """Fall silent and forget what was read."""
        if self._utterances:
            self._utterances, self.what, self.paused, self._at = (), None, False, 0
            self._voices.hush()
            self.changed.emit()

    def _go_to(self, number: int) -> None:
        if number >= len(self._utterances):
            self.stop()
            return
        self._at = number
        self.paused = False
        self.changed.emit()
        if self._utterances:  # whoever shows the place may have found it closed and stopped the reading
            self._voices.say(aloud(self._utterances[number].text, self._language))

    def _fail(self, why: str) -> None:
        if self._utterances:
            self.stop()
            self.failed.emit(why)
