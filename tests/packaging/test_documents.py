"""What the documents tell clinic IT to type exists."""

from __future__ import annotations

import re

import pytest

from desktop import main
from tests.guides import ROOT

MAKE = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
INSTALL = (ROOT / "docs" / "install.md").read_text("utf-8")


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.name)
def test_every_target_of_make_exists(file):
    named = re.findall(r"`make ([a-z-]+)`|^make ([a-z-]+)", file.read_text("utf-8"), re.MULTILINE)
    assert {first or second for first, second in named} <= MAKE


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.name)
def test_every_link_leads_to_a_file(file):
    places = re.findall(r"\]\((?!https?:|#)([^)#]+)", file.read_text("utf-8"))
    assert [each for each in places if not (file.parent / each).exists()] == []


@pytest.mark.parametrize("code", [0, 1, main.EXIT_USAGE, main.EXIT_NO_DISPLAY, main.EXIT_ALREADY_OPEN])
def test_every_exit_code_is_explained(code):
    assert f"\n| {code} | " in INSTALL
