"""Where the keyboard goes next: from stop to stop in reading order, and from pane to pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.views.parts.flow import bring_into_view

if TYPE_CHECKING:
    from collections.abc import Sequence


def go_to_next_stop(within: QWidget, *, forward: bool) -> bool:
    """Tab goes on in reading order; Qt would go in the order in which the widgets were made. False without a stop.

    ``within`` is a window, or what lies over all of it.
    """
    every = within.findChildren(QWidget)
    stops = [each for each in every if _takes_keys(each) and each.window() is within.window()]
    if not stops:
        return False
    target = stops[_beside(stops, QApplication.focusWidget(), every, forward=forward)]
    reason = QtCore.Qt.FocusReason
    target.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
    bring_into_view(target)
    return True


def go_to_next_pane(panes: Sequence[QWidget]) -> None:
    """Put the keyboard on the first stop of the pane after the one it is in."""
    focus = QApplication.focusWidget()
    here = next((number for number, widget in enumerate(panes) if focus and widget.isAncestorOf(focus)), -1)
    target = panes[(here + 1) % len(panes)]
    first = next((each for each in target.findChildren(QWidget) if _takes_keys(each)), None)
    if first is not None:
        first.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        bring_into_view(first)


def _beside(stops: list[QWidget], focus: QWidget | None, every: list[QWidget], *, forward: bool) -> int:
    """The number of the stop after, or before, what has the keyboard, which need not be a stop itself."""
    if focus in stops:
        return (stops.index(focus) + (1 if forward else -1)) % len(stops)
    if focus not in every:
        return 0 if forward else len(stops) - 1
    here = every.index(focus)
    before = sum(1 for stop in stops if every.index(stop) < here)
    return (before if forward else before - 1) % len(stops)


def _takes_keys(widget: QWidget) -> bool:
    """Whether Tab stops here. Of a row of choices it is at the chosen one; the arrow keys go to the others."""
    if not widget.isVisible() or not widget.isEnabled():
        return False
    if isinstance(widget, QAbstractButton) and widget.autoExclusive():
        return widget.isChecked()
    return bool(widget.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus)
