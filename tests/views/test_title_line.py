"""The title of a topic never breaks a word to make room for the buttons beside it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF

from desktop.looks.theme import STEPS, Style, Theme
from desktop.views.parts.buttons import Chip
from desktop.views.parts.text_block import TextBlock
from desktop.views.parts.title_line import TitleLine


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("text", ["Opération de Whipple (pancréatoduodénectomie)", "Pain"])
def test_a_word_is_whole_wherever_it_fits_the_page(qapp, step, text):  # noqa: ARG001 - fonts need the application
    theme = Theme(step=step)
    title = TextBlock(theme)
    title.show_text(text, Style.TITLE, level=1)
    button = Chip(theme, "Add to my list")
    line = TitleLine(theme, title, [button])
    longest = max(map(QFontMetricsF(theme.font(Style.TITLE)).horizontalAdvance, text.split()))
    placed = set()
    for width in range(int(longest) + 1, 1400, 7):
        line.height_for(width)
        assert title.width() >= longest
        assert not title.geometry().intersects(button.geometry())
        placed.add(button.y() > title.y())
    assert placed == {True, False}, "under the title where there is little room, else beside it"
