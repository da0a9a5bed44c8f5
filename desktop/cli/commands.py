"""The command line: which command is asked for, and its options."""

from __future__ import annotations

import argparse
import re
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from desktop import __version__, paths
from desktop.cli import about, check
from desktop.content import library
from desktop.content.library import FILES
from desktop.content.problems import did_you_mean
from desktop.errors import ContentError, UsageError
from desktop.options import HandoutOptions, ScreenshotOptions, WindowOptions
from desktop.pages import topics
from desktop.policy import PROFILES
from desktop.session.visit import PAPERS, PRINT_SIZES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.content.model import Guide

PROGRAM = "net-surgery-guide"
_LANGUAGES = tuple(FILES)
_MOST_PIXELS = 10_000


def run(arguments: Sequence[str], open_window: Callable[[WindowOptions], int]) -> int:
    """Carry out a command line; the exit code.

    Raises UsageError, with one sentence, for anything that cannot be carried out.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a console or pipe may lack a letter of the message
    chosen = _parser().parse_args(arguments)
    if chosen.command == "check":
        return check.run(chosen.paths, strict=chosen.strict, form=chosen.format)
    if chosen.command == "about":
        from desktop.cli import speech  # noqa: PLC0415 - loads Qt, if it can

        return about.run(speech.told())
    if chosen.command == "search":
        from desktop.cli import search  # noqa: PLC0415 - loads SQLite, which the other commands do without

        return search.run(_guide(_content(chosen), _language(chosen)), " ".join(chosen.words), as_json=chosen.json)
    if chosen.command == "handout":
        from desktop.cli import handout  # noqa: PLC0415 - not needed for the other commands

        return handout.run(_handout(chosen))
    if chosen.command == "policy":
        from desktop.cli import policy  # noqa: PLC0415 - not needed for the other commands

        return policy.make_pin() if chosen.action == "pin" else policy.check(chosen.file)
    if chosen.command == "counts":
        from desktop.cli import counts  # noqa: PLC0415 - not needed for the other commands

        return counts.export(chosen.out)
    if chosen.command == "screenshot":
        from desktop.cli import screenshot  # noqa: PLC0415 - loads Qt, which the other commands do without

        options = ScreenshotOptions(
            file=chosen.file, window=_window(chosen), size=_size(chosen.size), text_size=chosen.text_size
        )
        return screenshot.run(options)
    return open_window(_window(chosen))


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence instead of the whole usage."""

    def error(self, message: str) -> NoReturn:
        told = message[:1].upper() + message[1:]
        raise UsageError(f"{told}. Try: {self.prog} --help")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog=PROGRAM, description="An offline reference on surgery for neuroendocrine cancer.")
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    _window_options(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    checking = commands.add_parser("check", help="check content files and say what to mend")
    checking.add_argument("paths", nargs="*", type=Path, metavar="FILE_OR_DIR", help="default: the built-in content")
    checking.add_argument("--strict", action="store_true", help="warnings count as errors")
    checking.add_argument("--format", choices=check.FORMATS, default="text")

    searching = commands.add_parser("search", help="find something, as the window's search does")
    searching.add_argument("words", nargs="+", metavar="WORDS")
    searching.add_argument("--json", action="store_true", help="for scripts")
    _content_options(searching)

    picture = commands.add_parser("screenshot", help="draw the window into a picture")
    picture.add_argument("file", type=Path, metavar="FILE.png")
    picture.add_argument("--size", default="1366x768", metavar="WIDTHxHEIGHT")
    picture.add_argument("--text-size", type=float, default=1.0, metavar="1.0|1.3|1.6|2.0")
    _window_options(picture)

    printed = commands.add_parser("handout", help="write the printed sheet of some topics as a PDF")
    printed.add_argument("topics", nargs="+", metavar="ID", help="topics, such as whipple; carcinoid-crisis-card")
    printed.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    printed.add_argument("--paper", choices=PAPERS, default=PAPERS[0])
    printed.add_argument("--print-size", choices=PRINT_SIZES, default=PRINT_SIZES[0])
    printed.add_argument("--questions", default="", metavar="ID,ID…|all|none", help="default: those of the topics")
    _content_options(printed)

    deciding = commands.add_parser("policy", help="check a clinic's policy file, or make the PIN for it")
    actions = deciding.add_subparsers(dest="action", metavar="check|pin", required=True, parser_class=_Parser)
    checked = actions.add_parser("check", help="say what is wrong with a policy file")
    checked.add_argument("file", nargs="?", type=Path, metavar="FILE", help="default: the one of this machine")
    actions.add_parser("pin", help="ask for a PIN and print the line to paste")

    counting = commands.add_parser("counts", help="what was counted on this kiosk, as its user")
    exporting = counting.add_subparsers(dest="action", metavar="export", required=True, parser_class=_Parser)
    exported = exporting.add_parser("export", help="write the counts as CSV, without small numbers")
    exported.add_argument("--out", type=Path, metavar="FILE.csv", help="default: the output")

    commands.add_parser("about", help="versions, content, voices and folders")
    return parser


def _window_options(parser: argparse.ArgumentParser) -> None:
    # SUPPRESS keeps an option given before the command from being reset by the command's own default.
    parser.add_argument("--topic", default=argparse.SUPPRESS, metavar="ID", help="the topic to open, such as whipple")
    _content_options(parser)
    parser.add_argument("--profile", default=argparse.SUPPRESS, choices=PROFILES)
    parser.add_argument(
        "--policy",
        default=argparse.SUPPRESS,
        type=Path,
        metavar="FILE",
        help="instead of the machine's own policy file",
    )


def _content_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", default=argparse.SUPPRESS, choices=_LANGUAGES)
    parser.add_argument(
        "--content", default=argparse.SUPPRESS, type=Path, metavar="DIR", help="a content folder of your own"
    )


def _handout(chosen: argparse.Namespace) -> HandoutOptions:
    return HandoutOptions(
        topics=tuple(chosen.topics),
        file=chosen.out,
        language=_language(chosen),
        paper=chosen.paper,
        print_size=chosen.print_size,
        questions=chosen.questions,
        content=_content(chosen),
    )


def _window(chosen: argparse.Namespace) -> WindowOptions:
    content = _content(chosen)
    topic = getattr(chosen, "topic", "")
    if topic:
        _require_topic(topic, content, _language(chosen))
    return WindowOptions(
        topic=topic,
        language=getattr(chosen, "lang", ""),
        profile=getattr(chosen, "profile", "laptop"),
        content=content,
        policy=getattr(chosen, "policy", None),
    )


def _content(chosen: argparse.Namespace) -> Path | None:
    content: Path | None = getattr(chosen, "content", None)
    if content is not None and not content.is_dir():
        message = f"There is no content folder {content}. Give the folder that holds content.yaml."
        raise UsageError(message)
    return content


def _language(chosen: argparse.Namespace) -> str:
    return getattr(chosen, "lang", "") or _LANGUAGES[0]


def _guide(content: Path | None, language: str) -> Guide:
    return library.load(content or paths.resources(), language)


def _require_topic(topic: str, content: Path | None, language: str) -> None:
    """Raise UsageError for a topic that does not exist. A content folder with faults is told of by the window."""
    try:
        guide = _guide(content, language)
    except ContentError:
        guide = _guide(None, language)
    if topic not in topics.OWN and not topics.exists(guide, topic):
        known = topics.all_ids(guide)
        hint = did_you_mean(topic, known) or f". Topics are: {', '.join(known)}"
        message = f"There is no topic '{topic}'{hint}"
        raise UsageError(message)


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch("([0-9]{1,5})x([0-9]{1,5})", text.lower())
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    if not all(0 < side <= _MOST_PIXELS for side in size):
        message = f"'{text}' is not a size. Write width and height in pixels, such as 1366x768."
        raise UsageError(message)
    return size
