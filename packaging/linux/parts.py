"""Code of others inside the libraries that are shipped, as parts.toml lists it: for the SBOM and for the licences."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent


class UnfoundPartError(Exception):
    """A part's library is not there, or does not tell the version it should tell: parts.toml is out of date."""


class Part(NamedTuple):
    """Code of others: name, licence (SPDX), whose it is, the file it is in, and a pattern of its version in there."""

    name: str
    licence: str
    copyright: str
    within: str
    version: str | None = None


def listed() -> list[Part]:
    """Every part, in the order of the file."""
    return [Part(**each) for each in tomllib.loads((HERE / "parts.toml").read_text("utf-8"))["part"]]


def library(part: Part, inside: Path) -> Path:
    """The file of the folder ``_internal`` that a part is in. Raises UnfoundPartError if it is not there."""
    found = next((path for path in sorted(inside.rglob("*")) if re.fullmatch(part.within, _place(path, inside))), None)
    if found is None:
        message = f"{part.name}: {part.within} is not in the program"
        raise UnfoundPartError(message)
    return found


def version(part: Part, inside: Path) -> str | None:
    """The version that the library itself tells. Raises UnfoundPartError if it does not and should."""
    if part.version is None:
        return None
    told = re.search(part.version.encode(), library(part, inside).read_bytes())
    if told is None:
        message = f"{part.name}: {part.within} does not tell a version like {part.version}"
        raise UnfoundPartError(message)
    return told[1].decode()


def notice() -> str:
    """The text that tells of all the parts, and their terms."""
    each = (f"{part.name}\nLicence: {part.licence}\n{part.copyright}" for part in listed())
    head = "Code of others inside the libraries that are shipped with this program"
    return "\n\n".join([head, *each, (HERE / "terms.txt").read_text("utf-8")])


def _place(path: Path, inside: Path) -> str:
    return path.relative_to(inside).as_posix()
