"""与上年相比的数对不上。

为什么：今年数、上年数、增减数、增减幅度四个数里有了两三个，另外的就定了；对不上，读者一算便知。
依据：算术；幅度以上年数为分母。
反例（2025年度）：
    一审行政诉讼案件9件，比2024年减少15件，降幅为70%。

    受理信访事项120件，较上年的150件减少20件。

    受理信访事项120件，比上年增加130件。

    行政诉讼案件5件，同比下降65%。

    主题服务45个，较2024年的30个增长1.5倍。
正例（2025年度）：
    一审行政诉讼案件9件，比2024年减少15件，降幅为62.5%。
    受理信访事项120件，较上年的150件减少30件，下降20%。
    信访量由上年的150件下降到120件，下降20%。
    行政诉讼案件5件，同比下降80%。
    主题服务45个，较2024年的30个增长0.5倍。
"""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import partial

from generator.check.figures import exponent, rounded, truncated
from generator.check.near import rows_with
from generator.check.rule import Finding, Rule
from generator.check.rules.fig._against import against, by_more
from generator.check.rules.fig._compared import POINTS, TIMES, Compared, compared
from generator.check.rules.fig._doubled import doubled
from generator.check.rules.fig._last_alone import LastAlone, alone
from generator.check.rules.fig._series import Changed, changes
from generator.check.stated import Sentence, Stated, as_printed, line, plain, printed, sentences, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_THEN = regex("(?:上年|去年|\\d{4}年)[^,;:]{0,8}$")
_TIMES = regex(TIMES)
_IS_LAST = regex(r"(?:是|为|达到?)(?:上年|去年|\d{4}年)")
_OF_LAST = regex(r"[是为](?:上年|去年|\d{4}年)的$")


def check(of: Subject) -> Iterator[Finding]:
    """Each comparison whose figures cannot all be right, whichever figure is this year's."""
    yield from (_of_series(of, one) for one in changes(of) if not one.right)
    judged = {one.change.at for one in changes(of)}
    for found in compared(of):
        if found.part or (found.by is not None and found.by.unit in POINTS):
            continue
        if any(one is not None and one.at in judged for one in (found.by, found.rate)):
            continue
        told = _told(of, found, found.now)
        if told is not None and all(_told(of, found, other) is not None for other in found.others):
            yield told
    yield from doubled(of)
    yield from against(of)
    yield from by_more(of)
    yield from map(partial(_of_last_alone, of), alone(of))
    for row in rows_with(of, _TIMES):
        yield from _manifold(of, row)
        yield from _times_first(of, row)


def _of_series(of: Subject, found: Changed) -> Finding:
    """A change that the figures of the two years do not give."""
    now, then, change = found.now, found.then, found.change
    gap = now.amount - then.amount
    way = "增加" if gap > 0 else "减少"
    right = printed(abs(gap), now)
    if change.unit == "%":
        right = f"{rounded(abs(gap) * 100 / (then.amount or 1), as_printed(change)):f}%"
        way = "增长" if gap > 0 else "下降"
    said = f"“{words(now)}”与“{words(then)}”相比{way}{right}，与“{'增' if found.up else '降'}{words(change)}”不符"
    return Finding(where(of, change), said, f"核对这三个数；前两个无误的，写 {way}{right}")


def _of_last_alone(of: Subject, found: LastAlone) -> Finding:
    """What last year's figure in a sentence of its own gives with the one before it."""
    exact = (found.now.amount - found.then.amount) * 100 / found.then.amount
    right = f"{'增长' if exact > 0 else '下降'}{rounded(abs(exact), as_printed(found.rate)):f}%"
    said = f"“{words(found.now)}”与上年“{words(found.then)}”相比{right}，与“{words(found.rate)}”不符"
    return Finding(where(of, found.rate), said, f"核对这三个数；两年的数无误的，写 {right}")


def _manifold(of: Subject, row: Sentence) -> Iterator[Finding]:
    """This year's figure, last year's, and how many times as much it is said to be: 2460次，是上年1230次的2倍."""
    for now, then, times in zip(row, row[1:], row[2:], strict=False):
        told = times.unit == TIMES and times.lead == "的" and _IS_LAST.search(then.lead)
        if not told or now.kind != then.kind or not (now.exact and then.exact and times.exact and then.amount):
            continue
        exact, value = now.amount / then.amount, as_printed(times)
        if value not in (rounded(exact, value), truncated(exact, value)):
            said = (
                f"“{words(now)}”是“{words(then)}”的{rounded(exact, min(value, Decimal('0.1'))):f}倍，不是{words(times)}"
            )
            yield Finding(where(of, times), said, "核对这三个数")


def _times_first(of: Subject, row: Sentence) -> Iterator[Finding]:
    """The same with the times told first: 是上年的1.5倍，上年82件，今年116件."""
    for times, then, now in zip(row, row[1:], row[2:], strict=False):
        told = times.unit == TIMES and _OF_LAST.search(times.lead) and _THEN.search(then.lead)
        if not told or now.kind != then.kind or not (now.exact and then.exact and times.exact and then.amount):
            continue
        exact, value = now.amount / then.amount, as_printed(times)
        if value not in (rounded(exact, value), truncated(exact, value)):
            right = f"{rounded(exact, min(value, Decimal('0.1'))):f}倍"
            said = f"“{words(now)}”是上年“{words(then)}”的{right}，不是{words(times)}"
            yield Finding(where(of, times), said, "核对这三个数")


