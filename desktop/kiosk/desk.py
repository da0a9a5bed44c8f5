"""Joins the kiosk's list to take home to what it asks for. Made when somebody first looks at the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.handout import phone
from desktop.handout.document import Clinic
from desktop.pages import topics
from desktop.paper import printer
from desktop.take_home import TakeHome
from desktop.views.kiosk.my_list import Entry, Offer

if TYPE_CHECKING:
    from desktop.guides import Guides
    from desktop.policy import Policy
    from desktop.session.visit import Visit
    from desktop.views.kiosk.window import KioskWindow

MOST_PAGES = 60
"""Pages that one visit may print: two operations with everything, and no tray emptied by a finger that plays."""


class KioskDesk(QObject):
    """Shows what is chosen, the code for a phone, and how many pages it is; prints where the clinic allows it."""

    def __init__(self, window: KioskWindow, visit: Visit, guides: Guides, policy: Policy) -> None:
        super().__init__(window)
        self._window = window
        self._visit = visit
        self._printer = policy.printer
        self._home = TakeHome(visit, guides, Clinic(policy.clinic_name, policy.clinic_telephone))
        self._home.setParent(self)
        self._shown = ""
        window.code_requested.connect(self._show_code)
        window.print_requested.connect(self._print)

    def show(self) -> None:
        """Show what is chosen now."""
        guide, choices = self._window.guide, self._visit.choices
        self._home.window_language = guide.edition.language
        listed = [Entry(each, topics.name(guide, each)) for each in choices.topics if topics.exists(guide, each)]
        asked = [Entry(each, guide.questions[each].text) for each in choices.questions if each in guide.questions]
        codes = [each.id for each in listed] + ([topics.QUESTIONS] if asked else [])
        if self._shown not in codes:
            self._shown = codes[0] if codes else ""
        code = self._code([each.id for each in asked])
        pages = len(self._home.pages(self._listed())) if self._printer and codes else 0
        self._window.show_list(
            Offer(
                topics=tuple(listed),
                questions=tuple(asked),
                shown=self._shown,
                shown_name=topics.name(guide, self._shown) if self._shown else "",
                code=code,
                pages=pages,
                may_print=pages > 0 and self._visit.printed + pages <= MOST_PAGES,
            )
        )

    def _code(self, asked: list[str]) -> phone.Code | None:
        if not self._shown:
            return None
        guide = self._window.guide
        text = phone.questions(guide, asked) if self._shown == topics.QUESTIONS and asked else None
        return phone.code(text) if text else self._home.phone(self._shown).text

    def _listed(self) -> str:
        """Make the handout about the list; what stands for it where only questions are chosen."""
        if not self._visit.choices.whole_list:
            self._visit.take(self._visit.choices._replace(whole_list=True))
        return topics.QUESTIONS

    def _show_code(self, topic: str) -> None:
        self._shown = topic
        self.show()

    def _print(self) -> None:
        pages = self._home.pages(self._listed())
        if self._visit.printed + len(pages) > MOST_PAGES:
            return
        done = printer.print_straight(pages, self._printer, self._window.guide.edition.title)
        if done:
            self._visit.printed += len(pages)
        self.show()
        self._window.tell_printed(done=done)
