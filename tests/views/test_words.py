"""Text as it is laid out."""

from __future__ import annotations

import pytest

from desktop.looks.theme import Style, Theme
from desktop.views.parts.words import Words


@pytest.mark.usefixtures("qapp")
def test_a_new_line_begins_a_line():
    words = Words()
    words.show(Theme(), "Weeks", Style.SMALL, "ink")
    one = words.lay_out(1000, mirrored=False)
    words.show(Theme(), "Weeks\nOnly after: Alpha", Style.SMALL, "ink")
    assert words.lay_out(1000, mirrored=False) == 2 * one
