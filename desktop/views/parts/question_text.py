"""A question on a page, with a box to choose it for the handout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAccessible

from desktop.views.parts.check_row import paint_box
from desktop.views.parts.pressable import Pressable
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme
    from desktop.pages.sheet import Block


class QuestionText(TextBlock):
    """The text of a question; the box stands before it."""

    switched = Signal(str)
    """The question was pressed: it is to be asked, or no longer."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, role=QAccessible.Role.ListItem)
        self.question = ""
        self._box = _Box(theme, self)
        self._box.clicked.connect(self._switch)
        self._box.show()

    def show_question(self, block: Block, style: str, *, on: bool) -> None:
        """Show this question, chosen or not."""
        self.question = block.anchor
        theme = self._box.theme
        self.show_text(
            block.text, style, lead_in=block.lead_in, sources=block.sources, indent=theme.target + theme.space(1)
        )
        self._box.first_line = theme.leading(style)
        self._box.setAccessibleName(block.text)
        self._box.setAccessibleIdentifier(f"ask-{block.anchor}")
        self.mark_chosen(on=on)

    def mark_chosen(self, *, on: bool) -> None:
        """Mark it as chosen or not, without telling of it."""
        self._box.setChecked(on)
        self._box.update()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._box.set_theme(theme)
        super().set_theme(theme)

    def height_for(self, width: int) -> int:
        """As high as the text, and never too small to press."""
        return max(super().height_for(width), self._box.theme.target)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        target = self._box.theme.target
        self._box.setGeometry(self.width() - target if self.isRightToLeft() else 0, 0, target, target)

    def _switch(self) -> None:
        self.switched.emit(self.question)


class _Box(Pressable):
    """The box: as large as a finger, drawn at the height of the first line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "", parent)
        self.setCheckable(True)
        self.first_line = 0.0

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.CheckBox

    def paint_face(self, painter: QPainter) -> None:
        size = self.theme.space(6)
        box = QRectF((self.width() - size) / 2, max(0.0, (self.first_line - size) / 2), size, size)
        paint_box(painter, self.theme, box, self.devicePixelRatioF(), on=self.isChecked(), hovered=self.hovered)
