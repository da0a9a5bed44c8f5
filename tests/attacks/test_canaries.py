"""A text of the guide is shown as it is written, whatever stands in it: no file is opened, no link is followed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys

import pytest

from tests.attacks import writing
from tests.attacks.canaries import CANARY, PAYLOADS, payloads
from tests.guides import ROOT

pytestmark = pytest.mark.skipif(not writing.works(), reason="strace is not there or may not watch")


def shown(folder, *more: str) -> tuple[list[str], str]:
    """Which payloads were seen, and the files that were looked for."""
    trace = folder / "trace"
    watched = [str(shutil.which("strace")), "-f", "-e", "trace=%file,socket", "-e", "signal=none", "-o", str(trace)]
    program = [sys.executable, "-m", "tests.attacks.canaries", str(folder), *more]
    done = subprocess.run(  # noqa: S603 - our own program
        [*watched, *program], cwd=ROOT, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    lines = [line for line in trace.read_text(errors="replace").splitlines() if "execve" not in line]
    return json.loads(done.stdout), "\n".join(lines)


FAR = re.compile(r"socket\((?!AF_UNIX|AF_LOCAL)\w+")
"""A socket that reaches further than this machine."""


def test_there_are_at_least_60_payloads_and_20_schemes_of_links():
    assert len(set(PAYLOADS)) >= 60
    assert len({each.split(":")[0] for each in PAYLOADS if ":///" in each and each[0].isalpha()}) >= 20


def test_whatever_stands_in_a_text_is_shown_and_no_file_is_looked_for_nor_any_network(tmp_path):
    seen, looked_for = shown(tmp_path)
    assert seen == payloads(str(tmp_path))
    assert FAR.findall(looked_for) == []
    assert CANARY not in looked_for
    assert "settings.json" in looked_for, "the trace is a trace"


def test_a_label_that_reads_markup_and_a_socket_are_noticed(tmp_path):
    looked_for = shown(tmp_path, "--twin")[1]
    assert CANARY in looked_for
    assert FAR.findall(looked_for) == ["socket(AF_INET"]
