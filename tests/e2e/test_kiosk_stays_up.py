"""The real kiosk on a real X server: killed, crashed, started twice, and left without the process that watches it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from ctypes.util import find_library
from pathlib import Path

import pytest

from tests.guides import ROOT
from tools.fuzz_kiosk import Screen

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and find_library("Xtst") and Path("/proc/self/task").exists()),
    reason="Xvfb or libXtst is not installed here (packaging/debian-packages.txt)",
)
_COMMAND = [sys.executable, "-m", "desktop", "--profile", "kiosk"]
_PATIENCE = 60
"""Seconds, only so that a test never hangs for ever."""


class Kiosk:
    """The program as a service manager starts it; it is the service manager that is told when a window is open."""

    def __init__(self, folder: Path, display: str) -> None:
        self._ears = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._ears.bind(str(folder / "notify"))
        self._ears.settimeout(_PATIENCE)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "QT_", "DBUS_"))}
        own = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "NOTIFY_SOCKET": str(folder / "notify")}
        self.surroundings = kept | own | {"DISPLAY": display}
        self.process = subprocess.Popen(  # noqa: S603 - this very program
            _COMMAND, cwd=ROOT, env=self.surroundings, stderr=subprocess.PIPE, text=True
        )

    def wait_until_open(self) -> str:
        """Until a new window is open; its mode."""
        while True:
            told = self._ears.recv(4096).decode()
            if "READY=1" in told:
                return told.partition("STATUS=open, ")[2].split()[0]

    def window(self) -> int:
        """The process of the window."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return int(children.split()[0])

    def close(self) -> str:
        """End it; what it wrote since the last time."""
        self._ears.close()
        self.process.kill()
        self.process.wait()
        return "" if self.process.stderr.closed else self._last_words()

    def _last_words(self) -> str:
        with self.process.stderr as written:
            return written.read()


@pytest.fixture
def screen(tmp_path):
    made = Screen(tmp_path, "none")
    yield made
    made.close()


@pytest.fixture
def kiosk(screen, tmp_path):
    made = Kiosk(tmp_path, screen.name)
    made.wait_until_open()
    yield made
    made.close()


def gone(process: int) -> bool:
    """Whether a process has ended within a moment."""
    for _ in range(10 * _PATIENCE):
        stat = Path(f"/proc/{process}/stat")
        if not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.1)
    return False


def test_whatever_becomes_of_the_window_another_one_fills_the_screen(kiosk, screen):
    modes = []
    for how in (signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT):
        before = kiosk.window()
        os.kill(before, how)
        modes.append(kiosk.wait_until_open())
        assert kiosk.window() != before
        [(_, place)] = screen.windows()
        assert place == (0, 0, 1920, 1080)
    assert modes == ["usual", "usual", "safe"]
    assert "Segmentation fault" in kiosk.close(), "where it crashed is told"


def test_a_second_start_opens_nothing(kiosk, screen):
    second = subprocess.run(  # noqa: S603 - as above
        _COMMAND, cwd=ROOT, env=kiosk.surroundings, capture_output=True, text=True, timeout=_PATIENCE, check=False
    )
    assert (second.returncode, second.stderr) == (4, "The kiosk is already open on this machine.\n")
    assert len(screen.windows()) == 1


def test_without_the_process_that_watches_it_the_window_ends(kiosk):
    window = kiosk.window()
    kiosk.process.kill()
    assert gone(window)


def test_when_the_screen_goes_whoever_started_the_kiosk_is_told(kiosk, screen):
    screen.close()
    assert kiosk.process.wait(_PATIENCE) == 3
    assert "Traceback" not in kiosk.close()
