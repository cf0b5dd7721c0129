"""率的增减写错了百分点。

为什么：率从97%到98%，是提高1个百分点，不是提高1%；两个率相减与写出的百分点不同，就有一个错了。
依据：GB/T 15835—2011 的惯例；统计用语里率的差用百分点。
反例：
    调解成功率由97.3%提高到98.5%，提高2.2个百分点。

    调解成功率达98%，较上年提高2%。

    解决率94.2%，满意率96.8%，分别比上年（92.1%、95.3%）提高2.1%和1.5%。
正例：
    调解成功率由97.3%提高到98.5%，提高1.2个百分点。
    调解成功率达98%，较上年提高2个百分点。
    解决率94.2%，满意率96.8%，分别比上年（92.1%、95.3%）提高2.1个和1.5个百分点。
"""

from collections.abc import Iterator
from itertools import pairwise

from generator.check.rule import Finding, Rule
from generator.check.rules.fig._compared import POINTS, compared, elsewhen
from generator.check.stated import Sentence, plain, span, where, with_percent, words
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_MOVED = regex(r"[较比](?:上年|去年|上一年|\d{4}年)(?:度|同期)?(提高|提升|上升|下降|降低|增长|增加|减少)了?$")

_BY_MORE = regex("^[,、(]?(提高|提升|上升|下降|降低|增长|增加|减少)了?$")
_BY = regex("^[,、(](提高|提升|上升|下降|降低|增长|增加|减少)了?$")
_BY_EACH = regex("^(?:[)]|[,、]?(?:分别)?)(提高|提升|上升|下降|降低|增长|增加|减少)了?$")
_JOINED = regex("[、和与及]")
_THEN = regex("(?:上年|去年|上一年|上年度|上年同期)[为是的达到]{0,2}$")
_FROM = regex("[由从][^,;:、]{0,8}$")
_TO = regex("[到至为]$")
_RIGHT_BEHIND = regex("的?(?:(?P<up>高|提高|上升|多|增加)|低|降低|下降|少|减少)[了出]?")
_AGAINST = regex("^[^,;。]{0,6}[,(](?:较|比)")
"""Between the two rates."""


def check(of: Subject) -> Iterator[Finding]:
    """Each difference of two rates that is told wrong, or in percent."""
    for found in compared(of):
        if found.by is None or found.by.unit not in POINTS or found.then is None:
            continue
        gap = found.now.amount - found.then.amount
        if gap == (found.by.amount if found.up else -found.by.amount):
            continue
        way = "提高" if gap > 0 else "下降"
        said = (
            f"“{words(found.now)}”与“{words(found.then)}”相差{plain(abs(gap))}个百分点，"
            f"与“{'提高' if found.up else '下降'}{words(found.by)}”不符"
        )
        yield Finding(where(of, found.by), said, f"核对这三个数；两个率无误的，写 {way}{plain(abs(gap))}个百分点")
    rows = [row for row in with_percent(of) if len(row) > 1]
    for row in rows:
        for then, rate, moved in zip(row, row[1:], row[2:], strict=False):
            told = _BY.search(moved.lead) if moved.unit == "%" else None
            if (
                told
                and then.unit == rate.unit == moved.unit == "%"
                and _FROM.search(then.lead)
                and _TO.search(rate.lead)
            ):
                gap = abs(rate.amount - then.amount)
                if moved.amount == gap:
                    said = f"两个率相差{plain(gap)}个百分点，写成了“{told[1]}{words(moved)}”"
                    yield Finding(where(of, moved), said, f"写 {told[1]}{moved.value}个百分点", severity=Severity.INFO)
        for rate, then, moved in zip(row, row[1:], row[2:], strict=False):
            told = _BY_MORE.search(moved.lead) if moved.unit == "%" else None
            before = then.at in elsewhen(of) or _THEN.search(then.own)
            alike = told and before and rate.unit == then.unit == "%" and rate.exact and then.exact
            if told and alike and moved.amount == abs(rate.amount - then.amount):
                said = f"两个率相差{plain(moved.amount)}个百分点，写成了“{told[1]}{words(moved)}”"
                yield Finding(where(of, moved), said, f"写 {told[1]}{moved.value}个百分点")
        for rate, moved in pairwise(row):
            told = _MOVED.search(moved.lead) if moved.unit == "%" else None
            if told and rate.unit == moved.unit == "%" and rate.lead.rstrip("达到为是").endswith("率"):
                said = f"率的增减写成了“{told[1]}{words(moved)}”"
                hint = f"写 {told[1]}{moved.value}个百分点"
                yield Finding(where(of, moved), said, hint, severity=Severity.INFO)
    for row in rows:
        yield from _of_several(of, row)
        yield from _beside(of, row)


def _beside(of: Subject, row: Sentence) -> Iterator[Finding]:
    """Two rates and their difference, told right behind the second: 败诉率6.8%，较上年50件败5件的10%低了3.2个百分点."""
    for at in range(2, len(row)):
        then, moved = row[at - 1], row[at]
        told = _RIGHT_BEHIND.fullmatch(moved.lead) if moved.unit in POINTS and then.unit == "%" else None
        rate = next((one for one in reversed(row[: at - 1]) if one.unit == "%"), None)
        if told is None or rate is None or not (rate.exact and then.exact and moved.exact):
            continue
        against = of.folded[rate.end : then.at]
        if not _AGAINST.search(against) or ";" in against or moved.at in {f.by.at for f in compared(of) if f.by}:
            continue
        gap = rate.amount - then.amount
        if gap != (moved.amount if told["up"] else -moved.amount):
            way = "高" if gap > 0 else "低"
            said = f"“{words(rate)}”比“{words(then)}”{way}{plain(abs(gap))}个百分点，与“{told[0]}{words(moved)}”不符"
            yield Finding(where(of, moved), said, "核对这三个数和表示增减的词")


def _of_several(of: Subject, row: Sentence) -> Iterator[Finding]:
    """The same of several rates at once: 后两项分别比上年（92.1%、95.3%）提高2.1%和1.5%."""
    for at, first in enumerate(row):
        told = _BY_EACH.search(first.lead)
        many = 1
        while told and at + many < len(row) and _JOINED.fullmatch(row[at + many].lead):
            many += 1
        moved, before = row[at : at + many], row[max(0, at - 2 * many) : at]
        if told is None or many < 2 or len(before) < 2 * many:
            continue
        if any(one.unit != "%" or not one.exact for one in (*before, *moved)):
            continue
        gaps = [abs(a.amount - b.amount) for a, b in zip(before[:many], before[many:], strict=True)]
        if all(one.amount == gap for one, gap in zip(moved, gaps, strict=True)):
            shown = "、".join(map(words, moved))
            right = "、".join(f"{plain(gap)}个百分点" for gap in gaps)
            said = f"两个率各相差{right}，写成了“{told[1]}{shown}”"
            yield Finding(span(of, first, moved[-1]), said, f"写 {told[1]}{right}")


RULE = Rule("FIG015", "率的增减与百分点不符", Severity.WARNING, check, __doc__)
