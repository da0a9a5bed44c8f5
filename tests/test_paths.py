"""Where things are, on every system and for users without a home."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop import paths

NAMES = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA")


@pytest.fixture
def on(monkeypatch):
    """Pretends a system and its environment."""

    def on(platform: str, **environment: str) -> None:
        for name in NAMES:
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "platform", platform)

    return on


@pytest.mark.parametrize(
    ("platform", "environment", "settings", "cache"),
    [
        ("linux", {"HOME": "/home/a"}, "/home/a/.config", "/home/a/.cache"),
        ("linux", {"HOME": "/home/a", "XDG_CONFIG_HOME": "/c", "XDG_CACHE_HOME": "/k"}, "/c", "/k"),
        ("linux", {"HOME": "/h", "XDG_CONFIG_HOME": "", "XDG_CACHE_HOME": "relative"}, "/h/.config", "/h/.cache"),
        ("darwin", {"HOME": "/u"}, "/u/Library/Application Support", "/u/Library/Caches"),
        ("darwin", {"HOME": "/u", "XDG_CONFIG_HOME": "/c"}, "/u/Library/Application Support", "/u/Library/Caches"),
        ("win32", {"APPDATA": "/roam", "LOCALAPPDATA": "/local"}, "/roam", "/local"),
    ],
)  # fmt: skip
def test_the_folders_of_the_user_are_those_of_the_system(platform, environment, settings, cache, on):
    on(platform, **environment)
    assert paths.settings() == Path(settings) / "net-surgery-guide"
    assert paths.cache() == Path(cache) / "net-surgery-guide"


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_a_user_without_a_home_has_folders_that_cannot_be_written(platform, on, monkeypatch):
    """Then nothing is remembered, and nothing is read from where others could write."""

    def no_home():
        raise RuntimeError

    on(platform)
    monkeypatch.setattr(Path, "home", no_home)
    for folder in (paths.settings(), paths.cache()):
        assert folder.is_absolute()
        assert not folder.exists()
        assert folder.is_relative_to("/nonexistent")


def test_the_resources_are_found_whole():
    assert (paths.resources() / "content.yaml").is_file()
    assert (paths.resources() / "organs" / "body.svg").is_file()
    assert paths.compiled().parent == paths.resources()


def test_a_program_on_a_stick_keeps_everything_beside_itself(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "net-surgery-guide"))
    assert paths.settings() != tmp_path / "data" / "settings"
    (tmp_path / ".portable").touch()
    assert paths.settings() == tmp_path / "data" / "settings"
    assert paths.cache() == tmp_path / "data" / "cache"
