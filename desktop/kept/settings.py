"""What the program remembers between two starts: a small file of our own.

Written through QSaveFile with the length checked, so that a kill or a full disk leaves the old file or
the new one. Never QSettings: on this Qt it runs pickles found in its file and waits half a minute for a
lock of another machine (docs/decisions/0004).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.kept.files import SmallFile

if TYPE_CHECKING:
    from pathlib import Path

_FILE = "settings.json"
_MOST_BYTES = 64 * 1024


class Settings(NamedTuple):
    """Everything that is remembered. The defaults are what a first start uses.

    ``clinic_name`` and ``clinic_phone`` stand on handouts; they are written into the file by hand.
    """

    pane_widths: tuple[int, ...] = ()
    window_size: tuple[int, ...] = ()
    maximized: bool = False
    topic: str = ""
    language: str = ""
    text_size: float = 1.0
    colours: str = "system"
    clinic_name: str = ""
    clinic_phone: str = ""
    voice_en: str = ""
    voice_fr: str = ""


class SettingsFile:
    """Reads and writes the settings of one user. Nothing that goes wrong here stops the program."""

    def __init__(self, folder: Path) -> None:
        self._file = SmallFile(folder / _FILE, _MOST_BYTES)
        self._unknown: dict[str, object] = {}

    @property
    def problem(self) -> str:
        """What went wrong with reading or writing, in a sentence for the reader; empty if nothing did."""
        return self._file.problem

    def read(self) -> Settings:
        """The settings of the last start, or the defaults. A broken file is kept aside, never lost."""
        return self._accepted(self._file.read())

    def write(self, settings: Settings) -> bool:
        """Remember these settings. False, with ``problem`` set, if they could not be written.

        Unknown keys that would keep the file from being read again are left out.
        """
        return self._file.write({**self._unknown, **settings._asdict()}, settings._asdict())

    def _accepted(self, found: dict[str, object]) -> Settings:
        """The fields that make sense; the rest keep their defaults. Keys of a newer version are kept."""
        defaults = Settings()
        values: dict[str, Any] = {}
        for key, default in defaults._asdict().items():
            given = found.get(key)
            if isinstance(default, tuple) and isinstance(given, list):
                if len(given) <= 8 and all(type(each) is int and 0 <= each <= 100_000 for each in given):  # noqa: PLR2004
                    values[key] = tuple(given)
            elif type(given) is type(default) and len(str(given)) <= 200:  # noqa: PLR2004
                values[key] = given
        self._unknown = {key: value for key, value in found.items() if key not in defaults._fields}
        return defaults._replace(**values)
