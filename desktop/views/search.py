"""Search in the window: joins the field in the header and the list under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.pages import topics
from desktop.views.search_results import Row, SearchResults

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.looks.theme import Theme
    from desktop.search.engine import Found, Results
    from desktop.views.search_edit import SearchEdit
    from desktop.views.search_field import SearchField

_LEAST_UNITS = 150
"""Least width of the list, in the theme's units, where the window has it."""
BODY_DOOR = "body"


class Search(QObject):
    """Asks for what has been typed, shows what was found, and asks for the place that is chosen."""

    asked = Signal(str)
    place_requested = Signal(str, str, bool)
    """A topic, a part of it or nothing, and whether the keyboard asked."""
    body_requested = Signal()
    left = Signal()
    """The reader goes back to the page."""
    told = Signal(str)
    """What a screen reader is to say."""

    def __init__(self, theme: Theme, field: SearchField, edit: SearchEdit, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._field = field
        self._edit = edit
        self._window = window
        self._results = SearchResults(theme, window)
        self._targets: list[tuple[str, str]] = []
        self._results.chosen.connect(self._press)
        edit.textEdited.connect(self._ask)
        edit.moved.connect(self._move)
        edit.chosen.connect(self._choose_current)
        edit.left.connect(self._leave)
        edit.focus_changed.connect(self._focus_changed)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self._results.set_theme(theme)
        self.place()

    def begin(self) -> None:
        """Put the keyboard into the field."""
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edit.selectAll()

    def show_results(self, results: Results, often: Sequence[tuple[str, str]]) -> None:
        """Show what was found for what is typed now; an answer to something older is not shown.

        ``often`` are the topics, with their names, that the clinic wants offered before anything is typed.
        """
        if results.asked != self._edit.text() or not self._edit.hasFocus():
            return
        if not results.asked.strip():
            self._show_often(often)
        elif not results.found:
            self._show_ways_on(results.asked.strip())
        else:
            note = self.tr("Did you mean “{0}”?").format(results.guess) if results.guess else ""
            self._targets = [(each.entry.topic, each.entry.anchor) for each in results.found]
            self._open(note, [self._row(each) for each in results.found])
            self.told.emit(" ".join(filter(None, (note, self.tr("%n result(s).", "", len(results.found))))))

    def place(self) -> None:
        """Lie under the field, within the window."""
        if self._results.isHidden():
            return
        space = self._theme.space
        edge = space(2)
        corner = self._field.mapTo(self._window, self._field.rect().bottomLeft())
        most = self._window.width() - 2 * edge
        width = min(most, max(self._field.width(), space(_LEAST_UNITS)))
        middle = corner.x() + (self._field.width() - width) // 2
        left = max(edge, min(middle, self._window.width() - edge - width))
        top = corner.y() + space(1)
        self._results.place(left, top, width, self._window.height() - top - edge)

    def close(self) -> None:
        """Take the list away."""
        if not self._results.isHidden():
            self._results.hide()
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the list when something else is pressed."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = any(each is watched or each.isAncestorOf(watched) for each in (self._results, self._field))
            if not inside:
                self.close()
        return False

    def _show_often(self, often: Sequence[tuple[str, str]]) -> None:
        self._targets = [(topic, "") for topic, _ in often]
        if often:
            self._open(self.tr("Often opened here"), [Row(name) for _, name in often])
        else:
            self.close()

    def _show_ways_on(self, asked: str) -> None:
        note = self.tr("Nothing found for “{0}”. Try another word, or go on here:").format(asked)
        self._targets = [(topics.HOME, ""), (BODY_DOOR, ""), (topics.QUESTIONS, "")]
        ways = [
            self.tr("Read about surgery from the beginning"),
            self.tr("Look by body part"),
            self.tr("See questions to ask your team"),
        ]
        self._open(note, [Row(way) for way in ways])
        self.told.emit(note)

    def _open(self, note: str, rows: list[Row]) -> None:
        self._results.show_rows(note, rows)
        if self._results.isHidden():
            self._results.show()
            self._results.raise_()
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self.place()

    def _ask(self, text: str) -> None:
        self.asked.emit(text)

    def _focus_changed(self, focused: bool) -> None:
        if focused:
            self._ask(self._edit.text())
        else:
            self.close()

    def _move(self, step: int) -> None:
        if self._results.isHidden():
            self._ask(self._edit.text())
            return
        self._results.go(step)
        self.told.emit(self._results.current_name())

    def _choose_current(self) -> None:
        if not self._results.isHidden() and self._results.current >= 0:
            self._choose(self._results.current, keyboard=True)

    def _press(self, number: int) -> None:
        self._choose(number, keyboard=False)

    def _choose(self, number: int, *, keyboard: bool) -> None:
        topic, anchor = self._targets[number]
        self._edit.clear()
        self.close()
        if topic == BODY_DOOR:
            self.body_requested.emit()
        else:
            self.place_requested.emit(topic, anchor, keyboard)

    def _leave(self) -> None:
        """Esc closes the list first, then empties the field, then goes back to the page."""
        if not self._results.isHidden():
            self.close()
        elif self._edit.text():
            self._edit.clear()
        else:
            self.left.emit()

    def _row(self, found: Found) -> Row:
        entry = found.entry
        return Row(entry.title, self._kind(entry.kind), found.text, found.title_spans, found.spans)

    def _kind(self, kind: str) -> str:
        kinds = {
            "operation": self.tr("Surgery"),
            "variant": self.tr("Form of a surgery"),
            "effect": self.tr("Side effect"),
            "word": self.tr("Word"),
            "question": self.tr("Question"),
            "section": self.tr("Section"),
            "category": self.tr("Kind of surgery"),
            "page": self.tr("Page"),
            "organ": self.tr("Body part"),
        }
        return kinds[kind]
