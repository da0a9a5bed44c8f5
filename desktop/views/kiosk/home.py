"""The first screen of a visit: the body to touch, and the topics in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAccessible, QPainter

from desktop.looks.theme import Style
from desktop.pages import topics
from desktop.views.body_figure import BodyFigure
from desktop.views.kiosk.big_button import TopicCard
from desktop.views.parts import paint
from desktop.views.parts.flow import Column, ScrollPane
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.content.model import Guide
    from desktop.looks.theme import Theme, Themed
    from desktop.pages.topics import Topic

_BODY_SHARE = 0.36
"""How much of a wide screen the body takes."""
_LEAST_CARD = 62
"""The least width of a topic's card, in units; with less the cards stand in one column."""
_BESIDE_FROM = 200
"""The least width for the body beside the topics instead of above them, in units."""
_PORTRAIT_BODY = 0.42
"""How much of the height of an upright screen the body takes at most."""


class Entry(NamedTuple):
    """A topic of the first screen, with a line that says more."""

    topic: str
    name: str
    more: str


class Home(ScrollPane):
    """Asks for the topic that is chosen."""

    topic_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._theme = theme
        self._page = _Page(theme)
        super().__init__(theme, self._page, parent)
        self._page.figure.organ_chosen.connect(self._choose_organ)
        self._organs: dict[str, Topic] = {}
        self.setAccessibleIdentifier("kiosk-home")

    def show_guide(self, guide: Guide) -> None:
        """Offer what this guide has."""
        self._organs = {organ.id: organ for group in topics.by_body(guide) if group.heading for organ in group.topics}
        self._page.figure.show_organs(self._organs.values(), {each.id: each.name for each in self._organs.values()})
        self._page.show_words(
            self.tr("Touch a part of the body"), self.tr("Or choose a topic"), guide.words["disclaimer"]
        )
        for card, entry in zip(self._cards(guide), self._entries(guide), strict=True):
            card.show_topic(entry.name, entry.more)
        self.setAccessibleName(self.tr("Home"))
        self.lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self.use_theme(theme)
        self._page.set_theme(theme)
        self.lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        screen = self.parentWidget() or self  # with and without the buttons under this pane the body is as large
        self._page.set_screen(screen.width(), screen.height())
        super().resizeEvent(event)
        self.lay_out()

    def _cards(self, guide: Guide) -> list[TopicCard]:
        """A card for each entry; made once, because a guide has the same topics in every language."""
        if not self._page.cards:
            for entry in self._entries(guide):
                card = TopicCard(self._theme, entry.topic, urgent=entry.topic == topics.CRISIS, parent=self._page)
                card.clicked.connect(self._choose)
                card.show()
                self._page.cards.append(card)
        return self._page.cards

    def _entries(self, guide: Guide) -> list[Entry]:
        pages, words = guide.pages, guide.words
        kinds = [
            Entry(each.id, each.plain_name, f"{each.name} · {self._operations(len(each.operations))}")
            for each in guide.categories.values()
        ]
        return [
            Entry(topics.ABOUT_SURGERY, pages[topics.ABOUT_SURGERY].name, self.tr("Why it is done and what to expect")),
            Entry(topics.CRISIS, pages[topics.CRISIS].name, self.tr("A serious reaction that your team plans for")),
            *kinds,
            Entry(topics.SIDE_EFFECTS, words["all_side_effects"], self.tr("What can happen and what helps")),
            Entry(topics.QUESTIONS, words["questions"], self.tr("What you may want to ask your team")),
        ]

    def _operations(self, count: int) -> str:
        return self.tr("%n operation(s)", "", count)

    def _choose(self) -> None:
        card = self.sender()
        if isinstance(card, TopicCard):
            self.topic_requested.emit(card.topic)

    def _choose_organ(self, organ: str) -> None:
        self.topic_requested.emit(self._organs[organ].opens or organ)


class _Page(Column, Speaks):
    """The body in a card, and the topics beside it or under it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._screen = (0, 0)
        self._card = QRectF()
        self._touch = TextBlock(theme, self, role=QAccessible.Role.Heading)
        self.figure = BodyFigure(theme, self)
        self._choose = TextBlock(theme, self, role=QAccessible.Role.Heading)
        self.cards: list[TopicCard] = []
        self._note = TextBlock(theme, self)

    def show_words(self, touch: str, choose: str, note: str) -> None:
        """Show these headings and this note."""
        self._touch.show_text(touch, Style.SUBHEADING, level=1)
        self._choose.show_text(choose, Style.SUBHEADING, level=1)
        self._note.show_text(note, Style.SMALL, colour="ink-soft")

    def set_screen(self, width: int, height: int) -> None:
        """How large the screen is: the body is as large as it allows."""
        self._screen = (width, height)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        parts: tuple[Themed, ...] = (self._touch, self.figure, self._choose, self._note, *self.cards)
        for part in parts:
            part.set_theme(theme)

    def height_for(self, width: int) -> int:
        """Place everything at this width; the height it needs."""
        edge = self._theme.space(5)
        room = width - 2 * edge
        if width < self._theme.space(_BESIDE_FROM):
            body = self._place_body(edge, edge, room, round(self._screen[1] * _PORTRAIT_BODY), width)
            end = self._place_topics(edge, edge + body + self._theme.space(4), room, width)
        else:
            wide = round(room * _BODY_SHARE)
            body = self._place_body(edge, edge, wide, self._screen[1] - 2 * edge, width)
            left = edge + wide + self._theme.space(5)
            end = max(edge + body, self._place_topics(left, edge, width - edge - left, width))
        self.update()
        return end + edge

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.card(painter, self._theme, self._card, "surface", "hairline")

    def _place_body(self, x: int, y: int, width: int, most: int, whole: int) -> int:
        """Place the body in its card, which is at most so high if that can be; the card's height."""
        inner = self._theme.space(4)
        heading = self._touch.height_for(width - 2 * inner)
        self._put(self._touch, x + inner, y + inner, width - 2 * inner, heading, whole)
        top = y + inner + heading + self._theme.space(1)
        self.figure.set_most_height(most - (top - y) - inner - 2)
        height = self.figure.height_for(width - 2 * inner)
        self._put(self.figure, x + inner, top, width - 2 * inner, height, whole)
        high = max(top + height + inner - y, most if width < whole / 2 else 0)
        self._card = QRectF(whole - x - width if self.isRightToLeft() else x, y, width, high)
        return high

    def _place_topics(self, x: int, y: int, width: int, whole: int) -> int:
        gap = self._theme.space(2.5)
        heading = self._choose.height_for(width)
        self._put(self._choose, x, y, width, heading, whole)
        y += heading + gap
        columns = 2 if (width - gap) // 2 >= self._theme.space(_LEAST_CARD) * self._theme.step else 1
        wide = (width - gap * (columns - 1)) // columns
        for first in range(0, len(self.cards), columns):
            row = self.cards[first : first + columns]
            high = max(card.height_for(wide) for card in row)
            for number, card in enumerate(row):
                self._put(card, x + number * (wide + gap), y, wide, high, whole)
            y += high + gap
        note = self._note.height_for(width)
        self._put(self._note, x, y, width, note, whole)
        return y + note

    def _put(self, part: QWidget, x: int, y: int, width: int, height: int, whole: int) -> None:
        part.setGeometry(whole - x - width if self.isRightToLeft() else x, y, width, height)
