"""Proves that the program installs, runs, upgrades and goes away again on a fresh Debian 12 and 13.

usage: install.py FILE.deb|FILE.whl|FILE.rpm … [--suite bookworm|trixie]

Needs root, debootstrap and a Debian mirror. Ends with 0 and a table of figures, or with the first thing that is wrong.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import foreign
from chroot import Chroot, Entry
from older import OBSOLETE, older

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "build" / "prove"
SUITES = ("bookworm", "trixie")
NAME = "net-surgery-guide"
USER = "nurse"
TOOLS = ("xvfb", "xauth", "xdotool")
WAYLAND = ("libwayland-client0", "libwayland-cursor0")
"""What the packages need beyond that, because they hold Qt's door to Wayland."""
POLICY = "/etc/net-surgery-guide/policy.toml"
NEEDS_WHAT_IS_RECOMMENDED = "libcupsprintersupport"
"""The door to printers, which is of no use without CUPS."""
KEPT_BY_THE_SYSTEM = re.compile(
    r"(var/lib/(dpkg|apt|rpm)|var/log|var/cache|etc/(passwd|group|shadow|gshadow|subuid|subgid)-?$|srv|root)(/|$)|.*\.pyc$"
    r"|etc/ld\.so\.cache$"
)
"""What apt, dpkg and rpm keep of every package that was ever there."""


