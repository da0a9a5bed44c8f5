"""The card to carry in a wallet, in two languages: what it says, and how it is folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.content.model import CRISIS_CARD
from desktop.handout.document import CardSide, WalletCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.content.model import Guide


def crisis_card(guides: Sequence[Guide], phone: str) -> WalletCard:
    """The carcinoid crisis card, a side for each guide; its name and note are those of the first.

    ``phone`` is that of the clinic; without one the line stays free.
    """
    first = guides[0]
    record = first.cards[CRISIS_CARD]
    notes = " ".join((record.note.text, first.paper["fold_here"]))
    sides = tuple(_side(guide, phone if number == 0 else "") for number, guide in enumerate(guides))
    return WalletCard(record.name, notes, sides)


def _side(guide: Guide, phone: str) -> CardSide:
    record = guide.cards[CRISIS_CARD]
    sections = tuple((each.heading, " ".join(said.text for said in each.statements)) for each in record.sections)
    *lines, last = record.lines
    return CardSide(guide.edition.language, record.title, sections, (*lines, f"{last}: {phone}" if phone else last))
