"""Where there is no screen, one of usual size for the measurements."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

WIDTH, HEIGHT = 1920, 1080


def use_screen(folder: Path) -> None:
    """Let Qt draw without a screen as if it had one of this size; its description is kept in a folder."""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return
    screen = folder / "screen.json"
    screen.write_text(json.dumps({"screens": [{"name": "one", "x": 0, "y": 0, "width": WIDTH, "height": HEIGHT}]}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
