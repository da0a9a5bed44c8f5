"""A handout as plain data: what is on it and in which order, not how it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop.pages.sheet import Block, GlanceCard, Notice


class HelpBox(NamedTuple):
    """The signs of one level of urgency. ``blocks`` are its sentence, its headings and signs, and its note."""

    level: str
    name: str
    blocks: tuple[Block, ...]


class Help(NamedTuple):
    """When to get help: the boxes, worst level first, under a title and a note."""

    title: str
    note: str
    boxes: tuple[HelpBox, ...]


class EffectCard(NamedTuple):
    """One side effect. ``when`` names its times, ``tag`` the forms or operations it belongs to."""

    effect: str
    name: str
    when: str
    tag: str
    blocks: tuple[Block, ...]


class EffectGroup(NamedTuple):
    """Side effects under one heading."""

    heading: str
    cards: tuple[EffectCard, ...]


class Chapter(NamedTuple):
    """One topic. What a kind of topic does not have is empty.

    ``effects`` names its side effects where they are told further on, because several topics share them.
    """

    topic: str
    title: str
    subtitle: str
    lead: Block | None
    glance: GlanceCard | None
    notice: Notice | None
    help: Help | None
    blocks: tuple[Block, ...]
    effects: tuple[Block, ...]


class Questions(NamedTuple):
    """The questions to ask, each with lines to write on, and ``spare`` places for more."""

    title: str
    asked: tuple[str, ...]
    spare: int


class Clinic(NamedTuple):
    """Whom to reach. An empty name or number becomes a line to write on."""

    name: str = ""
    phone: str = ""


class CardSide(NamedTuple):
    """One side of a card to carry, in one language."""

    language: str
    title: str
    sections: tuple[tuple[str, str], ...]
    lines: tuple[str, ...]


class WalletCard(NamedTuple):
    """A card to cut out and fold: what to do with it, and its two sides."""

    title: str
    note: str
    sides: tuple[CardSide, ...]


class Document(NamedTuple):
    """Everything that is printed.

    ``page_number`` is a pattern with {page} and {pages}, ``continued`` marks a box that goes on on the next page.
    ``not_printed`` names the side effects that were left out. ``foot`` stands on every page.
    """

    language: str
    title: str
    guide: str
    clinic: Clinic
    clinic_label: str
    phone_label: str
    chapters: tuple[Chapter, ...]
    effects_title: str
    effects: tuple[EffectGroup, ...]
    not_printed: Block | None
    questions: Questions | None
    words_title: str
    words: tuple[Block, ...]
    sources_title: str
    review: tuple[str, ...]
    sources: tuple[str, ...]
    card: WalletCard | None
    foot: tuple[str, ...]
    page_number: str
    continued: str
