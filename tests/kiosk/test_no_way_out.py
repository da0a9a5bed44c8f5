"""Nobody but staff leaves the kiosk, and nothing else opens."""

from __future__ import annotations

import json
import random

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop import main as entry
from desktop import paths
from desktop.content.problems import Place, Problem
from desktop.kiosk.app import EXIT_BROKEN, Faults
from desktop.kiosk.wrong_tries import WrongTries
from desktop.options import WindowOptions
from desktop.policy import KIOSK, LAPTOP
from desktop.session import pin
from tests.kiosk.conftest import call_staff
from tests.window import PLAIN, Button, centre, find, press, settle, texts, widgets

HASH = pin.hashed("602214")
MODIFIERS = (
    PLAIN, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
)  # fmt: skip
KNOWN = [
    Qt.Key.Key_F1, Qt.Key.Key_F4, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F10, Qt.Key.Key_F11, Qt.Key.Key_F12,
    Qt.Key.Key_Escape, Qt.Key.Key_Q, Qt.Key.Key_W, Qt.Key.Key_P, Qt.Key.Key_S, Qt.Key.Key_O, Qt.Key.Key_F, Qt.Key.Key_K,
    Qt.Key.Key_L, Qt.Key.Key_C, Qt.Key.Key_A, Qt.Key.Key_Menu, Qt.Key.Key_Tab, Qt.Key.Key_Delete, Qt.Key.Key_Print,
]  # fmt: skip


def only_window(kiosk) -> None:
    """There is one window, it is the kiosk's, and nothing hangs over it."""
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert shown == [kiosk.window]
    assert QApplication.activePopupWidget() is None


def test_the_window_refuses_to_close(kiosk):
    kiosk.window.close()
    kiosk.window.windowHandle().close()
    settle(kiosk.window)
    only_window(kiosk)


@pytest.mark.parametrize("held", MODIFIERS, ids=str)
def test_known_keys_open_and_close_nothing(kiosk, held):
    for topic in ("", "whipple"):
        if topic:
            kiosk.window.open(topic)
        for key in KNOWN:
            QTest.keyClick(kiosk.window.windowHandle(), key, held)
            settle(kiosk.window)
            only_window(kiosk)
    assert QGuiApplication.clipboard().text() == ""


def test_no_widget_has_a_context_menu(kiosk):
    for topic in ("", "whipple", "words", "questions"):
        if topic:
            kiosk.window.open(topic)
            settle(kiosk.window)
        for widget in (kiosk.window, *widgets(kiosk.window)):
            where = widget.rect().center()
            event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, widget.mapToGlobal(where))
            QApplication.sendEvent(widget, event)
            assert QApplication.activePopupWidget() is None, widget
    QTest.mouseClick(kiosk.window.windowHandle(), Button.RightButton, PLAIN, QPoint(900, 500))
    only_window(kiosk)


def test_nothing_can_be_dropped(kiosk):
    kiosk.window.open("words")
    settle(kiosk.window)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/etc/hostname")])
    for widget in (kiosk.window, *widgets(kiosk.window)):
        assert not widget.acceptDrops(), widget
        event = QDragEnterEvent(QPoint(1, 1), Qt.DropAction.CopyAction, data, Button.LeftButton, PLAIN)
        event.ignore()
        QApplication.sendEvent(widget, event)
        assert not event.isAccepted(), widget


