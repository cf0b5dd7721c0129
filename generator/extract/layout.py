"""The lines of a report drafted by this tool as its parts: headings by their numbers (`generator.numbering`)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.annotate.model import Line
from generator.numbering import chinese
from generator.regex import regex

_ORDINAL = "[一二三四五六七八九十]{1,3}"
_FIRST = regex(f"({_ORDINAL})、(.+)")
_SECOND = regex(f"（({_ORDINAL})）(.+)")
_THIRD = regex(r"(\d{1,2})\.(?!\d)(.+)")
_CLOSED = regex("[。！？]")
_SPLIT = regex("([^。！？]*[！？。]|.+$)")


@dataclass(slots=True)
class Stretch:
    """Words that stand together: a paragraph, or the paragraph under a heading of the third level.

    heading: its heading, "" if it has none; style: how that heading is numbered, "" if it has none.
    """

    line: int
    text: str
    heading: str = ""
    style: str = ""


@dataclass(slots=True)
class Part:
    """A heading of level 1 or 2 and what stands under it; run_in: the heading opens a paragraph."""

    line: int
    heading: str
    level: int
    run_in: bool = False
    stretches: list[Stretch] = field(default_factory=list)
    parts: list["Part"] = field(default_factory=list)


@dataclass(slots=True)
class Laid:
    """A report: what stands before the first heading, its parts, what stands behind (signature, imprint)."""

    before: list[Line] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    after: list[Line] = field(default_factory=list)


def laid(lines: Sequence[Line], closing: int) -> Laid:
    """The parts of `lines`, of which those from position `closing` on close the report."""
    out = Laid(after=list(lines[closing:]))
    inner: Part | None = None
    for at, line in enumerate(lines[:closing]):
        text = line.text.strip()
        ahead = lines[at + 1 : closing]
        if not text:
            continue
        found = _FIRST.fullmatch(text)
        if found and found[1] == chinese(len(out.parts) + 1) and not _CLOSED.search(found[2][:-1]):
            inner = None
            out.parts.append(Part(line.number, found[2], 1))
            continue
        if not out.parts:
            out.before.append(line)
            continue
        top = out.parts[-1]
        found = _SECOND.fullmatch(text)
        if found and found[1] == chinese(len(top.parts) + 1):
            heading, stop, body = found[2].partition("。")
            inner = Part(line.number, heading, 2, bool(stop and body))
            top.parts.append(inner)
            text = body
            if not body:
                continue
        _under(inner or top, text, line.number, ahead)
    return out


def _under(part: Part, text: str, line: int, ahead: Sequence[Line]) -> None:
    """`text` as stretches of `part`: numbered ones continue the count of those before. ahead: the lines after it."""
    count = sum(1 for stretch in part.stretches if stretch.heading)
    found = _THIRD.fullmatch(text)
    styles = {stretch.style for stretch in part.stretches if stretch.style}
    if found and found[1] == str(count + 1) and styles <= {"1."}:
        heading, _, body = _headed(found[2])
        part.stretches.append(Stretch(line, body, heading, "1."))
        return
    starts = [0, *_joined(text, count, styles, ahead)]
    for at, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True)):
        piece = text[start:end]
        if at:
            heading, _, body = _headed(piece.removeprefix(chinese(count + at) + "是"))
            part.stretches.append(Stretch(line, body, heading, "一是"))
        elif piece:
            part.stretches.append(Stretch(line, piece))


def _headed(text: str) -> tuple[str, str, str]:
    close = _CLOSED.search(text)
    if close is None:
        return text, "", ""
    kept = close.end() if close[0] != "。" else close.start()
    return text[:kept], close[0], text[close.end() :]


def _joined(text: str, count: int, styles: set[str], ahead: Sequence[Line]) -> Iterator[int]:
    """Where the next headings of the run 一是…二是… begin."""
    if styles - {"一是"}:
        return
    at = 0
    while True:
        mark = chinese(count + 1) + "是" if count < 99 else "\0"
        starts = (found.start() for found in re.finditer(mark, text))
        place = next((start for start in starts if start >= at and _ends(text[:start])), None)
        if place is None or (count == 0 and not _goes_on(text[place:], ahead)):
            return
        yield place
        at, count = place + len(mark), count + 1


def _ends(text: str) -> bool:
    return text.rstrip("”’）》")[-1:] in ("。", "！", "？", "：", "；", "…", "，", "、") if text else True


def _goes_on(text: str, ahead: Sequence[Line]) -> bool:
    """Whether a run that begins here has a second member before the next heading (a single one bears no number)."""
    if "二是" in text:
        return True
    for line in ahead:
        if _FIRST.match(line.text) or _SECOND.match(line.text):
            return False
        if "二是" in line.text:
            return True
    return False


def sentences(text: str) -> list[str]:
    """The sentences of `text`, their closing marks included."""
    return [found for found in _SPLIT.findall(text) if found]
