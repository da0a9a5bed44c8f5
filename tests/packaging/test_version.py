"""One place says which version this is; everything that packs the program reads it there."""

from __future__ import annotations

import tomllib

from desktop import __version__
from tests.guides import ROOT

PACKS = ("Makefile", "pyproject.toml", "packaging", ".github", "desktop", "tools")


def written_in() -> list[str]:
    """The files that hold the version number as text."""
    files = [file for name in PACKS for file in sorted([ROOT / name, *(ROOT / name).rglob("*")]) if file.is_file()]
    texts = {file: file.read_bytes() for file in files if file.suffix not in {".pyc", ".lock"}}
    return [
        str(file.relative_to(ROOT))
        for file, data in texts.items()
        if f'"{__version__}"'.encode() in data or f" {__version__}\n".encode() in data
    ]


def test_the_version_is_written_in_one_place():
    assert written_in() == ["desktop/__init__.py"]


def test_the_wheel_takes_its_version_from_there():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "desktop/__init__.py"


def test_the_version_can_be_compared_by_every_installer():
    """Windows and macOS know three numbers and nothing else."""
    assert [part.isdigit() for part in __version__.split(".")] == [True, True, True]
