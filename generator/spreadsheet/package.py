"""A workbook's package: bytes that depend on nothing but what it holds, and rows put in without an object a cell."""

import io
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from generator.errors import UsageError


def require() -> Any:
    """The openpyxl module. Raises UsageError that says how to install it."""
    try:
        import openpyxl
    except ImportError as missing:
        raise UsageError(
            "没有装读写 Excel 的组件 openpyxl", "运行 pip install 'fazhi-niandu-baogao[excel]'，或改用 CSV"
        ) from missing
    return openpyxl


def packed(book: Any, more: Mapping[int, Iterator[str]] | None = None) -> bytes:
    """A workbook as bytes, the same for the same contents.

    more: the rows, in SpreadsheetML, of sheets that have none, by number from 1.
    """
    from datetime import datetime

    book.properties.creator = ""
    book.properties.created = book.properties.modified = datetime(2020, 1, 1)
    raw = io.BytesIO()
    book.save(raw)
    return _rewritten(raw.getvalue(), {f"xl/worksheets/sheet{at}.xml": rows for at, rows in (more or {}).items()})


def _rewritten(package: bytes, more: Mapping[str, Iterator[str]]) -> bytes:
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2020-01-01T00:00:00Z", data)
            part = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            if name in more:
                _stream(new, part, data, more[name])
            else:
                new.writestr(part, data)
    return out.getvalue()


def _stream(package: Any, part: Any, sheet: bytes, rows: Iterator[str]) -> None:
    """The rows of a country are never together in memory."""
    before, after = re.split(rb"<sheetData\s*/>|<sheetData></sheetData>", sheet)
    with package.open(part, "w") as file:
        file.write(before + b"<sheetData>")
        for some in iter(lambda: list(islice(rows, 100)), []):
            file.write("".join(some).encode())
        file.write(b"</sheetData>" + after)
