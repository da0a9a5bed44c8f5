"""A kiosk that is closed, as a staff member may, leaves nothing behind."""

from __future__ import annotations

import gc
from weakref import ref

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
