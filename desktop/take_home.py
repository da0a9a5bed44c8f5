"""What can be taken home of what is chosen: the pages, the code for a phone, the code for another machine.

Knows the visit and the guides, not the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop.handout import code, compose, phone
from desktop.handout.card import crisis_card
from desktop.pages import topics
from desktop.paper import pdf
from desktop.paper.typeset import typeset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.content.model import Guide
    from desktop.guides import Guides
    from desktop.handout.document import Clinic
    from desktop.paper.pages import Pages
    from desktop.session.visit import Choices, Visit


class Choice(NamedTuple):
    """Something that can be chosen, and whether it is."""

    id: str
    name: str
    on: bool


class Offer(NamedTuple):
    """Everything the handout's view shows: what can be chosen, and the pages that follow from it."""

    choices: Choices
    topic: str
    topic_name: str
    listed: tuple[Choice, ...]
    effects: tuple[Choice, ...]
    questions: tuple[Choice, ...]
    language: str
    pages: Pages


class PhoneCodes(NamedTuple):
    """The code that holds the text, and the code that holds the publisher's address."""

    text: phone.Code
    address: phone.Code


class HandOver(NamedTuple):
    """The code for another machine, to be typed, and the same to be scanned."""

    code: str
    picture: phone.Code


class TakeHome(QObject):
    """Makes what is taken home. The language of the window is set from outside."""

    opened = Signal(str)
    """A choice of another machine has been taken over; its first topic."""

    def __init__(self, visit: Visit, guides: Guides, clinic: Clinic) -> None:
        super().__init__()
        self.visit = visit
        self.window_language = ""
        self._guides = guides
        self._clinic = clinic

    def offer(self, topic: str) -> Offer:
        """What the view shows while a topic is open."""
        choices = self.visit.choices
        guide = self._window_guide()
        topic = self._printable(topic)
        chosen = self._topics(topic)
        effects = compose.effects_of(guide, chosen)
        questions = tuple(dict.fromkeys((*compose.questions_of(guide, chosen), *choices.questions)))
        picked = choices.questions or compose.questions_of(guide, chosen)
        return Offer(
            choices=choices,
            topic=topic,
            topic_name=topics.name(guide, topic),
            listed=tuple(Choice(each, topics.name(guide, each), on=True) for each in self._known(choices.topics)),
            effects=tuple(Choice(each, guide.effects[each].name, each in choices.effects) for each in effects),
            questions=tuple(Choice(each, guide.questions[each].text, each in picked) for each in questions),
            language=choices.language or self.window_language,
            pages=self.pages(topic),
        )

    def pages(self, topic: str, *, card: bool = False) -> Pages:
        """The pages of what is chosen, or of the card alone."""
        choices = self.visit.choices
        guide = self._guide()
        chosen = () if card else self._topics(topic)
        wanted = card or topics.CRISIS in chosen
        selection = compose.Selection(
            topics=chosen,
            effects=None if choices.all_effects else choices.effects,
            questions=choices.questions or None,
            own_questions=choices.own_questions,
            with_questions=choices.with_questions,
            with_words=choices.with_words,
        )
        both = (guide, *(other for other in self._guides.others(guide)))
        made = crisis_card(both, self._clinic.phone) if wanted else None
        return typeset(compose.document(guide, selection, self._clinic, made), choices.paper, choices.print_size)

    def pdf(self, pages: Pages) -> bytes:
        """The pages as a PDF."""
        return pdf.write(pages, self._guide().edition.date)

    def file_name(self, topic: str) -> str:
        """A name for the file: the topic's id, or that of the guide for a list."""
        chosen = self._topics(topic)
        return f"{chosen[0].replace('/', '-') if len(chosen) == 1 else self._guide().edition.id}.pdf"

    def phone(self, topic: str) -> PhoneCodes:
        """The codes for a phone."""
        guide = self._guide()
        return PhoneCodes(phone.code(phone.text(guide, self._printable(topic))), phone.code(phone.publisher(guide)))

    def hand_over(self, topic: str) -> HandOver:
        """The code for another machine."""
        choices = self.visit.choices._replace(topics=self._topics(topic))
        written = code.write(choices, self._guide())
        return HandOver(written, phone.code(written))

    def open(self, text: str) -> code.Read:
        """Take over the choice of another machine, if its code can be read."""
        read = code.read(text, self._window_guide())
        if read.choices is not None:
            self.visit.take(read.choices)
            self.opened.emit(read.choices.topics[0])
        return read

    def _topics(self, topic: str) -> tuple[str, ...]:
        """What the handout is about: the list, or the topic that is open."""
        choices = self.visit.choices
        return (self._known(choices.topics) if choices.whole_list else ()) or (self._printable(topic),)

    def _printable(self, topic: str) -> str:
        """The topic, or the first page of the guide in place of a page that is about the reader, such as bookmarks."""
        return topic if topics.can_be_taken_home(self._window_guide(), topic) else topics.HOME

    def _known(self, chosen: Iterable[str]) -> tuple[str, ...]:
        return tuple(each for each in chosen if topics.exists(self._window_guide(), each))

    def _window_guide(self) -> Guide:
        return self._guides.in_language(self.window_language)[0]

    def _guide(self) -> Guide:
        """The guide in the language of the handout."""
        return self._guides.in_language(self.visit.choices.language or self.window_language)[0]
