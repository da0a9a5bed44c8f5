"""The program as a folder that needs no Python: PyInstaller's, finished to start quickly and to be always the same.

What is added: the guide in compiled form, so that the first start is as quick as the next; the licences.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))

import elf  # noqa: E402
import icu  # noqa: E402
import licences  # noqa: E402
import prepared  # noqa: E402

NAME = "net-surgery-guide"
INSIDE = "_internal"
"""The folder beside the executable that holds all the rest."""


def freeze(source: Path, work: Path, epoch: int) -> Path:
    """Build the folder from a source tree; everything that is made on the way lies in ``work``."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    env = {
        "PATH": os.environ["PATH"], "HOME": str(work), "LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1", "SOURCE_DATE_EPOCH": str(epoch), "PYINSTALLER_CONFIG_DIR": str(work / "cache"),
        "PACKAGE_SOURCE": str(source), "PYTHONPATH": str(source),
    }  # fmt: skip
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(work), "--workpath", str(work / "pyinstaller"), str(HERE / "guide.spec")]
    subprocess.run(command, check=True, env=env, cwd=work)
    program = work / NAME
    inside = program / INSIDE
    prepared.guides(inside / "desktop" / "resources" / "compiled", env)
    libraries = inside / "PySide6" / "Qt" / "lib"
    (data,) = libraries.glob("libicudata.so.*")
    elf.strip([*elf.within(inside / "yaml"), *sorted(libraries.glob("libicu*.so.*"))])
    icu.trim(data, work / "icu")
    _drop_useless_links(inside)
    licences.collect(program, source)
    tidy(program, epoch)
    return program


def _drop_useless_links(inside: Path) -> None:
    """PyInstaller makes a link for every library it found, also for those that were not wanted."""
    for path in inside.iterdir():
        if path.is_symlink() and not path.exists():
            path.unlink()


def tidy(folder: Path, epoch: int) -> None:
    """The same times and rights for every file, whoever builds, whenever."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or (path.stat().st_mode & 0o100 and _can_run(path))
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def _can_run(path: Path) -> bool:
    """Whether a file is a program or a script, and no library."""
    return (elf.is_elf(path) and ".so" not in path.name) or path.read_bytes()[:2] == b"#!"


def version(source: Path) -> str:
    """The program's version, from the one place that says it."""
    text = (source / "desktop" / "__init__.py").read_text("utf-8")
    return json.loads(text.partition("__version__ = ")[2])
