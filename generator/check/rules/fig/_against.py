"""Changes told in a sentence of their own against last year's figure, behind this year's (排查纠纷487件。…纠纷总量比
上年的521件减少34件; 与上年的178件相比，纠纷总量下降12.4%): part of FIG014."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.check.figures import rounded, truncated
from generator.check.near import led_by, rows_led_by
from generator.check.rule import Finding
from generator.check.stated import Sentence, Stated, as_printed, covered, sentences, told_before, where, words
from generator.check.subject import Subject
from generator.regex import regex

_THEN = regex(
    r"(?P<name>[\u4e00-\u9fff]{0,12}?)(?:[较比]|[与和同])(?:上年|去年|上一年|(?P<year>\d{4})年)(?:度|同期|全年)?的?(?:总[量数])?$"
)
_MOVED = regex(
    "^(?:相比,?(?P<name>[\u4e00-\u9fff]{0,12}?))?(?:同比)?(?:净)?(?:(?P<up>增加|增长|上升|提高|增多|多)|减少|下降|降低|回落|少)了?$"
)
_MORE = regex("(?P<way>多|少)[\u4e00-\u9fff]{2,4}了?")
_TOTAL = regex("^(?:全[年县市区镇乡]|今年|本年|其中|共|这)+|(?:总[量数额]|数量|[数量])$")


def against(of: Subject) -> Iterator[Finding]:
    """Each change that goes the other way than the figures of its paragraph, or that the only one of its name does not
    give."""
    led = led_by(of, _THEN)
    for row in rows_led_by(of, _THEN) if led else ():
        for at, (then, by) in enumerate(pairwise(row)):
            told = _THEN.search(then.own) if then.at in led and then.exact and then.amount and by.exact else None
            moved = _MOVED.match(by.lead) if told else None
            if told is None or moved is None or (told["year"] and of.year and int(told["year"]) != of.year - 1):
                continue
            if (by.kind != then.kind and by.unit != "%") or any(one.kind == then.kind for one in row[:at]):
                continue
            yield from _of(of, row, (then, by), told["name"] or moved["name"] or "", bool(moved["up"]))


def by_more(of: Subject) -> Iterator[Finding]:
    """Two figures and by how much the one is more, told with what was done: 368条，较上年的320条多公开48条."""
    led = led_by(of, _MORE)
    for row in rows_led_by(of, _MORE) if led else ():
        for at in range(2, len(row)):
            then, by = row[at - 1], row[at]
            more = _MORE.fullmatch(by.lead) if by.at in led and by.exact and then.exact else None
            told = _THEN.search(then.own) if more and by.kind == then.kind else None
            held = [one for one in row[: at - 1] if one.kind == then.kind and one.exact]
            if told is None or more is None or not held:
                continue
            if told["year"] and of.year and int(told["year"]) != of.year - 1:
                continue
            sign = 1 if more["way"] == "多" else -1
            if any(one.amount - then.amount == sign * by.amount for one in held) or covered(of, (then, by)):
                continue
            now = held[-1]
            said = f"“{words(now)}”与上年“{words(then)}”相差{_gap(now, then, then)}，与“{by.lead}{words(by)}”不符"
            yield Finding(where(of, by), said, "核对这三个数")


def _of(of: Subject, row: Sentence, pair: tuple[Stated, Stated], name: str, up: bool) -> Iterator[Finding]:
    then, by = pair
    before = [one for one in told_before(of, row) if one.kind == then.kind and one.exact and one.amount]
    if not before or covered(of, pair):
        return
    behind = [one for one in row if one.at > by.at and one.kind == then.kind]
    if any(_gives(one, then, by, up) for one in (*before, *behind)):
        return
    right, wrong = ("减少", "增加") if up else ("增加", "减少")
    every = [one for other in sentences(of) for one in other if one.kind == then.kind and one is not then]
    now = [one for one in before if _gives(one, then, by, not up)]
    if now and not any(_gives(one, then, by, up) for one in every):
        said = f"“{words(now[0])}”比上年“{words(then)}”{right}，与“{wrong}{words(by)}”不符"
        yield Finding(where(of, by), said, "核对两年的数和表示增减的词")
        return
    only = _named(before, _TOTAL.sub("", name))
    if only is not None and not any(_gives(one, then, by, way) for one in every for way in (True, False)):
        said = f"“{words(only)}”与上年“{words(then)}”相差{_gap(only, then, by)}，与“{words(by)}”不符"
        yield Finding(where(of, by), said, "核对这三个数")


def _gives(now: Stated, then: Stated, by: Stated, up: bool) -> bool:
    gap = now.amount - then.amount if up else then.amount - now.amount
    if by.unit != "%":
        return gap == by.amount
    exact, value = gap * 100 / then.amount, as_printed(by)
    return value in (rounded(exact, value), truncated(exact, value))


def _gap(now: Stated, then: Stated, by: Stated) -> str:
    gap = abs(now.amount - then.amount)
    if by.unit == "%":
        return f"{rounded(gap * 100 / then.amount, as_printed(by)):f}%"
    return f"{gap.normalize():f}{then.unit}"


def _named(before: Sequence[Stated], name: str) -> Stated | None:
    """The only figure that is told by the name, as a whole and of this year."""
    if len(name) < 2:
        return None
    found = [one for one in before if one.own.endswith(name) and one.mention.quantity.sense == "value"]
    found = [one for one in found if not re.search("其中|[上去]年", one.lead)]
    return found[0] if len(found) == 1 else None
