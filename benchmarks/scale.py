"""Libraries of 1, 10 and 100 times the size: what grows with them, as a table.

Each library is written as YAML in both languages (`library.py`) and opened as a clinic's own content folder, compiled
once before. What counts is how long the processor worked, because machines are shared. Bars (acceptance, with a library
100 times as large): start at most 3 times that of the small one, a topic p95 at most 16 ms, a keystroke p95 at most
50 ms.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.measuring import keystrokes, memory, p95, settle
from benchmarks.screen import use_screen

if TYPE_CHECKING:
    from desktop.app import Running

ROOT = Path(__file__).resolve().parent.parent
SIZES = (1, 10, 100)
STARTS = 5
TOPICS = 120
ASKED = (
    "throwing up",
    "take out part of my stomach",
    "whiple",
    "how long in hospital after lung surgery",
    "swollen leg",
)
PAUSE_SECONDS = 0.02

COLUMNS = {
    "yaml_mb": "YAML, MB",
    "check": "`check`, s",
    "start": "start, ms",
    "memory": "memory, MiB",
    "topic": "topic p95, ms",
    "index": "search index, ms",
    "key": "keystroke p95, ms",
    "switch": "language, ms",
}


def main() -> None:
    """Print the table, and draw the plot if it is asked for."""
    parser = argparse.ArgumentParser(description="What grows with the size of the library.")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--start-only", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.inside:
        print(json.dumps(inside(asked.inside, start_only=asked.start_only)), flush=True)
        os._exit(0)
    print(f"{platform.system()}, Python {platform.python_version()}, {os.cpu_count()} processors\n")
    print("| times | " + " | ".join(COLUMNS.values()) + " |\n|" + "---|" * (len(COLUMNS) + 1))
    measured = {}
    for times in asked.sizes:
        measured[times] = of_size(times)
        print(f"| {times} | " + " | ".join(f"{measured[times][each]:,.3g}" for each in COLUMNS) + " |", flush=True)


def of_size(times: int) -> dict[str, float]:
    """Everything measured of a library of this size."""
    from benchmarks import library  # noqa: PLC0415 - reading YAML is no part of a start

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content = folder / "content"
        library.write(content, times)
        os.environ["XDG_CACHE_HOME"] = os.environ["LOCALAPPDATA"] = str(folder / "cache")
        use_screen(folder)
        found = {"yaml_mb": sum(each.stat().st_size for each in content.iterdir()) / 1e6}
        before = os.times()
        checked = [sys.executable, "-m", "desktop", "check", str(content)]
        subprocess.run(checked, cwd=ROOT, capture_output=True, check=False)  # noqa: S603 - our own program
        after = os.times()
        found["check"] = after.children_user + after.children_system - before.children_user - before.children_system
        child(content, start_only=True)
        starts = [child(content, start_only=True) for _ in range(STARTS)]
        found |= {key: statistics.median(each[key] for each in starts) for key in ("start", "memory")}
        return found | child(content, start_only=False)


def child(content: Path, *, start_only: bool) -> dict[str, float]:
    """The same figures from a process of its own."""
    words = [sys.executable, __file__, "--inside", str(content), *(["--start-only"] if start_only else [])]
    done = subprocess.run(words, capture_output=True, text=True, check=True)  # noqa: S603 - this file
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def inside(content: Path, *, start_only: bool) -> dict[str, float]:
    """Start with a library and, unless only the start is wanted, walk, search and switch in it."""
    from desktop import guides, paths  # noqa: PLC0415 - the start is measured with its imports
    from desktop.content import library as guide_library  # noqa: PLC0415
    from desktop.main import start  # noqa: PLC0415
    from desktop.options import WindowOptions  # noqa: PLC0415

    kept = paths.cache() / "own"
    if not kept.exists():
        for language in guide_library.FILES:
            guides.keep_compiled(content, language, guide_library.load(content, language), kept)
        return {}
    running = start(WindowOptions(topic="whipple", language="en", content=content), content.parent / "settings")
    running.application.processEvents()
    running.window.grab()
    found = {"start": time.process_time() * 1000, "memory": memory()}
    if start_only:
        return found
    before = time.process_time()
    while not running.searching.ready:
        running.application.processEvents()
    found = {"index": (time.process_time() - before) * 1000}
    found["topic"] = topics(running)
    running.window.activateWindow()
    found["key"] = p95(keystrokes(running, ASKED, time.process_time))
    found["switch"] = switch(running)
    return found


def topics(running: Running) -> float:
    """A topic until it is painted, p95 of topics spread over the library, seen before."""
    from desktop.pages import topics as all_topics  # noqa: PLC0415

    names = list(all_topics.all_ids(running.window.guide))
    chosen = names[:: max(1, len(names) // TOPICS)]
    spent = []
    for name in [*chosen, *chosen]:
        before = time.process_time()
        running.navigator.open(name)
        running.application.sendPostedEvents()
        spent.append(time.process_time() - before)
        settle(running, PAUSE_SECONDS)
    return p95(spent[len(chosen) :])


def switch(running: Running) -> float:
    """The other language, read before, until it is painted: the median of five."""
    spent = []
    for language in ("fr", "en", "fr", "en", "fr", "en"):
        before = time.process_time()
        running.window.language_requested.emit(language)
        running.application.sendPostedEvents()
        spent.append((time.process_time() - before) * 1000)
        settle(running, PAUSE_SECONDS)
    return statistics.median(spent[1:])


if __name__ == "__main__":
    main()
