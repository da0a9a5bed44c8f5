"""A pane that scrolls, with two buttons under it, so that nobody needs to know how to drag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.views.kiosk.big_button import BigButton
from desktop.views.parts import paint

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.looks.theme import Theme
    from desktop.views.parts.flow import ScrollPane

_KEPT = 0.12
"""The share of a screen that stays in sight when the page is turned, so that a reader finds the line again."""


class Paged(QWidget):
    """Shows a widget and turns the pages of what scrolls in it. The buttons are there only where something scrolls."""

    def __init__(
        self, theme: Theme, content: QWidget, scrolled: Callable[[], ScrollPane], parent: QWidget | None = None
    ) -> None:
        """``scrolled`` gives the pane that scrolls at the moment: some contents have more than one."""
        super().__init__(parent)
        self._theme = theme
        self.content = content
        self._scrolled = scrolled
        self._panes: list[ScrollPane] = []
        content.setParent(self)
        self._up = BigButton(theme, "arrow-up", parent=self)
        self._down = BigButton(theme, "arrow-down", parent=self)
        name = content.accessibleIdentifier()
        self._up.setAccessibleIdentifier(f"{name}-page-up")
        self._down.setAccessibleIdentifier(f"{name}-page-down")
        self._up.clicked.connect(self._page_up)
        self._down.clicked.connect(self._page_down)
        self.follow()

    def show_words(self) -> None:
        """Name the buttons in the language of the window."""
        self._up.set_text(self.tr("Up"))
        self._down.set_text(self.tr("Down"))

    def follow(self) -> None:
        """Look again at what scrolls now."""
        pane = self._scrolled()
        if pane not in self._panes:
            self._panes.append(pane)
            pane.setVerticalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            pane.verticalScrollBar().rangeChanged.connect(self._arrange)
            pane.verticalScrollBar().valueChanged.connect(self._tell)
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text. The content is given it by whoever owns it."""
        self._theme = theme
        self._up.set_theme(theme)
        self._down.set_theme(theme)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), self._theme, QRectF(event.rect()), "canvas")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _turn(self, way: int) -> None:
        bar = self._scrolled().verticalScrollBar()
        bar.setValue(bar.value() + way * round(self._scrolled().viewport().height() * (1 - _KEPT)))

    def _page_up(self) -> None:
        self._turn(-1)

    def _page_down(self) -> None:
        self._turn(1)

    def _tell(self) -> None:
        bar = self._scrolled().verticalScrollBar()
        self._up.setEnabled(bar.value() > bar.minimum())
        self._down.setEnabled(bar.value() < bar.maximum())

    def _arrange(self) -> None:
        pane = self._scrolled()
        gap = self._theme.space(2)
        wide = (self.width() - 3 * gap) // 2
        button_high = max(self._up.height_for(wide), self._down.height_for(wide))
        high = button_high + 2 * gap
        needed = pane.column.height() > self.height() - (pane.y() if pane is not self.content else 0)
        for button in (self._up, self._down):
            button.setVisible(needed)
        self.content.setGeometry(0, 0, self.width(), max(0, self.height() - (high if needed else 0)))
        if needed:
            places = (gap, self.width() - gap - wide)
            for x, button in zip(
                reversed(places) if self.isRightToLeft() else places, (self._up, self._down), strict=True
            ):
                button.setGeometry(x, self.height() - gap - button_high, wide, button_high)
        self._tell()
