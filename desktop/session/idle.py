"""How long a screen waits for its visitor, counted by a clock that is given and never goes back.

A slow reader needs time without touching anything: 1.5 times what the words on the screen take at 100 words a minute,
within the bounds of the clinic's policy (acceptance B14). The warning stands 30 seconds before the end and is always
seen that long (B13; WCAG 2.2.1 asks for 20). Reading aloud stops the clock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

WARNING = 30.0
"""Seconds of warning."""
_SECONDS_A_WORD = 1.5 * 60 / 100
_ASLEEP = 60.0
"""Seconds between two looks at the clock after which the machine was asleep, and whoever stands there is another."""

_MOST_ALOUD = 600.0
"""Seconds without a touch after which a voice counts for nothing: it may be reading to an empty chair."""

HERE, WARNED, GONE = "here", "warned", "gone"
"""What the clock says of the visitor."""


class IdleClock:
    """Says whether the visitor is still here. ``now`` gives seconds; ``look`` is to be called about once a second."""

    def __init__(self, now: Callable[[], float], shortest: float = 120, longest: float = 300) -> None:
        self._now = now
        self._shortest = shortest
        self._longest = longest
        self._length = shortest
        self._since = self._looked = self._touched = now()
        self._warned: float | None = None
        self._aloud = False

    def touched(self) -> None:
        """The visitor has touched or pressed something: the time begins anew, as often as it likes."""
        self._since = self._touched = self._now()
        self._warned = None

    def show(self, words: int) -> None:
        """So many words are on the screen now."""
        self._length = max(self._shortest, min(self._longest, words * _SECONDS_A_WORD))

    def set_reading_aloud(self, *, on: bool) -> None:
        """Whether a voice reads to the visitor: the clock stands still, and begins anew afterwards.

        Ten minutes after the last touch it goes on all the same.
        """
        if on != self._aloud and self._warned is None:
            self._since = self._now()
        self._aloud = on

    @property
    def length(self) -> float:
        """Seconds without a touch after which the visit ends."""
        return self._length

    def seconds_left(self) -> float:
        """Seconds until the visit ends, at least; 0 when it has ended."""
        end = self._since + self._length
        if self._warned is not None:
            end = max(end, self._warned + WARNING)
        return max(0.0, end - self._now())

    def look(self) -> str:
        """Here, warned or gone."""
        now = self._now()
        asleep, self._looked = now - self._looked > _ASLEEP, now
        if asleep:
            return GONE
        if self._aloud and now - self._touched < _MOST_ALOUD:
            self._since = now
            return HERE
        if now - self._since < self._length - WARNING:
            return HERE
        if self._warned is None:
            self._warned = now
        return WARNED if self.seconds_left() > 0 else GONE
