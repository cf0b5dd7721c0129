"""The bare limit: the least work with which Python can turn YAML into this DOCX through Jinja.

No validation, no places, no numbering, no choice of clauses: CSafeLoader, one template compiled before,
and a package whose constant parts were deflated before.
"""

import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import jinja2
import yaml

from tests.bench.content import Content, hole

_BODY = "word/document.xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def make_drafter(content: Content, package: Path) -> Callable[[Path, Path], None]:
    """A function from form to DOCX. package: a DOCX whose parts, but the body, are taken over."""
    render = jinja2.Environment(autoescape=True).from_string(_body(content)).render
    with zipfile.ZipFile(package) as archive:
        constant = [_entry(name, archive.read(name)) for name in archive.namelist() if name != _BODY]

    def draft(form: Path, output: Path) -> None:
        with form.open(encoding="utf-8") as stream:
            values = yaml.load(stream, yaml.CSafeLoader)
        output.write_bytes(_package([*constant, _entry(_BODY, render(values).encode())]))

    return draft


def _body(content: Content) -> str:
    out = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', f'<w:document xmlns:w="{_W}"><w:body>']
    for line in content.lines:
        out.append("<w:p>")
        for role, parts in line.pieces:
            words = "".join(escape(p) if isinstance(p, str) else hole(*p) for p in parts)
            bold = "<w:rPr><w:b/></w:rPr>" if role != "body" else ""
            out.append(f"<w:r>{bold}<w:t>{words}</w:t></w:r>")
        out.append("</w:p>")
    return "".join(out) + "</w:body></w:document>"


def _entry(name: str, data: bytes) -> tuple[bytes, int, int, bytes]:
    squeeze = zlib.compressobj(6, zlib.DEFLATED, -15)
    return name.encode(), zlib.crc32(data), len(data), squeeze.compress(data) + squeeze.flush()


def _package(entries: list[tuple[bytes, int, int, bytes]]) -> bytes:
    files, directory, at = [], [], 0
    for name, check, size, packed in entries:
        common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, check, len(packed), size, len(name), 0)
        files.append(b"PK\3\4" + common + name + packed)
        place = struct.pack("<HHHII", 0, 0, 0, 0, at)
        directory.append(b"PK\1\2" + struct.pack("<H", 20) + common + place + name)
        at += len(files[-1])
    index = b"".join(directory)
    tail = struct.pack("<HHHHIIH", 0, 0, len(entries), len(entries), len(index), at, 0)
    return b"".join(files) + index + b"PK\5\6" + tail
