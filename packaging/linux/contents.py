"""What the packaged program holds, and what must never be in it.

``wanted`` chooses among what PyInstaller finds; ``faults`` looks at the finished folder, whoever made it. The rule for
libraries: ours are those of the wheels, Python itself, SQLite (whose version decides what a search finds) and the small
xcb libraries that few desktops have; everything else is the system's own, so that its updates reach the program, too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLUGINS = (
    "platforms/libqxcb.so",
    "platforms/libqwayland.so",
    "platforms/libqoffscreen.so",
    "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
    "platforminputcontexts/libibusplatforminputcontextplugin.so",
    "printsupport/libcupsprintersupport.so",
    "wayland-decoration-client/libadwaita.so",
    "wayland-decoration-client/libbradient.so",
    "wayland-shell-integration/libxdg-shell.so",
)
"""The plugins of Qt that are used: windows, accents, printers. None for touch drivers, OpenGL or GTK."""

OWN_LIBRARIES = re.compile(r"lib(python3|sqlite3|xcb-(cursor|icccm|image|keysyms|render-util|util))\b.*\.so")
"""Libraries of the machine that builds which are shipped, by their names."""

WITHOUT = (
    "ssl", "_ssl", "http", "ftplib", "smtplib", "imaplib", "poplib", "nntplib", "telnetlib", "socketserver", "xmlrpc",
    "wsgiref", "asyncio", "urllib.request", "webbrowser", "antigravity", "multiprocessing", "concurrent", "tkinter",
    "unittest", "doctest", "pdb", "pydoc", "idlelib", "lib2to3", "ensurepip", "venv", "setuptools", "distutils",
    "_distutils_hack", "pkg_resources", "pip", "packaging", "site", "sitecustomize", "usercustomize", "sysconfig",
    "xml", "curses", "readline", "lzma", "_lzma", "bz2", "_bz2", "_ctypes", "ctypes", "_pydecimal", "_pydatetime",
    "PySide6.QtNetwork", "PySide6.QtDBus", "PySide6.QtOpenGL",
)  # fmt: skip
"""Modules that something mentions and nothing uses."""

LIBRARIES = ("PySide6-Essentials", "PyYAML", "RapidFuzz", "snowballstemmer", "segno")
"""What the program is built upon, whose versions ``about`` tells."""

HIDDEN = (
    "snowballstemmer.english_stemmer", "snowballstemmer.french_stemmer",
    "__future__", "abc", "argparse", "ast", "base64", "collections", "collections.abc", "contextlib", "datetime",
    "enum", "functools", "importlib.machinery", "inspect", "io", "keyword", "logging", "numbers", "operator", "os",
    "pathlib", "pprint", "re", "shutil", "struct", "textwrap", "traceback", "types", "typing", "warnings", "zipfile",
)  # fmt: skip
"""Modules that PyInstaller cannot see: their names are put together when they are imported, or stand in the archive
that PySide6 opens for a wrong call (desktop/signatures.py)."""

UNUSED = re.compile(
    r"rapidfuzz/(fuzz_cpp|utils_cpp|distance/metrics_cpp_avx2)"
    r"|snowballstemmer/(?!english|french)\w+_stemmer\."
    r"|encodings/(cp(?!437|1252)|mac_|iso(?!8859_1\.)|koi|kz|big5|euc|gb|hz|johab|shift|tis|ptcp|palmos|hp_)"
    r"|desktop/resources/licences/|[^/]+\.dist-info/licenses/"
)
"""Of RapidFuzz only the plain distance is used, of the stemmers two, of the encodings those of Unicode and zip files.
They do without the rest. The texts of the licences lie in the folder ``licences``."""

_UNUSED_CODECS = re.compile(r"_(codecs_|multibytecodec|multiprocessing|posixshmem|crypt|lsprof|test|xx)")
_SYSTEM_LIBRARY = re.compile(r"lib[^/]+\.so[.0-9]*$")
_TRANSLATION = "PySide6/Qt/translations/qtbase_fr.qm"

DENIED = {
    "a network library": r"Qt6?Network(?!.*\.py)|/networkinformation/|QtHttpServer|QtWebSockets|libcurl|libsoup",
    "TLS": r"libssl|libgnutls|/tls/|/_?ssl[./]|libgssapi|libkrb5",
    "a module of Python that reaches other machines":
        r"/(http|ftplib|smtplib|imaplib|poplib|nntplib|telnetlib|socketserver|xmlrpc|asyncio|webbrowser)(\.pyc?|/|$)"
        r"|/urllib/request\.",
    "remote control of the screen": r"vnc|vkkhr",
    "a touch driver that listens on a port": r"tuio",
    "a keyboard on the screen": r"virtualkeyboard",
    "QML": r"Qt6?(Qml|Quick)|/qml/|qmltooling|qmllint",
    "a web engine": r"WebEngine|WebView|WebChannel",
    "a mock of speech": r"texttospeech_mock",
    "somebody else's GTK": r"libgtk|libgdk|qgtk3|libatk-|libpango",
    "tests or tools": r"/(unittest|doctest|pydoc|pip|setuptools|ensurepip|pytest|hypothesis|PyInstaller)(\.pyc?|/|$)",
    "sources": r"\.(py|c|h|cpp|ts|pyi)$",
}  # fmt: skip
"""What must not be there: what it is, and the paths that tell it. OpenSSL's libcrypto is not TLS: Python
hashes the PIN of staff with it, on Linux with the system's."""


def wanted(name: str) -> bool:
    """Whether a file that was found belongs into the program, by its place in it."""
    if name.startswith("PySide6/Qt/plugins/"):
        return name.removeprefix("PySide6/Qt/plugins/") in PLUGINS
    if name.startswith("PySide6/Qt/translations/"):
        return name == _TRANSLATION
    if name.startswith("PySide6/Qt/lib/"):
        return re.search(r"Qt6(Core|DBus|Gui|PrintSupport|Svg|WaylandClient|Widgets|XcbQpa)\.|libicu", name) is not None
    if name.startswith("python3") and "/lib-dynload/" in name:
        return _UNUSED_CODECS.search(name) is None
    if UNUSED.match(name):
        return False
    if "/" not in name and _SYSTEM_LIBRARY.match(name):
        return OWN_LIBRARIES.match(name) is not None or re.match(r"lib(Qt6|icu|pyside|shiboken)", name) is not None
    return not name.endswith((".ts", ".pyi", ".h", "INSTALLER", "RECORD", "REQUESTED", "direct_url.json"))


def faults(folder: Path, build_paths: tuple[str, ...] = ()) -> Iterator[str]:
    """What is wrong with a packaged program: one sentence each.

    ``build_paths`` are folders of the machine that built it; no file may name them.
    """
    forbidden = [(what, re.compile(pattern)) for what, pattern in DENIED.items()]
    named = [path.encode() for path in build_paths]
    for path in sorted(folder.rglob("*")):
        place = "/" + path.relative_to(folder).as_posix()
        yield from (f"{place}: {what}" for what, pattern in forbidden if pattern.search(place))
        if path.is_symlink():
            if not path.resolve().is_relative_to(folder.resolve()) or not path.exists():
                yield f"{place}: a link to what is not in the program"
        elif path.is_file():
            data = path.read_bytes()
            yield from (f"{place}: names a folder of the machine that built it" for each in named if each in data)
            if path.stat().st_mode & 0o7022:
                yield f"{place}: others may write to it, or it runs as somebody else"
