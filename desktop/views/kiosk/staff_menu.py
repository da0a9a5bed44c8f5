"""What staff can do at the screen, once their PIN was right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible

from desktop.looks.theme import Style
from desktop.views.kiosk.big_button import BigButton
from desktop.views.kiosk.overlay import Overlay
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme


class StaffMenu(Overlay):
    """Asks for what is pressed."""

    cleaning_requested = Signal()
    export_requested = Signal()
    left = Signal()
    """The kiosk is to be left."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._title = TextBlock(theme, self, role=QAccessible.Role.Heading)
        self._clean = self._button("broom", "staff-clean")
        self._export = self._button("handout", "staff-export")
        self._export.hide()
        self._told = TextBlock(theme, self)
        self._told.hide()
        self._leave = self._button("close", "staff-leave")
        self._stay = self._button("back", "staff-menu-stay", filled=True)
        self._clean.clicked.connect(self.cleaning_requested)
        self._export.clicked.connect(self.export_requested)
        self._leave.clicked.connect(self.left)
        self._stay.clicked.connect(self.closed)
        self.parts = (self._title, self._told, self._clean, self._export, self._leave, self._stay)
        self.setAccessibleIdentifier("staff-menu")

    def show_words(self) -> None:
        """Show its words in the language of the window."""
        self._title.show_text(self.tr("For staff"), Style.HEADING, level=1)
        self._clean.set_text(self.tr("Clean the screen"))
        self._export.set_text(self.tr("Export the counts"))
        self._leave.set_text(self.tr("Close the program"))
        self._stay.set_text(self.tr("Back to the guide"))
        self.arrange()

    def open(self) -> None:
        """Begin with nothing told."""
        self._told.hide()
        super().open()

    def offer_export(self, *, on: bool) -> None:
        """Whether there are counts and a folder for them."""
        self._export.setVisible(on)

    def tell(self, text: str) -> None:
        """Say what came of it."""
        self._told.show_text(text)
        self._told.show()
        self.arrange()

    def _button(self, icon_name: str, identifier: str, *, filled: bool = False) -> BigButton:
        button = BigButton(self.theme, icon_name, filled=filled, parent=self)
        button.setAccessibleIdentifier(identifier)
        return button
