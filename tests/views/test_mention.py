"""A word that can be explained, before it has a place."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtWidgets import QWidget

from desktop.looks.theme import Theme
from desktop.views.parts.mention import MentionButton


def test_a_word_without_room_still_has_a_place_for_its_explanation(qapp):  # noqa: ARG001 - widgets need it
    above = QWidget()
    word = MentionButton(Theme(), above)
    word.show_word("anastomosis", "anastomosis", "brand")
    word.cover([], QRect(0, 0, 0, 0))
    assert word.line_below() == word.rect()
    word.cover([QRectF(10, 10, 50, 20)], QRect(0, 0, 400, 300))
    assert word.line_below().width() == 50
