"""What a health guide for patients must never do (product.md, content rules 2 to 4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.content import help_signs, walk
from desktop.content.model import CRISIS, LEVELS

if TYPE_CHECKING:
    from desktop.content.model import Guide
    from desktop.content.record import Notebook

MOST_SIGNS = 6
"""Signs under one heading of a help card (NHS care cards; acceptance row E10)."""

_DOSE = re.compile(r"\b\d+(?:[.,]\d+)?\s*(?:mg|mcg|µg|micrograms?|milligrams?|ml|mL|units?|UI|IU)\b")
_SURVIVAL = re.compile(
    r"\b(?:survival|life expectancy|chances? of (?:dying|living)|survie|espérance de vie)\b", re.IGNORECASE
)
_PROMISE = re.compile(
    r"\b(?:guarantee\w*|no risk|risk-free|completely safe|perfectly safe|nothing to worry about|do not worry|"
    r"always (?:works?|prevents?)|garanti\w*|sans (?:aucun )?risque|sans danger|ne vous inquiétez pas)\b",
    re.IGNORECASE,
)
_UNVERIFIED = re.compile("unverified", re.IGNORECASE)


def check(guide: Guide, book: Notebook) -> None:
    """Every rule about safety."""
    _crisis_notice(guide, book)
    _nothing_unverified(guide, book)
    _nothing_said_that_harms(guide, book)
    _one_level_for_one_sign(guide, book)
    _help_cards_stay_short(guide, book)


def _crisis_notice(guide: Guide, book: Notebook) -> None:
    page = guide.pages.get(CRISIS)
    if page is not None and page.notice is None:
        message = f"the page '{CRISIS}' has no 'notice', which is shown on every operation; add it"
        book.report.error(book.place(f"pages/{CRISIS}"), message)


def _nothing_unverified(guide: Guide, book: Notebook) -> None:
    for source in guide.sources.values():
        if _UNVERIFIED.search(source.id) or _UNVERIFIED.search(source.note):
            place = book.place(f"sources/{source.id}")
            book.report.error(
                place, f"the source '{source.id}' is marked unverified; what is not verified is not shown"
            )


def _nothing_said_that_harms(guide: Guide, book: Notebook) -> None:
    told = (
        (_DOSE, "a dose ('{}'): the guide gives no doses; say that the team decides"),
        (_SURVIVAL, "'{}': the guide gives no survival figures; delete it"),
        (_PROMISE, "'{}' is a promise nobody can make; say what usually happens"),
    )
    for said in walk.guide(guide):
        for pattern, message in told:
            found = pattern.search(said.text)
            if found:
                book.report.error(book.place(said.path), message.format(found.group()))


def _one_level_for_one_sign(guide: Guide, book: Notebook) -> None:
    """The same words at two levels would tell a frightened person two different things to do."""
    levels: dict[str, tuple[str, str]] = {}
    for sign in guide.signs.values():
        words = " ".join(re.findall(r"\w+", sign.text.casefold()))
        first, level = levels.setdefault(words, (sign.id, sign.level))
        if first != sign.id:
            place = book.place(f"signs/{sign.id}")
            clash = f" at another level ({level})" if level != sign.level else ""
            book.report.error(place, f"the sign '{first}' says the same{clash}; use that one in both effects")


def _help_cards_stay_short(guide: Guide, book: Notebook) -> None:
    for effect in guide.effects.values():
        place = book.place(f"effects/{effect.id}/signs")
        for level in LEVELS:
            count = sum(guide.signs[name].level == level for name in effect.signs)
            if count > MOST_SIGNS:
                told = f"'{effect.id}' has {count} signs at the level {level}; at most {MOST_SIGNS}"
                message = f"{told}: join some or split the effect"
                book.report.error(place, message)
    for operation in guide.operations.values():
        for card in help_signs.of_operation(guide, operation):
            for heading, signs in card.groups:
                if len(signs) > MOST_SIGNS:
                    name = guide.sign_groups[heading].name
                    message = (
                        f"'{operation.id}' has {len(signs)} signs at the level {card.level} under '{name}'; "
                        f"at most {MOST_SIGNS}: put some under another sign group"
                    )
                    book.report.error(book.place(f"operations/{operation.id}"), message)
