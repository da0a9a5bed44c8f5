"""The harness that tries to get out of the kiosk through a real X server, in its short form (``make fuzz-kiosk``)."""

from __future__ import annotations

import shutil
from ctypes.util import find_library

import pytest

from tests import child

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and find_library("Xtst")),
    reason="Xvfb or libXtst is not installed here (packaging/debian-packages.txt)",
)


def test_known_ways_out_and_random_events_leave_one_window_alive_on_the_whole_screen():
    done = child.run("tools/fuzz_kiosk.py", "--events", "400", "--seed", "6")
    assert "no way out" in done.stdout, done.stdout + done.stderr
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("twin", "caught"),
    [("close", "the program has ended with 0"), ("menu", "2 windows are on the screen")],
)
def test_a_window_with_a_way_out_is_caught(twin, caught):
    done = child.run("tools/fuzz_kiosk.py", "--events", "40", "--seed", "6", "--twin", twin, "--patience", "1")
    assert caught in done.stdout, done.stdout + done.stderr
    assert done.returncode == 1
