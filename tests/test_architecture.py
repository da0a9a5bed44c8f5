"""What no room of the house may do, and which rooms know nothing of Qt."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from tests import child
from tests.guides import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted((ROOT / "desktop").rglob("*.py"))
NAMES = [str(path.relative_to(ROOT)) for path in FILES]


def module(path: Path) -> str:
    """`desktop/content/nodes.py` -> `desktop.content.nodes`."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def imported(tree: ast.Module) -> set[str]:
    """Every module a file imports, with its parts: `PySide6.QtCore` is also `PySide6`."""
    found = set()
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        for name in names:
            parts = name.split(".")
            found |= {".".join(parts[:number]) for number in range(1, len(parts) + 1)}
    return found


# Rooms without Qt


def in_rooms(*rooms: str) -> list[str]:
    return [module(path) for path in FILES if module(path).startswith(rooms)]


WITHOUT_QT = (
    *in_rooms(
        "desktop.content", "desktop.pages", "desktop.handout.", "desktop.session.", "desktop.speech", "desktop.watch"
    ),
    "desktop.cli.check",
    "desktop.cli.about",
    "desktop.cli.commands",
    "desktop.cli.policy",
    "desktop.policy",
    "desktop.policy_file",
    "desktop.cli.speech",
    "desktop.main",
    "desktop.entry",
    "desktop.errors",
    "desktop.faults",
    "desktop.options",
    "desktop.paths",
    "desktop.kept.files",
    "desktop.kept.settings",
    "desktop.machine",
    "desktop.packages",
    "desktop.signatures",
)
_IMPORT = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
    loaded = [each for each in sys.modules if each.startswith(("PySide6", "shiboken6"))]
    assert not loaded, f"{name} loads {loaded[:3]}"
