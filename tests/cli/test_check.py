"""`check`: what it says, in which form, and how it ends."""

from __future__ import annotations

import json
import os
import re
import sys

import pytest

from desktop.content import yaml_file
from desktop.content.problems import WARNING, Place, Problem
from desktop.main import main
from tests import child
from tests.guides import RESOURCES, changed, line_of, small_text

LINE = re.compile(r"^(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): (?P<level>error|warning): (?P<message>.+)$")
TOO_LONG = changed(("    short_name: Beta\n", f"    short_name: {'b' * 41}\n"))
TOO_LONG_TOLD = "'short_name' is too long (41 characters; at most 40)"


@pytest.fixture
def write(tmp_path):
    """Writes a content file; its path."""

    def write(text=None, name="content.yaml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(small_text() if text is None else text, "utf-8")
        return path

    return write


# How it ends


def test_a_clean_file_ends_with_0_and_silence(write, capsys):
    assert main(["check", str(write())]) == 0
    assert capsys.readouterr() == ("", "")


def test_without_a_path_the_built_in_content_is_checked(capsys):
    assert main(["check"]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_file_with_problems_ends_with_1_and_names_each_with_its_file_and_place(write, capsys):
    path = write(TOO_LONG.replace("    year: '2020'\n", ""))
    assert main(["check", str(path)]) == 1
    told, complaints = capsys.readouterr()
    assert complaints == ""
    lines = [LINE.match(line) for line in told.splitlines()]
    assert all(lines)
    assert {line["file"] for line in lines} == {str(path)}
    assert [(int(line["line"]), line["message"]) for line in lines] == [
        (line_of(TOO_LONG, "short_name: b"), TOO_LONG_TOLD),
        (line_of(TOO_LONG, "- id: book"), "this source has no 'year'; add it"),
    ]


@pytest.mark.parametrize("where", ["missing.yaml", "missing/content.yaml", "content.yaml/below"])
def test_a_path_that_leads_nowhere_ends_with_2_and_one_sentence(where, write, tmp_path, capsys):
    write()
    path = tmp_path / where
    assert main(["check", str(path)]) == 2
    told, complaints = capsys.readouterr()
    assert told == ""
    assert complaints.startswith(f"Cannot read {path}: ")
    assert complaints.endswith(". Check the path and its permissions.\n")
    assert complaints.count("\n") == 1


def test_a_folder_in_place_of_the_content_file_ends_with_2(tmp_path, capsys):
    (tmp_path / "content.yaml" / "inside").mkdir(parents=True)
    assert main(["check", str(tmp_path / "content.yaml")]) == 2
    assert "Cannot read" in capsys.readouterr().err


def test_what_can_be_read_is_checked_even_if_something_else_cannot(write, tmp_path, capsys):
    path = write(TOO_LONG)
    assert main(["check", str(tmp_path / "missing.yaml"), str(path)]) == 2
    told, complaints = capsys.readouterr()
    assert TOO_LONG_TOLD in told
    assert "missing.yaml" in complaints


@pytest.mark.parametrize("data", [b"", b"\xff\xfea", b"\0\0", b"- a\n", b"a: b: c\n", b"\xff", b"[" * 1000])
def test_a_file_that_is_no_guide_at_all_ends_with_1_and_a_place(data, tmp_path, capsys):
    path = tmp_path / "content.yaml"
    path.write_bytes(data)
    assert main(["check", str(path)]) == 1
    told, complaints = capsys.readouterr()
    assert complaints == ""
    assert all(LINE.match(line) for line in told.splitlines())


# Folders


def test_a_folder_is_checked_in_every_language_it_has(write, tmp_path, capsys):
    write(TOO_LONG, "content.yaml")
    write(TOO_LONG, "content.fr.yaml")
    write("not: looked at\n", "other.yaml")
    assert main(["check", str(tmp_path)]) == 1
    files = [LINE.match(line)["file"] for line in capsys.readouterr().out.splitlines() if TOO_LONG_TOLD in line]
    assert files == [str(tmp_path / "content.yaml"), str(tmp_path / "content.fr.yaml")]


def test_a_folder_without_content_ends_with_2_and_names_the_file_that_is_missing(tmp_path, capsys):
    assert main(["check", str(tmp_path)]) == 2
    assert f"Cannot read {tmp_path / 'content.yaml'}: No such file" in capsys.readouterr().err


def test_several_files_are_told_in_the_order_they_were_given(write, capsys):
    paths = [str(write(TOO_LONG, name)) for name in ("b.yaml", "a.yaml")]
    assert main(["check", *paths]) == 1
    assert [LINE.match(line)["file"] for line in capsys.readouterr().out.splitlines()] == paths


def test_a_folder_with_drawings_of_its_own_is_checked_against_those(write, tmp_path, capsys):
    path = write()
    (tmp_path / "organs").mkdir()
    assert main(["check", str(path)]) == 1
    told = capsys.readouterr().out
    assert "there is no drawing organs/whipple.svg" in told
    assert "organs/body.svg has no part with the id 'liver'" in told
    for name in ("body.svg", "whipple.svg", "appendectomy.svg"):
        (tmp_path / "organs" / name).write_bytes((RESOURCES / "organs" / name).read_bytes())
    assert main(["check", str(path)]) == 0


# Strict


@pytest.mark.parametrize(("options", "code"), [([], 0), (["--strict"], 1)])
def test_a_warning_fails_only_where_strictness_is_asked_for(options, code, write, capsys, monkeypatch):
    """No rule warns today; the first one that does must not change what the exit codes mean."""
    warning = Problem("f", Place(1, 1), WARNING, "could be better")
    monkeypatch.setattr(yaml_file, "check", lambda *_: (warning,))
    assert main(["check", str(write()), *options]) == code
    assert capsys.readouterr().out == "f:1:1: warning: could be better\n"


# Formats


def test_json_tells_the_same_and_nothing_else_even_if_a_file_cannot_be_read(write, tmp_path, capsys):
    path = write(TOO_LONG)
    assert main(["check", "--format", "json", str(path), str(tmp_path / "missing.yaml")]) == 2
    told, complaints = capsys.readouterr()
    assert json.loads(told) == [
        {
            "file": str(path),
            "line": line_of(TOO_LONG, "short_name: b"),
            "column": 17,
            "level": "error",
            "message": TOO_LONG_TOLD,
        }
    ]
    assert "missing.yaml" in complaints


def test_json_of_a_clean_file_is_an_empty_list(write, capsys):
    assert main(["check", "--format", "json", str(write())]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_github_gets_an_annotation_for_each_problem(write, capsys):
    path = write(TOO_LONG)
    assert main(["check", "--format", "github", str(path)]) == 1
    line = line_of(TOO_LONG, "short_name: b")
    assert capsys.readouterr().out == f"::error file={path},line={line},col=17::{TOO_LONG_TOLD}\n"


def test_nothing_in_a_file_can_pass_for_a_command_to_github(write, capsys):
    path = write(changed(("regions:\n", '"x\\n::error::no\\r100%": 1\nregions:\n')), "a,b:c%.yaml")
    assert main(["check", "--format", "github", str(path)]) == 1
    [line] = capsys.readouterr().out.splitlines()
    assert line.startswith(f"::error file={path.parent}/a%2Cb%3Ac%25.yaml,line=")
    assert line.endswith("::unknown key 'x ::error::no 100%25' in a content file; delete it")


def test_a_form_that_does_not_exist_is_told(capsys):
    assert main(["check", "--format", "xml"]) == 2
    told, complaints = capsys.readouterr()
    assert told == ""
    assert complaints.startswith("Argument --format: invalid choice: 'xml'")
    assert complaints.endswith("Try: net-surgery-guide check --help\n")


# In a process of its own


def test_a_console_that_lacks_a_letter_still_gets_the_message(write):
    path = write(
        changed(("    short_name: Beta\n", f"    short_name: {'ß' * 41}\n"), ("Pale skin", "“" + "so “é” " * 30))
    )
    done = child.run("-m", "desktop", "check", str(path), PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, "")
    assert "\\u201cso" in done.stdout


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are always text there")
def test_a_path_that_is_no_text_is_told_and_no_exception(tmp_path):
    done = child.run("-m", "desktop", "check", os.fsencode(tmp_path) + b"/\xff.yaml", PYTHONUTF8="1")
    assert done.returncode == 2
    assert done.stderr.startswith("Cannot read ")
    assert done.stderr.count("\n") == 1


def test_checking_needs_no_qt(write):
    code = "import sys; from desktop.main import main; code = main(sys.argv[1:]); print('PySide6' in sys.modules, code)"
    done = child.run("-c", code, "check", str(write()))
    assert (done.stdout, done.stderr) == ("False 0\n", "")
