"""All or none said first, and figures behind it that say otherwise (文件全部备案，制定4件，备案3件; 合同均经审查，
审查率96%; 无败诉，败诉率12.5%): part of FIG030."""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.check.near import led_by, rows_led_by
from generator.check.rule import Finding
from generator.check.stated import Sentence, Stated, as_printed, covered, where, words
from generator.check.subject import Subject
from generator.regex import regex

_ALL = regex(
    "(?:^|[,;:。])(?P<claim>[^,;:。]{0,16}(?:全部|均|都|悉数|全覆盖|一律)[^,;:。]{0,12}),(?:全年|年内|共)?[^,;:、。]{0,10}$"
)
_ALL_OF = regex("^(?:全部|均已?|都已?|悉数)(?:依法|按期|按时)?(?P<act>[\u4e00-\u9fff]{2}),(?:其中)?(?:已)?(?P=act)的?$")
_SPARED = regex("其余|其他|除|到期|应当|计划|力争|确保|要求|将|须|需|分别|[上去]年|到期")
_DENIED = regex("[未不没拟待每]|平均|重大|一般|较大|新")
_RATE = regex("(?:^|[,;:。])(?P<claim>[^,;:。]{0,20}),(?P<name>[\u4e00-\u9fff]{2,8})率(?:达到?|为|是)?$")
_NONE = regex("(?:无|没有|零|未发生|未出现)(?:一[件起])?(?:败诉|纠错|投诉|逾期|超期|差错)")
_BAD = ("败诉", "纠错", "投诉", "逾期", "超期", "差错")
_SIGNS = 2


def all_first(of: Subject) -> Iterator[Finding]:
    """Each part or rate that says that fewer did what all are said to have done, or that some did what none did."""
    led, rated = led_by(of, _ALL), led_by(of, _RATE)
    for row in rows_led_by(of, _ALL) if led else ():
        for whole, part in pairwise(row):
            told = _ALL.search(whole.lead) if whole.at in led and _fewer(whole, part) else None
            if told is None or _of_figure(row, whole, told) or _SPARED.search(told["claim"] + whole.own):
                continue
            if part.own[-_SIGNS:] not in told["claim"]:
                continue
            if not covered(of, (whole, part)):
                said = f"前面写“{told['claim'][-12:]}”，{words(whole)}中只有{part.own[-8:]}{words(part)}"
                yield Finding(where(of, part), said, "核对这两个数；不是全部的，不写全部")
    both = led_by(of, _ALL_OF)
    for row in rows_led_by(of, _ALL_OF) if both else ():
        for whole, part in pairwise(row):
            fewer = whole.kind == part.kind and whole.exact and part.exact and part.amount < whole.amount
            if part.at in both and fewer and _ALL_OF.match(part.lead) and not covered(of, (whole, part)):
                said = f"{words(whole)}{part.lead[:6]}，后面却只有{part.own[-6:]}{words(part)}"
                yield Finding(where(of, part), said, "核对这两个数；不是全部的，不写全部")
    for row in rows_led_by(of, _RATE) if rated else ():
        yield from _of_rates(of, row, rated)


def _fewer(whole: Stated, part: Stated) -> bool:
    alike = whole.kind == part.kind != "%" and whole.exact and part.exact and 0 < part.amount < whole.amount
    own = part.lead.lstrip(",、").removeprefix("其中")
    beside = part.lead[:1] in (",", "、") and own == part.own.removeprefix("其中") and _SIGNS <= len(own) <= 10
    return alike and beside and not _DENIED.search(own)


def _of_figure(row: Sentence, one: Stated, told: "re.Match[str]") -> bool:
    """Whether the claim is of the figure right before it: 除7条外，其余117条全部采纳，采纳率94.4%."""
    return told.start() == 0 and one is not row[0]


def _of_rates(of: Subject, row: Sentence, rated: frozenset[int]) -> Iterator[Finding]:
    for one in row:
        told = _RATE.search(one.lead) if one.at in rated and one.unit == "%" and one.exact else None
        if told is None or _of_figure(row, one, told) or _SPARED.search(told["claim"]) or covered(of, (one,)):
            continue
        stem, value = told["name"][-_SIGNS:], as_printed(one)
        every = any(word in told["claim"] for word in ("全部", "均", "悉数", "所有"))
        none = _NONE.search(told["claim"])
        if (stem in _BAD and none and stem in none[0] and value > 0) or (
            every and stem in told["claim"] and stem not in _BAD and 0 < value < 100
        ):
            said = f"前面写“{told['claim'][-12:]}”，后面却是“{told['name']}率{words(one)}”"
            yield Finding(where(of, one), said, "核对率和前面的话")
