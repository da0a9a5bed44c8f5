"""The laptop on screens of all kinds: one, two or three, small, huge, fine, on their side, and left of the first.

`python -m tests.attacks.screens NAME FOLDER [--twin]` opens it on one of ``SCREENS``, remembered as large as on the
largest of them, and prints a JSON list of what does not fit. ``--twin`` opens it larger than any screen.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtTest import QTest

from desktop.app import build
from desktop.kept.settings import Settings, SettingsFile
from desktop.options import WindowOptions
from tests.attacks.programs import quit_now
from tests.fits import assert_fits
from tests.window import settle, show

if TYPE_CHECKING:
    from desktop.app import Running

_TOPICS = ("about-surgery", "whipple", "liver")
_LARGEST = (3840, 2160)


class Screen(NamedTuple):
    """Where a screen lies, its size in the program's own pixels, and how many of the screen's one of them takes."""

    x: int
    y: int
    width: int
    height: int
    fine: float = 1.0


SCREENS = {
    "a small old laptop": (Screen(0, 0, 1024, 600),),
    "a usual laptop": (Screen(0, 0, 1366, 768),),
    "a laptop at 125 %": (Screen(0, 0, 1536, 864, 1.25),),
    "a laptop at 150 %": (Screen(0, 0, 1280, 720, 1.5),),
    "a desk": (Screen(0, 0, 1920, 1200),),
    "a fine laptop": (Screen(0, 0, 1440, 900, 2.0),),
    "a tablet on its side": (Screen(0, 0, 800, 1280, 3.0),),
    "a tall screen": (Screen(0, 0, 1080, 1920),),
    "a wall": (Screen(0, 0, 3840, 2160),),
    "a laptop and a finer desk": (Screen(0, 0, 1366, 768), Screen(1366, 0, 2560, 1440, 1.5)),
    "a desk left of and above the laptop": (Screen(0, 0, 1366, 768), Screen(-1920, -400, 1920, 1080)),
    "three, one of them tall": (
        Screen(0, 0, 1280, 1024), Screen(1280, 0, 1080, 1920), Screen(-1024, 0, 1024, 768, 2.0),
    ),
}  # fmt: skip


def wrong(running: Running) -> list[str]:
    """What does not fit on the screen or in the window."""
    window, found = running.window, []
    rooms = [screen.availableGeometry() for screen in running.application.screens()]
    if not any(room.contains(window.frameGeometry()) for room in rooms):
        found.append(f"the window is at {window.frameGeometry().getRect()}")
    for topic in _TOPICS:
        show(running, topic)
        try:
            assert_fits(window)
        except AssertionError as error:
            found.append(f"{topic} at {running.appearance.step}: {error}"[:500])
    return found


def main() -> None:
    """Open it, look at the smallest and the largest text, and tell."""
    name, folder, *twin = sys.argv[1:]
    described = [
        {"name": str(n), "x": each.x, "y": each.y, "width": each.width, "height": each.height, "dpr": each.fine}
        for n, each in enumerate(SCREENS[name])
    ]
    place = Path(folder)
    (place / "screens.json").write_text(json.dumps({"screens": described}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={place / 'screens.json'}"
    SettingsFile(place).write(Settings(window_size=_LARGEST))
    running = build(WindowOptions(language="en"), place, text_size=1.0)
    running.show()
    settle(running.window)
    QTest.qWait(1000)
    if twin:
        running.window.resize(5000, 400)
    found = wrong(running)
    for _ in range(3):
        running.window.text_size_requested.emit(1)
    print(json.dumps(found + wrong(running)))
    quit_now(0)


if __name__ == "__main__":
    main()
