"""What reaches the kiosk's window: touches that scroll or press, a few keys, and nothing else.

It listens at the window of the system, before any widget: one place for every way in, and cheap, because only input
passes there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QInputEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.views.parts.flow import ScrollPane

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

DOUBLE_TAP_MS = 300
"""A second tap at the same place within this time is the trembling of a hand (EN 301 549, 5.8)."""
STAFF_TAPS = 5
STAFF_WITHIN_MS = 3000
_SAME_PLACE = 60
"""Taps nearer than this count as at the same place, in pixels."""
_DRAG_FROM = 14
"""A finger that moves less than this presses and does not scroll, in pixels."""
_CORNER = 96
"""The side of the corner in which staff tap, in pixels: the upper one where reading begins."""
_KEYS = frozenset(
    {
        Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right,
        Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
    }
)  # fmt: skip
_NOT_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_REFUSED = frozenset(
    {
        QEvent.Type.ContextMenu, QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop, QEvent.Type.HelpRequest,
        QEvent.Type.WhatsThisClicked, QEvent.Type.NativeGesture, QEvent.Type.MouseButtonDblClick,
    }
)  # fmt: skip


class Guard(QObject):
    """Filters the events of one window."""

    used = Signal()
    """Somebody has touched or pressed something."""
    back_requested = Signal()
    staff_called = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tapped_at = QPointF(-1e6, -1e6)
        self._tapped = -10 * DOUBLE_TAP_MS
        self._corner_taps: list[int] = []
        self._start = QPointF()
        self._pane: ScrollPane | None = None
        self._begin = 0
        self._drags = False
        self._pressing = False
        self._rests = False
        self._holds = False

    @property
    def holds_corner(self) -> bool:
        """Whether a finger lies in the corner of staff."""
        return self._holds

    def rest(self, *, on: bool) -> None:
        """Let nothing through, so that the screen can be wiped; only the corner of staff is still felt."""
        self._rests, self._holds = on, False

    def watch(self, handle: QWindow) -> None:
        """Begin, once the window has its window of the system."""
        handle.installEventFilter(self)
        QApplication.setDoubleClickInterval(DOUBLE_TAP_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _REFUSED:
            return True
        if self._rests and isinstance(event, QInputEvent):
            self._feel_corner(event)
            return True
        if isinstance(event, QKeyEvent):
            return self._key(event)
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QWheelEvent):
            self.used.emit()
            return bool(event.modifiers() & _NOT_WITH)
        if kind in (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate):
            self.used.emit()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() not in _KEYS or event.modifiers() & _NOT_WITH:
            return True
        if event.type() == QEvent.Type.KeyPress:
            self.used.emit()
            if event.key() == Qt.Key.Key_Escape:
                self.back_requested.emit()
                return True
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseMove:
            return self._move(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return True
        self.used.emit()
        if kind == QEvent.Type.MouseButtonPress:
            return self._press(event)
        pressed, self._pressing, self._drags = self._pressing, False, False
        return not pressed

    def _press(self, event: QMouseEvent) -> bool:
        when, where = event.timestamp(), event.position()
        if when - self._tapped < DOUBLE_TAP_MS and (where - self._tapped_at).manhattanLength() < _SAME_PLACE:
            return True
        self._tapped, self._tapped_at = when, where
        self._count_corner(when, where)
        self._start, self._drags, self._pressing = where, False, True
        self._pane = self._pane_at(where.toPoint())
        self._begin = self._pane.verticalScrollBar().value() if self._pane is not None else 0
        return False

    def _move(self, event: QMouseEvent) -> bool:
        """A finger that moves up or down scrolls; on a text it does nothing else, so nothing is ever selected."""
        if not self._pressing:
            return False
        self.used.emit()
        way = event.position() - self._start
        if not self._drags and abs(way.y()) >= _DRAG_FROM and self._pane is not None:
            self._drags = True
            self._let_go()
        if self._drags and self._pane is not None:
            self._pane.verticalScrollBar().setValue(self._begin - round(way.y()))
            return True
        return True

    def _let_go(self) -> None:
        """What was pressed is let go far outside, so that it does nothing."""
        pressed = self._window.childAt(self._start.toPoint())
        if pressed is not None:
            far = QPointF(-1e5, -1e5)
            left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
            kind, plain = QEvent.Type.MouseButtonRelease, Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(pressed, QMouseEvent(kind, far, far, left, none, plain))

    def _pane_at(self, point: QPoint) -> ScrollPane | None:
        widget: QWidget | None = self._window.childAt(point)
        while widget is not None:
            if isinstance(widget, ScrollPane):
                return widget if widget.verticalScrollBar().maximum() > 0 else None
            widget = widget.parentWidget()
        return None

    def _count_corner(self, when: int, where: QPointF) -> None:
        """Taps of staff press nothing: whoever taps the Back button again and again is no staff."""
        if not self._in_corner(where) or isinstance(self._window.childAt(where.toPoint()), QAbstractButton):
            self._corner_taps = []
            return
        self._corner_taps = [each for each in self._corner_taps if when - each < STAFF_WITHIN_MS] + [when]
        if len(self._corner_taps) >= STAFF_TAPS:
            self._corner_taps = []
            self.staff_called.emit()

    def _in_corner(self, where: QPointF) -> bool:
        x = self._window.width() - where.x() if self._window.isRightToLeft() else where.x()
        return 0 <= x < _CORNER and where.y() < _CORNER

    def _feel_corner(self, event: QInputEvent) -> None:
        """A cloth comes and goes; a finger that stays in the corner is one of staff."""
        if isinstance(event, QMouseEvent):
            down = event.type() == QEvent.Type.MouseButtonPress or self._holds
            lifted = event.type() == QEvent.Type.MouseButtonRelease
            self._holds = down and not lifted and self._in_corner(event.position())
