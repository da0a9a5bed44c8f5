"""Search words are for what people call a thing besides its names: none is said twice, none is one of them already."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from desktop.content.folding import fold
from desktop.content.glossary import forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.content.model import Guide
    from desktop.content.record import Notebook

_LEAST_IN_GROUP = 2


def check(guide: Guide, book: Notebook) -> None:
    """Every rule about search words and about words that mean the same."""
    for path, names, words in _records(guide):
        known = {fold(name): "the name" for name in names}
        for word in words:
            folded = fold(word)
            if folded in known:
                told = f"the search word '{word}' is already {known[folded]} here; delete it"
                book.report.error(book.place(f"{path}/search_words"), told)
            known[folded] = "a search word"
    for number, group in enumerate(guide.same_words):
        place = book.place(f"/same_words/{number}")
        times = Counter(fold(word) for word in group)
        if len(group) < _LEAST_IN_GROUP:
            book.report.error(place, "one word alone means the same as nothing; add another or delete it")
        for word in (each for each, count in times.items() if count > 1):
            book.report.error(place, f"'{word}' stands in this group twice; keep one")


def _records(guide: Guide) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """The path, the names and the search words of everything that has some."""
    for page in guide.pages.values():
        yield f"pages/{page.id}", (page.name,), page.search_words
    for category in guide.categories.values():
        yield f"categories/{category.id}", (category.name, category.plain_name), category.search_words
    for each in guide.operations.values():
        yield f"operations/{each.id}", (each.name, each.short_name, *each.also_called), each.search_words
        for variant in each.variants:
            yield f"operations/{each.id}/variants/{variant.id}", (variant.name,), variant.search_words
    for effect in guide.effects.values():
        yield f"effects/{effect.id}", (effect.name,), effect.search_words
    for term in guide.terms.values():
        yield f"terms/{term.id}", (term.name, *forms(term)), term.search_words
    for question in guide.questions.values():
        yield f"questions/{question.id}", (question.text,), question.search_words
    for organ in guide.organs.values():
        yield f"organs/{organ.id}", (organ.name,), organ.search_words
