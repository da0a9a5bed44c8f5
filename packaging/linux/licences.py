"""The texts that the law and decency want beside the program: whose work it holds and on which terms."""

from __future__ import annotations

import re
import shutil
from importlib import metadata
from pathlib import Path

import parts
import system

HERE = Path(__file__).resolve().parent
COMMON = Path("/usr/share/common-licenses")
DOCUMENTS = Path("/usr/share/doc")
WHEELS = ("PyYAML", "RapidFuzz", "segno", "snowballstemmer", "pyinstaller")
"""The wheels whose own texts are taken; what is in Qt and PySide6 tell texts/Qt.txt and parts.toml."""

_A_TEXT = re.compile(r"(LICEN[CS]E|COPYING|NOTICE)[^/]*$", re.IGNORECASE)


def collect(program: Path, source: Path) -> None:
    """Put all the texts into the folder ``licences`` of the program."""
    target = program / "licences"
    target.mkdir()
    for name in ("LICENSE", "NOTICE"):
        shutil.copyfile(source / name, target / name)
    shutil.copyfile(source / "resources" / "fonts" / "OFL.txt", target / "Atkinson Hyperlegible Next.txt")
    for text in sorted((HERE / "texts").iterdir()):
        shutil.copyfile(text, target / text.name)
    (target / "Code of others.txt").write_text(parts.notice(), "utf-8")
    for name in ("LGPL-3", "GPL-3", "Apache-2.0"):
        shutil.copyfile(COMMON / name, target / f"{name}.txt")
    for name in WHEELS:
        (target / f"{name}.txt").write_text("\n\n".join(_texts(name)), "utf-8")
    for package in sorted(packages(program)):
        shutil.copyfile(DOCUMENTS / package / "copyright", target / f"{package}.txt")


def packages(program: Path) -> set[str]:
    """Debian's packages whose files are in the program."""
    inside = program / "_internal"
    taken = [path.name for path in inside.glob("*.so*") if not path.is_symlink()]
    return {system.owner(name) for name in taken}


def _texts(name: str) -> list[str]:
    files = metadata.files(name) or []
    texts = [str(file.locate()) for file in files if ".dist-info" in str(file) and _A_TEXT.search(str(file))]
    if not texts:
        message = f"The wheel of {name} holds no text of its licence."
        raise LookupError(message)
    return [Path(text).read_text("utf-8").strip() for text in sorted(texts)]
