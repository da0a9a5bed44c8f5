"""The handout before it is printed: what it is to hold, its pages, and the ways to take it home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter

from desktop.looks.theme import Style
from desktop.views.cover import Cover
from desktop.views.handout_codes import HandoutCodes
from desktop.views.handout_options import HandoutOptions
from desktop.views.handout_preview import HandoutPreview
from desktop.views.parts import paint
from desktop.views.parts.buttons import IconButton
from desktop.views.parts.flow import rows_of
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme, Themed
    from desktop.take_home import HandOver, Offer, PhoneCodes

_SIDE_BY_SIDE_FROM = 760
"""The least width for options and pages side by side, in pixels at the smallest size of text."""
_OPTIONS_WIDTH = 330


class HandoutView(Cover, Speaks):
    """Covers the panes while a handout is made. Asks for everything it does not know itself."""

    choices_changed = Signal(object)
    question_asked = Signal(str)
    question_dropped = Signal(int)
    code_entered = Signal(str)
    print_requested = Signal()
    save_requested = Signal()
    phone_requested = Signal()
    hand_over_requested = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = TextBlock(theme, self, role=QAccessible.Role.Heading)
        self._print = self._button("print", self.print_requested, filled=True)
        self._save = self._button("arrow-down", self.save_requested)
        self._phone = self._button("qr", self.phone_requested)
        self._over = self._button("nurse", self.hand_over_requested)
        self._pages = self._button("back", self.show_preview)
        self._close = self._button("close", self.closed)
        self.options = HandoutOptions(theme, self)
        self.preview = HandoutPreview(theme, self)
        self.codes = HandoutCodes(theme, self)
        self.codes.hide()
        self.options.choices_changed.connect(self.choices_changed)
        self.options.question_asked.connect(self.question_asked)
        self.options.question_dropped.connect(self.question_dropped)
        self.options.code_entered.connect(self.code_entered)
        for pane in (self.options, self.preview, self.codes):
            pane.let_focus_show()

    def show_offer(self, offer: Offer) -> None:
        """Show what can be chosen and the pages that follow from it."""
        self._title.show_text(self.tr("Handout"), Style.HEADING, level=1)
        for button, text in (
            (self._print, self.tr("Print")),
            (self._save, self.tr("Save as PDF")),
            (self._phone, self.tr("Code for the phone")),
            (self._over, self.tr("Hand over")),
            (self._pages, self.tr("Show the pages")),
            (self._close, self.tr("Close")),
        ):
            button.set_label(text, text)
        self.setAccessibleName(self.tr("Handout"))
        self.options.show_offer(offer)
        self.preview.show_pages(offer.pages)
        self._arrange()

    def show_preview(self) -> None:
        """Show the pages."""
        self._swap(self.preview)

    def show_phone(self, codes: PhoneCodes) -> None:
        """Show the code for the phone instead of the pages."""
        self.codes.show_phone(codes)
        self._swap(self.codes)

    def show_hand_over(self, over: HandOver) -> None:
        """Show the code for another machine instead of the pages."""
        self.codes.show_hand_over(over)
        self._swap(self.codes)

    def take_focus(self) -> None:
        """Put the keyboard on the first button."""
        self._print.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        parts: tuple[Themed, ...] = (self._title, *self._buttons(), self.options, self.preview, self.codes)
        for part in parts:
            part.set_theme(theme)
        self._arrange()
        self.update()

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Pane

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), self._theme, QRectF(event.rect()), "canvas")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _button(self, icon_name: str, slot: object, *, filled: bool = False) -> IconButton:
        button = IconButton(self._theme, icon_name, parent=self, filled=filled)
        button.setAccessibleIdentifier(f"handout-{icon_name}")
        button.clicked.connect(slot)
        return button

    def _buttons(self) -> tuple[IconButton, ...]:
        return self._print, self._save, self._phone, self._over, self._pages, self._close

    def _swap(self, shown: QWidget) -> None:
        for pane in (self.preview, self.codes):
            pane.setVisible(pane is shown)
        self._arrange()

    def _arrange(self) -> None:
        """The buttons on top, in as many rows as they need; below them the options beside the pages, or above."""
        space, width = self._theme.space, self.width()
        self._pages.setVisible(not self.codes.isHidden())
        gap, edge = space(2), space(4)
        title = min(width - 2 * edge, space(40))
        own = self._title.height_for(title)
        height = max(self._theme.target, own)
        shown = [button for button in self._buttons() if not button.isHidden()]
        rows = rows_of([shown], width - 2 * edge - title - gap, gap)
        beside = len(rows) == 1
        y = space(2)
        self._put(self._title, edge, y + (height - own) // 2, title, own)
        if not beside:
            y += height
            rows = rows_of([shown], width - 2 * edge, gap)
        for row in rows:
            wide = sum(button.sizeHint().width() for button in row) + gap * (len(row) - 1)
            x = width - edge - wide if beside else edge
            for button in row:
                room = min(button.sizeHint().width(), width - 2 * edge)
                self._put(button, x, y, room, self._theme.target)
                x += room + gap
            y += self._theme.target + gap
        self._arrange_panes(y + space(1))

    def _arrange_panes(self, top: int) -> None:
        width, height = self.width(), max(0, self.height() - top)
        step = self._theme.step
        if width >= _SIDE_BY_SIDE_FROM * step:
            options = round(_OPTIONS_WIDTH * (1 + (step - 1) / 1.5))
            self._put(self.options, 0, top, options, height)
            for pane in (self.preview, self.codes):
                self._put(pane, options + 1, top, width - options - 1, height)
            return
        half = height // 2
        self._put(self.options, 0, top, width, half)
        for pane in (self.preview, self.codes):
            self._put(pane, 0, top + half + 1, width, height - half - 1)

    def _put(self, widget: QWidget, x: int, y: int, width: int, height: int) -> None:
        left = self.width() - x - width if self.isRightToLeft() else x
        widget.setGeometry(left, y, width, height)
