"""A selection of topics -> a document, from the same sheets and panels as the screen.

Nothing is collapsed and nothing of a topic is left out but the notes for nurses. When to get help stands before
everything that could reassure (dossier, ``medical_safety_rules``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.content.glossary import Glossary
from desktop.content.model import CRISIS_CARD
from desktop.handout.document import (
    Chapter,
    Clinic,
    Document,
    EffectCard,
    EffectGroup,
    Help,
    HelpBox,
    Questions,
)
from desktop.pages import compose, panel, topics
from desktop.pages.sheet import Block, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.content.model import Guide
    from desktop.handout.document import WalletCard
    from desktop.pages.sheet import EffectRow, Panel, Sheet

_SPARE_QUESTIONS = 2
_ELSEWHERE = ("questions", "sources")
"""Sections of a page that have a part of the handout to themselves."""


class Selection(NamedTuple):
    """What the handout is about.

    ``effects`` are the side effects to print, None for all. ``questions`` are ids, None for those of the topics.
    ``own_questions`` are the reader's own words.
    """

    topics: tuple[str, ...]
    effects: tuple[str, ...] | None = None
    questions: tuple[str, ...] | None = None
    own_questions: tuple[str, ...] = ()
    with_questions: bool = True
    with_words: bool = True


def document(guide: Guide, selection: Selection, clinic: Clinic, card: WalletCard | None = None) -> Document:
    """The handout, with a card to carry if one is given.

    Raises KeyError for an id that does not exist, ValueError if there is neither topic nor card.
    """
    if not selection.topics and card is None:
        message = "a handout needs a topic"
        raise ValueError(message)
    return _Composer(guide, selection).document(clinic, card)


def effects_of(guide: Guide, chosen: Iterable[str]) -> tuple[str, ...]:
    """The side effects that belong to some topics, once each, in the order of the screen."""
    found: dict[str, None] = {}
    for topic in chosen:
        if _has_panel(guide, topic):
            found |= {row.effect: None for group in panel.panel(guide, topic).groups for row in group.rows}
        elif _is_effect(guide, topic):
            found[topic] = None
    return tuple(found)


def questions_of(guide: Guide, chosen: Iterable[str]) -> tuple[str, ...]:
    """The questions that belong to some topics, once each."""
    found: dict[str, None] = {}
    for topic in chosen:
        if topic == topics.QUESTIONS:
            found |= dict.fromkeys(guide.questions)
        record = guide.operations.get(topic) or guide.pages.get(topic)
        found |= dict.fromkeys(record.questions if record else ())
    return tuple(found)


class _Composer:
    """Composes one document."""

    def __init__(self, guide: Guide, selection: Selection) -> None:
        self._guide = guide
        self._selection = selection
        single = [topics.compared(guide, topic) or (topic,) for topic in selection.topics]
        self._topics = tuple(dict.fromkeys(topic for each in single for topic in each))
        self._own_chapters = self._with_chapters()
        self._single = len(self._own_chapters) == 1

    def document(self, clinic: Clinic, card: WalletCard | None) -> Document:
        guide, paper = self._guide, self._guide.paper
        chapters = tuple(self._chapter(topic) for topic in self._own_chapters)
        effects = tuple(self._effects())
        shown = [*_blocks_of(chapters), *(block for group in effects for card in group.cards for block in card.blocks)]
        edition = guide.edition
        title = chapters[0].title if self._single else card.title if card and not chapters else paper["handout"]
        state = compose.review_state(guide)
        dated = f"{guide.words['edition']} {edition.edition} · {edition.date}"
        return Document(
            language=edition.language,
            title=title,
            guide=edition.title,
            clinic=clinic,
            clinic_label=paper["clinic"],
            phone_label=paper["phone"],
            chapters=chapters,
            effects_title=guide.words["side_effects"],
            effects=effects,
            not_printed=self._not_printed(),
            questions=self._questions(),
            words_title=paper["words_used"],
            words=tuple(self._words(shown)) if self._selection.with_words else (),
            sources_title=guide.words["sources"],
            review=(state, guide.words["based_on"], dated, paper["sources_note"]),
            sources=tuple(self._sources(chapters, [*shown, *(self._of_card() if card else ())])),
            card=card,
            foot=(f"{edition.title} · {dated} · {state}", guide.words["disclaimer"]),
            page_number=paper["page_number"],
            continued=paper["continued"],
        )

    def _with_chapters(self) -> tuple[str, ...]:
        """The topics with a chapter of their own. A side effect that is told with the others needs none."""
        others = [topic for topic in self._topics if not _is_effect(self._guide, topic)]
        return tuple(others) if others else self._topics

    def _chapter(self, topic: str) -> Chapter:
        sheet = compose.sheet(self._guide, topic, nurse=False)
        beside = panel.panel(self._guide, topic) if _has_panel(self._guide, topic) else None
        return Chapter(
            topic=topic,
            title=sheet.title,
            subtitle=sheet.subtitle,
            lead=sheet.lead,
            glance=sheet.glance,
            notice=sheet.notice,
            help=_help(beside) if beside else None,
            blocks=tuple(_for_paper(sheet)),
            effects=() if self._single or beside is None else tuple(_named(beside)),
        )

    def _wanted(self, effect: str) -> bool:
        chosen = self._selection.effects
        return chosen is None or effect in chosen or effect in self._topics

    def _effects(self) -> Iterator[EffectGroup]:
        """The side effects to print, each once: as its operation has it, or in general where several share it."""
        if self._single:
            topic = self._own_chapters[0]
            groups = panel.panel(self._guide, topic).groups if _has_panel(self._guide, topic) else ()
            operation = panel.panel(self._guide, topic).operation if groups else ""
            for group in groups:
                cards = tuple(self._card(row, operation) for row in group.rows if self._wanted(row.effect))
                if cards:
                    yield EffectGroup(group.heading, cards)
            known = {row.effect for group in groups for row in group.rows}
            yield from self._in_general(effect for effect in self._topics if effect not in known)
        else:
            yield from self._in_general(effects_of(self._guide, self._topics))

    def _in_general(self, effects: Iterable[str]) -> Iterator[EffectGroup]:
        """Side effects as their own pages have them, under the headings of the guide."""
        chosen = {each for each in effects if _is_effect(self._guide, each) and each not in self._own_chapters}
        for group in self._guide.effect_groups.values():
            here = [each for each in self._guide.effects.values() if each.group == group.id and each.id in chosen]
            cards = tuple(
                EffectCard(
                    each.id,
                    each.name,
                    " · ".join(self._guide.times[time].name for time in each.times),
                    "",
                    tuple(_flat(compose.effect_body(self._guide, each, nurse=False))),
                )
                for each in here
                if self._wanted(each.id)
            )
            if cards:
                yield EffectGroup(group.name, cards)

    def _card(self, row: EffectRow, operation: str) -> EffectCard:
        opened = panel.opened(self._guide, row.effect, operation, nurse=False)
        blocks = (_signs_only(block) for block in _about(opened))
        return EffectCard(row.effect, row.name, row.when, row.tag, tuple(blocks))

    def _not_printed(self) -> Block | None:
        """The names of the side effects that were left out, so that nobody takes the list for a whole one."""
        left = [each for each in effects_of(self._guide, self._topics) if not self._wanted(each)]
        if not left:
            return None
        names = " · ".join(self._guide.effects[each].name for each in left)
        return Block(Kind.PARAGRAPH, names, lead_in=self._guide.paper["not_printed"])

    def _questions(self) -> Questions | None:
        selection = self._selection
        if not selection.with_questions or not self._topics:
            return None
        ids = questions_of(self._guide, self._topics) if selection.questions is None else selection.questions
        asked = tuple(self._guide.questions[each].text for each in ids) + selection.own_questions
        return Questions(self._guide.words["questions"], asked, _SPARE_QUESTIONS)

    def _of_card(self) -> Iterator[Block]:
        """What the card says, for its sources."""
        for section in self._guide.cards[CRISIS_CARD].sections:
            yield from compose.said(section.statements)

    def _words(self, shown: Sequence[Block]) -> Iterator[Block]:
        glossary = Glossary(self._guide.terms.values())
        used = {mention.term for text in _texts(shown) for mention in glossary.mentions(text)}
        for block in compose.sheet(self._guide, topics.WORDS).blocks:
            if block.kind is Kind.WORD and block.anchor in used:
                yield block

    def _sources(self, chapters: Iterable[Chapter], shown: Iterable[Block]) -> Iterator[str]:
        cited: dict[str, None] = {}
        for chapter in chapters:
            rows = chapter.glance.rows if chapter.glance else ()
            cited |= {source: None for row in rows for source in row.sources}
            cited |= dict.fromkeys(chapter.notice.sources if chapter.notice else ())
        cited |= dict.fromkeys(_cited(shown))
        for name in cited:
            source = self._guide.sources[name]
            yield " ".join(
                part if part[-1] in ".?!" else f"{part}." for part in (source.publisher, source.title, source.year)
            )


def _has_panel(guide: Guide, topic: str) -> bool:
    """Whether the side effects beside a topic are its own. Other topics only show those of any surgery."""
    return topic in guide.operations or topic in guide.categories


def _is_effect(guide: Guide, topic: str) -> bool:
    return topic in guide.effects and topic not in guide.pages


def _help(beside: Panel) -> Help | None:
    if not beside.help:
        return None
    boxes = tuple(HelpBox(section.level, section.name, section.blocks()) for section in beside.help)
    return Help(beside.help_title, beside.help_note, boxes)


def _about(opened: Sequence[Block]) -> Iterator[Block]:
    """What is said about a side effect, without the ways to other topics that end it on the screen."""
    ways = [number for number, block in enumerate(opened) if block.kind is Kind.LINK]
    end = ways[0] if ways else len(opened)
    if end and opened[end - 1].lead_in:
        end -= 1
    yield from opened[:end]


def _signs_only(block: Block) -> Block:
    """Of a level's signs within a side effect only the signs: its sentence and its note stand in the help box above."""
    if block.kind is not Kind.HELP:
        return block
    return block._replace(inside=tuple(each for each in block.inside if each.kind is Kind.BULLET))


