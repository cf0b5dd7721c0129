"""Lines as the paragraphs that they were broken from."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from generator.document.nodes import Block, Inline, LineBreak, Paragraph, Span, Text, Title
from generator.readers.pdf.pages import PdfLine
from generator.records import record
from generator.regex import regex

_INDENT = 1.2
"""Characters; a line set in by more begins a paragraph (two are usual, GB/T 9704-2012, 7.3.2)."""
_FAR = 4.0
"""Characters; what is set in by more is a block of its own, whose lines all begin there."""
_SHORT = 2.2
"""Characters; a line that ends so far before the margin ends its paragraph, unless what the next begins with and nobody
divides (a number, a character and the marks behind it) had no room."""
_ENDS = ("。", "！", "？", "：", "；")
_WHOLE = regex(r"[“‘（《〈【(]*(?:[A-Za-z0-9.·+,%:/-]+|.)[，。、；：！？”’）》〉】)%]*")
_LARGER = 1.15
"""Times the running text's size; headings of the report are not larger, its title is."""


@record
class Measure:
    """How the running text is set: margins, type size and distance of lines, in points."""

    left: float
    right: float
    size: float
    pitch: float


def blocks_of(lines: Sequence[PdfLine]) -> tuple[Block, ...]:
    """Title and paragraphs; spans count them from 1."""
    if not lines:
        return ()
    measure = _measure(lines)
    groups: list[list[PdfLine]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, measure):
            groups[-1].append(line)
        else:
            groups.append([line])
    title = _title(groups, measure)
    return tuple(_block(group, number, number - 1 == title) for number, group in enumerate(groups, 1))


def _measure(lines: Sequence[PdfLine]) -> Measure:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    size = sizes.most_common(1)[0][0]
    body = [line for line in lines if abs(line.size - size) < 0.6 and not line.gaps]
    lefts = sorted(line.left for line in body)
    rights = sorted(line.right for line in body)
    # A signature may stand further left than the text, a hanging mark further right: the outermost do not count.
    left = lefts[len(lefts) // 20] if lefts else 0.0
    right = rights[-1 - len(rights) // 20] if rights else 0.0
    steps = sorted(
        before.base - line.base
        for before, line in pairwise(body)
        if before.page == line.page and before.base > line.base
    )
    return Measure(left, right, size, steps[len(steps) // 2] if steps else size * 1.8)


def _goes_on(group: Sequence[PdfLine], line: PdfLine, measure: Measure) -> bool:
    """Whether the paragraph of `group` goes on in `line`."""
    last = group[-1]
    if line.gaps or last.gaps:
        return False
    large, same = last.size > measure.size * _LARGER, abs(last.size - line.size) < 0.1 * measure.size
    step = last.base - line.base
    near = last.page != line.page or step < max(measure.pitch, last.size * 1.3) * 1.45
    if large and same:
        return near and last.page == line.page
    if not same or not near:
        return False
    indent = line.left - measure.left
    if indent > _INDENT * measure.size and not (indent > _FAR * measure.size and abs(line.left - last.left) < 1):
        return False
    room = measure.right - last.right
    if last.text.endswith(_ENDS):
        return room < _SHORT * measure.size
    return room < max(_SHORT, _wide(line.text) + 1) * measure.size


def _wide(text: str) -> float:
    """Characters that the first thing of a line takes that no line end divides."""
    whole = _WHOLE.match(text)
    return sum(0.5 if c.isascii() else 1.0 for c in whole[0]) if whole else 0.0


def _title(groups: Sequence[Sequence[PdfLine]], measure: Measure) -> int:
    """Which group is the title, -1 if none: the last large one above the running text, a letterhead before it;
    else what is centred there."""
    title = -1
    for at, group in enumerate(groups[:6]):
        first = group[0]
        if first.page:
            break
        if first.size > measure.size * _LARGER or (at == 0 and _centred(group, measure)):
            title = at
        elif title >= 0 and (len(group) > 1 or first.left - measure.left < _INDENT * measure.size):
            break
    return title


def _centred(group: Sequence[PdfLine], measure: Measure) -> bool:
    def off(line: PdfLine) -> float:
        return abs((line.left - measure.left) - (measure.right - line.right))

    return all(off(line) < measure.size and line.left - measure.left > _INDENT * measure.size for line in group)


def _block(group: Sequence[PdfLine], number: int, title: bool) -> Block:
    span = Span(number, number)
    inlines: list[Inline] = []
    if title:
        for line in group:
            inlines += [LineBreak(), Text(line.text)] if inlines else [Text(line.text)]
        return Title(tuple(inlines), span)
    words = group[0].text
    for line in group[1:]:
        # Words of Latin letters are not broken at line ends; Chinese has no blanks there.
        glue = " " if words[-1:].isascii() and words[-1:].isalpha() and line.text[:1].isascii() else ""
        words += glue + line.text
    return Paragraph((Text(words),), span)
