"""Choosing a topic until it is painted: every topic of the guide in turn, twice, p50 and p95.

Bar (acceptance): p95 at most 16 ms offscreen on two cores. On a busy machine the program waits for the rest of it, so
how much of the time it worked is told besides. What lies below the screen follows when the topic has been
painted; how long that keeps the program from other work is told, too.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.measuring import settle
from benchmarks.screen import use_screen
from desktop.main import start
from desktop.options import WindowOptions
from desktop.pages import topics

ROUNDS = 2
REST_SECONDS = 0.05


def main() -> None:
    """Print the times."""
    with tempfile.TemporaryDirectory() as folder:
        use_screen(Path(folder))
        running = start(WindowOptions(language="en"), Path(folder))
        settle(running, 1.0)
        guide = running.window.guide
        for number in range(ROUNDS):
            painted, worked, after = [], [], []
            for topic in topics.all_ids(guide):
                before, working = time.perf_counter(), time.process_time()
                running.navigator.open(topic)
                running.application.sendPostedEvents()
                painted.append((time.perf_counter() - before) * 1000)
                worked.append((time.process_time() - working) * 1000)
                after.append(settle(running, REST_SECONDS) * 1000)
            which = "first visit" if number == 0 else "again"
            print(f"topic to painted, {which}: {told(painted)}")
            print(f"  of it the processor worked: {told(worked)}")
            print(f"  and what follows below the screen: {told(after)}")


def told(times: list[float]) -> str:
    """The middle, the 95th of a hundred and the longest of some times."""
    cuts = statistics.quantiles(times, n=20)
    return f"p50 {cuts[9]:.1f} ms, p95 {cuts[18]:.1f} ms, most {max(times):.1f} ms"


if __name__ == "__main__":
    main()
