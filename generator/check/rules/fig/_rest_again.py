"""What a later part tells again by words that only come back to it (剩下的18户, 挂账的55条隐患, 这3处治超点,
被纠错的29件), held against what is told or can be reckoned before it. Part of FIG019."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, combinations

from generator.check.near import followed_by, led_by
from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._names import noun, own, pairs
from generator.check.rules.fig._rate import fits
from generator.check.rules.fig._zones import Edges, within, zones
from generator.check.stated import Sentence, Stated, as_printed, open_sentences, paragraphs, sentences, summed, words
from generator.check.subject import Subject
from generator.regex import regex

_DENIED = r"(?:尚?未|没有|没能|未能|不能|尚无|还无|缺少)"
_ONLY, _IN = regex("(?:仅有|只有|仅|只)$"), regex("[\u4e00-\u9fff]{0,6}(?:中|里)")
"""16个村里配了法律顾问的只有9个 leaves 7."""
_REST = regex(r"(?:剩下|剩余|余下|挂账(?:督办|整改)?|遗留)的$|(?:剩余|余下)$")
"""Before what is left, of whatever was told."""
_LACKING = regex(rf"{_DENIED}(?P<act>[\u4e00-\u9fff]{{2,8}})的$")
"""Before what lacks something: 没有专业人员的5个乡镇."""
_THESE = regex("(?:这|上述|前述)$")
_CORRECTED_OF = regex("(?:复议)?(?:被)?纠错的$")
_CORRECTED_THERE = regex("(?:(?:行政)?复议(?:案件)?)?被(?:直接)?纠错")
_CORRECTED = regex("(?:^|[、和及与])(?:撤销|变更|确认违法|责令履行)")
_REVIEWED, _BY_COURT = regex("维持"), regex("诉讼|法院|判决|败诉")
_LEFT = regex(rf"(?:剩下|剩余|余下|尚有|还有|仍有|还剩|尚余|挂账(?:督办)?|未)的?$|{_DENIED}[\u4e00-\u9fff]{{2,8}}的$")
_LEFT_THERE = regex(rf"(?:[\u4e00-\u9fff]{{0,4}}){_DENIED}[\u4e00-\u9fff]{{2}}|挂账|靠")
"""How what is left is told at first: before the number, behind it."""
_N = "[一二三四五六七八九十]+"
_ITEM = regex(rf"{_N}是|其{_N}|第{_N},|[(]{_N}[)]|[;。\n]\d+[.、]")
"""Where a matter of its own begins in a line."""
_PLAIN = regex(
    "没有|[尚还仍]未|剩余|余下|剩下|案件|工作|情况|法治|行政|执法|问题|全年|部门|单位|年底|原因|主要|全部|的"
)
_COMMON = frozenset("件个人名次起场")
"""Measure words of so many things that one word in common is not enough."""
_SIGNS = 2


def rest_again(of: Subject) -> Iterator[tuple[Stated, Stated]]:
    """Each figure of a later part that comes back to one told before it, which has another number; that one first."""
    later = zones(of).later
    places = led_by(of, _REST, _LACKING, _THESE, _CORRECTED_OF) | _behind(of) if later else frozenset()
    for row in open_sentences(of) if places else ():
        for at, one in enumerate(row):
            # What the plans set out to do with it (完成剩余的25栋) is no target of its own.
            plain = not one.mention.quantity.qualifier and one.kind != "%" and one.amount >= _SIGNS
            if one.at not in places or not plain or not within(one, later):
                continue
            if any(other.kind == one.kind and other.amount > one.amount for other in row[:at]):
                # 排查90处，剩下的5处: of its own sentence.
                continue
            found = _meant(of, one, later)
            if found is not None:
                yield found, one


def _behind(of: Subject) -> frozenset[int]:
    return followed_by(of, _CORRECTED_THERE)


def _meant(of: Subject, one: Stated, later: Edges) -> Stated | None:
    """What it comes back to, if that has another number and nothing that is told gives this one."""
    before = [row for row in sentences(of) if row[-1].at < one.at and row[0].kind]
    if _CORRECTED_OF.search(own(one)) or _CORRECTED_THERE.match(noun(one)):
        return _corrected(of, one, before) if "复议" in own(one) + noun(one) else None
    rest, lacking, these = _REST.search(own(one)), _LACKING.search(own(one)), _THESE.search(own(one))
    if not (rest or lacking or these) or _is_told(of, one):
        return None
    known = [(left, row) for row in before for left in _left(of, row) if left.unit == one.unit]
    if these:
        what = noun(one)[:3]
        named = [left for left, row in known if len(what) > _SIGNS and what in _said(of, row)]
        return named[-1] if len({left.amount for left in named}) == 1 else None
    said = _around(of, one)
    meant = [(left, len(said & _words(_line(of, left)))) for left, _ in known]
    if lacking:
        act = pairs(lacking["act"])
        meant = [(left, shared) for left, shared in meant if act & pairs(left.own + "|" + left.noun)]
    least = 2 if one.unit in _COMMON or len({left.amount for left, _ in meant}) > 1 else 1
    most = max((shared for _, shared in meant), default=0)
    alike = [left for left, shared in meant if shared == most >= least]
    return alike[-1] if len({left.amount for left in alike}) == 1 else None


def _is_told(of: Subject, one: Stated) -> bool:
    """Whether some figure before it is the same, or two figures of a paragraph or several of a sentence give it."""
    for rows in paragraphs(of):
        same = [o for row in rows for o in row if o.kind == one.kind and o.at < one.at]
        if any(o.amount == one.amount for o in same):
            return True
        if any(one.amount in (abs(a.amount - b.amount), a.amount + b.amount) for a, b in combinations(same, 2)):
            return True
        for row in rows:
            amounts = [o.amount for o in row if o.kind == one.kind and o.at < one.at]
            if any(one.amount in accumulate(amounts[n:]) for n in range(len(amounts))):
                return True
    return False


def _left(of: Subject, row: Sentence) -> Iterator[Stated]:
    """What a sentence says is left, and what it lets reckon by a rate: 应签约660户，已签约642户，签约率97.3%."""
    past = elsewhen(of)
    for at, one in enumerate(row):
        if not one.exact or one.kind == "%" or one.at in past:
            continue
        if _LEFT.search(own(one)) or _LEFT_THERE.match(noun(one)):
            yield one
            continue
        whole, rate = (row[at - 1] if at else one), (row[at + 1] if at + 1 < len(row) else one)
        told = whole.kind == one.kind and whole.exact and whole.amount > one.amount
        if told and _ONLY.search(own(one)) and _IN.match(whole.tail):
            yield replace(one, amount=whole.amount - one.amount, said=f"({words(whole)} − {words(one)})")
            continue
        if told and rate.unit == "%" and "率" in rate.own and fits(one.amount, whole.amount, as_printed(rate)):
            yield replace(one, amount=whole.amount - one.amount, said=f"({words(whole)} − {words(one)})")


def _corrected(of: Subject, one: Stated, before: Sequence[Sentence]) -> Stated | None:
    """The decisions that were corrected, one figure or what several make, where no figure so told is the same."""
    told = []
    for row in before:
        some = [o for o in row if o.exact and o.kind == one.kind and _CORRECTED.search(o.lead.rpartition(",")[2])]
        # All that came of reviews, not what a court set aside.
        if some and _REVIEWED.search(_said(of, row)) and not _BY_COURT.search(_said(of, row)):
            amount, said = summed(some), " + ".join(map(words, some))
            told.append(replace(some[-1], amount=amount, said=f"({said})" if len(some) > 1 else said))
    if len(told) != 1 or _is_told(of, one):
        return None
    return told[0]


def _around(of: Subject, one: Stated) -> frozenset[str]:
    """The words of its matter: those of its line from where that begins, and those right behind it."""
    begin = of.folded.rfind("\n", 0, one.at) + 1
    starts = [match.start() for match in _ITEM.finditer(of.folded, begin, one.at)]
    return _words(of.folded[starts[-1] if starts else begin : one.at] + "|" + noun(one))


def _line(of: Subject, one: Stated) -> str:
    return of.folded[of.folded.rfind("\n", 0, one.at) + 1 : one.end] + noun(one)


def _said(of: Subject, row: Sentence) -> str:
    return of.folded[row[0].begin : row[-1].stop]


def _words(said: str) -> frozenset[str]:
    return frozenset(pair for pair in pairs(said) if not _PLAIN.search(pair) and pair.isalpha())
