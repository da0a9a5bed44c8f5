"""A way into the topics: a tree that scrolls, and above it, for the way by body part, the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.looks.theme import Style
from desktop.views.parts.flow import Column, ScrollPane
from desktop.views.parts.text_block import TextBlock
from desktop.views.topic_tree import TopicTree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from desktop.looks.theme import Theme
    from desktop.pages.topics import Group, Topic
    from desktop.views.body_figure import BodyFigure


_BESIDE_FROM = 130
"""The least width for the body beside the tree instead of above it, in units of space."""
_SHARE_OF_WIDTH = 0.5
_SHARE_OF_HEIGHT = 0.76
"""How much of the pane the body takes at most, so that something of the tree, too, is seen at once."""


class Door(ScrollPane):
    """The topics as a tree."""

    topic_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, Column(), parent)
        self._theme = theme
        self.tree = TopicTree(theme, self.column)
        self.tree.topic_requested.connect(self.topic_requested)
        self._content: QWidget = self.tree
        self.set_ground(theme.colour("surface"))
        self.arrange()

    def show_groups(self, groups: Iterable[Group]) -> None:
        """List these topics."""
        self.tree.show_groups(groups, self.tr("Topics"))

    def show_topic(self, topic: str) -> None:
        """Mark the topic that is shown."""
        self.tree.show_topic(topic)

    def begin_anew(self) -> None:
        """Close every branch and mark no topic, as at the start."""
        self.tree.begin_anew()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self.use_theme(theme)
        self.set_ground(theme.colour("surface"))
        self.tree.set_theme(theme)
        self.arrange()

    def set_tab_stops(self) -> None:
        """Let Tab reach one row of the tree only, and not the pane."""
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.tree.set_tab_stops()

    def arrange(self) -> None:
        """Place the content with its margins."""
        space = self._theme.space
        self.column.set_margins(space(2), space(1), 0, space(4))
        self.column.place([(0, self._content)])
        self.lay_out()


class BodyDoor(Door):
    """The body, the same organs as a tree under or beside it, and the topics that are about no organ."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        from desktop.views.body_figure import BodyFigure  # noqa: PLC0415 - not needed for the first screen

        self.figure = BodyFigure(theme)
        self._caption = _Caption(theme)
        self._organs: dict[str, Topic] = {}
        self._marked = ""
        super().__init__(theme, parent)
        self._both = _BodyAndTree(theme, self.figure, self._caption, self.tree)
        self._both.setParent(self.column)
        self._content = self._both
        self.arrange()
        self.figure.organ_chosen.connect(self.tree.choose)
        self.figure.organ_pointed.connect(self._tell)

    def show_groups(self, groups: Iterable[Group]) -> None:
        """List these topics; those under a heading are organs and are drawn."""
        shown = tuple(groups)
        self._organs = {organ.id: organ for group in shown if group.heading for organ in group.topics}
        spoken = {organ.id: f"{organ.name}, {self._operations(organ)}" for organ in self._organs.values()}
        self.tree.show_groups(shown, self.tr("Topics"), spoken)
        self.figure.show_organs(self._organs.values(), spoken)
        self._tell("")

    def show_topic(self, topic: str) -> None:
        """Mark the topic that is shown, and on the body the organ by which it was chosen.

        Not every organ an operation is about: the colour would seem to say that all of them are taken out.
        """
        top = self.tree.show_topic(topic, reveal=False)
        self._marked = top if top in self._organs else ""
        self.figure.mark(self._marked)
        self._tell("")

    def begin_anew(self) -> None:
        super().begin_anew()
        self._marked = ""
        self.figure.mark("")
        self._tell("")

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        for part in (self.figure, self._caption, self._both):
            part.set_theme(theme)
        super().set_theme(theme)
        self._tell("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.figure.set_most_height(round(event.size().height() * _SHARE_OF_HEIGHT))
        super().resizeEvent(event)
        self.lay_out()

    def _operations(self, organ: Topic) -> str:
        """How many operations are about an organ, in words."""
        count = len(organ.children) or int(bool(organ.opens))
        return self.tr("%n operation(s)", "", count) if count else self.tr("no operation in this guide")

    def _tell(self, pointed: str) -> None:
        """Say under the body which organ is pointed at, else which is marked, else what can be done."""
        organ = self._organs.get(pointed or self._marked)
        if organ is None:
            self._caption.show_text(self.tr("Touch a part of the body"), Style.SMALL, colour="ink-soft")
        else:
            self._caption.show_text(self._operations(organ), Style.SMALL, lead_in=organ.name, above=True)
        if self._caption.height_for(self._caption.width()) != self._caption.height():
            self.lay_out()


class _Caption(TextBlock):
    """The line under the body. It keeps room for two lines, so that the list below it stays where it is."""

    def height_for(self, width: int) -> int:
        """As high as its text needs at this width, and at least two lines."""
        return max(super().height_for(width), round(2 * self._theme.leading(Style.SMALL)))


class _BodyAndTree(QWidget):
    """The body with its caption, and the tree under it, or beside it in a wide pane."""

    def __init__(self, theme: Theme, figure: BodyFigure, caption: TextBlock, tree: TopicTree) -> None:
        super().__init__()
        self._theme = theme
        self._figure, self._caption, self._tree = figure, caption, tree
        for part in (figure, caption, tree):
            part.setParent(self)
            part.show()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme

    def height_for(self, width: int) -> int:
        """Place the parts at this width; the height they need."""
        space = self._theme.space
        beside = width >= space(_BESIDE_FROM)
        half = round(width * _SHARE_OF_WIDTH) if beside else width
        indent = space(4)
        figure = self._figure.height_for(half)
        caption = self._caption.height_for(half - indent)
        under = figure + space(2) + caption
        self._put(self._figure, 0, 0, half, figure, width)
        self._put(self._caption, indent, figure + space(2), half - indent, caption, width)
        left, top = (half + space(4), 0) if beside else (0, under + space(3))
        tree = self._tree.height_for(width - left)
        self._put(self._tree, left, top, width - left, tree, width)
        return max(under, top + tree)

    def follow(self, pane: ScrollPane, top: int, bottom: int) -> tuple[bool, int]:
        """Let the tree make what comes near the part that is seen."""
        return self._tree.follow(pane, top - self._tree.y(), bottom - self._tree.y())

    def _put(self, part: QWidget, x: int, y: int, width: int, height: int, whole: int) -> None:
        part.setGeometry(whole - x - width if self.isRightToLeft() else x, y, width, height)
