"""Start-up: our first painted window against a bare PySide6 window, pair by pair in one run.

Each start is a process of its own. The clock runs from before the process is made until it has painted
its first full window; on a busy machine what counts is how long the processor worked for it. The bare program is a
QMainWindow with a QTextBrowser, nothing else. Both windows are as large, on a screen of 1920x1080 pixels.
Bar (acceptance): at most 1.25 times the bare window; memory (PSS) at most 1.5 times.
"""

from __future__ import annotations

import argparse
import compileall
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.measuring import sharers
from benchmarks.screen import use_screen

ROOT = Path(__file__).resolve().parent.parent
PAIRS = 15

BARE = """
import os
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTextBrowser())
window.resize(1366, 768)
window.show()
app.processEvents()
"""

OURS = """
import os, sys
sys.path.insert(0, {root!r})
from pathlib import Path
from desktop.main import start
from desktop.options import WindowOptions
running = start(WindowOptions(topic={topic!r}), Path({settings!r}))
running.application.processEvents()
assert running.window.painted
"""

COMPILE = """
import os, sys
sys.path.insert(0, {root!r})
from desktop import guides, paths
from desktop.content import library
guides.keep_compiled(paths.resources(), "en", library.load(paths.resources(), "en"), paths.cache())
"""

TELL = """
pss = sum(int(line.split()[1]) for line in open("/proc/self/smaps_rollup") if line.startswith("Pss:"))
print(pss, flush=True)
os._exit(0)
"""


class Start(NamedTuple):
    """One start: seconds until painted, seconds of them that the processor worked, memory (PSS) in MiB."""

    wall: float
    worked: float
    memory: float


def started(code: str) -> Start:
    """Start a process that runs this code, and measure it."""
    before = time.perf_counter()
    worked = _worked()
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", "import os\n" + code + TELL], capture_output=True, text=True, check=True
    )
    return Start(time.perf_counter() - before, _worked() - worked, int(done.stdout.split()[-1]) / 1024)


def _worked() -> float:
    """Seconds that the processor has worked for the processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print the ratios and the machine."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pairs", type=int, default=PAIRS, help="how many starts of each")
    pairs = parser.parse_args().pairs
    compileall.compile_dir(ROOT / "desktop", quiet=1)
    print(f"{platform.system()}, Python {platform.python_version()}, {os.cpu_count()} processors")
    if sharers():
        print(f"{sharers()} other programs have Qt loaded: of what they share with these, memory is counted too low.")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = os.environ["LOCALAPPDATA"] = folder
        use_screen(Path(folder))
        started(COMPILE.format(root=str(ROOT)))
        for topic in ("about-surgery", "whipple"):
            tell(topic, OURS.format(root=str(ROOT), topic=topic, settings=folder), pairs)


def tell(topic: str, ours: str, pairs: int) -> None:
    """Print how one topic starts, the bare window and ours in turn."""
    started(BARE), started(ours)
    measured = [(started(BARE), started(ours)) for _ in range(pairs)]
    print(f"start with {topic}, {pairs} pairs:")
    for name, unit, values in (
        ("processor", "ms", [(bare.worked * 1000, mine.worked * 1000) for bare, mine in measured]),
        ("clock", "ms", [(bare.wall * 1000, mine.wall * 1000) for bare, mine in measured]),
        ("memory", "MiB", [(bare.memory, mine.memory) for bare, mine in measured]),
    ):
        ratio = statistics.median(mine / bare for bare, mine in values)
        bare, mine = (statistics.median(each) for each in zip(*values, strict=True))
        print(f"  {name}: {ratio:.2f} times bare (bare {bare:.0f} {unit}, ours {mine:.0f} {unit})")


if __name__ == "__main__":
    main()
