"""What of its surroundings a kiosk takes over: what is listed here, and nothing else.

Variables of Qt, Python and the loader can put code into the program, move its sizes, open a port (``vnc``) or write
what it does to a file. A list of what is kept needs no knowledge of what a later version of Qt may listen to.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

KEPT = frozenset(
    {
        # who and where
        "HOME", "USER", "LOGNAME", "PATH", "TMPDIR", "TZ", "LANG", "LANGUAGE",
        # the screen, and what reads it aloud
        "DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "SPEECHD_ADDRESS", "PULSE_SERVER", "PIPEWIRE_REMOTE",
        "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_DATA_DIRS",
        "XDG_CONFIG_DIRS", "XDG_SESSION_TYPE", "XDG_SESSION_ID", "XDG_SEAT", "XDG_VTNR", "XDG_CURRENT_DESKTOP",
        # Windows
        "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "TEMP", "TMP", "USERPROFILE", "USERNAME", "APPDATA",
        "LOCALAPPDATA", "PROGRAMDATA", "PROGRAMFILES", "SESSIONNAME",
        # macOS
        "__CF_USER_TEXT_ENCODING",
    }
)  # fmt: skip
_KEPT_BEGINNINGS = ("LC_",)
PLATFORMS = frozenset({"xcb", "wayland", "windows", "cocoa"})
"""What ``QT_QPA_PLATFORM`` may name: real screens, with nothing behind a colon."""


def cleaned(environment: Mapping[str, str]) -> dict[str, str]:
    """What is handed on to the window."""
    kept = {
        name: value
        for name, value in environment.items()
        if (name.upper() if sys.platform == "win32" else name) in KEPT or name.startswith(_KEPT_BEGINNINGS)
    }
    platform = environment.get("QT_QPA_PLATFORM", "")
    if platform and set(platform.split(";")) <= PLATFORMS:
        kept["QT_QPA_PLATFORM"] = platform
    return kept
