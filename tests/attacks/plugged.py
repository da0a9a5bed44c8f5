"""A second screen is unplugged while the window is on it, and plugged in again, at a real X server (Xvfb).

`python -m tests.attacks.plugged CYCLES FOLDER [--twin]` prints a JSON list of what went wrong: a window that is on no
screen some seconds later, or that does not show its topic. ``--twin`` leaves out what brings it back.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from ctypes import CDLL, POINTER, Structure, byref, c_char_p, c_int, c_ulong, c_void_p
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtTest import QTest

from desktop.app import build
from desktop.options import WindowOptions
from desktop.views import on_screen
from tests.attacks.programs import quit_now
from tests.window import page, settle, texts

_PATIENCE_MS, _STEP_MS = 5_000, 50
_FIRST, _SECOND = QRect(0, 0, 1600, 1200), QRect(1600, 0, 1400, 1000)


class _Resources(Structure):
    _fields_ = [("timestamp", c_ulong), ("configured", c_ulong), ("crtcs", c_int), ("crtc", c_void_p),
                ("count", c_int), ("outputs", POINTER(c_ulong))]  # fmt: skip


class _Monitor(Structure):
    _fields_ = [("name", c_ulong), ("primary", c_int), ("automatic", c_int), ("count", c_int),
                *[(name, c_int) for name in ("x", "y", "width", "height", "millimetres", "high")],
                ("outputs", POINTER(c_ulong))]  # fmt: skip


class Desk:
    """An X server with two screens, the second of which can be unplugged."""

    def __init__(self) -> None:
        reading, writing = os.pipe()
        words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "3000x1200x24", "-nolisten", "tcp", "-noreset"]
        self.server = subprocess.Popen(words, pass_fds=[writing], stderr=subprocess.DEVNULL)  # noqa: S603 - our words
        os.close(writing)
        with os.fdopen(reading) as number:
            self.name = f":{number.readline().strip()}"
        self._x, self._randr = CDLL("libX11.so.6"), CDLL("libXrandr.so.2")
        self._x.XOpenDisplay.restype, self._x.XOpenDisplay.argtypes = c_void_p, [c_char_p]
        self._x.XDefaultRootWindow.restype, self._x.XDefaultRootWindow.argtypes = c_ulong, [c_void_p]
        self._x.XInternAtom.restype, self._x.XInternAtom.argtypes = c_ulong, [c_void_p, c_char_p, c_int]
        self._x.XSync.argtypes = [c_void_p, c_int]
        self._randr.XRRGetScreenResourcesCurrent.restype = POINTER(_Resources)
        self._randr.XRRGetScreenResourcesCurrent.argtypes = [c_void_p, c_ulong]
        self._randr.XRRSetMonitor.argtypes = [c_void_p, c_ulong, c_void_p]
        self._randr.XRRDeleteMonitor.argtypes = [c_void_p, c_ulong, c_ulong]
        self._display = self._x.XOpenDisplay(self.name.encode())
        self._root = self._x.XDefaultRootWindow(self._display)
        self._output = self._randr.XRRGetScreenResourcesCurrent(self._display, self._root).contents.outputs
        self._set(b"first", _FIRST, 1)
        self.plug()

    def plug(self) -> None:
        """Plug the second screen in."""
        self._set(b"second", _SECOND, 0)

    def unplug(self) -> None:
        """Pull it out."""
        self._randr.XRRDeleteMonitor(self._display, self._root, self._x.XInternAtom(self._display, b"second", 0))
        self._x.XSync(self._display, 0)

    def _set(self, name: bytes, rect: QRect, outputs: int) -> None:
        atom = self._x.XInternAtom(self._display, name, 0)
        monitor = _Monitor(atom, outputs, 0, outputs, *rect.getRect(), 300, 200, self._output)  # type: ignore[misc]
        self._randr.XRRSetMonitor(self._display, self._root, byref(monitor))
        self._x.XSync(self._display, 0)


def main() -> None:
    """Pull and plug so often, and tell."""
    cycles, folder, *twin = sys.argv[1:]
    desk = Desk()
    os.environ |= {"DISPLAY": desk.name, "QT_QPA_PLATFORM": "xcb"}
    if twin:
        on_screen.OnScreen._look = lambda _: None  # type: ignore[method-assign] # noqa: SLF001 - this is the mistake
    running = build(WindowOptions(topic="whipple", language="en"), Path(folder), text_size=1.0)
    running.show()
    settle(running.window)
    window, screens = running.window, running.application.screens
    found: list[str] = []

    def waited(what: str, happened) -> None:
        for _ in range(_PATIENCE_MS // _STEP_MS):
            if happened():
                return
            QTest.qWait(_STEP_MS)
        found.append(
            f"{what}: {window.frameGeometry().getRect()} on {[each.geometry().getRect() for each in screens()]}"
        )

    for cycle in range(int(cycles)):
        waited(f"{cycle}: two screens", lambda: len(screens()) == 2)
        window.move(_SECOND.topLeft() + window.rect().center() / 8)
        waited(f"{cycle}: on the second", lambda: _SECOND.contains(window.frameGeometry().center()))
        desk.unplug()
        waited(f"{cycle}: unplugged", lambda: len(screens()) == 1)
        waited(f"{cycle}: back", lambda: _FIRST.contains(window.frameGeometry()))
        if "Whipple procedure" not in texts(page(window)):
            found.append(f"{cycle}: the page is {texts(page(window))[:1]}")
        desk.plug()
        if found:
            break
    print(json.dumps(found))
    desk.server.terminate()
    quit_now(0)


if __name__ == "__main__":
    main()
