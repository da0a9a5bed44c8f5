"""Whether everything on the screen has the room it needs, measured as it is laid out."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QSplitter, QSplitterHandle

from desktop.views.parts.mention import MentionButton
from tests.window import Role, click, folds, page, panel, role, scrolled, seen, spoken, tree, widgets


def panes(window) -> list:
    """The panes that are shown."""
    return [each for each in (tree(window), page(window), panel(window)) if each.isVisible()]


def cut(window) -> list[str]:
    """Texts that have less room than they need at their width."""
    found = []
    for each in widgets(window):
        if not seen(each):
            continue
        needs = each.height_for(each.width()) if hasattr(each, "height_for") else each.sizeHint().height()
        if each.height() < needs:
            found.append(f"{seen(each)!r} is {each.height()} high and needs {needs}")
        if role(each) == Role.RadioButton and each.width() < each.sizeHint().width():
            found.append(f"{seen(each)!r} is {each.width()} wide and needs {each.sizeHint().width()}")
    return found


def outside(window) -> list[str]:
    """What reaches out of the widget it lies in."""
    return [
        f"{spoken(each)!r} reaches out of {type(each.parentWidget()).__name__}"
        for each in widgets(window)
        if not room(each).contains(each.geometry()) and not is_scrolled(each)
    ]


def room(widget) -> QRect:
    """Where a widget may lie. From right to left Qt's splitter lays out its parts a pixel too far to the right."""
    parent = widget.parentWidget()
    off = 1 if isinstance(parent, QSplitter) and parent.isRightToLeft() else 0
    return parent.rect().adjusted(0, 0, off, 0)


def is_scrolled(widget) -> bool:
    """Whether it is the content of a pane, which is higher than the pane."""
    return any(
        scrolled(pane).isAncestorOf(widget) and scrolled(pane).column is widget for pane in panes(widget.window())
    )


def is_ring(widget) -> bool:
    """Whether it lies above others on purpose and lets the mouse through, or is a handle that Qt lays out."""
    return isinstance(widget, QSplitterHandle) or widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def areas(widget) -> list[QRect]:
    """Where something lies in what holds it; of a word with dots its letters, in each of its lines."""
    if isinstance(widget, MentionButton):
        return [each.toRect().translated(widget.pos()) for each in widget.boxes()]
    return [widget.geometry()]


def overlapping(window) -> list[str]:
    """Neighbours that lie on each other."""
    found = []
    for above in (window, *widgets(window)):
        children = [each for each in above.children() if each.isWidgetType() and each.isVisible() and not is_ring(each)]
        found += [
            f"{spoken(one)!r} and {spoken(other)!r} in {type(above).__name__}"
            for number, one in enumerate(children)
            for other in children[number + 1 :]
            if any(here.intersects(there) for here in areas(one) for there in areas(other))
        ]
    return found


def assert_fits(window) -> None:
    """Nothing is cut, lies on another or must be scrolled sideways."""
    assert cut(window) == []
    assert outside(window) == []
    assert overlapping(window) == []
    for pane in panes(window):
        part = scrolled(pane)
        assert part.horizontalScrollBar().maximum() == 0
        assert part.column.width() <= part.viewport().width()


def open_everything(window) -> None:
    """Open the levels of urgency, the first side effects and the folds of the page."""
    for fold in (*folds(panel(window))[:6], *folds(page(window))):
        if fold.isVisible():
            click(fold)
