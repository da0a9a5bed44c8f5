"""The files that build and try the packages on other systems: well formed, pinned, and calling what exists."""

from __future__ import annotations

import re

import pytest
import yaml

from tests.guides import ROOT

FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
MAKE = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def steps(file) -> list[dict]:
    jobs = yaml.safe_load(file.read_text("utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


def commands(file) -> str:
    return "\n".join(step.get("run", "") for step in steps(file))


def test_every_system_has_one():
    assert [file.stem for file in FILES] == ["linux", "macos", "windows"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_it_may_only_read_and_uses_nothing_that_can_change_under_it(file):
    assert yaml.safe_load(file.read_text("utf-8"))["permissions"] == {"contents": "read"}
    used = [step["uses"] for step in steps(file) if "uses" in step]
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", each) for each in used)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_it_calls_is_there(file):
    scripts = re.findall(r"packaging/[\w/.-]+\.(?:ps1|sh|py|txt)", commands(file))
    assert [each for each in scripts if not (ROOT / each).is_file()] == []
    targets = [
        each for line in re.findall(r"^(?:sudo )?make (.+)$", commands(file), re.MULTILINE) for each in line.split()
    ]
    assert set(targets) <= MAKE
    assert scripts or targets


@pytest.mark.parametrize("name", ["macos", "windows"])
def test_it_builds_installs_starts_and_removes(name):
    told = commands(ROOT / ".github" / "workflows" / f"{name}.yml")
    assert told.index("/build.") < told.index("/prove.")
