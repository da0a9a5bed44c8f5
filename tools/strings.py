"""Collects the window's words from the code into .ts files and compiles them to .qm.

``--check`` changes nothing and fails if a file is not up to date, a translation is missing or one is
no longer used.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
BIN = Path(sys.executable).parent
PLURALS_ONLY = ("en",)
"""Languages whose words are those of the code; only their plurals are written out."""


def update(language: str, target: Path) -> None:
    """Bring a .ts file up to date with the code."""
    options = ["-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language]
    options += ["-pluralonly"] if language in PLURALS_ONLY else []
    sources = [str(path) for path in sorted((ROOT / "desktop").rglob("*.py"))]
    command = [str(BIN / "pyside6-lupdate"), *options, *sources, "-ts", str(target)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)


def release(source: Path, target: Path) -> None:
    """Compile a .ts file."""
    command = [str(BIN / "pyside6-lrelease"), str(source), "-qm", str(target)]
    subprocess.run(command, check=True, capture_output=True)


def unfinished(source: Path) -> list[str]:
    """The words of a .ts file that have no finished translation."""
    tree = ElementTree.parse(source)  # noqa: S314 - our own file
    return [
        message.findtext("source", "")
        for message in tree.iter("message")
        if message.find("translation") is None or message.find("translation").get("type")  # type: ignore[union-attr]
    ]


def main() -> int:
    """Update and compile every language, or check them; the exit code."""
    checking = "--check" in sys.argv
    bad = 0
    for source in sorted(FOLDER.glob("desktop_*.ts")):
        language = source.stem.partition("_")[2]
        compiled = source.with_suffix(".qm")
        if not checking:
            update(language, source)
            release(source, compiled)
        with tempfile.TemporaryDirectory() as folder:
            fresh_source, fresh_compiled = Path(folder) / source.name, Path(folder) / compiled.name
            fresh_source.write_bytes(source.read_bytes())
            update(language, fresh_source)
            release(fresh_source, fresh_compiled)
            stale = (
                fresh_source.read_bytes() != source.read_bytes() or fresh_compiled.read_bytes() != compiled.read_bytes()
            )
        if stale:
            print(f"{source.relative_to(ROOT)} is not up to date; run: make strings")
        missing = unfinished(source)
        for words in missing:
            print(f"{source.relative_to(ROOT)}: no translation of “{words}”")
        bad += stale + len(missing)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
