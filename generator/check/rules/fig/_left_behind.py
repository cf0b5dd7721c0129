"""What was done and what is left, where the sentence or item before tells what there was (查出420条。年底前整改400条，
还剩20条), and what is left of what stands right before it (300户中已搬260户，尚有40户没有搬): part of FIG027."""

from collections.abc import Iterator

from generator.check.near import led_by, rows_led_by
from generator.check.rules.fig._compared import MEAN, elsewhen
from generator.check.rules.fig._names import share
from generator.check.stated import Sentence, Stated, line, sentences, told_before
from generator.check.subject import Subject
from generator.regex import regex

_LEFT = regex("^(?:还剩下?|尚余|[仅只]剩|剩余的?|剩下的?|余下的?|还有|尚有|仍有)$")
_LEFT_LED = regex("(?:剩|还剩下?|尚余|[仅只]剩|剩余的?|剩下的?|余下的?|还有|尚有|仍有)$")
_ALL_LEFT = regex("^(?:剩|还剩下?|尚余|[仅只]剩|剩余的?|剩下的?|余下的?)$")
_OF_ALL = regex(
    "^(?:已|均|当场|督促|全部|年内|年底前|及时|按期)*(?:完成)?(?:整?改|修复|销号|[办审结]结|化解|落实|拆除|处置|清理|解决|答复)"
)
_DONE = regex("整改|销号|[办审结]结|结案|化解|完成|落实|拆除|处置|清理|解决|答复")
_CAME = regex("有|揪出|涉及|限期|责令|查出|发现|排查|摸排|受理|收到|接到|接访|收集|征集|梳理|交办|下达|反馈")
_DENIED = regex("[未不没待无]|尚|正在")
_DEFINITE = regex("的[^的]*$")
_ALIKE = 3
"""Pairs of signs by which it is said of what something was done."""
_CLOSE = 5
"""What is done and left may miss what there was by a fifth of it."""

Account = tuple[Stated, Stated, Stated, bool]
"""What there was, what was done, what is left; whether it is beyond a hint."""


def left_behind(of: Subject) -> Iterator[Account]:
    """Each count of what is left that does not make, with what was done, what there was."""
    led = led_by(of, _LEFT_LED)
    for row in rows_led_by(of, _LEFT_LED) if led else ():
        for at, left in enumerate(row):
            if at and left.at in led and left.exact and left.amount and _LEFT.match(left.own):
                found = _among(row, at) or _found(row, at) or _of_earlier(of, row, at)
                if found is not None:
                    yield found
            elif at and left.at in led and left.exact and left.own == "剩" and (found := _found(row, at)) is not None:
                yield found


def _among(row: Sentence, at: int) -> Account | None:
    """300户中已搬迁260户，尚有50户没有搬."""
    if at < 2:
        return None
    whole, done, left = row[at - 2 : at + 1]
    alike = whole.kind == done.kind == left.kind and whole.exact and done.exact
    if not alike or not whole.tail.startswith(("中", "里")) or left.lead[0] != "," or left.kind == "%":
        return None
    if _DENIED.search(done.own) or not _DENIED.search(left.noun) or whole.amount < done.amount:
        return None
    both = done.amount + left.amount
    # Fewer may be left in another state.
    return None if both == whole.amount else (whole, done, left, both > whole.amount)


def _found(row: Sentence, at: int) -> Account | None:
    """发现问题45个，占四分之一，整改到位43个，还剩2个."""
    if at < 2 or not _ALL_LEFT.match(row[at].own):
        return None
    told = [one for n, one in enumerate(row[:at]) if not _is_each(row, n)]
    if len(told) < 2 or told[-1] is not row[at - 1]:
        return None
    whole, done, left = *told[-2:], row[at]
    alike = whole.unit == done.unit == left.unit and left.unit != "%" and whole.exact and done.exact
    goes_on = at + 1 < len(row) and row[at + 1].unit == left.unit
    if not alike or goes_on or left.lead[0] != "," or ";" in done.lead or not whole.depth == done.depth == left.depth:
        return None
    if "其中" in whole.own + done.lead or _DENIED.search(done.own) or not _OF_ALL.search(done.own):
        return None
    if not _CAME.search(whole.own) or any(one.unit == left.unit for one in told[:-2]):
        return None
    return None if done.amount + left.amount == whole.amount else (whole, done, left, True)


def _is_each(row: Sentence, at: int) -> bool:
    """Whether a figure tells how many each has: 相当于每4次检查发现1个."""
    beside = at > 0 and "每" in row[at - 1].own and row[at].lead == row[at].own
    return "每" in row[at].own or beside


def _of_earlier(of: Subject, row: Sentence, at: int) -> Account | None:
    done, left = row[at - 1], row[at]
    alike = done.kind == left.kind != "%" and done.exact and left.lead[0] == ","
    others = any(one.kind == done.kind for one in (*row[: at - 1], *row[at + 1 :]))
    if not alike or others or "其余" in "".join([one.lead for one in row[at + 1 :]]) + row[-1].tail:
        # 办结280件，还有8件正在核查，其余已转送
        return None
    if not _DONE.search(done.own) or _DENIED.search(done.own):
        return None
    past = elsewhen(of)
    told = [one for one in _before(of, row) if one.kind == left.kind and one.unit == left.unit and one.at not in past]
    told = [one for one in told if not MEAN.search(one.own)]
    wholes = [one for one in told if one.exact and one.amount >= done.amount and _CAME.search(one.own)]
    both = done.amount + left.amount
    if len(wholes) > 1:
        # 揪出隐患926处，当场消除604处，限期整改322处。限期整改的完成311处，只剩11处.
        wholes = [one for one in wholes if share(_DEFINITE.sub("", done.own), one.own, _ALIKE)]
    if len(wholes) != 1 or any(not one.exact for one in told):
        return None
    whole = wholes[0]
    gap = abs(whole.amount - both)
    if not gap or gap * _CLOSE > whole.amount:
        return None
    amounts = {one.amount for other in sentences(of) for one in other if one.kind == left.kind}
    amounts |= {a.amount + b.amount for a in told for b in told if a is not b}
    # 受理120件，其中重复15件。办结110件，还有5件: whatever else came of them.
    return None if both in amounts else (whole, done, left, len(told) == 1)


def _before(of: Subject, row: Sentence) -> Sentence:
    """The figures before it in its paragraph or, where it begins that, in the one right before."""
    earlier = told_before(of, row)
    if earlier:
        return earlier
    every = sentences(of)
    number = every.index(row)
    if not number or line(of, row[0]) - line(of, every[number - 1][0]) > 1:
        return ()
    before = every[number - 1]
    return (*told_before(of, before), *before)
