"""The same package with a lower version number and one file more, to prove that an upgrade is one."""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

VERSION = "0.0.1"
OBSOLETE = "obsolete.txt"
"""A file that the newer version no longer has."""


def older(package: Path, folder: Path) -> Path:
    """The older package, made in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    return {".deb": _deb, ".whl": _wheel}[package.suffix](package, folder)


def _deb(package: Path, folder: Path) -> Path:
    made = folder / re.sub(r"_[^_]+_", f"_{VERSION}_", package.name)
    with tempfile.TemporaryDirectory() as unpacked:
        tree = Path(unpacked) / "tree"
        subprocess.run(["dpkg-deb", "--raw-extract", package, tree], check=True)
        control = tree / "DEBIAN" / "control"
        control.write_text(re.sub(r"(?m)^Version: .*$", f"Version: {VERSION}", control.read_text("utf-8")), "utf-8")
        documents = tree / "usr/share/doc/net-surgery-guide"
        documents.mkdir(parents=True, exist_ok=True)
        (documents / OBSOLETE).write_text("Gone in the next version.\n", "utf-8")
        subprocess.run(["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", tree, made], check=True)
    return made


def _wheel(package: Path, folder: Path) -> Path:
    version = package.name.split("-")[1]
    made = folder / package.name.replace(version, VERSION)
    with ZipFile(package) as new, ZipFile(made, "w", ZIP_DEFLATED) as old:
        for each in new.infolist():
            name = each.filename.replace(f"-{version}.dist-info", f"-{VERSION}.dist-info")
            data = new.read(each)
            if name.endswith("/METADATA") or name == "desktop/__init__.py":
                data = data.replace(version.encode(), VERSION.encode())
            if name.endswith("/RECORD"):
                names = [*new.namelist(), f"desktop/{OBSOLETE}"]
                data = "".join(f"{n.replace(version, VERSION)},,\n" for n in names).encode()
            old.writestr(name, data)
        old.writestr(f"desktop/{OBSOLETE}", "Gone in the next version.\n")
    return made
