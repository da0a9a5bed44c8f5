"""The service manager that started the kiosk (systemd), told that it lives: sd_notify(3), one datagram a message.

A local socket of the family AF_UNIX; no network is touched, and none can be.
"""

from __future__ import annotations

import socket
import sys
from contextlib import suppress

READY, ALIVE = "READY=1", "WATCHDOG=1"


class Service:
    """Tells the service manager. ``address`` is the variable ``NOTIFY_SOCKET``; without it nobody is told."""

    def __init__(self, address: str) -> None:
        self._address = "\0" + address[1:] if address.startswith("@") else address

    def tell(self, *states: str) -> None:
        """Say one or more things at once. That nobody listens changes nothing."""
        if not self._address or sys.platform == "win32":
            return
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as way:
            way.setblocking(False)
            way.sendto("\n".join(states).encode(), self._address)
