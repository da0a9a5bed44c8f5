"""``screenshot``: the window, drawn without a screen."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import machine, policy_file
from desktop.errors import UsageError
from desktop.policy import KIOSK, Policy

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.options import ScreenshotOptions


def run(options: ScreenshotOptions) -> int:
    """Draw the window as the options say; the exit code. Raises UsageError if the file cannot be written."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    machine.load_qt()
    if options.window.profile == KIOSK:
        return _kiosk(options)
    from desktop import app  # noqa: PLC0415 - Qt is loaded only now

    with tempfile.TemporaryDirectory() as settings:
        running = app.build(options.window, Path(settings), text_size=options.text_size)
        running.window.resize(*options.size)
        running.window.show()
        running.window.complete()
        running.application.processEvents()
        _save(running.window, options.file)
    return 0


def _kiosk(options: ScreenshotOptions) -> int:
    """The kiosk as its visitor sees it: the topic, else the first screen of a visit."""
    from PySide6.QtCore import QSize  # noqa: PLC0415 - Qt is loaded only now

    from desktop.kiosk import app as kiosk  # noqa: PLC0415 - as above

    wanted = options.window
    policy = policy_file.check(wanted.policy) if wanted.policy else Policy()
    running = kiosk.build(wanted, policy, QSize(*options.size), text_size=options.text_size)
    running.window.show()
    running.window.begin_visit(running.languages.language)
    if wanted.topic:
        running.window.open(wanted.topic)
    running.window.complete()
    running.application.processEvents()
    _save(running.window, options.file)
    return 0


def _save(window: QWidget, file: Path) -> None:
    if not window.grab().save(str(file)):
        message = f"Cannot write {file}. Give a file name that ends in .png, in a folder you may write to."
        raise UsageError(message)
