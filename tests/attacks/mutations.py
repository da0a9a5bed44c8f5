"""Damages content files in every way there is and gives them to the program, which must answer with problems only.

`python -m tests.attacks.mutations NUMBER [SEED] [--twin]` prints one JSON object: how many inputs were refused and how
many could be opened, the longest time one took, and the inputs on which anything but our own error came, each with its
number; the same seed makes the same inputs. What can be opened is written, read again and shown page by page.
``--twin`` gives them to PyYAML's own loader instead, which must be noticed.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
import traceback
from typing import TYPE_CHECKING

import yaml

from desktop.content import compiled, yaml_file
from desktop.errors import ContentError
from desktop.pages import compose, panel, topics
from tests.guides import RESOURCES, shipped_text, small_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.content.model import Guide

MOST_BYTES = 64 * 1024
_TOKENS = (
    "-", ":", "?", "- ", ": ", "#", "&a ", "*a", "<<: ", "!!python/object/apply:os.system [x]", "!!int ", "!!binary ",
    "[", "]", "{", "}", "'", '"', "|", ">", "|+\n", "%YAML 1.1\n", "---\n", "...\n", "\t", "\r", "\n\n", "~", "null",
    "NO", "1:10", "0x", "9" * 400, "1e999", ".nan", "2026-13-45", "{" * 40, "[" * 60, "- " * 40, "? " * 40, "\\",
    '"\\ud800"', "\0", "\u202e", "\u200b", "\ufeff", "\u2028", "\x85", "é", "🫀", "x" * 25_000, "{0}", "%n", "%s",
    "<img src=x>", "**", "[[whipple]]", "&amp;", "= ", "@x", "`x`", "- - - ", "id: whipple", "from: [ccs_page]",
    "only: [whipple]", "only: [whipple/x/y]", "level: call_911",
)  # fmt: skip


class Mutations:
    """Inputs made of the small guide and of pieces of the shipped one, each wrong in one to six ways."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._small = small_text()
        self._lines = shipped_text().splitlines(keepends=True)
        self._small_lines = self._small.splitlines(keepends=True)

    def make(self, number: int) -> bytes:
        """The input of this number."""
        chance = random.Random(f"{self._seed}/{number}")  # noqa: S311 - the same inputs each time
        text = self._small
        for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
            text = chance.choice(self._ways())(chance, text)
        data = text.encode("utf-8", "surrogatepass")
        if chance.random() < 0.1:
            data = self._bytes(chance, data)
        return data[:MOST_BYTES]

    def _ways(self) -> tuple[Callable[[random.Random, str], str], ...]:
        return self._token, self._value, self._drop, self._double, self._indent, self._foreign, self._cut, self._nest

    def _token(self, chance: random.Random, text: str) -> str:
        at = chance.randrange(len(text) + 1)
        return text[:at] + chance.choice(_TOKENS) + text[at + chance.choice((0, 0, 1, 9)) :]

    def _value(self, chance: random.Random, text: str) -> str:
        lines = text.splitlines(keepends=True) or [""]
        at = chance.randrange(len(lines))
        key, colon, _ = lines[at].partition(":")
        lines[at] = f"{key}{colon} {chance.choice(_TOKENS)}\n"
        return "".join(lines)

    def _drop(self, chance: random.Random, text: str) -> str:
        lines = text.splitlines(keepends=True)
        at = chance.randrange(len(lines) + 1)
        del lines[at : at + chance.choice((1, 1, 2, 20))]
        return "".join(lines)

    def _double(self, chance: random.Random, text: str) -> str:
        lines = text.splitlines(keepends=True)
        at = chance.randrange(len(lines) + 1)
        piece = lines[at : at + chance.choice((1, 1, 3, 30))]
        to = chance.choice((at, chance.randrange(len(lines) + 1)))
        return "".join([*lines[:to], *piece, *lines[to:]])

    def _indent(self, chance: random.Random, text: str) -> str:
        lines = text.splitlines(keepends=True) or [""]
        at = chance.randrange(len(lines))
        lines[at] = chance.choice(("  ", " ", "\t", "")) + lines[at].lstrip(chance.choice((" ", "")))
        return "".join(lines)

    def _foreign(self, chance: random.Random, text: str) -> str:
        lines, at = text.splitlines(keepends=True), chance.randrange(len(self._lines))
        piece = self._lines[at : at + chance.choice((1, 5, 40))]
        to = chance.randrange(len(lines) + 1)
        return "".join([*lines[:to], *piece, *lines[to:]])

    def _cut(self, chance: random.Random, text: str) -> str:
        return text[: chance.randrange(len(text) + 1)] if chance.random() < 0.3 else self._drop(chance, text)

    def _nest(self, chance: random.Random, text: str) -> str:
        opened = chance.choice(("[", "{a: ", "- ", "? ", "!!map {", "&x [*x, "))
        at = chance.randrange(len(text) + 1)
        return text[:at] + opened * chance.choice((20, 33, 2000)) + text[at:]

    def _bytes(self, chance: random.Random, data: bytes) -> bytes:
        found = bytearray(data or b"x")
        for _ in range(chance.randint(1, 8)):
            found[chance.randrange(len(found))] = chance.randrange(256)
        return bytes(found)


def attempt(data: bytes, resources: Path = RESOURCES) -> bool:
    """Give an input to the program; whether it could be opened. Raises whatever it raises but its own error."""
    yaml_file.check(data, "content.yaml", resources)
    try:
        guide = yaml_file.read(data, "content.yaml")
    except ContentError as error:
        if not error.problems:
            raise AssertionError("refused without a reason") from None
        return False
    _show(guide)
    return True


def _show(guide: Guide) -> None:
    sealed = compiled.write(guide, "mark")
    if compiled.guide_of(sealed, "mark") != guide:
        raise AssertionError("compiled, it is another guide")
    for topic in topics.all_ids(guide):
        compose.sheet(guide, topic, nurse=True)
        shown = panel.panel(guide, topic)
        for group in shown.groups:
            for row in group.rows:
                panel.opened(guide, row.effect, shown.operation, nurse=False)


def attempt_of_twin(data: bytes) -> bool:
    """What a program would do that leaves it to PyYAML."""
    try:
        yaml.load(data, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return False
    return True


def run(number: int, seed: int, attempt_one: Callable[[bytes], bool]) -> dict[str, object]:
    """Try so many inputs."""
    made = Mutations(seed)
    opened, longest, slowest, wrong = 0, 0.0, -1, []
    for each in range(number):
        data = made.make(each)
        before = time.process_time()
        try:
            opened += attempt_one(data)
        except Exception as error:  # noqa: BLE001 - whatever comes is what is looked for
            wrong.append(f"{each}: {traceback.format_exception(error)[-2:]}")
        took = time.process_time() - before
        if took > longest:
            longest, slowest = took, each
    return {
        "seed": seed, "inputs": number, "opened": opened, "longest ms": round(longest * 1000, 1), "slowest": slowest,
        "wrong": wrong[:20], "all wrong": len(wrong),
    }  # fmt: skip


def main() -> None:
    """Try the inputs and end with 1 if anything was wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("number", type=int)
    parser.add_argument("seed", type=int, nargs="?", default=random.randrange(10**6))  # noqa: S311
    parser.add_argument("--twin", action="store_true")
    asked = parser.parse_args()
    found = run(asked.number, asked.seed, attempt_of_twin if asked.twin else attempt)
    print(json.dumps(found, indent=1))
    sys.exit(bool(found["all wrong"]))


if __name__ == "__main__":
    main()
