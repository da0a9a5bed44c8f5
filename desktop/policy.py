"""What the clinic has decided for this machine. Read once at the start (``policy_file.py``), never changed.

A machine without a policy file is a laptop. A machine whose policy file cannot be used is the safest kiosk, because
the file may have said so, and a kiosk that opens as a laptop would be open to everyone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.content.problems import Problem
    from desktop.session.pin import PinHash

LAPTOP, KIOSK = "laptop", "kiosk"
PROFILES = (LAPTOP, KIOSK)
MOST_VOLUME = 5
"""The steps of volume a visitor has; the last one is as loud as the system's own control allows."""


class Policy(NamedTuple):
    """Everything a clinic can decide. The defaults are those of a file that says nothing."""

    profile: str = LAPTOP
    languages: tuple[str, ...] = ("en", "fr")
    """The languages that are offered, the first one first."""
    content: Path | None = None
    """The folder of the clinic's own content; None for the content shipped with the program."""
    show_unreviewed: bool = True
    """Whether pages that no clinician has reviewed yet may be shown."""
    clinic_name: str = ""
    clinic_telephone: str = ""
    shortest_idle: int = 120
    """Seconds without a touch after which a visit ends, for a screen of few words (acceptance B14)."""
    longest_idle: int = 300
    """The same for a screen of many words."""
    dim_after: int = 600
    """Seconds for which nobody has come after which the waiting screen grows dark."""
    diagonal: float = 21.5
    """The diagonal of the display, in inches: what a system tells of it is often wrong."""
    distance: int = 600
    """How far a reader's eyes are from the display, in millimetres."""
    printer: str = ""
    """The printer a kiosk may use without asking; empty for none."""
    sound: bool = True
    volume: int = 3
    """How loud reading aloud is when a visit begins, 1 to ``MOST_VOLUME``."""
    counts: bool = False
    """Whether a kiosk counts what is opened (docs/decisions/0009)."""
    counts_days: int = 90
    """For how many days."""
    counts_folder: Path | None = None
    """The folder into which staff export the counts at the screen; None if they cannot."""
    pin: PinHash | None = None
    """The PIN with which staff leave the kiosk; without one they cannot."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the file; for staff."""


def safest(found: Policy, problems: tuple[Problem, ...]) -> Policy:
    """The kiosk in place of a policy that cannot be used.

    Kept of what was found is only what closes something, or lets staff in to mend it.
    """
    return Policy(
        profile=KIOSK,
        show_unreviewed=found.show_unreviewed,
        sound=False,
        pin=found.pin,
        problems=problems,
    )


def safe_mode(found: Policy) -> Policy:
    """The kiosk after it has failed several times: only what the program brings with it, on the clinic's display.

    Kept is what cannot be why it fails; everything else, a new key too, is as in a file that says nothing.
    """
    return Policy(
        profile=KIOSK,
        languages=found.languages,
        show_unreviewed=found.show_unreviewed,
        clinic_name=found.clinic_name,
        clinic_telephone=found.clinic_telephone,
        shortest_idle=found.shortest_idle,
        longest_idle=found.longest_idle,
        dim_after=found.dim_after,
        diagonal=found.diagonal,
        distance=found.distance,
        sound=False,
        pin=found.pin,
        problems=found.problems,
    )
