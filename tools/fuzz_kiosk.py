"""Tries to get out of the kiosk through a real X server: ``make fuzz-kiosk``.

The whole program is started as a clinic starts it. Keys, clicks, wheels and drags come from the X server (XTEST), as
from real devices; requests to close, shrink and move the window as from a window manager. After every few events the
window must answer, be the only one, and fill the screen. At the end the same window must still live, nothing must have
failed inside, and no file may have been opened for writing outside the places that docs/kiosk.md names.

``--twin`` runs a window with a fault instead, which must be caught (tests/e2e/test_fuzz_kiosk.py).
"""

from __future__ import annotations

import argparse
import ctypes
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from ctypes import POINTER, byref, c_char_p, c_int, c_long, c_uint, c_ulong, c_void_p
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from desktop.session import pin  # noqa: E402 - of this checkout

WIDTH, HEIGHT = 1920, 1080
PIN = "602214"
CHECK_EVERY = 40
PATIENCE = 6.0
"""Seconds in which the window must answer, and be back over the whole screen. A hang is ended after 8."""

CTRL, ALT, SHIFT, META = "Control_L", "Alt_L", "Shift_L", "Super_L"
KNOWN = [
    *([ALT, key] for key in ("F4", "F1", "F2", "F7", "F8", "F9", "F10", "Tab", "Escape", "space", "Return", "Left")),
    *([CTRL, key] for key in ("q", "w", "p", "s", "o", "n", "t", "f", "h", "j", "l", "a", "c", "v", "x", "z", "plus",
                              "minus", "0", "F4", "Escape", "Tab", "Insert", "Home")),
    *([CTRL, SHIFT, key] for key in ("Escape", "i", "j", "n", "t", "q", "Delete")),
    *([CTRL, ALT, key] for key in ("Delete", "t", "BackSpace", "F1", "F7", "Left", "l")),
    *([META, key] for key in ("d", "r", "e", "l", "Tab", "m", "p", "Up")),
    *([SHIFT, key] for key in ("F10", "F1", "Delete")),
    *([key] for key in ("F1", "F3", "F5", "F6", "F10", "F11", "F12", "Menu", "Print", "Help", "Super_L", "Escape")),
    [SHIFT] * 5,
]  # fmt: skip
"""Key combinations that leave other kiosks, from collections of such ways out."""

OPENBOX = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
<desktops><number>1</number></desktops>
<keyboard>
<keybind key="A-F4"><action name="Close"/></keybind>
<keybind key="A-F9"><action name="Iconify"/></keybind>
<keybind key="A-F10"><action name="ToggleMaximize"/></keybind>
<keybind key="F11"><action name="ToggleFullscreen"/></keybind>
<keybind key="A-Escape"><action name="Lower"/></keybind>
</keyboard>
<mouse><context name="Frame">
<mousebind button="A-Left" action="Drag"><action name="Move"/></mousebind>
<mousebind button="A-Right" action="Drag"><action name="Resize"/></mousebind>
</context></mouse>
</openbox_config>
"""
"""A window manager that offers every way to close, hide, shrink and move a window."""

TWINS = {
    "close": "pass",
    "menu": "QLineEdit(window).resize(1920, 1080)",
    "shrink": "window.mousePressEvent = lambda event: window.resize(900, 700)",
    "file": "window.mousePressEvent = lambda event: open('left-behind.txt', 'w').close()",
    "hang": "def stuck(_event):\n    while True: pass\nwindow.mousePressEvent = stuck",
    "fault": "window.mousePressEvent = lambda event: 1 / 0",
}
_TWIN = """
import sys, time
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
app = QApplication([])
class Window(QWidget):
    def closeEvent(self, event):
        event.setAccepted({name!r} == "close")
