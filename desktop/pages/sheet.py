"""The parts a page is made of."""

from collections.abc import Callable
from typing import NamedTuple


class Kind:
    """What a block is, for the eye and for a screen reader. Plain text, because an enum costs start-up time."""

    HEADING = "heading"
    SUBHEADING = "subheading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    QUESTION = "question"
    STEP = "step"
    WORD = "word"
    LINK = "link"
    QUIET = "quiet"
    FOLD = "fold"
    NURSE = "nurse"
    HELP = "help"


class Block(NamedTuple):
    """One piece of a page, shown as one widget.

    ``lead_in`` stands in bold before the text. ``target`` is the topic a link opens. ``number`` counts
    steps. ``inside`` are the blocks of a fold, a nurse's note or a help card. ``sources`` are the ids
    the text rests on.
    """

    kind: str
    text: str
    sources: tuple[str, ...] = ()
    lead_in: str = ""
    target: str = ""
    number: int = 0
    anchor: str = ""
    level: str = ""
    inside: "tuple[Block, ...]" = ()

    def in_card(self) -> "tuple[Block, ...]":
        """What a card shows under its heading: a help card leaves out the level's sentence, which is its heading."""
        return self.inside[1:] if self.kind == Kind.HELP else self.inside


class Crumb(NamedTuple):
    """A step of the way from the top of the guide to a topic."""

    topic: str
    name: str


class GlanceRow(NamedTuple):
    """One line of the at-a-glance card."""

    label: str
    text: str
    sources: tuple[str, ...]


class GlanceCard(NamedTuple):
    """The at-a-glance card: a drawing with its text alternative, and the lines beside it.

    ``note`` tells in whom its figures were counted; empty where it has none.
    """

    figure: str
    figure_text: str
    rows: tuple[GlanceRow, ...]
    note: str


class Notice(NamedTuple):
    """A short notice with a way to the topic that explains it."""

    title: str
    text: str
    sources: tuple[str, ...]
    target: str
    link: str


class Compared(NamedTuple):
    """One of two operations side by side: its name and drawing, and what the ways from there are called.

    ``without`` is the topic in which another operation can be chosen in its place.
    """

    topic: str
    name: str
    figure: str
    figure_text: str
    learn_more: str
    change: str
    without: str


class CompareRow(NamedTuple):
    """One field of two operations: the same label, and what each side says."""

    label: str
    sides: tuple[tuple[Block, ...], ...]


class Comparison(NamedTuple):
    """Two operations side by side, row by row, and the side effects they share."""

    operations: tuple[Compared, ...]
    rows: tuple[CompareRow, ...]
    shared_label: str
    shared: tuple[Block, ...]


class KeptRow(NamedTuple):
    """A topic that is kept. ``gone`` tells that the guide no longer has it; ``on`` is off once it is taken off."""

    topic: str
    name: str
    gone: str
    on: bool


class KeptList(NamedTuple):
    """Some topics that are kept, under a heading and a note, either of which may be empty.

    ``on`` tells whether there is anything to take off; else what was taken off can be put back.
    """

    heading: str
    note: str
    rows: tuple[KeptRow, ...]
    on: bool


class KeptTopics(NamedTuple):
    """The topics a reader keeps: bookmarks, and those opened last."""

    bookmarks: KeptList
    recent: KeptList


class Sheet(NamedTuple):
    """Everything the detail pane shows for a topic, from top to bottom."""

    topic: str
    crumbs: tuple[Crumb, ...]
    title: str
    subtitle: str
    lead: Block | None
    glance: GlanceCard | None
    notice: Notice | None
    blocks: tuple[Block, ...]
    comparison: Comparison | None = None
    kept: KeptTopics | None = None


class EffectRow(NamedTuple):
    """A closed side effect in the panel. ``times`` are ids for the filter; ``tag`` names its variants."""

    effect: str
    name: str
    when: str
    tag: str
    times: tuple[str, ...]


class EffectGroup(NamedTuple):
    """The side effects under one heading of the panel."""

    heading: str
    rows: tuple[EffectRow, ...]


class HelpSection(NamedTuple):
    """One level of urgency: its name and how many signs it has.

    ``blocks`` gives its sentence, its signs and its note when they are wanted.
    """

    level: str
    name: str
    signs: int
    blocks: Callable[[], tuple[Block, ...]]


class Panel(NamedTuple):
    """Everything the side-effects panel shows for a topic."""

    topic: str
    operation: str
    title: str
    subtitle: str
    help_title: str
    help_note: str
    help: tuple[HelpSection, ...]
    groups: tuple[EffectGroup, ...]
