"""Where Speech Dispatcher, the voice of Linux, is asked: the path of its local socket, and whether it is there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

NAME = "speech-dispatcher"


def address() -> str:
    """The path of the daemon's socket; empty if there is none on this system or it is not a local one."""
    method, _, path = os.environ.get("SPEECHD_ADDRESS", "").partition(":")
    if method:
        return path if method == "unix_socket" else ""
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return str(Path(folder) / "speech-dispatcher" / "speechd.sock") if folder and os.name == "posix" else ""


def available() -> bool:
    """Whether the daemon runs, or could be started."""
    path = address()
    return bool(path) and (Path(path).exists() or shutil.which(NAME) is not None)
