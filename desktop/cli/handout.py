"""``handout``: the printed sheet of some topics as a PDF, made without a screen."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from desktop import paths
from desktop.clinic import of_machine
from desktop.content import library
from desktop.content.model import CRISIS_CARD
from desktop.content.problems import did_you_mean
from desktop.errors import UsageError
from desktop.handout import compose
from desktop.handout.card import crisis_card
from desktop.kept.settings import SettingsFile
from desktop.pages import topics

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from desktop.content.model import Guide
    from desktop.options import HandoutOptions

ALL, NONE = "all", "none"


def run(options: HandoutOptions) -> int:
    """Write the PDF; the exit code. Raises UsageError for an id or a file that cannot be."""
    folder = options.content or paths.resources()
    guide = library.load(folder, options.language)
    known = (*topics.all_ids(guide), *guide.cards)
    for topic in options.topics:
        _require(topic, known, "topic")
    _require_folder(options.file)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    data = _made(guide, options)
    try:
        options.file.write_bytes(data)
    except OSError as error:
        message = (
            f"Cannot write {options.file}: {error.strerror or error}. Give a file name in a folder you may write to."
        )
        raise UsageError(message) from error
    return 0


def _made(guide: Guide, options: HandoutOptions) -> bytes:
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - the other commands do without Qt

    from desktop.looks.theme import load_fonts  # noqa: PLC0415 - as above
    from desktop.paper import pdf  # noqa: PLC0415 - as above
    from desktop.paper.typeset import typeset  # noqa: PLC0415 - as above

    application = QGuiApplication.instance() or QGuiApplication([])
    load_fonts()
    clinic = of_machine(SettingsFile(paths.settings()).read())
    card = crisis_card(_both(guide, options), clinic.phone) if CRISIS_CARD in options.topics else None
    document = compose.document(guide, selection(guide, options), clinic, card)
    data = pdf.write(typeset(document, options.paper, options.print_size), guide.edition.date)
    del application
    return data


def _both(guide: Guide, options: HandoutOptions) -> list[Guide]:
    """The guide and the one in the other language, for the two sides of a card."""
    folder = options.content or paths.resources()
    others = [name for name, file in library.FILES.items() if name != options.language and (folder / file).is_file()]
    return [guide, *(library.load(folder, name) for name in others[:1])]


def selection(guide: Guide, options: HandoutOptions) -> compose.Selection:
    """What the command line selects. Raises UsageError for a question that does not exist."""
    asked = options.questions
    wanted: tuple[str, ...] | None = None
    if asked == ALL:
        wanted = tuple(guide.questions)
    elif asked and asked != NONE:
        wanted = tuple(part.strip() for part in asked.split(",") if part.strip())
        for question in wanted:
            _require(question, tuple(guide.questions), "question")
    return compose.Selection(
        topics=tuple(topic for topic in options.topics if topic != CRISIS_CARD),
        questions=wanted,
        with_questions=asked != NONE,
    )


def _require(name: str, known: Iterable[str], kind: str) -> None:
    if name not in known:
        hint = did_you_mean(name, tuple(known)) or f". They are: {', '.join(known)}"
        message = f"There is no {kind} '{name}'{hint}"
        raise UsageError(message)


def _require_folder(file: Path) -> None:
    if not file.parent.is_dir():
        message = f"There is no folder {file.parent}. Give a file name in a folder that exists."
        raise UsageError(message)
