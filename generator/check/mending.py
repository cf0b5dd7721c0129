"""What is safe to mend, mended: fixes become replacements in the file that the report was read from."""

import sys
from collections.abc import Iterable, Mapping, Sequence

from generator.check.subject import Subject
from generator.diagnostics import Diagnostic, Fix
from generator.writers.docx.mending import Replacement


def apart(fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes in the order of the text, without those that overlap one before them; a later round meets these."""
    chosen: list[Fix] = []
    for fix in sorted(fixes, key=lambda fix: (fix.place.start, fix.place.end)):
        if not chosen or fix.place.start >= chosen[-1].place.end:
            chosen.append(fix)
    return chosen


def fixes_of(found: Iterable[Diagnostic]) -> list[Fix]:
    """Those that change something, none overlapping another."""
    return apart(one.fix for one in found if one.fix is not None and one.fix.place.end > one.fix.place.start)


def spliced(text: str, fixes: Sequence[Fix]) -> str:
    """`text` with the fixes made; their places are offsets into it."""
    pieces: list[str] = []
    at = 0
    for fix in fixes:
        pieces += (text[at : fix.place.start], fix.text)
        at = fix.place.end
    return "".join((*pieces, text[at:]))


def replacements(of: Subject, fixes: Sequence[Fix]) -> dict[tuple[int, int], list[Replacement]]:
    """The fixes by line: which of the places with these words, counted from the beginning of the line.

    A line is known by the numbers of its first and last line of the file, or paragraph: a row of a table has several.
    """
    numbers = sorted({line.number for line in of.annotation.lines})
    ends = dict(zip(numbers, [*(number - 1 for number in numbers[1:]), sys.maxsize], strict=True))
    made: dict[tuple[int, int], list[Replacement]] = {}
    for fix in fixes:
        begin = of.starts[fix.place.line - 1]
        words = of.text[fix.place.start : fix.place.end]
        before = of.text[begin : fix.place.end - 1]
        lines = fix.place.line, ends[fix.place.line]
        made.setdefault(lines, []).append(Replacement(words, _times(before, words), fix.text))
    return made


def in_lines(text: str, of: Subject, wanted: Mapping[tuple[int, int], Sequence[Replacement]]) -> str:
    """A text file with the replacements made; a line of the report may run over several of the file.

    What the file does not hold as often as the report's line does is left alone: markup stands between.
    """
    rows = text.splitlines(keepends=True)
    begins = [0]
    for row in rows:
        begins.append(begins[-1] + len(row))
    printed = {line.number: line.text for line in of.annotation.lines}
    spans: list[tuple[int, int, str]] = []
    for (number, end), ones in wanted.items():
        first, last = begins[min(number - 1, len(rows))], begins[min(end, len(rows))]
        part = text[first:last]
        # Blanks around the line are no words of the report, and may be what a fix looks for.
        if (inner := part.find(printed[number])) >= 0:
            first, part = first + inner, printed[number]
        for one in ones:
            if _times(part, one.words) == _times(printed[number], one.words):
                at = _find(part, one)
                spans.append((first + at, first + at + len(one.words), one.text))
    pieces: list[str] = []
    at = 0
    for begin, end, words in sorted(spans):
        if begin >= at:
            pieces += (text[at:begin], words)
            at = end
    return "".join((*pieces, text[at:]))


def _times(text: str, words: str) -> int:
    """How often the words begin in the text, overlapping or not."""
    count, at = 0, text.find(words)
    while at >= 0:
        count, at = count + 1, text.find(words, at + 1)
    return count


def _find(text: str, one: Replacement) -> int:
    at = -1
    for _ in range(one.ordinal + 1):
        at = text.find(one.words, at + 1)
    return at
