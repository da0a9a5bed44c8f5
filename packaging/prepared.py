"""What makes a packaged program start quickly, made before or after it is frozen, on every system.

The guides in compiled form, so that the first start is as quick as the next; the support files of PySide6 as byte code,
which it would otherwise compile from text at every start (on Linux it does without them: desktop/signatures.py).
"""

from __future__ import annotations

import compileall
import py_compile
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_COMPILE = """
import sys
from pathlib import Path
from desktop import paths
from desktop.content import library
folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
for language in library.FILES:
    name, data = library.compiled_form(paths.resources(), language, library.load(paths.resources(), language))
    (folder / name).write_bytes(data)
"""

_UNPACK = "import PySide6.QtCore"


def guides(target: Path, environment: Mapping[str, str]) -> None:
    """Write the compiled guides into a folder. ``PYTHONPATH`` in the environment leads to the checkout."""
    subprocess.run([sys.executable, "-c", _COMPILE, target], check=True, env=environment)


def support_files(target: Path, work: Path, environment: Mapping[str, str]) -> None:
    """Write PySide6's support files into a folder that is to be called ``files.dir`` and lie beside shiboken6.

    PySide6 unpacks them if asked to, beside itself: in a copy in ``work``, where they are then compiled.
    """
    import PySide6  # noqa: PLC0415 - only where it is installed
    import shiboken6  # noqa: PLC0415

    copy = work / "support"
    shutil.rmtree(copy, ignore_errors=True)
    for module in (PySide6, shiboken6):
        folder = Path(str(module.__file__)).parent
        shutil.copytree(folder, copy / folder.name, ignore=shutil.ignore_patterns("Qt*.pyi", "qml", "*Web*", "include"))
    asked = {**environment, "PYTHONPATH": str(copy), "SBK_EMBED": "0"}
    subprocess.run([sys.executable, "-c", _UNPACK], check=True, env=asked)
    files = copy / "shiboken6" / "files.dir"
    compileall.compile_dir(
        files, quiet=1, legacy=True, stripdir=files, force=True,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )  # fmt: skip
    for path in files.rglob("*.pyc"):
        place = target / path.relative_to(files)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
