"""Every word of the guide reaches the reader, unchanged."""

from __future__ import annotations

from desktop.content import walk
from desktop.pages import topics
from tests import written
from tests.window import folds, page, panel, settle, show, spoken, texts, title, widgets

NO_PLACE = {"what_helps", "this_effect", "reviewed", "next_review", "no_operation", "no_both_effects", "ways_on"}
"""Set phrases that this guide does not need: nobody has signed it yet, two headings belong to other views, every organ
has an operation, and any two operations share an effect."""

OF_OTHER_DAYS = {
    "no_longer_here", "recent_cleared", "no_recent", "no_bookmarks", "editions_compared", "warning_signs",
    "other_level",
    "level_changed", "pages", "newly_there", "changed", "wording", "summary", "cited", "details",
}  # fmt: skip
"""Set phrases that are shown once something has happened (test_bookmarks.py, test_what_changed.py)."""

ON_PAPER = "cards/"
"""The wallet cards are printed with a handout and not shown in the window (tests/handout)."""

COMPARISONS = ("compare/whipple", "compare/whipple/distal-pancreatectomy", "compare/whipple/local-excision")

NOT_READ = {"id", "search_words", "forms", "from", "only", "level", "group", "figure", "part_of", "region"}
LISTS_OF_IDS = {"operations", "effects", "signs", "questions", "related", "times"}
"""Fields of the file that nobody reads."""


def met_by_a_reader_of_everything(running, guide) -> set[str]:
    """Every text that is seen or said on every topic, with everything open on it that opens.

    Of the effects in the panel only the first is opened: each has a page of its own, which is opened, too.
    """
    window = running.window
    met: set[str] = set()
    for topic in (*topics.all_ids(guide), *topics.OWN, topics.LICENCES, *COMPARISONS):
        show(running, topic)
        assert title(window) == topics.name(guide, topic)
        levels = len(written.HELP_LEVELS)
        for fold in (*folds(page(window)), *folds(panel(window))[: levels + 1]):
            fold.click()
        settle(window)
        met.update(spoken(each) for each in widgets(window))
        met.update(texts(window))
    return met


def taken_apart(shown: set[str]) -> set[str]:
    """The texts, and the parts of those that are put together of several."""
    parts = set(shown)
    for text in shown:
        for joint in ("\u2028", ": ", " · ", ", ", "\n", ". "):
            parts.update((*text.split(joint), text.partition(joint)[2]))
    return parts


def is_met(phrase: str, parts: set[str]) -> bool:
    """Whether a set phrase stands somewhere, also before a number or a name, or after a count."""
    return phrase in parts or any(part.startswith(f"{phrase} ") or part.endswith(f" {phrase}") for part in parts)


def has_a_lead_in(said: walk.Said) -> bool:
    """Names, the questions of some operations and the crisis notice stand in one widget with other words."""
    return said.kind == walk.NAME or said.path.startswith("questions/") or said.path.endswith("/notice")


def test_every_word_of_the_guide_is_met(running, guide):
    shown = met_by_a_reader_of_everything(running, guide)
    parts = taken_apart(shown)
    whole = shown | {text.partition("\u2028")[2] for text in shown}

    said = [each for each in walk.guide(guide) if not each.path.startswith(ON_PAPER)]
    assert len(said) > 1000
    lost = [each.path for each in said if not (is_met(each.text, parts) if has_a_lead_in(each) else each.text in whole)]
    lost += [
        f"words/{name}"
        for name, text in written.WORDS.items()
        if name not in NO_PLACE | OF_OTHER_DAYS and not is_met(text, parts)
    ]
    for kind in ("levels", "times", "effect_groups", "sign_groups", "question_groups"):
        lost += [f"{kind}/{each['id']}" for each in written.WHOLE[kind] if not is_met(each["name"], parts)]
    for kind, field in (("operations", "figure_text"), ("sources", "title"), ("references", "text")):
        assert written.WHOLE[kind]
        lost += [
            f"{kind}/{each['id']}" for each in written.WHOLE[kind] if not any(each[field] in text for text in shown)
        ]
    assert lost == []


def test_no_text_of_the_file_is_left_out_of_the_walk(guide):
    """The program's own walk, which the test above relies on, reaches all that PyYAML finds in the file."""
    walked = {each.text for each in walk.guide(guide)}
    walked |= {text for each in guide.operations.values() for text in (each.short_name, each.figure_text)}
    kinds = ("pages", "categories", "operations", "effects", "signs", "terms", "questions", "organs", "levels")
    found = {text for kind in kinds for record in written.WHOLE[kind] for text in texts_of(record)}
    assert len(found) > 1000
    assert found - walked == set()


def texts_of(value: object, field: str = "") -> set[str]:
    """Every text in a part of the file that is there to be read."""
    if field in NOT_READ or (field in LISTS_OF_IDS and all(isinstance(each, str) for each in value)):
        return set()
    if isinstance(value, dict):
        return {text for key, each in value.items() for text in texts_of(each, key)}
    if isinstance(value, list):
        return {text for each in value for text in texts_of(each)}
    return {value} if isinstance(value, str) else set()
