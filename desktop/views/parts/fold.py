"""Something that opens in place: a heading to press, and below it what it holds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter

from desktop.looks.drawings import icon
from desktop.looks.theme import Style
from desktop.views.parts import paint
from desktop.views.parts.findable import Findable, Passage, passages_of
from desktop.views.parts.flow import Column, lay_out_again
from desktop.views.parts.pressable import Pressable
from desktop.views.parts.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme


class FoldHeading(Pressable, Findable):
    """The heading of a fold: a name, a quiet line under it, an icon before it, an arrow at the end."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.open = False
        self._detail = ""
        self._icon_name = ""
        self._colour = "ink"
        self._name = Words()
        self._under = Words()
        self._texts = 0.0

    def show_heading(self, text: str, detail: str = "", *, icon_name: str = "", colour: str = "ink") -> None:
        """Show this name, with this quiet line under it."""
        self.set_text(text)
        self._detail, self._icon_name, self._colour = detail, icon_name, colour
        self._prepare()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._prepare()

    def spoken_name(self) -> str:
        return f"{self.plain_text()}. {self._detail}" if self._detail else self.plain_text()

    def spoken_expanded(self) -> bool | None:
        return self.open

    def shown(self) -> str:
        return self.plain_text()

    def mark_found(self, ranges: list[tuple[int, int]], current: int = -1) -> None:
        self._name.mark_found(self.theme, ranges, current)
        self.update()

    def height_for(self, width: int) -> int:
        """As high as both texts need at this width, and never too small to press."""
        room = width - self._before() - self._after()
        mirrored = self.isRightToLeft()
        self._texts = self._name.lay_out(room, mirrored=mirrored) + self._under.lay_out(room, mirrored=mirrored)
        return round(max(self.theme.target, self._texts + self.theme.space(4)))

    def paint_face(self, painter: QPainter) -> None:
        theme = self.theme
        if self.hovered:
            paint.plate(painter, theme, QRectF(self.rect()).adjusted(1, 1, -1, -1), "brand-tint")
        mirrored = self.isRightToLeft()
        self.height_for(self.width())
        top = (self.height() - self._texts) / 2
        left = self._after() if mirrored else self._before()
        self._name.paint(painter, left, top)
        self._under.paint(
            painter, left, top + self._name.lay_out(self.width() - self._before() - self._after(), mirrored=mirrored)
        )
        if self._icon_name:
            size = self._icon_size()
            picture = icon(self._icon_name, theme.colour(self._colour).name(), size, self.devicePixelRatioF())
            x = self.width() - theme.space(3) - size if mirrored else theme.space(3)
            painter.drawPixmap(x, round(top + (theme.leading(Style.PANEL_BOLD) - size) / 2), picture)
        x = theme.space(4.5) if mirrored else self.width() - theme.space(4.5)
        way = "up" if self.open else "down"
        paint.chevron(painter, theme, QPointF(x, self.height() / 2), theme.space(3), self._colour, way)

    def _prepare(self) -> None:
        self._name.show(self.theme, self.plain_text(), Style.PANEL_BOLD, self._colour)
        self._under.show(self.theme, self._detail, Style.SMALL, "ink-soft")
        self.update()

    def _icon_size(self) -> int:
        return round(self.theme.leading(Style.PANEL_BOLD) * 0.9)

    def _before(self) -> int:
        space = self.theme.space(4)
        return space + self._icon_size() + self.theme.space(1) if self._icon_name else space

    def _after(self) -> int:
        return self.theme.space(9)


class Fold(Column):
    """A heading that opens and closes what stands under it. ``fill`` is called when it first opens."""

    toggled = Signal(bool)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._ground = "surface"
        self._edge = "hairline"
        self._bar = ""
        self.anchor = ""
        self.closed_texts: Callable[[], Iterable[str]] = tuple
        """What it will show once it is open, a text for each widget."""
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

    def landmarks(self) -> Iterator[tuple[str, QWidget]]:
        """Itself under its own id, then what it holds without ids: the same ids stand in many folds."""
        named = self.anchor
        for _, widget in super().landmarks():
            yield named, widget
            named = ""

    def passages(self) -> Iterator[Passage]:
        """Its heading, and what it holds or will hold once it is opened to reach it."""
        yield from passages_of(self.heading)
        if self.is_open():
            if self.body is not None:
                yield from passages_of(self.body)
            return
        for number, text in enumerate(self.closed_texts()):
            yield Passage(text, None, partial(self._reach, number))

    def _reach(self, number: int) -> QWidget:
        self.set_open(on=True)
        return list(self.passages())[number + 1].reach()

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
        if not on:
            self.closed.emit()
        lay_out_again(self)

    def _toggle(self) -> None:
        self.set_open(on=not self.heading.open)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.isRightToLeft()
        paint.card(painter, self.theme, QRectF(self.rect()), self._ground, self._edge, self._bar, mirrored=mirrored)
