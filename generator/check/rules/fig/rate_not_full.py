"""差一点也写成了100%或“全部”。

为什么：1000件办结999件，写100%就是不实；四舍五入也不能进到100%。
依据：未达到全部的不写100%，是统计工作的惯例。
反例：
    收到政协提案154件，办复153件，办复率100%。

    收到依申请公开13件，答复12件，全部按期答复。

    45名执法人员全部参加培训，参训42人。

    11个村全部设立法律服务站，设站率95%。

    收到投诉30件，办结率100%，尚有2件正在办理。
正例：
    收到政协提案154件，办复154件，办复率100%。
    收到依申请公开13件，全部按期答复。
    矛盾纠纷全部受理，调解成功率98%。
    受理投诉52件，办结50件，办结率96.2%，期限内办结率100%。
    排查隐患63处，整改60处，重大隐患整改率100%。
    受理工单286件，到期应办结的281件全部办结，按期办结率100%。
"""

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise

from generator.check.near import led_by, rows_with
from generator.check.rule import Finding, Rule
from generator.check.rules.fig._rate import explained
from generator.check.rules.fig._rates import rates
from generator.check.stated import Sentence, Stated, as_printed, covered, sentence_of, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_ALL = regex(r"^[^,;:。]{0,8},(?:已|均|现已)?(?:全部|均已|均按|悉数)[^,;。率]{0,8}$")

_CLAUSE, _SENTENCE, _STOP = regex("[,;:、]"), regex("[;。]"), regex("[,、(]")
_NEXT_TO = regex("[^,;:、]{2,10},[^,;:、经后]{2,12}$")
_REST = regex("(?:其余|其他|剩余|余下)的?$")
_EVERY = regex("全部|均已|悉数|全覆盖|无一例外")
_NARROW = regex("重大|重点|紧急|特大|突出|补考|复考|^.{0,4}后|最终")
"""A rate of some of them, or of what came of them later: 重大隐患整改率, 补考后合格率."""
_DUE = regex("到期|应[办答当]|期限内")
_RATE = regex("([\u4e00-\u9fff]{2,8})率(?:达到?|为|是)?$")


def check(of: Subject) -> Iterator[Finding]:
    """Each 100%, and each 全部, of which a part is missing."""
    told = set()
    every = list(rates(of))
    # 办结率96.2%，期限内办结率100%: what a lower rate is right for, the other is not about.
    judged = {one.part.at for one in every if one.part and one.printed < 100 and explained(one)}
    for found in every:
        part = found.part
        if part is None or not found.wholes or found.printed != 100:
            continue
        if explained(found) or found.name.startswith(("到期", "应", "扣除", "剔除")) or part.at in judged:
            continue
        whole = found.wholes[0]
        narrow = _NARROW.search(found.name)
        if (narrow and narrow[0] not in whole.lead + part.lead) or _DUE.search(_CLAUSE.split(part.lead)[-1]):
            continue
        sort = found.name[:2] not in part.own and _is_addend(of, part, whole)
        if not sort and not covered(of, (found.rate, part, whole)):
            said = f"“{found.name}率{words(found.rate)}”写满了，但{words(part)} ÷ {words(whole)}不足100%"
            told.add(where(of, found.rate))
            yield Finding(where(of, found.rate), said, "未达到全部的，不写100%")
    for row in rows_with(of, _ALL, _EVERY, _RATE):
        yield from _all(of, row)
        yield from (finding for finding in _all_but(of, row) if finding.spot not in told)


def _is_addend(of: Subject, part: Stated, whole: Stated) -> bool:
    """Whether it is the first of the sorts that make the whole: 承办11件，其中建议7件、提案4件，办复率100%."""
    row = sentence_of(of, part)
    same = [one.amount for one in row if one.at >= part.at and one.kind == part.kind]
    return whole.amount in list(accumulate(same))[1:]


