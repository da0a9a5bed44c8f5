"""Pages on paper: to a printer that a person chose, or straight to the one that the clinic's policy names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop.paper.pages import Pages

_UNITS_PER_INCH = 720


def print_straight(pages: Pages, name: str, title: str) -> bool:
    """Print all pages on the printer of this name, without asking; whether it took them.

    ``title`` is what the job is called in the queue, where others see it. Qt writes a PDF where there is no such
    printer: that is refused, because a kiosk leaves no file.
    """
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # noqa: PLC0415 - loads the printers

    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        return False
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    if printer.outputFormat() != QPrinter.OutputFormat.NativeFormat:
        return False
    printer.setPageSize(pages.page_size())
    printer.setFullPage(True)
    printer.setDocName(title)
    return print_pages(pages, printer)


def print_pages(pages: Pages, printer: QPrinter) -> bool:
    """Print the pages that were asked for; whether that could be begun and ended."""
    from PySide6.QtGui import QPainter  # noqa: PLC0415 - as above

    painter = QPainter()
    if not painter.begin(printer):
        return False
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    scale = printer.resolution() / _UNITS_PER_INCH
    for number in range(first - 1, min(last, len(pages))):
        if number >= first and not printer.newPage():
            painter.end()
            return False
        pages.paint(painter, number, scale)
    return bool(painter.end())
