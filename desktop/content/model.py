"""The guide as a frozen model: what the YAML says, with every link already resolved.

Named tuples, because they are immutable and cost a sixth of a dataclass to define at start-up
(benchmarks/, docs/decisions/0003). Places in the file are not kept here; ``schema.py`` hands them out
separately to those who check.
"""

from collections.abc import Mapping
from typing import NamedTuple

LEVELS = ("call_911", "emergency", "today", "next_visit")
"""The four levels of urgency, worst first (content rule; the dossier's ``tell_team_when``)."""

TIMES = ("first-days", "weeks", "long-term")
"""When an effect shows, in the order of the filter."""

CRISIS_CARD = "carcinoid-crisis-card"
"""The card for the wallet, which every guide must hold."""

GENERAL = "general"
"""The group of effects that are possible after any surgery."""

LANGUAGES = ("en", "fr")
"""The languages a guide may be in: those whose reading level can be measured."""

CRISIS = "carcinoid-crisis"
"""The page whose notice stands on every operation."""

PAGES = ("about-surgery", CRISIS, "about-guide")
"""The pages the program itself leads to, so that every guide must hold them."""

LISTS = ("side-effects", "questions", "words", "compare")
"""Topics the program makes from many records; no record may take their ids."""

LICENCES = "licences"
"""The page of the licences of everything the program is made of; no record may take its id."""

OWN = ("bookmarks", "what-changed")
"""Topics about the reader and not of the guide. Not every profile has them, but no record may take their ids."""


class Where(NamedTuple):
    """An operation, or one variant of it, that something belongs to. Written ``whipple`` or ``whipple/pppd``."""

    operation: str
    variant: str = ""


class Statement(NamedTuple):
    """One thing the guide says, with the sources that say it.

    ``items`` is a list that belongs to the text; ``numbered`` makes it steps. ``only`` limits the
    statement to some operations or variants; empty means it holds wherever it stands.
    """

    text: str
    sources: tuple[str, ...]
    only: tuple[Where, ...] = ()
    items: "tuple[Statement, ...]" = ()
    numbered: bool = False


class Section(NamedTuple):
    """A heading and what stands under it."""

    id: str
    heading: str
    statements: tuple[Statement, ...]


class Page(NamedTuple):
    """A topic that is neither an operation nor an effect: About surgery, Carcinoid crisis, About this guide.

    ``notice`` is shown on every operation, with a way to this page.
    """

    id: str
    name: str
    summary: Statement
    notice: Statement | None
    sections: tuple[Section, ...]
    questions: tuple[str, ...]
    related: tuple[str, ...]
    nurse_notes: tuple[Statement, ...]
    search_words: tuple[str, ...]


class Category(NamedTuple):
    """A kind of surgery and the operations it holds."""

    id: str
    name: str
    plain_name: str
    summary: Statement
    why: tuple[Statement, ...]
    operations: tuple[str, ...]
    search_words: tuple[str, ...]


class Variant(NamedTuple):
    """A form of an operation. ``effects`` belong to this form only."""

    id: str
    name: str
    statement: Statement | None
    effects: tuple[str, ...]
    search_words: tuple[str, ...] = ()


class Glance(NamedTuple):
    """An operation in five lines. None where no source states it."""

    removed: Statement | None
    used_for: Statement | None
    how: Statement | None
    stay: Statement | None
    recovery: Statement | None


class Operation(NamedTuple):
    """One operation. ``effects`` are those of every variant; each variant names its own besides."""

    id: str
    name: str
    short_name: str
    also_called: tuple[str, ...]
    figure: str
    figure_text: str
    summary: Statement
    glance: Glance
    variants: tuple[Variant, ...]
    why: tuple[Statement, ...]
    before: tuple[Statement, ...]
    during: tuple[Statement, ...]
    after: tuple[Statement, ...]
    living: tuple[Statement, ...]
    uncertain: tuple[Statement, ...]
    questions: tuple[str, ...]
    related: tuple[str, ...]
    effects: tuple[str, ...]
    nurse_notes: tuple[Statement, ...]
    search_words: tuple[str, ...]

    def all_effects(self) -> tuple[str, ...]:
        """The effects of the operation and of its variants, once each."""
        of_variants = (effect for variant in self.variants for effect in variant.effects)
        return tuple(dict.fromkeys((*self.effects, *of_variants)))

    def variant_name(self, variant: str) -> str:
        """The name of one of the variants."""
        return next(each.name for each in self.variants if each.id == variant)


