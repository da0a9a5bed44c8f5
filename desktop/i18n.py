"""The languages of the window: which there are, and how its own words are put into one of them.

The guide's text has its own file for each language; this is about buttons and messages (Qt .ts/.qm).
"""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop import paths

LANGUAGES = {"en": "en_CA", "fr": "fr_CA"}
"""The languages, each with the country whose dates and numbers it uses."""


def of_system() -> str:
    """The language of the system if the guide speaks it, else the first."""
    language = QLocale.system().name()[:2]
    return language if language in LANGUAGES else next(iter(LANGUAGES))


class Translators:
    """The translators that are installed, so that they can be exchanged. An application speaks one language."""

    _installed: ClassVar[list[QTranslator]] = []

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application

    def use(self, language: str) -> None:
        """Let the window and Qt's own dialogs speak this language."""
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed.clear()
        own, qt = str(paths.resources() / "i18n"), QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in ((f"desktop_{language}", own), (f"qtbase_{language}", qt)):
            translator = QTranslator()
            if translator.load(name, folder):
                self._application.installTranslator(translator)
                self._installed.append(translator)
        QLocale.setDefault(QLocale(LANGUAGES[language]))
