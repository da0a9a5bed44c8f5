"""The program's icon in the containers of Windows (.ico) and macOS (.icns), drawn from resources/icons/app.svg.

usage: icons.py FILE.ico|FILE.icns
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DRAWING = ROOT / "resources" / "icons" / "app.svg"

ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
"""What Windows asks for at 100 to 200 % (Microsoft, "Construct your Windows app's icon")."""

ICNS_KINDS = {
    b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic08": 256, b"ic13": 256, b"ic09": 512, b"ic14": 512, b"ic10": 1024,
}  # fmt: skip
"""The kinds of an .icns file that hold a PNG, and their pixels a side."""


def main(arguments: list[str]) -> int:
    """Write the icon file; the exit code."""
    file = Path(arguments[0])
    made = {".ico": ico, ".icns": icns}[file.suffix]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(made(DRAWING))
    return 0


def ico(drawing: Path) -> bytes:
    """A Windows icon: a header, one entry of 16 bytes a size, then the PNGs."""
    pictures = [png(drawing, size) for size in ICO_SIZES]
    at = 6 + 16 * len(pictures)
    entries = b""
    for size, picture in zip(ICO_SIZES, pictures, strict=True):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures)


def icns(drawing: Path) -> bytes:
    """A macOS icon: each picture with its kind and length in front, and the same of the whole."""
    body = b""
    for kind, size in ICNS_KINDS.items():
        picture = png(drawing, size)
        body += kind + struct.pack(">I", len(picture) + 8) + picture
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def png(drawing: Path, size: int) -> bytes:
    """The drawing as a PNG of so many pixels a side, see-through where it is empty."""
    from PySide6.QtCore import QBuffer, QByteArray, Qt  # noqa: PLC0415 - the platform is chosen below, before Qt loads
    from PySide6.QtGui import QImage, QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(held.data())


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.exit(main(sys.argv[1:]))
