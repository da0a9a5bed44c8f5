"""Reading aloud on a kiosk, joined: a voice of the visit's language, its volume, and the spoken warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.policy import MOST_VOLUME

if TYPE_CHECKING:
    from desktop.views.kiosk.window import KioskWindow
    from desktop.voice.listening import Listening
    from desktop.voice.voices import Voices

STARTS_AFTER_MS = 1500
"""How long after the start a voice is looked for, in milliseconds: opening the voices holds the window up."""


class KioskVoice(QObject):
    """Finds a voice of the language that is shown. Made only where the clinic's policy wants sound."""

    def __init__(self, window: KioskWindow) -> None:
        super().__init__(window)
        self._window = window
        self._voices: Voices | None = None
        self._listening: Listening | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(STARTS_AFTER_MS)
        self._later.timeout.connect(self.look_now)
        window.volume_changed.connect(self._use_volume)
        window.said.connect(self._say)

    def look_soon(self) -> None:
        """Look for a voice once the first screen is there."""
        self._later.start()

    def look_now(self) -> None:
        """Look for a voice of the language that is shown."""
        from desktop.voice.listening import Listening  # noqa: PLC0415 - none of this is needed for the first screen
        from desktop.voice.voices import Voices  # noqa: PLC0415 - as above

        self._later.stop()
        if self._voices is None or self._listening is None:
            self._voices = Voices(self)
            self._listening = Listening(self._voices, self)
            self._voices.set_volume(self._window.volume / MOST_VOLUME)
            self._voices.settled.connect(self._offer)
            self._listening.failed.connect(self._fail)
        self._voices.look_for(self._window.guide.edition.language)

    def language_changed(self) -> None:
        """Look for a voice of the other language, if one was looked for at all."""
        if self._listening is not None:
            self._window.offer_listening(self._listening, on=False)
            self.look_now()

    def _offer(self) -> None:
        if self._voices is not None and self._listening is not None:
            self._window.offer_listening(self._listening, on=bool(self._voices.names))

    def _use_volume(self, level: int) -> None:
        """The paragraph is said again, so that the visitor hears at once what was chosen."""
        if self._voices is not None and self._listening is not None:
            self._voices.set_volume(level / MOST_VOLUME)
            if self._listening.utterance is not None:
                self._listening.say_again()

    def _say(self, text: str) -> None:
        """Say something that is no part of a page; nothing falls silent."""
        if self._voices is not None and self._voices.names:
            if text:
                self._voices.say(text)
            else:
                self._voices.hush()

    def _fail(self, why: str) -> None:
        """A visitor cannot mend a voice: the button goes, and staff are told."""
        if self._listening is not None:
            self._window.offer_listening(self._listening, on=False)
        self._window.show_message(self.tr("The voice stopped reading: {0}").format(why))
