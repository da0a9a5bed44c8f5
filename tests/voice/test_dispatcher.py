"""Linux reads aloud through speech-dispatcher's local socket; whatever that daemon does, it ends in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QSocketNotifier

from desktop.cli import speech
from desktop.voice import voices as door
from desktop.voice.voices import Voices

socket = pytest.importorskip("socket")
if not hasattr(socket, "AF_UNIX"):
    pytest.skip("no local sockets here", allow_module_level=True)

VOICES = (
    "249-English (America)\ten-us\tnone",
    "249-French (France)\tfr-fr\tnone",
    "249-French (France)+Adam\tfr-fr\tAdam",
    "249 OK VOICE LIST SENT",
)


class Daemon(QObject):
    """A speech-dispatcher that keeps what it was asked and answers what a test says, over a real socket."""

    def __init__(self, path, voices):
        super().__init__()
        self.voices, self.asked, self.texts, self.inside = voices, [], [], None
        self.server = socket.socket(socket.AF_UNIX)
        self.server.bind(path)
        self.server.listen()
        self.accepts = QSocketNotifier(self.server.fileno(), QSocketNotifier.Type.Read, self)
        self.accepts.activated.connect(self.accept)
        self.peer = None

    def accept(self):
        self.peer, _ = self.server.accept()
        self.reads = QSocketNotifier(self.peer.fileno(), QSocketNotifier.Type.Read, self)
        self.reads.activated.connect(self.read)

    def read(self):
        try:
            data = self.peer.recv(65536).decode()
        except ConnectionResetError:
            data = ""
        if not data:
            self.reads.setEnabled(False)
        for line in data.split("\r\n")[:-1]:
            self.hear(line)

    def hear(self, line):
        if self.inside is not None and line != ".":
            self.inside.append(line)
        elif self.inside is not None:
            self.texts.append(self.inside)
            self.inside = None
            number = len(self.texts)
            self.answer(f"225-{number}", "225 OK MESSAGE QUEUED", f"701-{number}", "701-1", "701 BEGIN")
        else:
            self.asked.append(line)
            if line == "SPEAK":
                self.inside = []
                self.answer("230 OK RECEIVING DATA")
            elif line == "LIST SYNTHESIS_VOICES":
                self.answer(*self.voices)
            elif line == "CANCEL SELF":
                self.answer("210 OK CANCELED", *self.notice(703, "CANCELED"))
            else:
                self.answer("200 OK")

    def notice(self, code, name):
        return f"{code}-{len(self.texts)}", f"{code}-1", f"{code} {name}"

    def answer(self, *lines):
        self.peer.sendall("".join(f"{line}\r\n" for line in lines).encode())

    def die(self):
        self.accepts.setEnabled(False)
        self.server.close()
        if self.peer is not None:
            self.reads.setEnabled(False)
            self.peer.close()
            self.peer = None


@pytest.fixture
def found(qtbot, monkeypatch, tmp_path):
    """Looks for a voice where a daemon has these voices."""
    monkeypatch.chdir(tmp_path)  # the path of a socket may not be longer than 107 characters
    monkeypatch.setenv("SPEECHD_ADDRESS", "unix_socket:speechd.sock")
    made = []

    def found(voices=VOICES, language="fr"):
        daemon, voices = Daemon("speechd.sock", voices), Voices()
        made.extend([daemon, voices])
        with qtbot.waitSignal(voices.settled):
            voices.look_for(language)
        return daemon, voices

    yield found
    if made:
        made[1].deleteLater()
        made[0].die()


def test_text_is_said_to_its_end_with_a_voice_of_the_language(found, qtbot):
    daemon, voices = found()
    assert (voices.names, voices.reason) == (("French (France)",), "")
    voices.set_volume(0.6)
    voices.say("Un.\n.deux")
    qtbot.waitUntil(lambda: bool(daemon.texts))
    assert daemon.texts == [["Un.", "..deux"]]
    assert daemon.asked[-4:-1] == [
        "SET SELF SYNTHESIS_VOICE French (France)",
        "SET SELF VOLUME 100",
        "SET SELF VOLUME 20",
    ]
    with qtbot.waitSignal(voices.finished):
        daemon.answer(*daemon.notice(702, "END"))


def test_another_text_waits_until_the_first_is_silent(found, qtbot):
    daemon, voices = found()
    voices.say("Un.")
    qtbot.waitUntil(lambda: bool(daemon.texts))
    voices.say("Deux.")
    qtbot.waitUntil(lambda: len(daemon.texts) == 2)
    assert daemon.asked[-3:] == ["SPEAK", "CANCEL SELF", "SPEAK"]


@pytest.mark.parametrize(
    ("voices", "why"),
    [
        (("hello",), "not understood"),
        (("\u0000\u00e9\u2603 \t",), "not understood"),
        (("249-" + "x" * 200_000,), "without an end"),
        (("249 OK VOICE LIST SENT",), "no voice"),
        (("304 ERR CANT LIST VOICES",), "CANT LIST"),
        ((), "does not get ready"),
    ],
)
def test_daemon_that_answers_nonsense(found, monkeypatch, voices, why):
    monkeypatch.setattr(door, "_ANSWERS_WITHIN_MS", 300)
    _, voices = found(voices)
    assert voices.names == ()
    assert why in voices.reason


def test_daemon_that_dies_in_the_middle(found, qtbot):
    daemon, voices = found()
    voices.say("Un.")
    qtbot.waitUntil(lambda: bool(daemon.texts))
    with qtbot.waitSignal(voices.failed):
        daemon.die()
    with qtbot.waitSignal(voices.failed):
        voices.say("Deux.")


def test_no_daemon(qtbot, monkeypatch):
    monkeypatch.setenv("SPEECHD_ADDRESS", "inet_socket:127.0.0.1:6560")
    voices = Voices()
    with qtbot.waitSignal(voices.settled):
        voices.look_for("en")
    assert voices.reason.startswith("QtTextToSpeech is not installed")
    voices.deleteLater()


def test_about_names_the_voice(qapp, monkeypatch, tmp_path):  # noqa: ARG001 - the voices need it
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SPEECHD_ADDRESS", "unix_socket:speechd.sock")
    monkeypatch.setattr(speech, "installed", lambda: False)
    monkeypatch.setattr(speech, "FILES", ("fr",))
    daemon = Daemon("speechd.sock", VOICES)
    assert speech.told() == [("Speech fr", "speech-dispatcher: French (France)")]
    daemon.die()
