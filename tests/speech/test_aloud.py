"""What a voice would stumble over is put into words; everything else stays as it is written."""

from __future__ import annotations

import pytest

from desktop.speech.aloud import aloud


@pytest.mark.parametrize(
    ("written", "english", "french"),
    [
        ("Call 911 now.", "Call 9 1 1 now.", "Call 9 1 1 now."),
        ("(811)", "(8 1 1)", "(8 1 1)"),
        ("911", "9 1 1", "9 1 1"),
        ("38 °C or more", "38 degrees Celsius or more", "38 degrés Celsius or more"),
        ("38,5\u00a0°C", "38,5 degrees Celsius", "38,5 degrés Celsius"),
        ("5–10", "5 to 10", "5 à 10"),
        ("First days · Weeks", "First days, Weeks", "First days, Weeks"),
        ("NET\u2028A tumour", "NET: A tumour", "NET: A tumour"),
        ("Où\u00a0: ici", "Où : ici", "Où : ici"),
        (
            "Society. 2025. https://cancer.ca/en/treatments/surgery (Read in 2026.)",
            "Society. 2025. cancer.ca (Read in 2026.)",
            "Society. 2025. cancer.ca (Read in 2026.)",
        ),
        ("See https://www.nhs.uk/a-b.", "See nhs.uk.", "See nhs.uk."),
    ],
)
def test_is_put_into_words(written, english, french):
    assert (aloud(written, "en"), aloud(written, "fr")) == (english, french)


@pytest.mark.parametrize("text", ["In 1911 and 9110", "9.11", "NETs", "1 to 2 weeks", "a well-known site", "B12"])
def test_is_left_alone(text):
    assert aloud(text, "en") == text
