"""The navigation tree as an item model: topics with their names, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from desktop.pages import topics

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from desktop.content.model import Guide
    from desktop.pages.topics import Topic

TOPIC = Qt.ItemDataRole.UserRole
"""The id of the topic a row opens."""
STARTS_GROUP = Qt.ItemDataRole.UserRole + 1
"""Whether the row begins the second group, the lists."""


class _Row:
    """A topic in the tree, with the row it stands under."""

    def __init__(self, topic: Topic, parent: _Row | None, number: int) -> None:
        self.topic = topic
        self.parent = parent
        self.number = number
        self.children = [_Row(child, self, place) for place, child in enumerate(topic.children)]


class NavigationModel(QAbstractItemModel):
    """Pages and categories with their operations, then the lists."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._top: list[_Row] = []
        self._lists_from = 0

    def show_guide(self, guide: Guide) -> None:
        """Show the topics of this guide."""
        self.beginResetModel()
        first, more = topics.tree(guide)
        self._lists_from = len(first)
        self._top = [_Row(topic, None, number) for number, topic in enumerate((*first, *more))]
        self.endResetModel()

    def index_of(self, topic: str) -> QModelIndex:
        """The row of a topic; an invalid index if it has none (side effects)."""
        for row in self._top:
            for each in (row, *row.children):
                if each.topic.id == topic:
                    return self.createIndex(each.number, 0, each)
        return QModelIndex()

    def index(self, row: int, column: int, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> QModelIndex:
        rows = self._children(parent)
        return self.createIndex(row, column, rows[row]) if column == 0 and 0 <= row < len(rows) else QModelIndex()

    def parent(self, index: QModelIndex | QPersistentModelIndex) -> QModelIndex:  # type: ignore[override]
        row = self._row(index)
        if row is None or row.parent is None:
            return QModelIndex()
        return self.createIndex(row.parent.number, 0, row.parent)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: N802
        return len(self._children(parent)) if parent.column() <= 0 else 0

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: ARG002, N802
        return 1

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._row(index)
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.topic.name
        if role == TOPIC:
            return row.topic.id
        if role == STARTS_GROUP:
            return row.parent is None and row.number == self._lists_from
        return None

    def _row(self, index: QModelIndex | QPersistentModelIndex) -> _Row | None:
        row = index.internalPointer() if index.isValid() else None
        return row if isinstance(row, _Row) else None

    def _children(self, parent: QModelIndex | QPersistentModelIndex) -> list[_Row]:
        row = self._row(parent)
        return row.children if row else ([] if parent.isValid() else self._top)
