"""Everything one visitor chooses, in one place, and the one way to forget it.

Nothing here is ever written to disk. A field added to ``Choices`` is forgotten with all others, because
``reset`` puts a new ``Choices`` in place of the old one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakMethod

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_OWN_QUESTIONS = 20
MOST_QUESTION_LENGTH = 300
"""Characters kept of a question of one's own."""
PAPERS = ("letter", "a4")
PRINT_SIZES = ("normal", "large")


class Choices(NamedTuple):
    """What has been chosen so far.

    ``topics``, ``effects`` and ``questions`` are ids in the order in which they were chosen. ``effects`` count only
    where ``all_effects`` is off. ``whole_list`` tells whether the handout is about the list or about the topic that
    is shown. An empty ``language`` is that of the window.
    """

    topics: tuple[str, ...] = ()
    whole_list: bool = False
    all_effects: bool = True
    effects: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    own_questions: tuple[str, ...] = ()
    with_questions: bool = True
    with_words: bool = True
    paper: str = PAPERS[0]
    print_size: str = PRINT_SIZES[0]
    language: str = ""


class Visit:
    """The choices of the present visitor. Tells those who asked to be told when they change."""

    def __init__(self) -> None:
        self._choices = Choices()
        self.printed = 0
        """Pages printed so far."""
        self._told: list[WeakMethod[Callable[[], None]]] = []

    @property
    def choices(self) -> Choices:
        """A snapshot of what is chosen; it never changes."""
        return self._choices

    def tell(self, listener: Callable[[], None]) -> None:
        """Call ``listener``, a method, after every change, as long as its object lives."""
        self._told.append(WeakMethod(listener))

    def reset(self) -> None:
        """Forget everything, for the next visitor."""
        self.printed = 0
        self._use(Choices())

    def switch_topic(self, topic: str) -> None:
        """Put a topic on the list, or take it off if it is there."""
        self._use(self._choices._replace(topics=switched(self._choices.topics, topic)))

    def switch_effect(self, effect: str) -> None:
        """Choose a side effect, or no longer."""
        self._use(self._choices._replace(effects=switched(self._choices.effects, effect)))

    def switch_question(self, question: str) -> None:
        """Choose a question, or no longer."""
        self._use(self._choices._replace(questions=switched(self._choices.questions, question)))

    def ask(self, text: str) -> bool:
        """Add a question of the visitor's own; whether it was added. An empty or repeated one is not."""
        question = " ".join(text.split())[:MOST_QUESTION_LENGTH].rstrip()
        mine = self._choices.own_questions
        if not question or question in mine or len(mine) >= MOST_OWN_QUESTIONS:
            return False
        self._use(self._choices._replace(own_questions=(*mine, question)))
        return True

    def drop_question(self, number: int) -> None:
        """Take back one of the visitor's own questions, counted from 0."""
        mine = self._choices.own_questions
        self._use(self._choices._replace(own_questions=(*mine[:number], *mine[number + 1 :])))

    def take(self, choices: Choices) -> None:
        """Take over a whole set of choices, such as that of another machine."""
        self._use(choices)

    def _use(self, choices: Choices) -> None:
        if choices != self._choices:
            self._choices = choices
            for reference in self._told:
                listener = reference()
                if listener is not None:
                    listener()


def switched(chosen: tuple[str, ...], each: str) -> tuple[str, ...]:
    """What was chosen, with one more, or without it if it was among them."""
    return tuple(other for other in chosen if other != each) if each in chosen else (*chosen, each)
