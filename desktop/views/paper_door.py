"""The one door to the system's dialogs for files and printers. A kiosk never opens it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from desktop.kept.files import write_whole
from desktop.paper.printer import print_pages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter
    from PySide6.QtWidgets import QWidget

    from desktop.paper.pages import Pages

_SUFFIX = ".pdf"


class PaperDoor(QObject):
    """Saves and prints. Whatever happens is told in a sentence."""

    told = Signal(str)
    """What was done, or what went wrong and what else can be done."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._files: QFileDialog | None = None
        self._dialog: QPrintDialog | None = None
        self._printer: QPrinter | None = None
        self._data = b""
        self._pages: Pages | None = None

    def save(self, data: bytes, name: str) -> None:
        """Ask where to save a PDF, and save it there."""
        self._data = data
        if self._files is None:
            self._files = QFileDialog(self._window)
            self._files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            self._files.setDefaultSuffix(_SUFFIX)
            self._files.fileSelected.connect(self.save_as)
            folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            self._files.setDirectory(folder)
        self._files.setWindowTitle(self.tr("Save as PDF"))
        self._files.setNameFilter(self.tr("PDF files (*.pdf)"))
        self._files.selectFile(name)
        self._files.open()

    def save_as(self, file: str) -> None:
        """Save the PDF under this name."""
        try:
            write_whole(Path(file), self._data)
        except OSError as error:
            told = self.tr(
                "The handout could not be saved: {0}. Choose another folder, or take the code for the phone."
            )
            self.told.emit(told.format(error.strerror or error))
        else:
            self.told.emit(self.tr("The handout is saved: {0}").format(file))

    def print(self, pages: Pages) -> None:
        """Ask for a printer and print. If there is none, say what else can be done."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo  # noqa: PLC0415 - loads the printers

        if not QPrinterInfo.availablePrinterNames():
            self.told.emit(self.tr("No printer was found. Save the handout as a PDF, or take the code for the phone."))
            return
        self._pages = pages
        if self._printer is None or self._dialog is None:
            self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
            self._dialog = QPrintDialog(self._printer, self._window)
            self._dialog.accepted.connect(self._print)
        self._printer.setPageSize(pages.page_size())
        self._printer.setFullPage(True)
        self._printer.setDocName(pages.document.title)
        self._printer.setFromTo(1, len(pages))
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.show()

    def _print(self) -> None:
        if self._printer is not None and self._pages is not None and not print_pages(self._pages, self._printer):
            self.told.emit(
                self.tr("The handout could not be printed. Save it as a PDF, or take the code for the phone.")
            )
