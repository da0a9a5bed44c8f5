"""The bar above the footer while something is read aloud: what it is, and the buttons to steer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QWidget

from desktop.looks.theme import Style
from desktop.views.parts import paint
from desktop.views.parts.buttons import IconButton
from desktop.views.parts.flow import rows_of
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.looks.theme import Theme

_LEAST_TITLE = 60
"""Room for the title beside the buttons, in units of space; with less it gets a row of its own."""


class ListenBar(QWidget, Speaks):
    """Asks to pause or go on, for the utterance before or after, for another voice, or to stop."""

    previous_requested = Signal()
    pause_requested = Signal()
    next_requested = Signal()
    stop_requested = Signal()
    volume_requested = Signal(int)
    """Louder by so many steps, or quieter."""
    voice_requested = Signal(QWidget)
    """The button that was pressed, where the choice is offered."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = TextBlock(theme, self)
        self._previous = self._button("previous", "listen-previous")
        self._pause = self._button("pause", "listen-pause")
        self._next = self._button("next", "listen-next")
        self._voice = self._button("sound", "listen-voice")
        self._stop = self._button("stop", "listen-stop")
        self._quieter = self._button("minus", "listen-quieter")
        self._louder = self._button("plus", "listen-louder")
        self._buttons = (
            self._previous, self._pause, self._next, self._quieter, self._louder, self._voice, self._stop,
        )  # fmt: skip
        self._words: dict[IconButton, str] = {}
        self._quieter.hide()
        self._louder.hide()
        self._previous.clicked.connect(self.previous_requested)
        self._pause.clicked.connect(self.pause_requested)
        self._next.clicked.connect(self.next_requested)
        self._voice.clicked.connect(self._ask_voice)
        self._stop.clicked.connect(self.stop_requested)
        self._quieter.clicked.connect(self._make_quieter)
        self._louder.clicked.connect(self._make_louder)
        self.resize(0, 0)  # until it is laid out it must not lie under the mouse
        self.hide()

    def show_reading(self, title: str, *, paused: bool) -> None:
        """Show what is being read, and whether it rests. The words are in the language of the window."""
        told = self.tr("Paused: {0}") if paused else self.tr("Reading: {0}")
        self._title.show_text(told.format(title), Style.PANEL_BOLD)
        self._previous.set_label(self.tr("Previous paragraph"))
        self._pause.set_icon("play" if paused else "pause")
        self._words = {
            self._pause: self.tr("Go on") if paused else self.tr("Pause"),
            self._quieter: self.tr("Quieter"),
            self._louder: self.tr("Louder"),
            self._stop: self.tr("Stop reading"),
        }
        for button, word in self._words.items():
            button.set_label("", word)
        self._next.set_label(self.tr("Next paragraph"))
        self._voice.set_label(self.tr("Voice"))
        self.setAccessibleName(self.tr("Listen"))

    def offer_voices(self, *, on: bool) -> None:
        """Whether there is more than one voice to choose from."""
        self._voice.setVisible(on)

    def offer_volume(self, *, quieter: bool, louder: bool) -> None:
        """Show the buttons for the volume, and whether it can be lower and higher."""
        for button, possible in ((self._quieter, quieter), (self._louder, louder)):
            button.setEnabled(possible)
            button.show()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        for part in (self._title, *self._buttons):
            part.set_theme(theme)
        self.update()

    def height_for(self, width: int) -> int:
        """Place the title and the buttons at this width, in as many rows as they need; their height."""
        space, target = self._theme.space, self._theme.target
        edge, gap, room = space(4), space(2), width - 2 * space(4)
        rows = self._rows(room, gap)
        shown = [each for row in rows for each in row]
        wide = sum(each.sizeHint().width() + gap for each in shown)
        beside = len(rows) == 1 and room - wide >= space(_LEAST_TITLE)
        y = space(2)
        left = room - wide if beside else room
        high = self._title.height_for(left)
        if beside:
            top = y + max(0, (target - high) // 2)
            self._put(self._title, QRect(edge, top, left, high), width)
            x = edge + left + gap
        else:
            self._put(self._title, QRect(edge, y, left, high), width)
            y += high + space(1)
            x = edge
        for row in rows:
            at = x
            for each in row:
                self._put(each, QRect(at, y, min(each.sizeHint().width(), room), target), width)
                at += each.sizeHint().width() + gap
            y += target + gap
        return max(y, high + 2 * space(2))

    def _rows(self, room: int, gap: int) -> list[list[QWidget]]:
        """The buttons in rows. On a kiosk, where they need more than one, they show their icons only."""
        shown: list[QWidget] = [each for each in self._buttons if not each.isHidden()]
        for button, word in self._words.items():
            button.set_text(word)
        rows = rows_of([shown], room, gap)
        if len(rows) > 1 and self._louder in shown:
            for button in self._words:
                button.set_text("")
            rows = rows_of([shown], room, gap)
        return rows

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.ToolBar

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        paint.fill(painter, self._theme, QRectF(self.rect()), "brand-tint")
        paint.fill(painter, self._theme, QRectF(0, 0, self.width(), 2), "brand")

    def _button(self, icon_name: str, identifier: str) -> IconButton:
        button = IconButton(self._theme, icon_name, parent=self)
        button.setAccessibleIdentifier(identifier)
        return button

    def _put(self, widget: QWidget, box: QRect, whole: int) -> None:
        if self.isRightToLeft():
            box.moveLeft(whole - box.x() - box.width())
        widget.setGeometry(box)

    def _make_quieter(self) -> None:
        self.volume_requested.emit(-1)

    def _make_louder(self) -> None:
        self.volume_requested.emit(1)

    def _ask_voice(self) -> None:
        self.voice_requested.emit(self._voice)
