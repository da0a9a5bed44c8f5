"""The screen that waits for somebody: in every language, never at the same place for long, and dark after a while."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QWidget

from desktop.looks.theme import Style
from desktop.views.kiosk.big_button import BigButton
from desktop.views.kiosk.overlay import Overlay
from desktop.views.parts import paint
from desktop.views.parts.flow import height_of
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from desktop.looks.theme import Theme

MOVES_EVERY = 60.0
"""Seconds after which everything stands elsewhere, so that nothing burns into the display (D15: 16 pixels)."""
MOVES_BY = 24
_PLACES = ((0, 0), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1))
_DARKNESS = 0.72
_BESIDE_FROM = 900
"""The least width for the languages side by side, in pixels of a laptop at its smallest size of text."""


class Invitation(NamedTuple):
    """What the screen says in one language."""

    language: str
    title: str
    text: str
    button: str


def invitation(language: str, title: str) -> Invitation:
    """What the screen says, in the language that is in use now."""
    return Invitation(
        language,
        title,
        QCoreApplication.translate(
            "Attract", "Touch the screen to read about your surgery. Nothing you do here is kept."
        ),
        QCoreApplication.translate("Attract", "Continue in English"),
    )


def closed(language: str, title: str) -> Invitation:
    """What the screen says, in the language that is in use now, where the clinic shows only what has been reviewed."""
    told = QCoreApplication.translate(
        "Attract", "This guide is not open yet: no clinician has reviewed it. Please ask your healthcare team."
    )
    return Invitation(language, title, told, "")


class Attract(Overlay):
    """Asks for the language that is touched; a touch elsewhere is one in the first language.

    An invitation without a button invites nobody: the guide stays closed.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, invitations: Sequence[Invitation], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._invitations = invitations
        self._columns = []
        for each in invitations:
            column = (TextBlock(theme, self, role=QAccessible.Role.Heading), TextBlock(theme, self),
                      BigButton(theme, filled=True, parent=self))  # fmt: skip
            column[0].show_text(each.title, Style.TITLE, level=1)
            column[1].show_text(each.text, Style.LEAD)
            column[2].set_text(each.button)
            column[2].setAccessibleIdentifier(f"begin-{each.language}")
            column[2].clicked.connect(self._choose)
            column[2].setVisible(bool(each.button))
            self._columns.append(column)
        self.parts = [part for column in self._columns for part in column]
        self._place = 0
        self._dark = _Dark(theme, self)
        self.setAccessibleIdentifier("attract")
        self.setAccessibleName(" · ".join(each.title for each in invitations))

    def wait(self, seconds: float, dim_after: float) -> None:
        """Nobody has come for so many seconds."""
        place = int(seconds / MOVES_EVERY) % len(_PLACES)
        if place != self._place:
            self._place = place
            self.arrange()
        self._dark.setVisible(seconds >= dim_after)

    def arrange(self) -> None:
        """The languages side by side or one under the other, all of the same size."""
        theme, count = self.theme, len(self._columns)
        dx, dy = (side * MOVES_BY for side in _PLACES[self._place])
        gap = theme.space(18)
        beside = count == 1 or self.width() >= _BESIDE_FROM * theme.growth
        across = count if beside else 1
        wide = (self.width() - gap * (across + 1)) // across
        highs = [sum(height_of(part, wide) for part in column) + 2 * theme.space(6) for column in self._columns]
        high = max(highs, default=0)
        whole = high if beside else high * count + gap * (count - 1)
        top = max(MOVES_BY, (self.height() - whole) // 2) + dy
        for number, column in enumerate(self._columns):
            x = gap + (number * (wide + gap) if beside else 0) + dx
            y = top + (0 if beside else number * (high + gap))
            self._place_column(column, self.width() - x - wide if self.isRightToLeft() else x, y, wide, high)
        self.update()
        self._dark.setGeometry(self.rect())
        self._dark.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self.theme.space(6)
        for column in self._columns:
            around = column[0].geometry().united(column[-1].geometry()).adjusted(-edge, -edge, edge, edge)
            paint.card(painter, self.theme, QRectF(around), "surface", "hairline")

    def _place_column(self, column: tuple[QWidget, ...], x: int, y: int, wide: int, high: int) -> None:
        """Texts from the top, the button at the bottom: so the buttons of all languages stand level."""
        *texts, button = column
        end = y + high
        for part in texts:
            height = height_of(part, wide)
            part.setGeometry(x, y, wide, height)
            y += height + self.theme.space(6)
        height = height_of(button, wide)
        button.setGeometry(x, end - height, wide, height)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._invitations[0].button:
            self.chosen.emit(self._invitations[0].language)

    def _choose(self) -> None:
        pressed = self.sender()
        number = next(number for number, column in enumerate(self._columns) if column[2] is pressed)
        self.chosen.emit(self._invitations[number].language)


class _Dark(QWidget):
    """Darkens the waiting screen; touches go through it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(_DARKNESS)
        paint.fill(painter, self._theme, QRectF(event.rect()), "focus-outer")
