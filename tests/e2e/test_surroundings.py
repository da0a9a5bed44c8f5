"""The checkout opens in whatever surroundings it is started, and where it cannot, it says so in a sentence."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.guides import ROOT

sys.path.append(str(ROOT / "packaging" / "prove"))

from surroundings import LEAST_PICTURE, NO_DISPLAY, SURROUNDINGS, Around

HERE = tuple(around for around in SURROUNDINGS if not around.packaged)
_PROGRAM = str(ROOT / "desktop" / "main.py")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these are surroundings of Linux")


def begin(around: Around, home, *words: str) -> subprocess.Popen[str]:
    """The program, begun in these surroundings with an empty home and few other variables."""
    home.mkdir()
    given = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8", **around.variables}
    variables = {name: value for name, value in given.items() if name not in around.without}
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, _PROGRAM, *words], cwd=around.cwd, env=variables, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def ended(program: subprocess.Popen[str]) -> tuple[int, str]:
    """What it ended with, and what it said."""
    _, said = program.communicate(timeout=300)
    return program.returncode, said


def test_there_are_at_least_twenty():
    assert len(HERE) >= 20


def wrong(arounds, folder) -> list[tuple[str, int, str]]:
    """Those in which no picture of the window was drawn, and what was said instead."""
    found = []
    for number, around in enumerate(arounds):
        picture = folder / f"{number}.png"
        code, said = ended(begin(around, folder / f"home-{number}", "screenshot", str(picture), "--topic", "whipple"))
        fine = code == 0 and picture.is_file() and picture.stat().st_size > LEAST_PICTURE
        if not fine or "Traceback" in said:
            found.append((around.name, code, said[-500:]))
    return found


def test_a_picture_of_the_window_is_drawn_in_all_of_them(tmp_path):
    assert wrong(HERE, tmp_path) == []


def test_surroundings_that_no_python_survives_are_noticed(tmp_path):
    assert len(wrong([around for around in SURROUNDINGS if around.packaged], tmp_path)) == 1


@pytest.mark.parametrize(
    "variables",
    [
        {},
        {"DISPLAY": ":77"},
        {"WAYLAND_DISPLAY": "wayland-77"},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "nothing-qt-knows"},
        {"QT_QPA_PLATFORM": "wayland", "DISPLAY": ":77"},
    ],
)
def test_without_a_screen_the_last_word_is_a_sentence_about_it(variables, tmp_path):
    """Qt aborts where it is told one screen and cannot open it."""
    code, said = ended(begin(Around("no screen", variables), tmp_path / "home"))
    assert code == NO_DISPLAY
    assert said.splitlines()[-1].startswith(("There is no screen to open", "The screen could not be opened."))
    assert "Traceback" not in said
