"""The bar at the top: the name of the guide, the way back and forward, and how the guide is shown.

Everything stands in one row where it fits; else the search and the way about the guide go into a row of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.looks.drawings import icon_in_colour
from desktop.looks.theme import Style
from desktop.views.parts import paint
from desktop.views.parts.buttons import IconButton
from desktop.views.parts.flow import rows_of
from desktop.views.parts.pressable import between
from desktop.views.parts.segments import Choice, Segments
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.words import Words
from desktop.views.search_field import SearchField

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.looks.theme import Theme

_WORD_FROM = 480
"""The least width at which the handout's button has room for its word, in pixels at the smallest size of text."""
_NAME_UP_TO = 1.3
"""The largest step at which the name needs its room; it also stands in the frame of the window."""
LANGUAGES = (Choice("en", "EN", "EN, English"), Choice("fr", "FR", "FR, français"))
"""Each language under its own name, so that it is found by those who read no other."""


class HeaderBar(QWidget, Speaks):
    """Shows what program this is. Asks for another topic, language, size of text or set of colours."""

    back_requested = Signal()
    forward_requested = Signal()
    language_requested = Signal(str)
    smaller_requested = Signal()
    larger_requested = Signal()
    colours_requested = Signal(QWidget)
    """The button that was pressed, where the choice is offered."""
    listen_requested = Signal()
    handout_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._brand = _Brand(theme, self)
        self.search = SearchField(theme, self)
        self._back = self._button(icon_name="back")
        self._forward = self._button(icon_name="forward")
        self._language = Segments(theme, self)
        self._smaller = self._button(icon_name="text-smaller")
        self._larger = self._button(icon_name="text-larger")
        self._colours = self._button(icon_name="contrast")
        self._listen: IconButton | None = None
        self._order: list[QWidget] = []
        self._handout = IconButton(theme, "handout", parent=self, filled=True)
        self._handout.setAccessibleIdentifier("handout")
        self._handout.clicked.connect(self.handout_requested)
        self._listed = 0
        self._handout_word = ""
        self._way: list[QWidget] = [self._back, self._forward]
        self._tools: list[QWidget] = [self._language, self._smaller, self._larger, self._colours, self._handout]
        self._back.clicked.connect(self.back_requested)
        self._forward.clicked.connect(self.forward_requested)
        self._language.chosen.connect(self.language_requested)
        self._smaller.clicked.connect(self.smaller_requested)
        self._larger.clicked.connect(self.larger_requested)
        self._colours.clicked.connect(self._ask_colours)
        self.show_path(back=False, forward=False)

    def show_words(self, title: str, language: str) -> None:
        """Show the guide's name and language, and name the buttons in the language of the window."""
        self._brand.show_title(title)
        self.search.show_words()
        self._back.set_label(self.tr("Back"))
        self._forward.set_label(self.tr("Forward"))
        self._language.show_choices(LANGUAGES, self.tr("Language"))
        self._language.choose(language)
        self._smaller.set_label(self.tr("Smaller text"))
        self._larger.set_label(self.tr("Larger text"))
        self._colours.set_label(self.tr("Colours"))
        if self._listen is not None:
            self._listen.set_label(self.tr("Listen to this page"), self.tr("Listen"))
        self._show_handout()
        self._arrange()

    def show_listed(self, count: int) -> None:
        """How many topics are on the reader's list."""
        if count == self._listed and self._handout_word:
            return
        self._listed = count
        self._show_handout()

    def _show_handout(self) -> None:
        count = self._listed
        word = self.tr("Handout")
        label = self.tr("Handout, %n topic(s) on your list", "", count) if count else word
        self._handout_word = f"{word} · {count}" if count else word
        self._handout.set_label(label, self._handout_word)
        self._arrange()

    def show_path(self, *, back: bool, forward: bool) -> None:
        """Whether there is a way back, and a way forward."""
        self._back.setEnabled(back)
        self._forward.setEnabled(forward)

    def show_sizes(self, *, smaller: bool, larger: bool) -> None:
        """Whether the text can be made smaller, and larger."""
        self._smaller.setEnabled(smaller)
        self._larger.setEnabled(larger)

    def offer_listening(self, *, on: bool) -> None:
        """Whether the page can be read aloud. The button is made when it first can."""
        if self._listen is None and on:
            self._listen = self._button(icon_name="listen")
            self._listen.set_label(self.tr("Listen to this page"), self.tr("Listen"))
            self._listen.setCheckable(True)
            self._listen.clicked.connect(self._ask_listen)
            self._tools.insert(-1, self._listen)
        if self._listen is not None:
            self._listen.setVisible(on)
            self._arrange()

    def show_reading(self, *, on: bool) -> None:
        """Whether something is being read, so that the button stops it."""
        if self._listen is not None:
            self._listen.setChecked(on)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        for part in (self._brand, self.search, self._back, self._forward, *self._tools):
            part.set_theme(theme)  # type: ignore[attr-defined]
        self._arrange()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        paint.fill(painter, self._theme, QRectF(self.rect()), "surface")
        paint.fill(painter, self._theme, QRectF(0, self.height() - 1, self.width(), 1), "hairline")

    def height_for(self, width: int) -> int:
        """As high as its rows need at this width, and never too small to press."""
        return self._place(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _button(self, icon_name: str) -> IconButton:
        button = IconButton(self._theme, icon_name, parent=self)
        button.setAccessibleIdentifier(icon_name)
        return button

    def _ask_colours(self) -> None:
        self.colours_requested.emit(self._colours)

    def _ask_listen(self) -> None:
        if self._listen is not None:
            self._listen.setChecked(not self._listen.isChecked())
        self.listen_requested.emit()

    def _keep_order(self, order: list[QWidget]) -> None:
        """Tab follows the order in which the parts lie upon each other: it must be that of reading."""
        if order != self._order:
            self._order = order
            for each in order:
                each.raise_()

    def _arrange(self) -> None:
        self._place(self.width())

    def _place(self, width: int) -> int:
        """Place everything at this width; the height it needs."""
        self._handout.set_text(self._handout_word if width >= _WORD_FROM * self._theme.step else "")
        space, target = self._theme.space, self._theme.target
        room = width - 2 * space(4)
        tools = [tool for tool in self._tools if not tool.isHidden()]
        rows = rows_of([[self._brand, self.search, *self._way, *tools]], room, space(2))
        if len(rows) > 1:
            rows = rows_of([[self._brand, *tools], [*self._way, self.search]], room, space(2))
        self._keep_order([each for row in rows for each in row])
        y = space(2)
        for row in rows:
            widths = {id(each): each.sizeHint().width() for each in row}
            spare = room - sum(widths.values()) - space(2) * (len(row) - 1)
            if self.search in row:
                most = self.search.most_width() if self._brand in row else room
                wider = max(0, min(spare, most - widths[id(self.search)]))
                widths[id(self.search)] += wider
                spare -= wider
            if self._brand in row:
                widths[id(self._brand)] += max(0, spare)
            height = max(target, self._brand.height_for(widths[id(self._brand)]) if self._brand in row else 0)
            x = space(4)
            for each in row:
                wide = widths[id(each)]
                left = width - x - wide if self.isRightToLeft() else x
                own = height if each is self._brand else target
                each.setGeometry(left, y + (height - own) // 2, wide, own)
                x += wide + space(2)
            y += height + space(2)
        return y


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
        if width - self._before() < self._theme.space(30):
            return self._theme.target
        return round(self._words.lay_out(width - self._before(), mirrored=self.isRightToLeft()))

    def sizeHint(self) -> QSize:
        """Room for the name in two lines; at large sizes of text the sign alone must do."""
        if self._theme.step > _NAME_UP_TO:
            return QSize(self._theme.space(9), self._theme.target)
        return QSize(round(self._theme.space(60) * self._theme.step), self._theme.target)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        size = self._theme.space(9)
        picture = icon_in_colour("app", size, self.devicePixelRatioF())
        painter = QPainter(self)
        left = self.width() - size if self.isRightToLeft() else 0
        painter.drawPixmap(left, (self.height() - size) // 2, picture)
        box = between(self, self._before(), 0)
        if box.width() < self._theme.space(30):
            return
        height = self._words.lay_out(box.width(), mirrored=self.isRightToLeft())
        self._words.paint(painter, box.left(), (self.height() - height) / 2)

    def _before(self) -> int:
        """The room for the sign before the name."""
        return self._theme.space(9) + self._theme.space(3)
