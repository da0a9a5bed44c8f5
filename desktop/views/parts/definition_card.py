"""The definition of a word, on a small card under the line in which it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.looks.theme import Style
from desktop.views.parts import paint
from desktop.views.parts.buttons import IconButton, ShortLink
from desktop.views.parts.flow import Column
from desktop.views.parts.pressable import by_keyboard
from desktop.views.parts.spoken import Speaks
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from desktop.content.model import Term
    from desktop.looks.theme import Theme
    from desktop.pages.explained import Explained
    from desktop.views.parts.flow import ScrollPane
    from desktop.views.parts.mention import MentionButton

_MOST_WIDTH = 420
"""Widest the card may be at the smallest size of text, in pixels."""


class Definitions(QObject):
    """Marks the words of a pane that can be explained, and explains them, one at a time."""

    word_requested = Signal(str)
    """The reader wants this term among all words."""

    def __init__(self, pane: ScrollPane, theme: Theme) -> None:
        super().__init__(pane)
        self._pane = pane
        self._theme = theme
        self._explained: Explained | None = None
        self._card: DefinitionCard | None = None
        self._word: MentionButton | None = None

    def use(self, explained: Explained) -> None:
        """Explain the words of this guide from now on."""
        self._explained = explained

    def mark(self, texts: Iterable[TextBlock], without: str = "", *, alone: bool = False) -> None:
        """Put dots under each word at its first use in each section. ``without`` is what the texts are about.

        ``alone`` takes each text for itself, where not all of a section is there.
        """
        if self._explained is None:
            return
        met = {without}
        for text in texts:
            if alone or text.spoken_level():
                met = {without}
            if not text.spoken_level() and text.sources():
                found = self._explained.mentions(text.text())
                text.show_mentions(
                    [each for each in found if each.term not in met and each.term != text.term], self.toggle
                )
                met.update(each.term for each in found)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self.close()
        if self._card is not None:
            self._card.set_theme(theme)

    def toggle(self, word: MentionButton) -> None:
        """Explain a word, or no longer if it is being explained."""
        again = word is self._word
        self.close()
        if again or self._explained is None:
            return
        if self._card is None:
            self._card = DefinitionCard(self._theme, self._pane.column)
            self._card.closed.connect(self.close)
            self._card.word_requested.connect(self.word_requested)
        self._word = word
        word.show_open(on=True)
        self._card.show_term(self._explained.term(word.term))
        self._hang(self._card, word)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def explains_in(self, widget: QWidget) -> bool:
        """Whether the word that is being explained stands in this widget."""
        return self._word is not None and widget.isAncestorOf(self._word)

    def follow(self) -> None:
        """Hang under the word where it is now."""
        if self._word is not None and self._card is not None:
            self._place(self._card, self._word)

    def is_open(self) -> bool:
        """Whether a word is being explained."""
        return self._word is not None

    def close(self) -> None:
        """Take the card away; the keyboard goes back to the word it was for."""
        word, card, self._word = self._word, self._card, None
        application = QApplication.instance()
        if word is None or card is None or application is None:
            return
        application.removeEventFilter(self)
        word.show_open(on=False)
        focus = QApplication.focusWidget()
        if focus is not None and (focus is card or card.isAncestorOf(focus)):
            reason = QtCore.Qt.FocusReason
            word.setFocus(reason.ShortcutFocusReason if card.by_keyboard else reason.OtherFocusReason)
        card.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the card is shown: a press elsewhere, or the keyboard elsewhere, takes it away."""
        kind = event.type()
        if isinstance(event, QMouseEvent) and kind == QEvent.Type.MouseButtonPress:
            at = event.globalPosition().toPoint()
            if not any(part.rect().contains(part.mapFromGlobal(at)) for part in (self._card, self._word) if part):
                self.close()
        elif isinstance(event, QResizeEvent) and watched is self._pane.column:
            if event.size().width() != event.oldSize().width():
                self.close()
        elif kind == QEvent.Type.FocusIn:
            QTimer.singleShot(0, self, self._close_if_left)
        return False

    def _close_if_left(self) -> None:
        focus = QApplication.focusWidget()
        if self._card is not None and focus not in (None, self._card) and not self._card.isAncestorOf(focus):
            self.close()

    def _hang(self, card: DefinitionCard, word: MentionButton) -> None:
        """Show the card at the word, and let the keyboard into it."""
        self._place(card, word)
        card.raise_()
        card.show()
        card.by_keyboard = word.shows_ring()
        reason = QtCore.Qt.FocusReason
        card.setFocus(reason.ShortcutFocusReason if card.by_keyboard else reason.OtherFocusReason)
        if card.height() > self._pane.height():
            self._pane.scroll_to(card)
        else:
            self._pane.ensureWidgetVisible(card, 0, self._theme.space(3))

    def _place(self, card: DefinitionCard, word: MentionButton) -> None:
        """Put the card under the line of the word; above it where there is no room below."""
        column = self._pane.column
        space = self._theme.space
        room = column.width() - 2 * space(2)
        width = min(room, round(_MOST_WIDTH * self._theme.growth))
        height = card.height_for(width)
        line = word.line_below()
        at = word.mapTo(column, line.bottomLeft())
        begins = at.x() + line.width() - width + space(4) if column.isRightToLeft() else at.x() - space(4)
        x = max(space(2), min(begins, column.width() - space(2) - width))
        y = at.y() + space(2)
        if y + height > column.height():
            y = max(0, word.mapTo(column, QPoint(0, line.top())).y() - space(2) - height)
        card.setGeometry(x, y, width, height)


