"""Widgets that are made once and used again: making them anew would leak some 500 bytes a time inside Qt."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.looks.theme import Theme


class Reused(Protocol):
    """A widget that can show something else."""

    def hide(self) -> None:
        """Show nothing for now."""

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""


Widget_co = TypeVar("Widget_co", bound=Reused, covariant=True)


class Pool(Generic[Widget_co]):
    """All widgets of a kind: those that are in use, and those that are free. ``new`` makes another one."""

    def __init__(self, new: Callable[[], Widget_co]) -> None:
        self._new = new
        self._all: dict[int, Widget_co] = {}
        self._free: deque[Widget_co] = deque()

    def __iter__(self) -> Iterator[Widget_co]:
        """Every one of them, in the order in which they were made."""
        return iter(self._all.values())

    def take(self) -> Widget_co:
        """A free one, the one that has been free longest; a new one if none is."""
        if self._free:
            return self._free.popleft()
        widget = self._new()
        self._all[id(widget)] = widget
        return widget

    def give(self, widget: object) -> None:
        """Hide one and let it be used again; nothing happens to one of another kind."""
        own = self._all.get(id(widget))
        if own is not None:
            own.hide()
            self._free.append(own)

    def give_all(self) -> None:
        """Let all of them be used again, in the order in which they were made. Whatever is not used is to be hidden."""
        self._free = deque(self._all.values())

    def set_theme(self, theme: Theme) -> None:
        """Give all of them other colours or another size of text."""
        for widget in self._all.values():
            widget.set_theme(theme)
