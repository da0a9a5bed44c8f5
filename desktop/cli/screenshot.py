"""``screenshot``: the window, drawn without a screen."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import machine
from desktop.errors import UsageError

if TYPE_CHECKING:
    from desktop.options import ScreenshotOptions


def run(options: ScreenshotOptions) -> int:
    """Draw the window as the options say; the exit code. Raises UsageError if the file cannot be written."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = machine.load_qt()
    with tempfile.TemporaryDirectory() as settings:
        running = app.build(options.window, Path(settings), text_size=options.text_size)
        running.window.resize(*options.size)
        running.window.show()
        running.window.complete()
        running.application.processEvents()
        if not running.window.grab().save(str(options.file)):
            message = f"Cannot write {options.file}. Give a file name that ends in .png, in a folder you may write to."
            raise UsageError(message)
    return 0
