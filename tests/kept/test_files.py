"""Small files of the program: whatever happens to one, the program starts, and nothing that stood in it is lost.

Every kind of file goes through the same faults.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop.content.changes import SHAPE
from desktop.kept.bookmarks import BookmarksFile, Kept
from desktop.kept.files import SmallFile, write_whole
from desktop.kept.settings import Settings, SettingsFile
from desktop.pages.kept import Mark
from tests import child


class Plain:
    """A small file as it is, without anything that makes sense of it."""

    def __init__(self, folder: Path) -> None:
        self._file = SmallFile(folder / "last-read.json", 1 << 20, indent=None)
        self.write = self._file.write
        self.read = self._file.read

    @property
    def problem(self) -> str:
        return self._file.problem


class File(NamedTuple):
    """A kind of file: what reads it, its name, what stands in it at first, and something to put into it."""

    make: type
    name: str
    empty: object
    full: object

    def read(self, folder: Path) -> object:
        return self.make(folder).read()


KEPT = Kept((Mark("whipple", "Whipple procedure"), Mark("pain", "Pain")), (Mark("words", "Words"),))
FILES = [
    File(SettingsFile, "settings", Settings(), Settings(topic="whipple", window_size=(1366, 768))),
    File(BookmarksFile, "bookmarks", Kept(), KEPT),
    File(Plain, "last-read", {}, {"shape": SHAPE, "net-surgery/en": [["1.0", "2026-01-01", {}], None]}),
]


@pytest.fixture(params=FILES, ids=lambda each: each.name)
def file(request) -> File:
    return request.param


@pytest.fixture
def path(file, tmp_path) -> Path:
    return tmp_path / f"{file.name}.json"


def kept_aside(folder) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if "corrupt" in each.name)


def test_what_is_written_is_read_again(file, tmp_path):
    store = file.make(tmp_path)
    assert store.write(file.full)
    assert store.problem == ""
    assert file.read(tmp_path) == file.full


def test_without_a_file_there_is_nothing_and_nothing_is_made(file, tmp_path):
    store = file.make(tmp_path / "new")
    assert store.read() == file.empty
    assert store.problem == ""
    assert not (tmp_path / "new").exists()


def test_the_folder_is_made_when_something_is_kept(file, tmp_path):
    folder = tmp_path / "new" / "deeper"
    assert file.make(folder).write(file.full)
    assert [each.name for each in folder.iterdir()] == [f"{file.name}.json"]


# Files that are broken


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 500, b"{", b"[1, 2]", b"null", b"5", b'"text"', b"\xff\xfe", b"\x80\x04pickle", b"NaN", b"[" * 5000,
     b'{"topic": "x"', b'{"a": ' + b"9" * 5000 + b"}", b" " * (1 << 23) + b"{}", b"[settings]\ntopic=whipple\n"],
    ids=lambda data: repr(data[:12]),
)  # fmt: skip
def test_a_broken_file_is_kept_aside_whole_and_the_program_begins_anew(data, file, path, tmp_path):
    path.write_bytes(data)
    store = file.make(tmp_path)
    assert store.read() == file.empty
    assert not path.exists()
    assert (tmp_path / f"{file.name}.corrupt-1").read_bytes() == data
    assert store.write(file.full)
    assert file.read(tmp_path) == file.full


def test_three_broken_files_are_kept_the_last_in_the_place_of_the_one_before(file, path, tmp_path):
    for number in range(1, 6):
        path.write_text(f"broken {number}")
        assert file.read(tmp_path) == file.empty
    assert kept_aside(tmp_path) == [f"{file.name}.corrupt-{number}" for number in (1, 2, 3)]
    texts = [(tmp_path / name).read_text() for name in kept_aside(tmp_path)]
    assert texts == ["broken 1", "broken 2", "broken 5"]


def test_a_file_of_a_gigabyte_is_not_read_whole(file, path, tmp_path):
    with path.open("wb") as opened:
        opened.truncate(1 << 30)
    assert file.read(tmp_path) == file.empty
    assert kept_aside(tmp_path) == [f"{file.name}.corrupt-1"]


# Files that cannot be read or written


def test_a_folder_in_place_of_the_file_is_told_and_left_alone(file, path, tmp_path):
    (path / "inside").mkdir(parents=True)
    store = file.make(tmp_path)
    assert store.read() == file.empty
    assert store.problem == f"{path}: Is a directory"
    assert not store.write(file.full)
    assert store.problem.startswith(f"{path}: ")
    assert (path / "inside").is_dir()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names elsewhere")
def test_a_pipe_in_place_of_the_file_is_told_and_never_waited_for(file, path, tmp_path):
    os.mkfifo(path)
    store = file.make(tmp_path)
    assert store.read() == file.empty
    assert store.problem == f"{path}: not a file"
    assert not store.write(file.full)
    assert path.is_fifo()


def test_a_file_in_place_of_the_folder_is_told_and_left_alone(file, tmp_path):
    folder = tmp_path / "config"
    folder.write_text("mine")
    store = file.make(folder)
    assert store.read() == file.empty
    assert store.problem
    assert not store.write(file.full)
    assert folder.read_text() == "mine"


def test_what_could_not_be_read_is_not_written_over(file, path, tmp_path, monkeypatch):
    """A scanner for viruses may hold the file for a moment: what stands in it is not lost for that."""
    file.make(tmp_path).write(file.full)
    before = path.read_bytes()
    store = file.make(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", lambda *_: (_ for _ in ()).throw(PermissionError(13, "Permission denied")))
        assert store.read() == file.empty
    assert store.problem == f"{path}: Permission denied"
    assert not store.write(file.empty)
    assert path.read_bytes() == before
    assert file.read(tmp_path) == file.full


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_without_permission_is_told_and_the_old_file_stays(file, path, tmp_path):
    file.make(tmp_path).write(file.full)
    before = path.read_bytes()
    tmp_path.chmod(0o500)
    try:
        store = file.make(tmp_path)
        assert store.read() == file.full
        assert not store.write(file.empty)
        assert store.problem
        assert path.read_bytes() == before
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(sys.platform != "linux", reason="there is no /proc elsewhere")
def test_a_folder_that_cannot_be_made_is_told(file):
    store = file.make(Path("/proc/net-surgery-guide"))
    assert store.read() == file.empty
    assert not store.write(file.full)
    assert store.problem.startswith(f"/proc/net-surgery-guide/{file.name}.json: ")


def test_a_success_forgets_the_problem_of_before(file, tmp_path):
    folder = tmp_path / "config"
    folder.write_text("")
    store = file.make(folder)
    assert not store.write(file.full)
    folder.unlink()
    assert store.write(file.full)
    assert store.problem == ""


_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from tests.kept.test_files import FILES
file = FILES[int(sys.argv[2])]
store = file.make(Path(sys.argv[1]))
print(store.read() == file.full)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (16, 16))
print(store.write(file.full), bool(store.problem))
"""

