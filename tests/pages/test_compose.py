"""What the page of each topic shows, and in which order."""

from __future__ import annotations

import pytest

from desktop.content import walk
from desktop.content.model import Review
from desktop.pages import compose, topics
from desktop.pages.sheet import Block, Kind, Sheet
from tests.guides import shipped, small

NOT_STATED = "Not stated in our sources. Ask your healthcare team."


def shown(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    """Kind and text of the blocks, with what stands in bold before it."""
    return [(each.kind, f"{each.lead_in} {each.text}".strip()) for each in blocks]


def headings(sheet: Sheet) -> list[str]:
    return [block.text for block in sheet.blocks if block.kind == Kind.HEADING]


def under(sheet: Sheet, heading: str) -> list[tuple[str, str]]:
    """What stands between a heading and the next one."""
    texts = shown(sheet.blocks)
    start = texts.index((Kind.HEADING, heading)) + 1
    ends = [number for number, (kind, _) in enumerate(texts) if kind == Kind.HEADING and number >= start]
    return texts[start : min(ends, default=len(texts))]


def every_block(blocks: tuple[Block, ...]):
    """The blocks and those inside them, as a reader meets them."""
    for block in blocks:
        yield block
        yield from every_block(block.inside)


# An operation

ORDER = [
    "Why it is done",
    "Before surgery",
    "During surgery",
    "After surgery",
    "Living afterwards",
    "What is not certain",
    "Questions to ask",
    "Parts of the body",
    "Related operations",
    "Sources and review",
]


@pytest.mark.parametrize("operation", ["alpha", "beta"])
def test_the_sections_of_an_operation_always_stand_in_the_same_order(operation):
    about_an_organ = [each for each in ORDER if each != "Parts of the body" or operation == "alpha"]
    assert headings(compose.sheet(small(), operation)) == about_an_organ


@pytest.mark.parametrize("operation", shipped().operations)
def test_every_shipped_operation_has_all_the_sections(operation):
    assert headings(compose.sheet(shipped(), operation)) == ORDER


def test_the_whole_page_of_an_operation_reads_from_top_to_bottom():
    sheet = compose.sheet(small(), "alpha")
    assert (sheet.topic, sheet.title) == ("alpha", "Alpha operation")
    assert sheet.subtitle == "Also called first operation, operation one"
    assert sheet.lead.text == "The surgeon takes out the first organ."
    assert [(crumb.topic, crumb.name) for crumb in sheet.crumbs] == [("cutting", "Cutting")]
    assert shown(sheet.blocks) == [
        (Kind.HEADING, "Why it is done"),
        (Kind.PARAGRAPH, "It is for a growth in the first organ."),
        (Kind.HEADING, "Before surgery"),
        (Kind.PARAGRAPH, "Get ready in steps:"),
        (Kind.STEP, "Tell your team about your medicines."),
        (Kind.STEP, "Stop eating when they tell you to."),
        (Kind.HEADING, "During surgery"),
        (Kind.PARAGRAPH, "You sleep."),
        (Kind.SUBHEADING, "Forms of this operation"),
        (Kind.WORD, "Part of it The surgeon takes out a part."),
        (Kind.WORD, f"All of it {NOT_STATED}"),
        (Kind.HEADING, "After surgery"),
        (Kind.PARAGRAPH, "You stay about 5 days."),
        (Kind.QUIET, "Figures come from other operations."),
        (Kind.HEADING, "Living afterwards"),
        (Kind.PARAGRAPH, NOT_STATED),
        (Kind.HEADING, "What is not certain"),
        (Kind.PARAGRAPH, NOT_STATED),
        (Kind.HEADING, "Questions to ask"),
        (Kind.QUESTION, "What is the goal?"),
        (Kind.QUESTION, "How long will I stay?"),
        (Kind.LINK, "All questions to ask"),
        (Kind.HEADING, "Parts of the body"),
        (Kind.LINK, "Liver"),
        (Kind.HEADING, "Related operations"),
        (Kind.LINK, "Beta operation"),
        (Kind.LINK, "Compare with another operation"),
        (Kind.NURSE, "For nurses"),
        (Kind.HEADING, "Sources and review"),
        (Kind.QUIET, "Not yet reviewed by a clinician"),
        (Kind.FOLD, "Sources of this topic (8)"),
    ]


def test_steps_are_numbered_and_links_lead_somewhere():
    sheet = compose.sheet(small(), "alpha")
    assert [block.number for block in sheet.blocks if block.kind == Kind.STEP] == [1, 2]
    assert [block.target for block in sheet.blocks if block.kind == Kind.LINK] == [
        topics.QUESTIONS, "liver", "beta", "compare/alpha",
    ]  # fmt: skip


def test_an_operation_without_other_names_has_no_line_for_them():
    assert compose.sheet(small(), "beta").subtitle == ""


def test_the_card_at_a_glance_always_has_its_five_lines():
    glance = compose.sheet(small(), "alpha").glance
    assert (glance.figure, glance.figure_text) == ("whipple.svg", "Drawing of the first organ.")
    assert [(row.label, row.text, row.sources) for row in glance.rows] == [
        ("What is removed", "The first organ", ("glance-paper",)),
        ("Used for", NOT_STATED, ()),
        ("How it is done", "Through one cut", ("book",)),
        ("Time in hospital", NOT_STATED, ()),
        ("Recovery", NOT_STATED, ()),
    ]


@pytest.mark.parametrize("operation", ["alpha", "beta"])
def test_the_notice_of_a_crisis_stands_on_every_operation(operation):
    notice = compose.sheet(small(), operation).notice
    assert notice == ("Crisis", "A crisis can come. Know the signs.", ("crisis-paper",), topics.CRISIS, "Learn more")


def test_the_notice_stands_on_no_other_topic():
    others = [topic for topic in topics.all_ids(small()) if topic not in small().operations]
    assert [topic for topic in others if compose.sheet(small(), topic).notice] == []


@pytest.mark.parametrize(
    ("text", "items", "told"),
    [
        ("You stay about 5 days.", (), True),
        ("You stay a while.", (), False),
        ("You stay:", ("about 5 days", "or more"), True),
        ("You stay:", ("a while", "or more"), False),
    ],
)
def test_where_a_number_is_told_the_reader_hears_whom_it_was_counted_in(text, items, told):
    guide = small()
    alpha = guide.operations["alpha"]
    [after] = alpha.after
    said = after._replace(text=text, items=tuple(after._replace(text=each) for each in items))
    guide = guide._replace(operations={**guide.operations, "alpha": alpha._replace(after=(said,))})
    note = (Kind.QUIET, "Figures come from other operations.")
    assert (note in under(compose.sheet(guide, "alpha"), "After surgery")) is told


# Notes for nurses


@pytest.mark.parametrize("topic", ["alpha", "about-surgery", "pain"])
def test_notes_for_nurses_are_shown_only_where_they_are_asked_for(topic):
    def notes(*, nurse):
        return [
            block
            for block in every_block(compose.sheet(small(), topic, nurse=nurse).blocks)
            if block.kind == Kind.NURSE
        ]

    [note] = notes(nurse=True)
    assert note.inside[0].text.startswith("A note for nurses on ")
    assert notes(nurse=False) == []


@pytest.mark.parametrize("topic", topics.all_ids(shipped()))
def test_no_word_for_nurses_reaches_a_kiosk(topic):
    guide = shipped()
    told = {said.text for said in walk.guide(guide) if said.kind == walk.NURSE}
    assert told
    assert not told & {block.text for block in every_block(compose.sheet(guide, topic, nurse=False).blocks)}


# Sources


def cited_on(sheet: Sheet) -> list[str]:
    """The sources of everything on a sheet, once each, in the order in which a reader meets them."""
    found = list(sheet.lead.sources) if sheet.lead else []
    found += [source for row in sheet.glance.rows for source in row.sources] if sheet.glance else []
    found += list(sheet.notice.sources) if sheet.notice else []
    found += [source for block in every_block(sheet.blocks) for source in block.sources]
    return list(dict.fromkeys(found))


def listed_on(sheet: Sheet) -> list[str]:
    """The publications in the fold at the end of a sheet."""
    fold = sheet.blocks[-1]
    assert fold.kind == Kind.FOLD
    assert fold.text.endswith(f"({len(fold.inside)})")
    return [block.text for block in fold.inside]


@pytest.mark.parametrize("nurse", [True, False])
@pytest.mark.parametrize("topic", ["alpha", "beta", "about-surgery", "carcinoid-crisis", "cutting", "pain", "leak"])
def test_a_sheet_lists_what_is_cited_on_it_once_each_in_that_order_and_nothing_else(topic, nurse):
    guide = small()
    sheet = compose.sheet(guide, topic, nurse=nurse)
    assert listed_on(sheet) == [compose.cite(guide.sources[name]) for name in cited_on(sheet)]


@pytest.mark.parametrize(
    "topic", [each for each in topics.all_ids(shipped()) if each not in (*topics.LISTS, topics.ABOUT_GUIDE)]
)
def test_every_shipped_sheet_lists_what_is_cited_on_it(topic):
    sheet = compose.sheet(shipped(), topic)
    assert len(listed_on(sheet)) == len(cited_on(sheet)) > 0


def test_the_sources_of_the_warning_signs_are_listed_with_the_effect():
    guide = small()
    assert compose.cite(guide.sources["signs-paper"]) in listed_on(compose.sheet(guide, "leak"))


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("page", "A society. The page. 2025. https://example.org/page"),
        ("book", "A press. The book. 2020. (read in part)"),
        ("leaflet", "A hospital. The leaflet. 2021."),
    ],
)
def test_a_source_is_set_out_for_reading(source, told):
    assert compose.cite(small().sources[source]) == told


