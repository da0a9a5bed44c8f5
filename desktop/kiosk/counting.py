"""Joins the counts to the kiosk's window. Made only where the clinic's policy asks for them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from desktop import paths
from desktop.kept.files import write_whole
from desktop.kiosk.counts import Counts

if TYPE_CHECKING:
    from desktop.policy import Policy
    from desktop.views.kiosk.window import KioskWindow

WRITES_EVERY_MS = 3_600_000
"""By the hour, whether or not anybody came: when the file was written tells of nobody."""


class KioskCounts(QObject):
    """Counts what visitors open, and exports the counts for staff."""

    def __init__(self, window: KioskWindow, policy: Policy) -> None:
        super().__init__(window)
        self._window = window
        self._folder = policy.counts_folder
        self.counts = Counts(paths.settings(), policy.counts_days)
        self._timer = QTimer(self)
        self._timer.setInterval(WRITES_EVERY_MS)
        self._timer.timeout.connect(self._write)
        self._timer.start()
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.counts.write)
        window.topic_shown.connect(self.counts.opened)
        window.search_missed.connect(self._miss)
        window.visit_ended.connect(self.counts.end_visit)
        window.export_requested.connect(self._export)
        window.offer_export(on=self._folder is not None)
        if self.counts.problem:
            window.show_message(self.counts.problem)

    def _miss(self, text: str) -> None:
        self.counts.missed(text, self._window.guide)

    def _write(self) -> None:
        if not self.counts.write():
            self._window.show_message(self.counts.problem)

    def _export(self) -> None:
        if self._folder is None:
            return
        file = self._folder / f"net-surgery-guide-counts-{date.today().isoformat()}.csv"
        try:
            write_whole(file, self.counts.export().encode())
        except OSError as error:
            told = self.tr("The counts could not be written: {0}").format(f"{file}: {error.strerror or error}")
        else:
            told = self.tr("The counts are written: {0}").format(file)
        self._window.tell_staff(told)
