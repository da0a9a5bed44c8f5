"""Remembers what the reader chose: the window, the topic, the language and the looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from desktop.kept.settings import Settings, SettingsFile

_SAVE_AFTER_MS = 500


class Memory(QObject):
    """Writes the settings shortly after they change, so that a power cut loses nothing old."""

    failed = Signal(str)
    """Once: what keeps the settings from being written."""

    def __init__(self, file: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._told = False
        self.settings: Settings = file.read()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SAVE_AFTER_MS)
        self._later.timeout.connect(self.save)

    def change(self, **values: object) -> None:
        """Remember these fields of the settings from now on."""
        settings = self.settings._replace(**values)  # type: ignore[arg-type]
        if settings != self.settings:
            self.settings = settings
            self._later.start()

    def save(self) -> None:
        """Write what has changed. If that fails the reader is told once."""
        self._later.stop()
        if not self._file.write(self.settings) and not self._told:
            self._told = True
            self.failed.emit(self._file.problem)

    def save_if_changed(self) -> None:
        """Write what has changed and not been written yet."""
        if self._later.isActive():
            self.save()
