"""How a text is put to a voice where it would stumble; everything else is said as it is written."""

from __future__ import annotations

import re

_DEGREES = {"en": " degrees Celsius", "fr": " degrés Celsius"}
_TO = {"en": " to ", "fr": " à "}
_EMERGENCY_NUMBER = re.compile(r"(?<![\d.,-])([89])11(?![\d-]|[.,]\d)")
_ADDRESS = re.compile(r"https?://(?:www\.)?([^/\s)]+)\S*?(?=[)\s]|[.,;]?$|[.,;]\s)")
_RANGE = re.compile(r"(?<=\d)\s*–\s*(?=\d)")
_SPACES = re.compile(r"[ \u00a0\u202f]+")


def aloud(text: str, language: str) -> str:
    """The text for a voice of this language.

    911 and 811 are said digit by digit, as everyone calls them; of an address on the web only the name of the
    site is said; degrees and ranges are said in words, and a dot in the middle of a line is a pause.
    """
    told = text.replace("\u2028", ": ").replace("\n", ". ").replace(" · ", ", ")
    told = _ADDRESS.sub(r"\1", told)
    told = _EMERGENCY_NUMBER.sub(r"\1 1 1", told)
    told = re.sub(r"[ \u00a0\u202f]?°C\b", _DEGREES.get(language, "°C"), told)
    told = _RANGE.sub(_TO.get(language, "–"), told)
    return _SPACES.sub(" ", told)
