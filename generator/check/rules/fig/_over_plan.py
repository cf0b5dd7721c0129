"""By how much more was done than was planned (拆除20700平方米，年度任务18000平方米，超出任务15%; 完成任务的115%): part
of FIG010."""

from collections.abc import Iterator
from decimal import Decimal

from generator.check.figures import rounded, truncated
from generator.check.near import led_by, rows_led_by
from generator.check.rule import Finding
from generator.check.stated import Sentence, Stated, as_printed, covered, where, words
from generator.check.subject import Subject
from generator.regex import regex

_PLANS = "任务|目标|计划|指标"
_RATE = regex(
    f"(?:(?P<over>超出|超过|超额(?:完成)?|超)(?:了|年度|全年|既定|原定|下达)*(?:(?:{_PLANS})[数量]?的?)?"
    f"|完成(?:了|年度|全年|既定|下达)*(?:{_PLANS})[数量]?的|^的)(?:达|约)?$"
)
_OF_PLAN = regex(f"[为是占到](?:年度|全年|年初)?(?:{_PLANS})[数量]?$")
"""Before the plan of which the rate is told right behind: 为年度任务1000批次的130%."""
_PLAN = regex(f"(?:{_PLANS})[\u4e00-\u9fff]{{0,6}}$")
_ALL = 100


def over_plan(of: Subject) -> Iterator[Finding]:
    """Each such rate that what was done and the only plan told before it do not give."""
    led = led_by(of, _RATE) if led_by(of, _PLAN) else frozenset()
    for row in rows_led_by(of, _RATE) if led else ():
        for at in range(2, len(row)):
            rate = row[at]
            exact = rate.at in led and rate.unit == "%" and not rate.mention.quantity.qualifier
            told = _RATE.search(rate.own) if exact else None
            if told is not None or (exact and _OF_PLAN.search(row[at - 1].own)):
                yield from _of(of, row[:at], rate, told is not None and bool(told["over"]))


def _of(of: Subject, before: Sentence, rate: Stated, over: bool) -> Iterator[Finding]:
    plans = [one for one in before if _PLAN.search(one.own) and one.kind != "%" and one.amount]
    if len(plans) != 1 or ";" in "".join(one.lead for one in (*before[before.index(plans[0]) :], rate)):
        return
    plan = plans[0]
    same = [one for one in before if one.kind == plan.kind and one is not plan]
    if not same or any(one.mention.quantity.qualifier for one in (plan, *same)) or covered(of, (plan, *same, rate)):
        return
    printed, less = as_printed(rate), _ALL if over else 0
    shares = {one.amount * 100 / plan.amount - less for one in same}
    # 比计划的30场多6场，超出20%: the difference itself.
    shares |= {one.amount * 100 / plan.amount for one in same}
    if any(printed in (rounded(share, printed), truncated(share, printed)) for share in shares):
        return
    done = same[-1]
    right = rounded(done.amount * 100 / plan.amount - less, printed)
    if right > Decimal(0) and done.amount > plan.amount:
        said = f"{words(done)}比{words(plan)}多{rounded(done.amount * 100 / plan.amount - _ALL, printed):f}%"
        yield Finding(where(of, rate), f"{said}，与“{rate.own[-6:]}{words(rate)}”不符", "核对任务数、完成数和百分比")
