"""由多少到多少，与写的增减不符。

为什么：“由62名充实到86名，新增26名”，两个数一减就知道第三个对不对；个数的增减写成“百分点”也不对。
依据：算术；百分点只用于两个率相比。
反例：
    应急队员从年初的62名充实到86名，新增26名。
反例：
    证明事项由83项压减至57项，共取消24项。
反例：
    在原有61项的基础上新增17项，现有执法事项79项。
反例：
    民事收案比上年减少45件，下降18%，全年收案245件。
反例：
    法治宣传牌由18块增加到30块，增加12个百分点。
正例：
    应急队员从年初的62名充实到86名，新增24名。
    应急队员从年初的62名充实到86名，新招30名，退出6名。
    在原有61项的基础上新增17项、取消3项，现有执法事项75项。
    调解成功率由97%提高到98%，提高1个百分点。
"""

import re
from collections.abc import Iterator, Sequence

from generator.check.figures import rounded, truncated
from generator.check.near import led_by, rows_with
from generator.check.rule import Finding, Rule, found_by
from generator.check.rules.fig import stock, year_on_year
from generator.check.rules.fig._aimed import aimed
from generator.check.rules.fig._compared import POINTS, compared
from generator.check.rules.fig._direction import contrary, shrunk
from generator.check.rules.fig._names import own
from generator.check.stated import Sentence, Stated, as_printed, covered, printed, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_FROM, _TO = (
    regex("[由从](?!事|业)[^,;:、]{0,14}$"),
    regex(r"^[^,;:、()]{0,8}[到至为](?:今年|本年|年底|年末|\d{4}年)?的?$"),
)
_MORE = regex("新增|新加入|新纳入|新吸[收纳]|新进|新招|^多|净增|增加|增长|扩充|多了|提高|上升|增配|增设|增聘|新聘")
_LESS = regex("取消|压减|减少|精简|下降|降低|缩短|压缩|核减|撤销|少了|净减")
_THIS = regex(r"^,(?:全年|今年|本年|共|\d{4}年)[^,;:、()]{0,10}$")
_CHANGED = regex("^[,、](?:同比)?(?:下降|减少|降低|增长|增加|上升|[降增]幅)(?:了|为|达到?)?$")
_LAST = regex(r"[较比与和同](?:上年|去年|上一年|\d{4}年)(?:度|同期)?的?$")
_POINTS = regex("百分点")
_AGAINST = regex(r"[较比](?:上年|去年|上一年|同期|\d{4}年)")
_THEN = regex(r"(?:上年|去年|\d{4}年)(?:度|同期)?(?:为|是|有)$")
_EARLIER, _LATER = regex("[上去]年|年初"), regex(r",(?:今年|本年|\d{4}年|年末|年底)")
_BASE = regex(r"(?:原有|原来|已有|既有)[^,;:、]{0,8}$")
_NOW = regex("现有|现共|目前|达到?$|增至|增加到|总数|共有|累计|共计")


def check(of: Subject) -> Iterator[Finding]:
    """Each change beside what it was and what it is that these two do not give."""
    yield from aimed(of)
    yield from contrary(of)
    yield from shrunk(of)
    told: set[object] | None = None
    rows = [row for row in rows_with(of, _FROM, _EARLIER, _BASE, _LAST, _AGAINST, _THEN, _POINTS) if len(row) > 2]
    if not rows:
        return
    now, base, back = led_by(of, _TO, _LATER), led_by(of, _BASE), led_by(of, _LAST, _AGAINST, _THEN)
    for row in rows:
        for at in range(len(row) - 2):
            finding = _moved(of, row, at) if row[at + 1].at in now else None
            if finding is None and row[at].at in base:
                finding = _built(of, row, at)
            if finding is None and row[at].at in back:
                finding = _behind(of, row, at) or _without(of, row, at) or _since(of, row, at)
            if finding is None:
                continue
            if told is None:
                told = {one.spot for rule in (stock, year_on_year) for one in found_by(of, rule.check)}
            if finding.spot not in told:
                yield finding
        yield from _points(of, row)
        for at in range(len(row) - 5):
            yield from _respectively(of, row[at : at + 6])


