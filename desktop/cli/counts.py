"""``counts export``: what was counted on this kiosk, by the user it runs as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import paths, policy_file
from desktop.errors import UsageError
from desktop.kiosk.counts import Counts

if TYPE_CHECKING:
    from pathlib import Path


def export(file: Path | None) -> int:
    """Write the counts as CSV, by default to the output; the exit code. Raises UsageError if they cannot be."""
    counts = Counts(paths.settings(), policy_file.of_machine().counts_days)
    if counts.problem:
        raise UsageError(counts.problem)
    told = counts.export()
    if file is None:
        print(told, end="")
        return 0
    try:
        file.write_text(told, encoding="utf-8")
    except OSError as error:
        message = f"Cannot write {file}: {error.strerror or error}. Give a file name in a folder you may write to."
        raise UsageError(message) from error
    return 0