_KILLED = """
import sys
from pathlib import Path
from tests.kept.test_files import FILES
file = FILES[int(sys.argv[2])]
store = file.make(Path(sys.argv[1]))
print("begins", flush=True)
while True:
    store.write(file.full)
    store.write(file.empty)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit to set")
def test_a_disk_without_room_leaves_the_old_file_as_it_was(file, path, tmp_path):
    """Qt alone would replace it by as much of the new one as fits."""
    file.make(tmp_path).write(file.full)
    before = path.read_bytes()
    done = child.run("-c", _FULL_DISK, tmp_path, str(FILES.index(file)))
    assert (done.stdout.splitlines(), done.stderr) == (["True", "False True"], "")
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("after_ms", [1, 7, 23])
def test_a_kill_in_the_middle_leaves_the_old_file_or_the_new_one(file, tmp_path, after_ms):
    child.kill_after(after_ms, "-c", _KILLED, tmp_path, str(FILES.index(file)))
    store = file.make(tmp_path)
    assert store.read() in (file.full, file.empty)
    assert kept_aside(tmp_path) == []


# The writing itself


def test_a_file_is_replaced_whole_and_nothing_else_is_left(tmp_path):
    path = tmp_path / "x"
    for data in (b"long " * 1000, b"short", b""):
        write_whole(path, data)
        assert path.read_bytes() == data
    assert [each.name for each in tmp_path.iterdir()] == ["x"]


def test_what_cannot_be_written_raises_an_error_with_a_reason(tmp_path):
    with pytest.raises(OSError, match=r"\w"):
        write_whole(tmp_path / "missing" / "x", b"data")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match=r"\w"):
        write_whole(tmp_path / "folder", b"data")
    assert list((tmp_path / "folder").iterdir()) == []


def test_more_than_a_file_may_hold_is_told_and_the_old_file_stays(tmp_path):
    store = SmallFile(tmp_path / "x.json", 50)
    assert store.write({"a": 1})
    assert not store.write({"a": "long" * 20})
    assert store.problem == f"{tmp_path / 'x.json'}: more than 50 bytes"
    assert store.read() == {"a": 1}
