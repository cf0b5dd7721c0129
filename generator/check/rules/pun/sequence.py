"""“一是…二是…三是…”缺了一项、重了一项，或只有“一是”。

为什么：缺的那一项多半在删改或复制时丢了，内容也随之残缺。
依据：公文层次的通行写法：序数连续，不跳号、不重号；只有“一是”不成立。
反例：
    一是加强领导。三是强化培训。

    一是加强领导，成立专班。

    第一，开展巡查12次。第三，开展督查4次。

    其一，开展巡查12次；其三，开展督查4次。

    一要开展巡查12次，三要开展督查4次。
正例：
    一是加强领导。二是强化培训。三是严格考核。

    一是加强领导。二是强化培训。
    一是规范执法。二是严格审核。

    第一，开展巡查12次。第二，开展督查4次。

    执法工作中一是人手偏紧，二是装备不足。
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.check.matching import matches
from generator.check.ordinals import value
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, folded_words, spot
from generator.diagnostics import Severity
from generator.numbering import chinese
from generator.regex import regex

_ITEM = regex(r"(?:^|(?<=[。;,:!?)\s”]))([一二三四五六七八九十]{1,2})是(?!否|非)", re.MULTILINE)
_OTHERS = tuple(
    regex(rf"(?:^|(?<=[。;,:!?)\s”])){item}", re.MULTILINE)
    for item in ("第([一二三四五六七八九十]),", "其([一二三四五六七八九])[,是]", "([一二三四五六七八九])要(?!是|不)")
)
"""第一，…第二，…; 其一，…其二，…; 一要…二要…."""
_INSIDE = regex("(?<![第统唯之逐万其专])一是")
_BREAK = regex(r"^\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])", re.MULTILINE)


def check(of: Subject) -> Iterator[Finding]:
    """Each item that does not follow the one before it; a numbered paragraph begins a new sequence."""
    for pattern in _OTHERS:
        yield from _skipped(of, list(matches(pattern, of.folded, folded_words(of))))
    items = list(matches(_ITEM, of.folded, folded_words(of)))
    if not items:
        return
    events = sorted([*items, *matches(_BREAK, of.folded, folded_words(of))], key=lambda m: (m.start(), m.re is _ITEM))
    last: re.Match[str] | None = None
    for match in [*events, None]:
        number = value(match[1]) if match is not None and match.re is _ITEM else 0
        before = value(last[1]) if last else 0
        if last is not None and number <= 1 and before == 1:
            yield Finding(spot(of, last.start(1), last.end()), "只有“一是”，没有“二是”", "补上其余各项，或删去“一是”")
        begun = number == 2 and match is not None and _begun(of, last, match)
        if match is not None and number and number != 1 and number != before + 1 and not begun:
            want = f"{_words(before + 1)}是"
            said = f"“{match[1]}是”前面没有“{_words(number - 1)}是”" if number > before else f"“{match[1]}是”重复或倒退"
            yield Finding(spot(of, match.start(1), match.end()), said, f"补上缺的一项，或改为“{want}”")
        last = match if match is not None and number else None


def _skipped(of: Subject, items: list[re.Match[str]]) -> Iterator[Finding]:
    """Each item of a paragraph that leaves one out behind an item before it."""
    for before, match in pairwise(items):
        together = "\n" not in of.folded[before.end() : match.start()]
        if together and value(match[1]) > value(before[1]) + 1:
            said, want = match[0].rstrip(","), before[0].rstrip(",").replace(before[1], _words(value(before[1]) + 1))
            yield Finding(
                spot(of, match.start(1), match.end()), f"“{said}”前面没有“{want}”", f"补上缺的一项，或改为“{want}”"
            )


def _begun(of: Subject, last: "re.Match[str] | None", second: "re.Match[str]") -> bool:
    """Whether the paragraph has its first item within a clause: 工作中一是…，二是…."""
    begin = max(of.folded.rfind("\n", 0, second.start()) + 1, last.end() if last else 0)
    return bool(_INSIDE.search(of.folded, begin, second.start()))


def _words(number: int) -> str:
    return chinese(number) if 1 <= number <= 99 else str(number)


RULE = Rule("PUN012", "“一是…二是…”跳号或只有一项", Severity.WARNING, check, __doc__, looks_for=(_ITEM, *_OTHERS))
