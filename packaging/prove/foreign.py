"""A system whose packages are RPM's, as far as Debian can be one: RPM's own database, which is told of the libraries.

RPM's own generator (elfdeps) says what each library of the system provides, and a package without files provides just
that. So RPM itself looks up what the program's package requires, as on Fedora or openSUSE, and nothing is forced.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.append(str(Path(__file__).resolve().parents[1] / "linux"))

import freeze
import rpm
import tree
from older import OBSOLETE, VERSION

if TYPE_CHECKING:
    from chroot import Chroot

RPM = "rpm --noplugins"
"""One of its plugins wants a root that is mounted, which a folder is not."""
PROVIDED = ("/bin/sh", "hicolor-icon-theme")
"""What Fedora and openSUSE have besides libraries."""
SHARED = (
    "/usr/share/applications", "/usr/share/metainfo", "/usr/share/man/man1", "/usr/share/man/fr/man1",
    "/usr/lib/systemd/system", "/usr/share/icons/hicolor/scalable/apps",
    *(f"/usr/share/icons/hicolor/{size}x{size}/apps" for size in tree.ICON_SIZES),
)  # fmt: skip
"""Folders that belong there to the packages filesystem, systemd and hicolor-icon-theme."""
_EPOCH = 1_700_000_000
_LIBRARIES = """\
Name: system-libraries
Version: 1
Release: 1
Summary: What the libraries of this system provide
License: none
BuildArch: x86_64
{provides}
%description
What the libraries of this system provide.
%files
"""


def install_libraries(system: Chroot) -> int:
    """Let RPM know what the system has; how many names it now knows."""
    found = system.run(
        "find /usr/lib/x86_64-linux-gnu /lib64 -name '*.so*' | /usr/lib/rpm/elfdeps --provides --soname-only;"
        " find /usr/lib/x86_64-linux-gnu /lib64 -name '*.so*' | /usr/lib/rpm/elfdeps --provides"
    )
    names = [*PROVIDED, *sorted({line.strip() for line in found.splitlines() if line.strip()})]
    file = system.root / "srv" / "system-libraries.spec"
    file.write_text(_LIBRARIES.format(provides="\n".join(f"Provides: {each}" for each in names)), "utf-8")
    system.run(f"mkdir -p {' '.join(SHARED)}")
    system.run("rpmbuild -bb --quiet --define '_topdir /srv/rpm' --target x86_64 /srv/system-libraries.spec")
    system.run(f"{RPM} --install /srv/rpm/RPMS/x86_64/system-libraries-1-1.x86_64.rpm")
    return len(names)


def older(package: Path, folder: Path) -> Path:
    """The same package with a lower version number and one file more, made by the recipe of the newer one."""
    root, work = folder / "rpm-tree", folder / "rpm-work"
    for each in (root, work):
        shutil.rmtree(each, ignore_errors=True)
        each.mkdir(parents=True)
    packed = subprocess.run(["rpm2archive", "-n"], stdin=package.open("rb"), stdout=subprocess.PIPE, check=True).stdout
    subprocess.run(["tar", "--extract", "--directory", root], input=packed, check=True)
    (root / tree.DOCUMENTS / OBSOLETE).write_text("Gone in the next version.\n", "utf-8")
    return rpm.build(root, root / "usr/lib" / freeze.NAME, VERSION, _EPOCH, work, folder)
