"""A copy of the guide of one's own: read once, and read anew as soon as a character of it changes."""

from __future__ import annotations

import shutil

import pytest

from desktop import guides, paths
from desktop.content import library
from desktop.guides import Guides
from tests.guides import RESOURCES

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def own(tmp_path):
    for name in library.FILES.values():
        shutil.copy(RESOURCES / name, tmp_path)
    yield tmp_path
    shutil.rmtree(paths.cache() / "own", ignore_errors=True)


def test_second_start_needs_no_yaml(own, monkeypatch):
    guide, told = Guides(own).in_language("en")
    guides.keep_compiled(own, "en", guide, paths.cache() / "own")
    monkeypatch.setattr(library, "load", lambda *_: pytest.fail("the YAML was read again"))
    assert Guides(own).in_language("en") == (guide, told) == (guide, "")


def test_a_changed_character_is_seen_at_the_next_start(own):
    guides.keep_compiled(own, "en", Guides(own).in_language("en")[0], paths.cache() / "own")
    yaml = own / "content.yaml"
    yaml.write_text(
        yaml.read_text(encoding="utf-8").replace("\n  edition: '1.0'", "\n  edition: '1.1'"), encoding="utf-8"
    )
    assert Guides(own).in_language("en")[0].edition.edition == "1.1"


def test_a_mistake_in_it_is_told_although_it_was_right_before(own):
    guides.keep_compiled(own, "en", Guides(own).in_language("en")[0], paths.cache() / "own")
    yaml = own / "content.yaml"
    yaml.write_text(yaml.read_text(encoding="utf-8").replace("  language: en\n", "  language: xx\n"), encoding="utf-8")
    assert "content.yaml:6:" in Guides(own).in_language("en")[1]


def test_it_is_never_taken_for_the_built_in_guide(own):
    yaml = own / "content.yaml"
    yaml.write_text(
        yaml.read_text(encoding="utf-8").replace("\n  edition: '1.0'", "\n  edition: '1.1'"), encoding="utf-8"
    )
    guides.keep_compiled(own, "en", Guides(own).in_language("en")[0], paths.cache() / "own")
    assert guides.built_in("en").edition.edition == "1.0"


def test_a_language_that_is_only_yaml_is_read_before_it_is_asked_for(own, monkeypatch):
    """So that the first switch to it is as quick as the next."""
    prepared = Guides(own)
    prepared.prepare()
    monkeypatch.setattr(library, "load", lambda *_: pytest.fail("the YAML was read at the switch"))
    assert prepared.in_language("fr")[0].edition.language == "fr"


@pytest.mark.usefixtures("guide")
def test_a_compiled_language_takes_no_memory_before_it_is_asked_for(monkeypatch):
    monkeypatch.setattr(library, "load", lambda *_: pytest.fail("the YAML was read"))
    prepared = Guides(None)
    with monkeypatch.context() as patch:
        patch.setattr(library, "load_compiled", lambda *_: pytest.fail("it was read though nobody wanted it"))
        prepared.prepare()
    assert prepared.in_language("fr")[0].edition.language == "fr"
