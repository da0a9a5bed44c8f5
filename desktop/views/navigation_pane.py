"""The pane on the left: two doors to the topics, of which one is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from desktop.pages import topics
from desktop.views.door import BodyDoor, Door
from desktop.views.parts import paint
from desktop.views.parts.segments import Choice, Segments
from desktop.views.parts.spoken import Speaks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.looks.theme import Theme
    from desktop.pages.topics import Group

SURGERY, BODY = "by-surgery", "by-body-part"


class NavigationPane(QWidget, Speaks):
    """The choice of the door, and the topics behind it. Asks for the topic that is chosen."""

    topic_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._switch = Segments(theme, self)
        self._doors: dict[str, Door] = {SURGERY: Door(theme, self)}
        self._groups: dict[str, tuple[Group, ...]] = {}
        self._led_to: dict[str, set[str]] = {SURGERY: set(), BODY: set()}
        self._open = SURGERY
        self._topic = ""
        self._stops_are_set = False
        self._switch.chosen.connect(self.open_door)
        self._doors[SURGERY].topic_requested.connect(self.topic_requested)

    def show_topics(self, by_surgery: tuple[Group, ...], by_body: tuple[Group, ...]) -> None:
        """Offer these topics behind the two doors."""
        choices = (Choice(SURGERY, self.tr("By surgery")), Choice(BODY, self.tr("By body part")))
        self._switch.show_choices(choices, self.tr("Find a topic"))
        self._switch.choose(self._open)
        self._groups = {SURGERY: by_surgery, BODY: by_body}
        self._led_to = {name: set(_led_to(groups)) for name, groups in self._groups.items()}
        for name, door in self._doors.items():
            door.show_groups(self._groups[name])

    def show_topic(self, topic: str) -> None:
        """Mark the topic that is shown. One that stands behind the other door only opens that door."""
        self._topic = topics.stands_as(topic)
        topic = self._topic
        other = BODY if self._open == SURGERY else SURGERY
        if not self._leads_to(self._open, topic) and self._leads_to(other, topic):
            self.open_door(other)
        else:
            self._doors[self._open].show_topic(topic)

    def open_door(self, name: str) -> None:
        """Show the topics behind this door."""
        focus = QApplication.focusWidget()
        shut = self._doors[self._open]
        self._open = name
        self._switch.choose(name)
        door = self._doors.get(name) or self._make(name)
        door.show_topic(self._topic)
        door.show()
        if focus is not None and shut is not door and shut.isAncestorOf(focus):
            self._switch.take_focus()
        if shut is not door:
            shut.hide()
        self._arrange()
        door.show_topic(self._topic)

    @property
    def door(self) -> str:
        """The door that is open."""
        return self._open

    def open_branches(self) -> tuple[str, ...]:
        """The topics whose rows are shown under them, behind both doors."""
        return tuple(topic for door in self._doors.values() for topic in door.tree.open_branches())

    def begin_anew(self) -> None:
        """Open the first door, with every branch closed, as at the start."""
        self._topic = ""
        for door in self._doors.values():
            door.begin_anew()
        self.open_door(SURGERY)
        for door in self._doors.values():
            door.scroll_to(None)

    def take_focus(self) -> None:
        """Put the keyboard on the choice of the door."""
        self._switch.take_focus()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self._switch.set_theme(theme)
        for door in self._doors.values():
            door.set_theme(theme)
        self._arrange()
        self.update()

    def complete(self) -> None:
        """Show now what would follow a moment later."""
        for door in self._doors.values():
            door.tree.complete()

    def set_tab_stops(self) -> None:
        """Let Tab reach one row only. First called once the window has been painted, to keep the start quick."""
        self._stops_are_set = True
        for door in self._doors.values():
            door.set_tab_stops()

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Pane

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), self._theme, QRectF(event.rect()), "surface")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _leads_to(self, door: str, topic: str) -> bool:
        return topic in self._led_to[door]

    def _make(self, name: str) -> Door:
        door = self._doors[name] = BodyDoor(self._theme, self)
        door.topic_requested.connect(self.topic_requested)
        door.show_groups(self._groups[name])
        if self._stops_are_set:
            door.set_tab_stops()
        return door

    def _arrange(self) -> None:
        """The choice stays at the top; the topics below it scroll."""
        space = self._theme.space
        edge = space(3)
        wide = max(0, self.width() - 2 * edge)
        high = self._switch.height_for(wide)
        self._switch.setGeometry(edge, space(3), wide, high)
        top = high + space(3) + space(2)
        for door in self._doors.values():
            door.setGeometry(0, top, self.width(), max(0, self.height() - top))


def _led_to(groups: Iterable[Group]) -> Iterator[str]:
    """Every topic that these groups lead to."""
    for group in groups:
        for each in group.topics:
            yield from (each.id, each.opens)
            for child in each.children:
                yield child.id
