"""The navigation tree on the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QVBoxLayout, QWidget

from desktop.models.navigation import STARTS_GROUP, TOPIC, NavigationModel
from desktop.theme import Style
from desktop.views.parts.pressable import BY_KEYBOARD, paint_chevron, paint_focus_ring

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from desktop.content.model import Guide
    from desktop.theme import Theme

_HOVER = QStyle.StateFlag.State_MouseOver


class NavigationPane(QWidget):
    """Lists the topics as a tree. Asks for the one that is chosen."""

    topic_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = NavigationModel(self)
        self._tree = _Tree(theme, self)
        self._tree.setModel(self._model)
        self._tree.setAccessibleIdentifier("navigation")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.space(2), 0, 0)
        layout.addWidget(self._tree)
        self._tree.chosen.connect(self.topic_requested)
        self._tell_name()

    def show_guide(self, guide: Guide) -> None:
        """List the topics of this guide."""
        self._model.show_guide(guide)
        self._tell_name()

    def show_topic(self, topic: str) -> None:
        """Mark the topic that is shown and make its row visible. A side effect has no row: nothing is marked."""
        self._tree.mark(topic, self._model.index_of(topic))

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self._tree.set_theme(theme)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        QPainter(self).fillRect(event.rect(), self._theme.colour("surface"))

    def focus_tree(self) -> None:
        """Put the keyboard into the tree."""
        self._tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tell_name(self) -> None:
        self._tree.setAccessibleName(self.tr("Topics"))


class _Tree(QTreeView):
    """A tree whose rows open a topic when they are pressed, or by Enter; arrow keys only move about."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.open_topic = ""
        self._ring = False
        self._pressed = QModelIndex()
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setIndentation(theme.space(4))
        self.setUniformRowHeights(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.verticalScrollBar().setStyleSheet(theme.scroll_bar())
        self.setMouseTracking(True)
        self.setItemDelegate(_RowPainter(theme, self))
        self.viewport().setAutoFillBackground(False)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setIndentation(theme.space(4))
        self.setItemDelegate(_RowPainter(theme, self))
        self.doItemsLayout()

    def mark(self, topic: str, index: QModelIndex) -> None:
        """Show which topic is open, with the rows around it. An invalid index leaves the rows as they are."""
        self.open_topic = topic
        if index.isValid():
            above = index.parent()
            self.expand(above if above.isValid() else index)
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self.viewport().update()

    def shows_ring(self) -> bool:
        """Whether the keyboard is used here, so that the row it is on must be seen."""
        return self._ring and self.hasFocus()

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex) -> None:  # noqa: N802
        """Nothing: the row paints its own arrow."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Names may need more or fewer lines now."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._ring = event.reason() in BY_KEYBOARD
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self._ring = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._ring = False
        self._pressed = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index == self._pressed:
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        """Open the row's topic; a category that is open already is closed or opened in the tree."""
        if not index.isValid():
            return
        topic = str(index.data(TOPIC))
        if topic == self.open_topic and self.model().rowCount(index):
            self.setExpanded(index, not self.isExpanded(index))
            return
        self.chosen.emit(topic)


class _RowPainter(QStyledItemDelegate):
    """Paints a row: the name, a bar and a tint if it is open, an arrow if it has rows under it."""

    def __init__(self, theme: Theme, tree: _Tree) -> None:
        super().__init__(tree)
        self._theme = theme
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        theme = self._theme
        depth = 1 if index.parent().isValid() else 0
        arrow = theme.space(6) if self._has_rows(index) else theme.space(2)
        room = max(60, self._tree.viewport().width() - theme.space(8) - arrow - depth * theme.space(4))
        box = QFontMetrics(self._font(bold=True)).boundingRect(
            0, 0, room, 10_000, Qt.TextFlag.TextWordWrap, str(index.data())
        )
        height = max(theme.target, box.height() + theme.space(4))
        return QSize(room, height + (theme.space(4) if index.data(STARTS_GROUP) else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        theme = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect  # type: ignore[attr-defined]
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft  # type: ignore[attr-defined]
        row = QRectF(theme.space(2), rect.top() + 1, self._tree.viewport().width() - theme.space(3), rect.height() - 2)
        if index.data(STARTS_GROUP):
            line = rect.top() + theme.space(2)
            painter.setPen(QPen(theme.colour("hairline"), 1))
            painter.drawLine(theme.space(4), line, self._tree.viewport().width() - theme.space(4), line)
            row.setTop(row.top() + theme.space(4))
        current = index.data(TOPIC) == self._tree.open_topic
        state = option.state  # type: ignore[attr-defined]
        if current or state & _HOVER:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected" if current else "brand-tint"))
            painter.drawRoundedRect(row, 6, 6)
        if current:
            painter.setBrush(theme.colour("brand"))
            bar = row.right() - 4 if mirrored else row.left()
            painter.drawRoundedRect(QRectF(bar, row.top(), 4, row.height()), 2, 2)
        depth = theme.space(4) if index.parent().isValid() else 0
        edge, end = theme.space(4) + depth, theme.space(6) if self._has_rows(index) else theme.space(2)
        words = row.adjusted(end, 0, -edge, 0) if mirrored else row.adjusted(edge, 0, -end, 0)
        painter.setFont(self._font(bold=current))
        painter.setPen(theme.colour("brand" if current else "ink"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(words, int(flags) | int(Qt.TextFlag.TextWordWrap), str(index.data()))
        if self._has_rows(index):
            way = "down" if self._tree.isExpanded(_plain(index)) else ("left" if mirrored else "right")
            x = row.left() + theme.space(4) if mirrored else row.right() - theme.space(4)
            paint_chevron(painter, x, row.center().y(), theme.space(2.5), theme.colour("ink-soft"), way)
        if index == self._tree.currentIndex() and self._tree.shows_ring():
            paint_focus_ring(painter, row, 6, theme)
        painter.restore()

    def _font(self, *, bold: bool) -> QFont:
        font = QFont(self._theme.font(Style.PANEL))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return font

    def _has_rows(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        return self._tree.model().rowCount(_plain(index)) > 0


def _plain(index: QModelIndex | QPersistentModelIndex) -> QModelIndex:
    return index.model().index(index.row(), 0, index.parent())
