"""Everything that can be pressed is painted by us, so that it looks and sounds the same everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from desktop.views.parts.spoken import Speaks

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from desktop.theme import Theme

RING = 3
"""Thickness of each of the two focus rings, in pixels; together they show on any colour (WCAG 2.4.13)."""

BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Pressable(QAbstractButton, Speaks):
    """A button. Subclasses paint themselves in ``paint``; the base adds the focus ring and the Enter key."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setText(text.replace("&", "&&"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hovered = False
        self._ring = False

    def plain_text(self) -> str:
        """The text as it is seen."""
        return self.text().replace("&&", "&")

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self.theme = theme
        self.updateGeometry()
        self.update()

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Button

    def spoken_name(self) -> str:
        return self.accessibleName() or self.plain_text()

    def paint(self, painter: QPainter) -> None:
        """Paint everything but the focus ring."""

    def corner(self) -> float:
        """The radius of the corners, in pixels."""
        return 6.0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter)
        if self._ring and self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), self.corner(), self.theme)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._ring = event.reason() in BY_KEYBOARD
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ring = True
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        self.hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self.hovered = False
        self.update()
        super().leaveEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.theme.target, self.theme.target)


def paint_focus_ring(painter: QPainter, rect: QRectF, radius: float, theme: Theme) -> None:
    """Two rings, dark outside and yellow inside, just within ``rect``."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for number, role in enumerate(("focus-outer", "focus-inner")):
        inset = RING * (number + 0.5)
        painter.setPen(QPen(theme.colour(role), RING))
        corner = max(0.0, radius - inset)
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner, corner)


def paint_chevron(painter: QPainter, centre_x: float, centre_y: float, size: float, colour: QColor, way: str) -> None:
    """A small arrowhead that points "down", "up", "left" or "right"."""
    half, rise = size / 2, size / 4
    points = {
        "down": ((-half, -rise), (0, rise), (half, -rise)),
        "up": ((-half, rise), (0, -rise), (half, rise)),
        "right": ((-rise, -half), (rise, 0), (-rise, half)),
        "left": ((rise, -half), (-rise, 0), (rise, half)),
    }[way]
    pen = QPen(colour, max(2.0, size / 6))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline([QPointF(centre_x + x, centre_y + y) for x, y in points])
