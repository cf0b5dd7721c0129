"""What was carried over, and all that was due with it (受理128件；加上年结转6件，应审134件): part of FIG028."""

from collections.abc import Iterator
from itertools import combinations

from generator.check.near import led_by, rows_led_by
from generator.check.rule import Finding
from generator.check.stated import Sentence, covered, printed, told_before, where, words
from generator.check.subject import Subject
from generator.regex import regex

_DUE = regex(",(?:合计|共计?|实际|年内|全年|当年)*(?:应[审办]|需[审办]|须[审办])[理查结]?(?:案件|的)?$")
_CARRIED = regex("(?:加上?|连同|算上).{0,6}(?:结转|遗留)[^,;:、]{0,6}$")
_CAME = regex("受理|立案|新[收立接办]|接收")
_DENIED = regex("不予|[未没]|不受|撤回|撤诉|放弃|退回|终止|移送")


def due(of: Subject) -> Iterator[Finding]:
    """Each count of what was to be decided that no figure before it makes with what was carried over."""
    led = led_by(of, _DUE)
    for row in rows_led_by(of, _DUE) if led else ():
        for at, one in enumerate(row):
            if at and one.at in led and _DUE.fullmatch(one.lead):
                yield from _judged(of, row, at)


def _judged(of: Subject, row: Sentence, at: int) -> Iterator[Finding]:
    over, all_ = row[at - 1 : at + 1]
    if not _CARRIED.search(over.own) or not (over.exact and all_.exact) or over.kind != all_.kind:
        return
    told = [one for one in (*told_before(of, row), *row[: at - 1]) if one.kind == all_.kind]
    came = [one for one in told if _CAME.search(one.own) and not _DENIED.search(one.own)]
    if not came or any(not one.exact for one in told):
        return
    new = all_.amount - over.amount
    if any(a.amount + b.amount == new for a, b in combinations(came, 2)):
        return
    denied = [one.amount for one in told if _DENIED.search(one.own)]
    refused = [one.amount for one in told if "不予" in one.own]
    if any(a.amount - less == new for a in told for less in (*refused, sum(denied))):
        return
    if any(one.amount == new for one in told) or covered(of, (over, all_)):
        return
    last = came[-1]
    come_to = printed(last.amount + over.amount, all_)
    said = f"{words(last)} + {words(over)} = {come_to}，与“{words(all_)}”不符"
    yield Finding(where(of, all_), said, f"核对这三个数；前两个无误的，写 {come_to}")
