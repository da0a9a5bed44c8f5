"""The two bars of the kiosk: what they hold stands at the same place on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.looks.theme import Style
from desktop.views.kiosk.big_button import BigButton
from desktop.views.parts import paint
from desktop.views.parts.flow import rows_of
from desktop.views.parts.segments import Choice, Segments
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.looks.theme import Theme

_NAMES = {"en": "English", "fr": "Français"}
"""Each language under its own name, so that it is found by those who read no other."""
_LEAST_TITLE = 70
"""The least room for the name of the guide, in units; with less it is left out."""

_MOST_ROWS_WIDE, _MOST_ROWS_UPRIGHT = 1, 2
"""With more rows of buttons too little of the page would be left, on a wide and on an upright screen."""


class TopBar(QWidget, Speaks):
    """Back, home, the name of the guide, and the languages."""

    back_requested = Signal()
    home_requested = Signal()
    language_requested = Signal(str)

    def __init__(self, theme: Theme, languages: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choices = tuple(Choice(each, _NAMES[each]) for each in languages)
        self._back = BigButton(theme, "back", parent=self)
        self._home = BigButton(theme, "home", parent=self)
        self._title = TextBlock(theme, self)
        self._languages = Segments(theme, self)
        self._back.setAccessibleIdentifier("back")
        self._home.setAccessibleIdentifier("home")
        self._back.clicked.connect(self.back_requested)
        self._home.clicked.connect(self.home_requested)
        self._languages.chosen.connect(self.language_requested)

    def show_words(self, title: str, language: str) -> None:
        """Show the guide's name and language, and name the buttons in the language of the window."""
        self._title.show_text(title, Style.SUBHEADING)
        self._back.set_text(self.tr("Back"))
        self._home.set_text(self.tr("Home"))
        self._languages.show_choices(self._choices, self.tr("Language"))
        self._languages.choose(language)
        self._languages.setVisible(len(self._choices) > 1)
        self._arrange()

    def show_way(self, *, back: bool) -> None:
        """Whether there is anywhere to go back to; home itself has neither button."""
        self._back.setVisible(back)
        self._home.setVisible(back)
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        for part in (self._back, self._home, self._title, self._languages):
            part.set_theme(theme)
        self._arrange()

    def height_for(self, width: int) -> int:
        """One row, or two where the languages have no room beside the buttons; the same on every screen."""
        return (self._rows(width)) * (self._theme.target + self._theme.space(3)) + self._theme.space(3)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        paint.fill(painter, self._theme, QRectF(self.rect()), "surface")
        paint.fill(painter, self._theme, QRectF(0, self.height() - 1, self.width(), 1), "hairline")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        space, target = self._theme.space, self._theme.target
        edge, top = space(5), space(3)
        x = edge
        for button in (self._back, self._home):
            if not button.isHidden():
                wide = button.sizeHint().width()
                self._put(button, x, top, wide, target)
                x += wide + space(3)
        wide = 0 if self._languages.isHidden() else self._languages.sizeHint().width()
        end = self.width() - edge - wide
        two = self._rows(self.width()) > 1
        self._put(self._languages, end, top + (target + space(3) if two else 0), wide, target)
        room = self.width() - edge - x if two else end - x - 2 * space(3)
        height = self._title.height_for(max(1, room))
        fits = room >= space(_LEAST_TITLE) and height <= target
        self._title.setVisible(fits)
        if fits:
            self._put(self._title, x + (0 if x == edge else space(3)), top + (target - height) // 2, room, height)

    def _rows(self, width: int) -> int:
        """How many rows the buttons and the languages need, whether or not the buttons are shown."""
        gap = self._theme.space(3)
        parts = (self._back, self._home, *((self._languages,) if len(self._choices) > 1 else ()))
        need = sum(part.sizeHint().width() + gap for part in parts) - gap
        return 1 if need <= width - 2 * self._theme.space(5) else 2

    def _put(self, part: QWidget, x: int, y: int, width: int, height: int) -> None:
        part.setGeometry(self.width() - x - width if self.isRightToLeft() else x, y, width, height)


class BottomBar(QWidget, Speaks):
    """Search, how the text looks, and the button that ends a visit."""

    search_requested = Signal()
    text_size_requested = Signal(int)
    contrast_requested = Signal()
    hide_requested = Signal()
    list_requested = Signal()
    listen_requested = Signal()
    finish_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words: dict[BigButton, str] = {}
        self._search = self._button("search", "search")
        self._smaller = self._button("text-smaller", "text-smaller")
        self._larger = self._button("text-larger", "text-larger")
        self._contrast = self._button("contrast", "contrast")
        self._contrast.setCheckable(True)
        self._hide = self._button("eye-off", "hide")
        self._list = self._button("basket", "list-open")
        self._listen = self._button("listen", "listen")
        self._listen.setCheckable(True)
        self._listen.hide()
        self._speaks = False
        self._finish = BigButton(theme, "check", filled=True, parent=self)
        self._finish.setAccessibleIdentifier("finish")
        self._search.clicked.connect(self.search_requested)
        self._smaller.clicked.connect(self._make_smaller)
        self._larger.clicked.connect(self._make_larger)
        self._contrast.clicked.connect(self.contrast_requested)
        self._hide.clicked.connect(self.hide_requested)
        self._listen.clicked.connect(self._ask_listen)
        self._list.clicked.connect(self.list_requested)
        self._finish.clicked.connect(self.finish_requested)

    def show_words(self) -> None:
        """Name the buttons in the language of the window."""
        self._smaller.setAccessibleName(self.tr("Smaller text"))
        self._larger.setAccessibleName(self.tr("Larger text"))
        self._words = {
            self._search: self.tr("Search"),
            self._contrast: self.tr("Contrast"),
            self._hide: self.tr("Hide"),
            self._listen: self.tr("Listen"),
            self._list: self.tr("My list"),
        }
        for button, word in self._words.items():
            button.setAccessibleName(word)
        self._finish.set_text(self.tr("Finish"))
        self._place(self.width())

    def show_looks(self, *, smaller: bool, larger: bool, contrast: bool) -> None:
        """Whether the text can be made smaller and larger, and whether contrast is high."""
        self._smaller.setEnabled(smaller)
        self._larger.setEnabled(larger)
        self._contrast.setChecked(contrast)

    def offer_listening(self, *, on: bool) -> None:
        """Whether there is a voice. In a language without one the place is kept, so that nothing moves."""
        self._speaks = self._speaks or on
        self._listen.setVisible(on)
        self._place(self.width())

    def let_listen(self, *, on: bool) -> None:
        """Whether there is something to read aloud on this screen."""
        self._listen.setEnabled(on)

    def show_reading(self, *, on: bool) -> None:
        """Whether something is being read aloud."""
        self._listen.setChecked(on)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self._listen.set_theme(theme)
        for part in self._buttons():
            part.set_theme(theme)
        self._place(self.width())

    def height_for(self, width: int) -> int:
        """As high as its rows need at this width."""
        return self._place(width)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        paint.fill(painter, self._theme, QRectF(self.rect()), "surface")
        paint.fill(painter, self._theme, QRectF(0, 0, self.width(), 1), "hairline")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self.width())

    def _button(self, icon_name: str, identifier: str) -> BigButton:
        button = BigButton(self._theme, icon_name, parent=self)
        button.setAccessibleIdentifier(identifier)
        return button

    def _make_smaller(self) -> None:
        self.text_size_requested.emit(-1)

    def _make_larger(self) -> None:
        self.text_size_requested.emit(1)

    def _buttons(self) -> list[BigButton]:
        listen = [self._listen] if self._speaks else []
        looks = (self._smaller, self._larger, self._contrast)
        return [self._search, *listen, *looks, self._hide, self._list, self._finish]

    def _ask_listen(self) -> None:
        self._listen.setChecked(not self._listen.isChecked())
        self.listen_requested.emit()

    def _rows(self, room: int, gap: int) -> list[list[QWidget]]:
        """The buttons in rows. Where they need too many, those with a word and an icon show the icon only."""
        rows: list[list[QWidget]] = []
        screen = self.window().size()
        most = _MOST_ROWS_WIDE if screen.width() > screen.height() else _MOST_ROWS_UPRIGHT
        for short in (False, True):
            for button, word in self._words.items():
                button.set_text("" if short else word)
            rows = rows_of([self._buttons()], room, gap)
            if len(rows) <= most:
                break
        return rows

    def _place(self, width: int) -> int:
        """Place the buttons in as many rows as they need, the last one at the trailing end; the height of all."""
        space, target = self._theme.space, self._theme.target
        edge, gap = space(5), space(3)
        y = gap
        for row in self._rows(width - 2 * edge, gap):
            x = edge
            for button in row:
                wide = min(button.sizeHint().width(), width - 2 * edge)
                left = width - edge - wide if button is self._finish else x
                button.setGeometry(width - left - wide if self.isRightToLeft() else left, y, wide, target)
                x += wide + gap
            y += target + gap
        return y
