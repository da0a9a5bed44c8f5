"""A topic at the size of a finger: the three panes of the window, as many of them as fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.pages import compose, panel, topics
from desktop.pages.explained import explained_of
from desktop.pages.place import PagePlace, PanelPlace, View
from desktop.views.detail_pane import DetailPane
from desktop.views.kiosk.paged import Paged
from desktop.views.navigation_pane import NavigationPane
from desktop.views.pane_switch import PANES, Pane, PaneSwitch
from desktop.views.parts import paint
from desktop.views.parts.flow import ScrollPane
from desktop.views.side_effects_panel import SideEffectsPanel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.content.model import Guide
    from desktop.looks.theme import Theme, Themed
    from desktop.pages.sheet import Block
    from desktop.pages.topics import Group
    from desktop.session.visit import Choices
    from desktop.views.parts.text_block import TextBlock

_THREE_PANES_FROM = 1100
_TWO_PANES_FROM = 860
"""Least widths for three and for two panes, in pixels of a laptop at its smallest size of text."""
_TOPICS_SHARE, _EFFECTS_SHARE = 0.23, 0.32
_EFFECTS_OF_TWO = 0.4


class TopicView(QWidget):
    """Shows one topic. Asks for another one when it is chosen."""

    topic_requested = Signal(str, str)
    """A topic, and a part of it or nothing."""
    question_switched = Signal(str)
    pane_changed = Signal()

    def __init__(self, theme: Theme, guide: Guide, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._guide = guide
        self._pane = Pane.TOPIC
        self._switch = PaneSwitch(theme, self)
        self.navigation = NavigationPane(theme)
        self.navigation.setAccessibleIdentifier("kiosk-topics")
        self.detail = DetailPane(theme, typing=False)
        self.effects = SideEffectsPanel(theme, self._opened)
        self._paged = {
            Pane.TOPICS: Paged(theme, self.navigation, self._open_door, self),
            Pane.TOPIC: Paged(theme, self.detail, lambda: self.detail, self),
            Pane.EFFECTS: Paged(theme, self.effects, lambda: self.effects, self),
        }
        for pane in (self.detail, self.effects):
            pane.setContextMenuPolicy(QtCore.Qt.ContextMenuPolicy.PreventContextMenu)
            pane.let_focus_show()
        self.navigation.set_tab_stops()
        self._switch.pane_requested.connect(self.show_pane)
        self.navigation.topic_requested.connect(self._ask)
        self.detail.topic_requested.connect(self._ask)
        self.detail.question_switched.connect(self.question_switched)
        self.effects.topic_requested.connect(self._ask)
        self.detail.definitions.word_requested.connect(self._ask_word)
        self.effects.definitions.word_requested.connect(self._ask_word)

    def show_guide(self, guide: Guide) -> None:
        """Use another guide: the same one in another language. The topic is shown again by whoever asks for it."""
        self._guide = guide
        self.navigation.show_topics(_in_plain_words(guide), topics.by_body(guide))
        self.effects.show_times([(time.id, time.name) for time in guide.times.values()])
        self._switch.show_words(guide.words["side_effects"], guide.words["get_help"])
        explained = explained_of(guide)
        for pane in (self.detail, self.effects):
            pane.definitions.use(explained)
        for paged in self._paged.values():
            paged.show_words()

    def show_topic(self, topic: str) -> str:
        """Show a topic from its top; its title. Notes for nurses are never on a kiosk."""
        sheet = compose.sheet(self._guide, topic, nurse=False)
        self.detail.show_sheet(sheet)
        self.effects.show_panel(panel.panel(self._guide, topic))
        self.navigation.show_topic(topic)
        self.show_pane(Pane.TOPIC)
        return sheet.title

    def show_chosen(self, topic: str, choices: Choices) -> None:
        """Whether the topic is on the visitor's list, and which questions are chosen."""
        listed = topic in choices.topics
        can = topics.can_be_taken_home(self._guide, topic)
        self.detail.show_choices(can_be_listed=can, listed=listed, questions=choices.questions)

    def show_part(self, anchor: str) -> None:
        """Scroll to a part of the topic; a side effect of the topic is opened in the panel."""
        in_panel = not self.detail.show_anchor(anchor) and self.effects.show_effect(anchor)
        self.show_pane(Pane.EFFECTS if in_panel else Pane.TOPIC)

    def show_pane(self, pane: str) -> None:
        """Show this pane where not all of them fit."""
        self._pane = pane
        self.arrange()
        self.pane_changed.emit()

    def restore(self, view: View) -> None:
        """Show the topic as the visitor left it."""
        self.show_pane(view.pane)
        self.detail.restore(view.page)
        self.effects.restore(view.panel)

    def view(self) -> View:
        """What the visitor sees of the topic."""
        return View(self.detail.place(), self.effects.place(), self._pane)

    def explains(self) -> bool:
        """Whether the explanation of a word is open."""
        return self.detail.definitions.is_open() or self.effects.definitions.is_open()

    def begin_anew(self) -> None:
        """Forget what was opened, chosen, selected and scrolled to; the next topic is shown from its top."""
        for pane in (self.detail, self.effects):
            pane.definitions.close()
        self.detail.selection.clear()
        self.detail.restore(PagePlace())
        self.effects.restore(PanelPlace())
        self.navigation.begin_anew()
        self.show_pane(Pane.TOPIC)

    @property
    def pane(self) -> str:
        """The pane that was chosen last."""
        return self._pane

    def complete(self) -> None:
        """Make now what would be made a moment after the first painting."""
        self.navigation.complete()
        self.detail.complete()
        self.effects.complete()

    def texts(self) -> Iterator[tuple[ScrollPane, TextBlock]]:
        """Every text of the page and the panel, with the pane it stands in."""
        for pane in (self.detail, self.effects):
            for text in pane.text_blocks():
                yield pane, text

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        parts: tuple[Themed, ...] = (
            self._switch, self.navigation, self.detail, self.effects, *self._paged.values(),
        )  # fmt: skip
        for part in parts:
            part.set_theme(theme)
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), self._theme, QRectF(event.rect()), "hairline")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Show as many panes as fit, each with its share of the width."""
        width = self.width()
        shown = self._fitting(width / self._theme.growth)
        self._switch.setVisible(len(shown) < len(PANES))
        self._switch.show_panes(self._pane, set(shown))
        top = self._switch.height_for(width) if not self._switch.isHidden() else 0
        self._switch.setGeometry(0, 0, width, top)
        x = 0
        for pane, wide in zip(shown, self._widths(shown, width), strict=True):
            left = width - x - wide if self.isRightToLeft() else x
            self._paged[pane].setGeometry(left, top, wide - (1 if pane is not shown[-1] else 0), self.height() - top)
            x += wide
        for pane in PANES:
            self._paged[pane].setVisible(pane in shown)
        self._paged[Pane.TOPICS].follow()

    def _fitting(self, width: float) -> list[str]:
        if width >= _THREE_PANES_FROM:
            return list(PANES)
        if width >= _TWO_PANES_FROM:
            return [Pane.TOPICS, Pane.TOPIC] if self._pane == Pane.TOPICS else [Pane.TOPIC, Pane.EFFECTS]
        return [self._pane]

    def _widths(self, shown: list[str], width: int) -> list[int]:
        if len(shown) == 1:
            return [width]
        if len(shown) == len(PANES):
            first, last = round(width * _TOPICS_SHARE), round(width * _EFFECTS_SHARE)
            return [first, width - first - last, last]
        side = round(width * _EFFECTS_OF_TWO)
        return [side, width - side] if shown[0] == Pane.TOPICS else [width - side, side]

    def _open_door(self) -> ScrollPane:
        return next(each for each in self.navigation.findChildren(ScrollPane) if not each.isHidden())

    def _opened(self, effect: str, operation: str) -> tuple[Block, ...]:
        return panel.opened(self._guide, effect, operation, nurse=False)

    def _ask(self, topic: str) -> None:
        self.topic_requested.emit(topic, "")

    def _ask_word(self, term: str) -> None:
        self.topic_requested.emit(topics.WORDS, term)


def _in_plain_words(guide: Guide) -> tuple[Group, ...]:
    """The topics by surgery, with the plain name of each kind of surgery."""
    kinds = guide.categories
    return tuple(
        group._replace(
            topics=tuple(
                each._replace(name=kinds[each.id].plain_name) if each.id in kinds else each for each in group.topics
            )
        )
        for group in topics.by_surgery(guide)
    )
