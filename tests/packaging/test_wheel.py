"""What goes into the wheel: the program and what it reads, and nothing else."""

from __future__ import annotations

import tomllib

from tests.guides import ROOT

BUILD = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]


def test_the_wheel_holds_the_program_and_its_resources():
    assert BUILD["wheel"]["only-include"] == ["desktop", "resources"]
    assert BUILD["wheel"]["sources"] == {"resources": "desktop/resources"}, "where desktop/paths.py looks first"


def test_translations_go_along_compiled_only():
    assert BUILD["wheel"]["exclude"] == ["*.ts"]
    assert list((ROOT / "resources").rglob("*.qm")), "they are kept in the repository"


def test_the_wheel_can_be_built_from_the_source_archive():
    assert {*BUILD["wheel"]["only-include"], "LICENSE", "NOTICE", "README.md"} <= set(BUILD["sdist"]["only-include"])


def test_what_builds_it_is_locked():
    lines = (ROOT / "packaging/wheel/requirements.txt").read_text("utf-8").splitlines()
    named = [number for number, line in enumerate(lines) if "==" in line]
    assert named
    assert all("--hash=sha256:" in lines[number + 1] for number in named)
