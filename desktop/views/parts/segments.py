"""A few choices in one frame, of which one holds: the language, the way into the topics."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QWidget

from desktop.looks.theme import Style
from desktop.views.parts import paint
from desktop.views.parts.pressable import Pressable, between
from desktop.views.parts.spoken import Speaks

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.looks.theme import Theme


class Choice(NamedTuple):
    """One of the choices: its id, the word that is seen, and its name for speech, which holds that word."""

    id: str
    text: str
    name: str = ""


class Segments(QWidget, Speaks):
    """The choices, all of one width, side by side where they fit. The arrow keys go from one to the next."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._segments: dict[str, _Segment] = {}

    def show_choices(self, choices: tuple[Choice, ...], label: str) -> None:
        """Offer these choices under a label for speech. The widgets of choices that are there already are kept."""
        for choice in choices:
            segment = self._segments.get(choice.id)
            if segment is None:
                segment = self._segments[choice.id] = _Segment(self._theme, self)
                segment.setAccessibleIdentifier(f"choice-{choice.id}")
                segment.clicked.connect(self._choose)
                segment.show()
            segment.set_text(choice.text)
            segment.setAccessibleName(choice.name or choice.text)
        self.setAccessibleName(label)
        self._arrange()

    def choose(self, choice: str) -> None:
        """Mark this choice, without telling of it."""
        self._segments[choice].setChecked(True)

    def take_focus(self) -> None:
        """Put the keyboard on the choice that holds."""
        chosen = next(segment for segment in self._segments.values() if segment.isChecked())
        chosen.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def height_for(self, width: int) -> int:
        """One row if all choices fit side by side at this width, else a row for each."""
        rows = len(self._segments) if self.sizeHint().width() > width else 1
        return rows * self._theme.target

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        for segment in self._segments.values():
            segment.set_theme(theme)
        self._arrange()
        self.update()

    def sizeHint(self) -> QSize:
        widest = max((segment.sizeHint().width() for segment in self._segments.values()), default=0)
        return QSize(widest * len(self._segments) + 2, self._theme.target)

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Grouping

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.plate(painter, self._theme, QRectF(self.rect()), "surface", "line")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _choose(self) -> None:
        pressed = self.sender()
        self.chosen.emit(next(choice for choice, segment in self._segments.items() if segment is pressed))

    def _arrange(self) -> None:
        count = len(self._segments)
        if self.height() > self._theme.target:
            for number, segment in enumerate(self._segments.values()):
                segment.setGeometry(0, number * self._theme.target, self.width(), self._theme.target)
            return
        for number, segment in enumerate(self._segments.values()):
            start, end = self.width() * number // count, self.width() * (number + 1) // count
            segment.setGeometry(self.width() - end if self.isRightToLeft() else start, 0, end - start, self.height())


class _Segment(Pressable):
    """One of the choices."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "", parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def sizeHint(self) -> QSize:
        return QSize(max(self.theme.target, round(self.label_width(Style.BUTTON)) + self.theme.space(6)), 0)

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.RadioButton

    def paint_face(self, painter: QPainter) -> None:
        on = self.isChecked()
        inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if on or self.hovered:
            paint.plate(painter, self.theme, inner, "brand" if on else "brand-tint", radius=5)
        width = self.label_width(Style.BUTTON)
        box = between(self, max(0.0, (self.width() - width) / 2), 0)
        self.paint_label(painter, box, Style.BUTTON, "on-brand" if on else "ink")
