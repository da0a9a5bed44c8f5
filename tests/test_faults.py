"""The note of what failed: bounded, without what somebody typed, and never a failure of its own."""

from __future__ import annotations

import sys

import pytest

from desktop import faults
from desktop.faults import MOST_BYTES, MOST_NOTED, Faults


def failed(depth: int = 0, text: str = "secret") -> BaseException:
    """A failure that went through so many calls."""

    def fail(left: int) -> None:
        if left:
            fail(left - 1)
        raise ValueError(text)

    try:
        fail(depth)
    except ValueError as error:
        return error
    raise AssertionError


def take(into: Faults, error: BaseException) -> None:
    into.take(type(error), error, error.__traceback__)


def test_a_failure_is_noted_once_however_often_it_comes(tmp_path, capsys):
    told = []
    noted = Faults(tmp_path / "new" / "faults.log", lambda: told.append(True))
    for _ in range(10_000):
        take(noted, failed())
    lines = (tmp_path / "new" / "faults.log").read_text().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("ValueError: tests/test_faults.py:")
    assert lines[0].endswith(" fail")
    assert "secret" not in lines[0]
    assert len(told) == 10_000
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_of_different_failures_only_so_many_are_noted(tmp_path, capsys):
    noted = Faults(tmp_path / "faults.log")
    for depth in range(11):
        for number in range(20):
            take(noted, type(f"Kind{number}", (ValueError,), {})().with_traceback(failed(depth).__traceback__))
    assert len((tmp_path / "faults.log").read_text().splitlines()) == MOST_NOTED
    assert len(capsys.readouterr().err.splitlines()) == MOST_NOTED


def test_the_log_never_grows_over_its_size(tmp_path):
    log = tmp_path / "faults.log"
    for number in range(3000):
        take(Faults(log), type(f"K{number}", (ValueError,), {})().with_traceback(failed(20).__traceback__))
    sizes = {each.name: each.stat().st_size for each in tmp_path.iterdir()}
    assert set(sizes) == {"faults.log", "faults.old.log"}
    assert all(size < MOST_BYTES + 2000 for size in sizes.values())


def test_what_cannot_be_written_or_told_is_no_failure_of_its_own(tmp_path, monkeypatch):
    def cannot() -> None:
        raise RuntimeError

    (tmp_path / "folder").write_text("a file")
    monkeypatch.setattr(sys, "stderr", None)
    take(Faults(tmp_path / "folder" / "faults.log", cannot), failed())


def test_what_the_failed_calls_held_is_let_go():
    class Held:
        pass

    gone = []
    Held.__del__ = lambda _: gone.append(True)

    def fail() -> None:
        held = Held()
        raise ValueError(type(held))

    try:
        fail()
    except ValueError as error:
        sys.last_traceback = error.__traceback__  # as Python does for a failure that nobody catches
        trace = error.__traceback__
    faults.let_go(trace)
    assert gone == [True]
    assert not hasattr(sys, "last_traceback")


def test_it_stands_in_the_place_of_tracebacks_and_ctrl_c_is_no_failure(monkeypatch, capsys):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    ended = []
    noted = Faults(None)
    noted.interrupted = lambda: ended.append(True)
    noted.install()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert (ended, capsys.readouterr().err) == ([True], "")
    sys.excepthook(ValueError, ValueError("secret"), None)
    assert capsys.readouterr().err == "net-surgery-guide: ValueError: \n"


@pytest.mark.parametrize("depth", [0, 50])
def test_a_long_way_is_told_by_its_end(depth):
    found = faults.places(failed(depth).__traceback__)
    assert len(found) <= 12
    assert found[-1].endswith(" fail")
