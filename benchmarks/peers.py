"""Beside the peers: Zeal, GoldenDict, Kiwix and Qt Assistant from Debian's packages, and our program, in turn.

Each is started on a screen of its own (Xvfb, 1366x768) with an empty home, until its first window is shown, and three
seconds later its memory is read (PSS, with all processes it has started). Ratios are to a bare PySide6 window, taken in
the same run. Bar (acceptance): ahead of Zeal, GoldenDict and Kiwix.

Needs: apt install xvfb xdotool zeal goldendict kiwix assistant-qt6. What is not there is left out.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.measuring import memory, sharers

ROOT = Path(__file__).resolve().parent.parent
SCREEN = ":97"
ROUNDS = 5
PATIENCE_SECONDS = 60
REST_SECONDS = 3
SCREEN_SECONDS = 4

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser
app = QApplication(["bare-window"])
window = QMainWindow()
window.setWindowTitle("bare-window")
window.setCentralWidget(QTextBrowser())
window.resize(1366, 768)
window.show()
app.exec()
"""


class Peer(NamedTuple):
    """A program to start: its name, the command, and what its window is found by."""

    name: str
    command: Sequence[str]
    found_by: tuple[str, str]


PEERS = (
    Peer("bare PySide6 window", (sys.executable, "-c", BARE), ("--name", "^bare-window$")),
    Peer("this guide, packaged", (str(ROOT / "dist/net-surgery-guide/net-surgery-guide"),), ("--name", "Surgery")),
    Peer("this guide, from its checkout", (sys.executable, "-m", "desktop"), ("--name", "Surgery")),
    Peer("Zeal", ("zeal",), ("--class", "zeal")),
    Peer("GoldenDict", ("goldendict",), ("--class", "goldendict")),
    Peer("Kiwix", ("kiwix-desktop",), ("--class", "kiwix")),
    Peer("Qt Assistant", ("/usr/lib/qt6/bin/assistant",), ("--class", "assistant")),
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Start and memory beside other reference programs.")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    rounds = parser.parse_args().rounds
    there = [peer for peer in PEERS if shutil.which(peer.command[0])]
    others = sharers()
    if others:
        print(f"{others} other programs have Qt loaded: of what they share with these, memory is counted too low.")
    command = ["Xvfb", SCREEN, "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"]
    screen = subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603 - our own words
    measured: dict[str, list[tuple[float, float]]] = {peer.name: [] for peer in there}
    try:
        time.sleep(SCREEN_SECONDS)
        for number in range(rounds + 1):
            for peer in there:
                found = started(peer)
                if number:  # the first fills the caches
                    measured[peer.name].append(found)
    finally:
        screen.terminate()
    bare_start, bare_memory = middle(measured[PEERS[0].name])
    print("| program | window after | times bare | memory | times bare |\n|---|---|---|---|---|")
    for name, values in measured.items():
        start, memory = middle(values)
        times = f"{start / bare_start:.2f} | {memory:.0f} MiB | {memory / bare_memory:.2f}"
        print(f"| {name} | {start * 1000:.0f} ms | {times} |")


def middle(values: list[tuple[float, float]]) -> tuple[float, float]:
    """The medians of starts and memories."""
    starts, memories = zip(*values, strict=True)
    return statistics.median(starts), statistics.median(memories)


def started(peer: Peer) -> tuple[float, float]:
    """Seconds until the window of a program is shown, and the memory it then takes, MiB."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "XDG_", "PYTHON"))}
        env = {**kept, "HOME": home, "DISPLAY": SCREEN, "XDG_RUNTIME_DIR": home}
        env["QTWEBENGINE_CHROMIUM_FLAGS"] = "--no-sandbox"  # or Kiwix does not start for root
        before = time.perf_counter()
        program = subprocess.Popen(  # noqa: S603 - the programs of the table
            peer.command,
            cwd=ROOT,
            env=env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            while not shown(peer, env):
                if time.perf_counter() - before > PATIENCE_SECONDS or program.poll() is not None:
                    sys.exit(f"{peer.name}: no window after {PATIENCE_SECONDS} seconds; it ended with {program.poll()}")
            seconds = time.perf_counter() - before
            time.sleep(REST_SECONDS)
            return seconds, of_session(program.pid)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(program.pid, signal.SIGKILL)
            program.wait()


def shown(peer: Peer, env: dict[str, str]) -> bool:
    """Whether a window of the program is on the screen."""
    asked = ["xdotool", "search", "--onlyvisible", *peer.found_by]
    return subprocess.run(asked, env=env, capture_output=True, check=False).returncode == 0  # noqa: S603


def of_session(session: int) -> float:
    """Proportional set size of all processes of a session, MiB."""
    total = 0.0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(folder.name)) == session:
                total += memory(folder)
        except (OSError, StopIteration):
            continue  # it has just ended
    return total


if __name__ == "__main__":
    main()
