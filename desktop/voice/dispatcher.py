"""Speech Dispatcher, the voice of Linux, asked over its local socket (its protocol SSIP), without QtTextToSpeech.

It is used as an engine by ``voices.py``, and does what is used of a QTextToSpeech. Nothing waits: what the
daemon answers is read as it comes, at most 64 KB at a time. Whatever goes wrong ends in one state, "Error".
"""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import (
    QLocale,
    QObject,
    QProcess,
    QProcessEnvironment,
    QSocketNotifier,
    QTimer,
    Signal,
)

from desktop.speech import daemon

if TYPE_CHECKING:
    from collections.abc import Sequence

_CHUNK = 1 << 16
_LONGEST_LINE = 1 << 14
_MOST_UNSENT = 1 << 20
_MOST_VOICES = 2000
_TRIES, _AGAIN_MS = 40, 100
"""How often, and how long after each other, the socket of a daemon that was started is looked for."""
_REFUSED, _NOTICES = 300, 700
"""SSIP: replies from 300 are refusals, from 700 on they tell how a text goes on."""


class EngineVoice(Protocol):
    """What is used of a voice."""

    def name(self) -> str: ...


class DispatcherVoice:
    """A voice by its name."""

    def __init__(self, name: str) -> None:
        self._name = name

    def name(self) -> str:
        """As the daemon calls it."""
        return self._name


