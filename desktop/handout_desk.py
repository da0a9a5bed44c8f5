"""Joins the handout's view to what it asks for. Made when the first handout is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.handout.code import Trouble
from desktop.take_home import TakeHome
from desktop.views.handout_view import HandoutView
from desktop.views.paper_door import PaperDoor

if TYPE_CHECKING:
    from desktop.guides import Guides
    from desktop.handout.document import Clinic
    from desktop.looks.theme import Theme
    from desktop.navigator import Navigator
    from desktop.session.visit import Choices, Visit
    from desktop.views.main_window import MainWindow


class HandoutDesk(QObject):
    """Shows the handout of what is chosen, and prints, saves or hands it over."""

    def __init__(
        self, window: MainWindow, theme: Theme, navigator: Navigator, visit: Visit, guides: Guides, clinic: Clinic
    ) -> None:
        super().__init__(window)
        self._window = window
        self._navigator = navigator
        self._visit = visit
        self._home = TakeHome(visit, guides, clinic)
        self._home.setParent(self)
        self._door = PaperDoor(window)
        self.view = view = HandoutView(theme, window)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show)
        visit.tell(self._follow)
        view.choices_changed.connect(self._take)
        view.question_asked.connect(self._ask)
        view.question_dropped.connect(visit.drop_question)
        view.code_entered.connect(self._open_code)
        view.print_requested.connect(self._print)
        view.save_requested.connect(self._save)
        view.phone_requested.connect(self._show_phone)
        view.hand_over_requested.connect(self._show_hand_over)
        view.closed.connect(window.uncover)
        self._door.told.connect(window.show_message)

    def open(self, language: str) -> None:
        """Show the handout in place of the panes; ``language`` is that of the window."""
        self.use_language(language)
        if self._visit.choices.topics and not self._visit.choices.whole_list:
            self._visit.take(self._visit.choices._replace(whole_list=True))
        self._show()
        self.view.show_preview()
        self._window.cover(self.view)
        self.view.take_focus()

    def use_language(self, language: str) -> None:
        """The window is in this language from now on."""
        self._home.window_language = language
        if self.view.isVisible():
            self._show()

    def _take(self, choices: Choices) -> None:
        self._visit.take(choices)

    def _ask(self, question: str) -> None:
        if self._visit.ask(question):
            self.view.options.forget_typing()

    def _follow(self) -> None:
        """Make the pages anew once the row that was pressed has been painted."""
        if self.view.isVisible():
            self._later.start()

    def _show(self) -> None:
        self.view.show_offer(self._home.offer(self._navigator.topic))

    def _print(self) -> None:
        self._door.print(self._home.pages(self._navigator.topic))

    def _save(self) -> None:
        topic = self._navigator.topic
        self._door.save(self._home.pdf(self._home.pages(topic)), self._home.file_name(topic))

    def _show_phone(self) -> None:
        self.view.show_phone(self._home.phone(self._navigator.topic))

    def _show_hand_over(self) -> None:
        self.view.show_hand_over(self._home.hand_over(self._navigator.topic))

    def _open_code(self, text: str) -> None:
        read = self._home.open(text)
        told = {
            Trouble.EMPTY: self.tr("Type or scan a code first."),
            Trouble.MISTYPED: self.tr("This code is not complete or has a slip in it. Compare it letter by letter."),
            Trouble.NEWER: self.tr("This code comes from a newer version of the program and cannot be read here."),
            Trouble.OTHER_EDITION: self.tr(
                "This code was made with another edition of the guide. Its topics are shown as they are in this one."
            ),
            Trouble.GONE: self.tr("%n topic(s) of this code are no longer in the guide.", "", read.gone),
        }.get(read.trouble, "")
        if told:
            self._window.show_message(told)
        if read.choices is not None:
            self.view.options.forget_typing()
