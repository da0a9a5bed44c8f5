"""The PIN with which staff leave the kiosk: how it is kept, and how long guessing takes.

Only a scrypt hash is ever kept (RFC 7914; cost 2**15, about a tenth of a second and 32 MiB a try). After five wrong
tries the pad is locked for a minute, after five more for two, and so on: 10**6 PINs would take longer than a kiosk
lives.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

LEAST_DIGITS = 6
MOST_DIGITS = 12
TRIES = 5
FIRST_LOCK = 60.0
"""Seconds for which the pad is locked after the first five wrong tries; twice as long after each five more."""
_MOST_LOCK = 24 * 3600.0
_COST = 15
_COSTS = range(14, 18)
"""Accepted costs, as powers of two: a policy file must not make the kiosk use up its memory."""
_BLOCK, _LANES, _LENGTH, _SALT = 8, 1, 32, 16
_NAME = "scrypt"


class PinHash(NamedTuple):
    """What is kept of a PIN."""

    cost: int
    salt: bytes
    digest: bytes

    def matches(self, pin: str) -> bool:
        """Whether this is the PIN."""
        return hmac.compare_digest(_digest(pin, self.cost, self.salt), self.digest)

    def __str__(self) -> str:
        """The line of the policy file."""
        salt, digest = (base64.b64encode(each).decode() for each in (self.salt, self.digest))
        return f"{_NAME}:{self.cost}:{salt}:{digest}"


def weakness(pin: str) -> str:
    """Why this PIN cannot be used, as a sentence; empty if it can."""
    if not (pin.isascii() and pin.isdigit()):
        return "A PIN is made of digits only."
    if not LEAST_DIGITS <= len(pin) <= MOST_DIGITS:
        return f"A PIN has {LEAST_DIGITS} to {MOST_DIGITS} digits."
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    if steps in ({0}, {1}, {-1}):
        return "This PIN would be guessed first. Choose digits that do not simply repeat or count."
    return ""


def can_hash() -> bool:
    """Whether a PIN can be hashed here at all: Python asks the library of OpenSSL for it, which may be missing."""
    return hasattr(hashlib, "scrypt")


def hashed(pin: str) -> PinHash:
    """What is to be kept of a PIN."""
    salt = os.urandom(_SALT)
    return PinHash(_COST, salt, _digest(pin, _COST, salt))


def read(text: str) -> PinHash | None:
    """The hash in a line of the policy file; None if it is none."""
    parts = text.split(":")
    if len(parts) != len(PinHash._fields) + 1 or parts[0] != _NAME or not parts[1].isdecimal():
        return None
    try:
        salt, digest = (base64.b64decode(part, validate=True) for part in parts[2:])
    except ValueError:
        return None
    cost = int(parts[1][:3])
    return PinHash(cost, salt, digest) if cost in _COSTS and len(salt) == _SALT and len(digest) == _LENGTH else None


def _digest(pin: str, cost: int, salt: bytes) -> bytes:
    memory = 2 * 128 * _BLOCK * (1 << cost)
    return hashlib.scrypt(
        pin.encode(), salt=salt, n=1 << cost, r=_BLOCK, p=_LANES, dklen=_LENGTH, maxmem=memory
    )  # the default memory limit refuses a cost of 2**15


class Tries(Protocol):
    """Where the number of wrong tries is kept while the program does not run."""

    def read(self) -> int:
        """How many there were."""

    def write(self, wrong: int) -> bool:
        """Keep this number; whether that could be done."""


class PinLock:
    """Counts wrong tries and says when the next one is allowed. ``now`` gives seconds that never go back.

    The count outlives the program: a try is written down before it is looked at, and no clock is asked what happened in
    between. So a start, whoever caused it, begins the lock of a full round anew; and where nothing can be kept, every
    start begins with the first lock, as if five wrong tries had gone before. Pulling the plug gains nothing.
    """

    def __init__(self, pin: PinHash, now: Callable[[], float], tries: Tries) -> None:
        self._pin = pin
        self._now = now
        self._tries = tries
        self._wrong = max(0, tries.read())
        self._until = 0.0
        if not tries.write(self._wrong):
            self._wrong = max(self._wrong, TRIES)
        self._lock_after_a_round()

    def seconds_locked(self) -> float:
        """How long no try is accepted; 0 if one is accepted now."""
        return max(0.0, self._until - self._now())

    def opens(self, pin: str) -> bool:
        """Whether this is the PIN. While locked nothing is, and nothing is counted."""
        if self.seconds_locked() > 0:
            return False
        self._wrong += 1
        self._tries.write(self._wrong)
        if self._pin.matches(pin):
            self._wrong = 0
            self._tries.write(0)
            return True
        self._lock_after_a_round()
        return False

    def _lock_after_a_round(self) -> None:
        rounds, rest = divmod(self._wrong, TRIES)
        if rounds and rest == 0:
            self._until = self._now() + min(_MOST_LOCK, FIRST_LOCK * 2 ** min(rounds - 1, 16))
