"""What Qt would end with an abort ends with a sentence."""

from __future__ import annotations

import importlib
import os
import sys
from types import SimpleNamespace

import pytest

from desktop import machine
from desktop.errors import NoDisplayError, UsageError
from tests import child
from tests.guides import ROOT


@pytest.mark.parametrize(
    ("pyside", "python", "refused"),
    [
        ("6.12.0", (3, 11, 7), True),
        ("6.12.0", (3, 11, 0), True),
        ("6.12.3", (3, 11, 9), True),
        ("6.12.0", (3, 12, 0), False),
        ("6.12.0", (3, 13, 1), False),
        ("6.12.0", (3, 14, 0), False),
        ("6.11.3", (3, 11, 7), False),
        ("6.11.3", (3, 13, 0), False),
        ("6.11.0", (3, 11, 0), False),
        ("6.10.1", (3, 11, 7), False),
        ("6.1.2", (3, 11, 7), False),
        ("6.120.0", (3, 11, 7), False),
    ],
)
def test_the_pair_that_aborts_is_refused_and_no_other(pyside, python, refused):
    if not refused:
        machine.refuse_bad_pair(pyside, python)
        return
    with pytest.raises(UsageError) as caught:
        machine.refuse_bad_pair(pyside, python)
    assert str(caught.value) == (
        f"PySide6 {pyside} does not work with Python 3.11: it would stop without warning. "
        "Install PySide6-Essentials 6.11.3, or Python 3.12 or newer."
    )


def test_the_pair_of_these_tests_is_usable():
    machine.require_usable_python()
    machine.load_qt()
    assert "PySide6.QtWidgets" in sys.modules


@pytest.mark.parametrize(("version", "refused"), [((3, 10, 9), True), ((3, 11, 0), False), ((3, 14, 0), False)])
def test_a_python_that_is_too_old_is_told_with_its_version(version, refused, monkeypatch):
    monkeypatch.setattr(sys, "version_info", version)
    if not refused:
        machine.require_usable_python()
        return
    with pytest.raises(UsageError, match=r"^This program needs Python 3\.11 or newer; this is 3\.10\. Install a newer"):
        machine.require_usable_python()


# The screen


@pytest.fixture
def screen(monkeypatch):
    """Sets what the system says about its screen, and returns what Qt is told then."""

    def screen(platform: str = "linux", **environment: str) -> str:
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.setenv(name, environment.get(name, ""))
        monkeypatch.setattr(sys, "platform", platform)
        machine.require_display()
        return os.environ["QT_QPA_PLATFORM"]

    return screen


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"DISPLAY": ":0"}, "xcb;offscreen"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "wayland;offscreen"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "wayland;xcb;offscreen"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "offscreen"),
        ({"QT_QPA_PLATFORM": "offscreen:configfile=/x.json"}, "offscreen:configfile=/x.json"),
        ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":0"}, "xcb;offscreen"),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, "wayland;xcb;offscreen"),
        ({"QT_QPA_PLATFORM": "nothing-qt-knows"}, "nothing-qt-knows;offscreen"),
    ],
)
def test_qt_is_sent_to_the_screen_there_is_and_falls_back_instead_of_aborting(environment, told, screen):
    assert screen(**environment) == told


def test_a_system_without_a_screen_is_told_with_what_to_do(screen):
    with pytest.raises(NoDisplayError) as caught:
        screen()
    assert "neither DISPLAY nor WAYLAND_DISPLAY is set" in str(caught.value)
    assert "net-surgery-guide screenshot guide.png" in str(caught.value)


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_a_screen(platform, screen):
    assert screen(platform) == ""


