"""What can be found: every record and section of the guide as an entry with its names and texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.content import walk
from desktop.content.glossary import forms
from desktop.content.typesetting import with_colon
from desktop.pages import topics

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.content.model import Effect, Guide, Operation, Organ, Page, Statement

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

    ``names`` are what else it is called, ``context`` is what the topic is called in which it stands,
    ``brief`` is what it says first and ``body`` everything else. Notes for nurses are not among them:
    a patient's search must not lead to what a patient is not shown.
    """

    kind: str
    topic: str
    anchor: str
    title: str
    names: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    brief: tuple[str, ...] = ()
    body: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The topic, and the place in it after a number sign."""
        return f"{self.topic}#{self.anchor}" if self.anchor else self.topic


def entries(guide: Guide) -> Iterator[Entry]:
    """Every entry of a guide."""
    for page in guide.pages.values():
        yield from _page(guide, page)
    for topic in topics.LISTS:
        yield Entry(PAGE, topic, "", topics.name(guide, topic))
    for category in guide.categories.values():
        names = (category.plain_name, *category.search_words)
        brief = (category.summary.text,)
        yield Entry(CATEGORY, category.id, "", category.name, names, (), brief, tuple(_texts(category.why)))
    for operation in guide.operations.values():
        yield from _operation(guide, operation)
    for effect in guide.effects.values():
        if effect.id not in guide.pages:
            yield from _effect(guide, effect)
    for term in guide.terms.values():
        yield Entry(WORD, topics.WORDS, term.id, term.name, (*forms(term), *term.search_words), (), (term.definition,))
    for question in guide.questions.values():
        yield Entry(QUESTION, topics.QUESTIONS, question.id, question.text, question.search_words)
    for organ in guide.organs.values():
        yield from _organ(guide, organ)


def _page(guide: Guide, page: Page) -> Iterator[Entry]:
    effect = guide.effects.get(page.id)
    names = (*page.search_words, *(effect.search_words if effect else ()))
    yield Entry(PAGE, page.id, "", page.name, names, (), (page.summary.text,), _signs(guide, effect) if effect else ())
    for section in page.sections:
        title = _under(guide, page.name, section.heading)
        texts = tuple(_texts(section.statements))
        yield Entry(SECTION, page.id, section.id, title, (section.heading,), (page.name,), texts[:2], texts[2:])


def _operation(guide: Guide, each: Operation) -> Iterator[Entry]:
    glance = tuple(line.text for line in each.glance if line is not None)
    names = tuple(dict.fromkeys((each.short_name, *each.also_called, *each.search_words)))
    yield Entry(OPERATION, each.id, "", each.name, names, (), (each.summary.text, *glance[:3]), glance[3:])
    for variant in each.variants:
        said = (variant.statement.text,) if variant.statement else ()
        title = _under(guide, each.short_name, variant.name)
        called = (variant.name, *variant.search_words)
        yield Entry(VARIANT, each.id, variant.id, title, called, (each.short_name,), said)
    for key in walk.OPERATION_SECTIONS:
        texts = tuple(_texts(getattr(each, key)))
        if texts:
            title = _under(guide, each.short_name, guide.words[key])
            yield Entry(SECTION, each.id, key, title, (), (each.name, *names), texts)


def _effect(guide: Guide, each: Effect) -> Iterator[Entry]:
    body = tuple(text for key in walk.EFFECT_SECTIONS[1:] for text in _texts(getattr(each, key)))
    brief = (*_texts(each.what), *_signs(guide, each))
    yield Entry(EFFECT, each.id, "", each.name, each.search_words, (), brief, body)


def _under(guide: Guide, topic: str, part: str) -> str:
    return f"{with_colon(topic, guide.edition.language)} {part}"


def _signs(guide: Guide, each: Effect) -> tuple[str, ...]:
    return tuple(guide.signs[name].text for name in each.signs)


def _organ(guide: Guide, each: Organ) -> Iterator[Entry]:
    if topics.exists(guide, each.id):
        yield Entry(ORGAN, each.id, "", each.name, each.search_words, (), (each.text,))


def _texts(statements: Iterable[Statement]) -> Iterator[str]:
    for statement in statements:
        yield statement.text
        yield from _texts(statement.items)
