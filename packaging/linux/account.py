"""Holds a packaged program against its bill, in which every program and library must stand with version and licence."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, TypedDict

import elf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Component(TypedDict, total=False):
    """What CycloneDX tells of a component, as far as it is looked at here."""

    type: str
    name: str
    version: str
    licenses: list[dict[str, object]]
    hashes: list[dict[str, str]]
    components: list[Component]


def missing(program: Path, bill: Path) -> Iterator[str]:
    """What the bill does not account for, and what it names that is not there: one sentence each."""
    components: list[Component] = json.loads(bill.read_text("utf-8"))["components"]
    owners = {file["name"]: (owner, file) for owner in components for file in owner.get("components", [])}
    for path in elf.within(program):
        place = path.relative_to(program).as_posix()
        if place not in owners:
            yield f"{place}: no component of the bill has it"
            continue
        owner, file = owners.pop(place)
        if not owner.get("version") or not owner.get("licenses"):
            yield f"{place}: {owner['name']} has no version or no licence"
        if {"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()} not in file["hashes"]:
            yield f"{place}: not the file that the bill means"
    yield from (f"{place}: in the bill, not in the program" for place in owners)
    yield from (f"{each['name']}: no licence" for each in components if not each.get("licenses"))
