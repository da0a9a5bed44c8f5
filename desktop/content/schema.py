"""The shape of a content file: which records it holds, and which fields each of them has.

Reads nodes into the model of ``model.py``. docs/content-guide.md explains the same fields to authors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from desktop.content import model
from desktop.content.dead_links import without_dead_links
from desktop.content.record import MOST_STATEMENT, Notebook, Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.content.nodes import Mapping
    from desktop.content.problems import Report

WORDS = (
    "why", "before", "during", "after", "living", "uncertain", "questions", "related", "sources", "kinds",
    "also_called", "removed", "used_for", "how", "stay", "recovery", "what", "when", "how_common", "what_helps",
    "self_care", "team", "good_to_know", "operations", "nurse_notes", "get_help", "any_of_these", "more_signs",
    "figures_note", "side_effects", "this_operation", "shared_effects", "any_operation", "this_effect",
    "same_group", "only_with", "only_after", "not_stated", "ask_team", "not_reviewed", "reviewed", "next_review",
    "references", "all_side_effects", "all_questions", "words", "operations_of_category", "learn_more", "edition",
    "sources_of_topic", "all_sources", "also_possible_after", "based_on", "disclaimer", "compare", "compare_with",
    "compare_first", "compare_second", "change", "own_effects", "both_effects", "no_own_effects", "no_both_effects",
    "body_parts", "part_of", "its_parts", "no_operation", "ways_on",
    "bookmarks", "no_bookmarks", "no_longer_here", "recent", "recent_note", "no_recent", "recent_cleared",
    "what_changed", "nothing_changed", "editions_compared", "warning_signs", "other_level", "level_changed", "pages",
    "newly_there", "changed", "wording", "summary", "cited", "details", "licences", "licences_note",
)  # fmt: skip
"""The headings and set phrases every content file must give, in its own language."""

PAPER = (
    "handout", "clinic", "phone", "page_number", "continued", "not_printed", "words_used", "fold_here",
    "sources_note", "phone_title", "more_in_handout",
)  # fmt: skip
"""The same for the handout."""

T = TypeVar("T")


def read_guide(top: Mapping, report: Report) -> tuple[model.Guide, Notebook]:
    """The whole guide from the top of a file, and the notebook with every field's place.

    The guide may be used only if ``report`` holds no errors.
    """
    book = Notebook(report)
    record = Record(top, book, "content file", "")
    header = record.record("guide", "guide header")
    guide = model.Guide(
        edition=_edition(header),
        often_opened=header.choices("often_opened", "topic"),
        review=_review(record.record("review", "review")),
        words=_words(record.record("words", "list of words"), WORDS),
        paper=_words(record.record("paper", "list of words of the handout"), PAPER),
        levels=_by_id(record.records("levels", "level", _level)),
        times=_by_id(record.records("times", "time", _named)),
        effect_groups=_by_id(record.records("effect_groups", "effect group", _named)),
        sign_groups=_by_id(record.records("sign_groups", "sign group", _named)),
        question_groups=_by_id(record.records("question_groups", "question group", _named)),
        regions=_by_id(record.records("regions", "region", _named)),
        pages=_by_id(record.records("pages", "page", _page)),
        categories=_by_id(record.records("categories", "category", _category)),
        operations=_by_id(record.records("operations", "operation", _operation(book))),
        effects=_by_id(record.records("effects", "effect", _effect)),
        signs=_by_id(record.records("signs", "sign", _sign)),
        terms=_by_id(record.records("terms", "term", _term)),
        questions=_by_id(record.records("questions", "question", _question)),
        organs=_by_id(record.records("organs", "organ", _organ)),
        cards=_by_id(record.records("cards", "card", _card)),
        references=_by_id(record.records("references", "reference", _reference)),
        sources=_by_id(record.records("sources", "source", _source)),
        same_words=record.groups("same_words"),
    )
    header.close()
    record.close()
    _require_what_the_program_names(guide, record, report)
    _define_topics(guide, book)
    book.resolve()
    return (without_dead_links(guide, book) if report.has_errors() else guide), book


def _by_id(records: Iterable[T]) -> dict[str, T]:
    return {record.id: record for record in records}  # type: ignore[attr-defined]


def _require_what_the_program_names(guide: model.Guide, record: Record, report: Report) -> None:
    """Levels, times and some pages have a meaning in the program: without them something would not be shown."""
    for kind, given, wanted in (("levels", guide.levels, model.LEVELS), ("times", guide.times, model.TIMES)):
        if tuple(given) != wanted:
            report.error(record.place_of(kind), f"'{kind}' must be exactly, in this order: {', '.join(wanted)}")
    for page in model.PAGES:
        if page not in guide.pages:
            report.error(record.place_of("pages"), f"there is no page '{page}', which the program leads to; add it")
    if model.CRISIS_CARD not in guide.cards:
        message = f"there is no card '{model.CRISIS_CARD}', which the program prints; add it"
        report.error(record.place_of("cards"), message)
    if model.GENERAL not in guide.effect_groups:
        message = f"there is no effect group '{model.GENERAL}', which holds what any surgery can cause; add it"
        report.error(record.place_of("effect_groups"), message)


def _define_topics(guide: model.Guide, book: Notebook) -> None:
    """Operations, categories, pages, effects and organs share one space of ids: each can be opened as a topic."""
    topics = book.known.setdefault("topic", {})
    for kind in ("page", "category", "operation", "effect", "organ"):
        for name, place in book.known.get(kind, {}).items():
            if name in (*model.LISTS, model.LICENCES, *model.OWN):
                message = f"the id '{name}' belongs to a page that the program makes; use another id"
                book.report.error(place, message)
            first = topics.setdefault(name, place)
            twin = kind == "effect" and name in guide.pages
            if first is not place and not twin:
                message = f"the id '{name}' is already used by another topic in line {first.line}; use another id"
                book.report.error(place, message)


def _edition(record: Record) -> model.Edition:
    return model.Edition(
        id=record.text("id"),
        language=record.one_of("language", model.LANGUAGES),
        title=record.text("title"),
        edition=record.text("edition"),
        date=record.text("date"),
    )


def _review(record: Record) -> model.Review:
    review = model.Review(
        reviewed_by=record.optional_text("reviewed_by"),
        reviewed_on=record.optional_text("reviewed_on"),
        next_review=record.optional_text("next_review"),
    )
    record.close()
    return review


def _words(record: Record, keys: tuple[str, ...]) -> dict[str, str]:
    words = {key: record.text(key, most=MOST_STATEMENT) for key in keys}
    record.close()
    return words


def _level(record: Record) -> model.Level:
    return model.Level(
        id=record.id(),
        name=record.text("name"),
        card=record.text("card"),
        note=record.optional_text("note", most=MOST_STATEMENT),
        sources=record.sources(),
    )


def _named(record: Record) -> model.Named:
    return model.Named(id=record.id(), name=record.text("name"))


def _section(record: Record) -> model.Section:
    return model.Section(
        id=record.id(),
        heading=record.text("heading"),
        statements=record.statements("statements"),
    )


def _page(record: Record) -> model.Page:
    return model.Page(
        id=record.id(),
        name=record.text("name"),
        summary=_needed(record.statement("summary")),
        notice=record.statement("notice", required=False),
        sections=tuple(record.records("sections", "section", _section)),
        questions=record.choices("questions", "question"),
        related=record.choices("related", "topic"),
        nurse_notes=record.statements("nurse_notes"),
        search_words=record.texts("search_words"),
    )


def _category(record: Record) -> model.Category:
    return model.Category(
        id=record.id(),
        name=record.text("name"),
        plain_name=record.text("plain_name"),
        summary=_needed(record.statement("summary")),
        why=record.statements("why"),
        operations=record.choices("operations", "operation", required=True),
        search_words=record.texts("search_words"),
    )


def _operation(book: Notebook) -> Callable[[Record], model.Operation]:
    def read(record: Record) -> model.Operation:
        name = record.id()
        book.define("operation or variant", name, record.place)

        def variant(each: Record) -> model.Variant:
            found = _variant(each)
            book.define("operation or variant", f"{name}/{found.id}", each.place)
            return found

        return model.Operation(
            id=name,
            name=record.text("name"),
            short_name=record.text("short_name", most=40),
            also_called=record.texts("also_called"),
            figure=record.text("figure"),
            figure_text=record.text("figure_text", most=MOST_STATEMENT),
            summary=_needed(record.statement("summary")),
            glance=_glance(record.record("glance", "glance card")),
            variants=tuple(record.records("variants", "variant", variant)),
            why=record.statements("why"),
            before=record.statements("before"),
            during=record.statements("during"),
            after=record.statements("after"),
            living=record.statements("living"),
            uncertain=record.statements("uncertain"),
            questions=record.choices("questions", "question", required=True),
            related=record.choices("related", "operation", required=True),
            effects=record.choices("effects", "effect", required=True),
            nurse_notes=record.statements("nurse_notes"),
            search_words=record.texts("search_words"),
        )

    return read


def _glance(record: Record) -> model.Glance:
    glance = model.Glance(
        removed=record.statement("removed", required=False),
        used_for=record.statement("used_for", required=False),
        how=record.statement("how", required=False),
        stay=record.statement("stay", required=False),
        recovery=record.statement("recovery", required=False),
    )
    record.close()
    return glance


def _variant(record: Record) -> model.Variant:
    return model.Variant(
        id=record.id(),
        name=record.text("name"),
        statement=record.statement("says", required=False),
        effects=record.choices("effects", "effect"),
        search_words=record.texts("search_words"),
    )


def _effect(record: Record) -> model.Effect:
    return model.Effect(
        id=record.id(),
        name=record.text("name"),
        group=record.choice("group", "effect group"),
        operations=record.wheres("operations", required=True),
        times=record.choices("times", "time", required=True),
        what=record.statements("what"),
        when=record.statements("when"),
        how_common=record.statements("how_common"),
        self_care=record.statements("self_care"),
        team=record.statements("team"),
        notes=record.statements("notes"),
        signs=record.choices("signs", "sign", required=True),
        nurse_notes=record.statements("nurse_notes"),
        search_words=record.texts("search_words"),
    )


def _sign(record: Record) -> model.Sign:
    return model.Sign(
        id=record.id(),
        level=record.choice("level", "level"),
        group=record.choice("group", "sign group"),
        text=record.text("text", most=MOST_STATEMENT),
        action=record.optional_text("action", most=MOST_STATEMENT),
        only=record.wheres("only"),
        sources=record.sources(),
    )


def _term(record: Record) -> model.Term:
    return model.Term(
        id=record.id(),
        name=record.text("name"),
        forms=record.texts("forms"),
        definition=record.text("definition", most=MOST_STATEMENT),
        sources=record.sources(),
        search_words=record.texts("search_words"),
    )


def _question(record: Record) -> model.Question:
    return model.Question(
        id=record.id(),
        group=record.choice("group", "question group"),
        text=record.text("text", most=MOST_STATEMENT),
        only=record.wheres("only"),
        sources=record.sources(),
        search_words=record.texts("search_words"),
    )


def _organ(record: Record) -> model.Organ:
    return model.Organ(
        id=record.id(),
        name=record.text("name"),
        region=record.choice("region", "region"),
        text=record.text("text", most=MOST_STATEMENT),
        part_of=record.optional_text("part_of"),
        operations=record.wheres("operations"),
        sources=record.sources(),
        search_words=record.texts("search_words"),
    )


def _card(record: Record) -> model.AlertCard:
    return model.AlertCard(
        id=record.id(),
        name=record.text("name"),
        title=record.text("title"),
        note=_needed(record.statement("note")),
        sections=tuple(record.records("sections", "section", _section)),
        lines=record.texts("lines"),
    )


def _reference(record: Record) -> model.Reference:
    return model.Reference(
        id=record.id(),
        text=record.text("text", most=MOST_STATEMENT),
        url=record.optional_text("url", most=400),
    )


def _source(record: Record) -> model.Source:
    return model.Source(
        id=record.id(),
        title=record.text("title", most=300),
        publisher=record.text("publisher", most=200),
        year=record.text("year"),
        url=record.optional_text("url", most=400),
        note=record.optional_text("note", most=MOST_STATEMENT),
    )


def _needed(statement: model.Statement | None) -> model.Statement:
    return statement or model.Statement("", ())
