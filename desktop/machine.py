"""Looks at the machine before Qt does: what Qt would end with an abort ends here with a sentence."""

from __future__ import annotations

import builtins
import importlib
import os
import sys
from contextlib import suppress

from desktop import signatures
from desktop.errors import NoDisplayError, UsageError

DEBIAN_PACKAGES = (
    "libgl1 libegl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0 libxcb-cursor0 "
    "libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0"
)
"""What Qt needs of the system, by the names of Debian 12 and 13. packaging/debian-packages.txt holds the same."""

_NO_SCREEN = "offscreen"
_LEAST_SCALE, _MOST_SCALE = 0.25, 8.0
"""What a screen can sensibly be scaled by: beyond it there is nothing to read."""


def require_usable_python() -> None:
    """Refuse the pair of Python and PySide6 that ends in an abort after some thousand calls.

    PySide6 6.12.0 gives back None once too often at every call without a result; before Python 3.12,
    where None is counted, the process dies of it (docs/decisions/0002).
    """
    if sys.version_info < (3, 11):
        version = ".".join(map(str, sys.version_info[:2]))
        message = f"This program needs Python 3.11 or newer; this is {version}. Install a newer Python and try again."
        raise UsageError(message)


def refuse_bad_pair(pyside: str, python: tuple[int, ...]) -> None:
    """Raise UsageError for a PySide6 that aborts on this Python."""
    if pyside.startswith("6.12.") and python < (3, 12):
        message = (
            f"PySide6 {pyside} does not work with Python {'.'.join(map(str, python[:2]))}: it would stop without "
            "warning. Install PySide6-Essentials 6.11.3, or Python 3.12 or newer."
        )
        raise UsageError(message)


def require_display() -> None:
    """Raise NoDisplayError on a system without a screen; otherwise let Qt fall back instead of aborting."""
    if sys.platform != "linux":
        return
    given = os.environ.get("QT_QPA_PLATFORM")
    if given:
        if _NO_SCREEN not in given:
            os.environ["QT_QPA_PLATFORM"] = f"{given};{_NO_SCREEN}"
        return
    wayland, x11 = os.environ.get("WAYLAND_DISPLAY"), os.environ.get("DISPLAY")
    if not wayland and not x11:
        message = (
            "There is no screen to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set). Start the program in "
            "a desktop session, or draw a picture of it with: net-surgery-guide screenshot guide.png"
        )
        raise NoDisplayError(message)
    wanted = ["wayland"] if wayland else []
    wanted += ["xcb"] if x11 else []
    os.environ["QT_QPA_PLATFORM"] = ";".join([*wanted, _NO_SCREEN])


def require_screen_was_opened(platform: str) -> None:
    """Raise NoDisplayError if Qt could not open the screen it was sent to."""
    wanted = os.environ.get("QT_QPA_PLATFORM", "")
    if platform == _NO_SCREEN and ";" in wanted:
        message = (
            "The screen could not be opened. Check that the desktop session is running and that these packages are "
            f"installed: apt install {DEBIAN_PACKAGES}"
        )
        raise NoDisplayError(message)


def drop_absurd_scale() -> None:
    """With QT_SCALE_FACTOR=0 Qt makes a window of no size, or a screen of two thousand million pixels: left out."""
    with suppress(ValueError):
        if not _LEAST_SCALE <= float(os.environ.get("QT_SCALE_FACTOR", "1")) <= _MOST_SCALE:
            del os.environ["QT_SCALE_FACTOR"]


def load_qt() -> None:
    """Load Qt, all that a window needs of it. Raises NoDisplayError if Qt's system libraries are missing.

    PySide6 puts a function of its own in the place of ``__import__``, which reads the source of every module that is
    imported afterwards to see whether it wants other names for Qt's functions (``from __feature__ import snake_case``).
    None of ours does, so Python's own is put back: 8 ms of the start, and memory for all that source.
    """
    drop_absurd_scale()
    pythons_own = builtins.__import__
    try:
        with signatures.deferred():
            pyside = importlib.import_module("PySide6")
            refuse_bad_pair(pyside.__version__, tuple(sys.version_info[:3]))
            importlib.import_module("PySide6.QtCore")
        builtins.__import__ = pythons_own
        importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        if "lib" not in str(error) or ".so" not in str(error):
            raise
        message = f"Qt cannot start: {error}. Install what is missing: apt install {DEBIAN_PACKAGES}"
        raise NoDisplayError(message) from error
