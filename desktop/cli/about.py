"""``about``: what this program is made of and where it keeps things, for clinic IT."""

from __future__ import annotations

import hashlib
import platform
from importlib import metadata
from typing import TYPE_CHECKING

from desktop import __version__, paths
from desktop.content import library
from desktop.errors import GuideError
from desktop.pages.compose import review_state

if TYPE_CHECKING:
    from collections.abc import Sequence

_LIBRARIES = ("PySide6-Essentials", "PyYAML", "RapidFuzz", "snowballstemmer", "segno")


def run(speech: Sequence[tuple[str, str]] = ()) -> int:
    """Print it; the exit code. ``speech`` are lines about the voices, which only Qt knows."""
    rows = [
        ("Program", f"net-surgery-guide {__version__}"),
        ("Python", platform.python_version()),
        *((name, _version(name)) for name in _LIBRARIES),
        *_content(),
        *speech,
        ("Content folder", str(paths.resources())),
        ("Settings folder", str(paths.settings())),
        ("Cache folder", str(paths.cache())),
        ("Network", "none: the program opens no connection"),
        ("Licence", "MIT; fonts SIL OFL 1.1; Qt and PySide6 LGPL 3 (the texts: --topic licences)"),
    ]
    width = max(len(name) for name, _ in rows)
    for name, value in rows:
        print(f"{name:<{width}}  {value}")
    return 0


def _content() -> list[tuple[str, str]]:
    """Edition, hash and review state of each language there is."""
    rows = []
    for language, file in library.FILES.items():
        path = paths.resources() / file
        if not path.is_file():
            continue
        data = library.read_bytes(path)
        digest = hashlib.sha256(data).hexdigest()
        try:
            guide = library.load(paths.resources(), language)
        except GuideError as error:
            rows.append((f"Content {language}", str(error)))
            continue
        edition = guide.edition
        rows.append((f"Content {language}", f"edition {edition.edition}, {edition.date}, sha256 {digest}"))
        rows.append((f"Review {language}", review_state(guide)))
    return rows


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "packaged with the program"
