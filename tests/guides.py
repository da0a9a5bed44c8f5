"""The two guides the tests read: the shipped one, and tests/data/small.yaml, a whole guide in little."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.content import library, yaml_file

if TYPE_CHECKING:
    from desktop.content.model import Guide
    from desktop.content.problems import Problem

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
SHIPPED_FILE = RESOURCES / "content.yaml"
SMALL_FILE = ROOT / "tests" / "data" / "small.yaml"


@cache
def shipped_text() -> str:
    """The text of the shipped guide."""
    return SHIPPED_FILE.read_text("utf-8")


@cache
def small_text() -> str:
    """The text of the small guide."""
    return SMALL_FILE.read_text("utf-8")


@cache
def shipped(language: str = "en") -> Guide:
    """The shipped guide, read from its YAML."""
    return library.load(RESOURCES, language)


@cache
def small() -> Guide:
    """The small guide."""
    return yaml_file.read(small_text().encode(), SMALL_FILE.name)


def changed(*changes: tuple[str, str]) -> str:
    """The small guide with some texts exchanged; each must stand in it exactly once."""
    text = small_text()
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {SMALL_FILE.name}"
        text = text.replace(old, new)
    return text


def problems(text: str | bytes, resources: Path = RESOURCES) -> tuple[Problem, ...]:
    """What `check` finds in a content file."""
    data = text if isinstance(text, bytes) else text.encode()
    return yaml_file.check(data, "content.yaml", resources)


def messages(text: str | bytes, resources: Path = RESOURCES) -> list[str]:
    """The messages of `check` without their places."""
    return [problem.message for problem in problems(text, resources)]


def line_of(text: str, part: str) -> int:
    """The line in which a part of a text begins; it must stand there exactly once."""
    assert text.count(part) == 1, f"{part!r} stands there {text.count(part)} times"
    return text[: text.index(part)].count("\n") + 1
