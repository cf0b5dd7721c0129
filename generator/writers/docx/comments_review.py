"""A review copy: anybody's DOCX with Word comments at the places of remarks, and not a byte else changed.

Everything is put in, nothing is taken out: a run is divided by ending it and beginning another one like it.
"""

import posixpath
import re
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from generator.errors import UnreadableInput
from generator.readers.docx.extents import decoded
from generator.readers.docx.facts import W
from generator.readers.docx.package import Package, contents, open_package, parts
from generator.records import record
from generator.writers.docx.comments_placing import Remark, marked
from generator.writers.docx.markup import escape

_TYPES, _NAME = "[Content_Types].xml", "comments.xml"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_AUTHOR, _INITIALS = "检查", "查"
_SIZE = 21
"""Half points of the words of a comment."""


@record
class _Dialect:
    """How a file names things: `w:` before the elements of Word's namespace, and the address of that namespace."""

    prefix: str
    namespace: str
    relationships: str


def commented(data: bytes, name: str, remarks: Sequence[Remark]) -> bytes:
    """The package with a comment for each remark; its own comments stay.

    name: what messages call the file. Raises UnreadableInput.
    """
    if not remarks:
        return data
    package = open_package(data, name)
    members = contents(package)
    xml, mark, encoding = decoded(members[package.path])
    dialect = _dialect(xml)
    comments = package.related.get("comments", ())
    path = comments[0] if comments else _free(package.path, members)
    first = _next_number(package)
    made = marked(xml, package.main, remarks, first, dialect.prefix)
    changed = {package.path: mark + made.encode(encoding)}
    if path in members:
        changed[path] = _added(members[path], name, remarks, first)
    else:
        told = "".join(_comment(number, one.text, dialect.prefix) for number, one in enumerate(remarks, first))
        root = f"{dialect.prefix}comments"
        spoken = f'xmlns:{dialect.prefix[:-1]}="' if dialect.prefix else 'xmlns="'
        prolog = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        changed[path] = f'{prolog}<{root} {spoken}{dialect.namespace}">{told}</{root}>'.encode()
        changed |= _announced(members, package, path, dialect, related=bool(comments))
    return _packed(package, members, changed)


def _dialect(xml: str) -> _Dialect:
    for family in (_TRANSITIONAL, _STRICT):
        address = rf"{re.escape(family)}wordprocessingml[\w/]*main"
        found = re.search(rf"""xmlns(?::([\w.-]+))?\s*=\s*["']({address})["']""", xml)
        if found:
            prefix = f"{found[1]}:" if found[1] else ""
            year = "2006/" if family == _TRANSITIONAL else ""
            return _Dialect(prefix, found[2], f"{family}officeDocument/{year}relationships")
    raise UnreadableInput("这份 DOCX 的正文写得很特别，不能就地加批注", "用 Word 或 WPS 另存一份再试")


def _next_number(package: Package) -> int:
    """One more than any number of a comment or of its marks."""
    told = [one for root in parts(package, "comments") if root is not None for one in root]
    told += package.main.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
    numbers = [one.get(f"{W}id", "") for one in told if isinstance(one.tag, str)]
    return max((int(number) for number in numbers if number.isdecimal()), default=-1) + 1


def _free(path: str, members: Mapping[str, bytes]) -> str:
    folder = posixpath.dirname(path)
    names = [_NAME, *(f"comments{number}.xml" for number in range(2, len(members) + 3))]
    return next(at for at in (posixpath.join(folder, one) for one in names) if at not in members)


def _comment(number: int, text: str, prefix: str) -> str:
    w = prefix
    mark = f"<{w}r><{w}annotationRef/></{w}r>"
    type_ = f'<{w}rPr><{w}sz {w}val="{_SIZE}"/><{w}szCs {w}val="{_SIZE}"/></{w}rPr>'
    # A report's own paragraphs are wide, indented and on a grid; a balloon has no room for that.
    layout = (
        f'<{w}pPr><{w}snapToGrid {w}val="0"/><{w}spacing {w}before="0" {w}after="0" {w}line="240" {w}lineRule="auto"/>'
        f'<{w}ind {w}firstLine="0" {w}firstLineChars="0"/><{w}jc {w}val="left"/></{w}pPr>'
    )
    rows = []
    for row in text.split("\n"):
        rows.append(f'<{w}p>{layout}{mark}<{w}r>{type_}<{w}t xml:space="preserve">{escape(row)}</{w}t></{w}r></{w}p>')
        mark = ""
    return (
        f'<{w}comment {w}id="{number}" {w}author="{_AUTHOR}" {w}initials="{_INITIALS}">{"".join(rows)}</{w}comment>'
    )


def _added(part: bytes, name: str, remarks: Sequence[Remark], first: int) -> bytes:
    """A part of comments with more of them at its end."""
    xml, mark, encoding = decoded(part)
    prefix = _dialect(xml).prefix
    told = "".join(_comment(number, one.text, prefix) for number, one in enumerate(remarks, first))
    return mark + _into(xml, told, name).encode(encoding)


def _into(xml: str, more: str, name: str) -> str:
    """The text of a part with `more` at the end of its root."""
    at = xml.rfind("</")
    if at >= 0:
        return xml[:at] + more + xml[at:]
    empty = re.search(r"<([\w.:-]+)(?=[\s/])[^<]*?(/>)\s*$", xml)
    if empty is None:
        raise UnreadableInput(f"“{name}”不完整或已损坏", "在 Word 或 WPS 中打开，另存一份再试")
    return f"{xml[: empty.start(2)]}>{more}</{empty[1]}>{xml[empty.end(2) :]}"


def _announced(
    members: Mapping[str, bytes], package: Package, path: str, dialect: _Dialect, related: bool
) -> dict[str, bytes]:
    """The parts that say that there is a part of comments, with that added."""
    folder, file = posixpath.split(package.path)
    links = posixpath.join(folder, "_rels", f"{file}.rels")
    changed: dict[str, bytes] = {}
    if not related:
        xml, mark, encoding = decoded(members.get(links, _NO_LINKS))
        taken = set(re.findall(r'\bId\s*=\s*["\']([^"\']*)', xml))
        identity = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        link = (
            f'<{_prefix(xml)}Relationship Id="{identity}" Type="{dialect.relationships}/comments" Target="/{path}"/>'
        )
        changed[links] = mark + _into(xml, link, package.name).encode(encoding)
    xml, mark, encoding = decoded(members[_TYPES])
    if f'"/{path}"' not in xml:
        kind = f'<{_prefix(xml)}Override PartName="/{path}" ContentType="{_KIND}"/>'
        changed[_TYPES] = mark + _into(xml, kind, package.name).encode(encoding)
    return changed


_NO_LINKS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


def _prefix(xml: str) -> str:
    """What stands before the name of the root, with its colon."""
    found = re.search(r"<([\w.-]+:)?(?:Types|Relationships)\b", xml)
    return (found[1] or "") if found else ""


def _packed(package: Package, members: Mapping[str, bytes], changed: dict[str, bytes]) -> bytes:
    held = BytesIO()
    infos: dict[str, Any] = {info.filename: info for info in package.archive.infolist()}
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(infos[name], changed.pop(name, content))
        for name, content in changed.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(info, content)
    return held.getvalue()