def _told(of: Subject, found: Compared, now: Stated) -> Finding | None:
    if found.by is not None:
        return _by(of, found, found.by, now)
    if found.rate is not None:
        return _only_rate(of, found, found.rate, now)
    return None


def _by(of: Subject, found: Compared, by: Stated, now: Stated) -> Finding | None:
    last = now.amount - by.amount if found.up else now.amount + by.amount
    moved = "增加" if found.up else "减少"
    spot = where(of, by)
    if last < 0:
        said = f"“{words(now)}”比上年增加“{words(by)}”：今年的还没有增加的多"
        return Finding(spot, said, "核对今年数和增加数")
    if found.then is not None and found.then.amount != last:
        if _meant(of, found.then, found.then.amount + (by.amount if found.up else -by.amount)):
            return None
        gap = printed(abs(now.amount - found.then.amount), now)
        way = "增加" if now.amount > found.then.amount else "减少" if now.amount < found.then.amount else "持平，相差"
        said = f"“{words(now)}”与上年“{words(found.then)}”相比{way}{gap}，与“{moved}{words(by)}”不符"
        return Finding(spot, said, f"核对这三个数；两年的数无误的，写 {way}{gap}")
    if found.rate is None or not last:
        return None
    if found.rate.unit == TIMES:
        return None
    exact = by.amount * 100 / last
    value = as_printed(found.rate)
    if value == rounded(exact, value):
        return None
    if value == truncated(exact, value):
        return _cut(of, found.rate, exact)
    said = (
        f"“{words(now)}”{moved}“{words(by)}”，上年即{printed(last, now)}，"
        f"幅度为{rounded(exact, value):f}%，与“{words(found.rate)}”不符"
    )
    return Finding(where(of, found.rate), said, f"核对这几个数；件数无误的，写 {rounded(exact, value):f}%")


def _meant(of: Subject, then: Stated, amount: Decimal) -> bool:
    """Whether the line tells before what came of last year's: 在册10836人…退出1302人，较上年末的11064人减少228人."""
    earlier = (one for row in sentences(of) if line(of, row[0]) == line(of, then) for one in row if one.at < then.at)
    return any(one.kind == then.kind and one.amount == amount for one in earlier)


def _only_rate(of: Subject, found: Compared, rate: Stated, now: Stated) -> Finding | None:
    value = as_printed(rate)
    spot = where(of, rate)
    if found.then is not None:
        if not found.then.amount:
            return None
        exact = (now.amount - found.then.amount) * (1 if rate.unit == TIMES else 100) / found.then.amount
        own = value if found.up else -value
        if own == rounded(exact, value):
            return None
        if own == truncated(exact, value):
            return _cut(of, rate, abs(exact))
        way = "增长" if exact > 0 else "下降"
        right = f"{rounded(abs(exact), value):f}{rate.unit}"
        said = f"“{words(now)}”与上年“{words(found.then)}”相比{way}{right}，与“{words(rate)}”不符"
        return Finding(spot, said, f"核对这三个数；两年的数无误的，写 {way}{right}")
    if rate.unit == TIMES:
        return None
    if not found.up and value > 100:
        return Finding(spot, f"“下降{words(rate)}”超过100%", "减少的幅度不会超过100%，核对今年数和上年数")
    if now.amount <= 0 or now.amount != now.amount.to_integral_value() or now.unit.endswith("元"):
        return None
    return None if _possible(now.amount, value, found.up) else _impossible(of, found, rate, now, value)


def _cut(of: Subject, rate: Stated, exact: Decimal) -> Finding:
    """The change is right but for its last digit."""
    right = f"{rounded(exact, as_printed(rate)):f}{rate.unit}"
    said = f"“{words(rate)}”是截去尾数的，幅度为{exact:.3f}{rate.unit}，四舍五入为{right}"
    return Finding(where(of, rate), said, f"写 {right}", severity=Severity.INFO)


def _possible(now: Decimal, value: Decimal, up: bool) -> bool:
    """Whether some whole number of last year's changes to `now` by `value` percent, rounded or cut."""
    step = Decimal(1).scaleb(exponent(value))
    bounds = []
    for edge in (value - step / 2, value + step):
        share = 1 + edge / 100 if up else 1 - edge / 100
        if share <= 0:
            return True
        bounds.append(now / share)
    low, high = min(bounds), max(bounds)
    first = low.to_integral_value(ROUND_CEILING)
    return first <= high.to_integral_value(ROUND_FLOOR)


def _impossible(of: Subject, found: Compared, rate: Stated, now: Stated, value: Decimal) -> Finding | None:
    share = 1 + value / 100 if found.up else 1 - value / 100
    near = now.amount / share
    moved = "增长" if found.up else "下降"
    options = []
    for last in (near.to_integral_value(ROUND_FLOOR), near.to_integral_value(ROUND_CEILING)):
        if last > 0:
            exact = abs(now.amount - last) * 100 / last
            options.append(f"上年{plain(last)}{now.unit}为{rounded(exact, value):f}%")
    said = f"“{words(now)}”{moved}“{words(rate)}”，上年取任何整数都得不出这个幅度"
    return Finding(where(of, rate), said, f"核对上年数（{'，'.join(options)}）")


RULE = Rule("FIG014", "与上年相比的数对不上", Severity.WARNING, check, __doc__)
