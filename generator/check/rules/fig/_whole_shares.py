"""Shares of one whole that do not make a hundred (从类型看，…占32%，…占28%，…占22%，其他类占28%): part of FIG010."""

from collections.abc import Iterator
from decimal import Decimal

from generator.check.figures import exponent
from generator.check.near import led_by, rows_led_by
from generator.check.rule import Finding
from generator.check.stated import Sentence, Stated, as_printed, covered, plain, where
from generator.check.subject import Subject
from generator.regex import regex

_SHARE = regex("(?:^|[,;:、。])[^,;:、。]{1,14}占(?:比|了)?(?:为|达)?$")
_REST = regex("^(?:其余|其他|其它|余下)")
_BY = regex("[按从][\u4e00-\u9fff]{1,8}(?:看|来看|分|划分|统计),")
_AMONG = regex("其中|主要|合计|共占|累计|[上去]年|同比|两者|前[两三]|率")
_NAME = regex("^[^中]{0,8}中(?!心)|(?:人员|的)?占(?:比|了)?(?:为|达)?$")
_LEAST = 2


def whole_shares(of: Subject) -> Iterator[Finding]:
    """Each list of shares that ends in the others, or that says by what it divides, and is not all or more than all."""
    led = led_by(of, _SHARE)
    for row in rows_led_by(of, _SHARE) if led else ():
        run: list[Stated] = []
        for one in (*row, None):
            goes_on = one is not None and one.at in led and one.unit == "%" and one.exact and _SHARE.search(one.lead)
            counted = one is not None and one.unit != "%" and run and run[-1].unit == "%"
            if goes_on and one is not None:
                run.append(one)
            elif not counted:
                yield from _of(of, row, run)
                yield from _of_two(of, run)
                run = []


def _of_two(of: Subject, run: list[Stated]) -> Iterator[Finding]:
    """Two sorts that are all there are: 专职占45%，兼职占65%."""
    if len(run) != _LEAST or any(_AMONG.search(one.lead) for one in run) or covered(of, run):
        return
    names = [_NAME.sub("", one.own) for one in run]
    pair = any(set(names) == set(sorts.split("|")) for sorts in of.words.get("分类", ()))
    come_to = sum((as_printed(one) for one in run), Decimal(0))
    if (pair or "非" + names[0] == names[1]) and abs(come_to - 100) > 1:
        said = " + ".join(one.said for one in run)
        yield Finding(where(of, run[-1]), f"{said} = {plain(come_to)}%，不是100%", "核对两项占比")


def _of(of: Subject, row: Sentence, run: list[Stated]) -> Iterator[Finding]:
    if len(run) <= _LEAST or any(_AMONG.search(one.lead) for one in run) or covered(of, run):
        return
    rest = _REST.match(run[-1].own)
    divides = _BY.search(of.folded, row[0].begin, run[0].at)
    if not rest and not divides:
        return
    come_to = sum((as_printed(one) for one in run), Decimal(0))
    slack = sum((Decimal(1).scaleb(exponent(as_printed(one))) / 2 for one in run), Decimal(0))
    if come_to - 100 > slack or (rest and 100 - come_to > slack):
        said = " + ".join(one.said for one in run)
        yield Finding(where(of, run[-1]), f"{said} = {plain(come_to)}%，不是100%", "核对各项占比")

