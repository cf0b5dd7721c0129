"""出庭应诉的次数与诉讼案件数对不上。

为什么：负责人出庭的次数不会多于案件数；有一件没有出庭，出庭率就不是100%。
依据：算术；《行政诉讼法》关于被诉行政机关负责人应当出庭应诉的规定。
反例：
    行政诉讼案件7件，判决6件，负责人出庭应诉8次。
反例：
    发生行政诉讼案件4件，均已审结，主要负责人出庭3次，出庭率100%。
正例：
    行政诉讼案件7件，判决6件，负责人出庭应诉7次，出庭率100%。
    行政诉讼案件7件，应出庭6件，出庭6件，出庭率100%。
"""

from collections.abc import Iterator

from generator.check.near import led_by, rows_with
from generator.check.rule import Finding, Rule, found_by
from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig.done_above_received import check as above
from generator.check.stated import Sentence, Stated, as_printed, covered, line, named, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_SUIT = regex("诉")
_CASES = regex(r"(?:诉讼|应诉|被诉)[^,;:、。()]{0,8}$")
_NO_CASE = regex("结转|上年|出庭|参加|负责人|培训|旁听|带头|胜诉|败诉|协议|代理")
_HEARD = regex(
    "(?:出庭(?:应诉|行政诉讼)?|(?:带头|亲自)(?:参加|出席)?(?:行政)?(?:应诉|诉讼))(?:案件)?(?:共|累计|达|了)?$"
)
_RATE = regex("出庭(?:应诉)?率(?:均|达到?|为|是|保持)*$")
_SHOULD = regex(
    "应(?:当)?出庭|通知出庭|要求出庭|(?<!全部)(?<!全都)(?<!均已)(?<!都已)(?<![均都])开庭|旁听|观摩|律师|代理"
)


def check(of: Subject) -> Iterator[Finding]:
    """Appearances above all cases of the report, or fewer than the cases of a sentence whose rate is 100%."""
    suits = led_by(of, _SUIT)
    rows = [row for row in rows_with(of, _SUIT) if any(one.at in suits for one in row)]
    heard_of = {one.at for row in rows for one in row if _HEARD.search(one.own)}
    if not heard_of:
        return
    apart, counted = elsewhen(of), led_by(of, _CASES)
    cases = [one for row in rows for one in row if one.at in counted and one.at not in apart and _is_case(one)]
    limit = sum(one.amount for one in {one.amount: one for one in cases}.values())
    told = {finding.spot for finding in found_by(of, above)} if cases else set()
    for row in rows:
        for at, one in enumerate(row):
            if one.at not in heard_of or one.kind not in ("场", "件") or not one.exact or one.at in apart:
                continue
            before = "".join(other.lead for other in row[: at + 1])
            if _SHOULD.search(before) or not cases:
                continue
            if one.amount > limit and where(of, one) not in told and not covered(of, (one, cases[0])):
                said = f"“{named(one)}”多于“{named(cases[0])}”（第{line(of, cases[0])}行）"
                yield Finding(where(of, one), said, "核对案件数和出庭的次数")
            yield from _full(of, row, at)


def _is_case(one: Stated) -> bool:
    value = one.kind == "件" and one.exact and one.mention.quantity.sense in ("value", "part")
    return bool(value and _CASES.search(one.own) and not _NO_CASE.search(one.own))


def _full(of: Subject, row: Sentence, at: int) -> Iterator[Finding]:
    """A rate of 100% right behind appearances that are fewer than the cases of their sentence."""
    one = row[at]
    rate = row[at + 1] if at + 1 < len(row) else one
    held = [other for other in row[:at] if _is_case(other)]
    if rate.unit == "%" and as_printed(rate) == 100 and _RATE.search(rate.own) and held:
        whole = held[-1]
        if one.amount < whole.amount and not covered(of, (whole, one, rate)):
            said = f"“出庭率{words(rate)}”写满了，但{words(one)} ÷ {words(whole)}不足100%"
            yield Finding(where(of, rate), said, "未达到全部的，不写100%；没有开庭的写明几件")


RULE = Rule("FIG038", "出庭次数与案件数不符", Severity.WARNING, check, __doc__)
