"""Items of a list that are said to be as many as others together (反诈场次等于前两类之和; 甲类多于其余三类之和): part
of FIG016."""

import re
from collections.abc import Iterator

from generator.check.near import rows_with
from generator.check.rule import Finding
from generator.check.rules.fig._listed import backwards
from generator.check.stated import Sentence, Stated, covered, printed, summed, words
from generator.check.subject import Subject, spot
from generator.regex import regex

_SAID = regex(
    "[,;](?P<name>[\u4e00-\u9fff]{2,10}?)(?:数量?|场次|件数|人数|总数|个数)?[正恰刚]?好?"
    "(?P<how>等于|相当于|多于|超过|大于|高于|少于|小于|低于|不及)"
    "(?P<which>前|后|其余|其他|其它|另外)(?P<n>[两二三四五])(?:类|项|者|种|个|部分|家|级)?(?:场次|件数|人数|数量)?"
    "(?:之和|的总和|的和|总和|相加)"
)
_MORE, _LESS = ("多于", "超过", "大于", "高于"), ("少于", "小于", "低于", "不及")
_NUMBERS = {sign: number for number, sign in enumerate("二三四五", 2)} | {"两": 2}


def sums_said(of: Subject) -> Iterator[Finding]:
    """Each such word that the list before it denies."""
    for row in rows_with(of, _SAID):
        for told in _SAID.finditer(of.folded, row[0].begin, row[-1].stop):
            yield from _of(of, row, told)


def _of(of: Subject, row: Sentence, told: "re.Match[str]") -> Iterator[Finding]:
    near = [one for one in row if one.end <= told.start() + 1]
    run = backwards([*near, near[-1]], len(near), kind=near[-1].kind) if near else []
    named = [one for one in run if told["name"] in one.own or told["name"][:2] in one.own]
    if len(named) != 1 or told.start() > near[-1].stop or covered(of, run):
        return
    many = _NUMBERS[told["n"]]
    if told["which"] in ("前", "后"):
        others = run[:many] if told["which"] == "前" else run[-many:]
    else:
        others = [one for one in run if one is not named[0]]
    if len(others) != many or named[0] in others:
        return
    yield from _judged(of, named[0], others, told)


def _judged(of: Subject, one: Stated, others: list[Stated], told: "re.Match[str]") -> Iterator[Finding]:
    both, how = summed(others), told["how"]
    fits = one.amount > both if how in _MORE else one.amount < both if how in _LESS else one.amount == both
    if not fits:
        said = f"{' + '.join(map(words, others))} = {printed(both, one)}，“{words(one)}”不是“{how}”"
        yield Finding(spot(of, told.start() + 1, told.end()), said, "核对这几个数")
