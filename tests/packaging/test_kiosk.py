"""The templates for kiosks: well formed, as tight as they say, and of one mind with the program."""

from __future__ import annotations

import plistlib
import re
import shutil
import subprocess
from xml.etree import ElementTree

import pytest

from desktop import main
from tests.guides import ROOT

FOLDER = ROOT / "packaging" / "kiosk"
UNIT = FOLDER / "net-surgery-guide-kiosk.service"
SHELLS = ["xinitrc", "gnome-kiosk-script"]
_MOST_EXPOSED = 2.0
"""Of ten, as systemd-analyze judges: under two is OK, a service without any of it has 9.6."""


def setting(name: str) -> str:
    [found] = re.findall(rf"^{name}=(.*)$", UNIT.read_text(), re.MULTILINE)
    return found


@pytest.fixture
def unit(tmp_path):
    """The unit with a program that is there, under its own name."""
    text = re.sub("^ExecStart=.*$", "ExecStart=/bin/true", UNIT.read_text(), flags=re.MULTILINE)
    file = tmp_path / UNIT.name
    file.write_text(text.replace("User=guide-kiosk", "User=root"))
    return file


def analyzed(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["systemd-analyze", *map(str, words)], capture_output=True, text=True, check=False)  # noqa: S603, S607


needs_systemd = pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed here")


@needs_systemd
def test_systemd_finds_no_fault_with_the_unit(unit):
    done = analyzed("verify", unit)
    assert UNIT.name not in done.stderr, done.stderr


@needs_systemd
def test_systemd_finds_a_fault_where_there_is_one(unit):
    unit.write_text(unit.read_text().replace("RestartSec=2", "RestartSeconds=2"))
    assert "RestartSeconds" in analyzed("verify", unit).stderr


@needs_systemd
def test_the_unit_is_as_closed_as_a_window_can_be(unit):
    told = analyzed("security", "--offline=true", "--no-pager", unit).stdout
    found = re.search(r"exposure level for \S+: ([\d.]+)", told)
    assert found, told
    assert float(found[1]) <= _MOST_EXPOSED


def test_the_unit_and_the_program_mean_the_same_codes():
    assert setting("RestartPreventExitStatus").split() == ["0", str(main.EXIT_ALREADY_OPEN)]
    assert setting("Restart") == "always"
    assert setting("Type") == "notify"
    assert setting("NotifyAccess") == "all", "the program is a child of cage"


def test_the_unit_has_no_network():
    assert setting("PrivateNetwork") == "yes"
    assert setting("RestrictAddressFamilies").split() == ["AF_UNIX", "AF_NETLINK"]


def test_the_user_of_the_unit_is_made_by_the_file_beside_it():
    made = (FOLDER / "net-surgery-guide-kiosk.conf").read_text()
    assert f"u {setting('User')} " in made
    assert f"/var/lib/{setting('StateDirectory')} " in made


@pytest.mark.parametrize("name", SHELLS)
def test_scripts_can_be_run(name):
    assert (FOLDER / name).stat().st_mode & 0o111
    subprocess.run(["sh", "-n", FOLDER / name], check=True)  # noqa: S603, S607


def test_gnome_kiosk_starts_the_guide_again_until_staff_close_it(tmp_path):
    guide = tmp_path / "net-surgery-guide"
    guide.write_text('#!/bin/sh\necho x >> "$0.starts"\n[ "$(wc -l < "$0.starts")" = 3 ]\n')
    guide.chmod(0o755)
    (tmp_path / "sleep").write_text("#!/bin/sh\n")
    (tmp_path / "sleep").chmod(0o755)
    script = FOLDER / "gnome-kiosk-script"
    subprocess.run([script], env={"PATH": f"{tmp_path}:/usr/bin:/bin"}, check=True)  # noqa: S603
    assert (tmp_path / "net-surgery-guide.starts").read_text() == "x\n" * 3


def test_launchd_starts_it_again_unless_staff_closed_it():
    agent = plistlib.loads((FOLDER / "net-surgery-guide-kiosk.plist").read_bytes())
    bundle = plistlib.loads((ROOT / "packaging" / "macos" / "Info.plist").read_bytes())
    assert agent["KeepAlive"] == {"SuccessfulExit": False}
    assert agent["ProgramArguments"][0].endswith(f"{bundle['CFBundleName']}.app/Contents/MacOS/net-surgery-guide")


def test_shell_launcher_starts_what_the_installer_installs():
    shape = {"": "http://schemas.microsoft.com/ShellLauncher/2018/Configuration"}
    whole = ElementTree.parse(FOLDER / "shell-launcher.xml").getroot()  # noqa: S314 - our own file
    [shell] = whole.findall("Profiles/Profile/Shell", shape)
    installer = (ROOT / "packaging" / "windows" / "guide.wxs").read_text()
    folder, program = re.findall(r"[\w.-]+", shell.get("Shell").replace('"', ""))[-2:]
    assert f'Id="INSTALLFOLDER" Name="{folder}"' in installer
    assert f"\\{program}" in installer
    done = {each.get("ReturnCode"): each.get("Action") for each in shell.iter() if each.get("ReturnCode")}
    assert done == {"0": "DoNothing", str(main.EXIT_ALREADY_OPEN): "DoNothing"}
    assert shell.find("DefaultAction", shape).get("Action") == "RestartShell"
    profiles = {each.get("ID") for each in whole.findall("Profiles/Profile", shape)}
    assert {each.get("ID") for each in whole.findall("Configs/Config/Profile", shape)} == profiles
