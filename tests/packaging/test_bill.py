"""The bill of what the packaged program is made of (SBOM): no program or library is in it that nobody accounts for."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

import pytest

LINUX = Path(__file__).resolve().parents[2] / "packaging" / "linux"
sys.path.append(str(LINUX))

import account  # noqa: E402
import parts  # noqa: E402
import sbom  # noqa: E402

QT = "_internal/PySide6/Qt/lib/libQt6Core.so.6"
PYTHON = "_internal/libpython3.11.so.1.0"
ELF = b"\x7fELF"


@pytest.fixture
def program(tmp_path):
    """A program of two libraries, one file of text, and a link."""
    for place, data in {QT: ELF + b"Qt", PYTHON: ELF + b"Python", "_internal/notes.txt": b"no library"}.items():
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (tmp_path / "_internal" / "libQt6Core.so.6").symlink_to("PySide6/Qt/lib/libQt6Core.so.6")
    return tmp_path


@pytest.fixture
def bill(program):
    """A bill that accounts for both."""
    return written(program, [of(program, "Qt", QT), of(program, "Python", PYTHON)])


def of(program: Path, name: str, place: str, **others: object) -> dict[str, object]:
    digest = hashlib.sha256((program / place).read_bytes()).hexdigest()
    file = {"type": "file", "name": place, "hashes": [{"alg": "SHA-256", "content": digest}]}
    return {"name": name, "version": "1", "licenses": [{"license": {"id": "MIT"}}], "components": [file], **others}


def written(program: Path, components: list[dict[str, object]]) -> Path:
    file = program / "sbom.cdx.json"
    file.write_text(json.dumps({"components": components}), "utf-8")
    return file


def test_a_program_of_what_the_bill_names_has_nothing_missing(program, bill):
    assert list(account.missing(program, bill)) == []


def test_a_library_that_somebody_laid_in_is_found(program, bill):
    (program / "_internal" / "libforeign.so.1").write_bytes(ELF)
    assert list(account.missing(program, bill)) == ["_internal/libforeign.so.1: no component of the bill has it"]


def test_a_library_that_was_exchanged_is_found(program, bill):
    (program / QT).write_bytes(ELF + b"another")
    assert list(account.missing(program, bill)) == [f"{QT}: not the file that the bill means"]


def test_a_library_that_is_gone_is_found(program, bill):
    (program / PYTHON).unlink()
    assert list(account.missing(program, bill)) == [f"{PYTHON}: in the bill, not in the program"]


@pytest.mark.parametrize("lacking", ["version", "licenses"])
def test_an_owner_without_version_or_licence_is_found(lacking, program):
    bill = written(program, [of(program, "Qt", QT, **{lacking: None}), of(program, "Python", PYTHON)])
    assert f"{QT}: Qt has no version or no licence" in list(account.missing(program, bill))


@pytest.mark.parametrize("place", ["_internal/foreign/lib.so", "_internal/desktop/extra.so"])
def test_a_library_of_no_known_owner_stops_the_build(place):
    with pytest.raises(sbom.UnaccountedError, match="belongs to nobody"):
        sbom.owner(place)


def test_every_part_has_a_licence_a_holder_and_a_library_of_the_program():
    for part in parts.listed():
        assert part.licence, part.name
        assert part.copyright.strip(), part.name
        assert sbom.owner(f"_internal/{part.within}") in sbom.WHEELS, part.name


def test_the_terms_of_every_part_can_be_read():
    terms = (LINUX / "terms.txt").read_text("utf-8")
    named = {each for part in parts.listed() for each in part.licence.replace(" OR ", " AND ").split(" AND ")}
    assert "MIT" in named
    assert [each for each in sorted(named - {"GPL-2.0-only", "AFL-2.1"}) if each not in terms] == []


def test_a_library_tells_the_version_of_what_is_in_it(tmp_path):
    (tmp_path / "libfoo.so").write_bytes(b"\0\0 bar version 1.6.59 \0")
    part = parts.Part("bar", "MIT", "Somebody", "libfoo.so", r"bar version (\d+\.\d+\.\d+)")
    assert parts.version(part, tmp_path) == "1.6.59"
    with pytest.raises(parts.UnfoundPartError, match="does not tell"):
        parts.version(part._replace(version=r"baz (\d+)"), tmp_path)
    with pytest.raises(parts.UnfoundPartError, match="is not in the program"):
        parts.version(part._replace(within="libbaz.so"), tmp_path)
