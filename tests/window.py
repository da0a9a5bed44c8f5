"""The window as a reader meets it: found by what is seen or said, used with a real mouse and real keys.

Clicks and keys go to the window itself, as from the system, so that something hidden, covered or without the
focus does not answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.views.pane_switch import Pane
from desktop.views.parts.flow import ScrollPane
from desktop.views.parts.fold import FoldHeading
from desktop.views.parts.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleInterface

    from desktop.app import Running
    from desktop.views.main_window import MainWindow

Role = QAccessible.Role
Key = Qt.Key
Button = Qt.MouseButton
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
PLAIN = Qt.KeyboardModifier.NoModifier


# Where things are


def tree(window: MainWindow) -> QWidget:
    """The topics on the left."""
    return window.pane(Pane.TOPICS)


def page(window: MainWindow) -> QWidget:
    """The topic in the middle."""
    return window.pane(Pane.TOPIC)


def panel(window: MainWindow) -> QWidget:
    """The side effects on the right."""
    return window.pane(Pane.EFFECTS)


def scrolled(pane: QWidget) -> ScrollPane:
    """The part of a pane that scrolls; of the topics that of the door that is open."""
    if isinstance(pane, ScrollPane):
        return pane
    return next(each for each in pane.findChildren(ScrollPane) if each.isVisible())


# What is seen and said


def seen(widget: QWidget) -> str:
    """The text a widget shows; empty for one that only holds others."""
    if isinstance(widget, TextBlock):
        return widget.shown()
    return widget.plain_text() if isinstance(widget, QAbstractButton) and hasattr(widget, "plain_text") else ""


def spoken(widget: QWidget) -> str:
    """The name a screen reader gives a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def role(widget: QWidget) -> Role:
    """What a screen reader calls a widget."""
    return QAccessible.queryAccessibleInterface(widget).role()


def widgets(within: QWidget) -> list[QWidget]:
    """Every widget that is shown, in reading order; those that must be scrolled to are shown, too."""
    return [each for each in within.findChildren(QWidget) if each.isVisible()]


def texts(within: QWidget) -> list[str]:
    """Everything that is written, in reading order."""
    return [seen(each) for each in widgets(within) if seen(each)]


def spoken_with_role(within: QWidget, wanted: Role) -> list[str]:
    """The names of everything of a role, in reading order."""
    return [spoken(each) for each in widgets(within) if role(each) == wanted]


def headings(within: QWidget) -> list[str]:
    """The headings, in reading order."""
    return spoken_with_role(within, Role.Heading)


def links(within: QWidget) -> list[str]:
    """The texts of the links, in reading order."""
    return [seen(each) for each in widgets(within) if role(each) == Role.Link]


def folds(within: QWidget) -> list[FoldHeading]:
    """Everything that opens in place, in reading order."""
    return [each for each in widgets(within) if isinstance(each, FoldHeading)]


def title(window: MainWindow) -> str:
    """The title of the page."""
    return headings(page(window))[0]


def panel_subtitle(window: MainWindow) -> str:
    """What the side effects are those of: the line under their heading."""
    return texts(panel(window))[1]


def find(within: QWidget, name: str, wanted: Role | None = None) -> QWidget:
    """The one thing that is shown with this text or called by this name. Fails if there is none, or more than one."""
    shown = widgets(within)
    named = [each for each in shown if seen(each) == name] or [each for each in shown if spoken(each) == name]
    found = [each for each in named if wanted in (None, role(each))]
    pressed = [each for each in found if isinstance(each, QAbstractButton)]
    found = pressed if wanted is None and pressed else found
    assert len(found) == 1, f"{name!r}: {len(found)} found among {texts(within)}"
    return found[0]


# Mouse


