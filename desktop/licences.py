"""The texts of the licences of everything the program is made of, to be read in it: the LGPL and others ask for that.

The package for Linux has all of them in one folder beside it. In every other form the libraries bring their own texts.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import paths

if TYPE_CHECKING:
    from collections.abc import Iterator

OWN = ("LICENSE", "NOTICE")
"""This program's own licence, and what it tells of the others."""
_TITLES = {
    "LICENSE": "net-surgery-guide",
    "NOTICE": "net-surgery-guide: NOTICE",
    "Qt": "Qt, PySide6",
    "LGPL-3": "GNU Lesser General Public License 3",
    "GPL-3": "GNU General Public License 3",
    "OFL": "Atkinson Hyperlegible Next",
}
"""What a text is called where its file is not named after what it belongs to, in the order of the page."""
_INSTALLED = ("net-surgery-guide", "PyYAML", "RapidFuzz", "segno", "snowballstemmer")
"""The wheels whose texts are shown where they are installed by themselves; Qt's bring none."""
_A_TEXT = re.compile(r"(LICEN[CS]E|COPYING|NOTICE)[^/]*$", re.IGNORECASE)


def texts() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The title of each text and its paragraphs: the program's own first, then Qt's, then the others by name."""
    found = dict([*_installed(), *_beside_checkout(), *_shipped()])
    first = [name for name in _TITLES if name in found]
    order = [*first, *sorted(found.keys() - first, key=str.lower)]
    return tuple((_TITLES.get(name, name), _paragraphs(found[name])) for name in order)


def _shipped() -> Iterator[tuple[str, str]]:
    for folder in paths.licences():
        for file in sorted(folder.glob("*")):
            if file.suffix in ("", ".txt") and file.is_file():
                yield file.stem, _read(file)


def _beside_checkout() -> Iterator[tuple[str, str]]:
    for name in OWN:
        file = paths.resources().parent / name
        if file.is_file():
            yield name, _read(file)


def _installed() -> Iterator[tuple[str, str]]:
    from importlib import metadata  # noqa: PLC0415 - rarely needed

    for name in _INSTALLED:
        try:
            files = metadata.files(name) or []
        except metadata.PackageNotFoundError:
            continue
        for file in files:
            if ".dist-info" in str(file) and _A_TEXT.search(str(file)) and Path(str(file.locate())).is_file():
                yield file.name if name == _INSTALLED[0] else name, file.read_text(encoding="utf-8")


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")


def _paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text that was broken into lines for a narrow page."""
    parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return tuple(part for part in parts if part)
