"""What a visitor chooses is kept for this visit, told to those who want to know, and forgotten all at once."""

from __future__ import annotations

from desktop.session.visit import MOST_OWN_QUESTIONS, MOST_QUESTION_LENGTH, Choices, Visit


def test_a_topic_is_put_on_the_list_and_taken_off():
    visit = Visit()
    visit.switch_topic("whipple")
    visit.switch_topic("gastrectomy")
    visit.switch_topic("whipple")
    assert visit.choices.topics == ("gastrectomy",)


def test_snapshots_never_change():
    visit = Visit()
    before = visit.choices
    visit.switch_question("q-stay")
    assert before.questions == ()
    assert visit.choices.questions == ("q-stay",)


def test_reset_forgets_every_field():
    visit = Visit()
    changed = Choices(*(_other(value) for value in Choices()))
    assert all(mine != first for mine, first in zip(changed, Choices(), strict=True)), "a field was not changed"
    visit.take(changed)
    visit.reset()
    assert visit.choices == Choices()


def _other(value):
    if isinstance(value, bool):
        return not value
    return ("x",) if isinstance(value, tuple) else f"{value}x"


def test_listeners_are_told_of_changes_only():
    visit = Visit()
    listener = Listener(visit)
    visit.tell(listener.hear)
    visit.reset()
    assert listener.heard == []
    visit.switch_effect("pain")
    visit.reset()
    assert [each.effects for each in listener.heard] == [("pain",), ()]


class Listener:
    def __init__(self, visit: Visit) -> None:
        self.visit, self.heard = visit, []

    def hear(self) -> None:
        self.heard.append(self.visit.choices)


def test_a_listener_that_is_gone_is_not_kept():
    visit = Visit()
    visit.tell(Listener(visit).hear)
    visit.switch_topic("whipple")
    assert visit.choices.topics == ("whipple",)


def test_own_questions_are_tidied_and_kept_once():
    visit = Visit()
    assert visit.ask("  Can I \n fly?  ")
    assert not visit.ask("Can I fly?")
    assert not visit.ask("   ")
    assert visit.ask("x" * 1000)
    assert visit.choices.own_questions == ("Can I fly?", "x" * MOST_QUESTION_LENGTH)
    visit.drop_question(0)
    assert len(visit.choices.own_questions) == 1


def test_own_questions_have_an_end():
    visit = Visit()
    assert [visit.ask(f"{number}?") for number in range(MOST_OWN_QUESTIONS + 1)].count(True) == MOST_OWN_QUESTIONS
