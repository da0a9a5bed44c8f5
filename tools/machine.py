"""Looks whether this machine has what the Makefile needs, and installs what it may.

Runs before the virtual environment exists, so it uses nothing but the standard library.
"""

from __future__ import annotations

import ctypes.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "packaging" / "debian-packages.txt"
PACKING_PACKAGES = ROOT / "packaging" / "linux" / "debian-packages.txt"
PACKERS = ("dpkg-deb", "rpmbuild", "readelf", "strip", "git")
NEEDED = ("GL", "EGL", "xkbcommon", "dbus-1", "fontconfig", "xcb-cursor", "xcb-icccm", "xcb-keysyms", "glib-2.0")
PROGRAMS = ("Xvfb", "dbus-run-session")


def python() -> int:
    """Say so if this Python cannot be used."""
    if sys.version_info < (3, 11):
        print(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}. Try: make PYTHON=python3.12 …")
        return 1
    try:
        import ensurepip  # noqa: F401, PLC0415
        import venv  # noqa: F401, PLC0415
    except ImportError:
        print("Python cannot make virtual environments here. On Debian: apt install python3-venv")
        return 1
    return 0


def libraries() -> int:
    """Install the system libraries that are missing, or say the command that does."""
    missing = [name for name in NEEDED if ctypes.util.find_library(name) is None]
    missing += [name for name in PROGRAMS if shutil.which(name) is None]
    return install(missing, PACKAGES) if missing and sys.platform == "linux" else 0


def packing() -> int:
    """Install what makes packages for Linux where it is missing, or say the command that does."""
    missing = [name for name in PACKERS if shutil.which(name) is None]
    missing += [name for name in ("wayland-cursor", "cups", "sqlite3") if ctypes.util.find_library(name) is None]
    if not Path("/usr/bin/python3").exists() or not list(Path("/usr/lib").glob("*/libpython3.*.so.1.0")):
        missing.append("Debian's own Python with its shared library")
    return install(missing, PACKING_PACKAGES) if missing else 0


def install(missing: list[str], listed: Path) -> int:
    """Install the packages that a file lists, or say the command that does."""
    lines = listed.read_text("utf-8").splitlines()
    packages = [line for line in lines if line and not line.startswith("#")]
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        print(
            f"Some system libraries are missing ({', '.join(missing)}). Install them with:\n  sudo {' '.join(command)}"
        )
        return 1
    print(f"Installing system libraries: {', '.join(missing)}")
    quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    subprocess.run(["apt-get", "update"], check=False, **quiet)
    return subprocess.run(command, check=False, **quiet).returncode


if __name__ == "__main__":
    sys.exit({"python": python, "libraries": libraries, "packing": packing}[sys.argv[1]]())
