"""Figures that go the other way than the word between them says (由31件升至23件; 由7天压缩至9天): part of FIG036."""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.check.figures import rounded, truncated
from generator.check.near import led_by, rows_with
from generator.check.rule import Finding
from generator.check.stated import Stated, as_printed, covered, where, words
from generator.check.subject import Subject
from generator.regex import regex

_REACHED = regex(
    "(?:(?P<up>增加|增长|上升|提高|提升|上涨|上调|攀升|扩大|扩充|扩展|发展|壮大|充实|增|升)"
    "|(?P<down>减少|下降|降低|压缩|压减|精简|缩短|回落|下调|缩减|缩小|核减|压降|减|降))了?(?:到了?|至|为)"
    r"(?:今年|本年|全年|年底|年末|目前|现在|\d{4}年)?的?$"
)
_FROM = regex(r"(?:[由从]|[上去]年|年初|原来|原有|原先)(?!事|业)[^,;:、()]{0,14}$")
_BY = regex("(?:压缩|压减|缩短|下降|减少|降低|精简|增长|增加|上升|提高)(?:了|近)?$")
_NEITHER = regex("分别|不等|之间")


def contrary(of: Subject) -> Iterator[Finding]:
    """Each figure that is reached by growing from a larger one or by shrinking from a smaller one."""
    reached, begun = led_by(of, _REACHED), led_by(of, _FROM)
    for row in rows_with(of, _REACHED) if reached and begun else ():
        for then, now in pairwise(row):
            if now.at not in reached or then.at not in begun or now.kind != then.kind or now.amount == then.amount:
                continue
            told = _REACHED.search(now.own) if _FROM.search(then.own) else None
            if told is None or not _plain(then, now) or (now.amount > then.amount) == bool(told["up"]):
                continue
            if not covered(of, (then, now)):
                way = "增" if now.amount > then.amount else "减"
                said = f"“{words(then)}”到“{words(now)}”是{way}，与“{told[0]}”不符"
                yield Finding(where(of, now), said, "核对两个数和表示增减的词")


def shrunk(of: Subject) -> Iterator[Finding]:
    """A percent told before what it was and is: 压缩60%，由10天压缩至5天."""
    reached, begun, told_ = led_by(of, _REACHED), led_by(of, _FROM), led_by(of, _BY)
    for row in rows_with(of, _REACHED) if reached and begun and told_ else ():
        for rate, then, now in zip(row, row[1:], row[2:], strict=False):
            told = rate.unit == "%" and rate.exact and rate.at in told_ and _BY.search(rate.own)
            if not told or then.kind != now.kind or then.kind == "%" or not then.amount or now.at not in reached:
                continue
            if not re.fullmatch("[,(][由从][^,;:、()]{0,8}", then.lead) or not _REACHED.search(now.own):
                continue
            exact, value = abs(now.amount - then.amount) * 100 / then.amount, as_printed(rate)
            given = value in (rounded(exact, value), truncated(exact, value)) or not _plain(then, now)
            if not given and not covered(of, (rate, then, now)):
                right = f"{rounded(exact, value):f}%"
                said = f"“{words(then)}”到“{words(now)}”的幅度为{right}，与“{words(rate)}”不符"
                yield Finding(where(of, rate), said, "核对两个数和幅度")


def _plain(then: Stated, now: Stated) -> bool:
    """Whether both are whole in one measure, and nothing stands between them but the word."""
    exact = not then.mention.quantity.qualifier and not now.mention.quantity.qualifier
    between = now.lead[: -len(now.own)] if now.own else now.lead
    return exact and between in ("", ",") and not _NEITHER.search(then.own + now.own)
