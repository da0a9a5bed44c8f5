"""What a screen reader is told about our own widgets: a role, a name, a state and a press.

Qt knows nothing of widgets that paint themselves. Each of ours says what it is through four small
methods (``Speaks``); one factory turns that into the interface a screen reader talks to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import ref

from PySide6.QtGui import QAccessible, QAccessibleAttributesInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget
from shiboken6.Shiboken import VoidPtr

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface


class Speaks:
    """Mixed into a widget that has a role of its own. Override what differs."""

    def spoken_role(self) -> QAccessible.Role:
        """What the widget is."""
        return QAccessible.Role.Grouping

    def spoken_name(self) -> str:
        """What it is called, with the text that is seen; empty for a widget that bears its accessible name."""
        return ""

    def spoken_level(self) -> int:
        """The level of a heading, 1 at the top; 0 for anything else."""
        return 0

    def spoken_expanded(self) -> bool | None:
        """Whether something that opens in place is open; None for anything else."""
        return None

    def spoken_selected(self) -> bool | None:
        """Whether something in a list or tree is the chosen one; None for anything else."""
        return None


class _Level(QAccessibleAttributesInterface):
    """Tells the level of a heading."""

    def __init__(self, widget: Speaks) -> None:
        super().__init__()
        self._widget = ref(widget)

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return [QAccessible.Attribute.Level] if self._level() else []

    def attributeValue(self, key: QAccessible.Attribute) -> object:
        return self._level() if key == QAccessible.Attribute.Level else None

    def _level(self) -> int:
        return (self._widget() or _NOBODY).spoken_level()


_NOBODY = Speaks()
"""Answers for a widget that is gone."""
_NOTHING = VoidPtr(0)
"""A null pointer. None would not do: PySide turns it into an address that was never set, and Qt crashes there."""


class _Interface(QAccessibleWidget):
    """Passes a screen reader's questions on to the widget.

    It does not hold the widget: PySide never lets go of an interface, and a whole window would stay with it.
    """

    def __init__(self, widget: QWidget, speaks: Speaks) -> None:
        self._widget = ref(speaks)
        self._level: _Level | None = None
        super().__init__(widget, speaks.spoken_role(), "")

    @property
    def _speaks(self) -> Speaks:
        return self._widget() or _NOBODY

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        if kind == QAccessible.InterfaceType.AttributesInterface and self._speaks.spoken_level():
            self._level = self._level or _Level(self._speaks)
            return self._level
        found: object = super().interface_cast(kind)
        return _NOTHING if found is None else found

    def role(self) -> QAccessible.Role:
        return self._speaks.spoken_role()

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self._speaks.spoken_name() or super().text(kind)
        return super().text(kind)

    def state(self) -> QAccessible.State:
        state = super().state()
        expanded = self._speaks.spoken_expanded()
        if expanded is not None:
            state.expandable = True
            state.expanded = expanded
            state.collapsed = not expanded
        selected = self._speaks.spoken_selected()
        if selected is not None:
            state.selectable = True
            state.selected = selected
        widget = self.object()
        if isinstance(widget, QAbstractButton) and widget.isCheckable():
            state.checkable = True
            state.checked = widget.isChecked()
        return state

    def actionNames(self) -> list[str]:
        names = super().actionNames()
        return [self.pressAction(), *names] if isinstance(self.object(), QAbstractButton) else names

    def doAction(self, name: str) -> None:
        widget = self.object()
        if isinstance(widget, QAbstractButton) and name == self.pressAction():
            widget.click()
        else:
            super().doAction(name)


def _interface(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    return _Interface(thing, thing) if isinstance(thing, QWidget) and isinstance(thing, Speaks) else None


def install() -> None:
    """Let screen readers see our widgets as what they are. Once, before the first window."""
    QAccessible.installFactory(_interface)
