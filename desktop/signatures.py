"""What PySide6 knows about signatures is loaded when it is first wanted: in a program without mistakes never.

Inside of PySide6's library lies an archive of Python files, which tell what a wrong call should have been, answer
``help`` and write stubs. Every start opens it, compiles them and runs them with all that they import: more than fifty
modules, most of the work of loading QtCore (docs/decisions/0006). ``deferred`` lets PySide6 find a smaller archive
instead, in which there are only doors: the functions below, which open the real archive when they are called.

The names are those of PySide6 6.11, which the program asks for; what else is wanted is looked up in the real archive.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from functools import cache as once
from importlib import import_module
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING

from desktop import packages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

_SHIBOKEN = "shiboken6"
_SUPPORT = "shibokensupport"
_LOADER = "shibokensupport.signature.loader"
_MAPPING = "shibokensupport.signature.mapping"
_BOOTSTRAP = "signature_bootstrap"
"""The module that opens the archive; libshiboken makes it before all others."""
_FILES = {
    "shibokensupport/__init__.py": "",
    "shibokensupport/signature/__init__.py": "",
    "shibokensupport/signature/loader.py": (
        f"from {__name__} import *\nfrom {__name__} import __getattr__\nfrom shibokensupport.signature import mapping"
    ),
    "shibokensupport/signature/mapping.py": (
        f"from {__name__} import mapping\n"
        "def update_mapping():\n"
        "    globals().update(mapping(), update_mapping=update_mapping)"
    ),
}
_SWITCH = "SBK_EMBED"
"""With this variable PySide6 is asked to unpack its archive beside itself, or to remove it from there."""

__all__ = (
    "create_signature", "feature_import", "feature_imported", "finish_import", "make_helptext", "post_init",
    "pyside_type_init", "seterror_argument",
)  # fmt: skip
"""What libshiboken wants of the loader."""


@contextmanager
def deferred() -> Iterator[None]:
    """While PySide6 is imported for the first time: keep its archive closed. On Linux, where this was tried."""
    if sys.platform != "linux" or _SHIBOKEN in sys.modules or os.environ.get(_SWITCH) or _is_unpacked():
        yield
        return
    packages.enter(_SHIBOKEN)  # its first file imports what the archive needs
    real = {name: sys.modules.get(name) for name in _STAND_INS}
    for name, contents in _STAND_INS.items():
        sys.modules[name] = ModuleType(name)
        vars(sys.modules[name]).update(contents)
    try:
        yield
    finally:
        for name, module in real.items():
            del sys.modules[name]
            if module is not None:
                sys.modules[name] = module


def _is_unpacked() -> bool:
    """Whether the archive lies unpacked beside the library, from where PySide6 then reads it."""
    found = find_spec(_SHIBOKEN)
    return found is None or found.origin is None or (Path(found.origin).parent / "files.dir").exists()


class _Archive:
    """As much of a ``zipfile.ZipFile`` as is asked for while PySide6 starts."""

    def __init__(self, _file: IO[bytes]) -> None:
        self.filelist = [SimpleNamespace(filename=name) for name in _FILES]

    def open(self, name: str, _mode: str) -> IO[str]:
        """A file of the archive."""
        return StringIO(_FILES[name])


_STAND_INS: dict[str, dict[str, object]] = {
    "base64": {"b64decode": lambda _text: b""},
    "traceback": {},
    "zipfile": {"ZipFile": _Archive},
}
"""What the archive is opened with, and what it would need for that."""


@once
def _whole() -> ModuleType:
    """The real loader, out of the real archive."""
    packages.complete(_SHIBOKEN)
    bootstrap = sys.modules[_BOOTSTRAP]
    vars(bootstrap).update((name, import_module(name)) for name in _STAND_INS)
    archive = bootstrap.prepare_zipfile()[1]
    for name in [each for each in sys.modules if each.partition(".")[0] == _SUPPORT]:
        del sys.modules[name]
    sys.meta_path.insert(0, archive)
    try:
        return import_module(_LOADER)
    finally:
        sys.meta_path.remove(archive)


def mapping() -> dict[str, object]:
    """What all of Qt's types are called, which libshiboken looks up in a module of this name."""
    _whole()
    real = sys.modules[_MAPPING]
    real.update_mapping()
    return vars(real)


def pyside_type_init(*asked: object) -> object:
    """Make ready to tell the signatures of a type."""
    return _whole().pyside_type_init(*asked)


def create_signature(*asked: object) -> object:
    """The signature of a function."""
    return _whole().create_signature(*asked)


def seterror_argument(*asked: object) -> object:
    """The words of the error for a wrong call."""
    return _whole().seterror_argument(*asked)


def make_helptext(*asked: object) -> object:
    """The text for ``help``."""
    return _whole().make_helptext(*asked)


def finish_import(_module: ModuleType) -> None:
    """Nothing: PySide6 6.11 has nothing to mend in a module that was imported."""


def feature_import(*_asked: object) -> None:
    """Nothing: no module of ours asks for other names of Qt's functions (``from __feature__ import snake_case``)."""


def feature_imported(_module: ModuleType) -> None:
    """Nothing, as above."""


def post_init() -> None:
    """Nothing: Python's own ``__import__`` stays in its place."""


def __getattr__(name: str) -> object:
    """What else a loader has."""
    if name.startswith("__"):
        raise AttributeError(name)
    return getattr(_whole(), name)