print("clean")
"""


def test_the_rooms_of_knowledge_are_all_looked_at():
    assert {"desktop.content.nodes", "desktop.content.rules.safety", "desktop.pages.compose"} < set(WITHOUT_QT)
    assert len(WITHOUT_QT) >= 30


def test_knowledge_runs_without_the_window():
    done = child.run("-c", _IMPORT, *WITHOUT_QT)
    assert (done.stdout, done.stderr) == ("clean\n", "")


def test_a_room_with_qt_would_be_noticed():
    done = child.run("-c", _IMPORT, "desktop.content.model", "desktop.looks.theme")
    assert "desktop.looks.theme loads ['PySide6" in done.stderr


def test_only_one_file_reads_yaml():
    assert [name for name, path in zip(NAMES, FILES, strict=True) if "yaml" in imported(tree_of(path))] == [
        "desktop/content/nodes.py"
    ]


def test_reading_a_compiled_guide_needs_no_yaml():
    code = (
        "import sys, desktop.content.library, desktop.pages.compose, desktop.pages.panel; print('yaml' in sys.modules)"
    )
    assert child.run("-c", code).stdout == "False\n"


# What nothing may use

MODULES = {
    "pickle", "marshal", "shelve", "subprocess", "socket", "threading", "webbrowser", "multiprocessing", "asyncio",
    "ssl", "http", "urllib", "ftplib", "smtplib", "ctypes", "PySide6.QtNetwork", "PySide6.QtWebEngineCore",
    "PySide6.QtQml",
}  # fmt: skip
CALLED = {"eval", "exec", "compile", "__import__"}
ANYWHERE = {
    "QSettings", "QProcess", "QTextBrowser", "QTcpServer", "QTcpSocket", "QLocalServer", "QLocalSocket",
    "QNetworkAccessManager", "QPropertyAnimation", "QVariantAnimation", "QMovie", "QTimeLine",
    "setMarkdown", "setHtml", "openUrl", "safe_load", "unsafe_load", "full_load",
}  # fmt: skip
DOORS = {
    "desktop/watch/supervisor.py": {"subprocess", "threading"},
    "desktop/watch/service.py": {"socket"},
    "desktop/voice/dispatcher.py": {"socket", "QProcess"},
}
"""The only files that may, and what: the kiosk's window is a process that is watched, and systemd is told of it; Linux
reads aloud through a daemon at a local socket."""
OF_MODULES = {("yaml", "load"), ("os", "system"), ("os", "popen"), ("os", "startfile"), ("time", "sleep")}


def banned(tree: ast.Module) -> list[str]:
    """What a file uses that nothing may use."""
    found = sorted(imported(tree) & MODULES)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLED:
            found.append(node.func.id)
        elif isinstance(node, ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else ""
            found += [node.attr] if node.attr in ANYWHERE or (owner, node.attr) in OF_MODULES else []
        elif isinstance(node, ast.Name) and node.id in ANYWHERE:
            found.append(node.id)
        elif isinstance(node, ast.alias) and node.name in ANYWHERE:
            found.append(node.name)
    return found


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_nothing_dangerous_is_used(path):
    """No network, no other process, no code out of data, no markup out of content, nothing that moves (WCAG 2.3.3)."""
    name = str(path.relative_to(ROOT))
    assert set(banned(tree_of(path))) == DOORS.get(name, set())


@pytest.mark.parametrize(
    "code",
    [
        "import pickle",
        "from marshal import loads",
        "import os, shelve",
        "eval('1')",
        "exec(text)",
        "yaml.load(text)",
        "yaml.safe_load(text)",
        "from yaml import safe_load",
        "from PySide6.QtCore import QSettings",
        "QtCore.QSettings()",
        "from PySide6 import QtNetwork",
        "import PySide6.QtNetwork",
        "from PySide6.QtNetwork import QTcpServer",
        "label.setHtml(text)",
        "edit.setMarkdown(text)",
        "class A(QTextBrowser): pass",
        "QDesktopServices.openUrl(url)",
        "from PySide6.QtCore import QProcess",
        "import subprocess",
        "from socket import socket",
        "import threading as t",
        "import webbrowser",
        "QPropertyAnimation(widget, b'pos')",
        "def late():\n    import urllib.request",
        "os.system('x')",
    ],
)
def test_the_scan_finds_every_kind_of_use(code):
    assert banned(ast.parse(code))


@pytest.mark.parametrize(
    "code", ["application.exec()", "dialog.exec()", "re.compile('x')", "path.load()", "import json"]
)
def test_the_scan_finds_nothing_else(code):
    assert banned(ast.parse(code)) == []


# Time


ON_THE_WALL = re.compile(
    r"\btime\.(?:time|time_ns|localtime|gmtime|strftime|ctime)\b|QDateTime|QDate\b|QTime\b|datetime\.now|\.today\b"
)
ASKS_THE_DAY = {"desktop/kiosk/counts.py", "desktop/kiosk/counting.py", "desktop/watch/log.py"}
"""The only files that ask what day it is: for counts, the name of their file, and the kiosk's log."""


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_nothing_depends_on_the_clock_on_the_wall(path):
    """It can be moved by days, by people and by time servers."""
    asked = ON_THE_WALL.findall(path.read_text("utf-8"))
    assert bool(asked) == (path.relative_to(ROOT).as_posix() in ASKS_THE_DAY), asked


def test_the_clock_on_the_wall_would_be_noticed():
    codes = ("time.time()", "QDateTime.currentDateTime()", "datetime.now()", "date.today()", "QDate.currentDate()")
    assert all(map(ON_THE_WALL.search, codes))


# Words of the window


def loose_words(tree: ast.Module) -> list[int]:
    """Lines in which a text to translate is not written out, so that the translators' tool cannot find it."""
    lines = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, (ast.Attribute, ast.Name)):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            texts = {"tr": node.args[:1], "translate": node.args[:2]}.get(name, [])
            whole = all(isinstance(text, ast.Constant) and isinstance(text.value, str) for text in texts)
            if not whole or (name == "tr" and not node.args):
                lines.append(node.lineno)
    return lines


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_only_whole_sentences_are_translated(path):
    assert loose_words(tree_of(path)) == []


@pytest.mark.parametrize(
    ("code", "loose"),
    [
        ("self.tr('Back')", False),
        ("self.tr('%n topics', '', number)", False),
        ("self.tr('One ' 'sentence')", False),
        ("self.tr('Hello {}').format(name)", False),
        ("self.tr(f'Hello {name}')", True),
        ("self.tr('Hello ' + name)", True),
        ("self.tr(word)", True),
        ("self.tr('Hello {}'.format(name))", True),
        ("tr(word)", True),
        ("QCoreApplication.translate('Context', word)", True),
        ("QCoreApplication.translate('Context', 'Word')", False),
    ],
)
def test_words_put_together_are_noticed(code, loose):
    assert bool(loose_words(ast.parse(code))) is loose
