"""Where a heading ends and its text begins: at the end of its line, at its full stop, or where it was glued on."""

from generator.annotate.headings_grammar import BRACKETED, ITEMS, KINDS
from generator.annotate.lexicon import Lexicon
from generator.annotate.roles import said
from generator.records import record
from generator.regex import regex

_STOP = regex(r"[。;!?:\n]|\.(?=[\u4e00-\u9fff])")
_STOPPED = regex(r"[。;!?]|[:,、]\s*$")
_COMMA = regex(r"[,\s]")
_CLAUSES = regex(r",")
_BLANK = regex(r"(?<=[\u4e00-\u9fff”])\s+(?=[\u4e00-\u9fff“\d])")
_COUNTED = regex(r"\d+(?!类|·|\.|\+|[号条]|年)|20\d\d年以?来")
_SPEAKS = regex(r"\s?(?:我[^\s们]|20\d\d年|全[县镇乡区市街局]|一年来|虽然|尽管)")
"""What sentences that follow the heading of a part begin with."""
_SPACED = regex(
    r"\s(?<=[\u4e00-\u9fff”]\s)\s*(?=今年|年初|本年度|近年来|20\d\d年|我[^\s们]|一年来|全[县镇乡区市街局]|一是|为[^,。]{2,30},)"
)
"""A blank between a heading and a sentence that speaks of the unit or its year."""
_LIST = "一是"
"""What begins the text of a heading that lost its full stop: 提升依法行政水平一是…."""
_OUTERMOST = KINDS[0]
_OUTER = ("", *KINDS[:2])
"""Kinds of number that a sentence copied from a reporting template may bear as its heading."""
_CLOSING = "。;!?:,.、 \t\n"

_ASIDE = 24
"""Characters that the second half of a heading has at most, where a blank stands for the comma."""
_PHRASE, _TEMPLATE, _CLAUSE, _ITEM, _SINGLE = 62, 160, 32, 42, 25
_LINE = 32
"""Characters of a heading without number that fills its line (拆违:先讲理,再动手)."""
_GLUED_FIRST, _GLUED_LAST = 4, 34
_BODY = 6
"""Characters that make a text of what follows a heading."""


@record
class Extent:
    """start, end: of the heading's words in its line, equal for an item that is a plain sentence; run_in: text follows
    in the same paragraph."""

    start: int
    end: int
    run_in: bool


def extent(text: str, start: int, end: int, kind: str, own_line: bool, head: int, lexicon: Lexicon) -> Extent:
    """The words of the heading whose number ends at `start`.

    text: the folded line; end: where the next heading begins or the paragraph ends; kind: of its number;
    own_line: nothing but itself stands between its number and the paragraph's end; head: characters from the line's
    start that the format sets apart, 0 if none.
    """
    while start < end and text[start].isspace():
        start += 1
    if bracketed := BRACKETED.match(text, start, end):
        return Extent(*bracketed.span(1), _follows(text, bracketed.end(), end, own_line))
    if not kind and own_line and end - start <= _LINE and not _STOPPED.search(text, start, end):
        return _trimmed(text, start, end, False)
    # A whole paragraph set as a heading that runs on behind a full stop is a heading and its text.
    if start < head <= end and "。" not in text[start : head - 1].rstrip("。 \n"):
        return _trimmed(text, start, head, _follows(text, head, end, own_line))
    stop = _SPACED.search(text, start, min(end, start + _PHRASE)) or _STOP.search(text, start, end)
    first = stop.start() if stop else end
    rest = _follows(text, first, end, own_line)
    if kind in ITEMS:
        return _item(text, start, first, stop.group() if stop else "", rest, own_line)
    if (listed := text.find(_LIST, start + _GLUED_FIRST, first)) > 0 and text.endswith(lexicon.closers, start, listed):
        return _trimmed(text, start, listed, True)
    length = first - start
    if (cut := _apart(text, start, first)) > start:
        return _trimmed(text, start, cut, True)
    if kind == _OUTERMOST and (cut := _part(text, start, first, lexicon)) > start:
        return _trimmed(text, start, cut, True)
    if length <= _PHRASE and not _sentence(text, start, first, rest):
        if _COUNTED.search(text, start, first) and (cut := glued(text, start, first, lexicon)) > start:
            return _trimmed(text, start, cut, True)
        return _trimmed(text, start, first, rest)
    if own_line and not rest and kind in _OUTER and length <= _TEMPLATE:
        return _trimmed(text, start, first, False)
    if (cut := glued(text, start, first, lexicon)) > start:
        return _trimmed(text, start, cut, True)
    comma = _COMMA.search(text, start, first)
    if comma and comma.start() - start <= _CLAUSE and text[start : comma.start()].startswith(lexicon.verbs):
        return _trimmed(text, start, comma.start(), True)
    return Extent(start, start, True)


def glued(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Where a heading that lost its full stop gives way to its text; `start` if nowhere."""
    for at in range(start + _GLUED_FIRST, min(start + _GLUED_LAST, end)):
        if text.endswith(lexicon.closers, start, at) and text.startswith(lexicon.openers, at):
            return at
    return start


def _part(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Where the heading of a part of the whole report gives way to a sentence that speaks of the unit or its year,
    `start` if nowhere: 存在的问题 2024年以来，我镇…."""
    for begin in _SPEAKS.finditer(text, start + _GLUED_FIRST, min(end, start + _GLUED_LAST)):
        words = text[start : begin.start()].rstrip()
        if words.endswith(lexicon.closers) and said(words, lexicon):
            return start + len(words)
    return start


def _apart(text: str, start: int, end: int) -> int:
    """Where only a blank divides a heading from a sentence that counts or goes on for long, `start` if nowhere: what
    was a paragraph of its own on a page copied onto one line."""
    blank = _BLANK.search(text, start + _GLUED_FIRST, min(end, start + _GLUED_LAST))
    if blank is None:
        return start
    counts = _COUNTED.search(text, blank.end(), end) is not None
    return blank.start() if counts or end - blank.end() > _ASIDE else start


def _item(text: str, start: int, first: int, stop: str, rest: bool, own_line: bool) -> Extent:
    """一是: a heading only where a short phrase is followed by its text, is a single clause, or stands on a line of
    its own without a stop."""
    clauses = len(_CLAUSES.findall(text, start, first))
    clause = first - start <= _SINGLE and not _COMMA.search(text, start, first)
    phrase = stop in ("。", ":", "!", ".") and (rest or clause) if stop else own_line
    if phrase and first - start <= _ITEM and clauses <= 1 and not _COUNTED.search(text, start, first):
        return _trimmed(text, start, first, rest)
    return Extent(start, start, True)


def _sentence(text: str, start: int, first: int, rest: bool) -> bool:
    """Whether so short a stretch is a sentence all the same."""
    return rest and len(_CLAUSES.findall(text, start, first)) > 2


def _follows(text: str, at: int, end: int, own_line: bool) -> bool:
    left = text[at:end].strip(_CLOSING)
    return len(left) >= (1 if own_line else _BODY)


def _trimmed(text: str, start: int, end: int, run_in: bool) -> Extent:
    while end > start and text[end - 1] in _CLOSING:
        end -= 1
    return Extent(start, end, run_in)
