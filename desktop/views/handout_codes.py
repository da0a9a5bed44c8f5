"""What goes without paper: the code for a phone, and the code for another machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible

from desktop.looks.theme import Style
from desktop.views.parts.flow import Column, ScrollPane
from desktop.views.parts.qr_picture import QrPicture
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme, Themed
    from desktop.take_home import HandOver, PhoneCodes

_MOST_WIDTH = 640


class HandoutCodes(ScrollPane):
    """Shows one or the other, with the same in words below."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, Column(), parent)
        self._theme = theme
        column = self.column
        self._title = TextBlock(theme, column, role=QAccessible.Role.Heading)
        self._note = TextBlock(theme, column)
        self._code = TextBlock(theme, column)
        self._picture = QrPicture(column)
        self._same = TextBlock(theme, column, role=QAccessible.Role.Heading)
        self._text = TextBlock(theme, column)
        self._address_title = TextBlock(theme, column, role=QAccessible.Role.Heading)
        self._address = TextBlock(theme, column)
        self._second = QrPicture(column)
        self.setAccessibleIdentifier("handout-codes")
        self.set_ground(theme.colour("surface"))
        self._arrange()

    def show_phone(self, codes: PhoneCodes) -> None:
        """The text for a phone, and the publisher's address."""
        self._title.show_text(self.tr("Code for the phone"), Style.HEADING, level=2)
        self._note.show_text(
            self.tr("Point the camera of a phone at the code. It holds the text below. Nothing is sent or looked up."),
            Style.BODY,
        )
        self._picture.show_code(codes.text.modules, self.tr("Code with the text below"))
        self._same.show_text(self.tr("What the code says"), Style.SUBHEADING, level=3)
        self._text.show_text(codes.text.text.replace("\n", "\u2028"), Style.BODY)
        self._address_title.show_text(self.tr("Address of the publisher"), Style.SUBHEADING, level=3)
        self._address.show_text(codes.address.text, Style.BODY)
        self._second.show_code(codes.address.modules, self.tr("Code with the address of the publisher"))
        self._show(phone=True)

    def show_hand_over(self, over: HandOver) -> None:
        """The code for another machine."""
        self._title.show_text(self.tr("Hand over"), Style.HEADING, level=2)
        self._note.show_text(
            self.tr(
                "Type or scan this code on another machine with this guide: it opens the same topics, side effects and "
                "questions. Questions in your own words are not part of it."
            ),
            Style.BODY,
        )
        self._code.show_text(over.code.replace("-", "\u2009-\u2009"), Style.TITLE)
        self._picture.show_code(over.picture.modules, self.tr("The same code, to be scanned"))
        self._show(phone=False)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self.use_theme(theme)
        self.set_ground(theme.colour("surface"))
        parts: tuple[Themed, ...] = (
            self._title, self._note, self._code, self._same, self._text, self._address_title, self._address,
        )  # fmt: skip
        for part in parts:
            part.set_theme(theme)
        self._arrange()
        self.lay_out()

    def _show(self, *, phone: bool) -> None:
        self._code.setVisible(not phone)
        for part in (self._same, self._text, self._address_title, self._address, self._second):
            part.setVisible(phone)
        self.setAccessibleName(self._title.text())
        self.lay_out()
        self.scroll_to(None)

    def _arrange(self) -> None:
        space = self._theme.space
        self.column.set_margins(space(6), space(5), space(3), space(10))
        self.column.set_most_width(round(_MOST_WIDTH * self._theme.step))
        self.column.place(
            [
                (0, self._title), (space(2), self._note), (space(4), self._code), (space(3), self._picture),
                (space(4), self._same), (space(2), self._text), (space(6), self._address_title),
                (space(1), self._address), (space(2), self._second),
            ]
        )  # fmt: skip
