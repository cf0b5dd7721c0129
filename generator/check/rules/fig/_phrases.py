"""The words that name a figure, for telling whether two figures count the same: what FIG019 and FIG021 share."""

from collections.abc import Iterator

from generator.check.near import led_by, rows_with
from generator.check.rules.fig._compared import elsewhen
from generator.check.stated import Stated, in_year, of_date, sentence_of, sentences
from generator.check.subject import Subject, once
from generator.regex import regex

_FILL = regex(
    r"^(?:全年|今年|本年度?|年内|当年|\d{0,4}年度?|以来|截至目前|目前|共计|累计|合计|总计|共|先后|其中|并|还|已|均|依法|"
    r"我?[镇乡县市区局]|全[镇乡县市区]|街道)+|(?:共计|累计|合计|总计|[共达到约近超为有了])+$"
)
_STOP = regex("[,;:、(]")
_AFTER = regex("[\u4e00-\u9fff“”]{3,14}")
_OCCASION = regex(
    r"期间|专项|宣传[月周日]|行动|方面|领域|条线|[春秋夏冬]季|[上下]半年|季度|\d月|围绕|针对|聚焦|依托|联合|分别|该[镇乡村所局]|"
    r"[\u4e00-\u9fff]{2}(?:所|局|站|中心|大队|法院|检察院|村|社区|(?<!常)委)(?:[,\u4e00-\u9fff])"
)
_WHOLE_YEAR = regex("全年|累计|共计|总计")
_EVENT = regex("期间|专项|宣传[月周日]|行动|活动|分别")
_NAMED = regex(
    "(“[^“”]{3,14}”)(?:系列|主题|专项|宣传)*(?:活动|工作)?(?:已|现)?(?:开展|举办|组织|建成|建立|设立|成立|打造)?$"
)
"""An action with a name of its own is known by it."""
_NEW = regex("新增|新建|季度|半年|月|以来|历年|其中|阶段|第[一二三四]|[一二三四五六七八九十]是")
_MEAN = regex("(?:平均)?每[\u4e00-\u9fff]{1,3}(?:平均)?|[\u4e00-\u9fff]均")
"""A mean alone says nothing of what it is of: 平均每件."""
_TELLING = 6
"""Characters from which words name a thing though only one of its figures is a known indicator."""
_SUFFIX = 4


@once
def repeated(of: Subject) -> tuple[tuple[Stated, Stated], ...]:
    """Pairs of exact figures of the year that are told in different sentences in the same words, first told first."""
    return tuple(_repeated(of))


def _repeated(of: Subject) -> Iterator[tuple[Stated, Stated]]:
    told: dict[str, list[tuple[int, Stated]]] = {}
    apart = elsewhen(of)
    for number, row in enumerate(sentences(of)):
        for one in row:
            meant = one.indicator or one.unit != "%"
            if meant and one.exact and one.at not in apart and one.mention.quantity.sense != "change":
                told.setdefault(phrase(one), []).append((number, one))
    yield from _within(of, apart)
    staged = frozenset((*of.words.get("办件", ()), *of.words.get("进件", ())))
    for said, several in told.items():
        if len(several) < 2 or len(said) < 4 or said in staged or _MEAN.fullmatch(said):
            continue
        plain = [(n, one) for n, one in several if in_year(of, one) and not _occasion(of, one)]
        for number, one in plain[1:]:
            first, other = plain[0]
            alike = one.indicator == other.indicator or (
                len(said) >= _TELLING and not (one.indicator and other.indicator)
            )
            alike = alike and not _of_others(of, one, other)
            if first != number and alike and of_date(of, one) == of_date(of, other):
                yield other, one


def _of_others(of: Subject, one: Stated, other: Stated) -> bool:
    """Whether both are told of what stands before them, and that is not the same: 处罚被申请复议9件，撤销2件;
    强制被申请复议1件，撤销0件."""
    before = []
    for each in (one, other):
        row = sentence_of(of, each)
        at = row.index(each)
        before.append(phrase(row[at - 1]) if at else "")
    a, b = before
    if a.endswith(b) or b.endswith(a):
        return False
    return a != b and len(a) > _SUFFIX and len(b) > _SUFFIX and a[-_SUFFIX:] == b[-_SUFFIX:]


def _within(of: Subject, apart: frozenset[int]) -> Iterator[tuple[Stated, Stated]]:
    """Pairs of one sentence, the later told as that of the whole year: 党委会学法6次，全年党委会学法9次."""
    whole = led_by(of, _WHOLE_YEAR)
    for row in rows_with(of, _WHOLE_YEAR):
        for at, one in enumerate(row):
            if one.at not in whole or not one.exact or one.at in apart or one.mention.quantity.sense != "value":
                continue
            if not _WHOLE_YEAR.match(_last(one)):
                continue
            said = phrase(one)
            same = [o for o in row[:at] if o.kind == one.kind] if len(said) > 1 else ()
            alike = [o for o in same if phrase(o).endswith(said)]
            if len(alike) != 1 or not alike[0].exact or alike[0].at in apart:
                continue
            if not _NEW.search(alike[0].lead + one.lead) and not _EVENT.search(alike[0].lead):
                yield alike[0], one


def phrase(one: Stated) -> str:
    """The words that name a figure without those that lead to any: 全年共调解矛盾纠纷130件 -> 调解矛盾纠纷."""
    lead = _last(one).strip().lstrip(")")
    said = _FILL.sub("", lead)
    if said:
        named = _NAMED.search(said) if "”" in said else None
        return named[1] if named else said
    after = _AFTER.match(one.tail)
    return f"…{after[0]}" if after else ""


def _last(one: Stated) -> str:
    """The words before it, back to a mark that is no closing bracket."""
    return _STOP.split(one.lead)[-1] if ")" in one.lead else one.own


def _occasion(of: Subject, one: Stated) -> bool:
    """Whether the words before it in its sentence limit it to an occasion or to one office."""
    said = of.folded[max(0, one.at - 120) : one.at]
    begin = max(said.rfind(sign) for sign in "。\n;") + 1
    return bool(_OCCASION.search(said, begin))
