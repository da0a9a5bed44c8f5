"""The guide that was read last: what is told, until when, and what a damaged file does."""

from __future__ import annotations

import json

import pytest

from desktop.kept.last_read import LastRead
from tests.guides import small


def at_level(level: str, edition: str):
    """The small guide in another edition, with its first sign at another level."""
    name, sign = next(iter(small().signs.items()))
    return small()._replace(
        edition=small().edition._replace(edition=edition),
        signs={**small().signs, name: sign._replace(level=level)},
    )


ONE, TWO, THREE = at_level("today", "1.0"), at_level("emergency", "2.0"), at_level("call_911", "3.0")


def levels(found) -> list[tuple[str, str]]:
    return [(each.level_before, each.level_now) for each in found.changed]


def test_at_the_first_start_there_is_nothing_to_tell(tmp_path):
    read = LastRead(tmp_path)
    assert not read.news(ONE)
    assert read.changes(ONE) is None
    assert [each.name for each in tmp_path.iterdir()] == ["last-read.json"]


def test_another_edition_is_told_until_the_reader_knows_it(tmp_path):
    LastRead(tmp_path).news(ONE)
    for _ in range(3):
        assert LastRead(tmp_path).news(TWO)
    read = LastRead(tmp_path)
    assert levels(read.changes(TWO)) == [("today", "emergency")]
    read.tell(TWO)
    assert not read.news(TWO)
    assert not LastRead(tmp_path).news(TWO)


def test_what_was_told_can_be_looked_up_until_the_next_edition(tmp_path):
    LastRead(tmp_path).news(ONE)
    LastRead(tmp_path).tell(TWO)
    assert levels(LastRead(tmp_path).changes(TWO)) == [("today", "emergency")]
    read = LastRead(tmp_path)
    assert read.news(THREE)
    found = read.changes(THREE)
    assert levels(found) == [("emergency", "call_911")]
    assert (found.edition_before, found.edition) == ("2.0", "3.0")


def test_editions_that_were_never_told_are_told_together(tmp_path):
    LastRead(tmp_path).news(ONE)
    LastRead(tmp_path).news(TWO)
    assert levels(LastRead(tmp_path).changes(THREE)) == [("today", "call_911")]


def test_an_edition_with_the_same_content_is_not_told_but_remembered(tmp_path):
    LastRead(tmp_path).news(ONE)
    again = ONE._replace(edition=ONE.edition._replace(edition="1.1"))
    assert not LastRead(tmp_path).news(again)
    assert LastRead(tmp_path).changes(TWO).edition_before == "1.1"


def test_content_that_changed_under_the_same_edition_is_told(tmp_path):
    LastRead(tmp_path).news(ONE)
    assert LastRead(tmp_path).news(TWO._replace(edition=ONE.edition))


def test_each_language_and_each_guide_is_compared_with_itself(tmp_path):
    LastRead(tmp_path).news(ONE)
    french = TWO._replace(edition=TWO.edition._replace(language="fr"))
    clinic = TWO._replace(edition=TWO.edition._replace(id="our-clinic"))
    assert not LastRead(tmp_path).news(french)
    assert not LastRead(tmp_path).news(clinic)
    assert LastRead(tmp_path).news(TWO)


@pytest.mark.parametrize("shape", [0, 2, None, "1"])
def test_a_file_of_another_shape_counts_as_a_first_start(tmp_path, shape):
    LastRead(tmp_path).news(ONE)
    path = tmp_path / "last-read.json"
    path.write_text(json.dumps({**json.loads(path.read_bytes()), "shape": shape}))
    assert not LastRead(tmp_path).news(TWO)
    assert LastRead(tmp_path).news(THREE)


@pytest.mark.parametrize("damage", [None, [], {}, [1, 2], [None, None], [["1.0", "", {"signs": 5}], None]], ids=repr)
def test_a_damaged_snapshot_counts_as_a_first_start(tmp_path, damage):
    LastRead(tmp_path).news(ONE)
    path = tmp_path / "last-read.json"
    kept = json.loads(path.read_bytes())
    path.write_text(json.dumps({key: damage if "/" in key else value for key, value in kept.items()}))
    assert not LastRead(tmp_path).news(TWO)
    assert LastRead(tmp_path).news(THREE)


def test_a_folder_that_cannot_be_written_tells_the_same_again_next_time(tmp_path):
    folder = tmp_path / "config"
    folder.write_text("a file where the folder should be")
    read = LastRead(folder)
    assert not read.news(ONE)
    assert read.problem
