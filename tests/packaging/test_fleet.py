"""Rolling out to many machines: the apt repository, what removing leaves, and the Ansible role's promises."""

from __future__ import annotations

import gzip
import hashlib
import shutil
import subprocess
import sys

import pytest
import yaml

from tests.guides import ROOT

sys.path += [str(ROOT / "packaging" / "fleet"), str(ROOT / "packaging" / "linux"), str(ROOT / "packaging")]

import deb
import repository

ROLE = ROOT / "packaging" / "fleet" / "ansible" / "roles" / "guide"
TIME = 1_800_000_000


@pytest.fixture
def package(tmp_path):
    """A .deb with nothing in it."""
    if shutil.which("dpkg-deb") is None:
        pytest.skip("needs dpkg-deb, which Debian has")
    control = tmp_path / "tree" / "DEBIAN" / "control"
    control.parent.mkdir(parents=True)
    control.write_text("Package: net-surgery-guide\nVersion: 1.2.3\nArchitecture: amd64\nMaintainer: a <a@b.invalid>\n"
                       "Description: short\n")  # fmt: skip
    made = tmp_path / "net-surgery-guide_1.2.3_amd64.deb"
    subprocess.run(["dpkg-deb", "--build", control.parents[1], made], check=True, capture_output=True)  # noqa: S603, S607 - our own tree
    return made


def test_the_repository_names_each_package_with_its_place_and_sum(package, tmp_path):
    repository.lay_out(tmp_path / "apt", [package], TIME)
    listed = (tmp_path / "apt" / "Packages").read_text()
    data = package.read_bytes()
    assert "Version: 1.2.3\n" in listed
    assert f"Filename: ./{package.name}\nSize: {len(data)}\nSHA256: {hashlib.sha256(data).hexdigest()}\n" in listed
    assert (tmp_path / "apt" / package.name).read_bytes() == data
    assert gzip.decompress((tmp_path / "apt" / "Packages.gz").read_bytes()).decode() == listed


def test_what_is_signed_covers_the_indexes(package, tmp_path):
    repository.lay_out(tmp_path / "apt", [package], TIME)
    release = (tmp_path / "apt" / "Release").read_text()
    for name in ("Packages", "Packages.gz"):
        data = (tmp_path / "apt" / name).read_bytes()
        assert f" {hashlib.sha256(data).hexdigest()} {len(data):>8} {name}\n" in release


def test_the_same_packages_at_the_same_time_make_the_same_repository(package, tmp_path):
    for name in ("one", "two"):
        repository.lay_out(tmp_path / name, [package], TIME)
    files = [{each.name: each.read_bytes() for each in (tmp_path / name).iterdir()} for name in ("one", "two")]
    assert files[0] == files[1]


@pytest.mark.parametrize(("step", "left"), [("remove", True), ("upgrade", True), ("purge", False)])
def test_the_policy_goes_with_a_purge_and_with_nothing_else(step, left, tmp_path):
    etc = tmp_path / "net-surgery-guide"
    etc.mkdir()
    (etc / "policy.toml").write_text('profile = "kiosk"\n')
    script = deb.AFTER_REMOVAL.replace("/etc/net-surgery-guide", str(etc))
    subprocess.run(["/bin/sh", "-c", script, "postrm", step], check=True)  # noqa: S603 - the script of our package
    assert (etc / "policy.toml").exists() is left
    assert etc.exists() is left


def test_a_purge_leaves_what_else_somebody_put_there(tmp_path):
    etc = tmp_path / "net-surgery-guide"
    etc.mkdir()
    (etc / "notes.txt").write_text("of the administrator")
    script = deb.AFTER_REMOVAL.replace("/etc/net-surgery-guide", str(etc))
    subprocess.run(["/bin/sh", "-c", script, "postrm", "purge"], check=True)  # noqa: S603 - the script of our package
    assert (etc / "notes.txt").exists()


def tasks(name: str) -> list[dict]:
    return yaml.safe_load((ROLE / "tasks" / f"{name}.yml").read_text("utf-8"))


def test_every_variable_of_the_role_is_explained():
    explained = yaml.safe_load((ROLE / "meta" / "argument_specs.yml").read_text("utf-8"))
    defaults = yaml.safe_load((ROLE / "defaults" / "main.yml").read_text("utf-8"))
    options = explained["argument_specs"]["main"]["options"]
    assert {name: option["default"] for name, option in options.items()} == defaults


def test_the_role_never_puts_a_policy_into_place_that_the_program_refuses():
    (written,) = (each["ansible.builtin.template"] for each in tasks("policy") if "ansible.builtin.template" in each)
    assert written["validate"] == "net-surgery-guide policy check %s"


def test_the_role_checks_an_edition_before_the_policy_names_it():
    order = [each.get("ansible.builtin.include_tasks") for each in tasks("main")]
    assert order.index("content.yml") < order.index("policy.yml")
    assert tasks("content")[-1]["ansible.builtin.command"]["argv"][:3] == ["net-surgery-guide", "check", "--strict"]