class Dispatcher(QObject):
    """One connection to the daemon; its states are "Starting", "Ready", "Speaking" and "Error"."""

    stateChanged = Signal(object)  # noqa: N815 - Qt's own name, as all that follow

    def __init__(self, _name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state, self._error = "Starting", ""
        self._socket: socket.socket | None = None
        self._reader: QSocketNotifier | None = None
        self._voices: dict[str, tuple[QLocale, list[DispatcherVoice]]] = {}
        self._locale = QLocale()
        self._in, self._out, self._text = b"", b"", b""
        self._message, self._told = "", ""
        self._tries = 0
        self.destroyed.connect(self._close)
        QTimer.singleShot(0, self, self._connect)

    def state(self) -> str:
        """What it is doing."""
        return self._state

    def errorString(self) -> str:  # noqa: N802
        """Why it is broken."""
        return self._error

    def availableLocales(self) -> Sequence[QLocale]:  # noqa: N802
        """The locales of all voices."""
        return [locale for locale, _ in self._voices.values()]

    def setLocale(self, locale: QLocale) -> None:  # noqa: N802
        """Speak this language."""
        self._locale = locale

    def availableVoices(self) -> Sequence[DispatcherVoice]:  # noqa: N802
        """The voices of the locale."""
        return self._voices[self._locale.name()][1]

    def setVoice(self, voice: EngineVoice) -> None:  # noqa: N802
        """Speak with this voice from the next text on."""
        self._ask(f"SET SELF LANGUAGE {self._locale.bcp47Name().lower()}")
        self._ask(f"SET SELF SYNTHESIS_VOICE {voice.name()}")

    def setVolume(self, volume: float) -> None:  # noqa: N802
        """Speak as loud as this, 0 to 1 (the daemon counts from -100 to 100)."""
        self._ask(f"SET SELF VOLUME {round(min(max(volume, 0), 1) * 200 - 100)}")

    def say(self, text: str) -> None:
        """Say a text; "Speaking" tells that it has begun, "Ready" that it has ended."""
        lines = [f".{line}" if line.startswith(".") else line for line in text.splitlines()]
        self._text = "\r\n".join([*lines, ".", ""]).encode(errors="replace")
        self._message = ""
        self._ask("SPEAK")

    def stop(self) -> None:
        """Be silent."""
        self._ask("CANCEL SELF")

    # The connection

    def _connect(self) -> None:
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.setblocking(False)
        try:
            connection.connect(daemon.address())
        except OSError as error:
            connection.close()
            self._try_again(error)
            return
        self._socket = connection
        self._reader = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self)
        self._reader.activated.connect(self._read)
        self._ask("SET SELF CLIENT_NAME reader:net-surgery-guide:main")
        for notice in ("BEGIN", "END", "CANCEL"):
            self._ask(f"SET SELF NOTIFICATION {notice} ON")
        self._ask("LIST SYNTHESIS_VOICES")

    def _try_again(self, error: OSError) -> None:
        if self._tries == 0 and not _start():
            self._break(str(error))
        elif self._tries < _TRIES:
            self._tries += 1
            QTimer.singleShot(_AGAIN_MS, self, self._connect)
        else:
            self._break(str(error))

    def _ask(self, line: str) -> None:
        self._send(f"{line}\r\n".encode(errors="replace"))

    def _send(self, data: bytes) -> None:
        self._out += data
        if self._socket is None or len(self._out) > _MOST_UNSENT:
            self._break(self._error or "not connected")
            return
        try:
            self._out = self._out[self._socket.send(self._out) :]
        except BlockingIOError:
            pass
        except OSError as error:
            self._break(str(error))
            return
        if self._out:
            QTimer.singleShot(_AGAIN_MS, self, self._send_rest)

    def _send_rest(self) -> None:
        if self._out:
            self._send(b"")

    def _read(self) -> None:
        if self._socket is None:
            return
        try:
            data = self._socket.recv(_CHUNK)
        except BlockingIOError:
            return
        except OSError as error:
            self._break(str(error))
            return
        *lines, self._in = (self._in + data).split(b"\r\n")
        if not data or len(self._in) > _LONGEST_LINE:
            self._break("the connection has ended" if not data else "an answer without an end")
        for line in lines:
            if self._socket is not None:
                self._hear(line.decode(errors="replace"))

    def _hear(self, line: str) -> None:
        code, more, rest = line[:3], line[3:4], line[4:]
        if not (code.isascii() and code.isdigit() and more in ("-", " ")):
            self._break("an answer that is not understood")
        elif _REFUSED <= int(code) < _NOTICES:
            self._break(rest)
        elif code == "249":
            self._hear_voice(rest, last=more == " ")
        elif code == "230":
            self._send(self._text)
        elif code == "225" and more == "-":
            self._message = rest
        elif int(code) >= _NOTICES:
            self._hear_notice(code, more, rest)

    def _hear_voice(self, rest: str, *, last: bool) -> None:
        name, _, language = rest.partition("\t")
        if last:
            self._turn("Ready")
        elif "+" not in name and len(self._voices) < _MOST_VOICES:  # espeak-ng lists each a hundred times over
            locale = QLocale(language.partition("\t")[0])
            self._voices.setdefault(locale.name(), (locale, []))[1].append(DispatcherVoice(name))

    def _hear_notice(self, code: str, more: str, rest: str) -> None:
        if more == "-":
            self._told = self._told or rest  # the first line names the text, the second the client
            return
        told, self._told = self._told, ""
        if code == "701" and self._message in ("", told):
            self._turn("Speaking")
        elif code in ("702", "703") and self._message == told:
            self._turn("Ready")

    def _turn(self, state: str) -> None:
        self._state = state
        self.stateChanged.emit(state)

    def _break(self, why: str) -> None:
        self._close()
        self._error = why
        self._turn("Error")

    def _close(self) -> None:
        if self._reader is not None and self._socket is not None:
            self._reader.setEnabled(False)
            self._socket.close()
        self._reader = self._socket = None
        self._out = b""


def _start() -> bool:
    """Start the daemon and do not wait for it; with the system's libraries, not those a package of the guide brings."""
    process = QProcess()
    environment = QProcessEnvironment.systemEnvironment()
    environment.remove("LD_LIBRARY_PATH")
    process.setProcessEnvironment(environment)
    process.setProgram(daemon.NAME)
    process.setArguments(["--spawn"])
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    return bool(process.startDetached())
