"""Content files of at most 64 KB that are meant to cost time, memory or the program itself.

`python -m tests.attacks.bombs` prints for each how long it takes to be answered, the least of three times in
milliseconds: at most 50 on a machine that does nothing else. It ends with 1 if one takes more than 100. `--work` prints
how many calls of functions each takes instead: the same number on every machine.
"""

from __future__ import annotations

import cProfile
import json
import re
import sys
import time
from contextlib import suppress

from desktop.content import yaml_file
from desktop.errors import ContentError
from tests.guides import RESOURCES, small_text

MOST_MS = 100.0
MOST_CALLS = 1_500_000
_LONG = 19_000


def laughs() -> str:
    """Lists of lists of anchors: nine to the power of ten words, if they are followed."""
    lines = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"a{each}: &a{each} [{', '.join([f'*a{each - 1}'] * 9)}]" for each in range(1, 10)]
    return "\n".join(lines)


def merges() -> str:
    """Mappings that take over others, seven at a time."""
    lines = ["m0: &m0 {x: 1}"]
    lines += [f"m{each}: &m{each} {{<<: [{', '.join([f'*m{each - 1}'] * 7)}]}}" for each in range(1, 8)]
    return "\n".join(lines)


def _with_line(after: str, text: str) -> str:
    """The small guide with lines put in after the one that begins so."""
    whole = small_text()
    end = whole.index("\n", whole.index(after)) + 1
    return whole[:end] + text + whole[end:]


def _with_list(key: str, words: list[str]) -> str:
    """The small guide with another list in the first place of this key."""
    found, times = re.subn(rf"    {key}: \[.*?\]", lambda _: f"    {key}: [{', '.join(words)}]", small_text(), count=1)
    assert times == 1, key
    return found


def _with_text(text: str) -> str:
    """The small guide with another first text."""
    found, times = re.subn(r"- text: .*\n", lambda _: f"- text: '{text}'\n", small_text(), count=1)
    assert times == 1
    return found


def of_yaml() -> dict[str, bytes]:
    """Bombs for any reader of YAML."""
    found = {
        "a billion laughs": laughs(),
        "merge keys": merges(),
        "a list that holds itself": "a: &a [*a]",
        "a mapping that holds itself": "a: &a {x: *a}",
        "a key that is its own mapping": "a: &a !!map {*a : *a}",
        "thousands of anchors": "".join(f"k{each}: &k{each} x\n" for each in range(4000)),
        "code in a tag": "a: !!python/object/apply:os.system ['touch bomb-went-off']\n" * 900,
        "equal keys": "k: 1\n" * 13_000,
        "documents": "a: 1\n" + "--- 1\n" * 10_000,
        "one long text": f'a: "{"x" * 65_000}"',
        "one long number": f"a: {'9' * 65_000}",
        "long keys": "".join(f"{'k' * 1000}{each}: 1\n" for each in range(60)),
        "a block that is never ended": "a: |\n" + " x\n" * 20_000,
        "comments": "# x\n" * 16_000,
        "empty lines": "\n" * 65_000,
        "hidden characters": "a: " + "\0" * 65_000,
        "characters that turn the text": "a: " + "\u202e" * 20_000,
        "byte order marks": "\ufeff" * 20_000,
        "escapes": 'a: "' + "\\u202e" * 10_000 + '"',
        "spaces": "a: b" + " " * 65_000 + "\n",
        "indents": "".join(" " * each + f"k{each}:\n" for each in range(300)),
    }
    for opened in ("[", "{a: ", "- ", "? ", "[[{a: "):
        found[f"opened by {opened}"] = "a:\n  " + opened * (60_000 // len(opened))
    return {name: text.encode()[:65_536] for name, text in found.items()} | {
        "bytes that are no text": b"a: " + b"\xff" * 65_000,
        "text in 16 bits": "a: 1".encode("utf-16") * 6_000,
    }


def of_ours() -> dict[str, bytes]:
    """Bombs for what is made of the YAML: keys, links, words and texts, each wrong thousands of times."""
    many = [f"whippl{each}" for each in range(4000)]
    found = {
        "unknown keys": small_text() + "".join(f"k{each}: 1\n" for each in range(5500)),
        "keys nearly right": _with_line("operations:\n  - id", "".join(f"    short_nam{e}: 1\n" for e in range(2500))),
        "links to nothing": _with_list("effects", many),
        "words that mean the same": f"{small_text()}same_words:\n  - [{', '.join(many)}]\n",
        "groups of words": small_text() + "same_words:\n" + "".join(f"  - [a{e}, b{e}]\n" for e in range(2500)),
        "words that mean the same as others": _with_line(
            "operations:\n  - id", f"    also_called: [{', '.join(many)}]\n"
        ),
    }
    for name, part in {
        "letters": "x", "sentences": "a. ", "long words": "Institutional ", "dots": ".", "digits": "1.",
        "brackets": "(", "colons": ":", "hyphens": "a-", "capitals": "A.", "markup": "<b>", "stars": "**",
        "accents": "e\u0301", "no-break spaces": "a\u00a0",
        "right to left": "\u0645 ", "addresses": "http://a.", "apostrophes": "a’",
    }.items():  # fmt: skip
        found[f"a text of {name}"] = _with_text((part * _LONG)[:_LONG])
    return {name: text.encode() for name, text in found.items()}


def answer(data: bytes) -> int:
    """Check and open a file as the program does; how many problems are told."""
    problems = yaml_file.check(data, "content.yaml", RESOURCES)
    with suppress(ContentError):
        yaml_file.read(data, "content.yaml")
    return len(problems)


def milliseconds(data: bytes) -> float:
    """How long the checking takes at best."""
    times = []
    for _ in range(3):
        before = time.process_time()
        yaml_file.check(data, "content.yaml", RESOURCES)
        times.append(time.process_time() - before)
    return min(times) * 1000


def work(data: bytes) -> tuple[int, int]:
    """How many problems are told, and how many calls of functions that takes."""
    profile = cProfile.Profile()
    problems = profile.runcall(answer, data)
    return problems, sum(entry.callcount for entry in profile.getstats())


def main() -> None:
    """Print the figures."""
    bombs = of_yaml() | of_ours()
    if "--work" in sys.argv:
        print(json.dumps({name: work(data) for name, data in bombs.items()}))
        return
    times = {name: milliseconds(data) for name, data in bombs.items()}
    for name, took in sorted(times.items(), key=lambda each: -each[1]):
        print(f"{took:8.1f} ms  {name}")
    sys.exit(max(times.values()) > MOST_MS)


if __name__ == "__main__":
    main()
