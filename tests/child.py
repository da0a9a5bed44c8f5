"""Runs Python in a process of its own: for what must not happen in the process of the tests."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.guides import ROOT

if TYPE_CHECKING:
    from pathlib import Path

_SECONDS = 300
"""Only so that a test never hangs for ever: a loaded machine may be slow."""


def run(
    *arguments: str | bytes | Path, without: tuple[str, ...] = (), **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `python arguments…` from the root of the checkout.

    ``environment`` is set for it, the variables in ``without`` are taken away.
    """
    variables = {name: value for name, value in os.environ.items() if name not in without}
    return subprocess.run(  # noqa: S603 - this Python, with the arguments of a test
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**variables, **environment},
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )


def kill_after(milliseconds: int, *arguments: str | bytes | Path) -> None:
    """Run `python arguments…` until it has printed a line, and kill it so much later, without a warning."""
    process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, stdout=subprocess.PIPE)  # noqa: S603 - as above
    assert process.stdout is not None
    assert process.stdout.readline(), "it began"
    time.sleep(milliseconds / 1000)
    process.kill()
    process.communicate(timeout=_SECONDS)
