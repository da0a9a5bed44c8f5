"""Start-up: our first painted window against a bare PySide6 window, pair by pair in one run.

Each start is a process of its own. The clock runs from before the process is made until it has painted
its first full window. The bare program is a QMainWindow with a QTextBrowser, nothing else.
Bar (acceptance): at most 1.25 times the bare window; memory (PSS) at most 1.5 times.
"""

from __future__ import annotations

import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

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
window.grab()
"""

OURS = """
import os, sys
sys.path.insert(0, {root!r})
from pathlib import Path
from desktop import app as program
from desktop.options import WindowOptions
running = program.build(WindowOptions(topic={topic!r}), Path({settings!r}))
running.show()
running.application.processEvents()
running.window.grab()
"""

COMPILE = """
import os, sys
sys.path.insert(0, {root!r})
from desktop import guides, paths
from desktop.content import library
guides.keep_compiled(paths.resources(), "en", library.load(paths.resources(), "en"))
"""

TELL = """
pss = sum(int(line.split()[1]) for line in open("/proc/self/smaps_rollup") if line.startswith("Pss:"))
print(pss)
sys.stdout.flush() if "sys" in globals() else None
os._exit(0)
"""


def started(code: str) -> tuple[float, float]:
    """Seconds until painted, and memory (PSS) in MiB."""
    before = time.perf_counter()
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", "import sys\n" + code + TELL], capture_output=True, text=True, check=True
    )
    return time.perf_counter() - before, int(done.stdout.split()[-1]) / 1024


def main() -> None:
    """Print the ratios and the machine."""
    compileall.compile_dir(ROOT / "desktop", quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = os.environ["LOCALAPPDATA"] = folder
        started(COMPILE.format(root=str(ROOT)))
        for topic in ("about-surgery", "whipple"):
            ours = OURS.format(root=str(ROOT), topic=topic, settings=folder)
            started(BARE), started(ours)
            pairs = [(started(BARE), started(ours)) for _ in range(PAIRS)]
            times = [mine[0] / bare[0] for bare, mine in pairs]
            bare_ms = statistics.median(bare[0] for bare, _ in pairs) * 1000
            ours_ms = statistics.median(mine[0] for _, mine in pairs) * 1000
            memory = statistics.median(mine[1] / bare[1] for bare, mine in pairs)
            print(
                f"start with {topic}: {statistics.median(times):.2f} times bare "
                f"(bare {bare_ms:.0f} ms, ours {ours_ms:.0f} ms, {PAIRS} pairs); memory {memory:.2f} times bare"
            )


if __name__ == "__main__":
    main()