def _respectively(of: Subject, six: Sentence) -> Iterator[Finding]:
    """Two figures, two of last year and two differences: 5起、4人，比上年的6起、5人分别减少1起、1人."""
    kinds = [one.kind for one in six]
    way = _MORE.search(own(six[4])) or _LESS.search(own(six[4])) if "分别" in own(six[4]) else None
    if not way or kinds[:2] * 3 != kinds or not _LAST.search(own(six[2])) or not all(one.exact for one in six):
        return
    for now, then, by in zip(six[:2], six[2:4], six[4:], strict=True):
        gap = abs(now.amount - then.amount)
        if gap != by.amount and not covered(of, (now, then, by)):
            said = f"“{words(now)}”与上年“{words(then)}”相差{printed(gap, by)}，与“{way[0]}{words(by)}”不符"
            yield Finding(where(of, by), said, "核对这三个数")


def _moved(of: Subject, row: Sentence, at: int) -> Finding | None:
    """由83项压减至57项，共取消24项."""
    then, now = row[at : at + 2]
    by = next((one for one in row[at + 2 : at + 5] if one.unit != "%"), now)
    years = _EARLIER.search(own(then)) and _LATER.match(now.lead)
    if not ((_FROM.search(then.lead) and _TO.search(now.lead)) or years) or not _alike(then, now) or by is now:
        return None
    gap = abs(now.amount - then.amount)
    if not re.match(r"^[^,;:、()]{0,12}[,(]", by.lead) or re.search("其中|分别|平均", by.lead):
        return None
    way = (_MORE if now.amount > then.amount else _LESS).search(own(by))
    if not way or not _alike(now, by) or by.amount == gap or _more_follow(row, row.index(by) + 1, by):
        return None
    said = f"从“{words(then)}”到“{words(now)}”相差{printed(gap, by)}，与“{way[0]}{words(by)}”不符"
    if covered(of, (then, now, by)):
        return None
    return Finding(where(of, by), said, f"核对这三个数；前两个无误的，写 {way[0]}{printed(gap, by)}")


def _built(of: Subject, row: Sentence, at: int) -> Finding | None:
    """在原有61项基础上新增17项，现有79项."""
    base, by, now = row[at : at + 3]
    if not _BASE.search(own(base)) or not re.search("新|增", own(by)) or not _NOW.search(own(now)):
        return None
    if not (_alike(base, by) and _alike(by, now)) or ";" in by.lead + now.lead or "其中" in by.lead + now.lead:
        return None
    come_to = base.amount + by.amount
    if come_to == now.amount or covered(of, (base, by, now)):
        return None
    said = f"{words(base)} + {words(by)} = {printed(come_to, now)}，与“{words(now)}”不符"
    return Finding(where(of, now), said, f"核对这三个数；另有减少的写明；都无误的，写 {printed(come_to, now)}")


def _behind(of: Subject, row: Sentence, at: int) -> Finding | None:
    """The change is told before this year's figure: 收案比上年减少45件，下降15%，全年收案245件."""
    by, rate, now = row[at : at + 3]
    way = _MORE.search(own(by)) or _LESS.search(own(by))
    then = _AGAINST.search(by.lead)
    if not way or not then or rate.unit != "%" or not rate.exact or not _alike(by, now) or not _THIS.match(now.lead):
        return None
    if any(one.kind == by.kind for one in row[:at]) or not _CHANGED.match(rate.lead):
        return None
    last = now.amount - by.amount if _MORE.search(own(by)) else now.amount + by.amount
    value = as_printed(rate)
    if last <= 0 or value == rounded(by.amount * 100 / last, value):
        return None
    cut = value == truncated(by.amount * 100 / last, value)
    right = f"{rounded(by.amount * 100 / last, value):f}%"
    said = f"“{words(now)}”{way[0]}“{words(by)}”，上年即{printed(last, now)}，幅度为{right}，与“{words(rate)}”不符"
    hint = f"核对这几个数；件数无误的，写 {right}"
    return Finding(where(of, rate), said, hint, severity=Severity.INFO if cut else None)


