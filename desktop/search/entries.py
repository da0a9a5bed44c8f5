"""What can be found: every record and section of the guide as an entry with its names and texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.content import walk
from desktop.content.glossary import forms
from desktop.pages import topics

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.content.model import Effect, Guide, Operation, Page, Statement

OPERATION = "operation"
VARIANT = "variant"
EFFECT = "effect"
WORD = "word"
QUESTION = "question"
SECTION = "section"
CATEGORY = "category"
PAGE = "page"
ORGAN = "organ"


class Entry(NamedTuple):
    """Something that can be found. ``topic`` and ``anchor`` lead to it.

    ``names`` are what it is called, ``brief`` what it says first, ``body`` everything else it says.
    """

    kind: str
    topic: str
    anchor: str
    title: str
    names: tuple[str, ...]
    brief: str
    body: tuple[str, ...]


def entries(guide: Guide) -> Iterator[Entry]:
    """Every entry of a guide."""
    for page in guide.pages.values():
        yield from _page(page)
    for topic in topics.LISTS:
        yield Entry(PAGE, topic, "", topics.name(guide, topic), (), "", ())
    for category in guide.categories.values():
        names = (category.plain_name, *category.search_words)
        yield Entry(CATEGORY, category.id, "", category.name, names, category.summary.text, tuple(_texts(category.why)))
    for operation in guide.operations.values():
        yield from _operation(guide, operation)
    for effect in guide.effects.values():
        if effect.id not in guide.pages:
            yield _effect(guide, effect)
    for term in guide.terms.values():
        yield Entry(WORD, topics.WORDS, term.id, term.name, forms(term), term.definition, ())
    for question in guide.questions.values():
        yield Entry(QUESTION, topics.QUESTIONS, question.id, question.text, (), "", ())


def _page(page: Page) -> Iterator[Entry]:
    yield Entry(PAGE, page.id, "", page.name, page.search_words, page.summary.text, ())
    for section in page.sections:
        brief, *body = [*_texts(section.statements), ""]
        yield Entry(SECTION, page.id, section.id, f"{page.name}: {section.heading}", (), brief, tuple(body))


def _operation(guide: Guide, each: Operation) -> Iterator[Entry]:
    glance = [line.text for line in each.glance if line is not None]
    names = (each.short_name, *each.also_called, *each.search_words)
    brief = " ".join((each.summary.text, *(line for line in glance[:2])))
    yield Entry(OPERATION, each.id, "", each.name, names, brief, tuple(glance[2:]))
    for variant in each.variants:
        said = variant.statement.text if variant.statement else ""
        title = f"{each.short_name}: {variant.name}"
        yield Entry(VARIANT, each.id, variant.id, title, (variant.name,), said, ())
    for key in walk.OPERATION_SECTIONS:
        texts = tuple(_texts(getattr(each, key)))
        if texts:
            title = f"{each.short_name}: {guide.words[key]}"
            yield Entry(SECTION, each.id, key, title, (), texts[0], texts[1:])


def _effect(guide: Guide, each: Effect) -> Entry:
    signs = tuple(guide.signs[name].text for name in each.signs)
    body = tuple(text for key in walk.EFFECT_SECTIONS[1:] for text in _texts(getattr(each, key)))
    return Entry(EFFECT, each.id, "", each.name, each.search_words, " ".join(_texts(each.what)), (*signs, *body))


def _texts(statements: Iterable[Statement]) -> Iterator[str]:
    for statement in statements:
        yield statement.text
        yield from _texts(statement.items)
