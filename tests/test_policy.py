"""The clinic's policy file: what it says is done, what is wrong has its place, a broken one closes everything."""

from __future__ import annotations

import pytest

from desktop import paths, policy_file
from desktop.policy import KIOSK, LAPTOP, Policy
from desktop.session import pin
from tests.guides import ROOT

HASH = str(pin.hashed("602214"))
LANGUAGES = 'write a list of languages, the first one first, such as ["en", "fr"]'
PIN = "this is not the hash of a PIN; 'net-surgery-guide policy pin' prints the line to paste"
EXAMPLE = (ROOT / "packaging" / "policy.example.toml").read_text("utf-8")


def read(text: str) -> Policy:
    return policy_file.read(text.encode(), "policy.toml")


def told(text: str) -> list[str]:
    return [str(problem) for problem in read(text).problems]


def test_everything_can_be_said():
    policy = read(f"""
        profile = "kiosk"
        languages = ["fr", "en"]
        [content]
        folder = '{ROOT / "resources"}'
        show_unreviewed = false
        [clinic]
        name = "Clinique de l’Est"
        telephone = "555-0100"
        [idle]
        shortest = 90
        longest = 240
        dim_after = 900
        [display]
        diagonal = 27
        distance = 500
        [output]
        printer = "Hall"
        sound = false
        volume = 5
        [counts]
        keep = true
        days = 30
        folder = '{ROOT / "resources"}'
        [staff]
        pin = "{HASH}"
    """)
    assert policy == Policy(
        KIOSK, ("fr", "en"), ROOT / "resources", False, "Clinique de l’Est", "555-0100", 90, 240, 900, 27.0, 500,
        "Hall", False, 5, True, 30, ROOT / "resources", pin.read(HASH), (),
    )  # fmt: skip
    changed = [name for name, first in Policy()._asdict().items() if getattr(policy, name) != first]
    assert changed == [name for name in Policy._fields if name != "problems"], "a field cannot be said in a file"


def test_a_file_that_says_nothing_is_a_laptop():
    assert read("") == Policy()
    assert read("# nothing\n").profile == LAPTOP


def test_the_example_can_be_used_as_it_is():
    policy = read(EXAMPLE)
    assert policy.profile == KIOSK
    assert [problem.level for problem in policy.problems] == ["warning"]


def test_the_example_names_every_key_with_its_default():
    uncommented = "\n".join(
        line.removeprefix("# ")
        for line in EXAMPLE.splitlines()
        if not line.startswith("# ") or ("=" in line and "…" not in line and "folder" not in line)
    )
    policy = read(uncommented)
    assert [str(each) for each in policy.problems if each.level == "error"] == []
    said = {"profile", "clinic_name", "clinic_telephone", "problems"}
    assert {name for name in Policy._fields if getattr(policy, name) != getattr(Policy(), name)} == said


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("profil = 'kiosk'", "policy.toml:1:1: error: there is no 'profil'; did you mean 'profile'?"),
        ("\nprofile = 'kisok'",
         "policy.toml:2:1: error: 'profile': write \"laptop\" or \"kiosk\"; did you mean 'kiosk'?"),
        ("[clinic]\n  nam = 'x'", "policy.toml:2:3: error: there is no 'nam' in [clinic]; did you mean 'name'?"),
        ("[clinc]\nname = 'x'", "policy.toml:1:1: error: there is no 'clinc'; did you mean 'clinic'?"),
        ("sound = true", "policy.toml:1:1: error: 'sound' does not stand here but under [output]"),
        ("[output]\nsound = 'yes'", "policy.toml:2:1: error: 'sound': write true or false, without quotes"),
        ("clinic = 'x'", "policy.toml:1:1: error: 'clinic' is a part of its own: write [clinic] above its keys"),
        ("idle.shortest = 5", "policy.toml:1:1: error: 'shortest': write a whole number of seconds from 60 to 1800"),
        ("[idle]\nshortest = 400", "policy.toml:1:1: error: 'longest' must be at least 'shortest', which is 400"),
        ("languages = ['en', 'de']", f"policy.toml:1:1: error: 'languages': {LANGUAGES}"),
        ("languages = [{}]", f"policy.toml:1:1: error: 'languages': {LANGUAGES}"),
        ("languages = ['en', 'en']", "policy.toml:1:1: error: 'languages': a language is named twice"),
        ("[display]\ndiagonal = true",
         "policy.toml:2:1: error: 'diagonal': write the diagonal in inches, from 7 to 100, such as 21.5"),
        ("[content]\nfolder = 'guide'",
         "policy.toml:2:1: error: 'folder': write the whole path of a folder between single quotes"),
        ("[staff]\npin = '602214'", f"policy.toml:2:1: error: 'pin': {PIN}"),
        ("profile = kiosk", "policy.toml:1:11: error: this is not TOML: invalid value"),
        ("profile = 'kiosk'\nprofile = 'laptop'",
         "policy.toml:2:0: error: this is not TOML: cannot overwrite a value"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_with_its_place_and_closes_everything(text, problem):
    assert problem in told(text)
    assert read(text).profile == KIOSK


def test_a_windows_folder_in_double_quotes_is_told_how_to_write_it():
    assert "write a Windows folder between single quotes" in told('[content]\nfolder = "C:\\guide"')[0]


def test_all_mistakes_are_told_at_once():
    assert len(told("profil = 1\n[clinic]\nname = 3\n[output]\nsound = 1")) == 3


def test_a_broken_policy_keeps_only_what_closes_or_lets_staff_in():
    policy = read(f"""
        profile = "laptop"
        languages = ["fr"]
        [content]
        show_unreviewed = false
        [output]
        printer = "Hall"
        sound = 1
        [staff]
        pin = "{HASH}"
    """)
    assert policy == Policy(KIOSK, show_unreviewed=False, sound=False, pin=pin.read(HASH), problems=policy.problems)


@pytest.mark.parametrize(
    "data",
    [b"\xff\xfe\x00", b"\x00", b"x" * 70_000, b"a = " + b"[" * 3000, b"[clinic", b"= 3", b"\xef\xbb\xbfprofile = 1",
     b"[[clinic]]\nname = 'x'", b"[clinic.name]\nx = 1", b'"" = 1', b"profile = 1979-05-27", b"x.y.z = nan"],
)  # fmt: skip
def test_no_bytes_open_a_laptop_or_break_the_program(data):
    policy = policy_file.read(data, "policy.toml")
    assert policy.profile == KIOSK
    assert policy.problems
    assert all(str(problem).startswith("policy.toml:") and "\n" not in str(problem) for problem in policy.problems)


def test_a_byte_order_mark_does_no_harm():
    assert policy_file.read(b"\xef\xbb\xbfprofile = 'laptop'", "policy.toml") == Policy()


def test_no_file_is_no_policy_but_a_missing_one_that_was_asked_for_closes_everything(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "policy", lambda: tmp_path / "none" / "policy.toml")
    assert policy_file.of_machine() == Policy()
    assert policy_file.of_machine(tmp_path / "none.toml").profile == KIOSK


def test_a_policy_that_cannot_be_read_closes_everything(tmp_path, monkeypatch):
    (tmp_path / "policy.toml").mkdir()
    monkeypatch.setattr(paths, "policy", lambda: tmp_path / "policy.toml")
    policy = policy_file.of_machine()
    assert policy.profile == KIOSK
    assert "cannot be read" in str(policy.problems[0])
