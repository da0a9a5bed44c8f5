"""A guide many times as large as the shipped one, for measuring: its own records again, with new words in them.

Every copy keeps the shape, the length and the references of the real records, and its categories, operations and
effects know each other as the real ones do. In each sentence some of the longer words become words of that copy, so
that a larger guide has a larger vocabulary, as a real one would. Written as YAML in both languages, so that the
program reads it as it reads any content folder.

    python benchmarks/library.py 10 FOLDER
"""

from __future__ import annotations

import argparse
import random
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parent.parent
FILES = ("content.yaml", "content.fr.yaml")
KINDS = ("pages", "categories", "operations", "effects", "signs", "terms", "questions")
"""What is copied. All the rest belongs to every guide once, as the body with its organs and the sources."""

_REFERRING = {"operations", "effects", "signs", "only", "questions", "related"}
"""Fields that hold the names of records."""

_KEPT = {"id", "from", "figure", "group", "groups", "times", "level", "region", "when_shown"}
"""Fields that hold names from lists that are not copied."""

_LONGEST_SHORT_NAME = 40

_WORD = re.compile(r"[a-zà-ÿ]{6,}")
_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo", "han", "kel", "mir")
_CHANGED = 0.12
"""Share of the longer words that a copy has for itself."""


def write(folder: Path, times: int) -> None:
    """Write the guide with so many times as many records into a folder, in every language."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        raw = yaml.load((ROOT / "resources" / name).read_bytes(), yaml.CBaseLoader)  # noqa: S506 - only texts, lists, maps
        with (folder / name).open("w", encoding="utf-8") as file:
            for kind, records in enlarged(raw, times):
                yaml.dump(
                    {kind: records}, file, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=120
                )


def enlarged(raw: dict[str, list], times: int) -> Iterator[tuple[str, list | dict]]:  # type: ignore[type-arg]
    """The content of one file, every kind of record so many times; one kind after the other, to spare memory."""
    ids = {record["id"] for kind in KINDS for record in raw[kind]}
    changes = [_changer(random.Random(number)) for number in range(times)]  # noqa: S311 - the same every time
    for kind, records in raw.items():
        if kind not in KINDS:
            yield kind, records
            continue
        larger = list(records)
        for number in range(1, times):
            for record in records:
                copy = _copy(record, "", ids, number, changes[number])
                copy["id"] = f"{copy['id']}-{number}"
                if kind == "signs":  # no two may say the same, and in some of them no word changes
                    copy["text"] = f"{copy['text']} {number}"
                larger.append(copy)
        yield kind, larger


def _copy(value: Any, field: str, ids: set[str], number: int, change: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {key: _copy(each, key, ids, number, change) for key, each in value.items()}
    if isinstance(value, list):
        return [_copy(each, field, ids, number, change) for each in value]
    if not isinstance(value, str) or field in _KEPT:
        return value
    record, slash, variant = value.partition("/")
    if field in _REFERRING:
        return f"{record}-{number}{slash}{variant}" if record in ids else value
    if field in {"name", "forms"}:
        return f"{change(value)} {number}"
    return change(value)[:_LONGEST_SHORT_NAME] if field == "short_name" else change(value)


def _changer(chance: random.Random) -> Callable[[str], str]:
    own: dict[str, str] = {}

    def word(found: re.Match[str]) -> str:
        old = found.group()
        if old not in own:
            parts = chance.choices(_SYLLABLES, k=chance.randint(3, 5))
            own[old] = "".join(parts) if chance.random() < _CHANGED else old
        return own[old]

    return lambda text: _WORD.sub(word, text)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write a guide many times as large as the shipped one.")
    parser.add_argument("times", type=int)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    write(asked.folder, asked.times)
