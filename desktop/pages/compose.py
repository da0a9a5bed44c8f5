"""Composes the sheet of each topic: the same order on every page of a kind."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from desktop.content import walk
from desktop.content.folding import fold
from desktop.content.model import Statement
from desktop.content.typesetting import with_colon
from desktop.pages import compare, organ, topics, when_to_help
from desktop.pages.per_guide import per_guide
from desktop.pages.sheet import Block, GlanceCard, GlanceRow, Kind, Notice, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.content.model import Category, Effect, Guide, Operation, Organ, Page, Source


def sheet(guide: Guide, topic: str, *, nurse: bool = True) -> Sheet:
    """The sheet of a topic. ``nurse`` tells whether notes for nurses are shown (never in a kiosk).

    Raises KeyError if there is no such topic.
    """
    composer = _Composer(guide, nurse=nurse)
    if topic in guide.operations:
        return composer.operation(guide.operations[topic])
    if topic in guide.pages:
        return composer.page(guide.pages[topic])
    if topic in guide.categories:
        return composer.category(guide.categories[topic])
    if topic in guide.effects:
        return composer.effect(guide.effects[topic])
    if topic in guide.organs:
        return composer.organ(guide.organs[topic])
    compared = topics.compared(guide, topic)
    if compared:
        return composer.comparison(topic, *compared)
    return composer.licences() if topic == topics.LICENCES else _LISTS[topic](guide)


def said(statements: Iterable[Statement]) -> Iterator[Block]:
    """The blocks of some statements and of the lists under them."""
    for statement in statements:
        yield Block(Kind.PARAGRAPH, statement.text, statement.sources)
        for number, item in enumerate(statement.items, start=1):
            kind = Kind.STEP if statement.numbered else Kind.BULLET
            yield Block(kind, item.text, item.sources, number=number)


def cite(source: Source) -> str:
    """A source set out for reading."""
    told = " ".join(part for part in (f"{source.publisher}. {source.title}. {source.year}.", source.url) if part)
    return f"{told} ({source.note})" if source.note else told


def review_state(guide: Guide) -> str:
    """Who has checked this copy of the content. Says so when nobody has."""
    review, words = guide.review, guide.words
    if not review.reviewed_by:
        return words["not_reviewed"]
    parts = [f"{words['reviewed']} {review.reviewed_by}", review.reviewed_on]
    if review.next_review:
        parts.append(f"{words['next_review']} {review.next_review}")
    return " · ".join(part for part in parts if part)


class _Composer:
    """Composes sheets from one guide."""

    def __init__(self, guide: Guide, *, nurse: bool) -> None:
        self._guide = guide
        self._words = guide.words
        self._nurse = nurse

    def operation(self, each: Operation) -> Sheet:
        blocks: list[Block] = []
        for key in walk.OPERATION_SECTIONS:
            blocks += self._section(self._words[key], getattr(each, key), anchor=key, operation=each.id)
            if key == "during":
                blocks += self._forms(each)
            if key == "after" and _has_figures(each.after):
                blocks.append(Block(Kind.QUIET, self._words["figures_note"]))
        blocks += self._questions(each.questions)
        blocks += self._links("body_parts", topics.organs_of(self._guide, each.id))
        blocks.append(Block(Kind.HEADING, self._words["related"], anchor="related"))
        blocks += [Block(Kind.LINK, topics.name(self._guide, name), target=name) for name in each.related]
        blocks.append(Block(Kind.LINK, self._words["compare_with"], target=topics.comparison(each.id)))
        blocks += self._nurse_notes(each.nurse_notes)
        return self._with_sources(
            Sheet(
                topic=each.id,
                crumbs=topics.crumbs(self._guide, each.id),
                title=each.name,
                subtitle=self._also_called(each),
                lead=Block(Kind.PARAGRAPH, each.summary.text, each.summary.sources),
                glance=self._glance(each),
                notice=self._notice(),
                blocks=tuple(blocks),
            )
        )

    def page(self, each: Page) -> Sheet:
        blocks: list[Block] = []
        for section in each.sections:
            blocks += self._section(section.heading, section.statements, anchor=section.id)
        blocks += self._questions(each.questions)
        effect = self._guide.effects.get(each.id)
        if effect is not None:
            blocks += self._links("operations", (where.operation for where in effect.operations))
        blocks += self._links("related", each.related)
        blocks += self._nurse_notes(each.nurse_notes)
        if each.id == topics.ABOUT_GUIDE:
            blocks += self._references()
            blocks += self._sources_of_everything()
            blocks.append(Block(Kind.LINK, self._words["licences"], target=topics.LICENCES))
        made = Sheet(
            topic=each.id,
            crumbs=(),
            title=each.name,
            subtitle="",
            lead=Block(Kind.PARAGRAPH, each.summary.text, each.summary.sources),
            glance=None,
            notice=None,
            blocks=tuple(blocks),
        )
        return made if each.id == topics.ABOUT_GUIDE else self._with_sources(made)

    def category(self, each: Category) -> Sheet:
        blocks = [*self._section(self._words["why"], each.why, anchor="why")]
        blocks.append(Block(Kind.HEADING, self._words["operations_of_category"], anchor="operations"))
        for name in each.operations:
            operation = self._guide.operations[name]
            blocks.append(Block(Kind.LINK, operation.name, target=name))
            blocks.append(Block(Kind.QUIET, operation.summary.text, operation.summary.sources))
        return self._with_sources(
            Sheet(
                topic=each.id,
                crumbs=(),
                title=each.name,
                subtitle=each.plain_name,
                lead=Block(Kind.PARAGRAPH, each.summary.text, each.summary.sources),
                glance=None,
                notice=None,
                blocks=tuple(blocks),
            )
        )

    def effect(self, each: Effect) -> Sheet:
        blocks = [*effect_body(self._guide, each, nurse=self._nurse)]
        blocks += self._links("operations", (where.operation for where in each.operations))
        return self._with_sources(
            Sheet(
                topic=each.id,
                crumbs=topics.crumbs(self._guide, each.id),
                title=each.name,
                subtitle=" · ".join(self._guide.times[time].name for time in each.times),
                lead=None,
                glance=None,
                notice=None,
                blocks=tuple(blocks),
            )
        )

    def organ(self, each: Organ) -> Sheet:
        return self._with_sources(
            Sheet(
                topic=each.id,
                crumbs=topics.crumbs(self._guide, each.id),
                title=each.name,
                subtitle=self._guide.regions[each.region].name,
                lead=Block(Kind.PARAGRAPH, each.text, each.sources),
                glance=None,
                notice=None,
                blocks=tuple(organ.blocks(self._guide, each)),
            )
        )

    def comparison(self, topic: str, first: str, second: str = "") -> Sheet:
        crumbs = topics.crumbs(self._guide, topic)
        if not second:
            made = _listing(self._guide, topic, [*compare.choices(self._guide, first)])
            return made._replace(crumbs=crumbs, subtitle=self._guide.operations[first].name)
        made = _listing(self._guide, topic, [])._replace(crumbs=crumbs)
        return self._with_sources(made._replace(comparison=compare.comparison(self._guide, first, second)))

    def licences(self) -> Sheet:
        from desktop import licences  # noqa: PLC0415 - rarely asked for

        blocks = [Block(Kind.PARAGRAPH, self._words["licences_note"])]
        for title, paragraphs in licences.texts():
            inside = tuple(Block(Kind.PARAGRAPH, text) for text in paragraphs)
            blocks.append(Block(Kind.FOLD, title, inside=inside))
        crumbs = topics.crumbs(self._guide, topics.LICENCES)
        return _listing(self._guide, topics.LICENCES, blocks)._replace(crumbs=crumbs)

    def _also_called(self, each: Operation) -> str:
        if not each.also_called:
            return ""
        return f"{self._words['also_called']} {', '.join(each.also_called)}"

    def _glance(self, each: Operation) -> GlanceCard:
        rows = []
        for key, line in each.glance._asdict().items():
            text, sources = (line.text, line.sources) if line else (self._not_stated(), ())
            rows.append(GlanceRow(self._words[key], text, sources))
        counted = _has_figures(line for line in each.glance if line is not None)
        return GlanceCard(each.figure, each.figure_text, tuple(rows), self._words["figures_note"] if counted else "")

    def _notice(self) -> Notice | None:
        page = self._guide.pages.get(topics.CRISIS)
        if page is None or page.notice is None:
            return None
        return Notice(page.name, page.notice.text, page.notice.sources, page.id, self._words["learn_more"])

    def _section(
        self, heading: str, statements: tuple[Statement, ...], *, anchor: str, operation: str = ""
    ) -> Iterator[Block]:
        yield Block(Kind.HEADING, heading, anchor=anchor)
        for statement in statements:
            yield from _told(self._guide, statement, operation)
        if not statements:
            yield Block(Kind.PARAGRAPH, self._not_stated())

    def _forms(self, each: Operation) -> Iterator[Block]:
        if not each.variants:
            return
        yield Block(Kind.SUBHEADING, self._words["kinds"], anchor="kinds")
        for variant in each.variants:
            said_of_it = variant.statement or Statement(self._not_stated(), ())
            yield Block(Kind.WORD, said_of_it.text, said_of_it.sources, variant.name, anchor=variant.id)

    def _not_stated(self) -> str:
        return f"{self._words['not_stated']} {self._words['ask_team']}"

    def _questions(self, questions: tuple[str, ...]) -> Iterator[Block]:
        if questions:
            yield Block(Kind.HEADING, self._words["questions"], anchor="questions")
            for name in questions:
                question = self._guide.questions[name]
                yield Block(Kind.QUESTION, question.text, question.sources, anchor=name)
            yield Block(Kind.LINK, self._words["all_questions"], target=topics.QUESTIONS)

    def _links(self, key: str, targets: Iterable[str]) -> Iterator[Block]:
        once = tuple(dict.fromkeys(targets))
        if once:
            yield Block(Kind.HEADING, self._words[key], anchor=key)
            for target in once:
                yield Block(Kind.LINK, topics.name(self._guide, target), target=target)

    def _nurse_notes(self, notes: tuple[Statement, ...]) -> Iterator[Block]:
        if notes and self._nurse:
            yield Block(Kind.NURSE, self._words["nurse_notes"], inside=tuple(said(notes)))

    def _with_sources(self, made: Sheet) -> Sheet:
        """The sheet with everything that is cited on it at its end, once each, in the order of the sheet."""
        cited = dict.fromkeys(_cited_on(made))
        inside = tuple(Block(Kind.BULLET, cite(self._guide.sources[name])) for name in cited)
        told = (
            Block(Kind.HEADING, self._words["sources"], anchor="sources"),
            Block(Kind.QUIET, review_state(self._guide)),
            Block(Kind.FOLD, f"{self._words['sources_of_topic']} ({len(cited)})", inside=inside),
        )
        return made._replace(blocks=(*made.blocks, *told))

    def _references(self) -> Iterator[Block]:
        yield Block(Kind.HEADING, self._words["references"], anchor="references")
        for reference in self._guide.references.values():
            text = f"{reference.text} {reference.url}" if reference.url else reference.text
            yield Block(Kind.BULLET, text)

    def _sources_of_everything(self) -> Iterator[Block]:
        yield Block(Kind.HEADING, self._words["sources"], anchor="sources")
        yield Block(Kind.QUIET, review_state(self._guide))
        edition = self._guide.edition
        yield Block(Kind.QUIET, f"{self._words['edition']} {edition.edition} · {edition.date}")
        inside = tuple(Block(Kind.BULLET, cite(source)) for source in self._guide.sources.values())
        yield Block(Kind.FOLD, f"{self._words['all_sources']} ({len(inside)})", inside=inside)


def _listing(guide: Guide, topic: str, blocks: list[Block]) -> Sheet:
    return Sheet(topic, (), topics.name(guide, topic), "", None, None, None, tuple(blocks))


@per_guide
def _choose_two(guide: Guide) -> Sheet:
    return _listing(guide, topics.COMPARE, [*compare.choices(guide)])


@per_guide
def _all_side_effects(guide: Guide) -> Sheet:
    blocks = []
    for group in guide.effect_groups.values():
        here = [effect for effect in guide.effects.values() if effect.group == group.id]
        if here:
            blocks.append(Block(Kind.HEADING, group.name, anchor=group.id))
            blocks += [Block(Kind.LINK, effect.name, target=effect.id) for effect in here]
    return _listing(guide, topics.SIDE_EFFECTS, blocks)


@per_guide
def _all_questions(guide: Guide) -> Sheet:
    blocks = []
    for group in guide.question_groups.values():
        blocks.append(Block(Kind.HEADING, group.name, anchor=group.id))
        for question in guide.questions.values():
            if question.group == group.id:
                only = dict.fromkeys(where.operation for where in question.only)
                names = [guide.operations[each].short_name for each in only]
                lead_in = with_colon(", ".join(names), guide.edition.language) if names else ""
                blocks.append(Block(Kind.QUESTION, question.text, question.sources, lead_in, anchor=question.id))
                blocks += [Block(Kind.LINK, guide.operations[each].short_name, target=each) for each in only]
    return _listing(guide, topics.QUESTIONS, blocks)


@per_guide
def _all_words(guide: Guide) -> Sheet:
    blocks = []
    letter = ""
    folded = [(fold(term.name), term) for term in guide.terms.values()]
    for name, term in sorted(folded, key=itemgetter(0)):
        first = name[:1].upper()
        if first != letter:
            letter = first
            blocks.append(Block(Kind.HEADING, letter, anchor=f"letter-{letter}"))
        blocks.append(Block(Kind.WORD, term.definition, term.sources, term.name, anchor=term.id))
    return _listing(guide, topics.WORDS, blocks)


_LISTS = {
    topics.SIDE_EFFECTS: _all_side_effects,
    topics.QUESTIONS: _all_questions,
    topics.WORDS: _all_words,
    topics.COMPARE: _choose_two,
}
"""The pages that are lists of everything."""


def effect_body(guide: Guide, each: Effect, *, nurse: bool, operation: str = "") -> Iterator[Block]:
    """What is said about an effect. Within an operation only what belongs to it.

    The signs stand right after what it is, because nothing reassuring may stand above them (dossier,
    ``medical_safety_rules``).
    """
    words = guide.words
    yield from _part(guide, "what", each.what, operation)
    for section in when_to_help.of_effect(guide, each, operation):
        yield Block(Kind.HELP, section.name, level=section.level, inside=section.blocks())
    yield from _part(guide, "when", each.when, operation)
    yield from _part(guide, "how_common", each.how_common, operation)
    yield from _part(guide, "self_care", each.self_care, operation)
    yield from _part(guide, "team", each.team, operation)
    if tuple(_of(each.notes, operation)):
        yield from _part(guide, "good_to_know", each.notes, operation)
    nurse_notes = tuple(_of(each.nurse_notes, operation))
    if nurse_notes and nurse:
        yield Block(Kind.NURSE, words["nurse_notes"], inside=tuple(said(nurse_notes)))


def _part(guide: Guide, key: str, statements: Iterable[Statement], operation: str) -> Iterator[Block]:
    """A heading and its statements, or the plain word that no source states it."""
    words = guide.words
    here = tuple(_of(statements, operation))
    yield Block(Kind.SUBHEADING, words[key], anchor=key)
    for statement in here:
        yield from _told(guide, statement, operation)
    if not here:
        yield Block(Kind.PARAGRAPH, f"{words['not_stated']} {words['ask_team']}")
    if key == "how_common" and _has_figures(here):
        yield Block(Kind.QUIET, words["figures_note"])


def _has_figures(statements: Iterable[Statement]) -> bool:
    """Whether a number is told, so that the reader must hear whom it was counted in."""
    return any(any(map(str.isdigit, each.text)) or _has_figures(each.items) for each in statements)


def _cited_on(made: Sheet) -> Iterator[str]:
    """The sources of everything a sheet shows, from top to bottom."""
    if made.lead:
        yield from made.lead.sources
    if made.glance:
        yield from (source for row in made.glance.rows for source in row.sources)
    if made.notice:
        yield from made.notice.sources
    if made.comparison:
        yield from (source for row in made.comparison.rows for side in row.sides for source in _cited_in(side))
    yield from _cited_in(made.blocks)


def _cited_in(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from block.sources
        yield from _cited_in(block.inside)


def _of(statements: Iterable[Statement], operation: str) -> Iterator[Statement]:
    """The statements that hold for an operation (all of them where none is given)."""
    for statement in statements:
        if not operation or not statement.only or any(where.operation == operation for where in statement.only):
            yield statement


def _told(guide: Guide, statement: Statement, operation: str) -> Iterator[Block]:
    """A statement, the list under it, and the operations or variants it is limited to."""
    yield from said((statement,))
    limit = when_to_help.limits(guide, statement.only, operation)
    if limit:
        yield Block(Kind.QUIET, limit)