window = Window()
{fault}
window.showFullScreen()
window.setGeometry(app.primaryScreen().geometry())
app.exec()
"""

_WRITES = re.compile(r'(?:openat?|creat)\((?:AT_FDCWD, )?"([^"]+)", [^)]*(?:O_WRONLY|O_RDWR|O_CREAT)')
_MAKES = re.compile(r'(?:rename|renameat2?|mkdir|mkdirat|symlink|link)\(.*"([^"]+)"')


class Escaped(Exception):  # noqa: N818 - what has happened, not an error
    """The kiosk was left, or something else went wrong. Says what."""


class Screen:
    """An X server of our own, and a connection to it that can press and look."""

    def __init__(self, folder: Path, manager: str) -> None:
        reading, writing = os.pipe()
        words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"]
        quiet = subprocess.DEVNULL
        self.processes = [subprocess.Popen(words, pass_fds=[writing], stdout=quiet, stderr=quiet)]
        os.close(writing)
        with os.fdopen(reading) as number:
            self.name = f":{number.readline().strip()}"
        self._x, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._declare()
        self._display = self._x.XOpenDisplay(self.name.encode())
        self._root = self._x.XDefaultRootWindow(self._display)
        if manager != "none":
            config = folder / "rc.xml"
            config.write_text(OPENBOX, "utf-8")
            surroundings = os.environ | {"DISPLAY": self.name}
            self.processes.append(
                subprocess.Popen([manager, "--config-file", str(config)], env=surroundings, stdout=quiet, stderr=quiet)
            )

    def _declare(self) -> None:
        x = self._x
        x.XOpenDisplay.restype = x.XDefaultRootWindow.restype = c_void_p
        x.XDefaultRootWindow.argtypes, x.XSync.argtypes = [c_void_p], [c_void_p, c_int]
        x.XDefaultRootWindow.restype = c_ulong
        x.XStringToKeysym.argtypes, x.XStringToKeysym.restype = [c_char_p], c_ulong
        x.XKeysymToKeycode.argtypes, x.XKeysymToKeycode.restype = [c_void_p, c_ulong], ctypes.c_ubyte
        x.XInternAtom.argtypes, x.XInternAtom.restype = [c_void_p, c_char_p, c_int], c_ulong
        x.XSendEvent.argtypes = [c_void_p, c_ulong, c_int, c_long, c_void_p]
        x.XQueryTree.argtypes = [c_void_p, c_ulong, *[POINTER(c_ulong)] * 2, POINTER(POINTER(c_ulong)), POINTER(c_uint)]
        x.XGetWindowProperty.argtypes = [
            c_void_p, c_ulong, c_ulong, c_long, c_long, c_int, c_ulong,
            POINTER(c_ulong), POINTER(c_int), POINTER(c_ulong), POINTER(c_ulong), POINTER(POINTER(c_ulong)),
        ]  # fmt: skip
        x.XGetWindowAttributes.argtypes = [c_void_p, c_ulong, c_void_p]
        x.XFree.argtypes = [c_void_p]
        self._handler = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)(lambda *_: 0)  # windows may go while we look
        x.XSetErrorHandler(self._handler)
        test = self._test
        test.XTestFakeKeyEvent.argtypes = test.XTestFakeButtonEvent.argtypes = [c_void_p, c_uint, c_int, c_ulong]
        test.XTestFakeMotionEvent.argtypes = [c_void_p, c_int, c_int, c_int, c_ulong]

    # Pressing

    def code(self, key: str) -> int:
        """The code of a key by its name."""
        return self._x.XKeysymToKeycode(self._display, self._x.XStringToKeysym(key.encode()))

    def press(self, *codes: int) -> None:
        """Press keys together and let them go."""
        for code in codes:
            self._test.XTestFakeKeyEvent(self._display, code, 1, 0)
        for code in reversed(codes):
            self._test.XTestFakeKeyEvent(self._display, code, 0, 0)

    def click(self, button: int, *places: tuple[int, int]) -> None:
        """Press a button at the first place, move through the others, let go at the last."""
        self._test.XTestFakeMotionEvent(self._display, 0, *places[0], 0)
        self._test.XTestFakeButtonEvent(self._display, button, 1, 0)
        for place in places[1:]:
            self._test.XTestFakeMotionEvent(self._display, 0, *place, 0)
        self._test.XTestFakeButtonEvent(self._display, button, 0, 0)

    def ask(self, window: int, kind: str, *values: int) -> None:
        """Send a window a message, as window managers do."""
        message = self._message(window, kind, *values)
        self._x.XSendEvent(self._display, window, 0, 0, message)
        self._x.XSync(self._display, 0)

    def ask_manager(self, window: int, kind: str, *values: int) -> None:
        """Ask the window manager something about a window, as task bars do."""
        message = self._message(window, kind, *values)
        self._x.XSendEvent(self._display, self._root, 0, (1 << 19) | (1 << 20), message)
        self._x.XSync(self._display, 0)

    def atom(self, name: str) -> int:
        """The number of a name."""
        return self._x.XInternAtom(self._display, name.encode(), 0)

    def _message(self, window: int, kind: str, *values: int) -> ctypes.Array[c_long]:
        message = (c_long * 24)()
        message[0], message[4], message[5], message[6] = 33, window, self.atom(kind), 32
        for number, value in enumerate(values):
            message[7 + number] = value
        return message

    # Looking

    def windows(self) -> list[tuple[int, tuple[int, ...]]]:
        """Everything that can be seen on the screen, the lowest first, with its place: x, y, width, height."""
        root, parent, count = c_ulong(), c_ulong(), c_uint()
        children = POINTER(c_ulong)()
        self._x.XQueryTree(self._display, self._root, byref(root), byref(parent), byref(children), byref(count))
        found = [(children[number], self._place(children[number])) for number in range(count.value)]
        if count.value:
            self._x.XFree(children)
        return [(window, place) for window, place in found if place]

    def _place(self, window: int) -> tuple[int, ...]:
        """Where a window is; empty if nothing of it is on the screen."""
        told = (c_int * 64)()
        there = self._x.XGetWindowAttributes(self._display, window, told)
        drawn, shown = told[10] == 1, told[23] == 2  # noqa: PLR2004 - its class and the state of its mapping
        x, y, width, height = told[:4]
        on_screen = x < WIDTH and y < HEIGHT and x + width > 0 and y + height > 0
        return (x, y, width, height) if there and drawn and shown and on_screen else ()

    def clients(self) -> list[int]:
        """The windows that a window manager knows; without one those on the screen."""
        if len(self.processes) == 1:
            return [window for window, _ in self.windows()]
        return self.numbers(self._root, "_NET_CLIENT_LIST")

    def numbers(self, window: int, name: str) -> list[int]:
        """A property of a window that holds numbers."""
        kind, form, count, rest, data = c_ulong(), c_int(), c_ulong(), c_ulong(), POINTER(c_ulong)()
        out = [byref(each) for each in (kind, form, count, rest, data)]
        self._x.XGetWindowProperty(self._display, window, self.atom(name), 0, 64, 0, 0, *out)
        found = [data[number] for number in range(count.value)]
        if found:
            self._x.XFree(data)
        return found

    def flush(self) -> None:
        """Let the server carry out everything that was asked for."""
        self._x.XSync(self._display, 0)

    def close(self) -> None:
        """End what was started."""
        for process in reversed(self.processes):
            process.terminate()
            process.wait()


class Kiosk:
    """The program on such a screen, in a home of its own."""

    def __init__(self, screen: Screen, folder: Path, twin: str) -> None:
        self.home, self._trace, self._errors = folder / "home", folder / "trace", folder / "errors"
        (self.home / "run").mkdir(parents=True)
        policy = folder / "policy.toml"
        policy.write_text(f'profile = "kiosk"\n[staff]\npin = "{pin.hashed(PIN)}"\n', "utf-8")
        program = [sys.executable, "-m", "desktop", "--policy", str(policy)]
        if twin:
            script = folder / "twin.py"
            script.write_text(_TWIN.format(name=twin, fault=TWINS[twin]), "utf-8")
            program = [sys.executable, str(script)]
        calls = "open,openat,creat,rename,renameat,renameat2,mkdir,mkdirat,symlink,link"
        tracer = ["strace", "-f", "-qq", "--seccomp-bpf", "-e", f"trace={calls}", "-e", "signal=none"]
        tracing = [*tracer, "-o", str(self._trace)] if shutil.which("strace") else []
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "QT_", "DBUS_"))}
        home = str(self.home)
        own = {"HOME": home, "XDG_RUNTIME_DIR": f"{home}/run", "DISPLAY": screen.name, "PYTHONDONTWRITEBYTECODE": "1"}
        with self._errors.open("wb") as errors:
            self.process = subprocess.Popen(
                [*tracing, *program],
                cwd=self.home if twin else ROOT,
                env=kept | own,
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors, start_new_session=True,
            )  # fmt: skip

    def told(self) -> str:
        """What the program has written for whoever looks after it."""
        return self._errors.read_text("utf-8", "replace")

    def strange_files(self) -> list[str]:
        """What was opened for writing, or made, at a place where it may not be."""
        allowed = (f"{self.home}/.cache/", f"{self.home}/run/", f"{self.home}/.config/net-surgery-guide", "/dev/")
        calls = self._trace.read_text("utf-8", "replace").splitlines() if self._trace.exists() else []
        calls = [call for call in calls if " = -1 " not in call]
        written = [found[1] for call in calls if (found := _WRITES.search(call) or _MAKES.search(call))]
        written += [str(path) for path in self.home.rglob("*") if path.is_file()]
        folders = {f"{self.home}/.cache", f"{self.home}/.config"}
        return sorted({path for path in written if not path.startswith(allowed) and path not in folders})

    def close(self) -> None:
        """End it, with whatever it has started."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def rests(process: int) -> bool:
    """Whether a process has used no time for a moment: it is done with all that was pressed. One that is gone rests."""
    seen = set()
    for _ in range(4):
        try:
            fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
        except OSError:
            return True
        seen.add((fields[0] == "S", fields[11], fields[12]))
        time.sleep(0.006)
    return len(seen) == 1 and seen.pop()[0]


