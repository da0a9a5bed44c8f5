"""The real program on a screen, as a screen reader hears it over AT-SPI from another process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.content import library
from tests import written

SYSTEM_PYTHON = "/usr/bin/python3"
CLIENT = Path(__file__).with_name("at_spi_client.py")
PROGRAMS = ("Xvfb", "dbus-run-session", SYSTEM_PYTHON)
AT_SPI = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


def missing() -> str:
    """What of the machine's programs is not there; empty if all are."""
    lacking = [each for each in PROGRAMS if shutil.which(each) is None]
    lacking += [] if any(Path(each).exists() for each in AT_SPI) else ["at-spi2-core"]
    if not lacking:
        probe = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
        asked = subprocess.run([SYSTEM_PYTHON, "-c", probe], capture_output=True, check=False)  # noqa: S603
        lacking += [] if asked.returncode == 0 else ["gir1.2-atspi-2.0 and python3-gi"]
    return ", ".join(lacking)


pytestmark = pytest.mark.skipif(
    bool(missing()), reason=f"not installed here: {missing()} (packaging/debian-packages.txt)"
)


@pytest.fixture(scope="module")
def display():
    """A screen of our own, by its number."""
    reading, writing = os.pipe()
    server = subprocess.Popen(  # noqa: S603
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],  # noqa: S607
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as number:
        yield f":{number.readline().strip()}"
    server.terminate()
    server.wait()


@pytest.fixture(scope="module")
def heard(display, tmp_path_factory):
    """What a screen reader was told: on the first page, a category, an operation, with an effect open, in French."""
    home = tmp_path_factory.mktemp("screen-reader")
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "QT_", "DBUS_", "AT_SPI"))
    }
    surroundings = kept | {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "GIO_USE_VFS": "local",
    }
    home.chmod(0o700)
    program = [sys.executable, "-m", "desktop", "--topic", "about-surgery"]
    done = subprocess.run(  # noqa: S603
        ["dbus-run-session", "--", SYSTEM_PYTHON, str(CLIENT), *program],  # noqa: S607
        cwd=written.ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=80,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def named(screen, role) -> list[str]:
    return [each["name"] for each in screen if each["role"] == role]


def test_tree_is_heard(heard):
    first, category, operation, *_ = heard["screens"]
    names = named(first, "tree item")
    assert [each for each in names if each in {record["name"] for record in written.CATEGORIES.values()}] == [
        record["name"] for record in written.CATEGORIES.values()
    ]
    states = {each["name"]: each["states"] for each in operation if each["role"] == "tree item"}
    assert "EXPANDABLE" in states["Resection"]
    assert "EXPANDED" in states["Resection"]
    assert "SELECTED" in states["Whipple procedure"]
    assert "SELECTED" not in states["About surgery"]
    opened = [written.OPERATIONS[each]["short_name"] for each in written.CATEGORIES["resection"]["operations"]]
    assert set(opened) <= set(named(category, "tree item"))
    assert set(opened) & set(names) == set()


def test_headings_are_heard_with_their_levels(heard):
    operation = heard["screens"][2]
    headings = [(each["level"], each["name"]) for each in operation if each["role"] == "heading"]
    assert (1, written.OPERATIONS["whipple"]["name"]) in headings
    for section in ("why", "before", "during", "after", "living", "uncertain", "questions", "related", "sources"):
        assert (2, written.WORDS[section]) in headings
    assert (3, written.WORDS["get_help"]) in headings
    assert all(level > 0 for level, _ in headings)


def test_side_effects_are_heard(heard):
    operation, opened = heard["screens"][2:4]
    buttons = named(operation, "button")
    for effect in written.effects_of("whipple"):
        assert any(each.startswith(written.EFFECTS[effect]["name"]) for each in buttons)
    for level in written.signs_by_level("whipple"):
        assert any(each.startswith(written.HELP_LEVELS[level]["name"]) for each in buttons)
    text = written.EFFECTS["pancreatic-fistula"]["what"][0]["text"]
    assert text not in [each["name"] for each in operation]
    assert text in [each["name"] for each in opened]


def test_everything_that_takes_the_keyboard_is_named(heard):
    for screen in heard["screens"]:
        nodes = [each for each in screen if "FOCUSABLE" in each["states"]]
        assert len(nodes) > 20
        assert [each for each in nodes if not each["name"].strip()] == []
        assert {each["role"] for each in nodes} >= {"tree item", "link", "button", "radio button"}
        assert [each for each in nodes if each["role"] in ("filler", "unknown", "invalid")] == []


def test_text_is_heard(heard):
    summary = written.OPERATIONS["whipple"]["summary"]["text"]
    assert summary in named(heard["screens"][2], "paragraph")
    assert written.OPERATIONS["whipple"]["figure_text"] in [each["name"] for each in heard["screens"][2]]


def test_identifiers_are_heard(heard):
    found = {each["name"]: each["id"] for each in heard["screens"][2] if each["role"] == "tree item"}
    assert found["Whipple procedure"].endswith("topic-whipple")


def test_new_topic_is_announced(heard):
    assert heard["announced"][:2] == ["Resection", "Whipple procedure"]


def test_the_language_is_heard_and_announced(heard):
    french = library.load(written.RESOURCES, "fr")
    names = [each["name"] for each in heard["screens"][4]]
    assert french.operations["whipple"].name in names
    assert french.operations["whipple"].summary.text in names
    assert heard["announced"][-1] == french.operations["whipple"].name
