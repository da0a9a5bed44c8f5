"""What the packages for Linux lay out beside the program, and who publishes them: staged, not built."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

import pytest

from tests.guides import ROOT

LINUX = ROOT / "packaging" / "linux"
sys.path += [str(LINUX), str(ROOT / "packaging")]

import deb  # noqa: E402
import freeze  # noqa: E402
import publisher  # noqa: E402
import rpm  # noqa: E402
import tree  # noqa: E402

EPOCH = 1_700_000_000
WHO = publisher.publisher()
UNIT = "net-surgery-guide-kiosk.service"


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """Everything that a package installs, with a program of one file."""
    folder = tmp_path_factory.mktemp("package")
    program = folder / "program"
    (program / "licences").mkdir(parents=True)
    (program / freeze.NAME).write_bytes(b"\x7fELF")
    root = folder / "root"
    tree.stage(program, ROOT, "1.2.3", EPOCH, root)
    freeze.tidy(root, EPOCH)
    return root


def ran(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*map(str, words)], capture_output=True, text=True, check=False)  # noqa: S603 - tools of the system


def needs(tool: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(tool) is None, reason=f"{tool} is not installed")


def test_the_unit_of_the_kiosk_is_there_and_off(installed):
    unit = installed / "usr/lib/systemd/system" / UNIT
    assert unit.read_text("utf-8") == (ROOT / "packaging" / "kiosk" / UNIT).read_text("utf-8")
    assert not [path for path in installed.rglob("*") if path.is_symlink() and path.name == UNIT]
    assert not (installed / "usr/lib/sysusers.d").exists(), "a laptop would get the user of a kiosk"


def test_every_file_that_the_unit_names_is_installed(installed):
    named = re.findall(r"/usr/share/net-surgery-guide/\S+", (ROOT / "docs" / "kiosk.md").read_text("utf-8"))
    named += re.findall(r"/usr/share/\S+", (installed / "usr/lib/systemd/system" / UNIT).read_text("utf-8"))
    assert named
    assert [each for each in named if not (installed / each.strip("`./")).exists()] == []


def test_scripts_can_be_run_and_nothing_else_but_the_program(installed):
    runs = {path.name for path in installed.rglob("*") if path.is_file() and path.stat().st_mode & 0o111}
    assert runs - {freeze.NAME} == {"gnome-kiosk-script", "xinitrc"}


def test_the_example_of_a_policy_is_a_file_of_the_clinic_to_change(installed):
    for place in deb.CONFIGURATION:
        assert (installed / place.lstrip("/")).is_file()
        assert f"%config(noreplace) {place}" in rpm.owned(installed)
        assert place.lstrip("/") not in deb.sums(installed)


@pytest.mark.parametrize(
    ("script", "switches"),
    [(deb.AFTER_INSTALLATION, False), (deb.BEFORE_REMOVAL, True), (deb.AFTER_REMOVAL, False)],
)
def test_installing_switches_nothing_on_and_removing_switches_off(script, switches, tmp_path):
    told = tmp_path / "told"
    (tmp_path / "systemctl").write_text(f'#!/bin/sh\necho "$@" >> {told}\n')
    (tmp_path / "systemctl").chmod(0o755)
    (tmp_path / "script").write_text(script)
    around = {"PATH": f"{tmp_path}:/usr/bin:/bin"}
    for step in ("configure", "upgrade", "remove"):
        subprocess.run(["/bin/sh", tmp_path / "script", step], env=around, check=True)  # noqa: S603 - ours
    calls = told.read_text() if told.exists() else ""
    assert "enable" not in calls.replace("disable", "")
    assert "start" not in calls
    assert (f"disable {UNIT}" in calls) is switches


def test_one_file_says_who_publishes_them(installed):
    described = (installed / "usr/share/metainfo/net-surgery-guide.metainfo.xml").read_text("utf-8")
    assert f"<id>{WHO.id}</id>" in described
    assert f"<name>{WHO.name}</name>" in described
    assert "@" not in re.sub(r"[\w.]+@[\w.]+", "", described)
    assert f"Maintainer: {WHO.name} <{WHO.address}>\n" in deb.control("1.2.3", 1, ["libc6"], [])
    assert f"Packager: {WHO.name} <{WHO.address}>\n" in rpm.spec("1.2.3", [], [], "/root")
    others = [path for path in sorted((ROOT / "packaging").rglob("*")) if path.is_file() and path.suffix != ".pyc"]
    others = [path for path in others if path.name != "publisher.toml" and path.stat().st_size < 100_000]
    told = {each for each in WHO if each != "The makers of the guide"}
    assert [path for path in others if any(each in path.read_text("utf-8", "replace") for each in told)] == []


def test_the_id_is_one_that_nobody_else_owns_or_begins_with_a_domain():
    assert re.fullmatch(r"[a-z][a-z0-9_]*(\.[a-z_][a-z0-9_]*){2,}", WHO.id)


@needs("appstreamcli")
def test_software_centres_take_the_description(installed):
    done = ran("appstreamcli", "validate", "--no-net", installed / "usr/share/metainfo/net-surgery-guide.metainfo.xml")
    assert done.returncode == 0, done.stdout


@needs("mandoc")
@pytest.mark.parametrize("language", ["", "fr"])
def test_the_manual_is_well_formed(language, installed):
    page = installed / "usr/share/man" / language / "man1" / "net-surgery-guide.1.gz"
    told = ran("mandoc", "-Tlint", "-Wstyle", page).stdout.splitlines()
    known = ("first section is not", "possible typo in section name", "description line outside NAME")
    assert [line for line in told if not (language and any(each in line for each in known))] == []


@needs("lexgrog")
@pytest.mark.parametrize("language", ["", "fr"])
def test_the_manual_is_found_by_its_name(language, installed):
    page = installed / "usr/share/man" / language / "man1" / "net-surgery-guide.1.gz"
    assert '"net-surgery-guide - ' in ran("lexgrog", page).stdout
