"""The rules a content file must keep, beyond its shape. Each file holds one kind of rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.content.rules import links, pictures, plain_language, safety, search_words, typography

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.content.model import Guide
    from desktop.content.record import Notebook


def check(guide: Guide, book: Notebook, resources: Path) -> None:
    """Note in ``book`` everything an author should mend. The guide itself has been read without errors."""
    links.check(guide, book)
    safety.check(guide, book)
    plain_language.check(guide, book)
    typography.check(guide, book)
    pictures.check(guide, book, resources)
    search_words.check(guide, book)
