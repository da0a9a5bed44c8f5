"""``search`` for scripts and for a quick look."""

from __future__ import annotations

import json

import pytest

from desktop.main import main
from tests.guides import RESOURCES


def test_results_are_told_with_id_kind_title_and_why(capsys):
    assert main(["search", "throwing", "up"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["nausea-vomiting  [effect]  Nausea and vomiting", "    title: Nausea and [vomiting]"]


def test_results_for_scripts(capsys):
    assert main(["search", "whiple", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["guess"] == "whipple"
    assert told["results"][0]["id"] == "whipple"
    assert set(told["results"][0]) == {"id", "kind", "title", "why", "text"}


def test_a_guess_is_told(capsys):
    assert main(["search", "whiple"]) == 0
    assert capsys.readouterr().out.startswith("Did you mean: whipple\n")


def test_nothing_found_is_told_and_no_error(capsys):
    assert main(["search", "xqzvk"]) == 0
    assert capsys.readouterr().out == "Nothing found.\n"
    assert main(["search", "xqzvk", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"asked": "xqzvk", "guess": "", "results": []}


def test_ones_own_content_is_searched(capsys, tmp_path):
    text = (RESOURCES / "content.yaml").read_text("utf-8")
    (tmp_path / "content.yaml").write_text(text.replace("name: Whipple procedure", "name: Xanadu procedure"), "utf-8")
    assert main(["search", "--content", str(tmp_path), "xanadu"]) == 0
    assert capsys.readouterr().out.startswith("whipple ")


@pytest.mark.parametrize("arguments", [["search"], ["search", "--json"]])
def test_nothing_asked_is_told_in_one_sentence(arguments, capsys):
    assert main(arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1
