"""Everything that can be pressed is painted by us, so that it looks and sounds the same everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QAbstractButton

from desktop.views.parts import paint
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.words import Words

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme


_ONE_LINE = 100_000.0
_MOST_SIZES = 16
"""How many sizes of a label are kept: it is asked for a few widths, and for many only while the window is resized."""


def between(widget: QWidget, before: float, after: float) -> QRectF:
    """A widget's room without these widths at its beginning and its end, as reading goes."""
    box = QRectF(widget.rect())
    return box.adjusted(after, 0, -before, 0) if widget.isRightToLeft() else box.adjusted(before, 0, -after, 0)


def by_keyboard(event: QFocusEvent) -> bool:
    """Whether the keyboard brought the focus here, so that it must be seen."""
    reason = QtCore.Qt.FocusReason
    return event.reason() in (reason.TabFocusReason, reason.BacktabFocusReason, reason.ShortcutFocusReason)


class Pressable(QAbstractButton, Speaks):
    """A button. Subclasses paint themselves in ``paint_face``; the base adds the focus ring and the Enter key."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setText(text.replace("&", "&&"))
        self.hovered = False
        self._ring = False
        self._label = Words()
        self._label_shows: tuple[object, ...] = ()
        self._sizes_of: tuple[object, ...] = ()
        self._sizes: dict[tuple[str, float, bool], tuple[float, float]] = {}
        self._found: tuple[list[tuple[int, int]], int] = ([], -1)

    def set_text(self, text: str) -> None:
        """Show another text. An ampersand stands for itself."""
        self.setText(text.replace("&", "&&"))
        self.updateGeometry()

    def plain_text(self) -> str:
        """The text as it is seen."""
        return self.text().replace("&&", "&")

    def label_width(self, style: str, *, underlined: bool = False) -> float:
        """The width the text needs in one line, in pixels."""
        return self._measured(style, _ONE_LINE, underlined=underlined)[0]

    def label_height(self, style: str, width: float, *, underlined: bool = False) -> float:
        """The height the text needs at a width, in pixels."""
        return self._measured(style, width, underlined=underlined)[1]

    def _measured(self, style: str, width: float, *, underlined: bool) -> tuple[float, float]:
        """The width and the height of the text within a width. Kept: every turning of a topic asks for them again."""
        of = (self.theme, self.text())
        if of != self._sizes_of or len(self._sizes) == _MOST_SIZES:
            self._sizes_of, self._sizes = of, {}
        asked = (style, width, underlined)
        found = self._sizes.get(asked)
        if found is None:
            label = self._laid_label(style, "ink", width, underlined=underlined)
            found = self._sizes[asked] = (label.width(), label.lay_out(width, mirrored=self.isRightToLeft()))
        return found

    def paint_label(self, painter: QPainter, box: QRectF, style: str, colour: str, *, underlined: bool = False) -> None:
        """The text in a box: from its leading edge, in the middle of its height."""
        label = self._laid_label(style, colour, box.width(), underlined=underlined)
        height = label.lay_out(box.width(), mirrored=self.isRightToLeft())
        label.paint(painter, box.left(), box.top() + (box.height() - height) / 2)

    def _laid_label(self, style: str, colour: str, width: float, *, underlined: bool) -> Words:
        wanted = (self.theme, self.plain_text(), style, colour, underlined)
        if wanted != self._label_shows:
            self._label_shows = wanted
            self._label.show(self.theme, wanted[1], style, colour, underlined=underlined)
        self._label.mark_found(self.theme, *self._found)
        self._label.lay_out(width, mirrored=self.isRightToLeft())
        return self._label

    def mark_label(self, ranges: list[tuple[int, int]], current: int) -> None:
        """Mark ranges of the text as found."""
        self._found = (ranges, current)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self.theme = theme
        self.updateGeometry()
        self.update()

    def shows_ring(self) -> bool:
        """Whether the focus is here and is seen, because the keyboard brought it or is used."""
        return self._ring and self.hasFocus()

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Button

    def spoken_name(self) -> str:
        return self.accessibleName() or self.plain_text()

    def paint_face(self, painter: QPainter) -> None:
        """Paint everything but the focus ring."""

    def paint_ring(self, painter: QPainter) -> None:
        """Paint the focus ring."""
        paint.focus_ring(painter, self.theme, self.ring(), self.corner())

    def ring(self) -> QRectF:
        """Where the focus ring lies."""
        return QRectF(self.rect())

    def corner(self) -> float:
        """The radius of the corners, in pixels."""
        return 6.0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_face(painter)
        if self.shows_ring():
            self.paint_ring(painter)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = by_keyboard(event)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self._ring = True
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.hovered = True
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered = False
        self.update()
        super().leaveEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.target, self.theme.target)
