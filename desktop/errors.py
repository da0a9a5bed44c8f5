"""The named errors of the program. Each carries a sentence for the person who meets it."""

from __future__ import annotations


class GuideError(Exception):
    """Anything that ends in one clear sentence instead of a traceback.

    The text says what happened, where, and what to do.
    """


class UsageError(GuideError):
    """A command line that cannot be carried out: a wrong id, language, size or path (exit code 2)."""


class UnreadableError(GuideError):
    """A file or folder that cannot be read at all (exit code 2)."""


class ContentError(GuideError):
    """Content with errors, where correct content is needed. ``problems`` holds every one of them."""

    def __init__(self, message: str, problems: tuple[object, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


class NoDisplayError(GuideError):
    """There is no screen to open a window on (exit code 3)."""


class AlreadyOpenError(GuideError):
    """The kiosk is open already on this machine (exit code 4)."""
