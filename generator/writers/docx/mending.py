"""A DOCX with some of its words replaced: within `w:t`, everything else of the package as it was."""

import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import takewhile
from typing import TypeAlias
from xml.sax.saxutils import escape, unescape

from generator.errors import UnreadableInput
from generator.records import record

_MAIN = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_TOKEN = re.compile(
    r"<w:p(?=[ >/])[^>]*?(?P<empty>/)?>|(?P<end></w:p>)|(?P<open><w:t(?:\s[^>]*)?>)(?P<words>[^<]*)</w:t>"
)
_NAMED = {"&quot;": '"', "&apos;": "'"}
_NUMBERED = re.compile(r"&#(x?)([0-9A-Fa-f]+);")


@record
class Replacement:
    """The `ordinal`-th (from 0) of the places where `words` stand in a paragraph becomes `text`."""

    words: str
    ordinal: int
    text: str


@record
class _Words:
    """A `w:t`: where it stands in the part, its start tag, its words."""

    start: int
    end: int
    tag: str
    words: str


_Wanted: TypeAlias = Mapping[tuple[int, int], Sequence[Replacement]]
_APART = _Words(-1, -1, "", "\0")
"""Parts the paragraphs of a row: no words run from one cell into the next."""


def mend(data: bytes, wanted: _Wanted) -> bytes:
    """The package with the replacements made, by numbers of the body's paragraphs, the first and the last that the
    words may stand in, as the reader counts them.

    What is replaced is what differs, so that every other character keeps its run; where that stands in several runs
    it goes into the first. Words that the paragraphs lack are looked for in the boxes that these hold, then in notes;
    what is in neither, or in several notes, is left out. Raises UnreadableInput where there is no main part.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if _MAIN not in archive.namelist():
            raise UnreadableInput("这份 DOCX 的正文不在通常的位置，不能就地修改", "用 Word 另存一份再试")
        members = [(info, archive.read(info)) for info in archive.infolist()]
    main = next(content for info, content in members if info.filename == _MAIN)
    xml, lost = mended_part(main.decode("utf-8-sig"), wanted)
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for info, content in members:
            if info.filename == _MAIN:
                content = xml.encode()
            elif info.filename in _NOTES and lost:
                content = _mended_notes(content.decode("utf-8-sig"), lost).encode()
            made.writestr(info, content)
    return held.getvalue()


def mended_part(xml: str, wanted: _Wanted) -> tuple[str, list[Replacement]]:
    """The XML of the main part with the replacements made, and those whose words it does not hold."""
    outer, boxes = _paragraphs(xml)
    made: list[tuple[_Words, str]] = []
    lost: list[Replacement] = []
    for (first, last), ones in wanted.items():
        numbers = [number for number in outer if first <= number <= last] if last > first else [first]
        runs = [run for number in sorted(numbers) for run in (*outer.get(number, ()), _APART)]
        text = "".join(run.words for run in runs)
        here = [one for one in ones if _span(text, one)]
        made += _changed(runs, here)
        rest = [one for one in ones if one not in here]
        inside = [box for number in (numbers or [first]) for box in boxes.get(number, ())]
        for box in inside if rest else ():
            made += _changed(box, rest)
        told = ["".join(run.words for run in box) for box in inside]
        lost += [one for one in rest if not any(_span(words, one) for words in told)]
    return _put(xml, made), lost


def _mended_notes(xml: str, lost: Sequence[Replacement]) -> str:
    """The notes with what only one of them holds, once, replaced."""
    notes = list(_paragraphs(xml)[0].values())
    made = []
    for one in dict.fromkeys(replace(one, ordinal=0) for one in lost):
        held = [runs for runs in notes if one.words in "".join(run.words for run in runs)]
        if len(held) == 1 and "".join(run.words for run in held[0]).count(one.words) == 1:
            made += _changed(held[0], [one])
    return _put(xml, made) if len({run.start for run, _ in made}) == len(made) else xml


def _put(xml: str, made: Iterable[tuple[_Words, str]]) -> str:
    pieces: list[str] = []
    at = 0
    for run, words in sorted(made, key=lambda one: one[0].start):
        tag = run.tag
        if words != words.strip() and "xml:space" not in tag:
            tag = f'{tag[:-1]} xml:space="preserve">'
        pieces += (xml[at : run.start], tag, escape(words))
        at = run.end
    return "".join((*pieces, xml[at:]))


def _paragraphs(xml: str) -> tuple[dict[int, list[_Words]], dict[int, list[list[_Words]]]]:
    """The words of each paragraph by its number, and those of the paragraphs inside it (text boxes)."""
    found: dict[int, list[_Words]] = {}
    boxes: dict[int, list[list[_Words]]] = {}
    count = depth = 0
    for token in _TOKEN.finditer(xml):
        if token["end"]:
            depth -= 1
        elif token["open"]:
            run = _Words(token.start(), token.end("words"), token["open"], _plain(token["words"]))
            if depth == 1:
                found.setdefault(count, []).append(run)
            elif depth > 1 and count in boxes:
                boxes[count][-1].append(run)
        else:
            count += depth == 0
            depth += not token["empty"]
            if depth > 1 and not token["empty"]:
                boxes.setdefault(count, []).append([])
    return found, boxes


def _changed(runs: Sequence[_Words], wanted: Sequence[Replacement]) -> list[tuple[_Words, str]]:
    """The runs whose words change, with what they become."""
    text = "".join(run.words for run in runs)
    spans = sorted(span for one in wanted if (span := _span(text, one)))
    if not spans:
        return []
    made = []
    begin = 0
    for run in runs:
        end = begin + len(run.words)
        words, at = "", begin
        for first, last, instead in spans:
            if last <= begin or first >= end:
                continue
            words += text[at : max(first, at)]
            if begin <= first:
                words += instead
            at = min(last, end)
        words += text[at:end]
        if words != run.words:
            made.append((run, words))
        begin = end
    return made


def _span(text: str, one: Replacement) -> tuple[int, int, str] | None:
    """Where what differs stands, and what it becomes; never empty, so that what is put in has a run."""
    at = -1
    for _ in range(one.ordinal + 1):
        at = text.find(one.words, at + 1)
        if at < 0:
            return None
    least = min(len(one.words), len(one.text))
    before = _alike(one.words, one.text)
    before = min(before, len(one.words) - 1)
    behind = _alike(one.words[::-1], one.text[::-1])
    behind = max(0, min(behind, least - before, len(one.words) - before - 1))
    return at + before, at + len(one.words) - behind, one.text[before : len(one.text) - behind]


def _alike(one: str, other: str) -> int:
    """With how many characters both begin."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))


def _plain(words: str) -> str:
    numbered = _NUMBERED.sub(lambda m: chr(int(m[2], 16 if m[1] else 10)), words)
    return unescape(numbered, _NAMED)
