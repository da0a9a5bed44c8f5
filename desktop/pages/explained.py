"""Which words of a page can be explained where they stand, and what is told of them. Knows no Qt."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.content.glossary import Glossary, Mention
from desktop.pages.per_guide import per_guide

if TYPE_CHECKING:
    from desktop.content.model import Guide, Term

_TEXTS_KEPT = 2000
"""Texts whose words are remembered: more than the longest page and its panel have."""


class Explained:
    """The words of one guide that can be explained."""

    def __init__(self, guide: Guide) -> None:
        self._terms = guide.terms
        self._glossary = Glossary(guide.terms.values(), guide.edition.language)
        self.mentions = lru_cache(_TEXTS_KEPT)(self._mentions)
        """The words of a text, each at its first use: ``mentions(text)``."""

    def term(self, term: str) -> Term:
        """The word with its definition."""
        return self._terms[term]

    def _mentions(self, text: str) -> tuple[Mention, ...]:
        first: dict[str, Mention] = {}
        for mention in self._glossary.mentions(text):
            first.setdefault(mention.term, mention)
        return tuple(first.values())


@per_guide
def explained_of(guide: Guide) -> Explained:
    """The words of a guide, made once: with many terms that takes longer than showing a page."""
    return Explained(guide)
