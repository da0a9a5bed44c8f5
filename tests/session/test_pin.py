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


class Kept:
    """Keeps the number of wrong tries, or cannot."""

    def __init__(self, wrong: int = 0, *, writable: bool = True) -> None:
        self.wrong = wrong
        self._writable = writable

    def read(self) -> int:
        return self.wrong

    def write(self, wrong: int) -> bool:
        self.wrong = wrong if self._writable else self.wrong
        return self._writable


def test_five_wrong_tries_lock_for_a_minute_then_two_then_four():
    now = [0.0]
    lock = PinLock(Cheap(), lambda: now[0], Kept())
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
    lock = PinLock(Cheap(), lambda: now[0], Kept())
    for _ in range(5000):
        lock.opens("000001")
        now[0] += lock.seconds_locked()
    assert lock.seconds_locked() == 0


# Starting the program again


def test_wrong_tries_outlive_the_program():
    kept = Kept()
    for number in range(1, 5):
        lock = PinLock(Cheap(), lambda: 0.0, kept)
        assert lock.seconds_locked() == 0
        assert not lock.opens("000001")
        assert kept.wrong == number
    assert not lock.opens("000001")
    assert PinLock(Cheap(), lambda: 0.0, kept).seconds_locked() == 60, "the lock begins anew"
    kept.wrong = 15
    assert PinLock(Cheap(), lambda: 0.0, kept).seconds_locked() == 240
    kept.wrong = 7
    lock = PinLock(Cheap(), lambda: 0.0, kept)
    assert lock.seconds_locked() == 0
    assert lock.opens("602214")
    assert kept.wrong == 0


def test_a_try_is_written_down_before_it_is_looked_at():
    kept = Kept()

    class PlugPulled(Cheap):
        def matches(self, typed: str) -> bool:
            raise KeyboardInterrupt(typed)

    with pytest.raises(KeyboardInterrupt):
        PinLock(PlugPulled(), lambda: 0.0, kept).opens("000001")
    assert kept.wrong == 1


def test_where_nothing_can_be_kept_every_start_begins_locked_and_staff_still_get_in():
    now = [0.0]
    lock = PinLock(Cheap(), lambda: now[0], Kept(writable=False))
    assert lock.seconds_locked() == 60
    now[0] += 60
    assert not lock.opens("000001")
    assert lock.opens("602214")
    assert PinLock(Cheap(), lambda: 0.0, Kept(15, writable=False)).seconds_locked() == 240
