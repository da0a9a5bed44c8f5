"""What the program remembers between two starts: a small file of our own.

Written through QSaveFile with the length checked, so that a kill or a full disk leaves the old file or
the new one. Never QSettings: on this Qt it runs pickles found in its file and waits half a minute for a
lock of another machine (docs/decisions/0004).
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.files import write_whole

if TYPE_CHECKING:
    from pathlib import Path

_FILE = "settings.json"
_MOST_BYTES = 64 * 1024
_KEPT_BROKEN = 3


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
        self._folder = folder
        self._path = folder / _FILE
        self._unknown: dict[str, object] = {}
        self.problem = ""
        """What went wrong with reading or writing, in a sentence for the reader; empty if nothing did."""

    def read(self) -> Settings:
        """The settings of the last start, or the defaults. A broken file is kept aside, never lost."""
        try:
            with self._path.open("rb") as file:
                data = file.read(_MOST_BYTES + 1)
        except FileNotFoundError:
            return Settings()
        except OSError as error:
            self.problem = f"{self._path}: {error.strerror or error}"
            return Settings()
        try:
            found = json.loads(data) if len(data) <= _MOST_BYTES else None
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            self._keep_broken()
            return Settings()
        return self._accepted(found)

    def write(self, settings: Settings) -> bool:
        """Remember these settings. False, with ``problem`` set, if they could not be written."""
        data = self._as_json(settings)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(self._path, data)
        except OSError as error:
            self.problem = f"{self._path}: {error.strerror or error}"
            return False
        self.problem = ""
        return True

    def _as_json(self, settings: Settings) -> bytes:
        """The file's bytes. Unknown keys that would keep it from being read again are left out."""
        with suppress(RecursionError):
            data = json.dumps({**self._unknown, **settings._asdict()}, indent=1).encode()
            if len(data) <= _MOST_BYTES:
                return data
        return json.dumps(settings._asdict(), indent=1).encode()

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

    def _keep_broken(self) -> None:
        for number in range(1, _KEPT_BROKEN + 1):
            aside = self._path.with_suffix(f".corrupt-{number}")
            if not aside.exists() or number == _KEPT_BROKEN:
                try:
                    self._path.replace(aside)
                except OSError as error:
                    self.problem = f"{self._path}: {error.strerror or error}"
                return
