"""``make package``: everything that clinic IT is given for Linux, in the folder ``dist``.

1. The program as a folder that needs no Python, looked at for what must not be in it.
2. What it is made of (SBOM).
3. A Debian package, an RPM, an archive for a USB stick; the Debian package also laid out as a repository of apt.
4. The checksums of all of them.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
ROOT = Path(__file__).resolve().parents[2]
sys.path += [str(ROOT / "packaging"), str(ROOT / "packaging" / "fleet")]

import account  # noqa: E402
import contents  # noqa: E402
import deb  # noqa: E402
import freeze  # noqa: E402
import portable  # noqa: E402
import repository  # noqa: E402
import rpm  # noqa: E402
import sbom  # noqa: E402
import tree  # noqa: E402

WORK = ROOT / "build" / "package"
DIST = ROOT / "dist"


def main() -> int:
    """Build it all; the exit code."""
    epoch = _last_change()
    version = freeze.version(ROOT)
    program = freeze.freeze(ROOT, WORK, epoch)
    bill = sbom.write(program, version, epoch, program / sbom.NAME)
    wrong = [*contents.faults(program, _build_paths()), *account.missing(program, bill)]
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
        return 1
    freeze.tidy(program, epoch)
    DIST.mkdir(exist_ok=True)
    root = WORK / "root"
    tree.stage(program, ROOT, version, epoch, root)
    with ThreadPoolExecutor() as beside:
        archive = beside.submit(portable.build, program, version, epoch, WORK, DIST)
        made = [deb.build(root, program, version, epoch, DIST), rpm.build(root, program, version, epoch, WORK, DIST)]
        made += [archive.result()]
    made += [Path(shutil.copy2(bill, DIST / f"{freeze.NAME}_{version}.{sbom.NAME}"))]
    shutil.rmtree(DIST / freeze.NAME, ignore_errors=True)
    shutil.copytree(program, DIST / freeze.NAME, symlinks=True)
    repository.lay_out(DIST / "apt", made[:1], epoch)
    _sum_up(made)
    return 0


def _last_change() -> int:
    """The time of the last commit, which stands for the time of the build."""
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    return int(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)


def _build_paths() -> tuple[str, ...]:
    """Folders that only the machine that builds has."""
    return (str(ROOT), str(Path.home()) + "/", sys.prefix)


def _sum_up(made: list[Path]) -> None:
    """Write the checksums, and say what was made."""
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in made]
    (DIST / "SHA256SUMS").write_text("".join(lines))
    for path in made:
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    sys.exit(main())
