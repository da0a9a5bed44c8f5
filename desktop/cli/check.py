"""``check``: tells the authors of a content file everything that is wrong with it, with its place."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop import paths
from desktop.content import library, yaml_file
from desktop.content.problems import ERROR
from desktop.errors import ContentError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from desktop.content.model import Guide
    from desktop.content.problems import Problem

FORMATS = ("text", "github", "json")
EXIT_CLEAN = 0
EXIT_PROBLEMS = 1
EXIT_UNREADABLE = 2


def run(given: Sequence[Path], *, strict: bool, form: str) -> int:
    """Check the files, or the content files in the folders, or the built-in content; the exit code.

    0 is clean, 1 means problems (with ``strict`` warnings too), 2 that a file cannot be read.
    """
    found: list[Problem] = []
    unreadable = []
    for path in _files(given):
        try:
            found += yaml_file.check(library.read_bytes(path), str(path), _drawings(path), _original(path))
        except UnreadableError as error:
            unreadable.append(str(error))
    _tell(found, form)
    for message in unreadable:
        print(message, file=sys.stderr)
    if unreadable:
        return EXIT_UNREADABLE
    bad = [problem for problem in found if strict or problem.level == ERROR]
    return EXIT_PROBLEMS if bad else EXIT_CLEAN


def _files(given: Sequence[Path]) -> Iterable[Path]:
    for path in given or (paths.resources(),):
        if path.is_dir():
            here = [path / name for name in library.FILES.values()]
            yield from [file for file in here if file.is_file()] or here[:1]
        else:
            yield path


def _drawings(path: Path) -> Path:
    """The folder with the drawings a file names: beside it if it has its own, else the built-in one."""
    own = path.parent
    return own if (own / "organs").is_dir() else paths.resources()


def _original(path: Path) -> Guide | None:
    """The guide a translation must agree with: the file in the first language beside it, if that can be read."""
    first = library.FILES[library.FIRST]
    if path.name == first or path.name not in library.FILES.values() or not (path.parent / first).is_file():
        return None
    with suppress(ContentError, UnreadableError):
        return library.load(path.parent, library.FIRST)
    return None


def _tell(problems: list[Problem], form: str) -> None:
    if form == "json":
        rows = [
            {
                "file": each.file,
                "line": each.place.line,
                "column": each.place.column,
                "level": each.level,
                "message": each.message,
            }
            for each in problems
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for each in problems:
        if form == "github":
            file, message = _escaped(each.file).replace(":", "%3A").replace(",", "%2C"), _escaped(each.message)
            print(f"::{each.level} file={file},line={each.place.line},col={each.place.column}::{message}")
        else:
            print(each)


def _escaped(text: str) -> str:
    """A text inside a line of GitHub's annotation format."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
