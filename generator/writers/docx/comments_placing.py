"""Where in the text of a DOCX a comment begins and ends, and the marks that say so."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.errors import UnreadableInput
from generator.readers.docx.extents import Extent, extents
from generator.readers.docx.facts import W, is_on
from generator.readers.docx.paragraphs import numbered
from generator.records import record

_RUN, _TEXT = f"{W}r", f"{W}t"
_CHARACTER = re.compile(r"&[^;]*;|\r\n|.", re.DOTALL)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@record
class Remark:
    """A comment to be.

    first, last: numbers of the paragraphs that its words may stand in; words: those it is about, "" for all of the
    first paragraph; ordinal: which of several places with these words, from 0; text: what it says, in lines.
    """

    first: int
    last: int
    words: str
    ordinal: int
    text: str


@record
class _Char:
    """A printed character: its paragraph, its `w:t`, its place in it."""

    paragraph: Any
    text: Any
    at: int


def marked(xml: str, root: Any, remarks: Sequence[Remark], first: int, prefix: str) -> str:
    """The text of the main part with the marks of these comments put in.

    root: what it was parsed to; first: the number of the first comment; prefix: of Word's namespace, with its colon.
    Raises UnreadableInput where there is no paragraph to hold them.
    """
    page = _Page(xml, root, prefix)
    if not any(map(_content, page.paragraphs)):
        raise UnreadableInput("这份 DOCX 里没有文字，放不下批注", "在 Word 或 WPS 中打开看看，另存一份再试")
    for number, remark in enumerate(remarks, first):
        page.put(remark, number)
    return page.text()


class _Page:
    """The text of a part while marks are being put in.

    marks: offset -> what ends there and what begins there; cuts: offset within a run -> what ends the run and begins
    another one like it.
    """

    __slots__ = ("_cuts", "_marks", "_prefix", "_where", "_xml", "paragraphs")

    def __init__(self, xml: str, root: Any, prefix: str) -> None:
        self._xml, self._prefix = xml, prefix
        self._where: dict[Any, Extent] = extents(xml, root)
        body = root.find(f"{W}body")
        self.paragraphs = [paragraph for paragraph, _ in numbered(body)] if body is not None else []
        self._marks: dict[int, tuple[list[str], list[str]]] = {}
        self._cuts: dict[int, tuple[str, str]] = {}

    def put(self, remark: Remark, number: int) -> None:
        """Mark the words of a remark; their paragraph where they are not to be found, the next that holds something
        where it is empty."""
        held = self.paragraphs[max(remark.first, 1) - 1 : max(remark.last, remark.first)]
        w = self._prefix
        if found := _stretch(held, remark):
            begin, end = self._edge(found[0], begins=True), self._edge(found[-1], begins=False)
        else:
            full = next(one for one in (*held, *self.paragraphs) if _content(one))
            begin, end = self._where[_content(full)[0]].start, self._where[_content(full)[-1]].end
        self._at(begin)[1].append(f'<{w}commentRangeStart {w}id="{number}"/>')
        self._at(end)[0].append(
            f'<{w}commentRangeEnd {w}id="{number}"/><{w}r><{w}commentReference {w}id="{number}"/></{w}r>'
        )

    def text(self) -> str:
        """The text with all marks."""
        pieces: list[str] = []
        at = 0
        for offset in sorted(self._marks):
            ended, begun = self._marks[offset]
            close, again = self._cuts.get(offset, ("", ""))
            pieces += (self._xml[at:offset], close, *ended, *begun, again)
            at = offset
        return "".join((*pieces, self._xml[at:]))

    def _at(self, offset: int) -> tuple[list[str], list[str]]:
        return self._marks.setdefault(offset, ([], []))

    def _edge(self, char: _Char, begins: bool) -> int:
        """The offset before or after a character, at the edge of what may be divided."""
        top = char.text
        while top.getparent() is not char.paragraph:
            top = top.getparent()
        where = self._where[top]
        offset = self._within(char, begins) if top.tag == _RUN else None
        if offset is None:
            return where.start if begins else where.end
        text = self._where[char.text]
        if offset in (text.opened, text.closing):
            return where.start if begins else where.end
        w, properties = self._prefix, top.find(f"{W}rPr")
        again = self._xml[where.start : where.opened]
        if properties is not None:
            again += self._xml[self._where[properties].start : self._where[properties].end]
        self._cuts[offset] = f"</{w}t></{w}r>", again + self._xml[text.start : text.opened]
        return offset

    def _within(self, char: _Char, begins: bool) -> int | None:
        """The offset of a character of a run that may be divided there, None for one that may not."""
        run, text = char.text.getparent(), self._where[char.text]
        properties = [one for one in run if one.tag == f"{W}rPr"]
        revised = properties and properties[0].find(f"{W}rPrChange") is not None
        raw = self._xml[text.opened : text.closing]
        if len(run) != len(properties) + 1 or revised or "<" in raw:
            return None
        characters = _CHARACTER.findall(raw)
        words = char.text.text or ""
        at = char.at if begins else char.at + 1
        around = words[max(at - 1, 0) : at + 1]
        # Without the attribute, blanks at an end are not printed.
        kept = char.text.get(_SPACE) == "preserve" or around == around.strip()
        return text.opened + sum(map(len, characters[:at])) if kept and len(characters) == len(words) else None


def _content(paragraph: Any) -> list[Any]:
    return [one for one in paragraph if one.tag != f"{W}pPr"]


def _stretch(paragraphs: Sequence[Any], remark: Remark) -> list[_Char]:
    """The characters that a remark is about, as far as they stand in one paragraph; blanks do not count."""
    wanted = "".join(remark.words.split())
    held = [(char, word) for paragraph in paragraphs for char, word in _characters(paragraph)]
    told, at = "".join(word for _, word in held), -1
    for _ in range(remark.ordinal + 1):
        at = told.find(wanted, at + 1) if wanted else -1
        if at < 0:
            return []
    found = [char for char, _ in held[at : at + len(wanted)]]
    return [char for char in found if char.paragraph is found[0].paragraph]


def _characters(paragraph: Any) -> Iterator[tuple[_Char, str]]:
    """The printed characters of a paragraph but its blanks; what is deleted, hidden or in a box is not printed."""
    for run in paragraph.iter(_RUN):
        around = next(run.iterancestors(f"{W}del", f"{W}moveFrom", f"{W}txbxContent", f"{W}p"))
        properties = run.find(f"{W}rPr")
        hidden = properties is not None and is_on(properties.find(f"{W}vanish"))
        if around is not paragraph or hidden:
            continue
        for text in run.iterchildren(_TEXT):
            for at, word in enumerate(text.text or ""):
                if not word.isspace():
                    yield _Char(paragraph, text, at), word
