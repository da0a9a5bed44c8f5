"""Something that opens in place: a heading to press, and below it what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtCore import QPointF

from desktop.drawings import icon
from desktop.theme import Style
from desktop.views.parts.flow import Column, lay_out_again
from desktop.views.parts.pressable import Pressable, paint_chevron

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from desktop.theme import Theme


class FoldHeading(Pressable):
    """The heading of a fold: a name, a quiet line under it, an icon before it, an arrow at the end."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.open = False
        self._detail = ""
        self._icon_name = ""
        self._colour = "ink"
        self._style = Style.PANEL_BOLD
        self._name = QTextLayout()
        self._under = QTextLayout()
        self._laid_width = -1
        self._height = 0

    def show_heading(
        self, text: str, detail: str = "", *, icon_name: str = "", colour: str = "ink", style: Style = Style.PANEL_BOLD
    ) -> None:
        """Show this name, with this quiet line under it."""
        self.setText(text.replace("&", "&&"))
        self._detail, self._icon_name, self._colour, self._style = detail, icon_name, colour, style
        self._laid_width = -1
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._laid_width = -1
        super().set_theme(theme)

    def spoken_name(self) -> str:
        return f"{self.plain_text()}. {self._detail}" if self._detail else self.plain_text()

    def spoken_expanded(self) -> bool | None:
        return self.open

    def height_for(self, width: int) -> int:
        """As high as both texts need at this width, and never too small to press."""
        if width != self._laid_width:
            room = width - self._before() - self._after()
            y = self._lay(self._name, self.plain_text(), self._style, room, 0)
            y = self._lay(self._under, self._detail, Style.SMALL, room, y)
            self._laid_width = width
            self._height = round(max(self.theme.target, y + self.theme.space(4)))
        return self._height

    def paint(self, painter: QPainter) -> None:
        theme = self.theme
        if self.hovered:
            painter.setBrush(theme.colour("brand-tint"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self.corner(), self.corner())
        self.height_for(self.width())
        texts = self._text_height()
        top = (self.height() - texts) / 2
        left = self._after() if self.isRightToLeft() else self._before()
        painter.setPen(theme.colour(self._colour))
        self._name.draw(painter, QPointF(left, top))
        painter.setPen(theme.colour("ink-soft"))
        if self._detail:
            self._under.draw(painter, QPointF(left, top))
        if self._icon_name:
            size = self._icon_size()
            picture = icon(self._icon_name, theme.colour(self._colour).name(), size, self.devicePixelRatioF())
            x = self.width() - theme.space(3) - size if self.isRightToLeft() else theme.space(3)
            painter.drawPixmap(x, round(top + (theme.leading(self._style) - size) / 2), picture)
        x = theme.space(4.5) if self.isRightToLeft() else self.width() - theme.space(4.5)
        way = "up" if self.open else "down"
        paint_chevron(painter, x, self.height() / 2, theme.space(3), theme.colour(self._colour), way)

    def _lay(self, layout: QTextLayout, text: str, style: Style, room: int, y: float) -> float:
        option = QTextOption(Qt.AlignmentFlag.AlignLeading)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self.layoutDirection())
        layout.setText(text)
        layout.setFont(self.theme.font(style))
        layout.setTextOption(option)
        layout.beginLayout()
        while text:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1, room))
            leading = self.theme.leading(style)
            line.setPosition(QPointF(0, y + (leading - line.height()) / 2))
            y += leading
        layout.endLayout()
        return y

    def _text_height(self) -> float:
        lines = self._name.lineCount() * self.theme.leading(self._style)
        return lines + (self._under.lineCount() * self.theme.leading(Style.SMALL) if self._detail else 0)

    def _icon_size(self) -> int:
        return round(QFontMetrics(self.theme.font(self._style)).height() * 1.05)

    def _before(self) -> int:
        space = self.theme.space(4)
        return space + self._icon_size() + self.theme.space(1) if self._icon_name else space

    def _after(self) -> int:
        return self.theme.space(9)


class Fold(Column):
    """A heading that opens and closes what stands under it. ``fill`` is called when it first opens."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._ground = "surface"
        self._edge = "hairline"
        self._bar = ""
        self.heading = FoldHeading(theme, self)
        self.body: QWidget | None = None
        self.heading.clicked.connect(self._toggle)
        self.place([(0, self.heading)])

    def set_colours(self, ground: str, edge: str, bar: str = "") -> None:
        """The roles of the ground, the edge, and the bar at the leading edge."""
        self._ground, self._edge, self._bar = ground, edge, bar
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self.theme = theme
        self.heading.set_theme(theme)

    def set_body(self, body: QWidget) -> None:
        """What stands under the heading."""
        self.body = body
        body.setVisible(self.heading.open)
        self.place([(0, self.heading), (0, body)])

    def is_open(self) -> bool:
        """Whether what it holds can be seen."""
        return self.heading.open

    def set_open(self, *, on: bool) -> None:
        """Open or close it."""
        if on == self.heading.open:
            return
        self.heading.open = on
        self.heading.update()
        self.toggled.emit(on)
        if self.body is not None:
            self.body.setVisible(on)
        lay_out_again(self)

    def _toggle(self) -> None:
        self.set_open(on=not self.heading.open)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_card(painter, QRectF(self.rect()), self.theme, self._ground, self._edge, self._bar, mirrored=self.isRightToLeft())


def paint_card(
    painter: QPainter, rect: QRectF, theme: Theme, ground: str, edge: str, bar: str = "", *, mirrored: bool = False
) -> None:
    """A rounded card with an edge and, if ``bar`` names a colour, a bar along its leading edge."""
    radius = 10.0
    painter.setPen(theme.colour(edge))
    painter.setBrush(theme.colour(ground))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    if bar:
        painter.save()
        width = 6.0
        strip = QRectF(rect.right() - width, rect.top(), width, rect.height()) if mirrored else QRectF(0, 0, width, rect.height())
        painter.setClipRect(strip)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(bar))
        painter.drawRoundedRect(rect, radius, radius)
        painter.restore()
