"""The PIN for staff: only its hash is kept, and guessing takes ever longer."""

from __future__ import annotations

import pytest

from desktop.session import pin
from desktop.session.pin import PinLock

HASH = pin.hashed("602214")


def test_a_pin_is_known_again_from_the_line_in_the_file():
    kept = pin.read(str(HASH))
    assert kept == HASH
    assert kept.matches("602214")
    assert not kept.matches("602215")
    assert "602214" not in str(HASH)


def test_the_same_pin_never_makes_the_same_line():
    assert str(pin.hashed("602214")) != str(HASH)


@pytest.mark.parametrize(
    "line",
    ["", "602214", "scrypt", "scrypt:15:x:y", "md5" + str(HASH)[6:], str(HASH)[:-4], str(HASH).replace(":15:", ":30:"),
     str(HASH).replace(":15:", ":-1:"), str(HASH) + ":", "scrypt:15::"],
)  # fmt: skip
def test_a_line_that_is_no_hash_is_refused(line):
    assert pin.read(line) is None


@pytest.mark.parametrize("weak", ["", "12345", "1234567890123", "12345a", "111111", "123456", "987654", "١٢٣٤٥٧"])
def test_weak_pins_are_told(weak):
    assert pin.weakness(weak)


@pytest.mark.parametrize("good", ["602214", "112233", "135790135790"])
def test_good_pins_are_taken(good):
    assert pin.weakness(good) == ""


class Cheap:
    """A PIN whose hash costs nothing."""

    def matches(self, typed: str) -> bool:
        return typed == "602214"


def test_five_wrong_tries_lock_for_a_minute_then_two_then_four():
    now = [0.0]
    lock = PinLock(Cheap(), lambda: now[0])
    for minutes in (1, 2, 4, 8):
        for _ in range(5):
            assert lock.seconds_locked() == 0
            assert not lock.opens("000001")
        assert lock.seconds_locked() == 60 * minutes
        assert not lock.opens("602214"), "the right PIN opens nothing while locked"
        now[0] += 60 * minutes - 1
        assert lock.seconds_locked() == 1
        now[0] += 1
    assert lock.opens("602214")
    assert not lock.opens("000001")
    assert lock.seconds_locked() == 0, "after the right PIN the count begins anew"


def test_guessing_for_years_overflows_nothing():
    now = [0.0]
    lock = PinLock(Cheap(), lambda: now[0])
    for _ in range(5000):
        lock.opens("000001")
        now[0] += lock.seconds_locked()
    assert lock.seconds_locked() == 0
