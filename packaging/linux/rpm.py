"""The RPM of the same tree, for Fedora, openSUSE and what descends from them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import freeze
import publisher
import system
import tree

if TYPE_CHECKING:
    from pathlib import Path

SPEC = """\
%global __os_install_post %{{nil}}
%global __requires_exclude_from .*
%global __provides_exclude_from .*
%global _build_id_links none
%global debug_package %{{nil}}
%global source_date_epoch_from_changelog 0
%global use_source_date_epoch_as_buildtime 1
%global clamp_mtime_to_source_date_epoch 1
Name: {name}
Version: {version}
Release: 1
Summary: Offline reference on surgery for neuroendocrine cancer
Vendor: {vendor}
Packager: {vendor} <{address}>
License: MIT AND LGPL-3.0-only AND OFL-1.1
BuildArch: x86_64
AutoReqProv: no
{requires}
Requires: hicolor-icon-theme
Recommends: speech-dispatcher

%description
Explains operations for neuroendocrine cancer in plain language, English and French: what is done, what it feels like,
side effects over time, and the warning signs that mean calling a nurse, the hospital or 911. It never uses a network.

%install
cp -a {root}/. %{{buildroot}}/

%post
if [ -d /run/systemd/system ]; then systemctl --system daemon-reload || :; fi

%preun
if [ $1 -eq 0 ] && command -v systemctl >/dev/null; then
    if [ -d /run/systemd/system ]; then systemctl stop {name}-kiosk.service || :; fi
    systemctl --quiet disable {name}-kiosk.service || :
fi

%files
{files}
"""


def spec(version: str, requires: list[str], files: list[str], root: str) -> str:
    """What rpmbuild is told."""
    wanted = "\n".join(f"Requires: {each}" for each in requires)
    who = publisher.publisher()
    told = {"vendor": who.name, "address": who.address}
    return SPEC.format(**told, name=freeze.NAME, version=version, requires=wanted, root=root, files="\n".join(files))


def requires(program: Path) -> list[str]:
    """The libraries that the program must have, as RPM names them, and the newest symbols of C it uses."""
    must, _ = system.libraries(program)
    newest = system.newest_symbols(program)
    named = sorted(must - {"libc.so.6", "libstdc++.so.6"})
    return [
        *(f"{library}()(64bit)" for library in named),
        *(f"{library}({symbols})(64bit)" for library, symbols in newest),
    ]


def build(root: Path, program: Path, version: str, epoch: int, work: Path, target: Path) -> Path:
    """Write the .rpm of a staged tree into a folder; its path."""
    top = work / "rpm"
    shutil.rmtree(top, ignore_errors=True)
    top.mkdir()
    freeze.tidy(root, epoch)
    described = top / f"{freeze.NAME}.spec"
    described.write_text(spec(version, requires(program), owned(root), str(root)), "utf-8")
    command = ["rpmbuild", "-bb", "--quiet", "--define", f"_topdir {top}", "--define", "_buildhost localhost"]
    command += ["--define", "_binary_payload w19T1.zstdio", "--target", "x86_64", str(described)]
    subprocess.run(command, check=True, env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}, capture_output=True)
    (made,) = (top / "RPMS").rglob("*.rpm")
    return shutil.move(made, target / re.sub(r"-1\.x86_64", ".x86_64", made.name))


def owned(root: Path) -> list[str]:
    """The files section: whole folders that are ours alone, single files elsewhere."""
    ours = [tree.LIBRARY, tree.DOCUMENTS, f"usr/share/{freeze.NAME}"]
    lines = [f"/{each}" for each in ours]
    for path in sorted(root.rglob("*")):
        place = path.relative_to(root).as_posix()
        if path.is_dir() or any(place.startswith(each + "/") for each in ours):
            continue
        lines.append(f"%config(noreplace) /{place}" if place.startswith("etc/") else f"/{place}")
    return [*lines, f"%dir /etc/{freeze.NAME}"]
