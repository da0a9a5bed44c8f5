"""Libraries of 1, 10 and 100 times the size: what grows with them, as a table and a plot.

Each library is written as YAML in both languages (`library.py`) and opened as a clinic's own content folder, compiled
once before. What counts is how long the processor worked, because machines are shared. Bars (acceptance, with a library
100 times as large): start at most 3 times that of the small one, a topic p95 at most 16 ms, a keystroke p95 at most
50 ms, another language at most 150 ms.

    python benchmarks/scale.py --plot docs/pictures/scale.svg
    python benchmarks/scale.py --keep figures.json                # goes on where it was stopped
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

from benchmarks import scale_plot
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
    "lists": "slowest list, ms",
    "widgets": "widgets",
    "index": "search index, ms",
    "key": "keystroke p95, ms",
    "switch": "language, ms",
    "first": "for the first time, s",
}


def main() -> None:
    """Print the table, and draw the plot if it is asked for."""
    parser = argparse.ArgumentParser(description="What grows with the size of the library.")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--check-up-to", type=int, default=max(SIZES), help="larger libraries are not checked")
    parser.add_argument("--plot", type=Path, help="where to draw the plot, as SVG")
    parser.add_argument("--keep", type=Path, help="a file of figures measured before, which is added to")
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--start-only", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.inside:
        print(json.dumps(inside(asked.inside, start_only=asked.start_only)), flush=True)
        os._exit(0)
    print(f"{platform.system()}, Python {platform.python_version()}, {os.cpu_count()} processors\n")
    print("| times | " + " | ".join(COLUMNS.values()) + " |\n|" + "---|" * (len(COLUMNS) + 1))
    measured = kept(asked.keep)
    for times in asked.sizes:
        if times not in measured:
            measured[times] = of_size(times, check=times <= asked.check_up_to)
            if asked.keep:
                asked.keep.write_text(json.dumps(measured), encoding="utf-8")
        print(f"| {times} | " + " | ".join(told(measured[times].get(each)) for each in COLUMNS) + " |", flush=True)
    if asked.plot:
        asked.plot.write_text(scale_plot.drawn(measured, machine()), encoding="utf-8")


def kept(file: Path | None) -> dict[int, dict[str, float]]:
    """The figures measured before."""
    if file is None or not file.exists():
        return {}
    return {int(times): found for times, found in json.loads(file.read_text(encoding="utf-8")).items()}


def told(figure: float | None) -> str:
    """A figure for the table, with three digits."""
    return "–" if figure is None else f"{float(f'{figure:.3g}'):,g}"


def machine() -> str:
    """The machine in one line."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines() if platform.system() == "Linux" else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{names[0] if names else platform.processor()}, {os.cpu_count()} processors, {platform.system()}"


def of_size(times: int, *, check: bool) -> dict[str, float]:
    """Everything measured of a library of this size."""
    from benchmarks import library  # noqa: PLC0415 - reading YAML is no part of a start

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content = folder / "content"
        library.write(content, times)
        os.environ["XDG_CACHE_HOME"] = os.environ["LOCALAPPDATA"] = str(folder / "cache")
        use_screen(folder)
        found = {"yaml_mb": sum(each.stat().st_size for each in content.iterdir()) / 1e6}
        if check:
            found["check"] = checked(content)
        child(content, start_only=True)
        starts = [child(content, start_only=True) for _ in range(STARTS)]
        found |= {key: statistics.median(each[key] for each in starts) for key in ("start", "memory")}
        return found | child(content, start_only=False)


def checked(content: Path) -> float:
    """The seconds that a check of both languages takes."""
    before = os.times()
    words = [sys.executable, "-m", "desktop", "check", str(content)]
    subprocess.run(words, cwd=ROOT, capture_output=True, check=False)  # noqa: S603 - our own program
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def child(content: Path, *, start_only: bool) -> dict[str, float]:
    """The same figures from a process of its own."""
    words = [sys.executable, __file__, "--inside", str(content), *(["--start-only"] if start_only else [])]
    done = subprocess.run(words, capture_output=True, text=True, check=True)  # noqa: S603 - this file
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def inside(content: Path, *, start_only: bool) -> dict[str, float]:
    """Start with a library and, unless only the start is wanted, walk, search and switch in it."""
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415 - the start is measured with its imports

    from desktop import guides, paths  # noqa: PLC0415
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
    found |= topics(running)
    found["widgets"] = len(running.window.findChildren(QWidget))
    running.window.activateWindow()
    found["key"] = p95(keystrokes(running, ASKED, time.process_time))
    return found | switch(running)


def topics(running: Running) -> dict[str, float]:
    """A topic until it is painted, seen before: p95 of topics spread over the library, and the slowest of the lists."""
    from desktop.pages import topics as all_topics  # noqa: PLC0415

    names = list(all_topics.all_ids(running.window.guide))
    chosen = names[:: max(1, len(names) // TOPICS)]
    painted(running, [*chosen, *all_topics.LISTS])
    of_lists = [each for _ in range(STARTS) for each in painted(running, [*all_topics.LISTS])]
    return {"topic": p95(painted(running, chosen)), "lists": p95(of_lists)}


def painted(running: Running, names: list[str]) -> list[float]:
    """The seconds until each of these topics is painted."""
    spent = []
    for name in names:
        before = time.process_time()
        running.navigator.open(name)
        running.application.sendPostedEvents()
        spent.append(time.process_time() - before)
        settle(running, PAUSE_SECONDS)
    return spent


def switch(running: Running) -> dict[str, float]:
    """The other language, read before, until it is painted, the median of five; and the first time, when it is read."""
    spent = []
    for language in ("fr", "en", "fr", "en", "fr", "en"):
        before = time.process_time()
        running.window.language_requested.emit(language)
        running.application.sendPostedEvents()
        spent.append((time.process_time() - before) * 1000)
        settle(running, PAUSE_SECONDS)
    return {"switch": statistics.median(spent[1:]), "first": spent[0] / 1000}


if __name__ == "__main__":
    main()
