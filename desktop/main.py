"""The program from start to end: arguments -> build -> show -> run.

1. A command line with a command (``check``, ``screenshot``, ``about``) goes to ``desktop.cli``, which
   knows no window unless it draws one.
2. Otherwise the window: the machine is looked at (a usable Python and Qt, a screen), the application
   is built by ``desktop.app``, shown, and run until it is closed.
Everything that can go wrong for a person ends in one sentence and an exit code.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if __name__ == "__main__":
    from pathlib import Path

    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from desktop.errors import GuideError, NoDisplayError, UsageError
from desktop.options import WindowOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

EXIT_USAGE = 2
EXIT_NO_DISPLAY = 3


def main(arguments: Sequence[str]) -> int:
    """Run the program; the exit code."""
    try:
        if not arguments:
            return open_window(WindowOptions())
        from desktop.cli.commands import run  # noqa: PLC0415 - argparse costs 6 ms of start-up, the window needs none

        return run(arguments, open_window)
    except NoDisplayError as error:
        print(error, file=sys.stderr)
        return EXIT_NO_DISPLAY
    except UsageError as error:
        print(error, file=sys.stderr)
        return EXIT_USAGE
    except GuideError as error:
        print(error, file=sys.stderr)
        return EXIT_USAGE


def open_window(options: WindowOptions) -> int:
    """Open the window and stay until it is closed."""
    from desktop import machine  # noqa: PLC0415 - Qt is loaded only where a window opens

    machine.require_usable_python()
    machine.require_display()
    app = machine.load_qt()
    running = app.build(options)
    running.show()
    return int(running.run())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
