"""What a visitor takes home: what is on the list, the code for a phone, and paper where the clinic has a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop.looks.theme import Style
from desktop.pages import topics
from desktop.views.kiosk.big_button import BigButton
from desktop.views.parts.buttons import IconButton
from desktop.views.parts.flow import Column, ScrollPane
from desktop.views.parts.qr_picture import QrPicture
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from desktop.handout.phone import Code
    from desktop.looks.theme import Theme, Themed

_MODULES_OF_TARGET = 21
"""A button is as high as so many modules of the code: one is 1 mm on any display, and grows with the text."""


class Entry(NamedTuple):
    """Something on the list."""

    id: str
    name: str


class Offer(NamedTuple):
    """What is on the list, whose code is shown, and how many pages it would be; 0 where nothing can be printed."""

    topics: tuple[Entry, ...] = ()
    questions: tuple[Entry, ...] = ()
    shown: str = ""
    shown_name: str = ""
    code: Code | None = None
    pages: int = 0
    may_print: bool = False


class MyList(ScrollPane):
    """Asks for something to be taken off, for the code of something, and for paper."""

    topic_dropped = Signal(str)
    question_dropped = Signal(str)
    code_requested = Signal(str)
    print_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, Column(), parent)
        self._theme = theme
        column = self.column
        self._offer = Offer()
        self._rows: list[_Row] = []
        self._title = TextBlock(theme, column, role=QAccessible.Role.Heading)
        self._note = TextBlock(theme, column)
        self._questions = BigButton(theme, "qr", parent=column)
        self._questions.setAccessibleIdentifier("list-code-questions")
        self._questions.setCheckable(True)
        self._questions.clicked.connect(self._ask_code_of_questions)
        self._paper = TextBlock(theme, column)
        self._print = BigButton(theme, "print", filled=True, parent=column)
        self._print.setAccessibleIdentifier("list-print")
        self._print.clicked.connect(self.print_requested)
        self._told = TextBlock(theme, column)
        self._code_title = TextBlock(theme, column, role=QAccessible.Role.Heading)
        self._code_note = TextBlock(theme, column)
        self._picture = QrPicture(column)
        self._code_text = TextBlock(theme, column)
        self.setAccessibleIdentifier("my-list")

    def show_offer(self, offer: Offer) -> None:
        """Show what is on the list. The words are in the language of the window."""
        self._offer = offer
        self._title.show_text(self.tr("Take home"), Style.TITLE, level=1)
        empty = self.tr("Your list is empty. Open a topic and touch “Add to my list”, or choose questions to ask.")
        kept = self.tr("Touch a name to see its code for your phone. The list is forgotten when you finish.")
        self._note.show_text(kept if offer.topics or offer.questions else empty, Style.LEAD)
        self._show_rows((*offer.topics, *offer.questions), len(offer.topics))
        self._questions.set_text(self.tr("Code for my questions"))
        self._questions.setChecked(offer.shown == topics.QUESTIONS)
        self._questions.setVisible(bool(offer.questions))
        self._show_paper(offer)
        self._show_code(offer)
        self._told.hide()
        self.setAccessibleName(self._title.text())
        self._arrange()

    def tell_printed(self, *, done: bool) -> str:
        """Say whether the printer took the pages; the sentence. That no more may be printed is of no use any longer."""
        failed = self.tr("The printer did not take the pages. Ask at the desk, or use the code for your phone.")
        told = self.tr("Your pages are being printed.") if done else failed
        self._told.show_text(told, Style.BODY)
        self._told.show()
        self._paper.setVisible(self._offer.may_print or not done)
        self._arrange()
        return told

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self.use_theme(theme)
        parts: tuple[Themed, ...] = (
            self._title, self._note, self._questions, self._paper, self._print, self._told, self._code_title,
            self._code_note, self._code_text, *self._rows,
        )  # fmt: skip
        for part in parts:
            part.set_theme(theme)
        self._show_code(self._offer)
        self._arrange()

    def _show_rows(self, entries: tuple[Entry, ...], count: int) -> None:
        while len(self._rows) < len(entries):
            row = _Row(self._theme, self.column)
            row.code_requested.connect(self.code_requested)
            row.dropped.connect(self._drop)
            self._rows.append(row)
        for number, entry in enumerate(entries):
            is_topic = number < count
            self._rows[number].show_entry(entry, on=is_topic and entry.id == self._offer.shown, coded=is_topic)
            self._rows[number].show()
        for row in self._rows[len(entries) :]:
            row.hide()

    def _show_paper(self, offer: Offer) -> None:
        told = self.tr("On paper: %n page(s).", "", offer.pages)
        if offer.pages and not offer.may_print:
            too_many = self.tr("That is more than one visit may print. Take something off the list, or use the code.")
            told = f"{told} {too_many}"
        self._paper.show_text(told, Style.BODY)
        self._print.set_text(self.tr("Print"))
        self._paper.setVisible(bool(offer.pages))
        self._print.setVisible(offer.may_print)

    def _show_code(self, offer: Offer) -> None:
        parts: tuple[QWidget, ...] = (self._code_title, self._code_note, self._picture, self._code_text)
        for part in parts:
            part.setVisible(offer.code is not None)
        if offer.code is None:
            return
        self._code_title.show_text(self.tr("For your phone: {0}").format(offer.shown_name), Style.HEADING, level=2)
        self._code_note.show_text(
            self.tr("Point the camera of a phone at the code. It holds the text below. Nothing is sent or looked up."),
            Style.BODY,
        )
        module = max(4, round(self._theme.target / _MODULES_OF_TARGET))
        self._picture.show_code(offer.code.modules, self.tr("Code with the text below"), module)
        self._code_text.show_text(offer.code.text.replace("\n", "\u2028"), Style.BODY)

    def _drop(self, entry: str, is_topic: bool) -> None:
        (self.topic_dropped if is_topic else self.question_dropped).emit(entry)

    def _ask_code_of_questions(self) -> None:
        self.code_requested.emit(topics.QUESTIONS)

    def _arrange(self) -> None:
        space, count = self._theme.space, len(self._offer.topics)
        self.column.set_margins(space(8), space(6), space(8), space(10))
        self.column.set_most_width(round(760 * self._theme.growth))
        rows = [(space(3), row) for row in self._rows if not row.isHidden()]
        self.column.place(
            [
                (0, self._title), (space(2), self._note), *rows[:count], *rows[count:], (space(3), self._questions),
                (space(6), self._paper), (space(3), self._print), (space(3), self._told), (space(6), self._code_title),
                (space(2), self._code_note), (space(4), self._picture), (space(4), self._code_text),
            ]
        )  # fmt: skip
        self.lay_out()


class _Row(QWidget, Speaks):
    """Something on the list: its name, which shows its code, and a button that takes it off."""

    code_requested = Signal(str)
    dropped = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entry = Entry("", "")
        self._coded = True
        self._name = BigButton(theme, "qr", parent=self)
        self._name.setCheckable(True)
        self._text = TextBlock(theme, self)
        self._drop = IconButton(theme, "trash", parent=self)
        self._name.clicked.connect(self._ask_code)
        self._drop.clicked.connect(self._ask_drop)

    def show_entry(self, entry: Entry, *, on: bool, coded: bool) -> None:
        """Show something on the list; ``on`` is whether its code is shown, ``coded`` whether it has one of its own."""
        self._entry, self._coded = entry, coded
        self._name.set_text(entry.name)
        self._name.setChecked(on)
        self._name.setVisible(coded)
        self._text.show_text(entry.name, Style.BODY)
        self._text.setVisible(not coded)
        self._name.setAccessibleIdentifier(f"list-code-{entry.id}")
        self._drop.setAccessibleIdentifier(f"list-drop-{entry.id}")
        self._drop.set_label(self.tr("Take off the list: {0}").format(entry.name))

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        for part in (self._name, self._text, self._drop):
            part.set_theme(theme)

    def height_for(self, width: int) -> int:
        """As high as the name needs beside the button."""
        gap, target = self._theme.space(3), self._theme.target
        room = width - target - gap
        shown = self._name if self._coded else self._text
        high = max(target, shown.height_for(room))
        left = target + gap if self.isRightToLeft() else 0
        top = 0 if self._coded else max(0, (high - self._text.height_for(room)) // 2)
        shown.setGeometry(left, top, room, high - top)
        self._drop.setGeometry(0 if self.isRightToLeft() else width - target, 0, target, target)
        return high

    def _ask_code(self) -> None:
        self._name.setChecked(True)
        self.code_requested.emit(self._entry.id)

    def _ask_drop(self) -> None:
        self.dropped.emit(self._entry.id, self._coded)
