"""Walks over every text of a guide in reading order, with the path under which its place is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.content.model import AlertCard, Category, Effect, Guide, Operation, Page, Sign, Statement

NAME = "name"
HEADING = "heading"
STATEMENT = "statement"
ITEM = "item"
STEP = "step"
SIGN = "sign"
ACTION = "action"
NURSE = "nurse"


class Said(NamedTuple):
    """One text of the guide: where it stands, what it is, and what it rests on."""

    path: str
    kind: str
    text: str
    sources: tuple[str, ...] = ()


def statements(path: str, said: Iterable[Statement | None], kind: str = STATEMENT) -> Iterator[Said]:
    """The texts of a field's statements and of the lists under them."""
    for number, statement in enumerate(said):
        if statement is not None:
            yield from one_statement(f"{path}/{number}", statement, kind)


def one_statement(path: str, statement: Statement, kind: str = STATEMENT) -> Iterator[Said]:
    """The text of one statement and of the list under it."""
    yield Said(path, kind, statement.text, statement.sources)
    below, inner = ("steps", STEP) if statement.numbered else ("items", ITEM)
    for number, item in enumerate(statement.items):
        yield from one_statement(f"{path}/{below}/{number}", item, inner if kind == STATEMENT else kind)


def operation(each: Operation) -> Iterator[Said]:
    """Every text of an operation, without those of its effects."""
    path = f"operations/{each.id}"
    yield Said(f"{path}/name", NAME, each.name)
    for name in each.also_called:
        yield Said(f"{path}/also_called", NAME, name)
    yield from one_statement(f"{path}/summary", each.summary)
    for key, line in each.glance._asdict().items():
        if line is not None:
            yield from one_statement(f"{path}/glance/{key}", line)
    for variant in each.variants:
        yield Said(f"{path}/variants/{variant.id}/name", NAME, variant.name)
        if variant.statement is not None:
            yield from one_statement(f"{path}/variants/{variant.id}/says", variant.statement)
    for key in OPERATION_SECTIONS:
        yield from statements(f"{path}/{key}", getattr(each, key))
    yield from statements(f"{path}/nurse_notes", each.nurse_notes, NURSE)


OPERATION_SECTIONS = ("why", "before", "during", "after", "living", "uncertain")
"""The sections of an operation, in the order of the page (docs: product, detail pane)."""

EFFECT_SECTIONS = ("what", "when", "how_common", "self_care", "team", "notes")
"""The sections of an effect, in the order of its card."""


def effect(each: Effect) -> Iterator[Said]:
    """Every text of an effect, without its signs."""
    path = f"effects/{each.id}"
    yield Said(f"{path}/name", NAME, each.name)
    for key in EFFECT_SECTIONS:
        yield from statements(f"{path}/{key}", getattr(each, key))
    yield from statements(f"{path}/nurse_notes", each.nurse_notes, NURSE)


def sign(each: Sign) -> Iterator[Said]:
    """A sign and the action shown with it."""
    yield Said(f"signs/{each.id}/text", SIGN, each.text, each.sources)
    if each.action:
        yield Said(f"signs/{each.id}/action", ACTION, each.action, each.sources)


def page(each: Page) -> Iterator[Said]:
    """Every text of a page."""
    path = f"pages/{each.id}"
    yield Said(f"{path}/name", NAME, each.name)
    yield from one_statement(f"{path}/summary", each.summary)
    if each.notice is not None:
        yield from one_statement(f"{path}/notice", each.notice)
    for section in each.sections:
        yield Said(f"{path}/sections/{section.id}/heading", HEADING, section.heading)
        yield from statements(f"{path}/sections/{section.id}/statements", section.statements)
    yield from statements(f"{path}/nurse_notes", each.nurse_notes, NURSE)


def card(each: AlertCard) -> Iterator[Said]:
    """Every text of a card to carry."""
    path = f"cards/{each.id}"
    yield Said(f"{path}/name", NAME, each.name)
    yield Said(f"{path}/title", NAME, each.title)
    yield from one_statement(f"{path}/note", each.note)
    for section in each.sections:
        yield Said(f"{path}/sections/{section.id}/heading", HEADING, section.heading)
        yield from statements(f"{path}/sections/{section.id}/statements", section.statements)


def category(each: Category) -> Iterator[Said]:
    """Every text of a category."""
    path = f"categories/{each.id}"
    yield Said(f"{path}/name", NAME, each.name)
    yield Said(f"{path}/plain_name", NAME, each.plain_name)
    yield from one_statement(f"{path}/summary", each.summary)
    yield from statements(f"{path}/why", each.why)


def guide(whole: Guide) -> Iterator[Said]:
    """Every text a reader can meet, in the order of the file."""
    yield from _levels(whole)
    for one_page in whole.pages.values():
        yield from page(one_page)
    for one_category in whole.categories.values():
        yield from category(one_category)
    for one_operation in whole.operations.values():
        yield from operation(one_operation)
    for one_effect in whole.effects.values():
        yield from effect(one_effect)
    for one_sign in whole.signs.values():
        yield from sign(one_sign)
    for one_card in whole.cards.values():
        yield from card(one_card)
    yield from _short_records(whole)


def _levels(whole: Guide) -> Iterator[Said]:
    for each in whole.levels.values():
        yield Said(f"levels/{each.id}/name", NAME, each.name)
        yield Said(f"levels/{each.id}/card", HEADING, each.card, each.sources)
        if each.note:
            yield Said(f"levels/{each.id}/note", STATEMENT, each.note, each.sources)


def _short_records(whole: Guide) -> Iterator[Said]:
    for term in whole.terms.values():
        yield Said(f"terms/{term.id}/name", NAME, term.name)
        yield Said(f"terms/{term.id}/definition", STATEMENT, term.definition, term.sources)
    for question in whole.questions.values():
        yield Said(f"questions/{question.id}/text", STATEMENT, question.text, question.sources)
    for organ in whole.organs.values():
        yield Said(f"organs/{organ.id}/name", NAME, organ.name)
        yield Said(f"organs/{organ.id}/text", STATEMENT, organ.text, organ.sources)
