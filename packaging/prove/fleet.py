"""Proves the roll-out to many machines, on a fresh Debian: from a signed apt repository, and with the Ansible role.

usage: fleet.py FILE.deb [--suite bookworm|trixie]

Needs root, debootstrap, a Debian mirror, gpg, and for the second half ansible-playbook with community.general.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "fleet"))

import repository
from chroot import Chroot
from older import VERSION, older

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "build" / "prove"
PLAYS = ROOT / "packaging" / "fleet" / "ansible"
NAME = "net-surgery-guide"
UNIT = f"{NAME}-kiosk.service"
ENABLED = f"etc/systemd/system/graphical.target.wants/{UNIT}"
POLICY = "/etc/net-surgery-guide/policy.toml"
SOURCE = "deb [signed-by=/etc/apt/keyrings/net-surgery-guide.asc] file:/srv/apt ./"


def main(arguments: list[str]) -> int:
    """Run both proofs; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("--suite", default="bookworm", choices=("bookworm", "trixie"))
    chosen = parser.parse_args(arguments)
    old = older(chosen.package, WORK / "older")
    with Chroot(chosen.suite, WORK) as system:
        with tempfile.TemporaryDirectory() as keys:
            apt(system, old, chosen.package, Path(keys))
        if shutil.which("ansible-playbook"):
            ansible(system, chosen.package)
        else:
            print("ansible-playbook is not here, so the role was not tried")
    return 0


def apt(system: Chroot, old: Path, new: Path, keys: Path) -> None:
    """From a repository that is signed: install, upgrade; and a repository somebody changed is refused."""
    folder = system.root / "srv" / "apt"
    system.run("apt-get update --quiet=2")
    system.install("python3", "python3-apt", "systemd")
    gpg = ["gpg", "--homedir", keys, "--batch", "--yes", "--quiet", "--passphrase", ""]
    subprocess.run([*gpg, "--quick-generate-key", "clinic@example.invalid"], check=True)
    (system.root / "etc/apt/keyrings").mkdir(exist_ok=True)
    key = subprocess.run([*gpg, "--armor", "--export"], check=True, capture_output=True).stdout
    (system.root / "etc/apt/keyrings/net-surgery-guide.asc").write_bytes(key)
    (system.root / "etc/apt/sources.list.d/net-surgery-guide.list").write_text(SOURCE + "\n")

    def publish(*packages: Path) -> None:
        repository.lay_out(folder, packages, 1_700_000_000 + len(packages))
        subprocess.run([*gpg, "--clearsign", "--output", folder / "InRelease", folder / "Release"], check=True)

    publish(old)
    system.run("apt-get update --quiet=2")
    system.install(NAME)
    tell("installed from the repository", VERSION, system.run(f"dpkg-query -Wf '${{Version}}' {NAME}"))
    publish(old, new)
    system.run("apt-get update --quiet=2 && apt-get upgrade --yes --quiet=2")
    tell("apt upgrade took the newer one", new.name.split("_")[1], system.run(f"dpkg-query -Wf '${{Version}}' {NAME}"))
    (folder / "Packages").write_text((folder / "Packages").read_text("utf-8").replace("Size: ", "Size: 1"))
    (folder / "Packages.gz").unlink()
    system.run("rm -rf /var/lib/apt/lists/*srv_apt*")
    refused = "refused" if system.run("apt-get update 2>&1 || true").count("E:") else "taken"
    tell("a repository that somebody changed", "refused", refused)
    (system.root / "etc/apt/sources.list.d/net-surgery-guide.list").unlink()
    asked = f"systemctl is-enabled {UNIT} 2>/dev/null || true"
    tell("the kiosk's unit came with it, switched off", "disabled", system.run(asked))
    system.run(f"systemctl --quiet enable {UNIT}")
    system.run(f"apt-get remove --yes --quiet=2 {NAME}")
    tell("switched on and removed: its link is gone", "False", str((system.root / ENABLED).is_symlink()))
    system.run(f"apt-get purge --yes --quiet=2 {NAME}")


