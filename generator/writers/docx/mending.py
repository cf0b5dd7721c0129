"""A DOCX with some of its words replaced: within `w:t`, everything else of the package as it was."""

import re
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape, unescape

from generator.errors import UnreadableInput
from generator.records import record

_MAIN = "word/document.xml"
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


def mend(data: bytes, wanted: Mapping[int, Sequence[Replacement]]) -> bytes:
    """The package with the replacements made, by number of the body's paragraph as the reader counts them.

    A replacement whose words stand in several runs goes into the first; one whose words are not there is left out.
    Raises UnreadableInput where there is no main part.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if _MAIN not in archive.namelist():
            raise UnreadableInput("这份 DOCX 的正文不在通常的位置，不能就地修改", "用 Word 另存一份再试")
        members = [(info, archive.read(info)) for info in archive.infolist()]
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for info, content in members:
            if info.filename == _MAIN:
                content = mended_part(content.decode("utf-8-sig"), wanted).encode()
            made.writestr(info, content)
    return held.getvalue()


def mended_part(xml: str, wanted: Mapping[int, Sequence[Replacement]]) -> str:
    """The XML of the main part with the replacements made."""
    pieces: list[str] = []
    at = 0
    for number, runs in _paragraphs(xml).items():
        for run, words in _changed(runs, wanted.get(number, ())):
            tag = run.tag
            if words != words.strip() and "xml:space" not in tag:
                tag = f'{tag[:-1]} xml:space="preserve">'
            pieces += (xml[at : run.start], tag, escape(words))
            at = run.end
    return "".join((*pieces, xml[at:]))


def _paragraphs(xml: str) -> dict[int, list[_Words]]:
    """The words of each paragraph; those inside a paragraph (text boxes) are not counted and not touched."""
    found: dict[int, list[_Words]] = {}
    count = depth = 0
    for token in _TOKEN.finditer(xml):
        if token["end"]:
            depth -= 1
        elif token["open"]:
            if depth == 1:
                words = _plain(token["words"])
                found.setdefault(count, []).append(_Words(token.start(), token.end("words"), token["open"], words))
        else:
            count += depth == 0
            depth += not token["empty"]
    return found


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
    at = -1
    for _ in range(one.ordinal + 1):
        at = text.find(one.words, at + 1)
        if at < 0:
            return None
    return at, at + len(one.words), one.text


def _plain(words: str) -> str:
    numbered = _NUMBERED.sub(lambda m: chr(int(m[2], 16 if m[1] else 10)), words)
    return unescape(numbered, _NAMED)