@pytest.mark.parametrize(
    ("review", "told"),
    [
        (Review("", "", ""), "Not yet reviewed by a clinician"),
        (Review("", "2026-01-01", "2027-01-01"), "Not yet reviewed by a clinician"),
        (Review("Dr. A", "2026-01-01", "2027-01-01"), "Reviewed by Dr. A · 2026-01-01 · Next review 2027-01-01"),
        (Review("Dr. A", "2026-01-01", ""), "Reviewed by Dr. A · 2026-01-01"),
        (Review("Dr. A", "", ""), "Reviewed by Dr. A"),
    ],
)
def test_the_review_is_never_claimed_before_somebody_has_signed(review, told):
    guide = small()._replace(review=review)
    assert compose.review_state(guide) == told
    assert (Kind.QUIET, told) in under(compose.sheet(guide, "alpha"), "Sources and review")


# An effect


def test_the_page_of_an_effect_tells_the_signs_right_after_what_it_is():
    """Nothing that reassures may stand above them."""
    sheet = compose.sheet(small(), "leak")
    assert (sheet.title, sheet.subtitle) == ("Leak", "First days · Weeks")
    assert sheet.lead is sheet.glance is sheet.notice is None
    assert [(crumb.topic, crumb.name) for crumb in sheet.crumbs] == [(topics.SIDE_EFFECTS, "All side effects")]
    assert shown(sheet.blocks) == [
        (Kind.SUBHEADING, "What it is"),
        (Kind.PARAGRAPH, "The join is not tight."),
        (Kind.HELP, "Call 911"),
        (Kind.HELP, "Go to the emergency department"),
        (Kind.HELP, "Tell your team at your next visit"),
        (Kind.SUBHEADING, "When it happens"),
        (Kind.PARAGRAPH, NOT_STATED),
        (Kind.SUBHEADING, "How common it is"),
        (Kind.PARAGRAPH, "About 3 in 100 people in one study."),
        (Kind.QUIET, "Only after: Beta"),
        (Kind.QUIET, "Figures come from other operations."),
        (Kind.SUBHEADING, "What you can do"),
        (Kind.PARAGRAPH, "Call early if you feel worse."),
        (Kind.SUBHEADING, "What your team does"),
        (Kind.PARAGRAPH, NOT_STATED),
        (Kind.SUBHEADING, "Good to know"),
        (Kind.PARAGRAPH, "It often heals by itself."),
        (Kind.HEADING, "Operations that can cause it"),
        (Kind.LINK, "Alpha operation"),
        (Kind.LINK, "Beta operation"),
        (Kind.HEADING, "Sources and review"),
        (Kind.QUIET, "Not yet reviewed by a clinician"),
        (Kind.FOLD, "Sources of this topic (4)"),
    ]