def _all(of: Subject, row: Sentence) -> Iterator[Finding]:
    done = of.words.get("办件", ())
    for whole, part in pairwise(row):
        alike = whole.kind == part.kind and whole.exact and part.exact and part.amount < whole.amount
        if not alike or not part.lead.endswith(done):
            continue
        lead = _CLAUSE.split(part.lead)[-1]
        if not lead.endswith(done) or not lead or _CLAUSE.split(whole.lead)[-1].endswith(lead[-2:]):
            continue
        said = _ALL.match(_SENTENCE.split(part.tail)[0])
        again = said and any(word in said[0] and word[-2:] in lead for word in done)
        if said and again and not covered(of, (whole, part)):
            told = f"{words(whole)}中{lead}{words(part)}，不是“全部”"
            yield Finding(where(of, part), told, f"核对这两个数，或写 {lead}{words(part)}，其余正在办理")


def _all_but(of: Subject, row: Sentence) -> Iterator[Finding]:
    """全部 of which a rate or a count says less; 100% of which something is left."""
    every = led_by(of, _EVERY)
    for at, one in enumerate(row):
        if one.unit != "%" and one.at not in every:
            continue
        clauses = _STOP.split(one.lead)
        last, before = clauses[-1], next((c for c in reversed(clauses[:-1]) if _EVERY.search(c)), "")
        if at and before and _REST.search(row[at - 1].own):
            # 其余117条全部采纳: all of the rest.
            before = ""
        name = _RATE.search(last)
        if (
            name
            and one.unit == "%"
            and one.exact
            and as_printed(one) < 100
            and before
            and set(name[1]) <= set(before)
        ):
            said = f"前面写“{_EVERY.findall(before)[-1]}”，“{name[1]}率”却是{words(one)}"
            yield Finding(where(of, one), said, "核对是不是全部；不是全部的，写明有多少")
        elif name and one.unit == "%" and one.value == "100":
            for other, place in _beside(row, at):
                left = _left(name[1], other, place)
                if left:
                    said = f"“{name[1]}率{words(one)}”写满了，{place}却有{words(other)}{left}"
                    yield Finding(where(of, one), said, "未达到全部的，不写100%")
                    break
        elif at and before and one.exact and row[at - 1].exact and one.kind == row[at - 1].kind:
            whole = row[at - 1]
            apart = len(clauses) - (not clauses[0])
            if len(last) > 1 and set(last) <= set(before) and one.amount < whole.amount and apart == 2:
                said = f"{words(whole)}中{last}{words(one)}，不是“{_EVERY.findall(before)[-1]}”"
                yield Finding(where(of, one), said, "核对这两个数")


def _beside(row: Sentence, at: int) -> Iterator[tuple[Stated, str]]:
    """The figures next to a rate: those behind it, and the one whose clause ends where the rate's begins."""
    if at + 1 < len(row):
        yield row[at + 1], "后面"
    if at and _NEXT_TO.match(row[at].lead):
        yield row[at - 1], "前面"


def _left(name: str, one: Stated, place: str) -> str:
    """What is told of cases next to a rate of 100% that contradicts it."""
    if one.kind == "%" or not one.amount or ";" in one.lead or not re.match("[,(][^,;:、]{0,6}$", one.lead):
        return ""
    if place == "前面" and not re.search("其中|仍|尚|还|另", one.lead):
        return ""
    said = re.split("[,;:、。)]", one.tail)[0]
    own = re.split("[,(]", one.lead)[-1] + said
    denied = re.search("(?:未|没有|不)(?:按期|按时|及时|能|予|完成){0,2}([\u4e00-\u9fff]{2})", own)
    late = re.search("逾期|超期|超时", own) and re.search("及时|按期|按时|期限", name)
    open_ = re.search("正在|在办|待办|待整改", own) and re.search("办结|整改|化解|处置|完成|审结|结案|调解|成功", name)
    return (said or own) if (denied and denied[1] in name) or late or open_ else ""


RULE = Rule("FIG013", "不足全部写成100%", Severity.WARNING, check, __doc__)
