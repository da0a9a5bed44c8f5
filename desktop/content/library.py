"""The front door of the content room: a folder and a language -> a guide that can be trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.content import nodes, rules
from desktop.content.problems import Report
from desktop.content.schema import read_guide
from desktop.errors import ContentError, UnreadableError

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.content.model import Guide
    from desktop.content.problems import Problem
    from desktop.content.record import Notebook

FILES = {"en": "content.yaml", "fr": "content.fr.yaml"}
"""The content file of each language."""


def check(path: Path, resources: Path) -> tuple[Problem, ...]:
    """All problems of one content file, for its author.

    Raises UnreadableError if there is no such file. ``resources`` holds the drawings it names.
    """
    report = Report(str(path))
    read = _read(path, report)
    if read:
        guide, book = read
        rules.check(guide, book, resources)
    return report.problems()


def load(folder: Path, language: str) -> Guide:
    """The guide of one language from a folder.

    Raises ContentError with every problem if the file breaks the shape of a guide, UnreadableError if
    it cannot be read. Rules of style are for ``check`` and never keep the guide from opening.
    """
    path = folder / FILES[language]
    report = Report(str(path))
    read = _read(path, report)
    problems = report.problems()
    if read is None or report.has_errors():
        message = f"{problems[0]}" if problems else f"{path} holds no guide"
        raise ContentError(message, problems)
    return read[0]


def _read(path: Path, report: Report) -> tuple[Guide, Notebook] | None:
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"cannot read {path}: {error.strerror or error}; check the path and its permissions"
        raise UnreadableError(message) from error
    top = nodes.read(data, report)
    return read_guide(top, report) if top else None
