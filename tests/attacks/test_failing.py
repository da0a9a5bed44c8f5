"""Whatever fails inside, the program says so once, goes on, and shows nothing that does not belong together."""

from __future__ import annotations

import json

import pytest

from desktop.faults import MOST_NOTED
from tests import child
from tests.attacks.failing import KIOSK_PLACES, LAPTOP_PLACES, TYPED

PLACES = {"laptop": LAPTOP_PLACES, "kiosk": KIOSK_PLACES}


def played(profile: str, folder, *more: str) -> tuple[dict, str]:
    """What became of a program that failed in every place, and what it wrote for people."""
    cache = {"XDG_CACHE_HOME": str(folder / "cache"), "LOCALAPPDATA": str(folder / "cache")}
    done = child.run("-m", "tests.attacks.failing", profile, folder, *more, **cache)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout[done.stdout.index("{") :]), done.stderr  # a kiosk also beats there


@pytest.fixture(scope="module", params=PLACES)
def profile(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def run(profile, tmp_path_factory):
    folder = tmp_path_factory.mktemp(profile)
    return (*played(profile, folder), folder)


def test_there_are_at_least_twelve_kinds_of_place(profile):
    assert len({place.name for place in PLACES[profile]}) >= 12


def test_every_failure_is_survived_and_nothing_is_shown_that_does_not_belong_together(run, profile):
    found = run[0]["places"]
    assert [place.name for place in PLACES[profile] if not found[place.name]["met"]] == []
    assert [name for name, each in found.items() if not (each["whole"] and each["goes on"])] == []


def test_every_failure_is_noted_with_its_place_and_nothing_of_what_was_typed(run, profile):
    found, told, _ = run
    notes = found["notes"] if profile == "laptop" else [line for line in told.splitlines() if "visit was ended" in line]
    assert len(notes) >= 12
    assert all("failing:" in each or "failing.py:" in each for each in notes)
    assert all("Planted" in each for each in notes)
    assert TYPED not in told + str(found)
    assert "Traceback" not in told


def test_nothing_that_failed_keeps_the_window_from_being_painted(run):
    """A painter that is held by a traceback does, and Qt says so."""
    assert run[0]["qt"] == []


def test_the_reader_is_told_once_and_nothing_is_lost(run, profile):
    found, _, folder = run
    if profile == "kiosk":
        assert found["told"] == [], "strangers can mend nothing"
        return
    assert [each.partition(".")[0] for each in found["told"]] == ["Something in the program went wrong"]
    assert "faults.log" in found["told"][0]
    kept = json.loads((folder / "settings" / "settings.json").read_text())
    assert (kept["topic"], kept["colours"]) == ("stoma", "dark")
    assert len(found["notes"]) <= MOST_NOTED, "two thousand times the same is noted once"


def test_a_program_that_leaves_it_to_python_is_noticed(tmp_path):
    found, told = played("laptop", tmp_path, "bare")
    assert "Traceback" in told
    assert TYPED in told
    assert found["notes"] == found["told"] == []
    assert not all(each["whole"] for each in found["places"].values()), "another topic's side effects"


# At the start, and in a command

_START = """
import sys
from desktop import app, main
def build(*_, **__):
    raise {error}
app.build = build
sys.exit(main.main([]))
"""


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        ("KeyError('Jane')", 70, "The program has made a mistake and cannot go on."),
        ("MemoryError", 70, "The program has made a mistake and cannot go on."),
        ("OSError(28, 'No space left on device')", 74, "The system refused what the program asked for: No space left"),
        ("KeyboardInterrupt", 130, ""),
    ],
)
def test_what_fails_at_the_start_ends_in_a_sentence(error, code, told, tmp_path):
    cache = {"XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    done = child.run("-c", _START.format(error=error), **cache)
    assert done.returncode == code
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert "Jane" not in done.stderr
    if code == 70:
        assert "in build" not in done.stderr
        assert (tmp_path / "net-surgery-guide" / "faults.log").read_text().startswith(error.partition("(")[0])
