"""Whatever guide can be opened can be shown: no page of it ends in an exception."""

from __future__ import annotations

from copy import deepcopy

import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop.content import yaml_file
from desktop.errors import ContentError
from desktop.pages import compose, panel, topics
from tests.guides import small_text

SMALL = yaml.load(small_text(), Loader=yaml.CSafeLoader)
FIELDS = {
    "operations": (
        [
            "also_called",
            "variants",
            "why",
            "before",
            "during",
            "after",
            "living",
            "uncertain",
            "nurse_notes",
            "search_words",
        ],
        (0, 1),
    ),
    "effects": (["what", "when", "how_common", "self_care", "team", "notes", "nurse_notes"], (0, 1, 2)),
    "pages": (["sections", "questions", "related", "nurse_notes", "notice"], (0, 1, 2)),
    "signs": (["action", "only"], (0, 1, 2, 3, 4)),
}
OPTIONAL = [(kind, number, key) for kind, (keys, numbers) in FIELDS.items() for number in numbers for key in keys]


@settings(max_examples=60, deadline=None)
@given(st.sets(st.sampled_from(OPTIONAL), max_size=15), st.sets(st.sampled_from(["terms", "organs", "references"])))
def test_a_guide_with_little_in_it_can_be_shown(left_out, emptied):
    raw = deepcopy(SMALL)
    for kind, number, key in left_out:
        raw[kind][number].pop(key, None)
    for kind in emptied:
        raw[kind] = []
    try:
        guide = yaml_file.read(yaml.dump(raw, Dumper=yaml.CSafeDumper, sort_keys=False).encode(), "f")
    except ContentError:
        assume(False)
    assert all(group.topics for door in (topics.by_surgery(guide), topics.by_body(guide)) for group in door)
    for topic in topics.all_ids(guide):
        for nurse in (True, False):
            assert compose.sheet(guide, topic, nurse=nurse).title
        shown = panel.panel(guide, topic)
        assert all(section.blocks() for section in shown.help)
        for group in shown.groups:
            for row in group.rows:
                assert panel.opened(guide, row.effect, shown.operation, nurse=True)
