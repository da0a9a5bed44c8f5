"""What programs and libraries of Linux say about themselves, asked of binutils."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_MAGIC = b"\x7fELF"


def is_elf(path: Path) -> bool:
    """Whether a file is a program or a library."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == _MAGIC


def within(folder: Path) -> Iterator[Path]:
    """All programs and libraries in a folder."""
    return (path for path in sorted(folder.rglob("*")) if is_elf(path))


def needed(files: Iterable[Path]) -> set[str]:
    """The libraries that these files name."""
    return set(re.findall(r"\(NEEDED\).*\[(.+)\]", _readelf("--dynamic", files)))


def versions(files: Iterable[Path], library: str) -> list[tuple[int, ...]]:
    """The versions of symbols that these files want, such as those called ``GLIBC``; the newest last."""
    found = re.findall(rf"\b{library}_([0-9.]+)\b", _readelf("--version-info", files))
    return sorted({tuple(int(part) for part in each.split(".")) for each in found})


def strip(paths: Iterable[Path]) -> None:
    """Take out what only a debugger reads."""
    for path in paths:
        subprocess.run(["strip", "--strip-unneeded", "--preserve-dates", path], check=True)


def _readelf(option: str, files: Iterable[Path]) -> str:
    command = ["readelf", "--wide", option, *map(str, files)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