def test_a_thousand_random_events_leave_one_window(kiosk):
    chance = random.Random(6)  # noqa: S311 - the same events each time
    handle = kiosk.window.windowHandle()
    keys = [each for each in Qt.Key if each.value < 0x60 or 0x01000000 <= each.value <= 0x01000040]
    for _ in range(1500):
        where = QPoint(chance.randrange(1920), chance.randrange(1080))
        kind = chance.random()
        if kind < 0.6:
            QTest.mouseClick(handle, chance.choice([Button.LeftButton] * 5 + [Button.RightButton]), PLAIN, where)
        elif kind < 0.7:
            QTest.mouseDClick(handle, Button.LeftButton, PLAIN, where)
        elif kind < 0.8:
            QTest.mousePress(handle, Button.LeftButton, PLAIN, where)
            QTest.mouseMove(handle, QPoint(where.x(), chance.randrange(1080)))
            QTest.mouseRelease(handle, Button.LeftButton, PLAIN, where)
        else:
            QTest.keyClick(handle, chance.choice(keys), chance.choice(MODIFIERS))
        if chance.random() < 0.02:
            settle(kiosk.window)
            only_window(kiosk)
    only_window(kiosk)
    kiosk.window.end_visit()
    assert kiosk.sees("attract")


# Staff


def test_five_touches_in_the_corner_and_the_pin_close_the_program(start_kiosk):
    kiosk = start_kiosk(pin=HASH)
    left = []
    kiosk.window.left.connect(lambda: left.append(True))
    call_staff(kiosk)
    assert kiosk.sees("staff")
    kiosk.type("602214")
    assert not any("602214" in each for each in texts(kiosk.window)), "the PIN is never shown"
    kiosk.touch("staff-enter")
    assert left == []
    kiosk.touch("staff-leave")
    assert left == [True]
    assert not kiosk.window.isVisible()


def test_four_touches_are_not_enough(kiosk):
    for _ in range(4):
        kiosk.touch_at(30, 30)
    kiosk.touch_at(900, 60)
    kiosk.touch_at(30, 30)
    assert not kiosk.sees("staff")


def test_whoever_taps_back_again_and_again_is_no_staff(start_kiosk):
    kiosk = start_kiosk(pin=HASH)
    for topic in ("resection", "whipple", "liver", "words", "questions", "gastrectomy"):
        kiosk.window.open(topic)
    settle(kiosk.window)
    back = centre(kiosk.by_id("back"))
    for _ in range(6):
        kiosk.touch_at(min(back.x(), 90), min(back.y(), 90))
    assert kiosk.window.visitor().screen == "home"
    assert not kiosk.sees("staff")
    call_staff(kiosk)
    assert kiosk.sees("staff")


def test_staff_are_called_from_the_waiting_screen_too(start_kiosk):
    kiosk = start_kiosk(pin=HASH, begun=False)
    call_staff(kiosk)
    assert kiosk.sees("staff")


def test_wrong_pins_lock_the_pad(start_kiosk):
    kiosk = start_kiosk(pin=HASH)
    call_staff(kiosk)
    for _ in range(5):
        kiosk.type("1")
        kiosk.touch("staff-enter")
    assert any("Too many wrong tries" in each for each in texts(kiosk.window))
    kiosk.type("602214")
    kiosk.touch("staff-enter")
    assert not kiosk.sees("staff-menu")
    assert kiosk.window.isVisible()


def test_starting_the_program_again_forgives_no_wrong_try(start_kiosk, home):
    kiosk = start_kiosk(pin=HASH)
    call_staff(kiosk)
    for _ in range(5):
        kiosk.type("1")
        kiosk.touch("staff-enter")
    kiosk = start_kiosk(pin=HASH)
    call_staff(kiosk)
    kiosk.type("602214")
    kiosk.touch("staff-enter")
    assert not kiosk.sees("staff-menu")
    assert any("Too many wrong tries" in each for each in texts(kiosk.window))
    [file] = home.rglob("kiosk.json")
    assert json.loads(file.read_text()) == {"wrong_tries": 5}


@pytest.mark.parametrize("broken", [b"", b"[]", b'{"wrong_tries": "none"}', b'{"wrong_tries": -9}', b"\xff" * 9999])
def test_breaking_the_count_of_wrong_tries_gains_nothing(broken, tmp_path):
    (tmp_path / "kiosk.json").write_bytes(broken)
    assert WrongTries(tmp_path).read() == 5


