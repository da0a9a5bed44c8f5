"""How a kiosk tells of a failure: its kind and its place, never its message, which may hold what a visitor typed."""

from __future__ import annotations

import faulthandler
import io
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType


def begin() -> None:
    """From now on Python tells of failures in this way, and of a crash in Qt by the functions it happened in."""
    sys.excepthook = _tell
    sys.unraisablehook = lambda told: _tell(told.exc_type, told.exc_value, told.exc_traceback)
    try:
        faulthandler.enable()  # only names of files and functions are written
    except (AttributeError, RuntimeError, ValueError, io.UnsupportedOperation):
        return  # there is nowhere to write to


def tell(kind: type[BaseException], trace: TracebackType | None, then: str) -> None:
    """Write one line: what failed and where, and what follows."""
    if sys.stderr is not None:
        sys.stderr.write(f"net-surgery-guide: {kind.__name__} in {_place(trace)}; {then}\n")


def _tell(kind: type[BaseException], _error: BaseException | None, trace: TracebackType | None) -> None:
    tell(kind, trace, "it was not caught")


def _place(trace: TracebackType | None) -> str:
    """The function and line in which it happened."""
    if trace is None:
        return "?"
    while trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_code
    return f"{getattr(code, 'co_qualname', code.co_name)}:{trace.tb_lineno}"
