"""The clinic's policy file: TOML -> Policy, every problem told with file:line:column.

TOML gives values without their places, so the line of a key is looked for in the text.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop import paths
from desktop.content.library import FILES
from desktop.content.problems import Place, Report, did_you_mean
from desktop.errors import UnreadableError
from desktop.policy import KIOSK, MOST_VOLUME, PROFILES, Policy, safest
from desktop.session import pin

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_BYTES = 64 * 1024
_MOST_TEXT = 200
_HEADER = re.compile(r"\s*\[\s*([\w.\-]+)\s*\]")
_KEY = re.compile(r"(\s*)([\w.\-]+|\"[^\"]*\")\s*=")
_AT = re.compile(r"(.*?) \(at (?:line (\d+), column (\d+)|end of document)\)")


def of_machine(given: Path | None = None) -> Policy:
    """The policy of this machine, or that of the file given on the command line. Never fails.

    No file in the system's place means no policy; a given file that is missing is a policy that cannot be used.
    """
    path = given or paths.policy()
    try:
        return read(path.read_bytes(), str(path))
    except OSError as error:
        if given is None and isinstance(error, (FileNotFoundError, NotADirectoryError)):
            return Policy()
        report = Report(str(path))
        report.error(Place(1, 0), f"the file cannot be read: {error.strerror or error}")
        return safest(Policy(), report.problems())


def check(path: Path) -> Policy:
    """The policy in a file. Raises UnreadableError if there is no such file or it cannot be read."""
    try:
        return read(path.read_bytes(), str(path))
    except OSError as error:
        message = f"{path}: {error.strerror or error}"
        raise UnreadableError(message) from error


def read(data: bytes, file: str) -> Policy:
    """The policy in these bytes; the safest kiosk, with its problems, if they cannot be used."""
    report = Report(file)
    text = _text(data, report)
    tables = _tables(text, report)
    found = _Reader(text, report).policy(tables)
    problems = report.problems()
    return safest(found, problems) if report.has_errors() else found._replace(problems=problems)


def _text(data: bytes, report: Report) -> str:
    if len(data) > _MOST_BYTES:
        report.error(Place(1, 0), f"the file has more than {_MOST_BYTES} bytes; a policy file is a page long")
        return ""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        report.error(Place(line, 0), "the file is not UTF-8 here; save it as UTF-8")
        return ""


def _tables(text: str, report: Report) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except RecursionError:
        report.error(Place(1, 0), "the file is nested too deeply")
    except tomllib.TOMLDecodeError as error:
        found = _AT.match(str(error))
        what, line, column = found.groups() if found else (str(error), None, None)
        place = Place(int(line), int(column)) if line and column else Place(max(1, len(text.splitlines())), 0)
        hint = "; write a Windows folder between single quotes: 'C:\\guide'" if "scape" in what else ""
        report.error(place, f"this is not TOML: {what[:1].lower()}{what[1:]}{hint}")
    return {}


# What each key may hold. A checker gives the value to use, or raises ValueError with what to do.


def _flag(value: object) -> object:
    if not isinstance(value, bool):
        raise ValueError("write true or false, without quotes")  # noqa: TRY004 - one kind of error for all checkers
    return value


def _words(value: object) -> object:
    if not isinstance(value, str) or "\n" in value or not value.isprintable() or len(value) > _MOST_TEXT:
        message = f"write one line of at most {_MOST_TEXT} letters between quotes"
        raise ValueError(message)
    return value.strip()


def _whole(least: int, most: int, unit: str) -> Callable[[object], object]:
    def checked(value: object) -> object:
        if type(value) is not int or not least <= value <= most:
            message = f"write a whole number of {unit} from {least} to {most}"
            raise ValueError(message)
        return value

    return checked


def _diagonal(value: object) -> object:
    least, most = 7, 100
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not least <= value <= most:
        message = f"write the diagonal in inches, from {least} to {most}, such as 21.5"
        raise ValueError(message)
    return float(value)


def _profile(value: object) -> object:
    if value not in PROFILES:
        known = " or ".join(f'"{each}"' for each in PROFILES)
        message = f"write {known}{did_you_mean(str(value), PROFILES)}"
        raise ValueError(message)
    return value


def _languages(value: object) -> object:
    known = ", ".join(f'"{each}"' for each in FILES)
    if not isinstance(value, list) or not value or any(each not in tuple(FILES) for each in value):
        message = f"write a list of languages, the first one first, such as [{known}]"
        raise ValueError(message)
    if len(set(value)) < len(value):
        raise ValueError("a language is named twice")
    return tuple(value)


def _folder(value: object) -> object:
    if not isinstance(value, str) or not Path(value).is_absolute():
        raise ValueError("write the whole path of a folder between single quotes")
    folder = Path(value)
    if not any((folder / name).is_file() for name in FILES.values()):
        message = f"there is no {next(iter(FILES.values()))} in {folder}"
        raise ValueError(message)
    return folder


def _place_to_write(value: object) -> object:
    if not isinstance(value, str) or not Path(value).is_absolute():
        raise ValueError("write the whole path of a folder between single quotes")
    if not Path(value).is_dir():
        message = f"there is no folder {value}"
        raise ValueError(message)
    return Path(value)


def _pin(value: object) -> object:
    found = pin.read(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError("this is not the hash of a PIN; 'net-surgery-guide policy pin' prints the line to paste")
    return found


class _Key(NamedTuple):
    """A key of the file: which field of the policy it fills, and what it may hold."""

    field: str
    checked: Callable[[object], object]


_KEYS = {
    ("", "profile"): _Key("profile", _profile),
    ("", "languages"): _Key("languages", _languages),
    ("content", "folder"): _Key("content", _folder),
    ("content", "show_unreviewed"): _Key("show_unreviewed", _flag),
    ("clinic", "name"): _Key("clinic_name", _words),
    ("clinic", "telephone"): _Key("clinic_telephone", _words),
    ("idle", "shortest"): _Key("shortest_idle", _whole(60, 1800, "seconds")),
    ("idle", "longest"): _Key("longest_idle", _whole(60, 1800, "seconds")),
    ("idle", "dim_after"): _Key("dim_after", _whole(60, 7200, "seconds")),
    ("display", "diagonal"): _Key("diagonal", _diagonal),
    ("display", "distance"): _Key("distance", _whole(300, 1500, "millimetres")),
    ("output", "printer"): _Key("printer", _words),
    ("output", "sound"): _Key("sound", _flag),
    ("output", "volume"): _Key("volume", _whole(1, MOST_VOLUME, "steps")),
    ("counts", "keep"): _Key("counts", _flag),
    ("counts", "days"): _Key("counts_days", _whole(7, 730, "days")),
    ("counts", "folder"): _Key("counts_folder", _place_to_write),
    ("staff", "pin"): _Key("pin", _pin),
}
_TABLES = tuple(dict.fromkeys(table for table, _ in _KEYS if table))


class _Reader:
    """Turns the tables of one file into a policy."""

    def __init__(self, text: str, report: Report) -> None:
        self._report = report
        self._places = _places(text)

    def policy(self, tables: dict[str, object]) -> Policy:
        values: dict[str, object] = {}
        for name, value in tables.items():
            if name not in _TABLES:
                self._take("", name, value, values)
            elif isinstance(value, dict):
                for key, inner in value.items():
                    self._take(name, key, inner, values)
            else:
                self._report.error(
                    self._place("", name), f"'{name}' is a part of its own: write [{name}] above its keys"
                )
        found = Policy()._replace(**values)  # type: ignore[arg-type]  # each checker gives the kind of its field
        self._together(found)
        return found

    def _take(self, table: str, name: str, value: object, values: dict[str, object]) -> None:
        key, place = _KEYS.get((table, name)), self._place(table, name)
        if key is None:
            self._report.error(place, _unknown(table, name))
            return
        try:
            values[key.field] = key.checked(value)
        except ValueError as error:
            self._report.error(place, f"'{name}': {error}")

    def _together(self, found: Policy) -> None:
        """What keys must keep among themselves."""
        if found.longest_idle < found.shortest_idle:
            place = self._place("idle", "longest")
            self._report.error(place, f"'longest' must be at least 'shortest', which is {found.shortest_idle}")
        if found.profile == KIOSK and found.pin is None:
            told = "a kiosk without a PIN cannot be left by staff at its screen; see 'net-surgery-guide policy pin'"
            self._report.warning(self._place("staff", "pin"), told)

    def _place(self, table: str, key: str) -> Place:
        return self._places.get((table, key)) or self._places.get((table, "")) or Place(1, 0)


def _unknown(table: str, name: str) -> str:
    known = [key for place, key in _KEYS if place == table]
    where = f" in [{table}]" if table else ""
    elsewhere = [place for place, key in _KEYS if key == name and place]
    if elsewhere:
        return f"'{name}' does not stand here but under [{elsewhere[0]}]"
    hint = did_you_mean(name, known if table else [*known, *_TABLES]) or f"; there are: {', '.join(known)}"
    return f"there is no '{name}'{where}{hint}"


def _places(text: str) -> dict[tuple[str, str], Place]:
    """Where each key stands, by its table; under an empty key where the table begins."""
    found: dict[tuple[str, str], Place] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        header, key = _HEADER.match(line), _KEY.match(line)
        if header:
            table = header[1]
            found.setdefault((table, ""), Place(number, line.index("[") + 1))
            found.setdefault(("", table), Place(number, line.index("[") + 1))
        elif key:
            first, _, second = key[2].strip('"').partition(".")
            place = Place(number, len(key[1]) + 1)
            found.setdefault((table, first) if not second else (first, second), place)
    return found
