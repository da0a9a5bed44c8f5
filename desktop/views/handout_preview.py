"""The pages of the handout as they will be printed, one under the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.views.parts import paint
from desktop.views.parts.flow import Column, ScrollPane
from desktop.views.parts.spoken import Speaks

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QPaintEvent

    from desktop.looks.theme import Theme
    from desktop.paper.pages import Pages

_MOST_WIDTH = 720
"""Widest a page is shown at the smallest size of text, in pixels."""


class HandoutPreview(ScrollPane):
    """Shows the pages; each is painted when it comes into sight."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, Column(), parent)
        self._theme = theme
        self.pages: Pages | None = None
        """What is shown."""
        self._views: list[_PageView] = []
        self.setAccessibleIdentifier("handout-preview")
        self.set_ground(theme.colour("sunk"))

    def show_pages(self, pages: Pages) -> None:
        """Show these pages; the reader stays where they were."""
        self.pages = pages
        while len(self._views) < len(pages):
            self._views.append(_PageView(self._theme, self.column))
        for number, view in enumerate(self._views):
            if number < len(pages):
                view.show_page(pages, number)
            else:
                view.let_go()
        self.setAccessibleName(self.tr("%n page(s)", "", len(pages)))
        self._arrange(len(pages))

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self.use_theme(theme)
        self.set_ground(theme.colour("sunk"))
        for view in self._views:
            view.set_theme(theme)
        self._arrange(sum(not view.isHidden() for view in self._views))

    def _arrange(self, count: int) -> None:
        space = self._theme.space
        self.column.set_margins(space(5), space(5), space(3), space(8))
        self.column.set_most_width(round(_MOST_WIDTH * self._theme.step))
        self.column.place([(space(5), view) for view in self._views[:count]])
        self.lay_out()


class _PageView(QWidget, Speaks):
    """One page on its sheet of paper."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages: Pages | None = None
        self._number = 0
        self._picture = QPixmap()

    def show_page(self, pages: Pages, number: int) -> None:
        """Show this page, counted from 0."""
        self._pages, self._number = pages, number
        self._picture = QPixmap()
        self.setAccessibleName(f"{pages.document.title}, {pages.count(number)}")
        self.show()
        self.update()

    def let_go(self) -> None:
        """Show no page, and hold none: a sheet that is not needed would keep the whole of an earlier handout."""
        self._pages = None
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours for the edge."""
        self._theme = theme
        self.update()

    def height_for(self, width: int) -> int:
        """As high as the paper is at this width."""
        if self._pages is None:
            return 0
        size = self._pages.size()
        return round(width * size.height() / size.width())

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Graphic

    def hideEvent(self, event: QHideEvent) -> None:
        """A picture takes 3 MB and is painted again in a moment."""
        super().hideEvent(event)
        self._picture = QPixmap()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._pages is None:
            return
        ratio = self.devicePixelRatioF()
        wanted = self.size() * ratio
        if self._picture.size() != wanted:
            self._picture = QPixmap(wanted)
            self._picture.fill(QColor("white"))
            page = QPainter(self._picture)
            self._pages.paint(page, self._number, wanted.width() / (self._pages.size().width() * 10))
            page.end()
            self._picture.setDevicePixelRatio(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        box = QRectF(self.rect())
        for edge in (QRectF(0, 0, box.width(), 1), QRectF(0, box.height() - 1, box.width(), 1)):
            paint.fill(painter, self._theme, edge, "line")
        for edge in (QRectF(0, 0, 1, box.height()), QRectF(box.width() - 1, 0, 1, box.height())):
            paint.fill(painter, self._theme, edge, "line")
