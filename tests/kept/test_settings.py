"""What is remembered between two starts: nothing that happens to the file stops the program or loses anything."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.kept.settings import Settings, SettingsFile

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
