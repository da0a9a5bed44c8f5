"""The program as a folder that needs no Python: PyInstaller's, finished to start quickly and to be always the same.

What is added: the guide in compiled form, so that the first start is as quick as the next; the support files of PySide6
as byte code, which it would otherwise compile from text at every start; the licences.
"""

from __future__ import annotations

import compileall
import json
import os
import py_compile
import shutil
import subprocess
import sys
from pathlib import Path

import elf
import licences

HERE = Path(__file__).resolve().parent
NAME = "net-surgery-guide"
INSIDE = "_internal"
"""The folder beside the executable that holds all the rest."""

_COMPILE = """
import sys
from pathlib import Path
from desktop import paths
from desktop.content import library
folder = Path(sys.argv[1])
folder.mkdir()
for language in library.FILES:
    name, data = library.compiled_form(paths.resources(), language, library.load(paths.resources(), language))
    (folder / name).write_bytes(data)
"""

_UNPACK = "import PySide6.QtCore"


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
    subprocess.run([sys.executable, "-c", _COMPILE, inside / "desktop" / "resources" / "compiled"], check=True, env=env)
    _unpack_support_files(inside / "shiboken6", work, env)
    elf.strip([*elf.within(inside / "yaml"), *sorted((inside / "PySide6" / "Qt" / "lib").glob("libicu*.so.*"))])
    _drop_useless_links(inside)
    licences.collect(program, source)
    tidy(program, epoch)
    return program


def _unpack_support_files(target: Path, work: Path, env: dict[str, str]) -> None:
    """PySide6 unpacks its support files if asked to, beside itself: in a copy, whose files are then compiled."""
    import PySide6  # noqa: PLC0415 - only where it is installed
    import shiboken6  # noqa: PLC0415

    copy = work / "support"
    for module in (PySide6, shiboken6):
        folder = Path(str(module.__file__)).parent
        shutil.copytree(folder, copy / folder.name, ignore=shutil.ignore_patterns("Qt*.pyi", "qml", "*Web*", "include"))
    env = {**env, "PYTHONPATH": str(copy), "SBK_EMBED": "0"}
    subprocess.run([sys.executable, "-c", _UNPACK], check=True, env=env)
    files = copy / "shiboken6" / "files.dir"
    compileall.compile_dir(
        files, quiet=1, legacy=True, stripdir=files, force=True,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )  # fmt: skip
    for path in files.rglob("*.pyc"):
        place = target / "files.dir" / path.relative_to(files)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)


def _drop_useless_links(inside: Path) -> None:
    """PyInstaller makes a link for every library it found, also for those that were not wanted."""
    for path in inside.iterdir():
        if path.is_symlink() and not path.exists():
            path.unlink()


def tidy(folder: Path, epoch: int) -> None:
    """The same times and rights for every file, whoever builds, whenever."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or (path.stat().st_mode & 0o100 and elf.is_elf(path) and ".so" not in path.name)
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def version(source: Path) -> str:
    """The program's version, from the one place that says it."""
    text = (source / "desktop" / "__init__.py").read_text("utf-8")
    return json.loads(text.partition("__version__ = ")[2])
