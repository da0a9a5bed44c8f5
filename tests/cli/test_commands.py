"""The command line: what can be asked, and how a mistake is told in one sentence with an exit code."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import __version__
from desktop.cli import commands
from desktop.errors import UsageError
from desktop.main import main
from desktop.options import WindowOptions
from tests import child
from tests.guides import RESOURCES, ROOT, small_text

NO_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def asked(*arguments: str) -> WindowOptions:
    """What the window is asked to show by a command line."""
    wanted: list[WindowOptions] = []

    def open_window(options: WindowOptions) -> int:
        wanted.append(options)
        return 0

    assert commands.run(arguments, open_window) == 0
    return wanted[0]


def assert_one_sentence(text: str) -> None:
    """What a person reads after a mistake: no traceback, no list of options."""
    assert text.count("\n") == 1
    assert text.endswith("\n")
    assert text[0].isupper() or text[0] == "'"
    assert "Traceback" not in text
    assert "usage:" not in text


# What the window can be asked


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        (["--topic", "whipple"], WindowOptions(topic="whipple")),
        (["--topic=side-effects"], WindowOptions(topic="side-effects")),
        (["--lang", "en"], WindowOptions(language="en")),
        (["--profile", "laptop"], WindowOptions()),
        (["--profile", "kiosk"], WindowOptions(profile="kiosk")),
        (["--policy", "here.toml"], WindowOptions(policy=Path("here.toml"))),
        (["--content", str(RESOURCES)], WindowOptions(content=RESOURCES)),
    ],
)
def test_an_option_reaches_the_window(arguments, options):
    assert asked(*arguments) == options


@pytest.mark.parametrize("topic", ["whipple", "resection", "anastomotic-leak", "about-guide", "words"])
def test_every_kind_of_topic_can_be_asked_for(topic):
    assert asked("--topic", topic).topic == topic


def test_a_topic_of_ones_own_content_can_be_asked_for(tmp_path):
    (tmp_path / "content.yaml").write_text(small_text(), "utf-8")
    assert asked("--content", str(tmp_path), "--topic", "alpha").topic == "alpha"
    with pytest.raises(UsageError, match="There is no topic 'whipple'"):
        asked("--content", str(tmp_path), "--topic", "whipple")


def test_a_content_folder_with_faults_is_left_for_the_window_to_tell(tmp_path):
    """The window then opens with the built-in guide, so a topic of that one can be asked for."""
    (tmp_path / "content.yaml").write_text("a: 1\n", "utf-8")
    assert asked("--content", str(tmp_path), "--topic", "whipple").content == tmp_path


# Mistakes


@pytest.mark.parametrize(
    ("arguments", "beginning", "end"),
    [
        (["nonsense"], "Argument COMMAND: invalid choice: 'nonsense'", "Try: net-surgery-guide --help"),
        (["--nonsense"], "Unrecognized arguments: --nonsense", "Try: net-surgery-guide --help"),
        (["about", "now"], "Unrecognized arguments: now", "Try: net-surgery-guide --help"),
        (["screenshot"], "The following arguments are required: FILE.png", "Try: net-surgery-guide screenshot --help"),
        (["--topic"], "Argument --topic: expected one argument", "Try: net-surgery-guide --help"),
        (["--lang", "de"], "Argument --lang: invalid choice: 'de'", "Try: net-surgery-guide --help"),
        (["--profile", "tv"], "Argument --profile: invalid choice: 'tv'", "Try: net-surgery-guide --help"),
        (["--topic", "wipple"], "There is no topic 'wipple'; did you mean 'whipple'?", ""),
        (["--topic", "zzz"], "There is no topic 'zzz'. Topics are: about-surgery, carcinoid-crisis, resection, ", ""),
        (["--content", "/nowhere"], "There is no content folder /nowhere. Give the folder that holds", "content.yaml."),
        (["--content", "/dev/null"], "There is no content folder /dev/null.", ""),
        (["screenshot", "x.png", "--topic", "wipple"], "There is no topic 'wipple'; did you mean 'whipple'?", ""),
        (["screenshot", "x.png", "--text-size", "big"], "Argument --text-size: invalid float value: 'big'", "--help"),
    ],
)  # fmt: skip
def test_a_mistake_ends_with_2_and_one_sentence(arguments, beginning, end, capsys):
    assert main(arguments) == 2
    told, complaints = capsys.readouterr()
    assert told == ""
    assert complaints.startswith(beginning)
    assert complaints.rstrip().endswith(end)
    assert_one_sentence(complaints)


@pytest.mark.parametrize(
    "size",
    ["", "x", "1366", "1366x", "x768", "1366*768", "0x768", "1366x0", "-1x768", "1.5x2", "10001x768", "1366x768x2",
     "²x³", "٣x٤", "1366 x 768", "9" * 5000 + "x1", "axb"],
)  # fmt: skip
def test_a_size_that_is_none_ends_with_2_and_one_sentence(size, capsys):
    assert main(["screenshot", "x.png", f"--size={size}"]) == 2
    complaints = capsys.readouterr().err
    assert complaints == f"'{size}' is not a size. Write width and height in pixels, such as 1366x768.\n"


def test_a_language_without_content_is_told_with_the_file_that_is_missing(tmp_path, capsys):
    (tmp_path / "content.yaml").write_text(small_text(), "utf-8")
    assert main(["--content", str(tmp_path), "--lang", "fr", "--topic", "alpha"]) == 2
    complaints = capsys.readouterr().err
    assert complaints.startswith(f"Cannot read {tmp_path / 'content.fr.yaml'}: No such file or directory.")
    assert_one_sentence(complaints)


def test_help_and_version_are_no_mistakes(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"net-surgery-guide {__version__}\n"
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert all(command in told for command in ("check", "screenshot", "about", "--topic", "--lang", "--content"))


# In a process of its own


def test_a_kiosk_can_be_drawn(tmp_path):
    picture = tmp_path / "kiosk.png"
    done = child.run(
        "-m", "desktop", "screenshot", str(picture), "--profile", "kiosk", "--size", "1080x1920", "--topic", "whipple"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert struct.unpack(">II", picture.read_bytes()[16:24]) == (1080, 1920)


def test_without_a_screen_the_window_ends_with_3_and_what_to_do():
    done = child.run("-m", "desktop", without=NO_SCREEN)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("There is no screen to open a window on")
    assert "net-surgery-guide screenshot guide.png" in done.stderr
    assert_one_sentence(done.stderr)


def test_a_screen_that_does_not_answer_ends_with_3_and_what_to_install():
    done = child.run(
        "-m", "desktop", "--topic", "whipple", without=NO_SCREEN, DISPLAY=":4242", QT_LOGGING_RULES="*=false"
    )
    assert done.returncode == 3
    assert "The screen could not be opened. Check that the desktop session is running" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_topic_is_told_before_a_missing_screen():
    done = child.run("-m", "desktop", "--topic", "wipple", without=NO_SCREEN)
    assert (done.returncode, done.stderr) == (2, "There is no topic 'wipple'; did you mean 'whipple'?\n")


@pytest.mark.parametrize("start", [("-m", "desktop"), (str(ROOT / "desktop" / "main.py"),)])
def test_the_program_starts_as_a_module_and_as_a_file(start):
    done = child.run(*start, "check", "/nowhere.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Cannot read /nowhere.yaml: ")


def test_the_installed_command_ends_with_the_exit_code():
    done = child.run("-c", "import sys; sys.argv = ['x', 'nonsense']; from desktop.entry import command; command()")
    assert done.returncode == 2


def test_a_picture_is_drawn_without_a_screen(tmp_path):
    picture = tmp_path / "guide.png"
    done = child.run(
        "-m", "desktop", "screenshot", str(picture), "--topic", "whipple", "--size", "1000x700", without=NO_SCREEN
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    data = picture.read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", data[16:24]) == (1000, 700)


@pytest.mark.parametrize(
    ("file", "options", "told"),
    [
        ("missing/guide.png", (), "Cannot write {}. Give a file name that ends in .png, in a folder you may write to."),
        ("guide.png", ("--text-size", "3"), "The text size 3.0 does not exist. Sizes are: 1.0, "),
        ("guide.png", ("--text-size", "nan"), "The text size nan does not exist. Sizes are: 1.0, "),
    ],
)
def test_a_picture_that_cannot_be_drawn_ends_with_2_and_one_sentence(file, options, told, tmp_path):
    path = tmp_path / file
    done = child.run("-m", "desktop", "screenshot", str(path), *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(told.format(path))
    assert_one_sentence(done.stderr)
    assert not path.exists()


# Output that nobody reads to its end


@pytest.mark.parametrize("arguments", [("search", "surgery"), ("about",), ("--help",)])
def test_a_reader_who_has_enough_is_no_mistake(arguments):
    """As in `net-surgery-guide search surgery | head -1`."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "desktop", *arguments]
    done = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S603 - this Python
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")
