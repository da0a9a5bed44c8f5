"""A kiosk nobody touches only looks at its clock and its screen, and one that is closed leaves nothing behind."""

from __future__ import annotations

import gc
from weakref import ref

from PySide6.QtCore import QTimer

from tests.window import accessible


def test_a_window_that_was_used_and_read_out_is_gone_once_it_is_closed(start_kiosk):
    kiosk = start_kiosk()
    kiosk.running.navigator.open("whipple")
    kiosk.window.language_requested.emit("fr")
    assert len(accessible(kiosk.window)) > 50
    kiosk.window.end_visit()
    window = ref(kiosk.window)
    del kiosk
    start_kiosk()
    gc.collect()
    assert window() is None


def test_a_window_at_rest_looks_at_the_clock_and_at_the_screen_once_a_second_and_at_nothing_else(start_kiosk, qtbot):
    window = start_kiosk(begun=False).window

    def awake() -> list[int]:
        return [timer.interval() for timer in window.findChildren(QTimer) if timer.isActive()]

    qtbot.waitUntil(lambda: awake() == [1000], timeout=20_000)  # the one for the screen belongs to the screen itself
