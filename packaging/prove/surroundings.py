"""The surroundings the program is to open in: the packaged one (bundle.py) and that of a checkout (the tests)."""

from __future__ import annotations

from typing import NamedTuple

NO_DISPLAY = 3
"""What the program ends with where there is no screen."""
LEAST_PICTURE = 10_000
"""Bytes of a picture with something on it."""


class Around(NamedTuple):
    """Surroundings to start in: variables to set and to take away, and the folder to stand in.

    ``packaged`` marks those that no Python survives, so that only the packaged program is to stand them.
    """

    name: str
    variables: dict[str, str]
    without: tuple[str, ...] = ()
    cwd: str = "/"
    packaged: bool = False


SURROUNDINGS = (
    Around("as it comes", {}),
    Around("the C locale", {"LC_ALL": "C"}),
    Around("the POSIX locale", {"LC_ALL": "POSIX", "LANG": "POSIX"}),
    Around("a locale that does not exist", {"LC_ALL": "xx_YY.UTF-8"}),
    Around("Turkish, whose i has no dot", {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
    Around("no locale", {}, ("LC_ALL", "LANG")),
    Around("no home", {}, ("HOME",)),
    Around("a home that is not there", {"HOME": "/nowhere/at/all"}),
    Around("a home nobody can write to", {"HOME": "/proc"}),
    Around("a home that is a file", {"HOME": "/etc/hostname"}),
    Around("folders of the user that are devices", {"XDG_CONFIG_HOME": "/dev/null", "XDG_CACHE_HOME": "/dev/full"}),
    Around("folders of the user that are not absolute", {"XDG_CONFIG_HOME": "here", "XDG_CACHE_HOME": ".."}),
    Around("no folder for passing files", {"TMPDIR": "/nowhere"}),
    Around("no fonts", {"FONTCONFIG_FILE": "/dev/null"}),
    Around("a scale of 3.5", {"QT_SCALE_FACTOR": "3.5"}),
    Around("a scale of 0", {"QT_SCALE_FACTOR": "0"}),
    Around("a scale that is a word", {"QT_SCALE_FACTOR": "large"}),
    Around("a style that does not exist", {"QT_STYLE_OVERRIDE": "none"}),
    Around("plugins from elsewhere", {"QT_PLUGIN_PATH": "/var", "QT_QPA_GENERIC_PLUGINS": "tuiotouch"}),
    Around(
        "somebody's Python",
        {"PYTHONHOME": "/nowhere", "PYTHONPATH": "/var", "PYTHONSTARTUP": "/var/x.py"},
        packaged=True,
    ),
    Around("a clock of nowhere", {"TZ": "Nowhere/Land"}),
    Around("almost no variables", {}, ("PATH", "LANG", "HOME", "TERM", "USER", "LOGNAME", "SHELL")),
    Around("a folder of the system", {}, cwd="/proc/self"),
)
