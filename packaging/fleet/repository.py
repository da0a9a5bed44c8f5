"""Lays .deb files out as an apt repository, in a folder that a web server, a share or a USB stick can hold.

usage: repository.py FOLDER FILE.deb …

The same files and the same SOURCE_DATE_EPOCH give the same bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
import time
from email.utils import formatdate
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: list[str]) -> int:
    """Make the repository; the exit code."""
    folder, *packages = map(Path, arguments)
    lay_out(folder, packages, int(os.environ.get("SOURCE_DATE_EPOCH") or time.time()))
    print(f"{folder}: {len(packages)} packages. Sign it with a key of yours: docs/fleet.md")
    return 0


def lay_out(folder: Path, packages: Sequence[Path], epoch: int) -> None:
    """Make the repository of these packages anew; ``epoch`` is its date, in seconds since 1970."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for package in packages:
        shutil.copy2(package, folder)
    listed = "\n".join(_entry(package) for package in sorted(folder.glob("*.deb"))).encode()
    indexes = {"Packages": listed, "Packages.gz": gzip.compress(listed, mtime=0)}
    for name, data in indexes.items():
        (folder / name).write_bytes(data)
    (folder / "Release").write_text(_release(indexes, epoch), "utf-8")


def _entry(package: Path) -> str:
    """What the index tells of a package: its own description, and where it lies."""
    control = subprocess.run(["dpkg-deb", "--field", package], check=True, capture_output=True, text=True).stdout
    data = package.read_bytes()
    return f"{control}Filename: ./{package.name}\nSize: {len(data)}\nSHA256: {hashlib.sha256(data).hexdigest()}\n"


def _release(indexes: dict[str, bytes], epoch: int) -> str:
    """The file that is signed: what the repository is, and the sums of its indexes."""
    lines = [
        "Origin: net-surgery-guide",
        "Label: net-surgery-guide",
        "Suite: stable",
        f"Date: {formatdate(epoch, usegmt=True)}",
        "Architectures: amd64",
        "Description: Surgery for neuroendocrine cancer, an offline reference",
        "SHA256:",
        *(f" {hashlib.sha256(data).hexdigest()} {len(data):>8} {name}" for name, data in indexes.items()),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
