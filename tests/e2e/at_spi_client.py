"""Listens to a program as a screen reader does. Run by the system's Python inside a D-Bus session of its own.

    dbus-run-session -- /usr/bin/python3 at_spi_client.py PROGRAM [ARGUMENT…]

Starts the program, presses what is named in STEPS and prints what it was told after each step, as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from functools import partial

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version comes first

STEPS = (
    ("tree item", "Resection"),
    ("tree item", "Whipple procedure"),
    ("button", "Pancreatic fistula"),
    ("radio button", "FR, français"),
)
PATIENCE = 20.0
ROLES = {"push button": "button", "table cell": "tree item"}
"""Other words for a role: an older one of AT-SPI, and Qt's way to tell of the rows of a tree."""
PRESSES = {"press", "click"}
STATES = ("FOCUSABLE", "EXPANDABLE", "EXPANDED", "SELECTED", "CHECKED", "SHOWING")


def wait_for(what, told):
    """The first true answer, asked for again and again while events are heard."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        while GLib.MainContext.default().iteration(may_block=False):
            pass
        try:
            found = what()
        except GLib.GError:
            found = None
        if found:
            return found
        time.sleep(0.02)  # between two questions to another process
    sys.exit(f"Waited {PATIENCE} seconds in vain for {told}")


def the_window(process):
    """The window of the program, once it is on the bus."""
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(number)
        if program is not None and program.get_process_id() == process and program.get_child_count():
            return program.get_child_at_index(0)
    return None


def nodes(node):
    """Everything below a node that is not hidden, in its order."""
    states = node.get_state_set()
    if not states.contains(Atspi.StateType.VISIBLE):
        return
    role = ROLES.get(node.get_role_name(), node.get_role_name())
    yield {
        "role": role,
        "name": node.get_name(),
        "id": node.get_accessible_id() if role == "tree item" else "",
        "level": int((node.get_attributes() or {}).get("level", 0)) if role == "heading" else 0,
        "states": [each for each in STATES if states.contains(getattr(Atspi.StateType, each))],
        "node": node,
    }
    for number in range(node.get_child_count()):
        child = node.get_child_at_index(number)
        if child is not None:
            yield from nodes(child)


def press(window, role, name):
    """Do what a screen reader's user does to press something."""
    found = next(each for each in nodes(window) if each["role"] == role and each["name"].startswith(name))["node"]
    action = found.get_action_iface()
    names = [action.get_action_name(number).casefold() for number in range(action.get_n_actions())]
    action.do_action(next(number for number, each in enumerate(names) if each in PRESSES))


def told(window):
    """What can be told to another process of everything below a node."""
    window.clear_cache()
    return [{key: value for key, value in each.items() if key != "node"} for each in nodes(window)]


def changed(window, before):
    """What is told now, if that has changed and is at rest."""
    now = told(window)
    return now if now != before and now == told(window) else None


def main() -> None:
    """Start, press, print."""
    announced: list[str] = []
    listener = Atspi.EventListener.new(lambda event, *_: announced.append(str(event.any_data)))
    listener.register("object:announcement")
    program = subprocess.Popen(sys.argv[1:])  # noqa: S603 - what the test gives
    try:
        window = wait_for(lambda: the_window(program.pid), "the window")
        wait_for(lambda: any(each["role"] == "tree item" for each in nodes(window)), "the tree")
        screens = [told(window)]
        for role, name in STEPS:
            press(window, role, name)
            screens.append(wait_for(partial(changed, window, screens[-1]), f"{name} to open"))
        wait_for(lambda: announced, "an announcement")
    finally:
        program.terminate()
        program.wait()
    print(json.dumps({"screens": screens, "announced": announced}))  # noqa: T201 - the answer


main()
