"""PySide6's archive of signatures stays closed until something is called wrongly, and then tells what it always did."""

from __future__ import annotations

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests import child

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere PySide6 is loaded as it comes")

DEFERRED = """
import sys
from desktop import signatures
with signatures.deferred():
    import PySide6.QtCore
"""
AS_IT_COMES = "import PySide6.QtCore, sys\n"

WRONG_CALLS = """
from PySide6.QtCore import QObject, QTime, QTimer
from PySide6.QtWidgets import QWidget
calls = [
    lambda: QTimer(5),
    lambda: QTimer.singleShot(1, 2, 3, 4),
    lambda: QObject().setObjectName(3, 4),
    lambda: QObject(foo=3),
    lambda: QTime("x", QObject()),
    lambda: QWidget("x"),
    lambda: QObject.nothing,
]
for call in calls if {forwards} else reversed(calls):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
print(QTimer.start.__doc__)
help(QObject.objectName)
from PySide6.support import signature
print(signature.get_signature(QTimer.start))
"""

HELP_FIRST = """
from PySide6.QtCore import QTimer
print(QTimer.start.__doc__)
import shiboken6
print(shiboken6.isValid(QTimer), shiboken6.__version__)
"""

OPENED = "shibokensupport.signature.parser"
"""One of the modules in the archive."""


def told(code: str, **environment: str) -> str:
    """What a process prints that goes well and says nothing of errors."""
    done = child.run("-c", code, QT_QPA_PLATFORM="offscreen", **environment)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("forwards", [True, False])
def test_a_wrong_call_is_told_in_the_same_words(forwards):
    code = WRONG_CALLS.format(forwards=forwards)
    words = told(DEFERRED + code)
    assert words == told(AS_IT_COMES + code)
    assert "PySide6.QtCore.QTimer.singleShot(msec: int, functor:" in words
    assert words.count("Error") == 7


def test_help_is_the_same():
    assert told(DEFERRED + "import shiboken6\n" + HELP_FIRST) == told(AS_IT_COMES + HELP_FIRST)


def test_the_archive_stays_closed_until_then():
    look = f"print({OPENED!r} in sys.modules, 'inspect' in sys.modules)\n"
    wrong = "try: PySide6.QtCore.QTimer(5)\nexcept TypeError: pass\n"
    assert told(DEFERRED + look + wrong + look) == "False False\nTrue True\n"


def test_the_window_opens_without_it(tmp_path):
    start = """
import sys
from pathlib import Path
from desktop.main import start
from desktop.options import WindowOptions
running = start(WindowOptions(topic="whipple"), Path({settings!r}))
running.application.processEvents()
running.window.grab()
"""
    assert told(start.format(settings=str(tmp_path)) + f"print({OPENED!r} in sys.modules)") == "False\n"


@pytest.mark.parametrize("before", ["", "import zipfile\n"])
def test_pythons_archives_are_what_they_were(before):
    code = before + DEFERRED + "import zipfile; print(zipfile.ZipFile.__module__, hasattr(zipfile, 'is_zipfile'))"
    assert told(code) == "zipfile True\n"


def test_whoever_handles_the_archive_themselves_gets_pyside_as_it_comes():
    """``SBK_EMBED`` lets PySide6 write into its folder, or remove what lies there; any other value does nothing."""
    assert told(DEFERRED + f"print({OPENED!r} in sys.modules)", SBK_EMBED="maybe") == "True\n"


def test_an_archive_that_lies_unpacked_is_used(tmp_path):
    """PySide6 looks for it beside shiboken6, and never opens the archive then."""
    shutil.copytree(Path(str(find_spec("shiboken6").origin)).parent, tmp_path / "shiboken6")
    told(AS_IT_COMES, PYTHONPATH=str(tmp_path), SBK_EMBED="0")
    assert (tmp_path / "shiboken6" / "files.dir" / "shibokensupport").is_dir()
    assert told(DEFERRED + f"print({OPENED!r} in sys.modules)", PYTHONPATH=str(tmp_path)) == "True\n"


def test_a_second_import_changes_nothing():
    again = "with signatures.deferred():\n    import PySide6.QtGui, zipfile\nprint(zipfile.ZipFile.__module__)"
    assert told(DEFERRED + again) == "zipfile\n"


def test_what_else_a_loader_has_is_found_in_the_real_one():
    code = "from shibokensupport.signature import loader; print(callable(loader.put_into_package))"
    assert told(DEFERRED + code) == "True\n"


def test_nothing_in_pyside_waits_to_be_mended_after_an_import():
    """Otherwise ``finish_import`` must not be empty."""
    code = (
        "import PySide6.QtCore; from PySide6.support import deprecated; print('fix_for_' in ' '.join(dir(deprecated)))"
    )
    assert told(code) == "False\n"
