"""Choosing a topic until it is painted: every topic of the guide in turn, twice, p50 and p95.

Bar (acceptance): p95 at most 16 ms offscreen on two cores.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from desktop import app as program
from desktop.options import WindowOptions
from desktop.pages import topics

ROUNDS = 2


def main() -> None:
    """Print the times."""
    with tempfile.TemporaryDirectory() as folder:
        running = program.build(WindowOptions(), Path(folder))
        running.window.resize(1366, 768)
        running.window.show()
        running.application.processEvents()
        guide = running.window.guide
        for number in range(ROUNDS):
            times = []
            for topic in topics.all_ids(guide):
                before = time.perf_counter()
                running.navigator.open(topic)
                running.application.processEvents()
                times.append((time.perf_counter() - before) * 1000)
            cuts = statistics.quantiles(times, n=20)
            which = "first visit" if number == 0 else "again"
            print(f"topic to painted, {which}: p50 {cuts[9]:.1f} ms, p95 {cuts[18]:.1f} ms, most {max(times):.1f} ms")


if __name__ == "__main__":
    main()
