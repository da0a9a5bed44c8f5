"""What a phone reads from the code is the text, whole signs only, and small enough to be read from half a metre."""

from __future__ import annotations

import pytest
import zxingcpp

from desktop.handout import phone
from desktop.pages import topics
from tests.guides import shipped

LANGUAGES = ("en", "fr")


def scanned(code: phone.Code, pixels: int = 4) -> str:
    """What an independent reader finds in a picture of the code."""
    margin = phone.QUIET_MODULES
    side = (len(code.modules) + 2 * margin) * pixels
    picture = bytearray(b"\xff" * side * side)
    for y, row in enumerate(code.modules, start=margin):
        for x, dark in enumerate(row, start=margin):
            if dark:
                for line in range(y * pixels, (y + 1) * pixels):
                    picture[line * side + x * pixels : line * side + (x + 1) * pixels] = bytes(pixels)
    image = memoryview(bytes(picture)).cast("B", (side, side))
    (found,) = zxingcpp.read_barcodes(image, text_mode=zxingcpp.TextMode.Plain)
    return found.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_fits_and_is_read(language):
    guide = shipped(language)
    for topic in topics.all_ids(guide):
        text = phone.text(guide, topic)
        code = phone.code(text)
        assert code.version <= phone.MOST_VERSION
        if topic in guide.operations or topic in list(guide.effects)[:5]:
            assert scanned(code) == text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("operation", list(shipped().operations))
def test_signs_are_whole_and_the_worst_come_first(language, operation):
    guide = shipped(language)
    name, *lines = phone.text(guide, operation).split("\n")
    assert name == guide.operations[operation].name
    assert lines[-2:] == [guide.paper["more_in_handout"], guide.words["disclaimer"]]
    signs = [line.removeprefix("- ") for line in lines if line.startswith("- ")]
    assert signs
    known = [sign for sign in guide.signs.values() if any(told.startswith(sign.text) for told in signs)]
    assert {sign.level for sign in known} <= {"call_911", "emergency"}
    for told in signs:
        sign = next(sign for sign in guide.signs.values() if told.startswith(sign.text))
        assert sign.action.rstrip(".") in told
    assert not lines[-3].endswith(":"), "a level is named without a sign"


def test_a_short_text_is_not_said_to_be_shortened():
    guide = shipped()
    assert guide.paper["more_in_handout"] not in phone.text(guide, "about-surgery")


def test_the_second_code_is_the_publishers_address():
    guide = shipped()
    address = phone.publisher(guide)
    assert address.startswith("https://cancer.ca/")
    assert scanned(phone.code(address)) == address
