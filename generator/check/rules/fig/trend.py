"""说逐季、逐年增减的，与列出的数不符。

为什么：四个季度的数一路减少，后面却写“逐季递增”，读者一眼就看得出对不对。
依据：前后一致是公文的基本要求。
反例：
    四个季度分别受理诉求213件、198件、176件、162件，呈逐季递增态势。

    2021年至2023年受理纠纷96件、112件、88件，逐年上升。

    投诉量逐季下降，一季度48件，二季度41件，三季度44件，四季度30件。
正例：
    四个季度分别受理诉求213件、198件、176件、162件，呈逐季递减态势。
    2021年至2023年受理纠纷88件、96件、112件，逐年上升。
    一季度48件，二季度41件，三季度44件，四季度30件，总体下降。
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.check.near import rows_with
from generator.check.rule import Finding, Rule
from generator.check.stated import Sentence, Stated, covered, words
from generator.check.subject import Subject, spot
from generator.diagnostics import Severity
from generator.regex import regex

_TREND = regex(
    "逐[季年月次期](?:有所|稳步|持续|明显|大幅)?(?:(?P<up>递增|上升|增长|增加|增多|攀升|走高|提高|提升|上涨)|(?P<down>递减|下降|减少|回落|走低|降低))"
)
_BEHIND = regex("[,，;(]?(?:总体上?|整体上?|总量|数量|件数)?(?:呈现?出?|已|均)?$")
"""What may stand between the last figure and such words."""
_BEFORE = regex(
    "[^,;。\\d]{0,6}[,:](?:其中)?(?:四个季度|各[季年月]度?)?(?:分别|依次)?[为是有]?(?:第?[一1]季度)?[\u4e00-\u9fff]{0,6}$"
)
_NEXT = regex(
    "[、,;和与及]{1,2}(?:第?[二三四2-4]季度|(?:20\\d\\d|去|今|次|当)年|\\d{1,2}月)?(?:[\u4e00-\u9fff]{0,4}[为是有到至])?[\u4e00-\u9fff]{0,2}$"
)
_LEAST = 3


def check(of: Subject) -> Iterator[Finding]:
    """Each list of figures that does not go the way that the words beside it say."""
    for row in rows_with(of, _TREND):
        for told in _TREND.finditer(of.folded, row[0].begin, row[-1].stop):
            told_of = _listed(of, row, told.start(), told.end())
            if len(told_of) < _LEAST or covered(of, told_of):
                continue
            up = told["up"] is not None
            against = next((both for both in pairwise(told_of) if _goes_against(*both, up)), None)
            if against:
                before, after = map(words, against)
                said = f"写“{told[0]}”，列出的数却由{before}{'减到' if up else '增到'}{after}"
                yield Finding(spot(of, told.start(), told.end()), said, "核对各数，或改写增减")


def _listed(of: Subject, row: Sentence, start: int, end: int) -> Sequence[Stated]:
    """The figures that stand in one list right before or right behind the words."""
    before = [one for one in row if one.end <= start]
    if before and _BEHIND.fullmatch(of.folded, before[-1].end, start):
        at = len(before) - 1
        while at and _joined(before[at - 1], before[at]):
            at -= 1
        return before[at:]
    behind = [one for one in row if one.at >= end]
    if behind and _BEFORE.fullmatch(of.folded, end, behind[0].at):
        at = 1
        while at < len(behind) and _joined(behind[at - 1], behind[at]):
            at += 1
        return behind[:at]
    return ()


def _goes_against(one: Stated, after: Stated, up: bool) -> bool:
    return after.amount < one.amount if up else after.amount > one.amount


def _joined(one: Stated, after: Stated) -> bool:
    rough = one.mention.quantity.qualifier or after.mention.quantity.qualifier
    return one.kind == after.kind and not rough and _NEXT.fullmatch(after.lead) is not None


RULE = Rule("FIG045", "说的增减与列出的数不符", Severity.WARNING, check, __doc__, looks_for=(_TREND,))
