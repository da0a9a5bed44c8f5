"""Counts without people: what is kept of a visit, and what leaves the machine."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from desktop import main as entry
from desktop import paths
from desktop.kiosk.counting import KioskCounts
from desktop.kiosk.counts import LEAST, Counts
from desktop.session import pin
from tests.kiosk.conftest import call_staff
from tests.window import settle, texts

TODAY = date(2026, 5, 4)


def on(day: date, folder, days: int = 90) -> Counts:
    return Counts(folder, days, lambda: day)


def visits(counts: Counts, number: int, topic: str = "whipple") -> None:
    for _ in range(number):
        counts.opened(topic)
        counts.end_visit()


def test_a_visit_counts_once_however_often_it_opens_a_topic(tmp_path):
    counts = on(TODAY, tmp_path)
    for _ in range(20):
        counts.opened("whipple")
    counts.write()
    assert on(TODAY + timedelta(1), tmp_path).export() == "day,kind,what,visits\n"


def test_small_numbers_and_the_day_that_is_not_over_are_never_exported(tmp_path):
    counts = on(TODAY, tmp_path)
    visits(counts, LEAST)
    visits(counts, LEAST - 1, "gastrectomy")
    counts.write()
    assert counts.export() == "day,kind,what,visits\n"
    told = on(TODAY + timedelta(1), tmp_path).export()
    assert told == "day,kind,what,visits\n2026-05-04,topic,whipple,5\n"


def test_nothing_a_stranger_types_is_kept_but_words_of_the_guide(tmp_path, guide):
    counts = on(TODAY, tmp_path)
    for _ in range(LEAST):
        counts.missed("Anne Tremblay 555-0199 whipple", guide)
        counts.end_visit()
    counts.write()
    kept = (tmp_path / "counts.json").read_text().casefold()
    assert not any(each in kept for each in ("anne", "tremblay", "555", "0199"))
    told = on(TODAY + timedelta(1), tmp_path).export().splitlines()
    assert told[1:] == ["2026-05-04,search-without-result,,5", "2026-05-04,search-word,whipple,5"]


def test_the_file_tells_no_order_and_no_time(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    for folder, order in ((one, ("whipple", "gastrectomy")), (other, ("gastrectomy", "whipple"))):
        counts = on(TODAY, folder)
        for topic in order:
            counts.opened(topic)
        counts.write()
    assert (one / "counts.json").read_bytes() == (other / "counts.json").read_bytes()
    assert json.loads((one / "counts.json").read_text()) == {
        "days": {"2026-05-04": {"topic gastrectomy": 1, "topic whipple": 1}}
    }


def test_days_are_kept_as_long_as_the_policy_says(tmp_path):
    old = on(TODAY, tmp_path)
    visits(old, LEAST)
    old.write()
    later = on(TODAY + timedelta(31), tmp_path, 30)
    assert later.export() == "day,kind,what,visits\n"
    later.opened("liver")
    later.write()
    assert "2026-05-04" not in (tmp_path / "counts.json").read_text()


@pytest.mark.parametrize("moved", [-20_000, -400, -3, -1, 1, 3])
def test_a_clock_that_is_wrong_for_a_while_costs_no_day_that_is_to_be_kept(moved, tmp_path):
    for day in (TODAY - timedelta(2), TODAY, TODAY + timedelta(moved), TODAY):
        counts = on(day, tmp_path, 365)
        visits(counts, LEAST)
        assert counts.write()
    told = on(TODAY + timedelta(5), tmp_path, 365).export()
    assert f"2026-05-02,topic,whipple,{LEAST}\n" in told
    assert f"2026-05-04,topic,whipple,{2 * LEAST}\n" in told


def test_a_clock_that_was_in_the_future_for_a_while_leaves_no_day_for_ever(tmp_path):
    far = on(TODAY + timedelta(20), tmp_path, 30)
    visits(far, LEAST)
    far.write()
    later = on(TODAY + timedelta(60), tmp_path, 30)
    visits(later, LEAST)
    later.write()
    assert "2026-05-24" not in (tmp_path / "counts.json").read_text()


@pytest.mark.parametrize(
    "broken", [b"", b"[]", b'{"days": 3}', b'{"days": {"x": 1, "2026-05-04": {"topic a": "b", "name x": 9}}}', b"\xff"]
)
def test_a_broken_file_stops_nothing(broken, tmp_path):
    (tmp_path / "counts.json").write_bytes(broken)
    counts = on(TODAY, tmp_path)
    assert counts.export() == "day,kind,what,visits\n"
    counts.opened("whipple")
    assert counts.write()


def test_nothing_is_counted_unless_the_policy_asks(kiosk, home):
    kiosk.touch("card-resection")
    assert kiosk.window.findChild(KioskCounts) is None
    kiosk.touch("finish")
    assert list(home.rglob("counts.json")) == []


def test_topics_and_searches_of_visits_are_counted_and_exported_by_staff(start_kiosk, home, tmp_path):
    kiosk = start_kiosk(counts=True, counts_folder=tmp_path, pin=pin.hashed("602214"))
    for _ in range(2):
        kiosk.touch("card-resection")
        kiosk.touch("back")
        kiosk.touch("search")
        kiosk.type("qqzz")
        kiosk.touch("finish")
        kiosk.touch("begin-en")
    kiosk.window.findChild(KioskCounts).counts.write()
    [file] = home.rglob("counts.json")
    [day] = json.loads(file.read_text())["days"].values()
    assert day == {"topic resection": 2, "search-without-result": 2}
    call_staff(kiosk)
    kiosk.type("602214")
    kiosk.touch("staff-enter")
    kiosk.touch("staff-export")
    settle(kiosk.window)
    [exported] = tmp_path.glob("*.csv")
    assert exported.read_text() == "day,kind,what,visits\n", "today is not over"
    assert any(str(exported) in each for each in texts(kiosk.window))


def test_a_folder_that_cannot_be_written_is_told_to_staff(start_kiosk, tmp_path):
    kiosk = start_kiosk(counts=True, counts_folder=tmp_path / "gone", pin=pin.hashed("602214"))
    call_staff(kiosk)
    kiosk.type("602214")
    kiosk.touch("staff-enter")
    kiosk.touch("staff-export")
    assert any(each.startswith("The counts could not be written: ") for each in texts(kiosk.window))


def test_the_command_line_exports_them(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(paths, "settings", lambda: tmp_path)
    counts = on(date.today() - timedelta(1), tmp_path)
    visits(counts, LEAST)
    counts.write()
    assert entry.main(["counts", "export"]) == 0
    assert capsys.readouterr().out.endswith(",topic,whipple,5\n")
    assert entry.main(["counts", "export", "--out", str(tmp_path / "counts.csv")]) == 0
    assert (tmp_path / "counts.csv").read_text().endswith(",topic,whipple,5\n")
