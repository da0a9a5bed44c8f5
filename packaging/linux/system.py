"""What the program needs of the system it is installed on, told by its libraries and Debian's package database."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import elf

if TYPE_CHECKING:
    from collections.abc import Iterable

LIBRARY_FOLDERS = tuple(Path(each) for each in ("/usr/lib/x86_64-linux-gnu", "/lib/x86_64-linux-gnu"))
_DYNAMIC_LOADER = "ld-linux-x86-64.so.2"
SPARE = ("printsupport/libcupsprintersupport.so",)
"""Plugins without whose libraries the program only lacks what they are for: recommended, not required."""

RECOMMENDED = ("speech-dispatcher", "speech-dispatcher-espeak-ng")
"""What makes the program better and is not linked: voices."""


def libraries(program: Path) -> tuple[set[str], set[str]]:
    """The libraries of the system that the program names: those it must have, and those of its spare plugins."""
    files = list(elf.within(program))
    own = {path.name for path in program.rglob("*.so*")} | {_DYNAMIC_LOADER}
    spare = [path for path in files if str(path).endswith(SPARE)]
    must = elf.needed(path for path in files if path not in spare) - own
    return must, elf.needed(spare) - own - must


def depends(program: Path) -> list[str]:
    """Debian's packages for what the program must have. Raises LookupError for a library that none of them holds."""
    packages = {package_of(library) for library in libraries(program)[0]} - {"libc6", "libstdc++6", "libgcc-s1"}
    return [*_with_versions(program), "libgcc-s1", *sorted(packages)]


def recommends(program: Path) -> list[str]:
    """Debian's packages for what makes the program better."""
    return [*sorted({package_of(library) for library in libraries(program)[1]}), *RECOMMENDED]


@cache
def package_of(library: str) -> str:
    """Debian's package that holds a library, by the name that both Debian 12 and 13 know.

    Debian 13 calls some of them ``…t64`` and says that each provides the old name.
    """
    return owner(library).removesuffix("t64")


@cache
def owner(library: str) -> str:
    """The package of this machine that holds a library. Raises LookupError if there is none."""
    for folder in LIBRARY_FOLDERS:
        asked = ["dpkg-query", "--search", str(folder / library)]
        told = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
        if told:
            return told.partition(":")[0]
    message = f"No package of this machine holds {library}. Install what packaging/debian-packages.txt names."
    raise LookupError(message)


@cache
def owner_of_module(name: str) -> str:
    """The package of this machine that holds a module of Python written in C."""
    import sysconfig  # noqa: PLC0415 - only where packages are made

    return owner(f"{Path(str(sysconfig.get_config_var('DESTSHARED'))) / name}")


def package_version(package: str) -> str:
    """The version of a package that is installed."""
    asked = ["dpkg-query", "--show", "--showformat", "${Version}\n", package]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()[0]


def _with_versions(program: Path) -> Iterable[str]:
    """The C and C++ libraries, whose symbols tell how new they must be."""
    files = list(elf.within(program))
    yield f"libc6 (>= {_dotted(elf.versions(files, 'GLIBC')[-1])})"
    yield f"libstdc++6 (>= {compiler(elf.versions(files, 'GLIBCXX')[-1])})"


def newest_symbols(program: Path) -> list[tuple[str, str]]:
    """The newest symbols of the C and C++ libraries that the program uses, as RPM wants them."""
    files = list(elf.within(program))
    return [
        (library, f"{name}_{_dotted(elf.versions(files, name)[-1])}")
        for library, name in (("libc.so.6", "GLIBC"), ("libstdc++.so.6", "GLIBCXX"))
    ]


def compiler(symbols: tuple[int, ...]) -> str:
    """The version of libstdc++6, which is that of its compiler, that has these symbols (GCC's ABI history)."""
    first = {
        (3, 4, 28): "9",
        (3, 4, 29): "11",
        (3, 4, 30): "12",
        (3, 4, 31): "13.1",
        (3, 4, 32): "13.2",
        (3, 4, 33): "14",
    }
    return next(version for known, version in first.items() if symbols <= known)


def _dotted(version: tuple[int, ...]) -> str:
    return re.sub(r"[ (),]+", ".", str(version)).strip(".")
