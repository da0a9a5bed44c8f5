"""The recipe for Windows, as far as it can be looked at without Windows."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from desktop import policy_file
from desktop.content import library
from desktop.main import main
from tests.guides import RESOURCES, ROOT

FOLDER = ROOT / "packaging" / "windows"
WIX = "{http://wixtoolset.org/schemas/v4/wxs}"
INSTALLER = ElementTree.parse(FOLDER / "guide.wxs").getroot()  # noqa: S314 - our own file
PACKAGE = INSTALLER.find(f"{WIX}Package")
NEVER_CHANGE = {
    "UpgradeCode": "D144FDF5-C3ED-4210-8E1A-13E34F2B1298",
    "Window": "E9FDECA4-4358-45E4-89B2-EC583F440F25",
    "Example": "4ABF85AD-A55D-409C-8E65-BF6DECF80EC8",
    "PolicyFolder": "B3CB1F4A-5A70-4B25-A3B5-03A9FE114A01",
}
"""With another UpgradeCode a newer version would be installed beside the older one instead of in its place."""


def all_of(name: str) -> list[ElementTree.Element]:
    return list(INSTALLER.iter(f"{WIX}{name}"))


def test_the_identifiers_are_the_same_for_ever():
    found = {each.get("Id"): each.get("Guid") for each in all_of("Component")}
    assert {"UpgradeCode": PACKAGE.get("UpgradeCode"), **found} == NEVER_CHANGE


def test_it_is_installed_for_everybody_and_replaces_what_was_there():
    assert PACKAGE.get("Scope") == "perMachine"
    assert PACKAGE.get("Version") == "$(Version)"
    (upgrade,) = all_of("MajorUpgrade")
    assert upgrade.get("AllowDowngrades") is None


@pytest.mark.parametrize("language", list(library.FILES))
def test_the_start_menu_has_the_guide_by_its_title_in_each_language(language):
    title = library.load(RESOURCES, language).edition.title
    (entry,) = (each for each in all_of("Shortcut") if each.get("Arguments") == f"--lang {language}")
    assert entry.get("Name") == title
    assert entry.get("Directory") == "ProgramMenuFolder"


def test_the_policy_stays_when_the_program_goes_and_users_cannot_write_it():
    (folder,) = (each for each in all_of("Component") if each.get("Id") == "PolicyFolder")
    assert folder.get("Permanent") == "yes"
    (rights,) = folder.iter(f"{WIX}PermissionEx")
    granted = dict(re.findall(r"\(A;OICI;(\w+);;;(\w+)\)", rights.get("Sddl")))
    assert rights.get("Sddl").startswith("D:PAI("), "nothing is inherited from ProgramData, where every user may write"
    assert granted == {"FA": "BA", "0x1200a9": "BU"}, "full for administrators (and SYSTEM), read and execute for users"


def test_every_part_belongs_to_the_feature():
    referred = {each.get("Id") for name in ("ComponentRef", "ComponentGroupRef") for each in all_of(name)}
    assert referred == {each.get("Id") for name in ("Component", "ComponentGroup") for each in all_of(name)}


def test_what_the_installer_asks_for_is_what_the_script_gives():
    asked = set(re.findall(r"\$\((\w+)\)", (FOLDER / "guide.wxs").read_text("utf-8")))
    given = set(re.findall(r'-d "(\w+)=', (FOLDER / "build.ps1").read_text("utf-8")))
    assert asked == given


def test_without_a_certificate_the_script_says_that_nothing_is_signed():
    script = (FOLDER / "build.ps1").read_text("utf-8")
    assert "if (-not $env:SIGNING_THUMBPRINT)" in script
    assert script.count("Protect-File") == 3, "the programs and the installer"


def test_staff_can_leave_a_kiosk_because_what_hashes_their_pin_is_not_thrown_away():
    recipe = (ROOT / "packaging" / "guide.spec").read_text("utf-8")
    thrown_away = re.compile(re.search(r'^UNUSED = re\.compile\(r"(.*)"\)', recipe, re.MULTILINE)[1])
    assert [name for name in ("libcrypto-3.dll", "libcrypto.3.dylib", "_hashlib.pyd") if thrown_away.search(name)] == []
    assert thrown_away.search("libssl-3.dll")
    looked_for = (ROOT / "packaging" / "check_bundle.py").read_text("utf-8")
    assert '"libcrypto-3.dll"' in looked_for
    assert '"libcrypto.3.dylib"' in looked_for


@pytest.mark.parametrize("proof", ["windows/prove.ps1", "macos/prove.sh"])
def test_the_proof_asks_the_program_whether_a_pin_can_be_hashed(proof, tmp_path, capsys):
    script = (ROOT / "packaging" / proof).read_text("utf-8")
    text = re.search(r'^languages = .*\n\[staff\]\npin = ".*"\n', script, re.MULTILINE)[0]
    (tmp_path / "policy.toml").write_text(text, "utf-8")
    assert main(["policy", "check", str(tmp_path / "policy.toml")]) == 0
    assert policy_file.check(tmp_path / "policy.toml").pin is not None
    capsys.readouterr()
