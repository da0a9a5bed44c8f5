"""The files of an installed program in their places below ``/``, the same for .deb and .rpm."""

from __future__ import annotations

import gzip
import shutil
import time
from pathlib import Path

import freeze
import icons
import publisher

SHARE = Path(__file__).resolve().parent / "share"
LIBRARY = f"usr/lib/{freeze.NAME}"
DOCUMENTS = f"usr/share/doc/{freeze.NAME}"
TEMPLATES = f"usr/share/{freeze.NAME}/kiosk"
KIOSK = (f"{freeze.NAME}-kiosk.conf", "gnome-kiosk-script", "xinitrc", "xorg-kiosk.conf")
"""The templates for kiosks on Linux. Not in /usr/lib/sysusers.d: a laptop needs no user for a kiosk."""
CHANGELOG = """\
{name} ({version}) stable; urgency=medium

  * What has changed is told in CHANGELOG.md.gz beside this file.

 -- {who.name} <{who.address}>  {date}
"""
"""The change log in Debian's form, which wants one entry for each version."""
UNIT = f"usr/lib/systemd/system/{freeze.NAME}-kiosk.service"
ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def stage(program: Path, source: Path, version: str, epoch: int, root: Path) -> None:
    """Lay everything out below ``root``, which is made anew."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(program, root / LIBRARY, symlinks=True, ignore=shutil.ignore_patterns("licences"))
    shutil.copytree(program / "licences", root / DOCUMENTS / "licences")
    link = root / "usr/bin" / freeze.NAME
    link.parent.mkdir(parents=True)
    link.symlink_to(f"../lib/{freeze.NAME}/{freeze.NAME}")
    (root / LIBRARY / "licences").symlink_to(f"../../share/doc/{freeze.NAME}/licences")
    date = time.strftime("%Y-%m-%d", time.gmtime(epoch))
    words = {"@VERSION@": version, "@DATE@": date, "$Mdocdate$": _long_date(epoch)}
    who = publisher.publisher()
    words |= {"@ID@": who.id, "@PUBLISHER@": who.name, "@PUBLISHER_FR@": who.name_fr}
    _put(root / "usr/share/applications" / f"{freeze.NAME}.desktop", SHARE / f"{freeze.NAME}.desktop", words)
    _put(root / "usr/share/metainfo" / f"{freeze.NAME}.metainfo.xml", SHARE / f"{freeze.NAME}.metainfo.xml", words)
    _manual(root / "usr/share/man/man1", SHARE / f"{freeze.NAME}.1", words)
    _manual(root / "usr/share/man/fr/man1", SHARE / f"{freeze.NAME}.fr.1", words)
    _icons(root / "usr/share/icons/hicolor", source / "resources" / "icons" / "app.svg")
    _put(root / "etc" / freeze.NAME / "policy.example.toml", source / "packaging" / "policy.example.toml", {})
    _put(root / DOCUMENTS / "copyright", SHARE / "copyright", words)
    entry = CHANGELOG.format(
        name=freeze.NAME,
        version=version,
        who=who,
        date=time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(epoch)),
    )
    (root / DOCUMENTS / "changelog.gz").write_bytes(_packed(entry.encode()))
    (root / DOCUMENTS / "CHANGELOG.md.gz").write_bytes(_packed((source / "CHANGELOG.md").read_bytes()))
    _kiosk(root, source / "packaging" / "kiosk")


def _put(place: Path, file: Path, words: dict[str, str]) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    text = file.read_text("utf-8")
    for mark, word in words.items():
        text = text.replace(mark, word)
    place.write_text(text, "utf-8")


def _kiosk(root: Path, templates: Path) -> None:
    """The unit where systemd finds it, which only the administrator switches on; the other templates to copy from."""
    place = root / UNIT
    place.parent.mkdir(parents=True)
    shutil.copy(templates / place.name, place)
    for name in KIOSK:
        (root / TEMPLATES).mkdir(parents=True, exist_ok=True)
        shutil.copy(templates / name, root / TEMPLATES / name)


def _manual(folder: Path, file: Path, words: dict[str, str]) -> None:
    place = folder / f"{freeze.NAME}.1"
    _put(place, file, words)
    place.with_suffix(".1.gz").write_bytes(_packed(place.read_bytes()))
    place.unlink()


def _packed(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)


def _icons(folder: Path, drawing: Path) -> None:
    for size in ICON_SIZES:
        place = folder / f"{size}x{size}" / "apps" / f"{freeze.NAME}.png"
        place.parent.mkdir(parents=True)
        place.write_bytes(icons.png(drawing, size))
    place = folder / "scalable" / "apps" / f"{freeze.NAME}.svg"
    place.parent.mkdir(parents=True)
    shutil.copyfile(drawing, place)


def _long_date(epoch: int) -> str:
    """The date of a manual, as mdoc writes it: November 25, 2026."""
    months = "January February March April May June July August September October November December"
    when = time.gmtime(epoch)
    return f"{months.split()[when.tm_mon - 1]} {when.tm_mday}, {when.tm_year}"
