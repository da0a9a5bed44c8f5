"""Drawings named in the content must exist, have a text alternative and hold the organs they stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.content.model import Guide
    from desktop.content.record import Notebook


def check(guide: Guide, book: Notebook, resources: Path) -> None:
    """Every rule about drawings. ``resources`` is the folder that holds ``organs/`` and ``icons/``."""
    for operation in guide.operations.values():
        drawing = resources / "organs" / operation.figure
        if not re.fullmatch(r"[a-z0-9-]+\.svg", operation.figure) or not drawing.is_file():
            place = book.place(f"operations/{operation.id}/figure")
            book.report.error(
                place, f"there is no drawing organs/{operation.figure}; name one of the files in that folder"
            )
    body = resources / "organs" / "body.svg"
    drawing_of_body = body.read_text("utf-8", errors="replace") if body.is_file() else ""
    drawn = set(re.findall(r'<g id="([a-z0-9-]+)"', drawing_of_body))
    for organ in guide.organs.values():
        if organ.id not in drawn:
            place = book.place(f"organs/{organ.id}")
            book.report.error(place, f"organs/body.svg has no part with the id '{organ.id}'; draw it or mend the id")
