"""Sorts on a line of their own with a label (类别：食品112件，产品质量47件，…其他37件), and the total on a line before
it (案件：立案268件): part of FIG029."""

from collections.abc import Iterator, Sequence

from generator.check.rules.fig._sums import agrees
from generator.check.stated import Sentence, Stated, open_paragraphs, summed
from generator.check.subject import Subject, may_match
from generator.regex import regex

_LABEL = regex(
    r"(?<=\n)[ \u3000]*(?:其中,?)?[按从]?(?:类[别型目]|种类|分类|来源|构成|结构|领域|渠道|方式|程序)(?:[分看]|情况)?:"
)
_HEADING = regex(r"\n[ \u3000]*(?:[(][一二三四五六七八九十]|[一二三四五六七八九十]+、|\d+[.、])")
_NAMED = regex("[,、;][^,、;:。()]{1,10}$")
_REST = regex("其他|其它|其余")
_BACK = 4
"""Lines before a list on which its total may stand."""

Found = tuple[Stated, tuple[Stated, ...], bool]


def labelled(of: Subject) -> Iterator[Found]:
    """Each total, and the sorts of a labelled line to its rest that do not make it, nor any other figure before."""
    if not may_match(of, _LABEL):
        return
    before: list[Sentence] = []
    for rows in open_paragraphs(of):
        parts = _parts(of, rows)
        if parts:
            same = [one for one in _above(of, before, parts[0]) if one.kind == parts[0].kind and one.exact]
            total = same[0] if same else None
            near = total is not None and abs(summed(parts) - total.amount) * 2 < total.amount
            if total is not None and near and not any(agrees(parts, one) for one in same):
                yield total, parts, True
        before += rows


def _parts(of: Subject, rows: Sequence[Sentence]) -> tuple[Stated, ...]:
    row = rows[0]
    begin = of.folded.rfind("\n", 0, row[0].at) + 1
    label = _LABEL.match(of.folded, begin) if len(rows) == 1 and len(row) > 2 else None
    plain = label is not None and len({one.kind for one in row}) == 1 and all(one.exact for one in row)
    listed = plain and all(_NAMED.fullmatch(one.lead) for one in row[1:])
    return row if listed and _REST.match(row[-1].own) and row[0].kind != "%" else ()


def _above(of: Subject, before: Sequence[Sentence], first: Stated) -> list[Stated]:
    """The figures of the lines right above that are not of another heading, the nearest line that is no list first."""
    found: list[Stated] = []
    for row in reversed(before[-_BACK:]):
        if _HEADING.search(of.folded, row[0].begin, first.at):
            break
        found += [] if _LABEL.match(of.folded, of.folded.rfind("\n", 0, row[0].at) + 1) else row
    return found