def _named(beside: Panel) -> Iterator[Block]:
    """The names of the side effects beside a topic."""
    yield Block(Kind.HEADING, beside.title)
    for group in beside.groups:
        names = " · ".join(f"{row.name} ({row.tag})" if row.tag else row.name for row in group.rows)
        yield Block(Kind.PARAGRAPH, names, lead_in=f"{group.heading}:")


def _for_paper(sheet: Sheet) -> Iterator[Block]:
    """The blocks of a page without the sections that stand elsewhere; what leads to other topics only names them."""
    section = ""
    kept = []
    for block in sheet.blocks:
        if block.kind is Kind.HEADING:
            section = block.anchor
        if section not in _ELSEWHERE or sheet.topic in topics.LISTS:
            kept.append(block)
    return _flat(kept)


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks with folds opened, and links as the names of where they lead."""
    names: list[str] = []
    for block in blocks:
        if block.kind is Kind.LINK and block.target:
            names.append(block.text)
            continue
        if names and block.kind is Kind.QUIET:
            yield Block(Kind.PARAGRAPH, block.text, block.sources, lead_in=f"{names.pop()}:")
            continue
        if names:
            yield Block(Kind.PARAGRAPH, " · ".join(names))
            names = []
        if block.kind is Kind.FOLD:
            yield Block(Kind.SUBHEADING, block.text)
            yield from block.inside
        else:
            yield block
    if names:
        yield Block(Kind.PARAGRAPH, " · ".join(names))


def _blocks_of(chapters: Iterable[Chapter]) -> Iterator[Block]:
    for chapter in chapters:
        if chapter.lead:
            yield chapter.lead
        for row in chapter.glance.rows if chapter.glance else ():
            yield Block(Kind.PARAGRAPH, row.text, row.sources)
        if chapter.notice:
            yield Block(Kind.PARAGRAPH, chapter.notice.text, chapter.notice.sources)
        for box in chapter.help.boxes if chapter.help else ():
            yield from box.blocks
        yield from chapter.blocks


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield block.text
        yield from _texts(block.inside)


def _cited(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from block.sources
        yield from _cited(block.inside)
