"""After several failures the kiosk uses only what the program brings with it, and tells nobody but staff."""

from __future__ import annotations

from pathlib import Path

from desktop.content.problems import Place, Problem
from desktop.kiosk.app import SafeMode
from desktop.policy import KIOSK, Policy, safe_mode
from desktop.session import pin
from desktop.watch.supervisor import EXIT_TRY_AGAIN
from tests.kiosk.conftest import call_staff
from tests.window import texts

FAILED = "This program failed several times."
CLINIC = Policy(
    profile=KIOSK,
    languages=("fr",),
    content=Path("/srv/guide"),
    show_unreviewed=False,
    clinic_name="Clinic",
    clinic_telephone="555-0100",
    shortest_idle=60,
    longest_idle=90,
    dim_after=100,
    diagonal=32.0,
    distance=900,
    printer="Lobby",
    pin=pin.hashed("602214"),
    problems=(Problem("policy.toml", Place(1, 0), "warning", "x"),),
)


def test_only_what_cannot_be_why_it_fails_is_kept():
    safe = safe_mode(CLINIC)
    assert (safe.content, safe.sound, safe.printer) == (None, False, "")
    changed = {name for name in Policy._fields if getattr(safe, name) != getattr(CLINIC, name)}
    assert changed == {"content", "sound", "printer"}


def test_the_shipped_guide_is_shown_and_only_staff_are_told(start_kiosk, tmp_path):
    (tmp_path / "content.yaml").write_text("not a guide")
    kiosk = start_kiosk(safe=True, content=tmp_path)
    assert kiosk.sees("card-resection")
    assert not any(FAILED in each or str(tmp_path) in each for each in texts(kiosk.window))
    call_staff(kiosk)
    assert any(each.startswith(FAILED) for each in texts(kiosk.window))
    assert not any(str(tmp_path) in each for each in texts(kiosk.window)), "the clinic's folder is not looked at"


def test_after_an_hour_the_usual_mode_is_tried_again_but_never_in_the_middle_of_a_visit(start_kiosk):
    kiosk = start_kiosk(safe=True)
    codes: list[int] = []
    application = type("App", (), {"exit": lambda _, code: codes.append(code)})()
    mode = SafeMode(kiosk.running._replace(application=application), lambda: kiosk.clock[0])
    kiosk.clock[0] += 3599
    kiosk.window.end_visit()
    mode.look()
    assert codes == []
    kiosk.window.begin_visit("en")
    kiosk.clock[0] += 2
    mode.look()
    assert codes == [], "somebody reads"
    kiosk.touch("finish")
    mode.look()
    assert codes == [EXIT_TRY_AGAIN]