def bring_into_view(widget: QWidget) -> None:
    """Scroll to a widget, as a reader would before pressing it."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, ScrollPane):
            above.ensureWidgetVisible(widget, 0, 0)
        above = above.parentWidget()


def centre(widget: QWidget) -> QPoint:
    """The middle of a widget, in its window."""
    return widget.mapTo(widget.window(), widget.rect().center())


def click(widget: QWidget, button: Button = Button.LeftButton) -> None:
    """Press a widget with the mouse. Fails if another one lies there or it cannot be seen."""
    bring_into_view(widget)
    window, point = widget.window(), centre(widget)
    met = window.childAt(point)
    assert met is widget or widget.isAncestorOf(met), f"{seen(widget)!r} is covered by {met}"
    QTest.mouseClick(window.windowHandle(), button, PLAIN, point)
    settle(window)


def press(within: QWidget, name: str, wanted: Role | None = None) -> None:
    """Press what is shown with this text."""
    click(find(within, name, wanted))


def drag(window: QWidget, start: QPoint, *stops: QPoint) -> None:
    """Press at a point of the window, move on, and let go at the last one."""
    handle = window.windowHandle()
    QTest.mousePress(handle, Button.LeftButton, PLAIN, start)
    for stop in stops:
        QTest.mouseMove(handle, stop)
    QTest.mouseRelease(handle, Button.LeftButton, PLAIN, stops[-1])
    settle(window)


# Keyboard


def key(window: QWidget, pressed: Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    """Press a key."""
    QTest.keyClick(window.windowHandle(), pressed, held)
    settle(window)


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def key_until(window: QWidget, pressed: Key, name: str, most: int = 120) -> None:
    """Press a key until something of this text has the focus."""
    for _ in range(most):
        if seen(focused()) == name:
            return
        key(window, pressed)
    msg = f"{most} times {pressed.name} do not lead to {name!r}"
    raise AssertionError(msg)


def tab_stops(window: QWidget, pressed: Key = Key.Key_Tab) -> list[QWidget]:
    """What Tab leads to, once round, beginning with the first stop after where the focus is now."""
    stops: list[QWidget] = []
    for _ in range(len(widgets(window))):
        key(window, pressed)
        if focused() in stops:
            assert focused() is stops[0], f"Tab turns back to {spoken(focused())!r} half-way"
            return stops
        stops.append(focused())
    msg = "Tab never comes round"
    raise AssertionError(msg)


# Time


def settle(window: QWidget) -> None:
    """Let the program do what it has begun, the parts of a page that come a moment later too."""
    QApplication.processEvents()
    complete = getattr(window, "complete", None)
    if complete is not None:
        complete()
        QApplication.processEvents()


def show(running: Running, topic: str) -> None:
    """Open a topic by its id, where the way to it is not what is tested."""
    running.navigator.open(topic)
    settle(running.window)


# Speech


class Node(NamedTuple):
    """One thing as a screen reader is told it."""

    depth: int
    role: Role
    name: str
    level: int
    states: frozenset[str]
    rect: QRect
    widget: QWidget | None

    @property
    def focusable(self) -> bool:
        return "focusable" in self.states


_STATES = (
    "focusable",
    "focused",
    "expandable",
    "expanded",
    "collapsed",
    "selectable",
    "selected",
    "checkable",
    "checked",
)


def accessible(within: QWidget) -> list[Node]:
    """Everything a screen reader is told, in its order, without what is hidden."""
    return list(_nodes(QAccessible.queryAccessibleInterface(within), 0))


def level(interface: QAccessibleInterface) -> int:
    """The level of a heading as a screen reader is told it; 0 if it is told none."""
    attributes = interface.attributesInterface()
    told = attributes.attributeValue(QAccessible.Attribute.Level) if attributes else None
    return int(told) if told else 0


def _nodes(interface: QAccessibleInterface, depth: int) -> Iterator[Node]:
    state = interface.state()
    if not interface.isValid() or state.invisible:
        return
    states = frozenset(name for name in _STATES if getattr(state, name))
    widget = interface.object()
    name = interface.text(QAccessible.Text.Name)
    yield Node(
        depth,
        interface.role(),
        name,
        level(interface),
        states,
        interface.rect(),
        widget if isinstance(widget, QWidget) else None,
    )
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None:
            yield from _nodes(child, depth + 1)


# Pixels


def rect_in(widget: QWidget, above: QWidget) -> QRect:
    """Where a widget lies in one above it."""
    return QRect(widget.mapTo(above, QPoint(0, 0)), widget.size())


def picture(widget: QWidget, part: QRect | None = None) -> QImage:
    """A widget, or a part of it, as it is painted."""
    return (widget.grab(part) if part else widget.grab()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def pixels(image: QImage) -> memoryview:
    """The pixels of a picture row by row, each 0xAARRGGBB."""
    return memoryview(bytes(image.constBits())).cast("I")


def luminance(pixel: int) -> float:
    """The relative luminance of a pixel (WCAG)."""
    shares = [((pixel >> shift) & 255) / 255 for shift in (16, 8, 0)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: int, other: int) -> float:
    """The contrast of two pixels (WCAG), 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
