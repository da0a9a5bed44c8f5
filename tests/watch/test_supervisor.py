"""A window that ends or hangs is started again; one that goes on failing is started in safe mode."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import textwrap

import pytest

from desktop.main import main
from desktop.options import WindowOptions
from desktop.watch import lock, supervisor
from desktop.watch.log import Log
from desktop.watch.service import Service
from desktop.watch.supervisor import EXIT_TRY_AGAIN, Limits, Supervisor
from tests import child
from tests.guides import ROOT

QUICK = Limits(start=20.0, silence=0.4, last_words=0.4, longest_pause=0.01)


class Windows:
    """Windows that do one thing each, in this order; the last one is closed by staff. What each was told is kept."""

    def __init__(self, folder) -> None:
        self._folder = folder

    def run(self, *acts: str, limits: Limits = QUICK, address: str = "") -> int:
        script = self._folder / "window.py"
        script.write_text(_WINDOW.format(folder=str(self._folder), acts=[*acts, "pass"]))
        self.supervisor = Supervisor([sys.executable, str(script)], Service(address), Log(self._folder / "log"), limits)
        return self.supervisor.run()

    def modes(self) -> list[str]:
        return (self._folder / "modes").read_text().split()

    def surroundings(self) -> str:
        return (self._folder / "environment").read_text()


_WINDOW = textwrap.dedent(
    """
    import faulthandler, os, pathlib, signal, sys, time
    folder = pathlib.Path({folder!r})
    def beat(times=1):
        for _ in range(times):
            os.write(1, b".")
            time.sleep(0.1)
    with (folder / "modes").open("a") as file:
        file.write(os.environ["NET_SURGERY_GUIDE_KIOSK"] + " ")
    (folder / "environment").write_text(" ".join(sorted(os.environ)))
    faulthandler.enable()
    acts = {acts!r}
    act = acts[len((folder / "modes").read_text().split()) - 1]
    exec(act)
    """
)
CRASH = "os._exit(1)"
KILL = "beat(); os.kill(os.getpid(), 9)"
SEGFAULT = "beat(); faulthandler._sigsegv()"
RAISE = "beat(); raise ValueError"
HANG = "beat()\ndef stuck():\n    while True: pass\nstuck()"
DEAF = "beat(); signal.signal(signal.SIGABRT, signal.SIG_IGN); time.sleep(60)"
STOP = "beat(); os.kill(os.getpid(), signal.SIGSTOP)"
NEVER = "time.sleep(60)"


@pytest.fixture
def windows(tmp_path):
    return Windows(tmp_path)


def test_a_window_that_staff_close_stays_closed(windows):
    assert windows.run() == 0
    assert windows.modes() == ["usual"]


@pytest.mark.parametrize("act", [CRASH, KILL, SEGFAULT, RAISE, HANG, DEAF, STOP])
def test_whatever_ends_or_stops_a_window_it_is_started_again(windows, act):
    assert windows.run(act) == 0
    assert windows.modes() == ["usual", "usual"]


def test_a_window_that_never_begins_is_started_again(windows):
    assert windows.run(NEVER, limits=QUICK._replace(start=0.5)) == 0
    assert len(windows.modes()) == 2


def test_a_slow_window_is_left_alone(windows):
    assert windows.run("beat(12)") == 0
    assert windows.modes() == ["usual"]


def test_where_a_window_hangs_is_told_and_nothing_else_of_it(windows, capfd):
    windows.run("secret = 'whipple'\n" + HANG)
    told = capfd.readouterr().err
    assert "did not answer" in told
    assert "in stuck" in told
    assert "secret" not in told
    assert "whipple" not in told


@pytest.mark.parametrize("acts", [(CRASH,) * 3, (HANG, KILL, RAISE)], ids=["crashes", "all kinds"])
def test_three_failures_within_a_minute_lead_to_safe_mode(windows, acts):
    assert windows.run(*acts) == 0
    assert windows.modes() == ["usual", "usual", "usual", "safe"]


def test_failures_far_apart_do_not(windows):
    assert windows.run(*(CRASH,) * 4, limits=QUICK._replace(within=0.0)) == 0
    assert windows.modes() == ["usual"] * 5


def test_safe_mode_lasts_through_further_failures_until_its_window_asks_to_try_again(windows):
    again = f"beat(); os._exit({EXIT_TRY_AGAIN})"
    assert windows.run(CRASH, CRASH, CRASH, CRASH, again, CRASH) == 0
    assert windows.modes() == ["usual", "usual", "usual", "safe", "safe", "usual", "usual"]


@pytest.mark.parametrize("code", [2, 3])
def test_what_starting_again_cannot_help_is_left_to_whoever_started_it(windows, code):
    assert windows.run(f"os._exit({code})") == code
    assert len(windows.modes()) == 1


def test_pauses_grow_and_end_growing(windows, capfd):
    windows.run(*(CRASH,) * 5, limits=QUICK._replace(longest_pause=0.4))
    told = capfd.readouterr().err.splitlines()
    assert len(told) == 5
    assert "in 0 s" in told[0]


def test_what_is_not_listed_is_not_handed_on(windows, monkeypatch):
    dropped = {
        "PYTHONPATH": "/x", "PYTHONINSPECT": "1", "LD_PRELOAD": "", "LD_LIBRARY_PATH": "/x", "QT_DEBUG_PLUGINS": "1",
        "QT_PLUGIN_PATH": "/x", "QT_STYLE_OVERRIDE": "x", "QT_SCALE_FACTOR": "9", "QT_QPA_PLATFORM": "vnc",
        "QT_QPA_PLATFORMTHEME": "gtk3", "QT_IM_MODULE": "qtvirtualkeyboard", "QML_DEBUG": "1", "GTK_MODULES": "x",
        "NOTIFY_SOCKET": "/x", "SOMETHING_NEW": "1",
    }  # fmt: skip
    for name, value in dropped.items():
        monkeypatch.setenv(name, value)
    for name in ("DISPLAY", "LC_TIME", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON"):
        monkeypatch.setenv(name, "1")
    windows.run()
    seen = set(windows.surroundings().split())
    assert not seen & set(dropped)
    assert {"DISPLAY", "LC_TIME", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "HOME", "PATH"} <= seen


@pytest.mark.parametrize(
    ("platform", "kept"),
    [("xcb", True), ("wayland;xcb", True), ("vnc:port=5900", False), ("xcb;vnc", False), ("offscreen", False),
     ("minimal", False), ("eglfs", False), ("", False)],
)  # fmt: skip
def test_only_real_screens_are_opened(platform, kept, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert ("QT_QPA_PLATFORM" in supervisor.cleaned(os.environ)) is kept


def test_no_core_is_left_of_a_crash(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    code = (
        "import resource\nfrom desktop.watch import supervisor\nfrom desktop.options import WindowOptions\n"
        "supervisor.Supervisor.run = lambda self: print(resource.getrlimit(resource.RLIMIT_CORE)) or 0\n"
        "supervisor.watch(WindowOptions())"
    )
    assert child.run("-c", code).stdout == "(0, 0)\n"


# The service manager


@pytest.fixture
def manager(tmp_path):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.settimeout(20)
        yield listening


def heard(manager) -> list[str]:
    manager.setblocking(False)
    told = []
    while True:
        try:
            told += manager.recv(4096).decode().split("\n")
        except BlockingIOError:
            return told


def test_systemd_is_told_when_the_window_is_open_and_that_it_lives(windows, manager):
    windows.run("beat(5)", address=manager.getsockname())
    told = heard(manager)
    assert told[0] == "READY=1"
    assert told.count("WATCHDOG=1") >= 2
    assert "STATUS=open, usual mode" in told


def test_a_window_that_never_opens_is_never_called_ready(windows, manager):
    windows.run(CRASH, address=manager.getsockname())
    assert "READY=1" not in heard(manager)


def test_while_it_waits_before_starting_again_systemd_knows_that_this_is_meant(windows, manager):
    windows.run(CRASH, CRASH, address=manager.getsockname(), limits=QUICK._replace(longest_pause=0.3))
    assert "WATCHDOG=1" in heard(manager)


@pytest.mark.parametrize("address", ["", "/nowhere/notify", "@nobody-listens"])
def test_without_anybody_to_tell_all_goes_on(windows, address):
    assert windows.run("beat()", address=address) == 0


# One instance


def test_a_second_kiosk_is_refused_in_one_sentence(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with lock.take(tmp_path / "net-surgery-guide"):
        assert main(["--profile", "kiosk"]) == 4
    assert capsys.readouterr().err == "The kiosk is already open on this machine.\n"


def test_the_lock_of_one_that_was_killed_holds_nobody_up(tmp_path):
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom desktop.watch import lock\n"
        "held = lock.take(Path(sys.argv[1])); print('held', flush=True); time.sleep(60)"
    )
    child.kill_after(0, "-c", code, str(tmp_path))
    assert (tmp_path / "kiosk.lock").exists()
    with lock.take(tmp_path):
        pass


def test_a_file_left_by_another_machine_holds_nobody_up(tmp_path):
    (tmp_path / "kiosk.lock").write_text("4711\nother-host\n")
    with lock.take(tmp_path):
        pass


def test_where_no_lock_can_be_kept_the_kiosk_opens_all_the_same(tmp_path):
    (tmp_path / "file").write_text("")
    assert lock.take(tmp_path / "file" / "folder") is None


# Programs without an error output


def test_without_a_console_errors_go_to_a_small_file(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    log = Log(tmp_path / "cache" / "kiosk.log")
    log.tell("one")
    with log.file() as file:
        subprocess.run([sys.executable, "-c", "import os; os.write(2, b'two')"], stderr=file, check=True)
    assert (tmp_path / "cache" / "kiosk.log").read_text().endswith("net-surgery-guide: one\ntwo")
    (tmp_path / "cache" / "kiosk.log").write_bytes(b"x" * (2 << 20))
    log.tell("three")
    assert (tmp_path / "cache" / "kiosk.log").stat().st_size < 200
    assert (tmp_path / "cache" / "kiosk.old").exists()


# The command


def test_the_window_is_asked_for_what_the_kiosk_was_asked_for(tmp_path):
    options = WindowOptions(language="fr", profile="kiosk", content=tmp_path, policy=tmp_path / "policy.toml")
    assert options.as_arguments() == [
        "--lang", "fr", "--profile", "kiosk", "--content", str(tmp_path), "--policy", str(tmp_path / "policy.toml"),
    ]  # fmt: skip
    assert WindowOptions().as_arguments() == ["--profile", "laptop"]


def test_ctrl_c_in_the_terminal_ends_both(tmp_path):
    script = tmp_path / "window.py"
    script.write_text(
        "import os, signal, time\nos.write(1, b'.')\nos.kill(os.getppid(), signal.SIGINT)\ntime.sleep(60)"
    )
    code = (
        "import sys\nfrom pathlib import Path\nfrom desktop.watch.supervisor import *\n"
        "limits = Limits(last_words=0.2)\n"
        "print(Supervisor([sys.executable, sys.argv[1]], Service(''), Log(Path('x')), limits).run())"
    )
    done = child.run("-c", code, script)
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_a_window_whose_watcher_is_gone_ends():
    """A pulse that nobody listens to: the window must not stay for ever behind the one that replaces it."""
    code = (
        "from PySide6.QtCore import QCoreApplication\nfrom desktop.kiosk.pulse import Pulse\n"
        "app = QCoreApplication([])\nPulse(app)\nprint(app.exec())"
    )
    window = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE)  # noqa: S603
    assert window.stdout.read(1) == b"."
    window.stdout.close()
    assert window.wait(60) == 1
    assert window.returncode != -signal.SIGKILL