def ansible(system: Chroot, package: Path) -> None:
    """The role: what would change, do it, change nothing the second time, refuse what is wrong, go back, remove."""
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        for edition in ("2026-11", "2026-12", "broken"):
            shutil.copytree(ROOT / "resources", folder / "content" / edition, ignore=shutil.ignore_patterns("*.ts"))
        (folder / "content" / "broken" / "content.yaml").write_text("guide: [")
        values = {
            "guide_deb": str(package.resolve()),
            "guide_editions": str(folder / "content"),
            "guide_edition": "2026-11",
            "guide_kiosk": "true",
        }

        def play(*options: str, policy: str = "{profile: kiosk, languages: [fr, en]}", **changed: str) -> str:
            lines = [f"{key}: {value}" for key, value in {**values, **changed, "guide_policy": policy}.items()]
            host = f"ansible_connection: community.general.chroot\nansible_host: {system.root}\n" + "\n".join(lines)
            inventory = folder / "inventory.yml"
            inventory.write_text("guide:\n  hosts:\n    machine:\n" + re.sub("(?m)^", "      ", host) + "\n")
            done = subprocess.run(
                ["ansible-playbook", "--inventory", inventory, *options, PLAYS / "site.yml"],
                env={**os.environ, "ANSIBLE_NOCOLOR": "1", "ANSIBLE_PYTHON_INTERPRETER": "/usr/bin/python3"},
                capture_output=True,
                text=True,
                check=False,
            )
            recap = re.search(r"machine\s+: ok=\d+\s+changed=(\d+)\s+unreachable=\d+\s+failed=(\d+)", done.stdout)
            (WORK / "ansible.log").write_text(done.stdout + done.stderr, "utf-8")
            return f"changed={recap[1]} failed={recap[2]}" if recap else done.stdout + done.stderr

        first = play()
        tell("the role, first run", "failed=0", first[-8:])
        tell("the role, second run", "changed=0 failed=0", play())
        tell("the role, check mode", "changed=0 failed=0", play("--check"))
        shown = policy_of(system)
        tell("the policy names the edition", "True", str("/srv/net-surgery-guide/2026-11" in shown))
        tell("the kiosk's unit is enabled", "True", str((system.root / ENABLED).is_symlink()))
        tell("another edition, check mode", "failed=0", play("--check", guide_edition="2026-12")[-8:])
        tell("check mode left the policy alone", "True", str(policy_of(system) == shown))
        tell("another edition", "failed=0", play(guide_edition="2026-12")[-8:])
        newer = policy_of(system)
        tell("a broken edition", "failed=1", play(guide_edition="broken")[-8:])
        tell("a broken policy", "failed=1", play(guide_edition="2026-12", policy="{profile: kisok}")[-8:])
        tell("after both the policy is the one before", "True", str(policy_of(system) == newer != shown))
        tell("back to the edition before", "failed=0", play()[-8:])
        tell("and its policy is back", "True", str(policy_of(system) == shown))
        tell("a laptop again", "failed=0", play(guide_kiosk="false", policy="{languages: [fr, en]}")[-8:])
        tell("its unit is off", "False", str((system.root / ENABLED).is_symlink()))
        tell("removed", "failed=0", play(guide_state="absent", guide_kiosk="false")[-8:])
        tell("the policy and the content stay", "True", str(bool(policy_of(system))))


def policy_of(system: Chroot) -> str:
    """The policy of the machine."""
    return (system.root / POLICY.lstrip("/")).read_text("utf-8")


def tell(what: str, wanted: str, found: str) -> None:
    """Print a line of the table; end if it is not what it should be."""
    print(f"  {what:<44} {found}", flush=True)
    if found.strip() != wanted:
        raise SystemExit(f"{what}: expected {wanted}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
