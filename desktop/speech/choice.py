"""Which speech engine and which of its voices is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ENGINES = ("winrt", "darwin", "macos", "speechd", "sapi", "flite")
"""The engines of QtTextToSpeech, best first. winrt knows more voices than sapi. Never "mock": it only pretends."""
_LOCALES = {"en": ("en_CA", "en_US", "en_GB"), "fr": ("fr_CA", "fr_FR")}
"""The accents readers are used to, best first. Any other of the language comes after them."""
_PLAIN = ("English (America)", "English (Great Britain)", "French (France)")
"""espeak-ng's ordinary accents. Its first voice of en_US is the Caribbean one."""
_VARIANT = "+"
"""espeak-ng lists each voice a hundred times over with another timbre: “French (France)+Adam”."""


def engines(available: Iterable[str]) -> list[str]:
    """The engines to try, best first."""
    there = set(available)
    return [name for name in _ENGINES if name in there]


def locales(available: Iterable[str], language: str) -> list[str]:
    """The locales of a language (``fr``) among those an engine has (``fr_FR``), best first."""
    known = _LOCALES.get(language, ())
    there = [name for name in dict.fromkeys(available) if name.partition("_")[0] == language]
    return sorted(there, key=lambda name: known.index(name) if name in known else len(known))


def voices(names: Iterable[str]) -> list[str]:
    """The names of different voices, the one to use first in front."""
    there = [name for name in dict.fromkeys(names) if _VARIANT not in name]
    return sorted(there, key=lambda name: name not in _PLAIN)


def chosen(names: Sequence[str], wanted: str) -> str:
    """The voice the reader wants if it is there, else the first."""
    return wanted if wanted in names else names[0]
