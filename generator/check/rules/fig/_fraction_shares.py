"""Shares in words (占三成, 超过总量的三分之一) and the figures that they are of: part of FIG034."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._fraction_words import fits, worth
from generator.check.rules.fig._listed import BEGUN
from generator.check.rules.fig._names import pairs
from generator.check.stated import Sentence, Stated, in_year, paragraphs, sentences, summed
from generator.check.subject import Subject
from generator.regex import regex

SHARE = regex("占[^,;。]{0,12}$|比例[^,;。]{0,4}$|比重[^,;。]{0,4}$")
OF_ALL = regex("(?P<before>超过|不足|不到|接近|将近|达到?)(?P<base>总[量数额]|全部|全年总[量数额]|其中)的$")
"""A share that is told of all, without 占."""
_UNDER = regex("(?:不到|不足|不及)[^,;。占]{1,8}的$")
"""行政决定和文件合在一起还不到合同的一半."""
_CLAUSE = regex("[,;:。()]")
_BASE = regex("(?P<name>[^占]*)占(?:比|到|了|据)?(?P<base>[^占]*?)的?$")
_BESIDE = regex(r"占[^占]*\d[^占\d]{0,3}的?$")
_EVERY = regex("^(?:全[部年县市区镇乡街]|所有|同期|其)+|的?(?:总[数量额]|数量|数|总)$")
_OF_MEAN = ("平均数的", "平均水平的", "平均值的")
_SIGNS = 2
_FEW = 3
"""Figures of the sentence before at which it is not plain what is meant."""
_SORT = regex("(?<=[\u4e00-\u9fff]{2})(?:案件|纠纷|事项|人员|件数|件)$")
"""What a whole may be told without: 占调解成功案件的八分之一, of 调解成功240件."""
_JUST = regex("[正恰刚]好|整整|恰[为占是]")
_AND = regex("分别")
_ALL_OF_IT = regex("^(?:其中)?[^中全]*占(?:比|到|了|据)?$")
_THEN_PART = regex(",(?:共计?|即|为|计|合计)有?")


def unequal(of: Subject, row: Sentence, said: "re.Match[str]", lead: str) -> Iterator[tuple[Stated, Stated]]:
    """Part and whole where a share in words is not theirs; lead: the words of its clause before it."""
    near = [one for one in row if one.end <= said.start()]
    if not near or ";" in of.folded[near[-1].end : said.start()] or _AND.search(lead) or lead.endswith(_OF_MEAN):
        return
    if "覆盖" in lead and not any(mark in part.lead for part in near[-1:] for mark in ("其中", "有")):
        # 6家律所为107家企业体检，覆盖面达到一半: of all enterprises, told elsewhere.
        return
    behind = _behind(of, row, said, lead)
    if behind is not None:
        # 志愿者64名，律师占了四分之一，共46名: the part stands behind its share.
        held = [one for other in sentences(of) for one in other if one.kind == behind.kind and one.exact and one.amount]
        meant = [one for one in near if one in held and one.amount >= behind.amount]
        fitting = any(fits(behind.amount / one.amount, said) for one in held)
        yield from ((behind, meant[-1]),) if meant and not fitting else ()
        return
    beside = _BESIDE.search(lead)
    if beside:
        # 持证48人，占在编人员96人的一半.
        some = [one for one in near[:-1] if one.kind == near[-1].kind and one.exact and one.amount <= near[-1].amount]
        fitting = not near[-1].exact or any(fits(one.amount / near[-1].amount, said) for one in some)
        yield from ((some[-1], near[-1]),) if some and not fitting else ()
        return
    of_all, told = OF_ALL.search(lead), _BASE.search(lead)
    word = of_all["before"] if of_all else "不到" if _UNDER.search(lead) else ""
    part = _part(near, told["name"] if told else "")
    if part.kind == "%" or not part.exact or not part.amount or part.mention.quantity.sense == "change":
        return
    alike = [one for one in near if one.kind == part.kind]
    if any(not one.exact for one in alike):
        return
    past = elsewhen(of)
    alike = [one for one in alike if one.at not in past]
    earlier = [one for one in _earlier(of, row) if one.kind == part.kind and one.exact and one.at not in past]
    base = _EVERY.sub("", told["base"]) if told else ""
    named = _named(of, base, part) if len(base) >= _SIGNS else []
    named = named or (_named(of, _SORT.sub("", base), part) if _SORT.search(base) else [])
    named = named or (_called(base, [*earlier, *alike], part) if len(base) >= _SIGNS else [])
    # 536件，民事312件、刑事224件，其中涉及农民工的268件，占一半: of all alone.
    alone = part is near[-1] and "其中" in part.own and told is not None and len(told["name"]) < _SIGNS
    wholes = {one.amount for one in named or (*(_without_items(alike) if alone else alike), *earlier) if one.amount}
    just = _JUST.search(lead)
    shares = [a / b for b in wholes for a in ({part.amount} if alone else _sums(alike)) if a < b or named]
    if of.folded[said.end() : said.end() + 1].isalpha():
        # 12个站只有5个配了无人机，超过一半靠人工巡查: of the others.
        shares += [1 - share for share in shares]
    if any(_told(share, said, word, bool(just)) for share in shares):
        return
    known = named if len(base) >= _SIGNS else _before(part, alike) or _begun(of, row, part) or _opened(of, row, part)
    known = [one for one in known if one.amount >= part.amount]
    if known:
        yield part, known[-1]


def _behind(of: Subject, row: Sentence, said: "re.Match[str]", lead: str) -> Stated | None:
    """The part that is told right behind its share, which names no whole."""
    one = next((one for one in row if one.at >= said.end()), None)
    told = one and _ALL_OF_IT.search(lead) and _THEN_PART.fullmatch(of.folded, said.end(), one.at)
    return one if one and told and one.exact and one.kind != "%" else None


def _told(exact: Decimal, said: "re.Match[str]", word: str, just: bool) -> bool:
    """Whether the words tell this share; just: as exactly that (正好占一半)."""
    return exact == worth(said) if just and not said["before"] and not said["after"] else fits(exact, said, word)


def _begun(of: Subject, row: Sentence, part: Stated) -> list[Stated]:
    """What the sentence before begins with, where this one tells a part of it: 调解384件。其中海上96件，占四分之一."""
    if not BEGUN.match(row[0].lead):
        return []
    rows = next((rows for rows in paragraphs(of) if row in rows), ())
    before = rows[rows.index(row) - 1] if rows and rows.index(row) else ()
    past = elsewhen(of)
    return [one for one in before if one.kind == part.kind and one.exact and one.at not in past][:1]


def _opened(of: Subject, row: Sentence, part: Stated) -> list[Stated]:
    """What the sentence before begins with, by the same name: 受理纠纷90件，调成87件。土地流转纠纷36件，占四成."""
    rows = next((rows for rows in paragraphs(of) if row in rows), ())
    before = rows[rows.index(row) - 1] if rows and rows.index(row) else ()
    noun_ = part.own[-_SIGNS:]
    if row[0] is not part or len(part.own) <= _SIGNS or not before or before[0].kind != part.kind:
        return []
    whole = before[0]
    named = whole.exact and whole.own.endswith(noun_) and whole.mention.quantity.sense == "value"
    return [whole] if named and whole.amount > part.amount and len(of_kind(before, part)) < _FEW else []


def of_kind(figures: Sentence, part: Stated) -> list[Stated]:
    """Those that count the same."""
    return [one for one in figures if one.kind == part.kind and one.amount >= part.amount]


def _part(near: Sequence[Stated], name: str) -> Stated:
    """The figure of that name (简易注销84家、普通注销42家，简易注销占三分之二), else the one right before."""
    bare = name.removesuffix("只").removesuffix("约").removeprefix("其中")
    called = [one for one in near if len(bare) > 2 and (one.own.endswith(bare) or one.noun.startswith(bare))]
    return called[-1] if called else near[-1]


def _before(part: Stated, alike: Sequence[Stated]) -> list[Stated]:
    """What the sentence tells before the part that it is certain to be of: the one that it is named of (其中), or the
    only larger one."""
    before = [one for one in alike if one.at < part.at]
    larger = [one for one in before if one.amount > part.amount]
    if not larger or (len(larger) > 1 and "其中" not in part.lead and part.mention.quantity.sense != "part"):
        return larger if len({one.amount for one in larger}) == 1 else []
    return [max(larger, key=lambda one: one.amount)]


def _named(of: Subject, base: str, part: Stated) -> list[Stated]:
    """The figures of this year that are told by the name of the whole, if they are all the same."""
    wanted, apart = pairs(base), elsewhen(of)
    found = [
        one for row in sentences(of) for one in row
        if one.kind == part.kind and one.at != part.at and one.exact and one.at not in apart
        and (one.own.endswith(base) or wanted <= pairs(one.own) or one.noun.startswith(base)) and in_year(of, one)
    ]  # fmt: skip
    return found if len({one.amount for one in found}) == 1 else []


def _without_items(alike: Sequence[Stated]) -> Sequence[Stated]:
    """Without those that the first of them is made of, told right behind it."""
    ends = [n for n in range(3, len(alike)) if summed(alike[1:n]) == alike[0].amount]
    return [alike[0], *alike[ends[0] :]] if ends else alike


def _called(base: str, told: Sequence[Stated], part: Stated) -> list[Stated]:
    """The figures of its paragraph that are told by the name of the whole, if they are all the same: 受理纠纷195件 for
    占受理总数的六成."""
    found = [one for one in told if base in one.own and one.at != part.at and one.amount >= part.amount]
    return found if len({one.amount for one in found}) == 1 else []


def _sums(alike: Sequence[Stated]) -> set[Decimal]:
    """Each figure, and each run of them up to the last: 邻里、土地和婚姻家庭三类."""
    told = [one.amount for one in alike]
    return {*told, *accumulate(reversed(told)), summed(alike[:2])}


def _earlier(of: Subject, row: Sentence) -> list[Stated]:
    """The figures of the paragraph before a sentence."""
    rows = next((rows for rows in paragraphs(of) if row in rows), ())
    return [one for other in rows[: rows.index(row)] for one in other] if rows else []
