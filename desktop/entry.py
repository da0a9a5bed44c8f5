"""The installed command ``net-surgery-guide``."""

import sys

from desktop.main import main


def command() -> None:
    """Run the program with this process's command line and end with its exit code."""
    sys.exit(main(sys.argv[1:]))
