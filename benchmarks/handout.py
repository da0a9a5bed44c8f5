"""A handout from the choice to the finished PDF: one operation, and a basket of all topics.

Bar (acceptance): one operation at most 300 ms, all topics at most 3 s, on two cores. Each is made five times; the
median is told, and how much of it this process worked: on a busy machine it waits for the rest.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtGui import QGuiApplication

from desktop import paths
from desktop.content import library
from desktop.handout.compose import Selection, document
from desktop.handout.document import Clinic
from desktop.looks.theme import load_fonts
from desktop.pages import topics
from desktop.paper import pdf
from desktop.paper.typeset import typeset

ROUNDS = 5


def main() -> None:
    """Print the times."""
    application = QGuiApplication([])
    load_fonts()
    guide = library.load(paths.resources(), "en")
    for name, chosen in (("whipple", ("whipple",)), ("all topics", topics.all_ids(guide))):
        times, busy, pages = [], [], 0
        for _ in range(ROUNDS):
            before, working = time.perf_counter(), time.process_time()
            made = typeset(document(guide, Selection(chosen), Clinic()), "letter", "normal")
            pdf.write(made, guide.edition.date)
            times.append((time.perf_counter() - before) * 1000)
            busy.append((time.process_time() - working) * 1000)
            pages = len(made)
        elapsed, worked = statistics.median(times), statistics.median(busy)
        print(f"handout of {name}: {elapsed:.0f} ms, {worked:.0f} ms of them working ({pages} pages)")
    del application


if __name__ == "__main__":
    main()
