"""The buttons of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics, QPainter, QPen

from desktop.drawings import icon
from desktop.theme import Style
from desktop.views.parts.pressable import Pressable, paint_chevron

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.theme import Theme


class IconButton(Pressable):
    """A button with an icon and, if ``text`` is given, a word beside it. ``label`` is its name for speech."""

    def __init__(
        self, theme: Theme, icon_name: str, label: str = "", text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text, parent)
        self._icon_name = icon_name
        self.setAccessibleName(label or text)

    def set_label(self, label: str, text: str = "") -> None:
        """Use another name and word, for another language."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(label or text)
        self.updateGeometry()

    def set_icon(self, icon_name: str) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        target = self.theme.target
        if not self.plain_text():
            return QSize(target, target)
        words = QFontMetrics(self.theme.font(Style.BUTTON)).horizontalAdvance(self.plain_text())
        return QSize(words + self._icon_size() + self.theme.space(9), target)

    def paint(self, painter: QPainter) -> None:
        theme = self.theme
        on = self.isChecked()
        ground = "brand" if on else ("brand-tint" if self.hovered and self.isEnabled() else "surface")
        painter.setBrush(theme.colour(ground))
        painter.setPen(QPen(theme.colour("brand" if on else "line"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self.corner(), self.corner())
        colour = theme.colour("on-brand" if on else ("ink" if self.isEnabled() else "line"))
        size = self._icon_size()
        picture = icon(self._icon_name, colour.name(), size, self.devicePixelRatioF())
        if not self.plain_text():
            painter.drawPixmap((self.width() - size) // 2, (self.height() - size) // 2, picture)
            return
        edge = theme.space(3)
        left = self.width() - edge - size if self.isRightToLeft() else edge
        painter.drawPixmap(left, (self.height() - size) // 2, picture)
        painter.setFont(theme.font(Style.BUTTON))
        painter.setPen(colour)
        words = self.rect().adjusted(edge + size + theme.space(1.5), 0, -theme.space(2), 0)
        if self.isRightToLeft():
            words = self.rect().adjusted(theme.space(2), 0, -(edge + size + theme.space(1.5)), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.plain_text())

    def _icon_size(self) -> int:
        return round(self.theme.target * 0.46)


class LinkRow(Pressable):
    """A way to another topic: its name, underlined, as wide as the page."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, style: Style = Style.BODY) -> None:
        super().__init__(theme, "", parent)
        self._style = style
        self.target = ""

    def show_link(self, text: str, target: str, style: Style) -> None:
        """Lead to this topic under this name."""
        self.setText(text.replace("&", "&&"))
        self.target = target
        self._style = style
        self.setAccessibleIdentifier(f"link-{target}")
        self.update()

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Link

    def height_for(self, width: int) -> int:
        """As high as its name needs at this width, and never too small to press."""
        box = QFontMetrics(self.theme.font(self._style)).boundingRect(
            QRect(0, 0, max(1, width - self._edge() * 2 - self._chevron()), 10_000),
            Qt.TextFlag.TextWordWrap,
            self.plain_text(),
        )
        return max(self.theme.target, box.height() + self.theme.space(3))

    def paint(self, painter: QPainter) -> None:
        theme = self.theme
        if self.hovered:
            painter.setBrush(theme.colour("brand-tint"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(self.rect()), self.corner(), self.corner())
        font = QFont(theme.font(self._style))
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(theme.colour("link"))
        edge, chevron = self._edge(), self._chevron()
        words = self.rect().adjusted(edge, 0, -(edge + chevron), 0)
        x = self.width() - chevron / 2
        if self.isRightToLeft():
            words = self.rect().adjusted(edge + chevron, 0, -edge, 0)
            x = chevron / 2
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap
        painter.drawText(words, flags, self.plain_text())
        way = "left" if self.isRightToLeft() else "right"
        paint_chevron(painter, x, self.height() / 2, theme.space(3), theme.colour("link"), way)

    def _edge(self) -> int:
        return self.theme.space(2)

    def _chevron(self) -> int:
        return self.theme.space(8)


class ShortLink(Pressable):
    """A link with an arrow after it, only as wide as its name."""

    def __init__(self, theme: Theme, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._style = style
        self.target = ""

    def show_link(self, text: str, target: str) -> None:
        """Lead to this topic under this name."""
        self.setText(text.replace("&", "&&"))
        self.target = target
        self.setAccessibleIdentifier(f"short-link-{target}")
        self.update()

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Link

    def height_for(self, _width: int) -> int:
        """As high as anything that can be pressed."""
        return self.theme.target

    def wanted_width(self) -> int:
        """As wide as its name and the arrow."""
        return QFontMetrics(self.theme.font(self._style)).horizontalAdvance(self.plain_text()) + self.theme.space(8)

    def paint(self, painter: QPainter) -> None:
        theme = self.theme
        font = QFont(theme.font(self._style))
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(theme.colour("link"))
        edge = theme.space(1.5)
        mirrored = self.isRightToLeft()
        words = self.rect().adjusted(0, 0, -edge, 0) if mirrored else self.rect().adjusted(edge, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.plain_text())
        x = theme.space(3) if mirrored else self.width() - theme.space(3)
        way = "left" if mirrored else "right"
        paint_chevron(painter, x, self.height() / 2, theme.space(2), theme.colour("ink-soft"), way)


class Chip(Pressable):
    """One of a row of choices; the chosen one is filled."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.RadioButton

    def sizeHint(self) -> QSize:  # noqa: N802
        words = QFontMetrics(self.theme.font(Style.LABEL)).horizontalAdvance(self.plain_text())
        return QSize(words + self.theme.space(6), self.theme.target)

    def corner(self) -> float:
        return self.height() / 2

    def paint(self, painter: QPainter) -> None:
        theme = self.theme
        on = self.isChecked()
        painter.setBrush(theme.colour("brand" if on else ("brand-tint" if self.hovered else "surface")))
        painter.setPen(QPen(theme.colour("brand" if on else "line"), 1))
        inset = (self.theme.target - theme.space(8)) / 2
        shape = QRectF(self.rect()).adjusted(0.5, inset, -0.5, -inset)
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        painter.setFont(theme.font(Style.LABEL))
        painter.setPen(theme.colour("on-brand" if on else "ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.plain_text())
