"""Reading aloud, joined: looks for a voice once the window rests, and offers it to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from desktop.kept.memory import Memory
    from desktop.views.main_window import MainWindow
    from desktop.voice.listening import Listening
    from desktop.voice.voices import Voices

RESTS_AFTER_MS = 1500
"""How long nobody has used the window when a voice is looked for, in milliseconds."""


class ReadAloud(QObject):
    """Finds a voice of the language that is shown, and remembers the one the reader chose.

    To open the system's voices takes up to two seconds in which the window does not answer (13,000 voices of
    espeak-ng, measured), so it waits until the reader only looks.
    """

    def __init__(self, window: MainWindow, memory: Memory) -> None:
        super().__init__(window)
        self._window = window
        self._memory = memory
        self._voices: Voices | None = None
        self._listening: Listening | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RESTS_AFTER_MS)
        self._rest.timeout.connect(self.look_now)
        window.voice_requested.connect(self._use)

    def look_when_quiet(self) -> None:
        """Look for a voice once nobody has used the window for a while."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        self._rest.start()

    def look_now(self) -> None:
        """Look for a voice of the language that is shown."""
        from desktop.voice.listening import Listening  # noqa: PLC0415 - none of this is needed for the first screen
        from desktop.voice.voices import Voices  # noqa: PLC0415

        self._rest.stop()
        handle = self._window.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)
        if self._voices is None or self._listening is None:
            self._voices = Voices(self)
            self._listening = Listening(self._voices, self)
            self._voices.settled.connect(self._offer)
            self._listening.failed.connect(self._tell)
        language = self._window.guide.edition.language
        self._voices.look_for(language, getattr(self._memory.settings, f"voice_{language}", ""))

    def language_changed(self) -> None:
        """Look for a voice of the other language, if one was looked for at all."""
        if self._voices is not None and self._listening is not None:
            self._window.offer_listening(self._listening, (), "")
            self.look_now()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = QtCore.QEvent.Type
        if event.type() in (kinds.MouseMove, kinds.MouseButtonPress, kinds.KeyPress, kinds.Wheel, kinds.TouchUpdate):
            self._rest.start()
        return super().eventFilter(watched, event)

    def _offer(self) -> None:
        if self._voices is not None and self._listening is not None:
            self._window.offer_listening(self._listening, self._voices.names, self._voices.name)

    def _use(self, voice: str) -> None:
        if self._voices is not None and self._listening is not None:
            self._voices.use(voice)
            self._memory.change(**{f"voice_{self._window.guide.edition.language}": voice})
            self._listening.say_again()

    def _tell(self, why: str) -> None:
        self._window.show_message(self._window.voice_problem(why))
