"""``make test``: the whole suite in two processes at once, for each half waits on windows of its own.

The second half's report follows the first's. Words on the command line go to one pytest as they are.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile

HALVES = (["tests/journeys"], ["tests", "--ignore=tests/journeys"])


def main(words: list[str]) -> int:
    """Run the tests; the worse of the two exit codes."""
    pytest = [sys.executable, "-m", "pytest"]
    if words:
        return subprocess.call([*pytest, *words])
    first, second = HALVES
    with tempfile.TemporaryFile("w+", encoding="utf-8") as report:
        beside = subprocess.Popen([*pytest, "-p", "no:cacheprovider", *second], stdout=report, stderr=subprocess.STDOUT)
        try:
            codes = [subprocess.call([*pytest, *first]), beside.wait()]
        finally:
            beside.kill()
        report.seek(0)
        print(report.read())
    return max(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
