"""率与文中的件数不符。

为什么：率和它的分子、分母写在同一句里，读者随手一除就知道对不对。
依据：GB/T 15835—2011 的惯例：保留同样的小数位，四舍五入，不截尾。
反例：
    收到政协提案64件，办结63件，办结率98.9%。

    全乡调解纠纷242件，调解成功239件，调解成功率达97.8%。

    公开信息143条，其中政策文件21条，占比16.8%。
正例：
    收到政协提案64件，办结63件，办结率98.4%。
    全乡调解纠纷242件，调解成功239件，调解成功率达98.8%。
    办结25件，调解和解9件，调解和解率36%。
    公开信息143条，其中政策文件21条，占比14.7%。
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from generator.check.figures import rounded, truncated
from generator.check.rule import Finding, Rule
from generator.check.rules.fig._over_plan import over_plan
from generator.check.rules.fig._rate import Rate, explained, fits
from generator.check.rules.fig._rate_found import rates_found
from generator.check.rules.fig._rates import rates
from generator.check.rules.fig._shares import unequal
from generator.check.rules.fig._stated_base import stated
from generator.check.rules.fig._whole_shares import whole_shares
from generator.check.stated import Stated, as_printed, covered, line, named, sentences, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Each rate that its part contradicts whatever it is reckoned over, but 100% of less than all (FIG013)."""
    for found in chain(rates(of), stated(of)):
        part = found.part
        if part is None or not found.wholes or found.printed >= 100:
            continue
        if explained(found):
            continue
        whole = _likely(found, part)
        if not whole.amount or whole.amount < part.amount or covered(of, (found.rate, part, whole)):
            continue
        other = _other(of, found, part)
        if not found.near and other is not None:
            continue
        yield _told(of, found, part, whole, other)
    yield from whole_shares(of)
    yield from rates_found(of)
    yield from over_plan(of)
    for share in unequal(of):
        part, whole = share.part, share.whole
        if not covered(of, (share.rate, part, whole)):
            right = rounded(part.amount * 100 / whole.amount, as_printed(share.rate))
            far = "" if share.near else f"（第{line(of, whole)}行）"
            said = f"“占{words(share.rate)}”与{words(part)} ÷ {words(whole)}{far}不符，按此计算为{right:f}%"
            yield Finding(where(of, share.rate), said, "核对部分、全体和占比")


def _likely(found: Rate, part: Stated) -> Stated:
    """The whole over which the rate has the printed digits (39.7% for 3.97%), else the first; what is saved is of the
    largest."""
    digits = sorted(f"{found.printed:f}".replace(".", "").strip("0"))
    for one in found.wholes:
        exact = part.amount * 100 / one.amount if one.amount else found.printed
        near = (rounded(exact, found.printed.scaleb(n)) for n in (0, 1, -1))
        if any(sorted(f"{value:f}".replace(".", "").strip("0")) == digits for value in near):
            return one
    return max(found.wholes, key=lambda one: one.amount) if found.name.endswith("节约") else found.wholes[0]


def _told(of: Subject, found: Rate, part: Stated, whole: Stated, other: Stated | None) -> Finding:
    printed = found.printed
    exact = part.amount * 100 / whole.amount
    right = rounded(exact, printed)
    reckoning = f"{words(part)} ÷ {words(whole)}"
    spot = where(of, found.rate)
    if printed == truncated(exact, printed):
        better = right if right < 100 else truncated(exact, printed / 10)
        said = f"“{found.name}率{words(found.rate)}”是截去尾数的，{reckoning} = {exact:.3f}%，四舍五入为{better:f}%"
        return Finding(spot, said, f"写 {better:f}%")
    said = f"“{found.name}率{words(found.rate)}”与{reckoning}不符，按此计算为{right:f}%"
    hint = "核对分子、分母和率"
    if other is not None:
        hint = f"{hint}；以“{named(other)}”（第{line(of, other)}行）为分母才得{words(found.rate)}"
    return Finding(spot, said, hint)


def _other(of: Subject, found: Rate, part: Stated) -> Stated | None:
    """A figure of the same theme that the rate fits."""
    theme = part.mention.theme
    for row in sentences(of):
        for one in row:
            alike = one.kind == part.kind and one.exact and one.mention.theme == theme and one.amount > part.amount
            if alike and fits(part.amount, one.amount, Decimal(found.printed)):
                return one
    return None


RULE = Rule("FIG010", "率与件数不符", Severity.WARNING, check, __doc__)
