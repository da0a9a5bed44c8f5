"""Which engine and which voice is used."""

from __future__ import annotations

from desktop.speech import choice


def test_engines_best_first_and_never_the_one_that_pretends():
    assert choice.engines(["mock", "sapi", "winrt"]) == ["winrt", "sapi"]
    assert choice.engines(["mock"]) == []


def test_the_readers_own_accent_then_any_of_the_language():
    there = ["fr_CH", "en_GB", "fr_FR", "en_US", "fr_CA", "fy_NL"]
    assert choice.locales(there, "fr") == ["fr_CA", "fr_FR", "fr_CH"]
    assert choice.locales(there, "en") == ["en_US", "en_GB"]
    assert choice.locales(["de_DE"], "fr") == []


def test_ordinary_voices_first_and_each_once():
    names = ["English (Caribbean)", "English (Caribbean)+Adam", "English (America)", "English (America)"]
    assert choice.voices(names) == ["English (America)", "English (Caribbean)"]


def test_the_chosen_voice_if_it_is_still_there():
    assert choice.chosen(["A", "B"], "B") == "B"
    assert choice.chosen(["A", "B"], "gone") == "A"