class Fuzz:
    """Presses, asks and looks."""

    def __init__(self, screen: Screen, kiosk: Kiosk, seed: int, patience: float) -> None:
        self._screen, self._kiosk, self._patience = screen, kiosk, patience
        self._chance = random.Random(seed)  # noqa: S311 - the same events for the same seed
        self._window = self._process = 0
        self.events = 0

    def wait_for_window(self) -> None:
        """Until the program is on the screen. Raises Escaped if it never is."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            time.sleep(0.5)
            if self._screen.clients() and not self._wrong():
                self._window = self._screen.clients()[0]
                self._process = self._screen.numbers(self._window, "_NET_WM_PID")[0]
                self.look()
                return
        raise Escaped(f"no window fills the screen: {self._wrong()}; {self._kiosk.told()}")

    def known(self) -> None:
        """Every combination of keys that leaves other kiosks, and every request of a window manager."""
        for keys in KNOWN:
            self._screen.press(*(self._screen.code(key) for key in keys))
            self.events += 1
            self.look()
        for ask in self._requests():
            ask()
            self.events += 1
            self.look()

    def at_random(self, number: int) -> None:
        """So many random events. Raises Escaped."""
        for count in range(1, number + 1):
            self._one()
            self.events += 1
            if count % CHECK_EVERY == 0 or count == number:
                self.look()

    def look(self) -> None:
        """Raise Escaped unless the window is done with everything, the only one, and fills the screen, in a moment."""
        self._screen.flush()
        end = time.monotonic() + self._patience
        while not rests(self._process):
            if time.monotonic() > end:
                raise Escaped(f"the window does not come to rest: {self._wrong() or 'it is there'}")
        while wrong := self._wrong():
            if time.monotonic() > end:
                raise Escaped(wrong)
            time.sleep(0.1)

    def _wrong(self) -> str:
        """What is not as it should be on the screen; empty if nothing is."""
        if self._kiosk.process.poll() is not None:
            return f"the program has ended with {self._kiosk.process.returncode}"
        clients, windows = self._screen.clients(), self._screen.windows()
        if len(clients) != 1 or len(windows) != 1:
            return f"{len(windows)} windows are on the screen: {windows}"
        if self._window and self._screen.numbers(clients[0], "_NET_WM_PID") != [self._process]:
            return "another window is in its place"
        [(_, (x, y, width, height))] = windows
        whole = x <= 0 and y <= 0 and x + width >= WIDTH and y + height >= HEIGHT
        return "" if whole else f"the window does not fill the screen: {windows}"

    def _one(self) -> None:
        chance, screen = self._chance, self._screen
        kind = chance.random()
        if kind < 0.45:  # noqa: PLR2004 - shares of the kinds of events
            screen.click(chance.choice([1] * 12 + [2, 3, 8, 9]), self._anywhere())
        elif kind < 0.55:  # noqa: PLR2004
            screen.click(chance.choice((1, 1, 1, 3)), *(self._anywhere() for _ in range(chance.randrange(2, 7))))
        elif kind < 0.65:  # noqa: PLR2004
            screen.click(chance.choice((4, 5, 6, 7)), self._anywhere())
        elif kind < 0.67:  # noqa: PLR2004
            for _ in range(5):
                screen.click(1, (chance.randrange(96), chance.randrange(96)))
        elif kind < 0.98:  # noqa: PLR2004
            held = [screen.code(key) for key in (CTRL, ALT, SHIFT, META) if chance.random() < 0.25]  # noqa: PLR2004
            screen.press(*held, chance.randrange(9, 256))
        else:
            chance.choice(self._requests())()

    def _anywhere(self) -> tuple[int, int]:
        edge = self._chance.random()
        x, y = self._chance.randrange(WIDTH), self._chance.randrange(HEIGHT)
        return (self._chance.choice((0, WIDTH - 1)), y) if edge < 0.05 else (x, y)  # noqa: PLR2004 - swipes begin there

    def _requests(self) -> list[Callable[[], None]]:
        screen, window = self._screen, self._window
        state, full = "_NET_WM_STATE", screen.atom("_NET_WM_STATE_FULLSCREEN")
        return [
            lambda: screen.ask(window, "WM_PROTOCOLS", screen.atom("WM_DELETE_WINDOW"), 0),
            lambda: screen.ask_manager(window, "_NET_CLOSE_WINDOW", 0, 2),
            lambda: screen.ask_manager(window, state, 0, full, 0, 2),
            lambda: screen.ask_manager(window, "WM_CHANGE_STATE", 3),
            lambda: screen.ask_manager(window, "_NET_MOVERESIZE_WINDOW", 0xF00, 50, 60, 400, 300),
        ]


def attempt(events: int, seed: int, manager: str, twin: str, patience: float) -> str:
    """One kiosk, so many events; what went wrong, or nothing."""
    with tempfile.TemporaryDirectory(prefix="fuzz-kiosk-") as name:
        folder = Path(name)
        screen = Screen(folder, manager)
        kiosk = Kiosk(screen, folder, twin)
        fuzz = Fuzz(screen, kiosk, seed, patience)
        try:
            fuzz.wait_for_window()
            fuzz.known()
            fuzz.at_random(events)
        except Escaped as escaped:
            return f"after {fuzz.events} events: {escaped}\n{kiosk.told()}"
        finally:
            kiosk.close()
            screen.close()
        told, files = kiosk.told(), kiosk.strange_files()
        if "Error" in told or "started again" in told or "ended" in told:
            return f"something failed inside:\n{told}"
        return f"written where it may not be: {files}" if files else ""


def main() -> int:
    """Try; 1 if there is a way out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    parser.add_argument("--manager", choices=("none", "openbox"), default="none")
    parser.add_argument("--patience", type=float, default=PATIENCE, help="seconds to become what it should be")
    parser.add_argument("--twin", choices=TWINS, default="", help="a window with this fault instead of the kiosk")
    chosen = parser.parse_args()
    began = time.monotonic()
    wrong = attempt(chosen.events, chosen.seed, chosen.manager, chosen.twin, chosen.patience)
    how = f"{chosen.events} random events, seed {chosen.seed}, window manager {chosen.manager}"
    files = "" if shutil.which("strace") else "; files were not watched: strace is not installed"
    print(f"{how}: {wrong or 'no way out'} ({time.monotonic() - began:.0f} s{files})")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
