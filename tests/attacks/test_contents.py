"""The quick forms of the bombs and the mutations; `make fuzz` is the long one, and measures the time."""

from __future__ import annotations

import json
import sys

import pytest

from tests import child
from tests.attacks import bombs

_LIMITED = """
import runpy, sys
if sys.platform == "linux":
    import resource
    resource.setrlimit(resource.RLIMIT_STACK, (1 << 20, 1 << 20))
    resource.setrlimit(resource.RLIMIT_AS, (600 << 20, 600 << 20))
sys.argv = ["bombs", "--work"]
runpy.run_module("tests.attacks.bombs", run_name="__main__")
"""


@pytest.fixture(scope="module")
def work() -> dict[str, tuple[int, int]]:
    """For each bomb how many problems were told, and how many calls that took, with little stack and memory."""
    done = child.run("-c", _LIMITED)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_there_are_more_than_twelve_bombs_none_larger_than_64_kilobytes():
    assert min(len(bombs.of_yaml()), len(bombs.of_ours())) >= 12
    assert max(len(data) for data in (bombs.of_yaml() | bombs.of_ours()).values()) <= 66_000


@pytest.mark.parametrize("name", bombs.of_yaml())
def test_a_bomb_of_yaml_is_refused_without_going_off(name, work):
    problems, calls = work[name]
    assert 0 < problems <= 501
    assert calls <= bombs.MOST_CALLS


@pytest.mark.parametrize("name", bombs.of_ours())
def test_what_is_wrong_thousands_of_times_costs_no_more_than_what_is_told(name, work):
    problems, calls = work[name]
    assert problems <= 501
    assert calls <= bombs.MOST_CALLS


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit to set")
def test_a_loader_that_dies_of_a_bomb_would_be_noticed():
    deep = _LIMITED.replace('sys.argv = ["bombs", "--work"]', "import yaml")
    code = deep.replace(
        'runpy.run_module("tests.attacks.bombs", run_name="__main__")',
        "yaml.compose('[' * 60_000, Loader=yaml.CSafeLoader)",
    )
    assert child.run("-c", code).returncode < 0


def mutated(*arguments: str) -> tuple[int, dict]:
    done = child.run("-m", "tests.attacks.mutations", *arguments)
    assert done.stdout, f"ended with {done.returncode}: {done.stderr}"
    return done.returncode, json.loads(done.stdout)


def test_damaged_content_ends_in_our_own_error_or_in_pages():
    code, found = mutated("300", "1")
    assert (code, found["wrong"]) == (0, [])
    assert 5 < found["opened"] < 200, "some can be opened, most cannot"


def test_a_loader_that_trusts_its_input_is_noticed():
    assert mutated("150", "3", "--twin")[0] == 1
