"""The packaged program for Linux, as far as it can be told without building it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LINUX = ROOT / "packaging" / "linux"
sys.path.append(str(LINUX))

import contents  # noqa: E402

SHARE = LINUX / "share"


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("snowballstemmer/french_stemmer.pyc", True), ("snowballstemmer/english_stemmer.pyc", True),
        ("snowballstemmer/basestemmer.pyc", True), ("snowballstemmer/serbian_stemmer.pyc", False),
        ("encodings/utf_8.pyc", True), ("encodings/iso8859_1.pyc", True), ("encodings/cp437.pyc", True),
        ("encodings/iso8859_11.pyc", False), ("encodings/cp1250.pyc", False), ("encodings/idna.pyc", True),
        ("rapidfuzz/process_cpp_impl.cpython-311-x86_64-linux-gnu.so", True),
        ("rapidfuzz/utils_cpp.cpython-311-x86_64-linux-gnu.so", False),
        ("desktop/resources/fonts/OFL.txt", True), ("desktop/resources/licences/GPL-3.txt", False),
        ("PySide6/Qt/lib/libQt6Gui.so.6", True), ("PySide6/Qt/lib/libQt6Network.so.6", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True), ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("libsqlite3.so.0", True), ("libcrypto.so.3", False), ("libssl.so.3", False),
    ],
)  # fmt: skip
def test_what_is_used_is_taken_and_the_rest_left(place, wanted):
    assert contents.wanted(place) is wanted


@pytest.fixture
def program(tmp_path):
    """A folder that a build may leave."""
    for place in ("net-surgery-guide", "_internal/PySide6/Qt/lib/libQt6Core.so.6", "_internal/socket.pyc"):
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\x7fELF")
        path.chmod(0o644)
    return tmp_path


def test_a_program_of_what_is_wanted_has_no_fault(program):
    assert list(contents.faults(program, ("/home/builder",))) == []


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/lib/libQt6Network.so.6", "PySide6/QtNetwork.abi3.so", "PySide6/Qt/plugins/tls/libqopenssl.so",
        "libssl.so.3", "libssl-3.dll", "ssl.pyc", "http/client.pyc", "urllib/request.pyc",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/generic/libqtuiotouchplugin.so", "PySide6/Qt/lib/libQt6Quick.so.6", "libgtk-3.so.0",
        "PySide6/Qt/plugins/texttospeech/libqtexttospeech_mock.so", "PySide6/Qt/lib/libQt6WebEngineCore.so.6",
        "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so", "desktop/main.py",
    ],
)  # fmt: skip
def test_what_must_not_be_in_it_is_found(place, program):
    path = program / "_internal" / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    path.chmod(0o644)
    assert any(fault.startswith(f"/_internal/{place}: ") for fault in contents.faults(program))


def test_a_folder_of_the_builder_a_loose_link_and_loose_rights_are_found(program):
    (program / "named").write_bytes(b"\0/home/builder/guide\0")
    (program / "link").symlink_to("nowhere")
    (program / "_internal" / "socket.pyc").chmod(0o666)
    faults = " ".join(contents.faults(program, ("/home/builder",)))
    assert "/named: names a folder" in faults
    assert "/link: a link" in faults
    assert "/_internal/socket.pyc: others may write" in faults


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed")
def test_the_desktop_entry_is_valid():
    asked = [str(shutil.which("desktop-file-validate")), str(SHARE / "net-surgery-guide.desktop")]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603 - a tool of the system
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("manual", ["net-surgery-guide.1", "net-surgery-guide.fr.1"])
def test_the_manual_tells_every_command(manual):
    asked = [sys.executable, "-m", "desktop", "--help"]
    told = subprocess.run(asked, capture_output=True, text=True, cwd=ROOT, check=True).stdout  # noqa: S603 - ours
    commands = re.findall(r"^    ([a-z]+)  ", told, re.MULTILINE)
    assert "screenshot" in commands
    text = (SHARE / manual).read_text("utf-8")
    assert [each for each in commands if f".It Cm {each}" not in text] == []
