"""The least above the mean, the most below it, the longest beyond what was promised (人均66学时，最少的也达到68学时;
压缩至6个工作日，用时最长的8个工作日): part of FIG026."""

from collections.abc import Iterator
from itertools import pairwise

from generator.check.near import led_by, rows_led_by, rows_with
from generator.check.rule import Finding
from generator.check.stated import Sentence, Stated, covered, paragraphs, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_EXTREME = regex(
    "最(?:(?P<least>[少低小短快])|[多高大长慢])(?:的|者|一?[件起宗场次个处户村名人期份](?!的?[少低小短快多高大长慢]))"
    "[\u4e00-\u9fff]{0,8}?,?(?:也|仅|只|才|仅?有|达到?了?|高?达|为|是|用了?|花了?|共|均|在)*$"
)
_END = regex("最(?:(?P<least>[少低小短])|[多高大长])[^,;:、。\\d]{0,8}$")
_MEAN = regex("(?:平均|[村社户人件案场次期宗月日天周班]均)[^,;:、。]{0,10}$")
_LIMIT = regex(
    "(?:均在|全部在|都在|承诺|限时|不超过|不得超过|规定|法定|(?:压缩|缩短|压减|精简)[^,;:、。]{0,4}[至到为])[^,;:、。]{0,6}$"
)
_KEPT = regex("(?:均|全部|都|一律)在?[^,;。]{0,8}(?:内办结|内完成|时限|期限|承诺|规定时间|按时|按期)")
_ACTUAL = regex("(?:平均|实际)[\u4e00-\u9fff]{0,6}$")
_LONGEST = regex("最[长慢]")
_ANOTHER = regex("[上去]年|同期|全[县市省区国]")


def beyond(of: Subject) -> Iterator[Finding]:
    """Each extreme that the mean or the limit of its sentence, or of the one before, contradicts."""
    led = led_by(of, _EXTREME)
    for rows in paragraphs(of) if led and rows_with(of, _EXTREME) else ():
        for before, row in pairwise(((), *rows)):
            for at, one in enumerate(row):
                told = _EXTREME.search(one.lead) if one.at in led and one.kind != "%" else None
                if told is None or one.mention.quantity.qualifier in ("余", "多", "近"):
                    continue
                yield from _mean(of, (*before, *row), one, bool(told["least"]))
                if _LONGEST.search(told[0]):
                    yield from _limit(of, row[:at], one)


def _mean(of: Subject, figures: Sentence, one: Stated, least: bool) -> Iterator[Finding]:
    alike = [o for o in figures if o.kind == one.kind and o is not one and _MEAN.search(o.own)]
    alike = [o for o in alike if not _ANOTHER.search(o.own) and not _EXTREME.search(o.own)]
    if len(alike) != 1 or covered(of, (alike[0], one)):
        return
    mean = alike[0]
    if one.amount > mean.amount if least else one.amount < mean.amount:
        said = f"最{'少' if least else '多'}的“{words(one)}”{'大' if least else '小'}于平均数“{words(mean)}”"
        yield Finding(where(of, one), said, "核对平均数和最多、最少的数")


def late(of: Subject) -> Iterator[Finding]:
    """A mean beyond the limit that all are said to have kept: 承诺10个工作日，实际平均12个工作日，全部按期办结."""
    led = led_by(of, _LIMIT)
    for row in rows_with(of, _LIMIT) if led and rows_with(of, _KEPT) else ():
        for limit, mean in pairwise(row):
            alike = limit.at in led and limit.kind == mean.kind and _ACTUAL.search(mean.own)
            told = _LIMIT.search(limit.own) or limit.noun.startswith(("内", "以内", "之内"))
            kept = alike and told and mean.amount > limit.amount and _KEPT.search(of.folded, row[0].begin, row[-1].stop)
            if kept and not covered(of, (limit, mean)):
                said = f"“{words(mean)}”超过了“{limit.own[-8:]}{words(limit)}”，却写全部按期"
                yield Finding(where(of, mean), said, "核对两个时限")


def contrary(of: Subject) -> Iterator[Finding]:
    """The most below the least beside it: 最高罚款5000元，最低罚款8000元."""
    led = led_by(of, _END)
    for row in rows_led_by(of, _END) if led else ():
        for one, other in pairwise(row):
            a = _END.search(one.own) if one.at in led and one.kind == other.kind != "%" else None
            b = _END.search(other.own) if a and other.at in led else None
            if a is None or b is None or bool(a["least"]) == bool(b["least"]) or ";" in other.lead:
                continue
            most, least = (other, one) if a["least"] else (one, other)
            if most.amount < least.amount and most.exact and least.exact and not covered(of, (one, other)):
                said = f"“{least.own[-8:]}{words(least)}”比“{most.own[-8:]}{words(most)}”还多"
                yield Finding(where(of, other), said, "核对最多、最少的两个数")


def _limit(of: Subject, before: Sentence, one: Stated) -> Iterator[Finding]:
    alike = [o for o in before if o.kind == one.kind]
    limit = alike[-1] if alike else None
    if limit is None or not _LIMIT.search(limit.own) or one.amount <= limit.amount or covered(of, (limit, one)):
        return
    begin = before[0].begin
    end = of.folded.find("。", one.end)
    stop = end if end >= 0 else one.stop
    kept = _KEPT.search(of.folded, max(begin - 60, 0), stop)
    said = f"最长的“{words(one)}”超过了“{limit.own[-8:]}{words(limit)}”"
    yield Finding(where(of, one), said, "核对两个时限", severity=None if kept else Severity.INFO)
