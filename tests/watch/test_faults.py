"""A failure of the kiosk is told by its kind and place; what a visitor typed may stand in its message."""

from __future__ import annotations

import pytest

from tests import child

_BEGIN = """
from desktop.watch import faults
faults.begin()
class Broken:
    def __del__(self):
        raise ValueError("secret")
def fails():
    word = "secret"
    raise LookupError(word)
"""


def test_an_exception_is_told_without_its_message():
    done = child.run("-c", _BEGIN + "fails()")
    assert done.returncode == 1
    assert "LookupError in fails:9; it was not caught" in done.stderr
    assert "secret" not in done.stderr
    assert "Traceback" not in done.stderr


def test_an_exception_where_nobody_could_catch_it_is_told_in_the_same_way():
    done = child.run("-c", _BEGIN + "Broken(); print('goes on')")
    assert done.stdout == "goes on\n"
    assert "ValueError in Broken.__del__:6" in done.stderr or "ValueError in __del__:6" in done.stderr
    assert "secret" not in done.stderr


@pytest.mark.parametrize("crash", ["faulthandler._sigsegv()", "os.abort()"])
def test_a_crash_is_told_by_the_functions_it_happened_in(crash):
    code = f"{_BEGIN}\nimport faulthandler, os\ndef crashes(word):\n    {crash}\ncrashes('secret')"
    done = child.run("-c", code)
    assert done.returncode < 0
    assert "in crashes" in done.stderr
    assert "secret" not in done.stderr


def test_without_an_error_output_nothing_breaks():
    done = child.run("-c", "import sys\nsys.stderr = None\n" + _BEGIN + "Broken()\nprint('goes on')")
    assert done.stdout == "goes on\n"
