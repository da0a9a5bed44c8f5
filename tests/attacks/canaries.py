"""Markup, links, formats and other things that are not what they say, in every text of a guide, on every page.

`strace -f -e trace=%file,socket python -m tests.attacks.canaries FOLDER [--all] [--twin]` shows the pages; whoever
reads what strace has written finds the canary's name there if its file was looked for, and any socket. Prints which
payloads were seen as they are. Each text has some of the payloads, the next text the next ones; with ``--all`` each has
all of them, which takes 2 GB.
"""

from __future__ import annotations

import json
import socket
import sys
from itertools import cycle, islice
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel

from desktop.content.model import Guide
from desktop.pages import topics
from desktop.policy import LAPTOP
from tests.attacks.programs import opened, quit_now
from tests.guides import small
from tests.window import folds, page, panel, texts, tree

CANARY = "canary-of-the-tests"
SOME = 7
"""Payloads in each text of the quick form. It does not divide their number, so that all meet all kinds of field."""
_SCHEMES = (
    "file", "http", "https", "javascript", "data", "qrc", "ftp", "smb", "mailto", "tel", "vbscript", "about", "blob",
    "ws", "jar", "ms-settings", "search-ms", "view-source", "net-surgery-guide", "x-apple.systempreferences",
)  # fmt: skip
_TAGS = (
    "<img src='file:///{folder}/{canary}.png'>", "<a href='file:///{folder}/{canary}.html'>x</a>", "<b>bold</b>",
    "<style>@import url(file:///{folder}/{canary}.css)</style>", "<script src='{folder}/{canary}.js'></script>",
    "<object data='file:///{folder}/{canary}'></object>", "<iframe src='file:///{folder}/{canary}'>",
    "<link rel=stylesheet href='file:///{folder}/{canary}.css'>", "<table><tr><td>" * 20, "<div>" * 30,
    "<td background='{folder}/{canary}.png'>", "<p style=\"background:url('{folder}/{canary}.png')\">",
    "<svg><image href='file:///{folder}/{canary}.svg'/></svg>", "<hr width=99999999>", "<img width=99999999>",
    "<font size=+99>", "<br/><br/>", "<!-- {canary} -->", "<![CDATA[{canary}]]>", "</p></body></html>", "<",
)  # fmt: skip
_FORMATS = (
    "%s %n %1 {{0}} {{title}}", "%99999999d", "{{0.__class__}}", "{{page:>99999999}}", "$HOME $(id) `id`",
    "a & b && &c", "&lt;&#60;", "&amp;nbsp;", "[[whipple]] **x** `y`", "![x](file:///{folder}/{canary}.png)",
    "[x](file:///{folder}/{canary})", "# x", "- x", "C:\\{canary}.txt \\\\server\\{canary}",
    "../../../{folder}/{canary}", "x" * 300, "e\u0301" * 40, "\u0645\u0631\u062d", "\U0001fac0\u200d",
    "@import '{canary}'",
)  # fmt: skip
PAYLOADS = (*(f"{each}:///{{folder}}/{{canary}}" for each in _SCHEMES), *_TAGS, *_FORMATS)


def payloads(folder: str) -> list[str]:
    """What is put into the texts."""
    return [each.replace("{folder}", folder).replace("{canary}", CANARY).replace("{{", "{").replace("}}", "}")
            for each in PAYLOADS]  # fmt: skip


def poisoned(guide: Guide, folder: str, each_text: int) -> Guide:
    """The guide with so many payloads before each of its texts, one text after the other."""
    endless = cycle(payloads(folder))

    def changed(value: object, key: str = "") -> object:
        if isinstance(value, str):
            if not (" " in value or value[:1].isupper()) or key in ("id", "level", "group", "date", "language"):
                return value
            return f"{' '.join(islice(endless, each_text))} {value}"
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
        label = QLabel(next(each for each in payloads(str(folder)) if each.startswith("<img")))
        label.show()
        QApplication.processEvents()
        socket.socket(socket.AF_INET).close()
        print("[]")
        quit_now(0)
    guide = poisoned(small(), str(folder), len(PAYLOADS) if "--all" in sys.argv else SOME)
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
    shown = [each for each in payloads(str(folder)) if each in whole]
    print(json.dumps(shown))
    quit_now(int(len(shown) < len(PAYLOADS)))


if __name__ == "__main__":
    main()
