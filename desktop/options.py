"""What can be asked of the program on the command line."""

from pathlib import Path
from typing import NamedTuple


class WindowOptions(NamedTuple):
    """Options of the window; empty ones leave the choice to the settings or the system."""

    topic: str = ""
    language: str = ""
    profile: str = "laptop"
    content: Path | None = None
    policy: Path | None = None


class HandoutOptions(NamedTuple):
    """Which handout to write, and into which file. ``questions`` are ids with commas between, "all" or "none"."""

    topics: tuple[str, ...]
    file: Path
    language: str = "en"
    paper: str = "letter"
    print_size: str = "normal"
    questions: str = ""
    content: Path | None = None


class ScreenshotOptions(NamedTuple):
    """What picture to draw, and into which file. ``size`` is in pixels, ``text_size`` a factor."""

    file: Path
    window: WindowOptions
    size: tuple[int, int]
    text_size: float
