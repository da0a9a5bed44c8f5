"""``search``: what the window's search finds, for scripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop.search.engine import Engine

if TYPE_CHECKING:
    from desktop.content.model import Guide
    from desktop.search.engine import Found, Results


def run(guide: Guide, asked: str, *, as_json: bool) -> int:
    """Print the results, best first; the exit code. To find nothing is no error."""
    results = Engine(guide).build_now().search(asked)
    if as_json:
        print(json.dumps(_record(results), ensure_ascii=False, indent=2))
    else:
        _print(results)
    return 0


def _record(results: Results) -> dict[str, object]:
    found = [
        {"id": each.entry.id, "kind": each.entry.kind, "title": each.entry.title, "why": why(each), "text": each.text}
        for each in results.found
    ]
    return {"asked": results.asked, "guess": results.guess, "results": found}


def _print(results: Results) -> None:
    if results.guess:
        print(f"Did you mean: {results.guess}")
    if not results.found:
        print("Nothing found.")
    for each in results.found:
        print(f"{each.entry.id}  [{each.entry.kind}]  {each.entry.title}")
        print(f"    {why(each)}")


def why(found: Found) -> str:
    """Where it matched: in the title, in another name, or in a sentence, with the words that matched in brackets."""
    if found.title_spans:
        return f"title: {_bracketed(found.entry.title, found.title_spans)}"
    if found.name:
        return f"also called: {found.name}"
    return f"text: {_bracketed(found.text, found.spans)}"


def _bracketed(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    for start, end in reversed(spans):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text