class DefinitionCard(Column, Speaks):
    """A word and its definition, a way to all words, and a way to close it."""

    closed = Signal()
    word_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.by_keyboard = False
        self._ring = False
        self._name = TextBlock(theme, self)
        self._text = TextBlock(theme, self)
        self._more = ShortLink(theme, Style.PANEL, self)
        self._close = IconButton(theme, "close", self.tr("Close"), parent=self)
        self._close.setAccessibleIdentifier("close-definition")
        self._close.clicked.connect(self.closed)
        self._more.clicked.connect(self._ask_for_word)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setAccessibleIdentifier("definition")
        self._arrange()

    def show_term(self, term: Term) -> None:
        """Show this word and its definition."""
        self._name.show_text(term.name, Style.PANEL_BOLD)
        self._text.show_text(term.definition, Style.PANEL, sources=term.sources)
        self._more.show_link(self.tr("More in Words"), term.id)
        self._close.set_label(self.tr("Close"))
        self.setAccessibleName(f"{term.name}: {term.definition}")
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        for part in (self._name, self._text, self._more, self._close):
            part.set_theme(theme)
        self._arrange()

    def height_for(self, width: int) -> int:
        space, target = self._theme.space, self._theme.target
        edge, inner = space(1), width - space(9)
        beside_button, whole = self._name.height_for(inner - target), self._name.height_for(inner)
        gap = max(space(1) + beside_button, edge + target - space(3)) - whole
        self.place([(0, self._name), (gap, self._text), (0, self._more)])
        height = super().height_for(width)
        x = space(4) + target if self.isRightToLeft() else space(5)
        self._name.setGeometry(x, space(3), inner - target, self._name.height_for(inner - target))
        x = edge if self.isRightToLeft() else width - edge - target
        self._close.setGeometry(x, edge, target, target)
        return height

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's own
        """Tab goes through the card and then back to the word it explains."""
        stops: list[QWidget] = [self, self._more, self._close]
        focus = QApplication.focusWidget()
        target = stops.index(focus) + (1 if forward else -1) if focus in stops else -1
        if not 0 <= target < len(stops):
            self.by_keyboard = True
            self.closed.emit()
            return True
        self.by_keyboard = True
        reason = QtCore.Qt.FocusReason
        stops[target].setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
        return True

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Section

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == QtCore.Qt.Key.Key_Escape:
            self.by_keyboard = True
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = by_keyboard(event)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        mirrored = self.isRightToLeft()
        paint.card(painter, self._theme, box, "surface", "line", "brand", mirrored=mirrored)
        if self._ring:
            paint.focus_ring(painter, self._theme, box, paint.RADIUS)

    def _arrange(self) -> None:
        space = self._theme.space
        self.set_margins(space(5), space(3), space(4), space(1))

    def _ask_for_word(self) -> None:
        self.word_requested.emit(self._more.target)
        self.closed.emit()
