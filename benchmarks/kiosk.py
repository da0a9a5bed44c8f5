"""How quickly the kiosk answers: a topic after a touch, and the end of a visit (acceptance B17, D2)."""

from __future__ import annotations

import os
import statistics
import sys
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSize

from benchmarks.measuring import p95
from desktop.kiosk import app as kiosk
from desktop.options import WindowOptions
from desktop.pages import topics
from desktop.policy import KIOSK, Policy

_VISITS = 20


def main() -> None:
    """Measure and print."""
    running = kiosk.build(WindowOptions(profile=KIOSK), Policy(profile=KIOSK), QSize(1920, 1080))
    window, application = running.window, running.application
    window.show()
    window.begin()
    running.searching.complete()
    opened: list[float] = []
    ended: list[float] = []
    for visit in range(_VISITS):
        window.begin_visit(("en", "fr")[visit % 2])
        for topic in topics.all_ids(window.guide):
            begin = perf_counter()
            window.open(topic)
            application.processEvents()
            opened.append(perf_counter() - begin)
        window.text_size_requested.emit(1)
        window.contrast_requested.emit()
        application.processEvents()
        begin = perf_counter()
        window.end_visit()
        application.processEvents()
        ended.append(perf_counter() - begin)
    first = opened[: len(opened) // _VISITS]
    print(f"a topic, first visit: median {statistics.median(first) * 1000:.0f} ms, p95 {p95(first):.0f} ms")
    print(f"a topic, later visits: median {statistics.median(opened) * 1000:.0f} ms, p95 {p95(opened):.0f} ms")
    print(f"the end of a visit: median {statistics.median(ended) * 1000:.0f} ms, longest {max(ended) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
