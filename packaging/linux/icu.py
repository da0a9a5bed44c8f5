"""ICU's data without the half that Qt never reads.

Of ICU, QtCore asks for collation, converters and time zones and for nothing else (``nm --dynamic`` tells). So the names
of languages, regions, currencies and units, numbers in words, transliteration and the dictionaries for breaking lines,
15 MB, are taken out with ICU's own tool. Every collation, every converter and a time zone's name in every language are
then asked for with the whole and with the rest, and must be the same.
"""

from __future__ import annotations

import ctypes
import json
import re
import subprocess
import sys
from pathlib import Path

UNREAD = re.compile(r"(lang|region|curr|unit|rbnf|translit|brkitr)/")
"""The items of ICU's data that are taken out, by their trees."""

_SAMPLE = "Œdème, œsophage, côlon, cote, côté, coté, Whipple, ileus, iléus, 911, ß, ı, İ, ñ, 腫瘍, ไทย"


_FUNCTIONS = (
    "ucol_countAvailable", "ucol_getAvailable", "ucol_open", "ucol_getSortKey", "ucnv_countAvailable",
    "ucnv_getAvailableName", "ucnv_open", "ucnv_fromUChars", "ucal_open", "ucal_getTimeZoneDisplayName",
)  # fmt: skip


class ChangedAnswersError(Exception):
    """What is left of ICU's data does not answer as the whole did."""


def trim(library: Path, work: Path) -> None:
    """Take what nobody reads out of a ``libicudata.so``. Raises ChangedAnswersError if that is noticed."""
    work.mkdir(parents=True, exist_ok=True)
    before = _answers(library)
    name = f"icudt{library.name.rpartition('.')[2]}"
    whole, unread, left = work / f"{name}l.dat", work / "unread.txt", work / "left" / f"{name}l.dat"
    left.parent.mkdir(exist_ok=True)
    _run("objcopy", "--output-target=binary", "--only-section=.rodata", library, whole)
    items = _run("icupkg", "--list", whole).splitlines()
    unread.write_text("".join(f"{item}\n" for item in items if UNREAD.match(item)), "ascii")
    _run("icupkg", "--remove", unread, whole, left)
    _link(library, left, work / "data.o")
    if _answers(library) != before:
        message = f"{library.name} does not answer as before without its unread half"
        raise ChangedAnswersError(message)


def _link(library: Path, data: Path, made: Path) -> None:
    """The data as a library of the same name and symbol, as ICU's own tool would make it with a compiler."""
    symbol = f"icudt{library.name.rpartition('.')[2]}_dat"
    as_object = ["--input-target=binary", "--output-target=elf64-x86-64", "--binary-architecture=i386:x86-64"]
    as_constant = ["--rename-section", ".data=.rodata,alloc,load,readonly,data,contents"]
    _run(
        "objcopy",
        *as_object,
        *as_constant,
        "--set-section-alignment",
        ".data=16",
        "--add-symbol",
        f"{symbol}=.rodata:0,global,object",
        data,
        made,
    )
    only = made.with_suffix(".version")
    only.write_text(f"{{ global: {symbol}; local: *; }};\n", "ascii")
    layout = [
        "-z",
        "noseparate-code",
        "-z",
        "noexecstack",
        "--hash-style=gnu",
        "--strip-all",
        f"--version-script={only}",
    ]
    _run("ld", "-shared", f"-soname={library.name}", *layout, made, "-o", library)


def _answers(library: Path) -> dict[str, str]:
    """What ICU answers with the data beside its libraries; in a process of its own, for it keeps what it has loaded."""
    return dict(json.loads(_run(sys.executable, __file__, library.parent, library.name.rpartition(".")[2])))


def _run(*command: object) -> str:
    return subprocess.run([*map(str, command)], check=True, capture_output=True, text=True).stdout


def _asked(folder: Path, version: str) -> dict[str, str]:
    """A sample in every collation and every converter, and a time zone's name in every language of the collations."""
    library = ctypes.CDLL(str(folder / f"libicui18n.so.{version}"))
    icu = {name: getattr(library, f"{name}_{version}") for name in _FUNCTIONS}
    for name in ("ucol_getAvailable", "ucnv_getAvailableName"):
        icu[name].restype = ctypes.c_char_p
    for name in ("ucol_open", "ucnv_open", "ucal_open"):
        icu[name].restype = ctypes.c_void_p
    text = ctypes.create_string_buffer(_SAMPLE.encode("utf-16-le") + b"\0\0")
    length = len(_SAMPLE.encode("utf-16-le")) // 2
    zone = ctypes.create_string_buffer("America/Toronto".encode("utf-16-le") + b"\0\0")
    room, error = ctypes.create_string_buffer(4096), ctypes.c_int(0)
    answers: dict[str, str] = {}
    for number in range(icu["ucol_countAvailable"]()):
        locale = icu["ucol_getAvailable"](number)
        collation = ctypes.c_void_p(icu["ucol_open"](locale, ctypes.byref(error)))
        used = icu["ucol_getSortKey"](collation, text, length, room, 4096)
        answers[f"collation {locale.decode()}"] = room.raw[:used].hex()
        calendar = ctypes.c_void_p(icu["ucal_open"](zone, -1, locale, 0, ctypes.byref(error)))
        used = icu["ucal_getTimeZoneDisplayName"](calendar, 0, locale, room, 2048, ctypes.byref(error))
        answers[f"zone {locale.decode()}"] = room.raw[: 2 * used].decode("utf-16-le")
    for number in range(icu["ucnv_countAvailable"]()):
        name = icu["ucnv_getAvailableName"](number)
        converter = ctypes.c_void_p(icu["ucnv_open"](name, ctypes.byref(error)))
        used = icu["ucnv_fromUChars"](converter, room, 4096, text, length, ctypes.byref(error))
        answers[f"converter {name.decode()}"] = room.raw[:used].hex()
    answers["errors"] = str(error.value)
    return answers


if __name__ == "__main__":
    print(json.dumps(_asked(Path(sys.argv[1]), sys.argv[2])))
