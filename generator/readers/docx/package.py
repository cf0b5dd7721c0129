"""The parts of a DOCX: unpacked within limits, parsed without entities, found by their relationships."""

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

from lxml import etree

from generator.errors import UnreadableInput
from generator.readers.bounds import MOST_BYTES, too_large
from generator.records import record

MOST_MEMBERS = 5_000
MOST_TAGS = 800_000
"""Of the text: an element takes far more memory than the bytes that it is written in."""
MOST_TAGS_BESIDE = 150_000
"""Of each other part."""
LONGEST_TAG = 200_000
"""Bytes of one tag with its attributes."""

_ABOUT = ("core-properties", "extended-properties")
_SAVE = "在 Word 或 WPS 中打开，另存为 .docx 再试"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DISGUISES = (
    (b"MZ", "是一个程序", "不要打开来历不明的文件"),
    (b"\x7fELF", "是一个程序", "不要打开来历不明的文件"),
    (b"%PDF", "其实是 PDF 文件", "把扩展名改成 .pdf 再试"),
    (b"{\\rtf", "其实是 RTF 文件", _SAVE),
    (b"MIME-Version", "其实是网页文件", _SAVE),
    (b"Rar!", "其实是压缩包", "解压后再试"),
    (b"7z\xbc\xaf", "其实是压缩包", "解压后再试"),
)
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
}


@record
class Package:
    """An open DOCX.

    path, main: name and root of its text; related: the names of other parts by kind (`styles`, `footer` …); ids:
    those of the relationships that lead to them, in the same order; about: names of the parts with its properties.
    """

    name: str
    archive: zipfile.ZipFile
    path: str
    main: Any
    related: Mapping[str, tuple[str, ...]]
    ids: Mapping[str, tuple[str, ...]]
    about: tuple[str, ...]


def open_package(data: bytes, name: str) -> Package:
    """The DOCX with these bytes. Raises: UnreadableInput, saying what it is instead."""
    if len(data) > MOST_BYTES:
        raise too_large(name, len(data))
    if not data.startswith(b"PK"):
        raise _disguised(data, name)
    # Counted before zipfile makes an object of each.
    if data.count(b"PK\x01\x02") > MOST_MEMBERS:
        raise _too_large(name)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        # zipfile never unpacks more of a member than its declared size, so their sum bounds what is unpacked.
        if (size := sum(member.file_size for member in archive.infolist())) > MOST_BYTES:
            raise too_large(name, size)
        roots = _relations(archive, "_rels/.rels", "", name)
        path = next((target for _, target in roots.get("officeDocument", ())), "word/document.xml")
        if path not in archive.namelist():
            raise _no_document(archive, name)
        main = _parsed(_unpacked(archive, path, name), name, MOST_TAGS)
        if not main.tag.endswith("}document"):
            raise _no_document(archive, name)
        folder, file = posixpath.split(path)
        related = _relations(archive, posixpath.join(folder, "_rels", f"{file}.rels"), folder, name)
    except _BROKEN as error:
        raise _damaged(name) from error
    return Package(
        name,
        archive,
        path,
        main,
        {kind: tuple(target for _, target in found) for kind, found in related.items()},
        {kind: tuple(identity for identity, _ in found) for kind, found in related.items()},
        tuple(target for kind in _ABOUT for _, target in roots.get(kind, ())),
    )


def parts(package: Package, kind: str) -> list[Any]:
    """The roots of the parts of a kind; None for one that is missing or broken. Raises: UnreadableInput."""
    return _roots(package, package.related.get(kind, ()))


def properties(package: Package) -> dict[str, str]:
    """What the file says of itself (`creator`, `lastModifiedBy`, `manager` …), as far as it can be read."""
    found: dict[str, str] = {}
    for root in _roots(package, package.about):
        for one in () if root is None else root:
            words = (one.text or "").strip()
            name = one.tag.rpartition("}")[2]
            if words:
                found[name[:1].lower() + name[1:]] = words
    return found


def contents(package: Package) -> dict[str, bytes]:
    """Every member of the archive, in its order. Raises: UnreadableInput when one is damaged or encrypted."""
    try:
        return {path: _unpacked(package.archive, path, package.name) for path in package.archive.namelist()}
    except _BROKEN as error:
        raise _damaged(package.name) from error