def main(arguments: list[str]) -> int:
    """Prove every package that is named in every suite; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", nargs="+", type=Path)
    parser.add_argument("--suite", action="append", choices=SUITES)
    chosen = parser.parse_args(arguments)
    proved = []
    for package in chosen.packages:
        old = (foreign.older if package.suffix == ".rpm" else older)(package, WORK / "older")
        for suite in chosen.suite or SUITES:
            print(f"{suite}: {package.name}", flush=True)
            with Chroot(suite, WORK) as system:
                proof = Proof(system)
                {".whl": proof.wheel, ".deb": proof.deb, ".rpm": proof.rpm}[package.suffix](old, package)
            proved.append((suite, package.name, proof.figures))
    for suite, name, figures in proved:
        print(f"\n{suite}: {name}")
        for what, figure in figures:
            print(f"  {what:<48} {figure}")
    return 0


class Proof:
    """The steps of one proof and what was measured on the way."""

    def __init__(self, system: Chroot) -> None:
        self._system = system
        self.figures: list[tuple[str, str]] = []

    def deb(self, old: Path, new: Path) -> None:
        """The Debian package."""
        system = self._system
        system.run(f"apt-get update --quiet=2 && useradd --create-home {USER}")
        bare = system.snapshot()
        packages = self._packages()
        with self._timed("install the older version with what it needs"):
            system.install(system.put(old))
        self._tell("packages that came with it", str(len(self._packages() - packages) - 1))
        self._tell("installed size, MB", self._size())
        self._nothing_missing()
        self._tell("recommended, not installed", system.run(f"dpkg-query -Wf '${{Recommends}}' {NAME}"))
        self._decide_a_policy()
        needed = self._packages()
        system.install(*TOOLS)
        tools = self._packages() - needed
        walk = system.put(ROOT / "packaging/prove/walk.sh")
        with self._timed("every topic in two languages, then the window"):
            self._said(system.run(f"sh {walk} begin pictures {NAME}", user=USER))
        with self._timed("upgrade"):
            system.install(system.put(new))
        self._tell("upgraded to", system.run(f"dpkg-query -Wf '${{Version}}' {NAME}"))
        self._obsolete_is_gone()
        self._said(system.run(f"sh {walk} again pictures {NAME}", user=USER))
        self._policy_is_kept("upgrade")
        with self._timed("remove"):
            system.run(f"apt-get remove --yes --quiet=2 {NAME}")
        self._policy_is_kept("remove")
        system.run(f"apt-get purge --yes --quiet=2 {NAME}")
        system.run(f"apt-get purge --yes --quiet=2 {' '.join(sorted(tools))}")
        system.run("apt-get autoremove --purge --yes --quiet=2")
        self._nothing_left(bare)

    def wheel(self, old: Path, new: Path) -> None:
        """The wheel, with pipx."""
        system = self._system
        system.install("pipx", *TOOLS, *self._qt(), update=True)
        system.run(f"useradd --create-home {USER}")
        home = f"/home/{USER}"
        command = f"{home}/.local/bin/{NAME}"
        bare = system.snapshot()
        with self._timed("pipx install"):
            system.run(f"pipx install {system.put(old)}", user=USER)
        walk = system.put(ROOT / "packaging/prove/walk.sh")
        with self._timed("every topic in two languages, then the window"):
            self._said(system.run(f"sh {walk} begin pictures {command}", user=USER))
        with self._timed("upgrade"):
            system.run(f"pipx install --force {system.put(new)}", user=USER)
        self._tell("upgraded to", system.run(f"{command} --version", user=USER))
        self._obsolete_is_gone()
        self._said(system.run(f"sh {walk} again pictures {command}", user=USER))
        with self._timed("uninstall"):
            system.run(f"pipx uninstall {NAME}", user=USER)
        system.run(f"! test -e {command}", user=USER)
        self._nothing_left(bare)

    def rpm(self, old: Path, new: Path) -> None:
        """The RPM, installed by RPM itself, which refuses it until it knows the libraries of the system."""
        system = self._system
        system.install("rpm", *TOOLS, *self._qt(), *WAYLAND, update=True)
        system.run(f"useradd --create-home {USER}")
        older, newer = system.put(old), system.put(new)
        refused = system.run(f"{foreign.RPM} --install --test {newer} 2>&1 || true")
        self._tell("required, and missed by an empty system", str(refused.count("is needed by")))
        if "libEGL.so.1()(64bit) is needed" not in refused:
            raise SystemExit(f"RPM did not look at what the package requires:\n{refused}")
        self._tell("names that the libraries here provide", str(foreign.install_libraries(system)))
        bare = system.snapshot()
        with self._timed("install the older version"):
            system.run(f"{foreign.RPM} --install {older}")
        self._tell("installed size, MB", str(int(system.run(f"rpm --query --queryformat '%{{SIZE}}' {NAME}")) / 1e6))
        self._decide_a_policy()
        walk = system.put(ROOT / "packaging/prove/walk.sh")
        with self._timed("every topic in two languages, then the window"):
            self._said(system.run(f"sh {walk} begin pictures {NAME}", user=USER))
        with self._timed("upgrade"):
            system.run(f"{foreign.RPM} --upgrade {newer}")
        self._tell("upgraded to", system.run(f"rpm --query {NAME}"))
        self._tell("files that are not as RPM wrote them", system.run(f"rpm --verify {NAME}") or "none")
        self._obsolete_is_gone()
        self._said(system.run(f"sh {walk} again pictures {NAME}", user=USER))
        self._policy_is_kept("upgrade")
        with self._timed("remove"):
            system.run(f"{foreign.RPM} --erase {NAME}")
        self._policy_is_kept("remove")
        system.run(f"rm -r {Path(POLICY).parent}")
        self._nothing_left(bare)

    # What is looked at

    def _nothing_missing(self) -> None:
        """Every library that a file of the package needs is there, before any other package could have brought it."""
        own = self._system.run(f"dpkg -L {NAME} | grep '/_internal$'").strip()
        listed = self._system.run(
            f"export LD_LIBRARY_PATH={own}; dpkg -L {NAME} | grep -v {NEEDS_WHAT_IS_RECOMMENDED} | "
            'while read f; do [ -f "$f" ] && ldd "$f" 2>/dev/null | sed "s|^|$f |"; done; true'
        )
        missing = sorted({line for line in listed.splitlines() if "not found" in line})
        if missing:
            raise SystemExit("Libraries that Depends does not bring:\n" + "\n".join(missing))
        self._tell("libraries looked up, all found", str(len(listed.splitlines())))

    def _decide_a_policy(self) -> None:
        self._system.run(f'mkdir -p {Path(POLICY).parent} && echo \'languages = ["en", "fr"]\' > {POLICY}')
        self._system.run(f"{NAME} policy check")

    def _policy_is_kept(self, step: str) -> None:
        if "languages" not in self._system.run(f"cat {POLICY}", check=False):
            raise SystemExit(f"The clinic's policy is gone after: {step}")

    def _obsolete_is_gone(self) -> None:
        found = self._system.run(f"find /usr /opt /home -name {OBSOLETE}")
        if found:
            raise SystemExit(f"The upgrade left a file that the new version no longer has: {found}")

    def _nothing_left(self, bare: dict[str, Entry]) -> None:
        now = self._system.snapshot()
        left = {name: each for name, each in now.items() if bare.get(name) != each}
        lost = sorted(name for name in bare if name not in now and not KEPT_BY_THE_SYSTEM.match(name))
        users = sorted(name for name in left if name.startswith(f"home/{USER}/"))
        ours = sorted(name for name in left if not KEPT_BY_THE_SYSTEM.match(name) and name not in users)
        tops = sorted(
            {"/".join(Path(name).parts[2:4]) for name in users if Path(name).parts[3:] and "pictures" not in name}
        )
        self._tell("left in the user's home", ", ".join(tops))
        self._tell("left in the system", ", ".join(ours) or "nothing")
        self._tell("gone that was there before", ", ".join(lost) or "nothing")
        if ours or lost:
            raise SystemExit(f"Left behind: {ours}\nGone: {lost}")

    # Small things

    def _qt(self) -> list[str]:
        """Debian's packages of what Qt needs to open a window."""
        lines = (ROOT / "packaging/debian-packages.txt").read_text("utf-8").splitlines()
        return [each for each in lines[: lines.index("xvfb")] if not each.startswith("#")]

    def _packages(self) -> set[str]:
        return set(self._system.run("dpkg-query -Wf '${Package}\\n'").split())

    def _size(self) -> str:
        return str(round(int(self._system.run(f"dpkg-query -Wf '${{Installed-Size}}' {NAME}")) / 1000, 1))

    def _said(self, text: str) -> None:
        for line in text.splitlines():
            if line.startswith("walk: "):
                self._tell("walk", line.removeprefix("walk: "))

    def _tell(self, what: str, figure: str) -> None:
        self.figures.append((what, figure.strip()))
        print(f"… {what}: {figure.strip()}", flush=True)

    @contextmanager
    def _timed(self, what: str) -> Iterator[None]:
        begin = time.monotonic()
        yield
        self._tell(what, f"{time.monotonic() - begin:.1f} s")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
