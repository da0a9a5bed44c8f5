"""The quick form of the monkey; `make fuzz` is the long one."""

from __future__ import annotations

import pytest

from tests import child


def played(*arguments: str) -> tuple[int, str]:
    done = child.run("-X", "faulthandler", "-m", "tests.attacks.monkey", *arguments)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("profile", ["laptop", "kiosk"])
def test_a_monkey_finds_nothing_that_fails_or_does_not_belong_together(profile):
    code, told = played("400", "1", "2", "3", "--profile", profile)
    assert code == 0, told
    assert told.count(": 400 events") == 3


def test_the_monkey_notices_side_effects_of_another_topic():
    code, told = played("2000", "1", "--twin")
    assert code == 1
    assert "the side effects are those of" in told
