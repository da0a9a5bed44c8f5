"""Where a reader is in a topic, as plain data: kept for the way back, and over another language or size of text.

A place is told by blocks and not by pixels, because the same text is longer in another language or size.
"""

from typing import NamedTuple


class Spot(NamedTuple):
    """What stands at the top of a pane: the block ``blocks`` after the one with the id ``anchor``.

    ``into`` is how much of it lies above the edge, as a share of its height; below 0 in the gap before it.
    """

    anchor: str = ""
    blocks: int = 0
    into: float = 0.0


TOP = Spot()
"""The top of a pane."""


class PagePlace(NamedTuple):
    """The place in a page, and the numbers of the folds that are open on it."""

    spot: Spot = TOP
    folds: tuple[int, ...] = ()


class PanelPlace(NamedTuple):
    """The place in the panel: the time that is chosen, and the ids of the effects and levels that are open."""

    spot: Spot = TOP
    time: str = ""
    open: tuple[str, ...] = ()


class View(NamedTuple):
    """All a reader sees of a topic. ``pane`` is the one that is shown where there is room for one."""

    page: PagePlace
    panel: PanelPlace
    pane: str
