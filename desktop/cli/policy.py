"""``policy check`` and ``policy pin``: what clinic IT needs to write the policy file of a machine."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING

from desktop import paths, policy_file
from desktop.content.problems import ERROR
from desktop.errors import UsageError
from desktop.session import pin

if TYPE_CHECKING:
    from pathlib import Path


_NO_HASH = "a PIN cannot be hashed on this machine: its library of OpenSSL (libcrypto) is missing"


def check(file: Path | None) -> int:
    """Say what is wrong with a policy file, by default that of this machine; 0 if it can be used, else 1.

    Raises UnreadableError if it cannot be read.
    """
    path = file or paths.policy()
    policy = policy_file.check(path)
    for problem in policy.problems:
        print(problem)
    if any(problem.level == ERROR for problem in policy.problems):
        print(f"{path}: cannot be used; until it is mended the machine is a kiosk with everything closed")
        return 1
    if policy.pin is not None and not pin.can_hash():
        print(f"{path}: staff could not leave the kiosk, because {_NO_HASH}")
        return 1
    print(f"{path}: can be used; this machine is a {policy.profile}")
    return 0


def make_pin() -> int:
    """Ask for a PIN twice, without showing it, and print the line for the policy file.

    Raises UsageError if there is nobody to ask, the PIN cannot be used, or this machine cannot hash it.
    """
    if not sys.stdin.isatty():
        raise UsageError("Type this command at a terminal: the PIN is asked for there and never given as an option.")
    if not pin.can_hash():
        raise UsageError(f"No PIN can be made, because {_NO_HASH}.")
    first = getpass.getpass("PIN: ")
    weak = pin.weakness(first)
    if weak:
        raise UsageError(weak)
    if getpass.getpass("The same PIN again: ") != first:
        raise UsageError("These were two different PINs. Nothing was made; try again.")
    print("Put this line under [staff] in the policy file:")
    print(f'pin = "{pin.hashed(first)}"')
    return 0