def test_staff_are_told_where_wrong_tries_cannot_be_kept(start_kiosk, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(paths, "settings", lambda: tmp_path / "file" / "folder")
    kiosk = start_kiosk(pin=HASH)
    call_staff(kiosk)
    assert any("kiosk.json" in each for each in texts(kiosk.window))
    kiosk.type("602214")
    kiosk.touch("staff-enter")
    assert not kiosk.sees("staff-menu"), "the first minute after a start is locked"


def test_what_staff_typed_is_forgotten(start_kiosk):
    kiosk = start_kiosk(pin=HASH)
    call_staff(kiosk)
    kiosk.type("602")
    assert kiosk.window.visitor().staff_typed
    kiosk.touch("staff-stay")
    kiosk.touch("finish")
    assert not kiosk.window.visitor().staff_typed
    call_staff(kiosk)
    kiosk.wait(200)
    assert kiosk.window.visitor().over == "attract"


def test_a_broken_policy_is_told_to_staff_only(start_kiosk):
    problem = Problem("policy.toml", Place(3, 1), "error", "there is no 'profil'")
    kiosk = start_kiosk(problems=(problem,))
    assert not any("profil" in each for each in texts(kiosk.window))
    call_staff(kiosk)
    assert any("policy.toml:3:1: error: there is no 'profil'" in each for each in texts(kiosk.window))
    assert any("No PIN is set" in each for each in texts(kiosk.window))
    press(kiosk.window, "Back to the guide")
    assert find(kiosk.window, "Finish").isVisible()


# What fails


def test_a_failure_ends_the_visit_and_tells_nothing_of_it(kiosk, capsys):
    kiosk.touch("search")
    kiosk.type("secret")
    error = ValueError(kiosk.window.visitor().typed)
    Faults(kiosk.running).tell(ValueError, error, None)
    settle(kiosk.window)
    assert kiosk.sees("attract")
    told = capsys.readouterr().err
    assert "ValueError" in told
    assert "secret" not in told


def test_failing_on_and_on_ends_the_program_for_whatever_starts_it_again(kiosk, capsys):
    codes = []
    running = kiosk.running._replace(application=type("App", (), {"exit": lambda _, code: codes.append(code)})())
    faults = Faults(running)
    for _ in range(4):
        faults.tell(ValueError, ValueError(), None)
    assert codes == [EXIT_BROKEN]
    assert capsys.readouterr().err.count("\n") == 4


def test_the_terminal_it_was_started_in_can_end_it(kiosk):
    Faults(kiosk.running).tell(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not kiosk.window.isVisible()


# Which profile


def test_the_command_line_never_opens_a_kiosk_as_a_laptop(tmp_path, monkeypatch):
    file = tmp_path / "policy.toml"
    monkeypatch.setattr(paths, "policy", lambda: file)
    assert entry.policy_of(WindowOptions()).profile == LAPTOP
    assert entry.policy_of(WindowOptions(profile=KIOSK)).profile == KIOSK
    file.write_text("profile = 'kiosk'")
    assert entry.policy_of(WindowOptions(profile=LAPTOP)).profile == KIOSK
    file.write_text("profil = 'laptop'")
    assert entry.policy_of(WindowOptions(profile=LAPTOP)).profile == KIOSK
    file.write_text("profile = 'laptop'")
    assert entry.policy_of(WindowOptions()).profile == LAPTOP
    assert entry.policy_of(WindowOptions(profile=KIOSK)).profile == KIOSK
    assert entry.policy_of(WindowOptions(policy=tmp_path / "none.toml")).profile == KIOSK


def test_a_hidden_wheel_zooms_nothing(kiosk):
    kiosk.window.open("whipple")
    before = kiosk.window.visitor()
    assert isinstance(kiosk.window, QWidget)
    QApplication.sendEvent(kiosk.window, QEvent(QEvent.Type.WhatsThisClicked))
    QTest.wheelEvent(
        kiosk.window.windowHandle(), QPointF(900, 500), QPoint(0, 120), QPoint(), Qt.KeyboardModifier.ControlModifier
    )
    settle(kiosk.window)
    assert kiosk.window.visitor() == before
