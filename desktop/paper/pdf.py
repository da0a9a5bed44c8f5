"""Writes pages as a PDF whose text can be selected and searched, with its title and language.

Qt 6.11 writes no document language and puts the time of day into the file. Both are set right in the finished
file, whose parts are found through its own table of contents; a file of another shape is left as Qt wrote it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID, uuid5

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from desktop.paper.look import PAPERS, UNITS_PER_INCH

if TYPE_CHECKING:
    from desktop.paper.pages import Pages

_CREATOR = "net-surgery-guide"
_NAMESPACE = UUID("6f1b6c0e-52f4-4b69-9d0c-4c1f6a3d5b10")
_XMP = """<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<rdf:Description rdf:about=""><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language></rdf:Description>
</rdf:RDF></x:xmpmeta><?xpacket end='w'?>"""


def write(pages: Pages, date: str) -> bytes:
    """The PDF. The same pages and date (``2026-11-23``, that of the content) always give the same bytes."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    document = pages.document
    title = document.title if document.title == document.guide else f"{document.title} · {document.guide}"
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS_PER_INCH)
    writer.setPageSize(QPageSize(PAPERS[pages.paper]))
    writer.setPageMargins(QMarginsF())
    writer.setTitle(title)
    writer.setCreator(_CREATOR)
    writer.setAuthor(document.clinic.name or document.guide)
    writer.setDocumentId(QUuid(str(uuid5(_NAMESPACE, f"{title}{date}{len(pages)}"))))
    writer.setDocumentXmpMetadata(QByteArray(_XMP.format(title=_xml(title), language=document.language).encode()))
    painter = QPainter(writer)
    for number in range(len(pages)):
        if number:
            writer.newPage()
        pages.paint(painter, number)
    painter.end()
    buffer.close()
    return finished(bytes(data.data()), document.language, date)


def finished(data: bytes, language: str, date: str) -> bytes:
    """A PDF of Qt with its language set, its title shown by readers, and this date instead of the time of writing."""
    found = _Table.read(data)
    if found is None:
        return data
    day = f"D:{date.replace('-', '')}000000Z".encode() if re.fullmatch(r"\d{4}-\d\d-\d\d", date) else b""
    objects = dict(found.objects)
    catalog, info = objects[found.root], objects[found.info]
    if b"/Lang" not in catalog:
        told = b"/Type /Catalog\n/Lang (%b)\n/ViewerPreferences << /DisplayDocTitle true >>" % language.encode()
        objects[found.root] = catalog.replace(b"/Type /Catalog", told, 1)
    if day:
        objects[found.info] = re.sub(rb"/(CreationDate|ModDate) \([^)]*\)", rb"/\1 (%b)" % day, info)
    return found.written(data, objects)


class _Table(NamedTuple):
    """The parts of a PDF by its cross-reference table: each object's bytes, and which are the catalog and the info."""

    objects: dict[int, bytes]
    root: int
    info: int
    start: int
    trailer: bytes

    @classmethod
    def read(cls, data: bytes) -> _Table | None:
        """None if this is not a plain file with one table, as Qt writes it."""
        end = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", data)
        table = int(end[1]) if end else -1
        head = re.match(rb"xref\s+0 (\d+)\s+", data[table:]) if 0 <= table < len(data) else None
        if end is None or head is None:
            return None
        rows = re.findall(rb"(\d{10}) \d{5} ([nf])", data[table : table + head.end() + 20 * int(head[1])])
        places = {number: int(place) for number, (place, kind) in enumerate(rows) if kind == b"n"}
        trailer = re.search(rb"trailer\s*(.*?)\s*startxref", data[table:], re.DOTALL)
        root = re.search(rb"/Root (\d+) 0 R", trailer[1]) if trailer else None
        info = re.search(rb"/Info (\d+) 0 R", trailer[1]) if trailer else None
        if trailer is None or root is None or info is None or len(rows) != int(head[1]) or not places:
            return None
        bounds = sorted({*places.values(), table})
        after = dict(pairwise(bounds))
        objects = {number: data[place : after[place]] for number, place in places.items()}
        if any(not objects[number].startswith(b"%d 0 obj" % number) for number in objects):
            return None
        return cls(objects, int(root[1]), int(info[1]), bounds[0], trailer[1])

    def written(self, data: bytes, objects: dict[int, bytes]) -> bytes:
        """The file with these objects in place of its own."""
        made = bytearray(data[: self.start])
        places = {}
        for number, body in sorted(objects.items()):
            places[number] = len(made)
            made += body
        table = len(made)
        count = max(objects) + 1
        made += b"xref\n0 %d\n0000000000 65535 f \n" % count
        for number in range(1, count):
            made += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 00000 f \n"
        made += b"trailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (self.trailer, table)
        return bytes(made)


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
