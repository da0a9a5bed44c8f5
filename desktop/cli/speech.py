"""What ``about`` tells of reading aloud: the voice of each language, or why there is none."""

from __future__ import annotations

from importlib.machinery import PathFinder
from importlib.util import find_spec

from desktop.content.library import FILES
from desktop.speech import daemon


def told() -> list[tuple[str, str]]:
    """One line a language; Qt is loaded only where there is something that speaks."""
    if not installed() and not daemon.available():
        return [("Speech", "none: PySide6-Addons (the extra “speech”) is not installed")]
    try:
        return [(f"Speech {language}", _voice_of(language)) for language in FILES]
    except ImportError as error:
        return [("Speech", f"none: Qt cannot be loaded ({error})")]


def installed() -> bool:
    """Whether the module that speaks is there, without loading it or anything of Qt."""
    qt = find_spec("PySide6")
    return qt is not None and PathFinder.find_spec("QtTextToSpeech", qt.submodule_search_locations) is not None


def _voice_of(language: str) -> str:
    from PySide6.QtCore import QCoreApplication, QEventLoop  # noqa: PLC0415 - the other commands do without Qt

    from desktop.voice.voices import Voices  # noqa: PLC0415 - as above

    application = QCoreApplication.instance() or QCoreApplication(["net-surgery-guide"])
    voices, loop, settled = Voices(application), QEventLoop(), []
    voices.settled.connect(lambda: settled.append(language))
    voices.settled.connect(loop.quit)
    voices.look_for(language)
    if not settled:
        loop.exec()
    voices.deleteLater()
    return f"{voices.engine_name}: {', '.join(voices.names)}" if voices.names else f"none: {voices.reason}"
