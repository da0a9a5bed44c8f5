"""The program from start to end: arguments -> build -> show -> run.

1. A command line with a command (``check``, ``screenshot``, ``about``) goes to ``desktop.cli``, which
   knows no window unless it draws one.
2. Otherwise the window: the machine is looked at (a usable Python and Qt, a screen), the application
   is built by ``desktop.app``, shown, and run until it is closed.
Everything that can go wrong for a person ends in one sentence and an exit code.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from desktop import paths
from desktop.errors import AlreadyOpenError, GuideError, NoDisplayError
from desktop.options import WindowOptions
from desktop.policy import KIOSK, Policy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.app import Running

EXIT_USAGE = 2
EXIT_NO_DISPLAY = 3
EXIT_ALREADY_OPEN = 4
EXIT_REFUSED = 74
"""A full disk, a broken device and the like; by the custom of sysexits.h."""
EXIT_INTERRUPTED = 130
"""Ctrl+C in the terminal, by the custom of shells."""


def main(arguments: Sequence[str]) -> int:
    """Run the program; the exit code."""
    try:
        if not arguments:
            return open_window(WindowOptions())
        from desktop.cli.commands import run  # noqa: PLC0415 - argparse costs 6 ms of start-up, the window needs none

        return _flushed(run(arguments, open_window))
    except BrokenPipeError:
        return _enough_was_read()
    except NoDisplayError as error:
        print(error, file=sys.stderr)
        return EXIT_NO_DISPLAY
    except AlreadyOpenError as error:
        print(error, file=sys.stderr)
        return EXIT_ALREADY_OPEN
    except GuideError as error:
        print(error, file=sys.stderr)
        return EXIT_USAGE
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a mistake of ours ends in a sentence, too
        return _failed(error)


def _failed(error: Exception) -> int:
    """Note that the program itself has failed, and say so; the exit code."""
    from desktop.faults import EXIT_BROKEN, Faults, log_file  # noqa: PLC0415 - only when something failed

    if isinstance(error, OSError):
        print(f"The system refused what the program asked for: {error.strerror or error}", file=sys.stderr)
        return EXIT_REFUSED
    Faults(log_file()).take(type(error), error, error.__traceback__)
    print(
        "The program has made a mistake and cannot go on. Start it again; if that does not help, show this file to "
        f"whoever looks after this computer: {log_file()}",
        file=sys.stderr,
    )
    return EXIT_BROKEN


def _flushed(code: int) -> int:
    """The exit code, once everything is written. A program without a console has no standard output."""
    if sys.stdout is not None:
        sys.stdout.flush()
    return code


def _enough_was_read() -> int:
    """Whoever reads the output wants no more of it (``| head``), which is no mistake; the rest goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def open_window(options: WindowOptions) -> int:
    """Open the window and stay until it is closed."""
    policy = policy_of(options)
    if policy.profile == KIOSK:
        from desktop.watch import supervisor  # noqa: PLC0415 - a laptop is not watched

        mode = os.environ.pop(supervisor.MODE, "")
        return _open_kiosk(options, policy, safe=mode == supervisor.SAFE) if mode else supervisor.watch(options)
    return start(options._replace(content=options.content or policy.content)).run()


def start(options: WindowOptions, settings_folder: Path | None = None) -> Running:
    """Open the window; it is painted as soon as the program runs. The settings are the user's if no folder is given."""
    from desktop import machine  # noqa: PLC0415 - Qt is loaded only where a window opens

    gc.disable()  # nothing that the start makes goes away again, and looking for it takes 10 ms (docs/decisions/0006)
    machine.require_usable_python()
    machine.require_display()
    machine.load_qt()
    from desktop import app  # noqa: PLC0415 - as above

    running = app.build(options, settings_folder)
    running.window.first_painted.connect(_collect_garbage)
    running.show()
    return running


def _collect_garbage() -> None:
    """From now on, but never again in what the start has made: it stays until the end."""
    gc.freeze()
    gc.enable()


def _open_kiosk(options: WindowOptions, policy: Policy, *, safe: bool) -> int:
    """The window of a kiosk, in the process that the supervisor has started for it."""
    from desktop import machine  # noqa: PLC0415 - Qt is loaded only where a window opens
    from desktop.watch import faults  # noqa: PLC0415 - as above

    faults.begin()
    machine.require_usable_python()
    machine.require_display()
    machine.load_qt()
    from desktop.kiosk import app as kiosk  # noqa: PLC0415 - a laptop needs none of it

    running = kiosk.build(options, policy, safe=safe)
    running.show()
    return running.run()


def policy_of(options: WindowOptions) -> Policy:
    """What the clinic has decided for this machine. The command line may make a laptop a kiosk, never the reverse."""
    path = options.policy or paths.policy()
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        if options.policy is None:
            return Policy(profile=options.profile)
    except OSError:
        pass  # the file is there and cannot be read, which closes everything
    from desktop import policy_file  # noqa: PLC0415 - most machines have no such file

    policy = policy_file.of_machine(options.policy)
    return policy._replace(profile=KIOSK) if options.profile == KIOSK else policy


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
