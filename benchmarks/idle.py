"""What the program costs while nobody touches it (acceptance: at most 0.5 % of a processor).

Starts the laptop and the kiosk as they are started, on an X server of their own (Xvfb), lets them rest, and counts for
a minute what their processes use of the processor, and how often they wake, as Linux counts it. The kiosk is measured
as it waits for a visitor, its watcher with it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
_UNTIL_AT_REST = 20.0
"""Seconds for everything that is made in the pauses after the first painting."""
_SECONDS = 60.0
_PROFILES = ("laptop", "kiosk")


class Used(NamedTuple):
    """What processes have used since they began: seconds of a processor, and how often they woke."""

    seconds: float
    wakes: int


@contextmanager
def screen() -> Iterator[str]:
    """An X server of our own; the name of its screen."""
    reading, writing = os.pipe()
    words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    server = subprocess.Popen(words, pass_fds=[writing], stderr=subprocess.DEVNULL)  # noqa: S603 - our own words
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()


def used(process: int) -> Used:
    """What a process and its children have used."""
    each = Path("/proc") / str(process)
    spent = (each / "stat").read_text("ascii").rpartition(")")[2].split()[11:13]
    woken = [line for line in (each / "status").read_text("ascii").splitlines() if "voluntary_ctxt" in line]
    found = Used(sum(map(int, spent)) / os.sysconf("SC_CLK_TCK"), int(woken[0].split()[1]))
    children = [used(int(child)) for child in (each / "task" / str(process) / "children").read_text("ascii").split()]
    return Used(found.seconds + sum(one.seconds for one in children), found.wakes + sum(one.wakes for one in children))


def measured(profile: str) -> Used:
    """What the program uses in a minute of rest."""
    program = [sys.executable, "-m", "desktop", "--profile", profile]
    with subprocess.Popen(program, cwd=ROOT, stdout=subprocess.DEVNULL, start_new_session=True) as process:  # noqa: S603
        try:
            time.sleep(_UNTIL_AT_REST)
            before = used(process.pid)
            time.sleep(_SECONDS)
            after = used(process.pid)
            ended = process.poll()
        finally:
            os.killpg(process.pid, signal.SIGKILL)
    if ended is not None:
        msg = f"the {profile} ended with {ended}"
        raise SystemExit(msg)
    return Used(after.seconds - before.seconds, after.wakes - before.wakes)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder, screen() as name:
        os.environ |= {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
        os.environ |= dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), folder)
        for profile in _PROFILES:
            found = measured(profile)
            share, wakes = found.seconds / _SECONDS * 100, found.wakes / _SECONDS
            print(f"{profile}: {share:.2f} % of a processor, {wakes:.1f} wakes a second")


if __name__ == "__main__":
    main()
