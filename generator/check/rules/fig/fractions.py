"""几成、一半、几分之几、一倍，与写出的数不符。

为什么：“占三成”“增长一倍”和两个数写在一句里，读者一算就知道够不够。
依据：算术；“近”比它少一些，“超过”“以上”比它多一些，单写的相差一成以内都算相符，五成以上的相差半成以内，“正好”的不能差。
反例：
    全年审议议题120个，涉法议题21个，占比超过三成。
反例：
    执法经费增长一倍，由15万元增至22万元。
反例：
    受理投诉90件，其中物业类36件，占一半以上。
正例：
    全年审议议题120个，涉法议题38个，占比超过三成。
    执法经费增长一倍，由15万元增至30万元。
    受理投诉90件，其中物业类48件，占一半以上；噪音类22件，约占四分之一。
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from generator.check.near import rows_with
from generator.check.rule import Finding, Rule
from generator.check.rules.fig._fraction_shares import OF_ALL, SHARE, unequal
from generator.check.rules.fig._fraction_words import SAID, fits, worth
from generator.check.rules.fig._manifold import manifold, of_before
from generator.check.rules.fig._names import share
from generator.check.rules.fig._one_in_so_many import shares_again
from generator.check.stated import Sentence, Stated, as_printed, covered, paragraphs, words
from generator.check.subject import Subject, spot
from generator.diagnostics import Severity
from generator.regex import regex

_MOVED = regex("(?P<up>增长|增加|上升|提高|提升|上涨|增幅|多)|(?P<down>下降|减少|降低|压减|压缩|缩短|降幅|精简)")
_FROM = regex("[由从][^,;:、]{0,12}$")
_TO = regex(r"[到至为](?:今年|本年|\d{4}年)?的?$")
_THEN = regex(r"(?:上年|去年|上一年|同期|(?P<year>20\d\d)年)[^,;:、]{0,8}$")
_THAN = regex(r"[较比](?:上年|去年|上一年|\d{4}年)(?:度|同期|全年)?的?$")
_MORE = regex(
    "[较比](?:上年|去年|上一年|\\d{4}年)(?:度|同期|全年)?(?:(?P<up>增加|增长|新增|多|提高)|减少|下降|少|压减)[\u4e00-\u9fff]{0,3}$"
)
"""Before a difference."""
_ALONE = regex("(?:也|还|仅|只|约|近|大约|将近|接近|超过|不到|不足|达到?|才)?")
_AGAIN = regex("(?:也|还|已|约|近|大约|将近|接近|超过|不到|不足|达到?|才|即|就是|说|占比?|比例|幅度|[增降]幅)*")
_TENTH = Decimal("0.1")
_BRACKET = regex("[(](?:即|约|占|占比)?")
_RATED = regex("([\u4e00-\u9fff]{2,6})率(?:已|均|也|达到?了?|为)*")
_ENDS = regex("[,;。)、\n]|$")
_OF_LAST = regex(
    r"(?:[是为有到达仅]|相当于|(?P<before>不足|不到|不及|超过|接近))(?:上年|去年|上一年)(?:同期|全年|度)?(?:的?\d[\d.万]*[\u4e00-\u9fff]{1,3}?)?的$"
)
"""Before what part of last year's this year's is: 只有上年的四分之一, 是上年4万元的两倍."""
_BESIDE = 6
"""Characters between last year's figure and the change at its end."""
_LAST_YEAR = regex("(?:上年|去年|上一年)(?P<same>同期|同类)?(?P<what>[\u4e00-\u9fff]{0,10}?)[有为是共]?")
_NEAR = 12
"""Characters between last year's figure, told alone, and the change."""
_CLAUSE = regex("[,;:。()]")


def check(of: Subject) -> Iterator[Finding]:
    """Each share or change in words that the figures beside it do not give."""
    yield from manifold(of)
    yield from of_before(of)
    yield from shares_again(of)
    for row in rows_with(of, SAID):
        begin = max(of.folded.rfind(sign, max(0, row[0].at - 200), row[0].at) for sign in "。\n") + 1
        ends = [n for n in (of.folded.find("。", row[-1].end), of.folded.find("\n", row[-1].end)) if n >= 0]
        stop = min([*ends, row[-1].end + 40])
        for said in SAID.finditer(of.folded, begin, stop):
            yield from _one(of, row, said, begin)


