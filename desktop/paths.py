"""Where things are: the only file that knows the folders of the program and of the user."""

from __future__ import annotations

import os
import sys
from functools import cache as once
from pathlib import Path

_NAME = "net-surgery-guide"
_HERE = Path(__file__).resolve().parent


@once
def resources() -> Path:
    """The folder of everything shipped that is not code.

    Installed and packaged programs hold it inside the package, a checkout beside it.
    """
    inside = _HERE / "resources"
    return inside if (inside / "content.yaml").is_file() else _HERE.parent / "resources"


def settings() -> Path:
    """The folder for what the program remembers of this user."""
    return _user_folder("XDG_CONFIG_HOME", ".config", "Application Support", "APPDATA")


def _user_folder(xdg: str, home: str, mac: str, windows: str) -> Path:
    """A folder of the program under the place the system keeps for such files.

    Own code instead of QStandardPaths, because the command line needs it without Qt. A program with the file
    ``.portable`` beside it keeps everything beside itself, in ``data``: it runs from a stick and leaves nothing behind.
    """
    beside = Path(sys.executable).resolve().parent
    if (beside / ".portable").is_file():
        return beside / "data" / ("cache" if xdg == "XDG_CACHE_HOME" else "settings")
    if sys.platform == "win32":
        base = Path(os.environ.get(windows) or _home() / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        base = _home() / "Library" / mac
    else:
        given = os.environ.get(xdg, "")
        base = Path(given) if given.startswith("/") else _home() / home
    return base / _NAME


def _home() -> Path:
    """The user's home; for a user without one a folder that does not exist, so that nothing is remembered."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.sep) / "nonexistent"


def compiled() -> Path:
    """The folder of content compiled when the program was packaged; in a checkout it does not exist."""
    return resources() / "compiled"


def is_packaged() -> bool:
    """Whether this is the packaged program, which has everything it needs beside it."""
    return bool(getattr(sys, "frozen", False))


def licences() -> tuple[Path, ...]:
    """The folders of licence texts: the packaged program has one beside it, every other form what it ships itself."""
    beside = Path(sys.executable).resolve().parent / "licences"
    return (beside,) if is_packaged() and beside.is_dir() else (resources() / "licences", resources() / "fonts")


def cache() -> Path:
    """The folder for what can be made again at any time."""
    return _user_folder("XDG_CACHE_HOME", ".cache", "Caches", "LOCALAPPDATA")


def runtime() -> Path:
    """The folder for what holds only while a program runs, on this machine: never a home that lies on a server."""
    given = os.environ.get("XDG_RUNTIME_DIR", "")
    if given.startswith("/"):
        return Path(given) / _NAME
    if sys.platform == "win32":
        return cache()
    import tempfile  # noqa: PLC0415 - takes 5 ms, and only a kiosk comes here

    return Path(tempfile.gettempdir()) / f"{_NAME}-{os.getuid()}"


def policy() -> Path:
    """The clinic's policy file of this machine, in a place only an administrator can write to.

    No variable of the user's environment can move it, except where Windows keeps the folder itself.
    """
    if sys.platform == "win32":
        base = Path(os.environ.get("PROGRAMDATA") or "C:/ProgramData")
    elif sys.platform == "darwin":
        base = Path("/Library/Application Support")
    else:
        base = Path("/etc")
    return base / _NAME / "policy.toml"
