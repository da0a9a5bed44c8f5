"""A lawyer, or whoever is curious, reads on which terms the program and everything in it may be used."""

from __future__ import annotations

import sys

from desktop import licences, paths
from desktop.pages import topics
from tests.window import folds, page, press, settle, show, spoken, texts, title, tree

INSTALLED = ("PyYAML", "RapidFuzz", "segno", "snowballstemmer")


def opened(window, name: str) -> str:
    """What stands on the page once the text of this name is opened; it is closed again."""
    assert spoken(next(each for each in folds(page(window)) if spoken(each) == name))
    before = texts(page(window))
    press(page(window), name)
    settle(window)
    told = "\n".join(each for each in texts(page(window)) if each not in before)
    press(page(window), name)
    return told


def test_the_licences_stand_two_steps_from_the_first_page(window):
    press(tree(window), "About this guide")
    press(page(window), "Licences of this program")
    assert title(window) == "Licences of this program"
    assert "Permission is hereby granted, free of charge" in opened(window, "net-surgery-guide")
    assert "Qt 6 and PySide6, copyright The Qt Company" in opened(window, "net-surgery-guide: NOTICE")
    assert "SIL OPEN FONT LICENSE" in opened(window, "Atkinson Hyperlegible Next")
    assert "d) Do one of the following" in opened(window, "GNU Lesser General Public License 3")
    assert "END OF TERMS AND CONDITIONS" in opened(window, "GNU General Public License 3")


def test_every_library_that_is_installed_shows_its_own_text(running):
    show(running, topics.LICENCES)
    for library in INSTALLED:
        assert "copyright" in opened(running.window, library).lower()


def test_the_licences_are_nothing_to_take_home(running):
    show(running, "whipple")
    assert "Add to my list" in texts(page(running.window))
    show(running, topics.LICENCES)
    assert "Add to my list" not in texts(page(running.window))
    press(running.window, "Handout")
    assert "Licences" not in " ".join(texts(running.window))


def test_the_way_there_and_back_is_told_in_french(running):
    show(running, topics.LICENCES)
    press(running.window, "FR")
    assert title(running.window) == "Licences de ce programme"
    press(page(running.window), "À propos de ce guide")
    assert title(running.window) == "À propos de ce guide"


def test_the_packaged_program_shows_the_texts_beside_it(tmp_path, monkeypatch):
    folder = tmp_path / "licences"
    folder.mkdir()
    for name in ("libfoo.txt", "Qt.txt", "LICENSE", "GPL-3.txt"):
        (folder / name).write_text(f"Terms\nof {name}\n\n  1. Second\n", "utf-8")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "net-surgery-guide"))
    assert paths.licences() == (folder,)
    elsewhere = (*INSTALLED, "net-surgery-guide: NOTICE")
    assert tuple(each for each in licences.texts() if each[0] not in elsewhere) == (
        ("net-surgery-guide", ("Terms of LICENSE", "1. Second")),
        ("Qt, PySide6", ("Terms of Qt.txt", "1. Second")),
        ("GNU General Public License 3", ("Terms of GPL-3.txt", "1. Second")),
        ("libfoo", ("Terms of libfoo.txt", "1. Second")),
    )
