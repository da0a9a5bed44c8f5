"""What resources/content.yaml says, read with plain PyYAML: the tests' own witness, apart from the program's reader."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"

LEVELS = ("call_911", "emergency", "today", "next_visit")
SECTIONS = ("what", "when", "how_common", "self_care", "team", "notes")

Record = dict[str, Any]


def _by_id(records: Iterable[Record]) -> dict[str, Record]:
    return {record["id"]: record for record in records}


WHOLE: Record = yaml.load((RESOURCES / "content.yaml").read_bytes(), Loader=yaml.CSafeLoader)
WORDS: dict[str, str] = WHOLE["words"]
EFFECTS_PANE = f"{WORDS['side_effects']} · {WORDS['get_help']}"
"""What leads to the side effects where they have no room beside the topic."""
TITLE: str = WHOLE["guide"]["title"]
OPERATIONS = _by_id(WHOLE["operations"])
EFFECTS = _by_id(WHOLE["effects"])
SIGNS = _by_id(WHOLE["signs"])
CATEGORIES = _by_id(WHOLE["categories"])
PAGES = _by_id(WHOLE["pages"])
TIMES = _by_id(WHOLE["times"])
HELP_LEVELS = _by_id(WHOLE["levels"])


class Told(NamedTuple):
    """One text that a reader of an effect meets within an operation."""

    text: str
    only: tuple[str, ...]


def category_of(operation: str) -> Record:
    """The category that lists an operation."""
    return next(each for each in CATEGORIES.values() if operation in each["operations"])


def effects_of(operation: str) -> list[str]:
    """The effects of an operation and of its variants, once each, in the order of the file."""
    record = OPERATIONS[operation]
    named = [*record["effects"], *(each for variant in record.get("variants", []) for each in variant["effects"])]
    return list(dict.fromkeys(named))


def belongs(only: Iterable[str], operation: str) -> bool:
    """Whether something limited to these places holds for an operation; no limit holds everywhere."""
    places = list(only)
    return not places or any(place.split("/")[0] == operation for place in places)


def variants(places: Iterable[str], operation: str) -> set[str]:
    """The variants of an operation that are named, "" for the whole of it."""
    return {place.partition("/")[2] for place in places if place.split("/")[0] == operation}


def _own_signs(effect: str, operation: str) -> list[str]:
    """The signs of an effect that an operation can have by this effect.

    One limited to one variant of the operation is not among them if the effect comes with another one only.
    """
    of_effect = variants(EFFECTS[effect]["operations"], operation)
    found = []
    for name in EFFECTS[effect]["signs"]:
        only = SIGNS[name].get("only", [])
        of_sign = variants(only, operation)
        somewhere = not only or "" in of_sign or "" in of_effect or of_sign & of_effect
        if of_effect and belongs(only, operation) and somewhere:
            found.append(name)
    return found


def signs_by_level(operation: str) -> dict[str, list[str]]:
    """The signs of all effects of an operation, once each, by level, worst first; empty levels are left out."""
    names = dict.fromkeys(name for effect in effects_of(operation) for name in _own_signs(effect, operation))
    sorted_names = {level: [name for name in names if SIGNS[name]["level"] == level] for level in LEVELS}
    return {level: here for level, here in sorted_names.items() if here}


def signs_of(effect: str, operation: str) -> list[str]:
    """The signs of an effect that belong to an operation."""
    here = [name for names in signs_by_level(operation).values() for name in names]
    return [name for name in EFFECTS[effect]["signs"] if name in here]


def texts_of(effect: str) -> Iterator[Told]:
    """Every text of an effect with the places it is limited to, those under a list too."""
    for section in SECTIONS:
        for statement in EFFECTS[effect].get(section, []):
            only = tuple(statement.get("only", ()))
            yield Told(statement["text"], only)
            for item in (*statement.get("items", ()), *statement.get("steps", ())):
                yield Told(item if isinstance(item, str) else item["text"], only)
