"""The looks follow the system until the reader chooses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt, Signal

from desktop.looks import appearance
from desktop.looks.appearance import Appearance


class Hints(QObject):
    """What a system prefers, as Qt tells it."""

    colorSchemeChanged = Signal()  # noqa: N815 - Qt's own name
    contrastPreferenceChanged = Signal()  # noqa: N815 - Qt's own name

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Qt.ColorScheme.Unknown
        self.contrast = Qt.ContrastPreference.NoPreference

    def accessibility(self):
        return self

    def colorScheme(self):  # noqa: N802 - Qt's own name
        return self.scheme

    def contrastPreference(self):  # noqa: N802 - Qt's own name
        return self.contrast


@pytest.fixture
def system(qapp, monkeypatch):
    hints = Hints()
    monkeypatch.setattr(type(qapp), "styleHints", lambda _self: hints, raising=False)
    return hints


def following(qapp, colours: str = appearance.SYSTEM) -> Appearance:
    made = Appearance(qapp, colours, 1.0)
    made.follow_system()
    return made


def test_dark_system(qapp, system):
    looks = following(qapp)
    assert looks.theme.name == "light"
    told = []
    looks.theme_changed.connect(lambda theme: told.append(theme.name))
    system.scheme = Qt.ColorScheme.Dark
    system.colorSchemeChanged.emit()
    system.scheme = Qt.ColorScheme.Light
    system.colorSchemeChanged.emit()
    assert told == ["dark", "light"]


def test_system_with_high_contrast(qapp, system):
    system.scheme = Qt.ColorScheme.Light
    system.contrast = Qt.ContrastPreference.HighContrast
    assert following(qapp).theme.name == "contrast"


def test_choice_of_the_reader_is_stronger(qapp, system):
    looks = following(qapp, "light")
    system.scheme = Qt.ColorScheme.Dark
    system.colorSchemeChanged.emit()
    assert looks.theme.name == "light"
    looks.choose_colours(appearance.SYSTEM)
    assert looks.theme.name == "dark"


@pytest.mark.usefixtures("system")
def test_size_stays_between_the_first_and_the_last(qapp):
    looks = following(qapp)
    for _ in range(9):
        looks.change_size(1)
    assert looks.step == 2.0
    for _ in range(9):
        looks.change_size(-1)
    assert looks.step == 1.0
    looks.change_size(1)
    looks.change_size(0)
    assert looks.step == 1.0
