"""A YAML file -> a guide, with every problem of the file told. For authors, and for the first start after a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.content import nodes, rules
from desktop.content.problems import Report
from desktop.content.rules import parity
from desktop.content.schema import read_guide
from desktop.errors import ContentError

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.content.model import Guide
    from desktop.content.problems import Problem


def check(data: bytes, name: str, resources: Path, original: Guide | None = None) -> tuple[Problem, ...]:
    """All problems of the content in ``data``, shape and rules.

    ``resources`` holds the drawings it names; ``original`` is the guide whose translation it is.
    """
    report = Report(name)
    top = nodes.read(data, report)
    if top is not None:
        guide, book = read_guide(top, report)
        rules.check(guide, book, resources)
        if original is not None:
            parity.check(guide, book, original)
    return report.problems()


def read(data: bytes, name: str) -> Guide:
    """The guide in ``data``.

    Raises ContentError with every problem if it breaks the shape of a guide. Rules of style are for
    ``check`` and never keep the guide from opening.
    """
    report = Report(name)
    top = nodes.read(data, report)
    guide = read_guide(top, report)[0] if top is not None else None
    problems = report.problems()
    if guide is None or report.has_errors():
        raise ContentError(str(problems[0]), problems)
    return guide
