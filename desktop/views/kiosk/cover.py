"""What hides the screen at once from whoever comes by: an empty page, and after a touch the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal

from desktop.looks.theme import Style
from desktop.views.kiosk.big_button import BigButton
from desktop.views.kiosk.overlay import Overlay
from desktop.views.parts import paint
from desktop.views.parts.pressable import Pressable

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme


class Cover(Overlay):
    """Says nothing of what is under it. The first touch shows two buttons, so that nobody uncovers it by chance."""

    uncovered = Signal()
    finish_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._veil = _Veil(theme, "", self)
        self._back = BigButton(theme, "back", filled=True, parent=self)
        self._finish = BigButton(theme, "check", parent=self)
        self._veil.setAccessibleIdentifier("cover-veil")
        self._back.setAccessibleIdentifier("cover-back")
        self._finish.setAccessibleIdentifier("cover-finish")
        self._veil.clicked.connect(self.show_way)
        self._back.clicked.connect(self.uncovered)
        self._finish.clicked.connect(self.finish_requested)
        self.parts = (self._back, self._finish)
        self.setAccessibleIdentifier("cover")

    def show_words(self) -> None:
        """Show its words in the language of the window."""
        self._veil.set_text(self.tr("Touch the screen"))
        self._veil.setAccessibleName(self.tr("The screen is hidden. Touch the screen."))
        self._back.set_text(self.tr("Back to my page"))
        self._finish.set_text(self.tr("Finish"))
        self.arrange()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._veil.set_theme(theme)
        super().set_theme(theme)

    def open(self) -> None:
        """Hide everything, without the way back."""
        self._veil.show()
        for part in self.parts:
            part.hide()
        super().open()

    def show_way(self) -> None:
        """Offer the way back."""
        self._veil.hide()
        for part in self.parts:
            part.show()
        self.arrange()

    def arrange(self) -> None:
        super().arrange()
        self._veil.setGeometry(self.rect())


class _Veil(Pressable):
    """The whole screen as one button, with a quiet word in its middle."""

    def paint_face(self, painter: QPainter) -> None:
        paint.fill(painter, self.theme, QRectF(self.rect()), "canvas")
        wide = self.label_width(Style.BODY) + 1
        box = QRectF((self.width() - wide) / 2, 0, wide, self.height())
        self.paint_label(painter, box, Style.BODY, "ink-soft")