class Sign(NamedTuple):
    """A warning sign. Its level is its own, so it cannot have two. ``action`` is always shown with it."""

    id: str
    level: str
    group: str
    text: str
    action: str
    only: tuple[Where, ...]
    sources: tuple[str, ...]


class Effect(NamedTuple):
    """A side effect and everything that is said about it."""

    id: str
    name: str
    group: str
    operations: tuple[Where, ...]
    times: tuple[str, ...]
    what: tuple[Statement, ...]
    when: tuple[Statement, ...]
    how_common: tuple[Statement, ...]
    self_care: tuple[Statement, ...]
    team: tuple[Statement, ...]
    notes: tuple[Statement, ...]
    signs: tuple[str, ...]
    nurse_notes: tuple[Statement, ...]
    search_words: tuple[str, ...]


class Term(NamedTuple):
    """A word of the glossary. ``forms`` are the other ways it is written (plurals, abbreviations)."""

    id: str
    name: str
    forms: tuple[str, ...]
    definition: str
    sources: tuple[str, ...]
    search_words: tuple[str, ...] = ()


class Question(NamedTuple):
    """A question a person may ask. ``only`` limits it to some operations."""

    id: str
    group: str
    text: str
    only: tuple[Where, ...]
    sources: tuple[str, ...]
    search_words: tuple[str, ...] = ()


class Organ(NamedTuple):
    """A part of the body: a topic of its own, drawn in ``organs/body.svg`` under the same id."""

    id: str
    name: str
    region: str
    text: str
    part_of: str
    operations: tuple[Where, ...]
    sources: tuple[str, ...]
    search_words: tuple[str, ...] = ()


class AlertCard(NamedTuple):
    """A card to carry and to show to any team. ``lines`` are the labels of what the person writes on it."""

    id: str
    name: str
    title: str
    note: Statement
    sections: tuple[Section, ...]
    lines: tuple[str, ...]


class Source(NamedTuple):
    """A publication that statements rest on. ``note`` tells how it was read."""

    id: str
    title: str
    publisher: str
    year: str
    url: str
    note: str


class Reference(NamedTuple):
    """An entry of the source page's own list of references, set out for reading."""

    id: str
    text: str
    url: str


class Level(NamedTuple):
    """One of the four levels of urgency in words."""

    id: str
    name: str
    card: str
    note: str
    sources: tuple[str, ...]


class Named(NamedTuple):
    """An id with the word the reader sees: groups, times, regions."""

    id: str
    name: str


class Review(NamedTuple):
    """Who stands behind this copy of the content. Empty where nobody has signed yet."""

    reviewed_by: str
    reviewed_on: str
    next_review: str


class Edition(NamedTuple):
    """Which content this is."""

    id: str
    language: str
    title: str
    edition: str
    date: str


class Guide(NamedTuple):
    """Everything in one language, in the order of the file.

    ``words`` are the headings and set phrases of the screen, ``paper`` those of the handout.
    """

    edition: Edition
    review: Review
    words: dict[str, str]
    paper: dict[str, str]
    levels: dict[str, Level]
    times: dict[str, Named]
    effect_groups: dict[str, Named]
    sign_groups: dict[str, Named]
    question_groups: dict[str, Named]
    regions: dict[str, Named]
    pages: Mapping[str, Page]
    categories: Mapping[str, Category]
    operations: Mapping[str, Operation]
    effects: Mapping[str, Effect]
    signs: Mapping[str, Sign]
    terms: Mapping[str, Term]
    questions: Mapping[str, Question]
    organs: dict[str, Organ]
    cards: dict[str, AlertCard]
    references: dict[str, Reference]
    sources: dict[str, Source]
    often_opened: tuple[str, ...] = ()
    """The topics a clinic wants offered before anything is searched. Written by the clinic, never counted."""
    same_words: tuple[tuple[str, ...], ...] = ()
    """Groups of words that mean the same to a person who searches."""
