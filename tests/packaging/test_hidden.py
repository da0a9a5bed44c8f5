"""PyInstaller sees no imports in the archive inside PySide6: what stands there is named, or the program would abort."""

from __future__ import annotations

import sys

from tests import child
from tests.guides import ROOT

sys.path.append(str(ROOT / "packaging" / "linux"))

from contents import HIDDEN, WITHOUT

NAMES = """
import ast, sys
import PySide6.QtCore
archive = sys.modules["signature_bootstrap"].prepare_zipfile()[1].zfile
for name in (each for each in archive.namelist() if each.endswith(".py")):
    for node in ast.walk(ast.parse(archive.read(name))):
        if isinstance(node, ast.ImportFrom):
            print(node.module)
        elif isinstance(node, ast.Import):
            print(*(each.name for each in node.names))
"""


def test_nothing_is_missing_when_the_archive_is_opened():
    names = {each for each in child.run("-c", NAMES).stdout.split() if each in sys.stdlib_module_names}
    assert len(names) > 20
    assert names & set(WITHOUT) == set()
    assert names - set(HIDDEN) - set(sys.builtin_module_names) == set()
