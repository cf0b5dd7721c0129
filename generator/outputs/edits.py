"""What somebody changed in a draft by hand: the paragraphs that overwriting it would lose."""

import re
from collections.abc import Sequence
from html import unescape

_LARGEST = 50_000_000
_SHOWN = 5
_WORDS = 24


def lost(old: bytes, new: bytes, extension: str) -> str:
    """Paragraphs of `old` that `new` lacks, in a few words; "" where the format has no paragraphs.

    extension: of the file, with its dot.
    """
    before, after = _paragraphs(old, extension), _paragraphs(new, extension)
    if not before:
        return ""
    gone = _gone(before, after)
    named = "、".join(f"第{number}段“{_short(text)}”" for number, text in gone[:_SHOWN])
    return f"{named}等{len(gone)}段" if len(gone) > _SHOWN else named


def _gone(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, str]]:
    kept = set(after)
    return [(number, text) for number, text in enumerate(before, 1) if text not in kept]


def _short(text: str) -> str:
    return text if len(text) <= _WORDS else text[:_WORDS] + "…"


def _paragraphs(data: bytes, extension: str) -> list[str]:
    if extension == ".md":
        texts = data.decode(errors="replace").split("\n\n")
    elif extension == ".html":
        body = data.decode(errors="replace").partition("<body")[2].partition(">")[2]
        texts = [re.sub("<[^>]*>", "", part) for part in re.split(r"</(?:p|h[1-6]|tr)>", body)]
        texts = [unescape(text) for text in texts]
    elif extension == ".docx":
        texts = _docx(data)
    else:
        return []
    return [text.strip() for text in texts if text.strip()]


def _docx(data: bytes) -> list[str]:
    """Texts of the body's paragraphs; none for what is no DOCX. Words struck out by a reviser are not text."""
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if package.getinfo("word/document.xml").file_size > _LARGEST:
                return []
            xml = package.read("word/document.xml").decode(errors="replace")
    except (zipfile.BadZipFile, KeyError, OSError, NotImplementedError, RuntimeError, EOFError):
        return []
    paragraphs = re.split(r"</w:p>", xml)
    return [unescape("".join(re.findall(r"<w:t(?:\s[^>]*)?>([^<]*)</w:t>", paragraph))) for paragraph in paragraphs]