def test_good_to_know_is_left_out_where_there_is_nothing_to_know():
    assert (Kind.SUBHEADING, "Good to know") not in shown(compose.sheet(small(), "pain").blocks)


def test_a_help_card_tells_its_signs_with_their_actions_and_limits():
    cards = [block for block in compose.sheet(small(), "leak").blocks if block.kind == Kind.HELP]
    assert [card.level for card in cards] == ["call_911", "emergency", "next_visit"]
    worst, emergency, visit = cards
    assert shown(worst.inside) == [(Kind.PARAGRAPH, "Call 911 now if you notice:"), (Kind.BULLET, "A lot of blood")]
    assert shown(worst.inside[1].inside) == [(Kind.QUIET, "Only after: Alpha (Part of it), Beta")]
    assert shown(emergency.inside) == [
        (Kind.PARAGRAPH, "Go now if you notice:"),
        (Kind.BULLET, "A hard belly"),
        (Kind.BULLET, "A fever"),
        (Kind.QUIET, "Go to the nearest one."),
    ]
    assert shown(emergency.inside[2].inside) == [(Kind.QUIET, "Take your temperature.")]
    assert shown(visit.inside[1].inside) == [(Kind.QUIET, "Only after: Alpha (All of it)")]


def test_an_effect_of_a_variant_links_the_operation_once():
    sheet = compose.sheet(small(), "lost-taste")
    assert under(sheet, "Operations that can cause it") == [(Kind.LINK, "Alpha operation")]


