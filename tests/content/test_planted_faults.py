"""Faults planted into the real guide: all told in one run, each at its line, none lost behind another."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from desktop.content import yaml_file
from desktop.main import main
from tests import child
from tests.content.faults import FAULTS, planted
from tests.guides import RESOURCES


def test_at_least_30_kinds_of_fault_are_planted():
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 30


@pytest.fixture(scope="module")
def told_in_one_run():
    text, told_at = planted(*FAULTS)
    found = yaml_file.check(text.encode(), "content.yaml", RESOURCES)
    return told_at, [(each.place.line, each.message) for each in found]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_of_all_faults_at_once_each_is_told_at_its_line(fault, told_in_one_run):
    told_at, found = told_in_one_run
    here = [message for line, message in found if line == told_at[fault.name]]
    assert any(message.startswith(fault.told) for message in here), here


_ALONE = """
import contextlib, gc, io, json, pathlib, sys
from desktop.main import main
from tests.content.faults import FAULTS, planted
gc.disable()  # saves a sixth of the time
file, part = pathlib.Path(sys.argv[1]), int(sys.argv[2])
found = {}
for fault in FAULTS[part::2]:
    file.write_text(planted(fault)[0], "utf-8")
    with contextlib.redirect_stdout(io.StringIO()) as told:
        code = main(["check", str(file)])
    found[fault.name] = (code, told.getvalue().splitlines())
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def checked_alone(tmp_path_factory):
    """The exit code and the output of `check` for each fault; in two processes, because a check takes half a second."""
    files = [str(tmp_path_factory.mktemp("alone") / "content.yaml") for _ in range(2)]
    with ThreadPoolExecutor(2) as pool:
        runs = list(pool.map(lambda part: child.run("-c", _ALONE, files[part], str(part), PYTHONUTF8="1"), range(2)))
    assert [run.stderr for run in runs] == ["", ""]
    return {name: told for run in runs for name, told in json.loads(run.stdout).items()}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_each_fault_alone_is_told_at_its_line_and_makes_check_fail(fault, checked_alone):
    code, told = checked_alone[fault.name]
    assert code == 1
    line = planted(fault)[1][fault.name]
    assert any(f"content.yaml:{line}:" in each and f" error: {fault.told}" in each for each in told), told


def test_the_guide_without_a_planted_fault_is_clean(tmp_path, capsys):
    """So that the tests above cannot pass because of some other fault."""
    file = tmp_path / "content.yaml"
    file.write_text(planted()[0], "utf-8")
    assert main(["check", "--strict", str(file)]) == 0
    assert capsys.readouterr() == ("", "")
