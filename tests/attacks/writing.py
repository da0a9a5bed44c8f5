"""Writes a small file, old and then new, while strace kills it or fails it at every call of the system in turn.

`python -m tests.attacks.writing FOLDER` prints, for every kind of file and for a bad twin that opens its file and
writes into it, how many attacks there were and what was lost or told wrongly. A process is forked for every attack,
because loading Qt anew for each of them would take most of the time.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.kept.test_files import FILES

if TYPE_CHECKING:
    from collections.abc import Callable

STRACE = shutil.which("strace")
FAULTS = ("signal=SIGKILL", "error=EIO", "error=ENOSPC", "error=EMFILE")
_CALLS = (
    "openat", "open", "write", "pwrite64", "fsync", "fdatasync", "linkat", "link", "rename", "renameat", "renameat2",
    "close", "ftruncate", "unlink", "unlinkat", "mkdir", "fchmod", "chmod", "fstat", "lseek", "newfstatat", "statx",
)  # fmt: skip
"""The calls a file is written with."""


class Plainly:
    """The bad twin."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "plain.json"

    def write(self, text: object) -> bool:
        try:
            with self._path.open("w") as file:
                file.write(str(text))
        except OSError:
            return False
        return True

    def read(self) -> object:
        return self._path.read_text() if self._path.exists() else ""


def attacked(inject: str, write: Callable[[], bool], trace: Path | None = None) -> str:
    """Write while strace injects a fault: "told", "untold" or "killed". Without a fault everything is traced."""
    gate, go = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(go)
        os.read(gate, 1)
        os._exit(0 if write() else 1)
    os.close(gate)
    command = [STRACE or "strace", "-p", str(child), "-o", str(trace or os.devnull)]
    command += ["-e", f"trace={inject.partition(':')[0]}", "-e", f"inject={inject}"] if inject else []
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:  # noqa: S603 - with our own words
        said = strace.stderr.readline() if strace.stderr is not None else ""
        if "attached" not in said:
            os.kill(child, signal.SIGKILL)
        os.write(go, b"g")
        os.close(go)
        _, status = os.waitpid(child, 0)
        strace.communicate(timeout=60)
    if "attached" not in said:
        raise OSError(said)
    if os.WIFSIGNALED(status):
        return "killed"
    return "untold" if os.WEXITSTATUS(status) == 0 else "told"


def works() -> bool:
    """Whether strace may watch a process here."""
    if sys.platform != "linux" or STRACE is None:
        return False
    done = subprocess.run([STRACE, "-o", os.devnull, "true"], capture_output=True, check=False)  # noqa: S603
    return done.returncode == 0


def broken(make: type, folder: Path, old: object, new: object) -> tuple[int, list[str]]:
    """How many attacks there were, and what was lost or told wrongly."""

    def write() -> bool:
        return make(folder).write(new)

    def begin() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        assert make(folder).write(old)

    begin()
    found, attacks = [], 0
    for call, times in _calls(write, folder.parent / "trace").items():
        for number in range(1, times + 1):
            for fault in FAULTS:
                begin()
                attacks += 1
                ended = attacked(f"{call}:{fault}:when={number}", write)
                wrong = _wrong(ended, make(folder).read(), old, new)
                found += [f"{fault} at {call} {number}: {wrong}"] if wrong else []
    return attacks, found


def _calls(write: Callable[[], bool], trace: Path) -> dict[str, int]:
    """How often each call of the system is made while writing."""
    attacked("", write, trace)
    names = re.findall(r"^(\w+)\(", trace.read_text(), re.MULTILINE)
    return {name: names.count(name) for name in _CALLS if name in names}


def _wrong(ended: str, now: object, old: object, new: object) -> str:
    if now not in (old, new):
        return f"{ended}, and lost: {now}"
    told_right = {"told": now == old, "untold": now == new, "killed": True}
    return "" if told_right[ended] else f"{ended}, but it is the {'new' if now == new else 'old'} one"


def main() -> None:
    """Attack every kind of file."""
    folder = Path(sys.argv[1]) / "attacked"
    found = {file.name: broken(file.make, folder, file.empty, file.full) for file in FILES}
    found["twin"] = broken(Plainly, folder, "old" * 10, "new" * 10)
    first = FILES[0]
    refused = attacked("fsync:error=EIO", lambda: first.make(folder).write(first.full))
    print(json.dumps({"found": found, "a disk that takes nothing": refused}))


if __name__ == "__main__":
    main()
