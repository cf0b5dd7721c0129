"""Files as documents: `read` for a path, `read_bytes` for what is in memory already.

Each format has a module of its own with `read(data, name) -> Reading`, imported when a file needs it.
"""

from importlib import import_module
from pathlib import Path, PurePath
from typing import cast

from generator.diagnostics import Diagnostic, Severity
from generator.readers import codes
from generator.readers.bounds import MOST_BYTES, MOST_TEXT, content, too_large
from generator.readers.formats import FORMATS, SUFFIXES, format_of
from generator.readers.reading import Reading


def read(path: Path) -> Reading:
    """The file as a document. Raises UnreadableInput where it cannot be read or holds no report."""
    return read_bytes(content(path), str(path))


def read_bytes(data: bytes, name: str) -> Reading:
    """`data` as a document; `name`: what users call the file, its ending counts where the content is text.

    Raises UnreadableInput.
    """
    if len(data) > MOST_BYTES:
        raise too_large(name, len(data))
    found = format_of(data, name)
    if found in ("text", "markdown", "html") and len(data) > MOST_TEXT:
        raise too_large(name, len(data), MOST_TEXT)
    module = import_module(f"{__name__}.{FORMATS[found].module}")
    reading = cast(Reading, module.read(data, name))
    if found not in ("text", "pdf"):
        # Not on the path of a draft, which reads nothing but its template.
        from generator.readers.rejoining import rejoined

        reading = rejoined(reading)
    suffix = PurePath(name).suffix.lower()
    said = SUFFIXES.get(suffix, found)
    if said == found:
        return reading
    message = f"扩展名是“{suffix}”，内容却是{FORMATS[found].label}；已按{FORMATS[found].label}读入"
    hint = f"改名为 {FORMATS[found].suffixes[0]}，省得别的软件打不开"
    told = Diagnostic(codes.OTHER_FORMAT, None, message, hint, Severity.INFO)
    return Reading(reading.document, (told, *reading.diagnostics))
