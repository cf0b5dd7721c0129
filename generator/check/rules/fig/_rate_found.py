"""Rates of what inspections found (检查家数840家次，发现问题126起，占检查总数的15%; 问题发现率15%), where what was
inspected and what was found are counted in different measure words: part of FIG010."""

from collections.abc import Iterator

from generator.check.figures import rounded, truncated
from generator.check.near import led_by, rows_led_by
from generator.check.rule import Finding
from generator.check.rules.fig._rate import fits
from generator.check.stated import Sentence, Stated, as_printed, covered, where, words
from generator.check.subject import Subject
from generator.regex import regex

_LOOKED = "检查|抽查|巡查|排查|走访|核查|抽检|检测|体检|评查|筛查"
_RATE = regex(
    f"(?:(?:问题|隐患|违法|线索)?(?:发现|检出|查出)率|占(?:{_LOOKED})(?:总[数量]|对象|总次数|次数|家次|户次|量|数)?的?(?:比例|比重)?)"
    "(?:为|达到?|是|约)?$"
)
_IS = regex("[为是系属]")
"""Behind the share of what is told there: 占检查总数的12%为食品企业."""
_WHOLE = regex(f"(?:{_LOOKED})[^,;:、。%]{{0,14}}$")
_PART = regex("(?:发现|查出|检出|查获|存在)[^,;:、。%]{0,12}$")


def rates_found(of: Subject) -> Iterator[Finding]:
    """Each such rate that no two figures of its sentence before it give."""
    led = led_by(of, _RATE)
    for row in rows_led_by(of, _RATE) if led else ():
        for at in range(2, len(row)):
            rate = row[at]
            told = rate.at in led and rate.unit == "%" and rate.exact and not _IS.match(rate.tail)
            if told and _RATE.search(rate.own):
                yield from _of(of, row[:at], rate)


def _of(of: Subject, before: Sentence, rate: Stated) -> Iterator[Finding]:
    counts = [one for one in before if one.kind != "%" and one.amount]
    wholes = [one for one in counts if _WHOLE.search(one.own) and not _PART.search(one.own)]
    parts = [one for one in counts if _PART.search(one.own)]
    if len(wholes) != 1 or len(parts) != 1 or not all(one.exact for one in counts):
        return
    whole, part, printed = wholes[0], parts[0], as_printed(rate)
    if part.at < whole.at or part.kind == whole.kind or part.amount > whole.amount or covered(of, (part, whole, rate)):
        # Of one kind they are judged with all other rates.
        return
    pairs = [(a.amount, b.amount) for a in counts for b in counts if a.amount <= b.amount]
    if any(fits(a, b, printed) or printed == truncated(a * 100 / b, printed) for a, b in pairs):
        return
    right = rounded(part.amount * 100 / whole.amount, printed)
    said = f"“{rate.own[-8:]}{words(rate)}”与{words(part)} ÷ {words(whole)}不符，按此计算为{right:f}%"
    yield Finding(where(of, rate), said, "核对查了多少、发现多少和率")
