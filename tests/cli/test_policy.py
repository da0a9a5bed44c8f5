"""``policy check`` and ``policy pin``, as clinic IT types them."""

from __future__ import annotations

import getpass
import hashlib
import sys

import pytest

from desktop import clinic, paths, policy_file
from desktop.handout.document import Clinic
from desktop.kept.settings import Settings
from desktop.main import main
from desktop.session import pin


@pytest.fixture
def keyboard(monkeypatch):
    """Types these words where nothing is echoed."""

    def types(*words: str) -> None:
        left = list(words)
        monkeypatch.setattr(getpass, "getpass", lambda _: left.pop(0))
        monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)

    return types


def test_a_good_policy_is_said_to_be_good(tmp_path, capsys):
    file = tmp_path / "policy.toml"
    file.write_text("profile = 'laptop'")
    assert main(["policy", "check", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}: can be used; this machine is a laptop\n"


def test_a_bad_policy_is_told_with_its_places(tmp_path, capsys):
    file = tmp_path / "policy.toml"
    file.write_text("profil = 'laptop'\n[clinic]\nphone = '1'")
    assert main(["policy", "check", str(file)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{file}:1:1: error: there is no 'profil'; did you mean 'profile'?"
    assert lines[1].startswith(f"{file}:3:1: error: there is no 'phone' in [clinic]")
    assert lines[2].endswith("the machine is a kiosk with everything closed")


def test_a_missing_policy_is_one_sentence(tmp_path, capsys):
    assert main(["policy", "check", str(tmp_path / "none.toml")]) == 2
    assert capsys.readouterr().err == f"{tmp_path / 'none.toml'}: No such file or directory\n"


def test_a_pin_becomes_a_line_that_the_policy_takes(keyboard, capsys):
    keyboard("602214", "602214")
    assert main(["policy", "pin"]) == 0
    line = capsys.readouterr().out.splitlines()[-1]
    policy = policy_file.read(f"[staff]\n{line}".encode(), "policy.toml")
    assert policy.pin.matches("602214")


def test_a_machine_that_cannot_hash_a_pin_is_told_before_staff_stand_there(tmp_path, keyboard, capsys, monkeypatch):
    file = tmp_path / "policy.toml"
    file.write_text(f"profile = 'kiosk'\n[staff]\npin = '{pin.hashed('602214')}'")
    assert main(["policy", "check", str(file)]) == 0
    monkeypatch.delattr(hashlib, "scrypt")
    keyboard("602214", "602214")
    assert main(["policy", "check", str(file)]) == 1
    assert "staff could not leave the kiosk" in capsys.readouterr().out
    assert main(["policy", "pin"]) == 2
    assert "libcrypto" in capsys.readouterr().err


@pytest.mark.parametrize(("words", "said"), [(("602214", "602215"), "two different"), (("1234",), "6 to 12 digits")])
def test_a_pin_that_cannot_be_used_makes_nothing(keyboard, capsys, words, said):
    keyboard(*words)
    assert main(["policy", "pin"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err


def test_a_pin_is_never_taken_from_a_pipe(monkeypatch, capsys):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    assert main(["policy", "pin"]) == 2
    assert "at a terminal" in capsys.readouterr().err


def test_the_handout_names_the_clinic_of_the_policy(tmp_path, monkeypatch):
    file = tmp_path / "policy.toml"
    file.write_text("[clinic]\nname = 'East Clinic'\ntelephone = '555-0100'")
    monkeypatch.setattr(paths, "policy", lambda: file)
    assert clinic.of_machine(Settings(clinic_name="Mine")) == Clinic("East Clinic", "555-0100")
    file.write_text("")
    assert clinic.of_machine(Settings(clinic_name="Mine")) == Clinic("Mine", "")
