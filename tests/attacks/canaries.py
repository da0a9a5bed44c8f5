"""Markup, links, formats and other things that are not what they say, in every text of a guide, on every page.

`strace -f -e trace=file python -m tests.attacks.canaries FOLDER [--twin]` shows the pages; whoever reads what strace
has written finds the canary's name there if its file was looked for. Prints which payloads were seen as they are.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel

from desktop.content.model import Guide
from desktop.pages import topics
from desktop.policy import LAPTOP
from tests.attacks.programs import opened, quit_now
from tests.guides import small
from tests.window import folds, page, panel, texts, tree

CANARY = "canary-of-the-tests"
PAYLOADS = (
    "<img src='file:///{folder}/{canary}.png'>", "<a href='file:///{folder}/{canary}.html'>x</a>", "<b>bold</b>",
    "<table><tr><td>" * 20, "![x](file:///{folder}/{canary}.png)", "%s %n %1 {{0}} {{title}}", "a & b && &c",
    "&lt;&#60;",
    "<style>@import url(file:///{folder}/{canary}.css)</style>", "javascript:alert(1) http://a.example/", "x" * 300,
    "<script src='{folder}/{canary}.js'></script>", "C:\\{canary}.txt \\\\server\\{canary}",
    "qrc:/{canary} data:text/html,x",
    "[[whipple]] **x** `y`", "<object data='file:///{folder}/{canary}'></object>", "e\u0301" * 40, "\u0645\u0631\u062d",
)  # fmt: skip


def payloads(folder: str) -> list[str]:
    """What is put into the texts."""
    return [each.replace("{folder}", folder).replace("{canary}", CANARY).replace("{{", "{").replace("}}", "}")
            for each in PAYLOADS]  # fmt: skip


def poisoned(guide: Guide, folder: str) -> Guide:
    """The guide with a payload before each of its texts, another one each time."""
    made = payloads(folder)
    number = [0]

    def changed(value: object, key: str = "") -> object:
        if isinstance(value, str):
            if not (" " in value or value[:1].isupper()) or key in ("id", "level", "group", "date", "language"):
                return value
            number[0] += 1
            return f"{made[number[0] % len(made)]} {value}"
        if isinstance(value, tuple):
            fields = getattr(value, "_fields", None)
            if fields:
                return type(value)(*(changed(each, name) for name, each in zip(fields, value, strict=True)))
            return tuple(changed(each, key) for each in value)
        if isinstance(value, dict):
            return {name: changed(each) for name, each in value.items()}
        return value

    whole = changed(guide._replace(edition=guide.edition))
    assert isinstance(whole, Guide)
    whole = whole._replace(paper={**whole.paper, "page_number": "{page} {0} {page.real} {page:>999999999} {nobody}"})
    return whole._replace(edition=whole.edition._replace(language="en", id=guide.edition.id))


def main() -> None:
    """Show every page of a poisoned guide, a handout of each, and what search finds."""
    folder = Path(sys.argv[1])
    program = opened(LAPTOP, folder)
    if "--twin" in sys.argv:
        label = QLabel(payloads(str(folder))[0])
        label.show()
        QApplication.processEvents()
    guide = poisoned(small(), str(folder))
    running = program.running
    running.languages.guides._read["en"] = (guide, "")  # noqa: SLF001 - as if it had been read
    running.window.show_guide(guide)
    running.searching.forget()
    running.searching.use(guide)
    running.searching.complete()
    seen: list[str] = []
    for topic in topics.all_ids(guide):
        running.navigator.open(topic)
        running.window.complete()
        for fold in (*folds(panel(running.window)), *folds(page(running.window))):
            fold.click()
        seen += [running.window.windowTitle()]
        for pane in (page, panel, tree):
            seen += texts(pane(running.window))
        running.window.handout_requested.emit()
        QApplication.processEvents()
        running.window.grab()
        running.window.uncover()
    for word in ("img", "href", "canary", "whipple", "pain"):
        running.window.search_requested.emit(word)
        QApplication.processEvents()
        running.window.grab()
    whole = "\n".join(seen)
    print(json.dumps([each for each in payloads(str(folder)) if each in whole]))
    quit_now(0)


if __name__ == "__main__":
    main()
