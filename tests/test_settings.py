"""What is remembered between two starts: nothing that happens to the file stops the program or loses anything."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.files import write_whole
from desktop.settings import Settings, SettingsFile
from tests import child

REMEMBERED = Settings(pane_widths=(300, 600, 400), window_size=(1366, 768), maximized=True, topic="whipple")


@pytest.fixture
def file(tmp_path):
    return tmp_path / "settings.json"


def read(folder) -> Settings:
    return SettingsFile(folder).read()


def kept_aside(folder) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if "corrupt" in each.name)


def test_what_is_written_is_read_again(tmp_path):
    store = SettingsFile(tmp_path)
    assert store.write(REMEMBERED)
    assert store.problem == ""
    assert read(tmp_path) == REMEMBERED


def test_without_a_file_the_defaults_are_used_and_nothing_is_made(tmp_path):
    store = SettingsFile(tmp_path / "new")
    assert store.read() == Settings()
    assert store.problem == ""
    assert not (tmp_path / "new").exists()


def test_the_folder_is_made_when_something_is_remembered(tmp_path):
    folder = tmp_path / "new" / "deeper"
    assert SettingsFile(folder).write(REMEMBERED)
    assert [each.name for each in folder.iterdir()] == ["settings.json"]


# Files that are broken


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 500, b"{", b"[1, 2]", b"null", b"5", b'"text"', b"\xff\xfe", b"\x80\x04pickle", b"NaN", b"[" * 5000,
     b'{"topic": "x"', b'{"a": ' + b"9" * 5000 + b"}", b" " * 70_000 + b"{}", b"[settings]\ntopic=whipple\n"],
    ids=lambda data: repr(data[:12]),
)  # fmt: skip
def test_a_broken_file_is_kept_aside_whole_and_the_defaults_are_used(data, tmp_path, file):
    file.write_bytes(data)
    store = SettingsFile(tmp_path)
    assert store.read() == Settings()
    assert not file.exists()
    assert (tmp_path / "settings.corrupt-1").read_bytes() == data
    assert store.write(REMEMBERED)
    assert read(tmp_path) == REMEMBERED


def test_three_broken_files_are_kept_the_last_in_the_place_of_the_one_before(tmp_path, file):
    for number in range(1, 6):
        file.write_text(f"broken {number}")
        assert read(tmp_path) == Settings()
    assert kept_aside(tmp_path) == ["settings.corrupt-1", "settings.corrupt-2", "settings.corrupt-3"]
    texts = [(tmp_path / name).read_text() for name in kept_aside(tmp_path)]
    assert texts == ["broken 1", "broken 2", "broken 5"]


def test_a_file_of_a_gigabyte_is_not_read_whole(tmp_path, file):
    with file.open("wb") as opened:
        opened.truncate(1 << 30)
    assert read(tmp_path) == Settings()
    assert kept_aside(tmp_path) == ["settings.corrupt-1"]


@pytest.mark.parametrize(
    ("given_", "accepted"),
    [
        ({"pane_widths": "wide"}, {}),
        ({"pane_widths": {"a": 1}}, {}),
        ({"pane_widths": [1, "2"]}, {}),
        ({"pane_widths": [1.5]}, {}),
        ({"pane_widths": [True]}, {}),
        ({"pane_widths": [-1]}, {}),
        ({"pane_widths": [100_001]}, {}),
        ({"pane_widths": [1] * 9}, {}),
        ({"pane_widths": [0, 100_000]}, {"pane_widths": (0, 100_000)}),
        ({"window_size": None}, {}),
        ({"window_size": [800, 600]}, {"window_size": (800, 600)}),
        ({"maximized": 1}, {}),
        ({"maximized": "yes"}, {}),
        ({"maximized": True}, {"maximized": True}),
        ({"topic": 5}, {}),
        ({"topic": ["whipple"]}, {}),
        ({"topic": "x" * 201}, {}),
        ({"topic": "x" * 200}, {"topic": "x" * 200}),
        ({"maximized": True, "topic": None, "window_size": [1, 2]}, {"maximized": True, "window_size": (1, 2)}),
    ],
)
def test_a_value_that_makes_no_sense_is_ignored_and_the_others_are_kept(given_, accepted, tmp_path, file):
    file.write_text(json.dumps(given_))
    assert read(tmp_path) == Settings()._replace(**accepted)
    assert kept_aside(tmp_path) == []


# Keys of a newer version


def test_keys_of_a_newer_version_survive_an_older_one(tmp_path, file):
    file.write_text(json.dumps({"topic": "whipple", "bookmarks": ["a", {"b": 1}], "zoom": 1.3}))
    store = SettingsFile(tmp_path)
    store.read()
    assert store.write(REMEMBERED)
    written = json.loads(file.read_bytes())
    assert (written["bookmarks"], written["zoom"], written["topic"]) == (["a", {"b": 1}], 1.3, "whipple")


@pytest.mark.parametrize(
    "unknown",
    [f'"{"é" * 30_000}"', '"\\ud800"', "[" * 900 + "]" * 900, "1e999", '{"": null}', '"é\\u202e"'],
    ids=lambda text: text[:12],
)
def test_an_unknown_value_that_can_be_read_never_stops_the_writing(unknown, tmp_path, file):
    file.write_text(f'{{"new": {unknown}}}', "utf-8")
    store = SettingsFile(tmp_path)
    store.read()
    assert store.write(REMEMBERED), store.problem
    assert read(tmp_path) == REMEMBERED


def test_a_topic_of_half_a_letter_can_be_written(tmp_path):
    odd = Settings(topic="\ud800")
    assert SettingsFile(tmp_path).write(odd)
    assert read(tmp_path) == odd


# Files that cannot be read or written


def test_a_folder_in_place_of_the_file_is_told_and_left_alone(tmp_path, file):
    (file / "inside").mkdir(parents=True)
    store = SettingsFile(tmp_path)
    assert store.read() == Settings()
    assert store.problem == f"{file}: Is a directory"
    assert not store.write(REMEMBERED)
    assert store.problem.startswith(f"{file}: ")
    assert (file / "inside").is_dir()
    assert [each.name for each in tmp_path.iterdir()] == ["settings.json"]


def test_a_file_in_place_of_the_folder_is_told_and_left_alone(tmp_path):
    folder = tmp_path / "config"
    folder.write_text("mine")
    store = SettingsFile(folder)
    assert store.read() == Settings()
    assert store.problem
    assert not store.write(REMEMBERED)
    assert folder.read_text() == "mine"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_without_permission_is_told_and_the_old_file_stays(tmp_path, file):
    SettingsFile(tmp_path).write(REMEMBERED)
    before = file.read_bytes()
    tmp_path.chmod(0o500)
    try:
        store = SettingsFile(tmp_path)
        assert store.read() == REMEMBERED
        assert not store.write(Settings())
        assert store.problem
        assert file.read_bytes() == before
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(sys.platform != "linux", reason="there is no /proc elsewhere")
def test_a_folder_that_cannot_be_made_is_told():
    store = SettingsFile(Path("/proc/net-surgery-guide"))
    assert store.read() == Settings()
    assert not store.write(REMEMBERED)
    assert store.problem.startswith("/proc/net-surgery-guide/settings.json: ")


def test_a_success_forgets_the_problem_of_before(tmp_path):
    folder = tmp_path / "config"
    folder.write_text("")
    store = SettingsFile(folder)
    assert not store.write(REMEMBERED)
    folder.unlink()
    assert store.write(REMEMBERED)
    assert store.problem == ""


_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from desktop.settings import Settings, SettingsFile
folder = Path(sys.argv[1])
store = SettingsFile(folder)
print(store.read().topic)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
print(store.write(Settings(topic="appendectomy")), bool(store.problem))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit to set")
def test_a_disk_without_room_leaves_the_old_file_as_it_was(tmp_path, file):
    """Qt alone would replace it by as much of the new one as fits."""
    SettingsFile(tmp_path).write(REMEMBERED)
    before = file.read_bytes()
    done = child.run("-c", _FULL_DISK, tmp_path)
    assert (done.stdout.splitlines(), done.stderr) == (["whipple", "False True"], "")
    assert file.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["settings.json"]


def test_a_pickle_in_the_settings_is_never_run(tmp_path, file):
    """QSettings of this Qt would."""
    mark = tmp_path / "executed"
    payload = f"cos\nsystem\n(S'touch {mark}'\ntR."
    file.write_text(json.dumps({"topic": f"@Variant({payload})", "new": payload, "window_size": payload}))
    store = SettingsFile(tmp_path)
    store.read()
    store.write(store.read())
    assert not mark.exists()


# Any file


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=80)
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.sampled_from([*Settings._fields, "new", ""]), inner, max_size=5)
        ),
    ).map(lambda value: json.dumps(value).encode())
)
def test_whatever_stands_in_the_file_the_program_starts_and_can_write(tmp_path, data):
    (tmp_path / "settings.json").write_bytes(data)
    store = SettingsFile(tmp_path)
    found = store.read()
    assert isinstance(found, Settings)
    assert store.write(found), store.problem
    assert read(tmp_path) == found


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
