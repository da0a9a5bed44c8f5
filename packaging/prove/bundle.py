"""Proves what is promised of the packaged program: no network, nowhere to write, whatever the surroundings.

usage: bundle.py FOLDER    (as root: it becomes an ordinary user, mounts, and leaves the network; needs strace, xvfb,
xauth and xdotool)

1. Every program and library in it stands in its bill (SBOM), with version and licence; one that is laid in is noticed.
2. The whole walk (walk.sh) under strace, as an ordinary user with an empty home: not one socket but local ones.
3. The same without any network interface, from a mount nobody can write to.
4. The kiosk (kiosk.sh): a PIN is made, the window killed and opened again, staff leave by the PIN.
5. One picture in each of many surroundings; without a screen one sentence and the exit code 3.
A process that does open a socket must be noticed first, or nothing here proves anything.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from surroundings import LEAST_PICTURE, NO_DISPLAY, SURROUNDINGS

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "linux"))

import account  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NAME = "net-surgery-guide"
BILL = "sbom.cdx.json"
NOBODY = 65534
_FAR = re.compile(r"socket\((?!AF_UNIX|AF_LOCAL)\w+")


def main(arguments: Sequence[str]) -> int:
    """Prove it all; the exit code."""
    program = Path(arguments[0]).resolve() / NAME
    with tempfile.TemporaryDirectory(prefix="prove-") as name:
        work = Path(name)
        shutil.chown(work, NOBODY, NOBODY)
        wrong = [
            *accounted(program.parent, work / "laid-in"),
            *twin_is_noticed(work),
            *walk(
                program, work / "walk", ("strace", "-DD", "-f", "-A", "-e", "trace=socket", "-o", str(work / "calls"))
            ),
            *far_sockets(work / "calls"),
            *alone(program, work),
            *kiosk(program, work),
            *everywhere(program, work),
            *without_screen(program, work),
        ]
    print("\n".join(wrong) or "all proved")
    return 1 if wrong else 0


def accounted(folder: Path, twin: Path) -> Iterable[str]:
    """The program held against its bill, and a program that somebody laid a library into."""
    yield from account.missing(folder, folder / BILL)
    twin.mkdir()
    shutil.copy(folder / NAME, twin / "libforeign.so")
    bill = shutil.copy(folder / BILL, twin)
    if not any("libforeign.so: no component" in each for each in account.missing(twin, Path(bill))):
        yield "a library that was laid in was not noticed: the bill proves nothing"
    print(f"bill: {sum(1 for _ in account.elf.within(folder))} programs and libraries looked up")


def twin_is_noticed(work: Path) -> Iterable[str]:
    """A process that opens a socket of the net, looked at in the same way."""
    calls = work / "twin"
    opens_one = "exec 3<>/dev/tcp/127.0.0.1/9"
    run(["strace", "-f", "-e", "trace=socket", "-o", str(calls), "bash", "-c", opens_one], work, {})
    if not list(far_sockets(calls)):
        yield "a process that opens a socket of the net was not noticed: nothing is proved"


def far_sockets(calls: Path) -> Iterable[str]:
    """What strace has seen that reaches further than this machine."""
    lines = calls.read_text("utf-8", "replace").splitlines()
    print(f"{calls.name}: {sum('socket(' in line for line in lines)} sockets")
    return [f"a socket: {line}" for line in lines if _FAR.search(line)]


def walk(program: Path, work: Path, under: Sequence[str] = ()) -> Iterable[str]:
    """Every topic in both languages, a handout, a search, and the window by its keys, as an ordinary user."""
    home = of_nobody(work)
    done = run(["sh", str(HERE / "walk.sh"), "begin", str(home / "pictures"), *under, str(program)], home, {})
    print(done.stdout.strip().replace("\n", "\n  "))
    if done.returncode:
        yield f"the walk ended with {done.returncode}: {done.stderr.strip()[-500:]}"


def alone(program: Path, work: Path) -> Iterable[str]:
    """The walk in a network of no interfaces, from a mount nobody can write to."""
    place = work / "mounted"
    place.mkdir()
    subprocess.run(["mount", "--bind", program.parent, place], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", place], check=True)
        yield from walk(place / NAME, work / "alone", ())
    finally:
        subprocess.run(["umount", place], check=True)


def kiosk(program: Path, work: Path) -> Iterable[str]:
    """The kiosk and its PIN, as an ordinary user."""
    home = of_nobody(work / "kiosk")
    done = run(["sh", str(HERE / "kiosk.sh"), str(program)], home, {})
    print(done.stdout.strip())
    if done.returncode:
        yield f"the kiosk: {done.stderr.strip()[-500:]}"


def everywhere(program: Path, work: Path) -> Iterable[str]:
    """One picture in every one of the surroundings."""
    for number, around in enumerate(SURROUNDINGS):
        home = of_nobody(work / f"around-{number}")
        picture = home / "picture.png"
        command = [str(program), "screenshot", str(picture), "--topic", "whipple"]
        done = run(command, home, around.variables, around.without, around.cwd)
        fine = done.returncode == 0 and picture.is_file() and picture.stat().st_size > LEAST_PICTURE
        print(f"{around.name}: {'a picture' if fine else done.stderr.strip()[:200] or done.returncode}")
        if not fine or "Traceback" in done.stderr:
            yield f"{around.name}: exit code {done.returncode}, {done.stderr.strip()[:500]}"


def without_screen(program: Path, work: Path) -> Iterable[str]:
    """The window where there is no screen."""
    home = of_nobody(work / "no-screen")
    done = run([str(program)], home, {}, ("DISPLAY", "WAYLAND_DISPLAY"))
    print(f"no screen: {done.stderr.strip()}")
    if done.returncode != NO_DISPLAY or done.stderr.count("\n") != 1:
        yield f"no screen: exit code {done.returncode}, {done.stderr.strip()[:500]}"


def of_nobody(folder: Path) -> Path:
    """An empty home of the ordinary user."""
    folder.mkdir(parents=True)
    shutil.chown(folder, NOBODY, NOBODY)
    return folder


def run(
    command: Sequence[str], home: Path, variables: dict[str, str], without: tuple[str, ...] = (), cwd: str = "/"
) -> subprocess.CompletedProcess[str]:
    """Run it as the ordinary user, in a network without interfaces, with few variables."""
    given = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8", **variables}
    kept = [f"{name}={value}" for name, value in given.items() if name not in without]
    user = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    words = ["unshare", "--net", *user, "env", "-i", *kept, *command]
    return subprocess.run(words, capture_output=True, text=True, cwd=cwd, timeout=1800, check=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