# Pages, categories and lists


def test_a_page_shows_its_sections_and_what_is_related():
    sheet = compose.sheet(small(), "about-surgery")
    assert headings(sheet) == ["Ways to operate", "Questions to ask", "Related operations", "Sources and review"]
    assert under(sheet, "Ways to operate") == [
        (Kind.PARAGRAPH, "There are two ways:"),
        (Kind.BULLET, "one large cut"),
        (Kind.BULLET, "some small cuts"),
    ]
    assert under(sheet, "Related operations") == [
        (Kind.LINK, "Cutting"),
        (Kind.LINK, "Alpha operation"),
        (Kind.NURSE, "For nurses"),
    ]
    assert sheet.crumbs == ()


def test_the_page_of_an_effect_that_has_a_page_of_its_own_leads_to_its_operations():
    guide = shipped()
    sheet = compose.sheet(guide, topics.CRISIS)
    assert sheet.lead.text == guide.pages[topics.CRISIS].summary.text
    links = [text for kind, text in under(sheet, "Operations that can cause it") if kind == Kind.LINK]
    assert links == [guide.operations[where.operation].name for where in guide.effects[topics.CRISIS].operations]


def test_the_page_about_the_guide_ends_with_references_edition_and_all_sources():
    guide = small()
    sheet = compose.sheet(guide, topics.ABOUT_GUIDE)
    assert headings(sheet) == ["References", "Sources and review"]
    assert under(sheet, "References") == [
        (Kind.BULLET, "A paper that the page names. https://example.org/"),
        (Kind.BULLET, "A paper without an address."),
    ]
    assert under(sheet, "Sources and review") == [
        (Kind.QUIET, "Not yet reviewed by a clinician"),
        (Kind.QUIET, "Edition 0.1 · 2026-01-02"),
        (Kind.FOLD, f"All sources of this guide ({len(guide.sources)})"),
        (Kind.LINK, "Licences of this program"),
    ]
    assert [block.text for block in sheet.blocks[-2].inside] == [compose.cite(each) for each in guide.sources.values()]