def _one(of: Subject, row: Sentence, said: "re.Match[str]", begin: int) -> Iterator[Finding]:
    if any(one.at <= said.start() < one.end for one in row):
        return
    lead = _CLAUSE.split(of.folded[begin : said.start()])[-1]
    percent = _of_percent(of, row, said, lead) or _in_brackets(of, row, said)
    if percent is not None:
        if not _says(as_printed(percent) / 100, said) and not covered(of, (percent,)):
            told = f"写的是“{words(percent)}”，与“{said[0]}”不符"
            yield Finding(spot(of, said.start(), said.end()), told, "核对百分数和写的比例")
        return
    moved = _MOVED.search(lead[-8:] + (said["before"] or ""))
    if moved:
        found = _change(of, row, said) or _than(of, row, said) or _since(of, row, said)
        behind = max(found[0].end, found[1].end) if found is not None else 0
        if found is not None and "其中" not in of.folded[behind : said.start()] and not _fits_another(row, found, said):
            # 较上年的800人次增长20%，其中线上增长两倍多: of a part.
            then, now = found
            exact = abs(now.amount - then.amount) / then.amount
            contrary = (now.amount > then.amount) != bool(moved["up"])
            if (contrary or not fits(exact, said)) and not covered(of, found):
                way = "增加" if now.amount > then.amount else "减少"
                told = f"从“{words(then)}”到“{words(now)}”{way}{_percent(exact)}，与“{moved[0]}{said[0]}”不符"
                yield Finding(spot(of, said.start(), said.end()), told, "核对两个数和增减幅度")
    elif last := _OF_LAST.search(lead):
        yield from _of_last(of, row, said, (last["before"] or "").replace("不及", "不足"))
    elif not said["times"] and (SHARE.search(lead) or said["halves"] or OF_ALL.search(lead) or _bare(row, said, lead)):
        for part, whole in unequal(of, row, said, lead):
            if not covered(of, (part, whole)):
                told = f"{words(part)} ÷ {words(whole)} = {_percent(part.amount / whole.amount)}，与“{said[0]}”不符"
                yield Finding(spot(of, said.start(), said.end()), told, "核对部分、全体和占比")


def _of_percent(of: Subject, row: Sentence, said: "re.Match[str]", lead: str) -> Stated | None:
    """The percent right before a clause that says it in words: 占总量的32.0%，超过三成."""
    near = next((one for one in reversed(row) if one.end <= said.start()), None)
    beside = near is not None and near.unit == "%" and near.exact and said.start() - near.end <= _BESIDE
    if near is None or not beside or said["times"] or not _AGAIN.fullmatch(lead):
        return None
    ended = _ENDS.match(of.folded, said.end()) and ";" not in of.folded[near.end : said.start()]
    return near if ended else None


def _says(exact: Decimal, said: "re.Match[str]") -> bool:
    """Whether one would say these words of a percent that stands beside them: 近八成 of no less than 70%."""
    below = said["before"] in ("近", "接近", "将近", "不到", "不足") and said["tenths"]
    above = said["after"] in ("多", "有余") and said["tenths"] and exact > worth(said) + _TENTH
    return fits(exact, said) and not above and not (below and exact < worth(said) - _TENTH)


def _in_brackets(of: Subject, row: Sentence, said: "re.Match[str]") -> Stated | None:
    """The percent right behind it: 近八成(62.5%)的案件."""
    behind = next((one for one in row if one.at >= said.end()), None)
    told = behind is not None and behind.unit == "%" and behind.exact and not said["times"]
    return behind if told and behind and _BRACKET.fullmatch(of.folded, said.end(), behind.at) else None


def _of_last(of: Subject, row: Sentence, said: "re.Match[str]", before: str) -> Iterator[Finding]:
    """火点3个，上年12个，只有上年的四分之一."""
    for now, then in pairwise([one for one in row if one.end <= said.start()]):
        alike = now.kind == then.kind != "%" and now.exact and then.exact and then.amount
        if alike and _earlier(of, then.lead) and not fits(now.amount / then.amount, said, before):
            if not covered(of, (now, then)):
                told = f"“{words(now)}”是“{words(then)}”的{_percent(now.amount / then.amount)}，与“{said[0]}”不符"
                yield Finding(spot(of, said.start(), said.end()), told, "核对两个数和写的比例")
            return


def _bare(row: Sentence, said: "re.Match[str]", lead: str) -> bool:
    """Whether the fraction is a clause of its own right behind a part and its whole: 持证11人中，专职4人，不到四成."""
    near = [one for one in row if one.end <= said.start()][-2:]
    if len(near) < 2 or not (_ALONE.fullmatch(lead) or _is_rate(lead, near[1])) or said.start() - near[1].end > _BESIDE:
        return False
    whole, part = near
    among = "其中" in part.lead or _RATED.fullmatch(lead) or re.match("[^,;:、。]{0,8}中,", part.lead)
    return whole.kind == part.kind != "%" and part.amount <= whole.amount and bool(among)


