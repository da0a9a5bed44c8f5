"""Killed or refused at any call of the system, a file is the old one or the new one, and the program knows which."""

from __future__ import annotations

import json

import pytest

from tests import child
from tests.attacks import writing
from tests.kept.test_files import FILES

pytestmark = pytest.mark.skipif(not writing.works(), reason="strace is not there or may not watch")


@pytest.fixture(scope="module")
def found(tmp_path_factory) -> dict:
    done = child.run("-m", "tests.attacks.writing", tmp_path_factory.mktemp("writing"))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("kind", [each.name for each in FILES])
def test_at_every_call_of_the_system_the_old_file_or_the_new_one_survives(kind, found):
    attacks, wrong = found["found"][kind]
    assert wrong == []
    assert attacks >= 40


def test_a_disk_that_takes_nothing_is_told(found):
    """Qt alone would not say so."""
    assert found["a disk that takes nothing"] == "told"


def test_a_file_that_is_plainly_written_is_noticed(found):
    assert any("and lost" in each for each in found["found"]["twin"][1])
