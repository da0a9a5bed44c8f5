"""Texts in which a reader can find words: what they show, how a found place is marked, and how to come to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget


class Findable:
    """Mixed into a widget whose text can be found."""

    def shown(self) -> str:
        """The text as it is seen."""
        raise NotImplementedError

    def mark_found(self, ranges: list[tuple[int, int]], current: int = -1) -> None:
        """Mark these ranges of characters; the one that begins at ``current`` more strongly."""
        raise NotImplementedError


class Passage(NamedTuple):
    """A text that is shown, or will be once the fold it stands in is open.

    ``widget`` is None until then; ``reach`` opens what must be opened and gives the widget.
    """

    text: str
    widget: Findable | None
    reach: Callable[[], QWidget]


def passages_of(widget: QWidget) -> Iterator[Passage]:
    """The texts of a widget that can be found, in reading order, those of closed folds too."""
    if isinstance(widget, Findable):
        yield Passage(widget.shown(), widget, partial(_itself, widget))
        return
    own = getattr(widget, "passages", None)
    if own is not None:
        yield from own()
        return
    texts = getattr(widget, "text_blocks", None)
    for text in texts() if texts is not None else ():
        yield from passages_of(text)


def _itself(widget: QWidget) -> QWidget:
    return widget
