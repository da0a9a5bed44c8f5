"""The body with its organs, to be pointed at, tapped, or gone through with the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QWidget

from desktop.looks.body_drawing import BodyDrawing, size_at, width_at
from desktop.views.parts.paint import RING
from desktop.views.parts.pressable import Pressable
from desktop.views.parts.spoken import Speaks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from desktop.looks.theme import Theme
    from desktop.pages.topics import Topic

_LEAST_HEIGHT = 320
"""The figure is drawn at least this high where there is the width, in pixels at the smallest size of text."""
_MARKED, _POINTED, _QUIET = 0.86, 0.5, 0.6
"""How strongly the colour lies over an organ that is marked, pointed at, or has no operation."""
_LINE = 2.0
"""The thickness of the line around an organ that is pointed at, in pixels."""


class BodyFigure(QWidget, Speaks):
    """Draws the body. Each organ is a button of its own to the keyboard and to a screen reader."""

    organ_chosen = Signal(str)
    organ_pointed = Signal(str)
    """The organ under the mouse or with the focus; empty if there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._spots: dict[str, _Spot] = {}
        self._shown: tuple[str, ...] = ()
        self._quiet: frozenset[str] = frozenset()
        self._marked = ""
        self._most_height = _LEAST_HEIGHT
        self._drawing: BodyDrawing | None = None
        self._drawn_for: tuple[object, ...] = ()
        self._pointed = ""
        self._pressed = ""
        self.setMouseTracking(True)
        self.setAccessibleIdentifier("body-figure")

    def show_organs(self, organs: Iterable[Topic], names: dict[str, str]) -> None:
        """Offer these organs, head to toe, each with its name for speech."""
        shown = tuple(organs)
        self._shown = tuple(each.id for each in shown)
        self._quiet = frozenset(each.id for each in shown if not each.children and not each.opens)
        for organ in shown:
            if organ.id not in self._spots:
                spot = self._spots[organ.id] = _Spot(self._theme, organ.id, self)
                spot.clicked.connect(self._choose)
                spot.focus_moved.connect(self._focus_moved)
            self._spots[organ.id].setAccessibleName(names[organ.id])
        for name, spot in self._spots.items():
            spot.setVisible(name in self._shown)
        self.setAccessibleName(self.tr("Body map"))
        self._drawn_for = ()
        self.update()

    def mark(self, organ: str) -> None:
        """Mark the organ that is chosen; an empty name marks none."""
        self._marked = organ
        for name, spot in self._spots.items():
            spot.set_current(on=name == organ)
        self.update()

    def set_most_height(self, height: int) -> None:
        """How high the figure should be at most, in pixels. It is never too small to tell the organs apart."""
        self._most_height = height

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        for spot in self._spots.values():
            spot.set_theme(theme)
        self.update()

    def organ_at(self, x: float, y: float) -> str:
        """The organ that a press at a point of the figure means; empty if there is none."""
        left = self._left()
        return self._drawn().organ_at(x - left, y)

    def place_of(self, organ: str) -> QtCore.QPoint | None:
        """A point of the figure at which a press means this organ; None if nothing of it can be seen."""
        place = self._drawn().place_of(organ)
        return None if place is None else place + QtCore.QPoint(self._left(), 0)

    def height_for(self, width: int) -> int:
        """As high as the drawing is at this width."""
        return size_at(self._drawing_width(width)).height()

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Grouping

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        drawing, theme = self._drawn(), self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left = self._left()
        painter.setClipRect(QRectF(left, 0, drawing.size.width(), drawing.size.height()))
        colours = {name: (theme.colour("organ-quiet"), _QUIET) for name in self._quiet}
        colours[self._pointed] = (theme.colour("organ-pointed"), _POINTED)
        colours[self._marked] = (theme.colour("organ-marked"), _MARKED)
        drawing.paint(painter, left, colours)
        lines = [(self._pointed, "organ-line", _LINE, 0.0)]
        focused = next((name for name, spot in self._spots.items() if spot.shows_ring()), "")
        lines += [(focused, "focus-inner", RING, 0.0), (focused, "focus-outer", RING, RING)]
        for name, colour, thickness, gap in lines:
            if name in drawing.names():
                box, line = drawing.outline(name, theme.colour(colour), thickness, gap=gap)
                painter.drawImage(box.translated(left, 0), line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drawn()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._met(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != QtCore.Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._pressed = self._met(event.position())
        self._point(self._pressed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, ""
        if pressed and pressed == self._met(event.position()):
            self._spots[pressed].click()

    def leaveEvent(self, event: QEvent) -> None:
        self._point("")
        super().leaveEvent(event)

    def _met(self, position: QPointF) -> str:
        return self.organ_at(position.x(), position.y())

    def _point(self, organ: str) -> None:
        if organ != self._pointed:
            self._pointed = organ
            shapes = QtCore.Qt.CursorShape
            self.setCursor(shapes.PointingHandCursor if organ else shapes.ArrowCursor)
            self.organ_pointed.emit(organ)
            self.update()

    def _choose(self) -> None:
        spot = self.sender()
        if isinstance(spot, _Spot):
            self.organ_chosen.emit(spot.organ)

    def _focus_moved(self) -> None:
        focused = next((name for name, spot in self._spots.items() if spot.hasFocus()), "")
        self.organ_pointed.emit(focused or self._pointed)
        self.update()

    def _drawing_width(self, width: int) -> int:
        return max(1, min(width, width_at(max(self._most_height, round(_LEAST_HEIGHT * self._theme.growth)))))

    def _left(self) -> int:
        return (self.width() - self._drawing_width(self.width())) // 2

    def _drawn(self) -> BodyDrawing:
        """The drawing at the present width; the places of the organs follow it."""
        width, ratio = self._drawing_width(self.width()), self.devicePixelRatioF()
        wanted = (self.width(), width, ratio)
        if self._drawing is None or self._drawn_for != wanted:
            self._drawn_for = wanted
            self._drawing = BodyDrawing(self._shown, width, ratio)
            for name in self._drawing.names():
                self._spots[name].lie_around(self._drawing.box_of(name).translated(self._left(), 0))
        return self._drawing


class _Spot(Pressable):
    """An organ of the figure. The figure paints it and hears the mouse; the keyboard and speech come here."""

    focus_moved = Signal()

    def __init__(self, theme: Theme, organ: str, figure: QWidget) -> None:
        super().__init__(theme, "", figure)
        self.organ = organ
        self._current = False
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleIdentifier(f"organ-{organ}")

    def lie_around(self, box: QRect) -> None:
        """Lie where the organ is drawn, and never smaller than a target."""
        wide, high = (max(0, self.theme.target - side + 1) // 2 for side in (box.width(), box.height()))
        self.setGeometry(box.adjusted(-wide, -high, wide, high))

    def set_current(self, *, on: bool) -> None:
        """Whether the topic is about it."""
        self._current = on

    def spoken_selected(self) -> bool | None:
        return self._current

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the figure paints its organs."""
