"""Lines of a text that a program broke at a fixed width, as the paragraphs that they were."""

from collections.abc import Iterator, Sequence

from generator.readers.headings import is_numbered
from generator.regex import regex
from generator.report_lines import width

_NARROWEST, WIDEST = 36, 130
"""Columns at which programs break lines; a Chinese character takes two."""
_SLACK = 4
"""Columns that a full line may lack: marks and words are not parted."""
_EQUAL, _LEAST, _SHARE = 4, 8, 0.35
"""Full lines that a broken text has: exactly alike, or nearly and then at least so many and such a share of all."""
_OPEN = 0.6
"""Share of the full lines that end within a sentence."""
_CLOSED = ("。", "！", "？", "：", "；")
_INDENT = regex(r"[\t　]|  ")
_LATIN = regex(r"[A-Za-z]$")


def paragraphs(lines: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """First and last line (1-based) and words of each paragraph, blank lines left out: each line, unless nearly all
    that are as long as the longest end within a sentence."""
    wrapped = full(lines)
    first, words = 0, ""
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if words and not (wrapped[number - 2] and text and goes_on(words, line)):
            yield first, number - 1, words
            words = ""
        if not words:
            first = number
        glue = " " if _LATIN.search(words) and text[:1].isascii() and text[:1].isalpha() else ""
        words += glue + text
    if words:
        yield first, len(lines), words


def full(lines: Sequence[str]) -> Sequence[bool]:
    """Which lines are as long as lines can be; none where the lines are not broken. Programs count characters or
    columns."""
    ends = [line.rstrip() for line in lines]
    none = [False] * len(lines)
    if max(map(len, ends), default=0) > WIDEST:
        return none
    found = [_as_long(ends, [len(line) * 2 for line in ends]), _as_long(ends, [width(line) for line in ends])]
    return max(found, key=sum, default=none)


def _as_long(ends: Sequence[str], widths: Sequence[int]) -> Sequence[bool]:
    most = max(widths, default=0)
    for slack, least in ((0, _EQUAL), (_SLACK, max(_LEAST, int(_SHARE * sum(map(bool, ends)))))):
        full = [columns >= most - slack for columns in widths]
        closed = [end.endswith(_CLOSED) for end, is_full in zip(ends, full, strict=True) if is_full]
        broken = len(closed) >= least and closed.count(False) >= _OPEN * len(closed)
        if broken and _NARROWEST <= most <= WIDEST:
            # A shorter one that ends a sentence ends its paragraph.
            near = [columns >= most - _SLACK for columns in widths]
            amid = [not end.endswith(_CLOSED) for end in ends]
            return [whole or (almost and open_) for whole, almost, open_ in zip(full, near, amid, strict=True)]
    return [False] * len(ends)


def goes_on(words: str, line: str) -> bool:
    """Whether `line` may go on with a sentence that the full line `words` broke off."""
    if _INDENT.match(line):
        return False
    numbered = is_numbered(line)
    return not numbered or (line[:1].isdigit() and not words.endswith(_CLOSED))
