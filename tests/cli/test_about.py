"""`about`: what clinic IT needs to know, even where something is broken."""

from __future__ import annotations

import hashlib
import platform
from importlib import metadata

import pytest

from desktop import __version__, paths
from desktop.cli import speech
from desktop.main import main
from tests import child
from tests.fake_speech import ENGLISH, FakeSpeech
from tests.guides import SHIPPED_FILE, changed, shipped, small_text


@pytest.fixture
def rows(capsys):
    """Runs `about`; what stands behind each name."""

    def rows():
        assert main(["about"]) == 0
        told, complaints = capsys.readouterr()
        assert complaints == ""
        return dict(line.split("  ", 1) for line in told.splitlines())

    return rows


def value(found: dict[str, str], name: str) -> str:
    [told] = [told.strip() for key, told in found.items() if key.strip() == name]
    return told


def test_it_tells_versions_content_review_and_folders(rows):
    found = rows()
    digest = hashlib.sha256(SHIPPED_FILE.read_bytes()).hexdigest()
    edition = shipped().edition
    assert value(found, "Program") == f"net-surgery-guide {__version__}"
    assert value(found, "Python") == platform.python_version()
    assert value(found, "PySide6-Essentials") == metadata.version("PySide6-Essentials")
    assert value(found, "Content en") == f"edition {edition.edition}, {edition.date}, sha256 {digest}"
    assert value(found, "Review en") == "Not yet reviewed by a clinician"
    assert value(found, "Content folder") == str(paths.resources())
    assert value(found, "Settings folder") == str(paths.settings())
    assert value(found, "Cache folder") == str(paths.cache())
    assert value(found, "Network") == "none: the program opens no connection"
    assert "LGPL" in value(found, "Licence")


def test_broken_content_is_told_in_its_row(rows, tmp_path, monkeypatch):
    (tmp_path / "content.yaml").write_text("a: 1\n", "utf-8")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    assert value(rows(), "Content en").startswith(f"{tmp_path / 'content.yaml'}:1:1: error: ")


def test_a_signed_copy_says_who_signed_it(rows, tmp_path, monkeypatch):
    text = changed(("  reviewed_by:\n  reviewed_on:\n", "  reviewed_by: Dr. A\n  reviewed_on: '2026-02-03'\n"))
    (tmp_path / "content.yaml").write_text(text, "utf-8")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    assert value(rows(), "Review en") == "Reviewed by Dr. A · 2026-02-03"


def test_a_language_without_content_has_no_row(rows, tmp_path, monkeypatch):
    (tmp_path / "content.fr.yaml").write_text(small_text().replace("language: en", "language: fr"), "utf-8")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    names = {name.strip() for name in rows()}
    assert "Content fr" in names
    assert "Content en" not in names


def test_a_packaged_program_has_no_metadata_of_its_libraries(rows, monkeypatch):
    def missing(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    assert value(rows(), "PyYAML") == "packaged with the program"


@pytest.mark.skipif(speech.installed(), reason="Qt is loaded for the voices")
def test_it_needs_no_qt_no_screen_and_no_home():
    code = "import sys; from desktop.main import main; code = main(['about']); print('PySide6' in sys.modules, code)"
    done = child.run("-c", code, without=("HOME", "DISPLAY", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), PYTHONUTF8="1")
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "False 0"


def test_it_tells_why_nothing_can_be_heard(rows, monkeypatch):
    monkeypatch.setattr(speech, "installed", lambda: False)
    assert value(rows(), "Speech") == "none: PySide6-Addons (the extra “speech”) is not installed"


def test_it_tells_the_voices_of_each_language(rows, qapp, monkeypatch):  # noqa: ARG001 - the voices need it
    FakeSpeech({"winrt": "No access", "sapi": ENGLISH}).install(monkeypatch)
    monkeypatch.setattr(speech, "installed", lambda: True)
    told = rows()
    assert value(told, "Speech en") == "sapi: English (America)"
    assert value(told, "Speech fr") == "none: winrt: No access; sapi: no voice of the language 'fr'"