def _without(of: Subject, row: Sentence, at: int) -> Finding | None:
    """Last year's figure, the change and its percent, this year's told elsewhere: 比上年的36件增加9件，增长25%."""
    then, by, rate = row[at : at + 3]
    told = _LAST.search(own(then)) and re.fullmatch(
        "(?:相比,[^,;:、]{0,8}?)?(?:增加|减少|下降|上升|多|少)了?", by.lead
    )
    if not told or not _alike(then, by) or rate.unit != "%" or not rate.exact or not _CHANGED.match(rate.lead):
        return None
    value = as_printed(rate)
    exact = by.amount * 100 / then.amount if then.amount else value
    if value == rounded(exact, value):
        return None
    right = f"{rounded(exact, value):f}%"
    said = f"{words(by)} ÷ 上年“{words(then)}” = {right}，与“{words(rate)}”不符"
    cut = Severity.INFO if value == truncated(exact, value) else None
    return Finding(where(of, rate), said, f"核对这几个数；件数无误的，写 {right}", severity=cut)


def _since(of: Subject, row: Sentence, at: int) -> Finding | None:
    """Last year's figure and the change, this year's told before: 处罚案件5件，罚款2600元；2023年为4件，增加1件."""
    then, by = row[at : at + 2]
    last = _THEN.search(own(then))
    way = re.fullmatch("[,、](?:同比)?(增加|减少|上升|下降|多|少)了?", by.lead)
    earlier = [one for one in row[:at] if _alike(one, then) and one.mention.quantity.sense == "value"]
    if not last or not way or not _alike(then, by) or not earlier:
        return None
    up = way[1] in ("增加", "上升", "多")
    now = then.amount + by.amount if up else then.amount - by.amount
    if any(one.amount == now for one in row[:at] if one.kind == then.kind):
        return None
    gap = printed(abs(earlier[0].amount - then.amount), by)
    said = f"“{words(earlier[0])}”与上年“{words(then)}”相差{gap}，与“{way[1]}{words(by)}”不符"
    return Finding(where(of, by), said, "核对这三个数")


def _points(of: Subject, row: Sentence) -> Iterator[Finding]:
    """A change of counts in points, which only rates have."""
    if not any(one.unit in POINTS for one in row):
        return
    known = {found.by.at for found in compared(of) if found.by is not None}
    for at, one in enumerate(row):
        moved = _MORE.search(own(one)) or _LESS.search(own(one))
        if one.unit not in POINTS or at < 2 or one.at in known or not moved or re.search("率|度", own(one)):
            continue
        a, b = row[at - 2 : at]
        pair = (_FROM.search(a.lead) and _TO.search(b.lead)) or any(
            re.search("上年|去年|同期", each.lead) for each in (a, b)
        )
        if pair and a.kind == b.kind and a.kind not in ("%", *POINTS, "分") and ";" not in b.lead + one.lead:
            said = f"“{words(a)}”和“{words(b)}”不是率，相差不能用“{words(one)}”"
            yield Finding(where(of, one), said, "写相差多少，或写百分之几（%）")


def _alike(one: Stated, other: Stated) -> bool:
    both = one.kind == other.kind and one.exact and other.exact and one.depth == other.depth
    return both and one.kind not in ("%", "倍", *POINTS)


def _more_follow(row: Sentence, at: int, by: Stated) -> bool:
    """Whether another change follows: 新招30名，退出6名."""
    rest: Sequence[Stated] = row[at : at + 2]
    return any(one.kind == by.kind and ";" not in one.lead and "其中" not in one.lead for one in rest)


RULE = Rule("FIG036", "由多少到多少与增减不符", Severity.WARNING, check, __doc__)
