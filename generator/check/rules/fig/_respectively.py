"""Names with 分别 and as many figures behind it (民事、刑事、行政案件分别为418件、307件和7件): part of FIG031."""

import re
from collections.abc import Iterator, Sequence

from generator.check.near import led_by, rows_led_by
from generator.check.rule import Finding
from generator.check.rules.fig._names import AND
from generator.check.stated import Sentence, span, words
from generator.check.subject import Subject
from generator.regex import regex

_EACH = regex("(?:分别|依次)[\u4e00-\u9fff]{0,8}$")
_NAMES = regex("(?P<names>[^,;:。\n]{2,90}?)(?:分别|依次)[\u4e00-\u9fff]{0,8}$")
_SPAN = regex(r"(20\d\d)年?(?:[至到]|[—–-]{1,2})(20\d\d)年[^;。、()和与及]{0,18}?(?:分别|依次)[\u4e00-\u9fff]{0,8}$")
_QUOTED = regex("“[^“”]*”|《[^《》]*》|[(][^()]*[)]")
_BARE = regex("[、,]?[和与及]?|、?以及")
"""How figures of one list are joined, without words of their own."""
_UNSURE = regex("[等各每]|其中|同比|从")
_LONGEST = 14


def respectively(of: Subject) -> Iterator[Finding]:
    """Each list of names and figures with 分别 of which one is longer than the other."""
    each = led_by(of, _EACH)
    for row in rows_led_by(of, _EACH) if each else ():
        for at, one in enumerate(row):
            if one.at in each:
                yield from _unequal(of, row, at)


def _unequal(of: Subject, row: Sentence, at: int) -> Iterator[Finding]:
    first = row[at]
    end = at + 1
    while end < len(row) and row[end].kind == first.kind and _joined(row[end].lead):
        end += 1
    behind = row[end].lead if end < len(row) else ""
    spanned = _SPAN.search(of.folded, first.begin, first.at) if end > at + 1 else None
    if spanned:
        years = int(spanned[2]) - int(spanned[1]) + 1
        if years != end - at and years > 1 and not re.match("[、和与及]", behind):
            said = f"{spanned[1]}年至{spanned[2]}年是{years}年，后面的数有{end - at}个"
            yield Finding(span(of, first, row[end - 1]), said, "核对年份和数，一年一个")
        return
    match = _NAMES.search(of.folded, max(first.begin, first.at - 110), first.at) if end > at + 1 else None
    if match is None or match.end() != first.at or re.match("[、和与及]", behind) or _UNSURE.search(match["names"]):
        return
    names = _QUOTED.sub("", match["names"]).split("、")
    several = [one for name in names for one in AND.split(name)]
    told = end - at
    if len(several) < 2 or not all(several) or max(map(len, names)) > _LONGEST:
        return
    if told < len(names) and _of_both(names, told, behind):
        return
    if len(names) == 1 and not (len(several) == 2 and {len(one) > 2 and one[-1] for one in several} == {names[0][-1]}):
        # 调解和解率三年分别为30%、40%、50%: one word.
        return
    if not len(names) <= told <= len(several):
        shown = "、".join(map(words, row[at:end]))
        said = f"“分别”前面的名目有{len(several)}个（{match['names']}），后面的数有{told}个（{shown}）"
        yield Finding(span(of, first, row[end - 1]), said, "核对名目和数，一一对应")


def _of_both(names: Sequence[str], told: int, behind: str) -> bool:
    """Whether the names may be those of fewer things (土地、房屋、林权的信访件和涉诉件分别为12件、8件;
    行政处罚、行政许可案卷合格率、优秀率分别为100%、40%), or the last has a figure of another kind behind."""
    last = names[-1]
    both = "的" in last or (told == 2 and bool(AND.search(last)))
    return both or sum(name[-1] == last[-1] for name in names) == told or bool(re.match(",[^,;:。]{0,8}$", behind))


def _joined(lead: str) -> bool:
    return bool(lead) and _BARE.fullmatch(lead) is not None