@pytest.mark.parametrize(
    ("sent_to", "opened", "refused"),
    [
        ("xcb;offscreen", "offscreen", True),
        ("wayland;xcb;offscreen", "offscreen", True),
        ("xcb;offscreen", "xcb", False),
        ("wayland;xcb;offscreen", "xcb", False),
        ("offscreen", "offscreen", False),
        ("", "windows", False),
    ],
)
def test_a_screen_that_did_not_open_is_told_but_not_one_that_was_never_wanted(sent_to, opened, refused, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", sent_to)
    if not refused:
        machine.require_screen_was_opened(opened)
        return
    with pytest.raises(NoDisplayError, match="The screen could not be opened"):
        machine.require_screen_was_opened(opened)


# Qt's system libraries


@pytest.mark.parametrize(
    ("given", "kept"),
    [("0", None), ("-1", None), ("nan", None), ("1000000", None), ("1.5", "1.5"), ("8", "8"), ("large", "large")],
)
def test_a_scale_that_leaves_nothing_to_read_is_left_out(given, kept, monkeypatch):
    """Qt itself passes over what is no number."""
    monkeypatch.setenv("QT_SCALE_FACTOR", given)
    machine.drop_absurd_scale()
    assert os.environ.get("QT_SCALE_FACTOR") == kept


def test_a_picture_is_drawn_with_a_scale_of_nothing(tmp_path):
    picture = tmp_path / "picture.png"
    done = child.run("-m", "desktop", "screenshot", str(picture), QT_SCALE_FACTOR="0")
    assert (done.returncode, done.stderr) == (0, "")
    assert picture.stat().st_size > 10_000


@pytest.mark.parametrize("library", ["libGL.so.1", "libEGL.so.1", "libxkbcommon.so.0", "libglib-2.0.so.0"])
def test_a_missing_system_library_is_told_with_the_command_that_installs_it(library, monkeypatch):
    def import_module(name):
        message = f"{library}: cannot open shared object file: No such file or directory ({name})"
        raise ImportError(message)

    monkeypatch.setattr(importlib, "import_module", import_module)
    with pytest.raises(NoDisplayError) as caught:
        machine.load_qt()
    assert str(caught.value).startswith(f"Qt cannot start: {library}: cannot open shared object file")
    assert "apt install libgl1 " in str(caught.value)


def test_a_mistake_of_the_program_is_not_taken_for_a_missing_library(monkeypatch):
    def import_module(name):
        if name != "PySide6.QtWidgets":
            return SimpleNamespace(__version__="6.11.3")
        message = "cannot import name 'x' from 'PySide6.QtWidgets'"
        raise ImportError(message)

    monkeypatch.setattr(importlib, "import_module", import_module)
    with pytest.raises(ImportError, match="cannot import name"):
        machine.load_qt()


def test_the_packages_people_are_told_are_those_that_make_installs():
    """The file's first part is what a window needs; the rest is for the tests."""
    text = (ROOT / "packaging" / "debian-packages.txt").read_text("utf-8")
    first, _ = text.split("\n# What the tests", 1)
    packages = [line for line in first.splitlines() if line and not line.startswith("#")]
    assert sorted(machine.DEBIAN_PACKAGES.split()) == sorted(packages)


def test_the_message_about_the_screen_names_every_package(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb;offscreen")
    with pytest.raises(NoDisplayError) as caught:
        machine.require_screen_was_opened("offscreen")
    assert str(caught.value).endswith(f"apt install {machine.DEBIAN_PACKAGES}")


_CALLS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
widget, timer, image = QWidget(), QTimer(), QImage(8, 8, QImage.Format.Format_RGB32)
def call():
    widget.setObjectName("a"); widget.update(); widget.resize(9, 9); timer.setInterval(5); image.fill(QColor("red"))
    painter = QPainter(image); painter.save(); painter.translate(1, 1); painter.restore(); painter.end()
call()
before = sys.getrefcount(None)
for _ in range(2000):
    call()
    {twin}
print(before - sys.getrefcount(None))
"""


def test_twenty_thousand_calls_of_qt_take_no_none_away():
    """What PySide6 6.12.0 does before Python 3.12, where it ends in an abort."""
    done = child.run("-c", _CALLS.replace("{twin}", "pass"), QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) <= 50


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is never counted there")
def test_a_toolkit_that_gives_none_back_once_too_often_is_noticed():
    twin = "import ctypes; ctypes.pythonapi.Py_DecRef(ctypes.py_object(None))"
    done = child.run("-c", _CALLS.replace("{twin}", twin), QT_QPA_PLATFORM="offscreen")
    assert done.returncode < 0 or int(done.stdout) > 50
