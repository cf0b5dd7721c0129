"""DOCX files as documents: ours come back as they were written, anybody's as far as the format says.

In two steps: what Word says of each paragraph (`body`, with `styles`, `numbering`, `runs`), then the tree (`tree`).
"""

from collections import Counter
from typing import Any

from generator.document.nodes import Document
from generator.errors import UnreadableInput
from generator.readers import codes
from generator.readers.docx.body import Walk, facts_of
from generator.readers.docx.facts import W
from generator.readers.docx.findings import findings
from generator.readers.docx.numbering import numbering_of_part
from generator.readers.docx.package import Package, open_package, parts
from generator.readers.docx.runs import Story
from generator.readers.docx.styles import styles_of
from generator.readers.docx.tree import tree_of
from generator.readers.reading import Reading

_QUOTED = 40
"""Characters of a header that a message repeats."""
_PAGE_NUMBER = "0123456789-—–─/ 　第页共·•"


def read(data: bytes, name: str) -> Reading:
    """The DOCX with these bytes as a document; only its body and styles count, no properties, no custom parts.

    name: what messages call the file. Spans are 1-based numbers of the body's paragraphs in reading order: every
    `w:p` counts, empty ones and those in table cells too; the words of text boxes and notes bear the number of
    the paragraph they hang on. A part of the report is named (title, salutation, heading …) only where a style or
    an outline level does so; everything else is a `Paragraph` as printed, its automatic number included.
    Raises: UnreadableInput when it is no DOCX, is damaged, encrypted, or larger than a report can be.
    """
    package = open_package(data, name)
    body = package.main.find(f"{W}body")
    if body is None:
        raise UnreadableInput(f"“{name}”里没有正文", "在 Word 或 WPS 中打开看看，另存一份再试")
    seen: Counter[str] = Counter()
    broken: list[str] = []
    styles = styles_of(_only(package, "styles", "样式", broken))
    numbering = numbering_of_part(_only(package, "numbering", "编号", broken))
    notes = {kind: _notes(_only(package, kind, "脚注", broken)) for kind in ("footnotes", "endnotes")}
    blocks = tree_of(facts_of(body, Walk(name, Story(styles, seen), styles, numbering, notes)))
    if not blocks and (seen[codes.DRAWINGS] or seen[codes.EMBEDDED]):
        raise UnreadableInput(f"“{name}”里没有文字", "内容是图片的话，先识别成文字")
    seen[codes.COMMENTS] = sum(
        len(root.findall(f"{W}comment")) for root in parts(package, "comments") if root is not None
    )
    told: dict[str, object] = {code: count for code, count in seen.items() if count}
    if words := _running_heads(package):
        told[codes.RUNNING_HEADS] = words
    if broken:
        told[codes.BROKEN_PART] = "、".join(dict.fromkeys(broken))
    return Reading(Document(blocks), tuple(findings(told)))


def _only(package: Package, kind: str, label: str, broken: list[str]) -> Any:
    """The root of the part of this kind, None for a missing one; a broken one goes into `broken`."""
    found = parts(package, kind)
    if found and found[0] is None:
        broken.append(label)
    return found[0] if found else None


def _notes(root: Any) -> dict[str, Any]:
    """Footnotes by id; the lines that part them from the text are none."""
    if root is None:
        return {}
    return {note.get(f"{W}id", ""): note for note in root if note.get(f"{W}type", "normal") == "normal"}


def _running_heads(package: Package) -> str:
    """What headers and footers say beside page numbers, shortened."""
    said: list[str] = []
    for kind in ("header", "footer"):
        for root in parts(package, kind):
            words = "" if root is None else "".join(text.text or "" for text in root.iter(f"{W}t")).strip()
            if words.strip(_PAGE_NUMBER) and words not in said:
                said.append(words)
    words = "；".join(said)
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…"
