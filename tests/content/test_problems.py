"""How problems are told: in the order of the file, once each, one line each, and never a flood."""

from __future__ import annotations

import pytest

from desktop.content.problems import ERROR, MOST_SHOWN, WARNING, Place, Problem, Report, did_you_mean


def test_a_problem_is_told_as_editors_and_compilers_do():
    problem = Problem("content.yaml", Place(12, 5), WARNING, "mend it")
    assert str(problem) == "content.yaml:12:5: warning: mend it"


def test_problems_come_in_the_order_of_the_file_once_each():
    report = Report("f")
    for place in (Place(9, 1), Place(2, 7), Place(2, 3), Place(9, 1)):
        report.error(place, "b")
    report.error(Place(2, 3), "a")
    assert [(each.place, each.message) for each in report.problems()] == [
        ((2, 3), "a"),
        ((2, 3), "b"),
        ((2, 7), "b"),
        ((9, 1), "b"),
    ]


def test_a_warning_alone_is_no_error():
    report = Report("f")
    report.warning(Place(1, 1), "could be better")
    assert not report.has_errors()
    report.error(Place(1, 1), "must be better")
    assert report.has_errors()
    assert {each.level for each in report.problems()} == {ERROR, WARNING}


@pytest.mark.parametrize("number", [MOST_SHOWN, MOST_SHOWN + 1, MOST_SHOWN + 70])
def test_what_does_not_fit_is_counted(number):
    report = Report("f")
    for line in range(1, number + 1):
        report.error(Place(line, 1), "wrong")
    found = report.problems()
    assert len(found) == min(number, MOST_SHOWN + 1)
    if number > MOST_SHOWN:
        assert found[-1].message == f"{number - MOST_SHOWN} more problems are not shown; mend these first"


def test_a_message_is_one_line_however_many_its_quotation_has():
    """A key such as "a\\nb" could otherwise pass for a problem of its own, or for a command to GitHub."""
    report = Report("f")
    report.error(Place(1, 1), "the key 'a\nf:1:1: error: no\r\nb\u2028c' is unknown")
    [problem] = report.problems()
    assert str(problem) == "f:1:1: error: the key 'a f:1:1: error: no b c' is unknown"


def test_a_message_that_quotes_a_whole_page_is_cut():
    report = Report("f")
    report.error(Place(1, 1), "x" * 20_000)
    assert report.problems()[0].message == "x" * 500 + "…"


@pytest.mark.parametrize(
    ("word", "hint"),
    [("wipple", "; did you mean 'whipple'?"), ("whipple", "; did you mean 'whipple'?"), ("zzz", ""), ("", "")],
)
def test_a_word_that_is_nearly_right_is_guessed(word, hint):
    assert did_you_mean(word, ["whipple", "gastrectomy"]) == hint
