"""Who publishes the packages, as publisher.toml says it.

usage: publisher.py name|name_fr|address|id      (for scripts that are no Python)
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).resolve().parent / "publisher.toml"


class Publisher(NamedTuple):
    """A name in both languages, an address for mail, and the id of the program in reverse domain notation."""

    name: str
    name_fr: str
    address: str
    id: str


def publisher() -> Publisher:
    """The one of this checkout."""
    return Publisher(**tomllib.loads(FILE.read_text("utf-8")))


if __name__ == "__main__":
    print(getattr(publisher(), sys.argv[1]))