def test_a_category_shows_why_and_its_operations_with_their_summaries():
    sheet = compose.sheet(small(), "cutting")
    assert (sheet.title, sheet.subtitle) == ("Cutting", "Taking something out")
    assert shown(sheet.blocks)[:-3] == [
        (Kind.HEADING, "Why it is done"),
        (Kind.PARAGRAPH, "To take out a growth."),
        (Kind.HEADING, "Operations"),
        (Kind.LINK, "Alpha operation"),
        (Kind.QUIET, "The surgeon takes out the first organ."),
        (Kind.LINK, "Beta operation"),
        (Kind.QUIET, "The surgeon takes out the other organ."),
    ]


def test_all_side_effects_are_listed_under_their_groups():
    sheet = compose.sheet(small(), topics.SIDE_EFFECTS)
    assert sheet.title == "All side effects"
    assert shown(sheet.blocks) == [
        (Kind.HEADING, "Possible after any surgery"),
        (Kind.LINK, "Pain"),
        (Kind.HEADING, "Belly"),
        (Kind.LINK, "Leak"),
        (Kind.LINK, "Lost taste"),
    ]


def test_all_questions_tell_the_operations_they_are_for():
    assert shown(compose.sheet(small(), topics.QUESTIONS).blocks) == [
        (Kind.HEADING, "Before you decide"),
        (Kind.QUESTION, "What is the goal?"),
        (Kind.QUESTION, "Alpha: How long will I stay?"),
        (Kind.LINK, "Alpha"),
    ]


def test_all_words_stand_in_alphabetical_order_under_their_letters():
    guide = small()
    terms = {name: guide.terms["organ"]._replace(id=name, name=name) for name in ("Zoo", "été", "eel", "Éa", "apple")}
    sheet = compose.sheet(guide._replace(terms=terms), topics.WORDS)
    assert shown(sheet.blocks) == [
        (Kind.HEADING, "A"),
        (Kind.WORD, "apple A part of the body."),
        (Kind.HEADING, "E"),
        (Kind.WORD, "Éa A part of the body."),
        (Kind.WORD, "eel A part of the body."),
        (Kind.WORD, "été A part of the body."),
        (Kind.HEADING, "Z"),
        (Kind.WORD, "Zoo A part of the body."),
    ]


@pytest.mark.parametrize(
    ("topic", "kind", "number"),
    [(topics.SIDE_EFFECTS, Kind.LINK, 45), (topics.QUESTIONS, Kind.QUESTION, 26), (topics.WORDS, Kind.WORD, 99)],
)
def test_the_lists_leave_nothing_out(topic, kind, number):
    assert len([block for block in compose.sheet(shipped(), topic).blocks if block.kind == kind]) == number


def test_every_link_of_every_shipped_sheet_leads_to_a_topic():
    guide = shipped()
    for topic in topics.all_ids(guide):
        for block in every_block(compose.sheet(guide, topic).blocks):
            if block.kind == Kind.LINK:
                assert topics.exists(guide, block.target), (topic, block)
                assert block.target != topic, topic


def test_a_topic_that_does_not_exist_is_a_mistake_of_the_program():
    with pytest.raises(KeyError):
        compose.sheet(small(), "nothing")


def test_what_holds_for_one_form_only_says_so():
    guide = shipped()
    blocks = compose.sheet(guide, "distal-pancreatectomy").blocks
    limited = [each for each in guide.operations["distal-pancreatectomy"].living if each.only]
    assert limited
    label = f"Only with: {guide.operations['distal-pancreatectomy'].variant_name('with-splenectomy')}"
    told = [block.text for block in blocks]
    for statement in limited:
        after = told[told.index(statement.text) + 1 + len(statement.items)]
        assert after == label


def test_glance_card_tells_whom_its_figures_were_counted_in():
    guide = shipped()
    counted = [each for each in guide.operations.values() if any(map(str.isdigit, str(each.glance)))]
    assert len(counted) > 5
    for operation in guide.operations.values():
        note = compose.sheet(guide, operation.id).glance.note
        figures = any(any(map(str.isdigit, line.text)) for line in operation.glance if line)
        assert note == (guide.words["figures_note"] if figures else "")
