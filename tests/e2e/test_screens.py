"""The laptop's window is whole on every kind of screen, and comes back when its screen is unplugged."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from ctypes.util import find_library

import pytest

from tests import child
from tests.attacks.screens import SCREENS
from tests.guides import ROOT

AT_ONCE = 4

needs_server = pytest.mark.skipif(
    not (shutil.which("Xvfb") and find_library("Xrandr")),
    reason="Xvfb or libXrandr is not installed here (packaging/debian-packages.txt)",
)


def begin(name: str, folder, *more: str) -> subprocess.Popen[str]:
    folder.mkdir()
    words = [sys.executable, "-m", "tests.attacks.screens", name, str(folder), *more]
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # noqa: S603


def told(program: subprocess.Popen[str]) -> list[str]:
    """What did not fit."""
    out, said = program.communicate(timeout=300)
    assert program.returncode == 0, said
    return json.loads(out)


def test_nothing_is_cut_or_off_the_screen_on_twelve_kinds_of_desk(tmp_path):
    assert len(SCREENS) == 12
    names, found = list(SCREENS), {}
    while names:
        some, names = names[:AT_ONCE], names[AT_ONCE:]
        begun = {name: begin(name, tmp_path / str(list(SCREENS).index(name))) for name in some}
        found |= {name: told(program) for name, program in begun.items()}
    assert {name: each for name, each in found.items() if each} == {}


def test_a_window_larger_than_its_screen_is_noticed(tmp_path):
    assert "the window is at" in told(begin("a usual laptop", tmp_path / "twin", "--twin"))[0]


@needs_server
def test_a_window_comes_back_when_its_screen_is_unplugged(tmp_path):
    done = child.run("-m", "tests.attacks.plugged", "3", tmp_path)
    assert (done.stdout, done.returncode) == ("[]\n", 0), done.stderr


@needs_server
def test_a_window_that_stays_on_no_screen_is_noticed(tmp_path):
    assert "back:" in child.run("-m", "tests.attacks.plugged", "1", tmp_path, "--twin").stdout
