"""Packages whose first file does far more than what is wanted of them."""

from __future__ import annotations

import sys
from importlib.util import find_spec, module_from_spec


def enter(name: str) -> None:
    """Make the modules of a package importable without running the package's own first file (its ``__init__``)."""
    if name not in sys.modules:
        spec = find_spec(name)
        if spec is not None:
            sys.modules[name] = module_from_spec(spec)


def complete(name: str) -> None:
    """Run the first file of a package that was entered without it."""
    package = sys.modules[name]
    if package.__spec__ is not None and package.__spec__.loader is not None:
        package.__spec__.loader.exec_module(package)
