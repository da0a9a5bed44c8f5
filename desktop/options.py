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

    def as_arguments(self) -> list[str]:
        """The command line that asks for the same."""
        asked = {
            "--topic": self.topic,
            "--lang": self.language,
            "--profile": self.profile,
            "--content": self.content,
            "--policy": self.policy,
        }
        return [word for name, value in asked.items() if value for word in (name, str(value))]


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
