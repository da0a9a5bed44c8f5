"""The archive for a USB stick: the folder with a marker, beside which the settings then live."""

from __future__ import annotations

import lzma
import shutil
import tarfile
from typing import TYPE_CHECKING

import freeze

if TYPE_CHECKING:
    from pathlib import Path

MARKER = ".portable"

READ_ME = """\
Surgery for neuroendocrine cancer: an offline desktop reference

Start net-surgery-guide in this folder. Nothing has to be installed, no administrator is needed.
What it remembers (settings, bookmarks) it keeps in the folder "data" beside it, because of the file .portable,
and nowhere else. Delete .portable, and it keeps it in your home folder. To remove the program delete this folder.

Chirurgie du cancer neuroendocrinien : une référence hors ligne

Démarrez net-surgery-guide dans ce dossier. Rien à installer, aucun administrateur requis.
Ce qu’il retient (réglages, signets) reste dans le dossier « data » à côté, à cause du fichier .portable,
et nulle part ailleurs. Supprimez .portable, et il le garde dans votre dossier personnel. Pour retirer le
programme, supprimez ce dossier.
"""


def build(program: Path, version: str, epoch: int, work: Path, target: Path) -> Path:
    """Write the archive into a folder; its path. The same program always gives the same bytes."""
    folder = work / "portable" / f"{freeze.NAME}-{version}"
    shutil.rmtree(folder.parent, ignore_errors=True)
    shutil.copytree(program, folder, symlinks=True)
    (folder / MARKER).touch()
    (folder / "README.txt").write_text(READ_ME, "utf-8")
    freeze.tidy(folder, epoch)
    file = target / f"{freeze.NAME}-{version}-linux-x86_64.tar.xz"
    with (
        lzma.open(file, "wb", preset=9) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as tar,
    ):
        for path in [folder, *sorted(folder.rglob("*"))]:
            tar.add(path, str(path.relative_to(folder.parent)), recursive=False, filter=_nobody)
    return file


def _nobody(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry
