"""The Debian package: a staged tree, its control files, and dpkg-deb."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import freeze
import publisher
import system

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

OVERRIDES = freeze.HERE / "share" / "lintian-overrides"
"""What Debian's linter finds and what is meant so, with the reasons."""
CONFIGURATION = ("/etc/net-surgery-guide/policy.example.toml",)

UNIT = f"{freeze.NAME}-kiosk.service"
AFTER_INSTALLATION = """\
#!/bin/sh
# systemd is told that the kiosk's unit is there or has changed. Nothing is switched on or started: the administrator
# decides which machine is a kiosk, and a visitor is not to lose a page because the program was upgraded.
set -e
if [ -d /run/systemd/system ]; then
    systemctl --system daemon-reload || true
fi
"""

BEFORE_REMOVAL = f"""\
#!/bin/sh
# A kiosk that is switched on is stopped and switched off, or its link would be left in /etc.
set -e
if [ "$1" = remove ] && command -v systemctl >/dev/null; then
    if [ -d /run/systemd/system ]; then
        systemctl stop {UNIT} || true
    fi
    systemctl --quiet disable {UNIT} || true
fi
"""

AFTER_REMOVAL = """\
#!/bin/sh
# `remove` leaves what the clinic has decided; `purge` takes it away, as Debian's policy asks (6.8, 10.7.3).
set -e
if [ "$1" = purge ]; then
    rm -f /etc/net-surgery-guide/policy.toml
    rmdir --ignore-fail-on-non-empty /etc/net-surgery-guide 2>/dev/null || true
fi
"""

CONTROL = """\
Package: {name}
Version: {version}
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {kibibytes}
Depends: {depends}
Recommends: {recommends}
Section: science
Priority: optional
Description: offline reference on surgery for neuroendocrine cancer
 Explains fifteen operations for neuroendocrine cancer in plain language,
 English and French: what is done, what it feels like, side effects over time,
 and the warning signs that mean calling a nurse, the hospital or 911. For
 patients, families and the nurses who teach them; also as a kiosk on a touch
 screen.
 .
 It never uses a network. Every statement names its source.
"""


def control(version: str, kibibytes: int, depends: Sequence[str], recommends: Sequence[str]) -> str:
    """The package's description for apt."""
    who = publisher.publisher()
    return CONTROL.format(
        name=freeze.NAME, version=version, maintainer=f"{who.name} <{who.address}>", kibibytes=kibibytes,
        depends=", ".join(depends), recommends=", ".join(recommends),
    )  # fmt: skip


def sums(tree: Path) -> str:
    """What ``debsums`` compares the installed files with."""
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    lines = (
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(tree)}\n"
        for path in files
        if "/" + str(path.relative_to(tree)) not in CONFIGURATION
    )
    return "".join(lines)


def build(tree: Path, program: Path, version: str, epoch: int, target: Path) -> Path:
    """Write the .deb of a staged tree into a folder; its path."""
    overrides = tree / "usr/share/lintian/overrides" / freeze.NAME
    overrides.parent.mkdir(parents=True)
    shutil.copyfile(OVERRIDES, overrides)
    kibibytes = sum(-(-path.lstat().st_size // 1024) for path in tree.rglob("*"))
    folder = tree / "DEBIAN"
    listed = sums(tree)
    folder.mkdir()
    (folder / "control").write_text(control(version, kibibytes, system.depends(program), system.recommends(program)))
    (folder / "conffiles").write_text("".join(f"{path}\n" for path in CONFIGURATION))
    (folder / "md5sums").write_text(listed)
    for name, script in {"postinst": AFTER_INSTALLATION, "prerm": BEFORE_REMOVAL, "postrm": AFTER_REMOVAL}.items():
        (folder / name).write_text(script)
        (folder / name).chmod(0o755)
    freeze.tidy(tree, epoch)
    file = target / f"{freeze.NAME}_{version}_amd64.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--threads-max=1", "--build", str(tree), str(file)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)})
    for path in sorted(folder.iterdir()):
        path.unlink()
    folder.rmdir()
    shutil.rmtree(tree / "usr/share/lintian")  # RPM's packages are made of the same tree
    return file
