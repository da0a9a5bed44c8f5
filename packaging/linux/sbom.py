"""What the program is made of, as CycloneDX 1.6: every library file, whose it is, which version, on which terms."""

from __future__ import annotations

import hashlib
import json
import time
import uuid
from importlib import metadata
from typing import TYPE_CHECKING

import elf
import freeze
import parts
import system

if TYPE_CHECKING:
    from pathlib import Path

NAME = "sbom.cdx.json"

WHEELS = {
    "PySide6-Essentials": "LGPL-3.0-only", "shiboken6": "LGPL-3.0-only", "PyYAML": "MIT", "RapidFuzz": "MIT",
    "segno": "BSD-3-Clause", "snowballstemmer": "BSD-3-Clause",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
}  # fmt: skip
"""The wheels that are in the program and their licences; of pyinstaller only what starts it."""

SYSTEM = {"libpython": "PSF-2.0", "libsqlite3": "blessing", "libxcb": "MIT"}
"""The licence of what is taken from the machine that builds, by the beginning of the package's name."""

Component = dict[str, object]


class UnaccountedError(Exception):
    """A library belongs to nobody that is known."""


def write(program: Path, version: str, epoch: int, target: Path) -> Path:
    """Write the bill of a program folder; its path."""
    target.write_text(json.dumps(bill(program, version, epoch), indent=1, ensure_ascii=False) + "\n", "utf-8")
    return target


def bill(program: Path, version: str, epoch: int) -> dict[str, object]:
    """The whole bill. Raises UnaccountedError for a library that nobody is known to own."""
    owners: dict[str, list[Component]] = {}
    for path in elf.within(program):
        owners.setdefault(owner(path.relative_to(program).as_posix()), []).append(_file(path, program))
    components = [_of_wheel(name, owners.pop(name, [])) for name in WHEELS]
    components += [_of_system(name, files) for name, files in sorted(owners.items())]
    components += [_part(each, program) for each in parts.listed()]
    components.append({"type": "data", "name": "Atkinson Hyperlegible Next", "licenses": [_licence("OFL-1.1")]})
    about = {"type": "application", "name": freeze.NAME, "version": version, "licenses": [_licence("MIT")]}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(components))}",
        "version": 1,
        "metadata": {"timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(epoch)), "component": about},
        "components": components,
    }


def owner(place: str) -> str:
    """Whose a file is, by its place in the program: a wheel, or a package of the machine that builds."""
    wheels = {"PySide6": "PySide6-Essentials", "shiboken6": "shiboken6", "yaml": "PyYAML", "rapidfuzz": "RapidFuzz"}
    inside = place.removeprefix("_internal/").split("/")
    if place == freeze.NAME:
        return "pyinstaller"
    if inside[0] in wheels:
        return wheels[inside[0]]
    if inside[0].startswith("python3"):
        return system.owner_of_module(inside[-1])
    if len(inside) == 1:
        return system.owner(inside[0])
    message = f"{place} belongs to nobody that is known"
    raise UnaccountedError(message)


def _file(path: Path, program: Path) -> Component:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    place = path.relative_to(program).as_posix()
    return {"type": "file", "name": place, "hashes": [{"alg": "SHA-256", "content": digest}]}


def _of_wheel(name: str, files: list[Component]) -> Component:
    version = metadata.version(name)
    package = f"pkg:pypi/{name.lower()}@{version}"
    found: Component = {
        "type": "library", "bom-ref": package, "name": name, "version": version, "purl": package,
        "licenses": [_licence(WHEELS[name])],
    }  # fmt: skip
    return {**found, "components": files} if files else found


def _of_system(package: str, files: list[Component]) -> Component:
    version = system.package_version(package)
    purl = f"pkg:deb/debian/{package}@{version}?arch=amd64"
    terms = next((licence for start, licence in SYSTEM.items() if package.startswith(start)), None)
    if terms is None:
        message = f"Nobody has said on which terms {package} may be shipped"
        raise UnaccountedError(message)
    return {
        "type": "library", "bom-ref": purl, "name": package, "version": version, "purl": purl,
        "licenses": [_licence(terms)], "components": files,
    }  # fmt: skip


def _part(part: parts.Part, program: Path) -> Component:
    inside = program / freeze.INSIDE
    version = parts.version(part, inside)
    place = parts.library(part, inside).relative_to(program).as_posix()
    return {
        "type": "library", "name": part.name, **({"version": version} if version else {}),
        "licenses": [_licence(part.licence)], "copyright": " ".join(part.copyright.split()),
        "properties": [{"name": "within", "value": place}],
    }  # fmt: skip


def _licence(terms: str) -> dict[str, object]:
    """Terms as CycloneDX names them: those of SPDX by their id, others by name, several as an expression."""
    if " " in terms:
        return {"expression": terms}
    return {"license": {"name" if terms.startswith("LicenseRef-") else "id": terms}}
