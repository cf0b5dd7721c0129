"""Figures that the parts on problems, on the first responsible persons and on highlights tell again in words of their
own. They are known by numbers that are nearly the same (1406件, 1396件), as of one indicator, where a part of the
year's count cannot be more, or as all of what there is. Part of FIG019."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._names import noun, own, pairs
from generator.check.rules.fig._restated import IN_PERSON
from generator.check.rules.fig._zones import Edges, within, zones
from generator.check.stated import Sentence, Stated, covered, in_year, of_date, plain, sentences
from generator.check.subject import Subject, once
from generator.records import record
from generator.regex import regex

_FILL = regex(
    r"[^\u4e00-\u9fff]|全年|今年|本年度?|年内|当年|年度|一年来|以来|截至|年底|目前|共计|累计|合计|总计|共(?!同|享|产|建|治)|"
    r"已经|现已|依法|集体|积极|认真|扎实|先后|次数|进行|予以|给予|开展|全部|主持|组织|牵头|带头|亲自|召开|其中|仅|只有|对|"
    r"(?:党委|党工委|党组)?书记|[镇乡县区市局处主长]长|主任|[已均并还有达约到为是的了在由经我们各]"
)
_GENERIC = regex("(?:事项|案件|活动|工作|情况|议题|问题)$")
_LIMITED = regex(
    r"[上下]半年|季度|\d月|期间|专项|宣传[月周日]|分别|该[镇乡村所局]|新增|结转|另|其余|其他|[上去]年|以上|左右|每|平均"
)
_DIGITS, _CLOSE = 3, 20
"""Digits from which nearly the same number is no chance; a twentieth is a little."""
_AND = ("和", "及", "与")
_CASES = ("件", "项", "个", "场", "趟")
"""Measure words by which people count the same matters."""
_EVERY = regex("逐[一件案项个宗起]|件件|全部|无一|一个不漏|没有一|均已|悉数")
_SOME = regex("(?:[未没尚][^,;:、]{1,8}|其余|剩余|余下|前述|上述)的?$")
"""What is left or was named before is not all: 未整改的6处隐患全部为老旧自建房."""
_ANCHORED, _SEVERAL = 2, 3
"""Pairs of signs by which the words around two figures are of one matter."""
_CUT = regex("[的中里均都已未尚仍全逐等、]")


@record
class Echo:
    """A figure of a later part and the one of the measures that it tells again. sure: beyond a hint."""

    first: Stated
    again: Stated
    sure: bool


@record
class _Told:
    """A figure in its sentence; the words by which it is told are looked at when asked for (`_name`, `_end`)."""

    one: Stated
    row: Sentence
    at: int


def echoed(of: Subject) -> Iterator[Echo]:
    """Each exact figure of a later part that differs from all of the measures which its words may mean."""
    where = zones(of)
    if not (where.again and where.done):
        return
    again = [told for told in _figures(of, where.again) if not covered(of, (told.one,)) and _of_all(of, told.one)]
    if not again:
        return
    by_kind: dict[str, list[_Told]] = {}
    counted: list[_Told] = []
    for told in _figures(of, where.done):
        if within(told.one, where.again):
            continue
        by_kind.setdefault(told.one.kind, []).append(told)
        if told.one.kind in _CASES:
            counted.append(told)
    for told in again:
        same = by_kind.get(told.one.kind, [])
        alike = counted if told.one.kind in _CASES else same
        found = _nearly(of, told, alike) or _above(of, told, same) or _every(of, told, same)
        if found is not None:
            yield found


def _figures(of: Subject, edges: Edges) -> Iterator[_Told]:
    """The exact figures of this year in these parts."""
    apart = elsewhen(of)
    for row in sentences(of):
        if within(row[0], edges) or within(row[-1], edges):
            for at, one in enumerate(row):
                counts = one.exact and one.at not in apart and one.mention.quantity.sense != "change"
                if counts and within(one, edges):
                    yield _Told(one, row, at)


def _of_all(of: Subject, one: Stated) -> bool:
    return bool(one.amount) and in_year(of, one) and not _LIMITED.search(one.lead)


def _nearly(of: Subject, told: _Told, first: Sequence[_Told]) -> Echo | None:
    """By a number of three digits or more that is nearly the same, where no other is the same, and by the thing; beyond
    a hint where both are of one indicator, or two of its own words come back."""
    if any(other.one.amount == told.one.amount for other in first):
        return None
    again = told.one
    if len(plain(again.amount)) < _DIGITS:
        return _of_two_digits(of, told, first)
    behind = pairs(_CUT.split(noun(again), maxsplit=1)[0][:4])
    near = [other for other in first if _mistaken(again, other.one)]
    near.sort(key=lambda other: abs(other.one.amount - again.amount))
    for other in near:
        one = other.one
        if again.indicator and again.indicator == one.indicator:
            return Echo(one, again, True)
        # 1396件申请 are known by what stands behind the number, else words before it are to come back.
        begin = other.row[0].begin
        shared = (_name(of, told) | _around(of, told)) & _pairs(_plain(of.folded[begin : one.end] + noun(one)))
        several = len(shared) >= _ANCHORED or shared & _name(of, other)
        unlike = again.indicator and one.indicator
        if behind & _said(of, one) or (not unlike and (several or _end(of, told) in _around(of, other))):
            return Echo(one, again, not unlike and len(shared & _name(of, other)) >= _ANCHORED)
    return None


def _of_two_digits(of: Subject, told: _Told, first: Sequence[_Told]) -> Echo | None:
    """With two digits as a hint, where four signs behind it, or several words, stand in the sentence of the other."""
    name = _CUT.split(noun(told.one), maxsplit=1)[0][:4]
    if any(other.one.amount == told.one.amount for other in first):
        return None
    for other in first:
        if _mistaken(told.one, other.one, 2):
            said = of.folded[other.row[0].begin : other.one.at]
            shared = _name(of, told) & _pairs(_plain(said))
            if (len(name) > 3 and name in said) or len(shared) >= _SEVERAL:
                return Echo(other.one, told.one, False)
    return None


def _mistaken(one: Stated, other: Stated, least: int = _DIGITS) -> bool:
    """Whether a slip makes one number of the other: two digits exchanged, one digit wrong, or a little more or less."""
    a, b = plain(one.amount), plain(other.amount)
    if len(a) != len(b) or len(a) < least or one.amount == other.amount or "." in a + b:
        return False
    wrong = sum(x != y for x, y in zip(a, b, strict=True))
    return wrong == 1 or sorted(a) == sorted(b) or abs(one.amount - other.amount) * _CLOSE <= other.amount


def _above(of: Subject, told: _Told, first: Sequence[_Told]) -> Echo | None:
    """As more than all that the measures count of its indicator."""
    one = told.one
    same = [other.one for other in first if one.indicator and other.one.indicator == one.indicator]
    if not same or one.kind == "%" or any(o.amount >= one.amount for o in same):
        return None
    beside = (o for other in first if other.one in same for o in other.row if o.kind == one.kind)
    if any(o.amount >= one.amount for o in beside):
        # 街道聘请2名，8个社区各1名，合计10名: 8 are no more than all.
        return None
    equal = [other for other in first if other.one.amount == one.amount]
    if equal and (len(plain(one.amount)) > 1 or any(_name(of, told) & _around(of, other) for other in equal)):
        return None
    most = max(same, key=lambda o: o.amount)
    whole = most.mention.quantity.sense == "value" and in_year(of, most) and of_date(of, most) == of_date(of, one)
    if not whole or _LIMITED.search(most.lead):
        return None
    return Echo(most, one, True)


def _every(of: Subject, told: _Told, first: Sequence[_Told]) -> Echo | None:
    """As all of what the measures count by no other words: 立案36件 … 对32起水事违法立案逐件听取汇报."""
    one = told.one
    every = _EVERY.search(noun(one) + own(one)) and not IN_PERSON.search(own(one))
    if _SOME.search(own(one)):
        return None
    if own(one).endswith(_AND):
        # 14个乡镇和26个部门全部述法: the words before it are of the first.
        return None
    if not every or any(other.one.amount == one.amount and _name(of, other) & _name(of, told) for other in first):
        return None
    meant = []
    for other in first:
        name, end = _called(of, other)
        bare = bool(name) and name <= _name(of, told)
        bare = bare or (len(end) > 1 and noun(one).startswith(end) and own(other.one).endswith(end))
        known = of.schema.indicators.get(other.one.indicator)
        bare = bare or (known is not None and noun(one).startswith(known.label))
        if bare and not other.one.depth and other.one.mention.quantity.sense == "value" and in_year(of, other.one):
            meant.append(other.one)
    return Echo(meant[0], one, True) if meant and all(other.amount != one.amount for other in meant) else None


def _said(of: Subject, one: Stated) -> frozenset[str]:
    """Every two signs of its line up to it, and of its noun."""
    begin = of.folded.rfind("\n", 0, one.at) + 1
    return pairs(of.folded[begin : one.at]) | pairs(noun(one))


def _name(of: Subject, told: _Told) -> frozenset[str]:
    """Every two signs of the words by which it is told."""
    return _called(of, told)[0]


def _end(of: Subject, told: _Told) -> str:
    """The last two signs before it."""
    return _called(of, told)[1]


def _called(of: Subject, told: _Told) -> tuple[frozenset[str], str]:
    known = _all_called(of)
    called = known.get(told.one.at)
    if called is None:
        before, behind = _plain(own(told.one)), _plain(noun(told.one)[:10])
        last = _GENERIC.sub("", before.strip("|")) or before.strip("|") or behind.strip("|")[:2]
        called = known[told.one.at] = _pairs(f"{before}|{behind}"), last[-2:]
    return called


@once
def _all_called(of: Subject) -> dict[int, tuple[frozenset[str], str]]:
    """What `_called` has found of each figure."""
    return {}


def _around(of: Subject, told: _Told) -> frozenset[str]:
    """Every two signs of the words that lead to it and to the two figures before it."""
    known = _arounds(of)
    around = known.get(told.one.at)
    if around is None:
        said = "|".join([one.lead for one in told.row[max(0, told.at - 2) : told.at + 1]])
        around = known[told.one.at] = _pairs(_plain(said))
    return around


@once
def _arounds(of: Subject) -> dict[int, frozenset[str]]:
    """What `_around` has found of each figure."""
    return {}


def _plain(words: str) -> str:
    return _FILL.sub("|", words)


def _pairs(words: str) -> frozenset[str]:
    return frozenset([a + b for part in words.split("|") for a, b in pairwise(part)])
