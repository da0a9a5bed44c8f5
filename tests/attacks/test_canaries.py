"""A text of the guide is shown as it is written, whatever stands in it: no file is opened, no link is followed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest

from tests.attacks import writing
from tests.attacks.canaries import CANARY, payloads
from tests.guides import ROOT

pytestmark = pytest.mark.skipif(not writing.works(), reason="strace is not there or may not watch")


def shown(folder, *more: str) -> tuple[list[str], str]:
    """Which payloads were seen, and the files that were looked for."""
    trace = folder / "trace"
    watched = [str(shutil.which("strace")), "-f", "-e", "trace=%file", "-e", "signal=none", "-o", str(trace)]
    program = [sys.executable, "-m", "tests.attacks.canaries", str(folder), *more]
    done = subprocess.run(  # noqa: S603 - our own program
        [*watched, *program], cwd=ROOT, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    lines = [line for line in trace.read_text(errors="replace").splitlines() if "execve" not in line]
    return json.loads(done.stdout), "\n".join(lines)


def test_whatever_stands_in_a_text_is_shown_and_no_file_is_looked_for(tmp_path):
    seen, looked_for = shown(tmp_path)
    assert seen == payloads(str(tmp_path))
    assert CANARY not in looked_for
    assert "settings.json" in looked_for, "the trace is a trace"


def test_a_label_that_reads_markup_is_noticed(tmp_path):
    assert CANARY in shown(tmp_path, "--twin")[1]