def _is_rate(lead: str, part: Stated) -> bool:
    """Whether the words before it are the rate of the part right before: 采纳24条，采纳率超过七成."""
    told = _RATED.fullmatch(lead)
    return told is not None and told[1][-2:] in part.own


def _fits_another(row: Sentence, found: tuple[Stated, Stated], said: "re.Match[str]") -> bool:
    """Whether another figure of the sentence is the one that it is said of: 罚款8.2万元，案均2000元，罚款总额比上年的
    11.6万元减少近三成."""
    then = found[0]
    others = [one for one in row if one.kind == then.kind and one.exact and one not in found and one.amount]
    others = [one for one in others if one.mention.quantity.sense != "change" and not _MOVED.fullmatch(one.own)]
    return any(fits(abs(one.amount - then.amount) / then.amount, said) for one in others)


def _earlier(of: Subject, words_: str) -> bool:
    """Whether a figure is last year's by the words before it."""
    told = _THEN.search(words_)
    return told is not None and (not told["year"] or int(told["year"]) == of.year - 1)


def _change(of: Subject, row: Sentence, said: "re.Match[str]") -> tuple[Stated, Stated] | None:
    """What it was and what it is, told beside the change."""
    for then, now in pairwise(row):
        alike = then.kind == now.kind and then.exact and now.exact and then.amount and then.kind != "%"
        by = _MORE.search(now.own) if alike else None
        if by:
            # 合计16次，比上年增加4次，增长三分之一: a third of 12; 上年12次，比上年多4次: a third of these themselves.
            if _earlier(of, then.own):
                gap = now.amount if by["up"] else -now.amount
                if now.end <= said.start() <= now.end + _BESIDE:
                    told = f"（{then.said} {'+' if by['up'] else '−'} {now.said}）"
                    return then, replace(then, amount=then.amount + gap, said=told)
                continue
            base = then.amount - now.amount if by["up"] else then.amount + now.amount
            if base > 0 and now.end <= said.start() <= now.end + _BESIDE:
                return replace(then, amount=base, said=f"（{then.said} {'−' if by['up'] else '+'} {now.said}）"), then
            continue
        near = abs(then.at - said.end()) < 40 or abs(said.start() - now.end) < 24
        if alike and near and _FROM.search(then.lead) and _TO.search(now.lead):
            return then, now
        if alike and near and _earlier(of, now.lead) and said.start() >= now.end:
            return now, then
        if alike and near and _earlier(of, then.lead) and said.start() >= now.end:
            return then, now
    return None


def _than(of: Subject, row: Sentence, said: "re.Match[str]") -> tuple[Stated, Stated] | None:
    """The same where last year's figure stands alone right before the change: 立案36件（其中…），较上年的45件减少两成;
    办件总量较2024年的8800件增长一成, of the only 办件 of the paragraph."""
    then = next((one for one in reversed(row) if one.end <= said.start()), None)
    told = _THAN.search(then.own) if then and then.exact and then.amount else None
    if then is None or told is None or said.start() - then.end > _BESIDE:
        return None
    held = [one for one in row[: row.index(then)] if one.kind == then.kind and one.depth <= then.depth]
    what = then.own[: told.start()][:2]
    if not held and what:
        rows = next(rows for rows in paragraphs(of) if row in rows)
        held = [one for other in rows[: rows.index(row)] for one in other if one.kind == then.kind and what in one.own]
    held = [one for one in held if one.exact and one.mention.quantity.sense == "value"]
    if not held or any(fits(abs(one.amount - then.amount) / then.amount, said) for one in held[:-1]):
        return None
    return then, held[-1]


def _since(of: Subject, row: Sentence, said: "re.Match[str]") -> tuple[Stated, Stated] | None:
    """The same where a sentence of its own tells last year's: 接到信访210件，…。上年同类信访有300件，一年间下降三成."""
    then = row[0]
    last = _LAST_YEAR.fullmatch(then.lead) if then.exact and then.amount and then.end <= said.start() else None
    if last is None or said.start() - then.end > _NEAR or any(one.end <= said.start() for one in row[1:]):
        return None
    rows = next(rows for rows in paragraphs(of) if row in rows)
    before = rows[rows.index(row) - 1] if rows.index(row) else ()
    same = [one for one in before if one.kind == then.kind]
    held = [one for one in same if one.mention.quantity.sense == "value"]
    if not held or not all(one.exact for one in held) or max(one.amount for one in held) > held[0].amount:
        return None
    if not (last["same"] or share(last["what"], held[0].own + held[0].noun)):
        return None
    return None if any(fits(abs(one.amount - then.amount) / then.amount, said) for one in same) else (then, held[0])


def _percent(share: Decimal) -> str:
    return f"{share * 100:.1f}%"


RULE = Rule("FIG034", "几成、几倍与数不符", Severity.WARNING, check, __doc__)
