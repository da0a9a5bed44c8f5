"""What belongs together is never parted by the end of a page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.paper.flow import Frame, PageBreak, Placed, Strip, paginate


class Named:
    def __init__(self, name: str) -> None:
        self.name, self.width = name, 1.0


def strip(name: str, height: float, *, keep: bool = False, above: float = 0) -> Strip:
    return Strip(height, (Placed(0, 0, Named(name)),), above, keep)


def frame(*strips: Strip) -> Frame:
    head = lambda continued: (strip("head again" if continued else "head", 5, keep=True),)  # noqa: E731
    return Frame(1, strips, head, lambda _height: (), 0, 1)


def names(pages) -> list[list[str]]:
    return [[placed.mark.name for placed in page] for page in pages]


def test_a_heading_goes_with_its_text():
    items = (strip("a", 80), strip("heading", 10, keep=True), strip("text", 20))
    assert names(paginate(items, 100)) == [["a"], ["heading", "text"]]


def test_a_card_stays_whole():
    items = (strip("a", 60), frame(strip("one", 30), strip("two", 30)))
    assert names(paginate(items, 100)) == [["a"], ["head", "one", "two"]]


def test_a_heading_goes_with_its_card():
    items = (strip("a", 40), strip("heading", 10, keep=True), frame(strip("one", 30), strip("two", 30)))
    assert names(paginate(items, 100)) == [["a"], ["heading", "head", "one", "two"]]


def test_a_card_longer_than_a_page_goes_on_under_its_name():
    pages = paginate((frame(*(strip(str(number), 30) for number in range(5))),), 100)
    assert names(pages) == [["head", "0", "1", "2"], ["head again", "3", "4"]]


def test_a_new_page_is_begun_once():
    assert names(paginate((strip("a", 10), PageBreak(), strip("b", 10)), 100)) == [["a"], ["b"]]
    assert names(paginate((PageBreak(), strip("b", 10)), 100)) == [["b"]]


@given(st.lists(st.tuples(st.floats(1, 99), st.floats(0, 20), st.booleans()), max_size=40))
def test_nothing_is_lost_and_nothing_leaves_the_page(given_strips):
    items = [
        Strip(height, (Placed(0, 0, Named(str(number))),), above, keep)
        for number, (height, above, keep) in enumerate(given_strips)
    ]
    pages = paginate(items, 100)
    assert [name for page in names(pages) for name in page] == [str(number) for number in range(len(items))]
    for page in pages:
        for placed in page:
            height = items[int(placed.mark.name)].height
            assert placed.y + height <= 100.0001
