"""The front door of the content room: a folder and a language -> a guide that can be trusted.

Reading and checking YAML takes 100 ms, so a guide that has been read once is kept in compiled form and
used again while the YAML stays the same (docs/decisions/0005). The YAML is always the truth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.content import compiled
from desktop.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from desktop.content.model import Guide

FILES = {"en": "content.yaml", "fr": "content.fr.yaml"}
"""The content file of each language."""

FIRST = "en"
"""The language the guide is written in; the others are checked against it."""


def load(folder: Path, language: str) -> Guide:
    """The guide of one language from a folder, read from its YAML.

    Raises ContentError with every problem if the file breaks the shape of a guide, UnreadableError if
    it cannot be read.
    """
    from desktop.content import yaml_file  # noqa: PLC0415 - costs 35 ms of start-up and is rarely needed

    path = folder / FILES[language]
    return yaml_file.read(read_bytes(path), str(path))


def load_compiled(folder: Path, language: str, places: Iterable[Path]) -> Guide | None:
    """The same guide from its compiled form in one of these folders; None if none of them holds it.

    Raises UnreadableError if the YAML it stands for cannot be read.
    """
    mark = compiled.fingerprint(read_bytes(folder / FILES[language]))
    kept = (compiled.read(place / compiled.file_name(language), mark) for place in places)
    return next((guide for guide in kept if guide is not None), None)


def is_compiled(folder: Path, language: str, places: Iterable[Path]) -> bool:
    """Whether one of these folders holds the guide in compiled form. Raises UnreadableError as ``load_compiled``."""
    mark = compiled.fingerprint(read_bytes(folder / FILES[language]))
    return any(compiled.is_of(place / compiled.file_name(language), mark) for place in places)


def compiled_form(folder: Path, language: str, guide: Guide) -> tuple[str, bytes]:
    """A guide loaded from a folder in compiled form: the name of the file to keep it in, and its bytes."""
    mark = compiled.fingerprint(read_bytes(folder / FILES[language]))
    return compiled.file_name(language), compiled.write(guide, mark)


def read_bytes(path: Path) -> bytes:
    """The bytes of a content file. Raises UnreadableError, which says what to do."""
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"Cannot read {path}: {error.strerror or error}. Check the path and its permissions."
        raise UnreadableError(message) from error