def _damaged(name: str) -> UnreadableInput:
    return UnreadableInput(f"“{name}”不完整或已损坏", "重新复制或下载一份，或在 Word 或 WPS 中修复后再试")


def _roots(package: Package, paths: Iterable[str]) -> list[Any]:
    found: list[Any] = []
    for path in paths:
        try:
            found.append(_parsed(_unpacked(package.archive, path, package.name), package.name))
        except _BROKEN:
            found.append(None)
    return found


_BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, etree.XMLSyntaxError,
    EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError,
)  # fmt: skip


def _unpacked(archive: zipfile.ZipFile, path: str, name: str) -> bytes:
    member = archive.getinfo(path)
    if member.flag_bits & 1:
        raise UnreadableInput(f"“{name}”加了密码", "去掉密码，另存一份再试")
    # Other methods may ask for any amount of memory, and no word processor uses them.
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotImplementedError(path)
    return archive.read(member)


def _parsed(data: bytes, name: str, most: int = MOST_TAGS_BESIDE) -> Any:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16").encode()
    if b"<!DOCTYPE" in data:
        raise UnreadableInput(f"“{name}”里有不该有的内容（DTD）", _SAVE)
    if data.count(b"<") > most or data.count(b"=") * 2 > most or _has_long_tag(data):
        raise _too_large(name)
    if _STRICT in data:
        for strict, usual in _TRANSITIONAL.items():
            data = data.replace(strict, usual)
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(data, parser)


def _has_long_tag(data: bytes) -> bool:
    """Whether two neighbouring `>` are further apart than any tag is long, with a `<` and many `=` between."""
    at = 0
    while (end := data.find(b">", at)) >= 0:
        if end - at > LONGEST_TAG and end - data.rfind(b"<", at, end) > LONGEST_TAG:
            return True
        # Skip as far as a long tag could begin: short tags are the rule.
        at = max(end + 1, data.rfind(b">", end, end + LONGEST_TAG) + 1)
    return False


def _relations(archive: zipfile.ZipFile, path: str, folder: str, name: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """The last step of each relationship's type to the ids and parts of those of this type."""
    if path not in archive.namelist():
        return {}
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for relation in _parsed(_unpacked(archive, path, name), name):
        target = relation.get("Target", "")
        if relation.get("TargetMode") == "External" or not target:
            continue
        kind = relation.get("Type", "").rpartition("/")[2]
        target = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[kind] = (*found.get(kind, ()), (relation.get("Id", ""), target))
    return found


def _disguised(data: bytes, name: str) -> UnreadableInput:
    if not data:
        return UnreadableInput(f"“{name}”是空的", "重新复制或下载一份")
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if _ENCRYPTED in data:
            return UnreadableInput(f"“{name}”加了密码", "去掉密码，另存一份再试")
        return UnreadableInput(f"“{name}”其实是旧格式（.doc 或 .wps）的文件", _SAVE)
    for start, fact, hint in _DISGUISES:
        if data.startswith(start):
            return UnreadableInput(f"“{name}”不是 DOCX 文件，{fact}", hint)
    if b"<html" in data[:2000].lower() or data.lstrip()[:5] == b"<?xml":
        return UnreadableInput(f"“{name}”不是 DOCX 文件，其实是网页或 XML 文件", _SAVE)
    return UnreadableInput(f"“{name}”不是能读的 DOCX 文件", _SAVE)


def _no_document(archive: zipfile.ZipFile, name: str) -> UnreadableInput:
    folders = {member.partition("/")[0] for member in archive.namelist()}
    known = {"xl": "其实是 Excel 表格", "ppt": "其实是 PowerPoint 演示文稿", "META-INF": "其实是 ODT 或别的文件"}
    for folder, fact in known.items():
        if folder in folders:
            return UnreadableInput(f"“{name}”不是 DOCX 文件，{fact}", _SAVE)
    if "word" in folders:
        return UnreadableInput(f"“{name}”缺少正文部分", "重新复制或下载一份，或在 Word 或 WPS 中修复后再试")
    return UnreadableInput(f"“{name}”是压缩包，不是 DOCX 文件", "解压后再试")


def _too_large(name: str) -> UnreadableInput:
    return UnreadableInput(f"“{name}”里的内容太多，不像一份报告", "只留报告本身，另存一份再试")
