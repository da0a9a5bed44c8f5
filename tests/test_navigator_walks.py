"""Two hundred walks of fifty steps through the topics, beside a model that is too simple to be wrong."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from desktop import navigator
from desktop.navigator import Navigator

MOST = 12
"""Steps kept in these walks, so that they are forgotten in fifty."""
TOPICS = st.sampled_from(["whipple", "gastrectomy", "liver", "words"])
PARTS = st.sampled_from(["", "risks", "leak"])


class Walk(RuleBasedStateMachine):
    """The real navigator, and what it ought to have become: pages behind, the page here, pages ahead."""

    kind = Navigator

    def __init__(self) -> None:
        super().__init__()
        self.navigator = self.kind()
        self.behind: list[tuple[str, str]] = []
        self.here = ("", "")
        self.ahead: list[tuple[str, str]] = []
        self.shown = ""
        self.ways = (False, False)
        self.navigator.topic_changed.connect(self._show)
        self.navigator.path_changed.connect(self._ways)

    def _show(self, topic: str) -> None:
        assert topic != self.shown, "told again"
        self.shown = topic

    def _ways(self, back: bool, forward: bool) -> None:
        self.ways = (back, forward)

    @rule(topic=TOPICS, part=PARTS)
    def open(self, topic: str, part: str) -> None:
        self.navigator.open(topic, part)
        if topic == self.here[0] and part in ("", self.here[1]):
            return
        if self.here[0]:
            self.behind = [*self.behind, self.here][-(MOST - 1) :]
        self.here, self.ahead = (topic, part), []

    @rule()
    def back(self) -> None:
        self.navigator.back()
        if self.behind:
            self.ahead = [self.here, *self.ahead]
            self.here = self.behind.pop()

    @rule()
    def forward(self) -> None:
        self.navigator.forward()
        if self.ahead:
            self.behind.append(self.here)
            self.here = self.ahead.pop(0)

    @rule()
    def forget(self) -> None:
        self.navigator.forget()
        self.behind, self.here, self.ahead, self.shown = [], ("", ""), [], ""

    @invariant()
    def everything_told_is_so(self) -> None:
        assert self.navigator.topic == self.shown == self.here[0]
        assert self.ways == (bool(self.behind), bool(self.ahead))
        assert self.navigator.can_go_back() == bool(self.behind)


def walk(kind: type[Navigator], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigator, "MOST_STEPS", MOST)
    monkeypatch.setattr(Walk, "kind", kind)
    run_state_machine_as_test(
        Walk,
        settings=settings(max_examples=200, stateful_step_count=50, deadline=None, database=None, derandomize=True,
                          phases=[Phase.generate], report_multiple_bugs=False, suppress_health_check=list(HealthCheck)),
    )  # fmt: skip


def test_whatever_way_is_taken_the_way_back_is_the_way_that_came(monkeypatch):
    walk(Navigator, monkeypatch)


def test_a_navigator_that_keeps_what_lay_ahead_is_noticed(monkeypatch):
    class Forgetful(Navigator):
        def open(self, topic: str, anchor: str = "") -> None:
            ahead = self._path[self._at + 1 :]
            super().open(topic, anchor)
            self._path += ahead

    with pytest.raises(AssertionError):
        walk(Forgetful, monkeypatch)
