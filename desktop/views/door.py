"""A way into the topics: a tree that scrolls, and above it, for the way by body part, the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal

from desktop.theme import Style
from desktop.views.parts.flow import Column, ScrollPane
from desktop.views.parts.text_block import TextBlock
from desktop.views.topic_tree import TopicTree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from desktop.pages.topics import Group, Topic
    from desktop.theme import Theme


class Door(ScrollPane):
    """The topics as a tree."""

    topic_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, Column(), parent)
        self._theme = theme
        self.tree = TopicTree(theme, self.column)
        self.tree.topic_requested.connect(self.topic_requested)
        self.set_ground(theme.colour("surface"))
        self.arrange()

    def show_groups(self, groups: Iterable[Group]) -> None:
        """List these topics."""
        self.tree.show_groups(groups, self.tr("Topics"))

    def show_topic(self, topic: str) -> None:
        """Mark the topic that is shown."""
        self.tree.show_topic(topic)

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
        """Place the tree."""
        self._place([(0, self.tree)])

    def _place(self, parts: list[tuple[int, QWidget]]) -> None:
        space = self._theme.space
        self.column.set_margins(space(2), space(1), 0, space(4))
        self.column.place(parts)
        self.lay_out()


class BodyDoor(Door):
    """The body, the same organs as a tree under it, and the topics that are about no organ."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        from desktop.views.body_figure import BodyFigure  # noqa: PLC0415 - not needed for the first screen

        self.figure = BodyFigure(theme)
        self._caption = _Caption(theme)
        self._organs: dict[str, Topic] = {}
        self._marked: tuple[str, ...] = ()
        super().__init__(theme, parent)
        for part in (self.figure, self._caption):
            part.setParent(self.column)
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
        """Mark the topic that is shown, and on the body the organ it was chosen by, else all the organs it is about."""
        top = self.tree.show_topic(topic, reveal=False)
        about = tuple(
            each.id for each in self._organs.values() if topic in (each.opens, *(it.id for it in each.children))
        )
        self._marked = (top,) if top in self._organs else about
        self.figure.mark(self._marked)
        self._tell("")

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self.figure.set_theme(theme)
        super().set_theme(theme)
        self._tell("")

    def arrange(self) -> None:
        """Place the body above the tree."""
        space = self._theme.space
        self._place([(0, self.figure), (space(2), self._caption), (0, self.tree)])

    def _operations(self, organ: Topic) -> str:
        """How many operations are about an organ, in words."""
        count = len(organ.children) or int(bool(organ.opens))
        return self.tr("%n operation(s)", "", count) if count else self.tr("no operation in this guide")

    def _tell(self, pointed: str) -> None:
        """Say under the body which organ is pointed at, else which is marked, else what can be done."""
        name = pointed or (self._marked[0] if len(self._marked) == 1 else "")
        if name:
            organ = self._organs[name]
            self._show_caption(self._operations(organ), organ.name)
        elif self._marked:
            self._show_caption(self.tr("Highlighted: the parts of the body this topic is about"))
        else:
            self._show_caption(self.tr("Touch a part of the body"))

    def _show_caption(self, text: str, name: str = "") -> None:
        indent = self._theme.space(4)
        colour = "ink" if name else "ink-soft"
        self._caption.show_text(text, Style.SMALL, colour=colour, lead_in=name, above=True, indent=indent)
        if self._caption.height_for(self._caption.width()) != self._caption.height():
            self.lay_out()


class _Caption(TextBlock):
    """The line under the body. It keeps room for two lines, so that the list below it stays where it is."""

    def height_for(self, width: int) -> int:
        """As high as its text needs at this width, and at least two lines."""
        return max(super().height_for(width), round(2 * self._theme.leading(Style.SMALL)))
