"""The bar at the top: the name of the guide, and the way back and forward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.drawings import icon_in_colour
from desktop.theme import Style
from desktop.views.parts import paint
from desktop.views.parts.buttons import IconButton
from desktop.views.parts.flow import in_a_row
from desktop.views.parts.pressable import between
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.theme import Theme


class HeaderBar(QWidget, Speaks):
    """Shows what program this is. Asks for the topic before or after this one."""

    back_requested = Signal()
    forward_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._brand = _Brand(theme, self)
        self._back = IconButton(theme, "back", parent=self)
        self._forward = IconButton(theme, "forward", parent=self)
        self._back.setAccessibleIdentifier("back")
        self._forward.setAccessibleIdentifier("forward")
        self._back.clicked.connect(self.back_requested)
        self._forward.clicked.connect(self.forward_requested)
        self.show_path(back=False, forward=False)

    def show_words(self, title: str) -> None:
        """Show the guide's name, and name the buttons in the language of the window."""
        self._brand.show_title(title)
        self._back.set_label(self.tr("Back"))
        self._forward.set_label(self.tr("Forward"))

    def show_path(self, *, back: bool, forward: bool) -> None:
        """Whether there is a way back, and a way forward."""
        self._back.setEnabled(back)
        self._forward.setEnabled(forward)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        for part in (self._brand, self._back, self._forward):
            part.set_theme(theme)
        self._arrange()

    def spoken_name(self) -> str:
        return self.accessibleName()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        paint.fill(painter, self._theme, QRectF(self.rect()), "surface")
        paint.fill(painter, self._theme, QRectF(0, self.height() - 1, self.width(), 1), "hairline")

    def height_for(self, width: int) -> int:
        """As high as the name needs beside the buttons at this width, and never too small to press."""
        space, target = self._theme.space, self._theme.target
        room = width - 2 * (space(4) + space(2) + target)
        return max(target, self._brand.height_for(room)) + 2 * space(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The name from the leading edge on, the buttons at the other end."""
        space, target = self._theme.space, self._theme.target
        in_a_row([self._brand, self._back, self._forward], self, space(4), space(2), space(2), stretch=self._brand)
        for button in (self._back, self._forward):
            button.setGeometry(button.x(), (self.height() - target) // 2, target, target)


class _Brand(QWidget, Speaks):
    """The sign and the name of the guide."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = ""
        self._words = Words()

    def show_title(self, title: str) -> None:
        """Show this name."""
        self._title = title
        self._words.show(self._theme, title, Style.SUBHEADING, "ink")
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self.show_title(self._title)

    def spoken_name(self) -> str:
        return self._title

    def height_for(self, width: int) -> int:
        """As high as the name needs at this width."""
        return round(self._words.lay_out(width - self._before(), mirrored=self.isRightToLeft()))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.space(60), self._theme.target)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        size = self._theme.space(9)
        picture = icon_in_colour("app", size, self.devicePixelRatioF())
        painter = QPainter(self)
        left = self.width() - size if self.isRightToLeft() else 0
        painter.drawPixmap(left, (self.height() - size) // 2, picture)
        box = between(self, self._before(), 0)
        height = self._words.lay_out(box.width(), mirrored=self.isRightToLeft())
        self._words.paint(painter, box.left(), (self.height() - height) / 2)

    def _before(self) -> int:
        """The room for the sign before the name."""
        return self._theme.space(9) + self._theme.space(3)
