"""The handout says everything the screen says about an operation, and nothing that is for nurses."""

from __future__ import annotations

import pytest

from desktop.content.model import LEVELS
from desktop.handout.compose import Selection, document
from desktop.handout.document import Clinic
from desktop.pages import compose, panel, topics
from desktop.pages.sheet import Kind
from tests.guides import shipped, small

CLINIC = Clinic("Hill Clinic", "555-0100")


def made(*ids, guide=None, **options):
    return document(guide or shipped(), Selection(ids, **options), CLINIC)


def texts(thing) -> set[str]:
    """Every text in a nest of tuples."""
    if isinstance(thing, str):
        return {thing}
    return set().union(*(texts(each) for each in thing)) if isinstance(thing, tuple) else set()


def block_texts(blocks) -> set[str]:
    """The texts of blocks a patient must find, without links to other topics and the folded sources."""
    found = set()
    for block in blocks:
        if block.kind not in (Kind.LINK, Kind.FOLD, Kind.NURSE):
            found |= {block.text} | block_texts(block.inside)
    return found


@pytest.mark.parametrize("operation", list(shipped().operations))
def test_nothing_on_the_screen_is_missing(operation):
    guide = shipped()
    document_ = made(operation)
    told = texts(document_)
    sheet = compose.sheet(guide, operation, nurse=False)
    beside = panel.panel(guide, operation)
    wanted = block_texts(sheet.blocks) | {sheet.title, sheet.lead.text, sheet.notice.text, sheet.glance.figure_text}
    wanted |= {row.text for row in sheet.glance.rows}
    signs = {block.anchor for section in beside.help for block in section.blocks() if block.kind is Kind.BULLET}
    for group in beside.groups:
        for row in group.rows:
            opened = panel.opened(guide, row.effect, operation, nurse=False)
            own = opened[:-2] if opened[-2].lead_in else opened[:-1]
            wanted |= block_texts(own) | {row.name}
    assert {text for text in wanted if text not in told} == set()
    boxes = [block.anchor for box in document_.chapters[0].help.boxes for block in box.blocks if block.anchor in signs]
    assert sorted(boxes) == sorted(signs)


def test_notes_for_nurses_never_reach_paper():
    guide = shipped()
    noted = [*guide.operations.values(), *guide.effects.values(), *guide.pages.values()]
    notes = {note.text for record in noted for note in record.nurse_notes}
    assert len(notes) > 10
    assert texts(made(*topics.all_ids(guide))) & notes == set()


def test_help_stands_before_everything_that_could_reassure_and_the_worst_first():
    chapter = made("whipple").chapters[0]
    levels = [box.level for box in chapter.help.boxes]
    assert levels == [level for level in LEVELS if level in levels]
    assert chapter._fields.index("help") < chapter._fields.index("blocks")


def test_chosen_side_effects_are_printed_and_the_others_named():
    document_ = made("whipple", effects=("pain", "bile-leak"))
    printed = [card.effect for group in document_.effects for card in group.cards]
    assert printed == ["bile-leak", "pain"]
    assert "Diabetes" in document_.not_printed.text
    assert "Bile leak" not in document_.not_printed.text


def test_all_side_effects_leave_none_to_be_named():
    assert made("whipple").not_printed is None


def test_questions_are_those_of_the_operation_until_some_are_chosen():
    guide = shipped()
    own = [guide.questions[each].text for each in guide.operations["whipple"].questions]
    assert list(made("whipple").questions.asked) == own
    chosen = made("whipple", questions=("q-pain",), own_questions=("May I fly?",))
    assert chosen.questions.asked == (guide.questions["q-pain"].text, "May I fly?")
    assert made("whipple", with_questions=False).questions is None


def test_words_are_those_that_are_used():
    words = {block.lead_in for block in made("total-thyroidectomy").words}
    assert "parathyroid glands" in words
    assert "stoma" not in words
    assert made("whipple", with_words=False).words == ()


def test_several_topics_share_their_side_effects():
    document_ = made("whipple", "gastrectomy", "dumping-syndrome")
    printed = [card.effect for group in document_.effects for card in group.cards]
    assert len(printed) == len(set(printed))
    assert [chapter.topic for chapter in document_.chapters] == ["whipple", "gastrectomy"]
    assert "dumping-syndrome" in printed


def test_a_side_effect_alone_has_a_chapter():
    document_ = made("dumping-syndrome")
    assert [chapter.topic for chapter in document_.chapters] == ["dumping-syndrome"]
    assert document_.effects == ()


def test_edition_review_and_clinic_are_told():
    document_ = made("whipple")
    assert document_.clinic == CLINIC
    assert "Not yet reviewed by a clinician" in document_.foot[0]
    assert "Edition 1.0" in document_.foot[0]
    assert "Not yet reviewed by a clinician" in document_.review


def test_every_topic_of_any_guide_can_be_printed():
    for guide in (small(), shipped()):
        for topic in topics.all_ids(guide):
            assert made(topic, guide=guide).chapters[0].title == topics.name(guide, topic)


def test_no_topic_is_no_handout():
    with pytest.raises(ValueError, match="needs a topic"):
        made()
