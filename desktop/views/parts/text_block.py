"""One text of a page as one widget: a heading, a paragraph, a list entry.

Painted from a text layout, always as plain text, because a QTextBrowser is one nameless node to a
screen reader and opens local files, and a QLabel measures its text several times over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from desktop.theme import Style
from desktop.views.parts.spoken import Speaks

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.theme import Theme

_BULLET = "•"
_NEW_LINE = "\u2028"


class TextBlock(QWidget, Speaks):
    """A piece of text with a style and a role.

    ``lead_in`` stands in bold before it, ``marker`` (a bullet or a number) hangs to its left.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, role: QAccessible.Role = QAccessible.Role.Paragraph
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._level = 0
        self._style = Style.BODY
        self._colour = "ink"
        self._text = ""
        self._lead_in = ""
        self._marker = ""
        self._sources: tuple[str, ...] = ()
        self._layout = QTextLayout()
        self._layout.setCacheEnabled(True)
        self._laid_width = -1
        self._height = 0
        self._selected = (0, 0)
        self._extra_indent = 0
        self._break = " "

    def show_text(
        self,
        text: str,
        style: Style = Style.BODY,
        *,
        colour: str = "ink",
        lead_in: str = "",
        marker: str = "",
        sources: tuple[str, ...] = (),
        level: int = 0,
        indent: int = 0,
        above: bool = False,
    ) -> None:
        """Show this text.

        ``sources`` go along when it is copied; ``level`` is a heading's; ``indent`` is in pixels;
        ``above`` puts the lead-in on a line of its own.
        """
        self._break = _NEW_LINE if above else " "
        self._text, self._lead_in, self._marker = text, lead_in, marker
        self._style, self._colour, self._sources, self._level = style, colour, sources, level
        self._extra_indent = indent
        self._selected = (0, 0)
        self._prepare()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self._prepare()
        self.update()

    def text(self) -> str:
        """The text as the guide has it, without marker and lead-in."""
        return self._text

    def shown(self) -> str:
        """All the text that is seen, marker aside."""
        return f"{self._lead_in}{self._break}{self._text}" if self._lead_in else self._text

    def sources(self) -> tuple[str, ...]:
        """The ids of the sources the text rests on."""
        return self._sources

    def height_for(self, width: int) -> int:
        """Break the text into lines of this width; the height they need."""
        if width != self._laid_width:
            self._break_lines(width)
        return self._height

    def position_at(self, x: float, y: float) -> int:
        """The character nearest to a point of the widget."""
        leading = self._theme.leading(self._style)
        last = self._layout.lineCount() - 1
        if last < 0 or y < 0:
            return 0
        if y >= self._height:
            return len(self.shown())
        line = self._layout.lineAt(min(last, int(y / leading)))
        return line.xToCursor(x - self._indent())

    def select(self, start: int, end: int) -> None:
        """Mark a range of characters as selected; equal ends select nothing."""
        if (start, end) != self._selected:
            self._selected = (start, end)
            self.update()

    def selected_text(self) -> str:
        """The characters that are selected."""
        start, end = self._selected
        return self.shown()[start:end].replace(_NEW_LINE, "\n")

    def spoken_role(self) -> QAccessible.Role:
        return self._role

    def spoken_name(self) -> str:
        number = "" if self._marker == _BULLET else self._marker
        said = self.shown().replace(_NEW_LINE, ": ")
        return f"{number} {said}" if number else said

    def spoken_level(self) -> int:
        return self._level

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setPen(self._theme.colour(self._colour))
        leading = self._theme.leading(self._style)
        if self._marker:
            self._paint_marker(painter, leading)
        ranges = []
        start, end = self._selected
        if start != end:
            marked = QTextLayout.FormatRange()
            marked.start, marked.length = start, end - start  # type: ignore[attr-defined]
            form = QTextCharFormat()
            form.setBackground(self._theme.colour("brand"))
            form.setForeground(self._theme.colour("on-brand"))
            marked.format = form  # type: ignore[attr-defined]
            ranges.append(marked)
        self._layout.draw(painter, QPointF(self._indent(), 0), ranges, QRectF(event.rect()))

    def _paint_marker(self, painter: QPainter, leading: float) -> None:
        if self._marker == _BULLET:
            size = self._theme.font(self._style).pixelSize()
            radius = max(2.0, size / 7)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.save()
            painter.setBrush(self._theme.colour(self._colour))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QPointF(self._mirrored(size * 0.45), leading / 2), radius, radius)
            painter.restore()
            return
        painter.setFont(self._bold())
        box = QRectF(0, 0, self._indent(), leading)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self._marker)

    def _mirrored(self, x: float) -> float:
        return self.width() - x if self.isRightToLeft() else x

    def _indent(self) -> float:
        if not self._marker:
            return float(self._extra_indent)
        return self._theme.font(self._style).pixelSize() * (1.35 if self._marker == _BULLET else 1.6)

    def _bold(self) -> QFont:
        bold = QFont(self._theme.font(self._style))
        bold.setWeight(QFont.Weight.Bold)
        return bold

    def _prepare(self) -> None:
        self._layout.setText(self.shown())
        self._layout.setFont(self._theme.font(self._style))
        ranges = []
        if self._lead_in:
            bold = QTextLayout.FormatRange()
            bold.start, bold.length = 0, len(self._lead_in)  # type: ignore[attr-defined]
            form = QTextCharFormat()
            form.setFont(self._bold())
            bold.format = form  # type: ignore[attr-defined]
            ranges.append(bold)
        self._layout.setFormats(ranges)
        self._laid_width = -1

    def _break_lines(self, width: int) -> None:
        option = QTextOption(Qt.AlignmentFlag.AlignLeading)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self.layoutDirection())
        self._layout.setTextOption(option)
        leading = self._theme.leading(self._style)
        room = max(1.0, width - self._indent())
        y = 0.0
        self._layout.beginLayout()
        line = self._layout.createLine()
        while line.isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, y + (leading - line.height()) / 2))
            y += leading
            line = self._layout.createLine()
        self._layout.endLayout()
        self._laid_width = width
        self._height = round(max(y, leading))
