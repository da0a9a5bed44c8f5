"""A fresh Debian in a folder, for proving what happens on a machine that has never seen the program.

Needs root and debootstrap. The bare system is made once for each suite and copied for each use.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_APT = Path("/etc/apt")
_AS_HERE = ("/etc/resolv.conf", "/etc/hosts", "/etc/pip.conf", "/etc/ssl/certs/ca-certificates.crt")
"""What the administrator of this machine has decided about the network holds in there, too."""
_CERTIFICATES = Path("/usr/local/share/ca-certificates")
"""Those the administrator has added: the package ca-certificates, once installed in there, counts with them anew."""
_MOUNTED = ("dev", "proc")


class Entry(NamedTuple):
    """What a snapshot keeps of a file: what it is, who may use it, and how long it is (0 for a folder)."""

    mode: int
    size: int


class Chroot:
    """One fresh Debian. Use it in a ``with`` statement; it is removed at the end."""

    def __init__(self, suite: str, folder: Path) -> None:
        self.suite = suite
        self._base = folder / f"{suite}.base"
        self.root = folder / f"{suite}.run"

    def __enter__(self) -> Chroot:
        if not (self._base / "etc" / "debian_version").exists():
            self._base.parent.mkdir(parents=True, exist_ok=True)
            subprocess.run(["debootstrap", "--variant=minbase", self.suite, self._base, _mirror()], check=True)
        self._remove()
        subprocess.run(["cp", "-a", self._base, self.root], check=True)
        for each in _AS_HERE:
            if Path(each).exists():
                inside = self.root / each.lstrip("/")
                inside.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(each, inside)
        if _CERTIFICATES.is_dir():
            shutil.copytree(_CERTIFICATES, self.root / _CERTIFICATES.relative_to("/"), dirs_exist_ok=True)
        for each in (_APT / "apt.conf.d").glob("*prox*"):
            shutil.copy(each, self.root / "etc/apt/apt.conf.d")
        for each in _MOUNTED:
            subprocess.run(["mount", "--rbind", f"/{each}", self.root / each], check=True)
            subprocess.run(["mount", "--make-rslave", self.root / each], check=True)
        (self.root / "usr/sbin/policy-rc.d").write_text("#!/bin/sh\nexit 101\n")  # no service is started in here
        (self.root / "usr/sbin/policy-rc.d").chmod(0o755)
        return self

    def __exit__(self, *_: object) -> None:
        self._remove()

    def _remove(self) -> None:
        """Take the system away, and never anything that is mounted in it."""
        mounted = Path("/proc/mounts").read_text("utf-8")
        for each in _MOUNTED:
            if f" {self.root / each} " in mounted:
                subprocess.run(["umount", "--recursive", "--lazy", self.root / each], check=True)
        subprocess.run(["rm", "--recursive", "--force", "--one-file-system", self.root], check=True)

    def put(self, file: Path, folder: str = "srv") -> str:
        """Copy a file into the system; its path in there."""
        (self.root / folder).mkdir(parents=True, exist_ok=True)
        shutil.copy(file, self.root / folder)
        return f"/{folder}/{file.name}"

    def run(self, command: str, *, user: str = "root", check: bool = True) -> str:
        """Run a line of shell in there; what it wrote. Raises SystemExit, with everything it wrote, if it fails."""
        home = "/root" if user == "root" else f"/home/{user}"
        environment = {
            **{name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")},
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": home,
            "LANG": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive",
        }
        line = f"cd {home} && {command}"
        inside = ["bash", "-c", line] if user == "root" else ["setpriv", *_as(self.root, user), "bash", "-c", line]
        done = subprocess.run(
            ["chroot", self.root, *inside], env=environment, text=True, capture_output=True, check=False
        )
        if check and done.returncode:
            raise SystemExit(f"{command}\nended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout

    def install(self, *packages: str, update: bool = False) -> None:
        """Install packages, or .deb files by their path, with what they need and nothing that is only recommended."""
        refresh = "apt-get update --quiet=2 && " if update else ""
        self.run(f"{refresh}apt-get install --yes --quiet=2 --no-install-recommends {' '.join(packages)}")

    def snapshot(self) -> dict[str, Entry]:
        """Every file and folder of the system, what is mounted left out."""
        return dict(_entries(self.root, self.root))


def _as(root: Path, user: str) -> list[str]:
    found = re.search(rf"^{user}:x:(\d+):(\d+):", (root / "etc/passwd").read_text("utf-8"), re.MULTILINE)
    if not found:
        raise SystemExit(f"There is no user {user} in {root}")
    return ["--reuid", found[1], "--regid", found[2], "--clear-groups"]


def _entries(folder: Path, root: Path) -> Iterator[tuple[str, Entry]]:
    for each in sorted(folder.iterdir()):
        name = str(each.relative_to(root))
        if name in {*_MOUNTED, "sys", "tmp", "run"}:
            continue
        told = each.lstat()
        is_folder = stat.S_ISDIR(told.st_mode)
        yield name, Entry(told.st_mode, 0 if is_folder else told.st_size)
        if is_folder:
            yield from _entries(each, root)


def _mirror() -> str:
    """The first package mirror of this machine."""
    for each in (_APT / "sources.list", *sorted((_APT / "sources.list.d").glob("*"))):
        text = each.read_text("utf-8") if each.is_file() else ""
        found = re.search(r"^(?:URIs:|deb(?: \[[^]]*\])?)\s+(\S*debian\S*)", text, re.MULTILINE)
        if found:
            return found[1]
    return "http://deb.debian.org/debian"
