"""The start: nothing is loaded or made that the first screen does not need. Each in a fresh interpreter."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests import written

FIRST_SCREEN = """
import builtins, enum, gc, json, sys, time
from pathlib import Path

made = []
really_made = enum.EnumType.__new__

def noticed(kind, name, *others, **named):
    made.append(name)
    return really_made(kind, name, *others, **named)

enum.EnumType.__new__ = noticed

from desktop.main import start
from desktop.options import WindowOptions

running = start(WindowOptions(topic={topic!r}), Path({settings!r}))
from desktop.views.main_window import MainWindow
from desktop.views.parts.text_block import TextBlock

really_painted = MainWindow.paintEvent

def painted(window, event):
    told.setdefault("texts at the first painting", len(window.findChildren(TextBlock)))
    really_painted(window, event)

MainWindow.paintEvent = painted
told = {{"texts of the start": len(running.window.findChildren(TextBlock))}}
time.sleep(0.1)
running.application.processEvents()
picture = running.window.grab()
told |= {{
    "made": list(made),
    "modules": sorted(sys.modules),
    "title": running.window.windowTitle(),
    "size": picture.size().toTuple(),
    "garbage is looked for": gc.isenabled(),
    "import": builtins.__import__.__name__,
}}
"""

REST = """
until = time.monotonic() + 1
while time.monotonic() < until:
    running.application.processEvents()
told["texts after it"] = len(running.window.findChildren(TextBlock))
told["garbage is looked for later"] = gc.isenabled()
"""

TELL = """
from PySide6 import QtCore
QtCore.Qt.AlignmentFlag
told["made later"] = list(made)
print(json.dumps(told))
sys.stdout.flush()
import os
os._exit(0)
"""

KEEP = """
from desktop import paths
from PySide6.QtCore import QEventLoop, QTimer
loop = QEventLoop()
watch = QTimer()
watch.setInterval(20)
watch.timeout.connect(lambda: loop.quit() if any(paths.cache().glob("content.*.json")) else None)
watch.start()
QTimer.singleShot(20_000, loop.quit)
loop.exec()
"""


def run(code: str) -> dict:
    """What a fresh interpreter tells; the home folder is that of this run."""
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], cwd=written.ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def starts(tmp_path_factory) -> tuple[dict, dict, dict]:
    """Two starts of the program in one home, and what is kept between them."""
    folder = tmp_path_factory.mktemp("start")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        patch.setenv("LOCALAPPDATA", str(folder / "cache"))
        screen = FIRST_SCREEN.format(topic="whipple", settings=str(folder / "settings"))
        first = run(screen + KEEP + TELL)
        kept = {each.name: each.stat().st_size for each in folder.glob("cache/*/*")}
        second = run(screen + REST + TELL)
    return first, kept, second


def test_first_start_reads_the_yaml_and_keeps_the_guide_compiled(starts):
    first, kept, _ = starts
    assert "yaml" in first["modules"]
    assert list(kept) == ["content.en.json"]
    assert kept["content.en.json"] > 100_000


def test_second_start_needs_no_yaml(starts):
    _, _, second = starts
    assert "desktop.content.library" in second["modules"]
    assert [each for each in second["modules"] if each.partition(".")[0] in ("yaml", "_yaml")] == []
    assert second["title"] == f"Whipple procedure · {written.TITLE}"


def test_first_screen_makes_no_qt_namespace(starts):
    """It costs 15 ms: see desktop/views/parts/paint.py. Its enums are all made at once, AlignmentFlag among them."""
    _, _, second = starts
    assert "AlignmentFlag" in second["made later"], "the test can see it"
    assert "AlignmentFlag" not in second["made"]
    assert second["size"][0] > 600


def test_what_lies_below_the_screen_waits_for_the_first_painting_however_long_that_takes(starts):
    _, _, second = starts
    assert second["texts of the start"] > 20
    assert second["texts at the first painting"] == second["texts of the start"]
    assert second["texts after it"] > second["texts of the start"]


def test_no_garbage_is_looked_for_until_the_first_painting(starts):
    _, _, second = starts
    assert not second["garbage is looked for"]
    assert second["garbage is looked for later"]


def test_modules_are_imported_by_pythons_own_import(starts):
    """That of PySide6 reads the source of every module: see desktop/machine.py."""
    _, _, second = starts
    assert second["import"] == "__import__"


def test_first_screen_needs_only_what_it_shows(starts):
    _, _, second = starts
    unneeded = {
        "desktop.looks.body_drawing",
        "desktop.cli",
        "desktop.cli.commands",
        "desktop.content.glossary",
        "desktop.content.schema",
        "desktop.content.yaml_file",
        "desktop.voice.listening",
        "desktop.pages.explained",
        "desktop.search",
        "desktop.speech",
        "desktop.views.find_bar",
        "desktop.views.finder",
        "desktop.views.page_reader",
        "desktop.views.parts.comparison_card",
        "desktop.views.parts.mention",
        "desktop.views.search",
        "desktop.views.search_edit",
        "desktop.voice.voices",
        "hypothesis",
        "PySide6.QtNetwork",
    }
    assert unneeded & set(second["modules"]) == set()


def test_damaged_compiled_guide_is_not_used(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    kept = tmp_path / "net-surgery-guide" / "content.en.json"
    kept.parent.mkdir()
    kept.write_text('{"mark": "1-1-1", "guide": []}')
    told = run(FIRST_SCREEN.format(topic="words", settings=str(tmp_path / "settings")) + TELL)
    assert told["title"] == f"Words · {written.TITLE}"
    assert "yaml" in told["modules"]
