"""The clinic that stands on a handout: the policy file's where it gives one, else that of the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import policy_file
from desktop.handout.document import Clinic

if TYPE_CHECKING:
    from desktop.kept.settings import Settings


def of_machine(settings: Settings) -> Clinic:
    """Name and telephone for handouts."""
    policy = policy_file.of_machine()
    return Clinic(policy.clinic_name or settings.clinic_name, policy.clinic_telephone or settings.clinic_phone)
