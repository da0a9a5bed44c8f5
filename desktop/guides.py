"""The guide in each language: one's own copy where it can be used, else the built-in one."""

from __future__ import annotations

import gc
import sys
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from desktop import paths
from desktop.content import library
from desktop.errors import ContentError, GuideError, UnreadableError
from desktop.kept.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.content.model import Guide

_KEEP_AFTER_MS = 2000

_VERY_MUCH = 300_000
"""Pieces of memory: some thirty times as many as the shipped guide takes."""

_OWN = "own"
"""Where in the cache folder a guide of one's own is kept: only the last one."""


class Guides:
    """Reads each language once, when it is first wanted. ``own`` is a content folder of the reader's."""

    def __init__(self, own: Path | None) -> None:
        self._own = own
        self._read: dict[str, tuple[Guide, str]] = {}

    def in_language(self, language: str) -> tuple[Guide, str]:
        """The guide to show, and what to tell the reader if their own copy could not be used."""
        if language not in self._read:
            with _all_kept():
                self._read[language] = self._of_own(self._own, language) if self._own else (built_in(language), "")
        return self._read[language]

    def prepare(self) -> None:
        """Read the other languages where only their YAML is there: no first switch may wait for it.

        What is there in compiled form is read in 5 ms when it is wanted, and takes 2 MB only then.
        """
        for language in library.FILES:
            with suppress(GuideError):
                if language not in self._read and not self._is_compiled(language):
                    self.in_language(language)

    def others(self, guide: Guide) -> tuple[Guide, ...]:
        """The same guide in the other languages, as far as it can be read in them."""
        found = []
        for language in library.FILES:
            if language != guide.edition.language:
                with suppress(ContentError, UnreadableError):
                    found.append(self.in_language(language)[0])
        return tuple(found)

    def _is_compiled(self, language: str) -> bool:
        if self._own is None:
            return library.is_compiled(paths.resources(), language, (paths.compiled(), paths.cache()))
        return library.is_compiled(self._own, language, (paths.cache() / _OWN,))

    def _of_own(self, own: Path, language: str) -> tuple[Guide, str]:
        try:
            return _read_once(own, language, (), paths.cache() / _OWN), ""
        except (ContentError, UnreadableError) as error:
            told = QCoreApplication.translate(
                "Guides", "The content in {0} cannot be used, so the built-in guide is shown. First problem: {1}"
            )
            return built_in(language), told.format(own, error)


@contextmanager
def _all_kept() -> Iterator[None]:
    """Look for no garbage while a guide is read, nor ever among what is read if that is very much: all of it stays.

    A guide of 1,500 operations is millions of lists; looking through them all takes half a second each time.
    """
    looked, before = gc.isenabled(), sys.getallocatedblocks()
    gc.disable()
    try:
        yield
    finally:
        if looked and sys.getallocatedblocks() - before > _VERY_MUCH:
            gc.freeze()
        if looked:
            gc.enable()


def built_in(language: str) -> Guide:
    """The shipped guide."""
    return _read_once(paths.resources(), language, (paths.compiled(),), paths.cache())


def _read_once(folder: Path, language: str, packaged: tuple[Path, ...], kept: Path) -> Guide:
    """A guide from its compiled form if there is one of this YAML; else from the YAML, which is then compiled."""
    guide = library.load_compiled(folder, language, (*packaged, kept))
    if guide is None:
        guide = library.load(folder, language)
        QTimer.singleShot(_KEEP_AFTER_MS, partial(keep_compiled, folder, language, guide, kept))
    return guide


def keep_compiled(folder: Path, language: str, guide: Guide, kept: Path) -> None:
    """Keep a guide in compiled form for the next start. If that cannot be done the next start is only slower."""
    with suppress(OSError, UnreadableError):
        name, data = library.compiled_form(folder, language, guide)
        kept.mkdir(parents=True, exist_ok=True)
        write_whole(kept / name, data)
