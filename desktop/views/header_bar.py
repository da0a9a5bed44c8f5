"""The bar at the top: the name of the guide, and the way back and forward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.drawings import icon_in_colour
from desktop.theme import Style
from desktop.views.parts.buttons import IconButton
from desktop.views.parts.spoken import Speaks

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

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
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._brand, 1)
        self._row.addWidget(self._back)
        self._row.addWidget(self._forward)
        self.show_path(back=False, forward=False)
        self._set_spaces()

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
        self._set_spaces()

    def spoken_name(self) -> str:
        return self.accessibleName()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), self._theme.colour("hairline"))

    def _set_spaces(self) -> None:
        space = self._theme.space
        self._row.setContentsMargins(space(4), space(2), space(4), space(2))
        self._row.setSpacing(space(2))


class _Brand(QWidget, Speaks):
    """The sign and the name of the guide."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_title(self, title: str) -> None:
        """Show this name."""
        self._title = title
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self.updateGeometry()

    def spoken_name(self) -> str:
        return self._title

    def sizeHint(self) -> QSize:  # noqa: N802
        words = QFontMetrics(self._theme.font(Style.SUBHEADING)).horizontalAdvance(self._title)
        return QSize(words + self._theme.space(14), self._theme.target)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._theme.space(14), self._theme.target)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        size = self._theme.space(9)
        picture = icon_in_colour("app", size, self.devicePixelRatioF())
        painter = QPainter(self)
        left = self.width() - size if self.isRightToLeft() else 0
        painter.drawPixmap(left, (self.height() - size) // 2, picture)
        painter.setFont(self._theme.font(Style.SUBHEADING))
        painter.setPen(self._theme.colour("ink"))
        gap = size + self._theme.space(3)
        words = self.rect().adjusted(0, 0, -gap, 0) if self.isRightToLeft() else self.rect().adjusted(gap, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap
        painter.drawText(words, flags, self._title)
