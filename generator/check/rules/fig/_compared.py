"""Figures compared with an earlier year: what FIG014 and FIG015 share."""

import re
from collections.abc import Iterator, Sequence

from generator.check.near import led_by, rows_with
from generator.check.stated import Sentence, Stated
from generator.check.subject import Subject, once
from generator.records import record
from generator.regex import regex

_CHANGED = regex("(?:增|减|降|下降|上升|提高|多|少)[\u4e00-\u9fff]{1,6}$")
"""Behind last year's figure that is compared already: 55件，比上年的50件增加一成，败诉7件，较上年减少2件."""
_ONLY_AGAINST = regex(r";[较比](?:上年|去年|上一年)(?:同期)?的?")
"""Behind a list, of what it makes: 立案117件，种子86件、农药31件；比上年的130件下降10%."""
POINTS = ("个百分点", "百分点")
_UP, _DOWN = "增长|增加|上升|提高|提升|上涨|增多|净增", "减少|下降|降低|压减|下滑|减|降"
_MOVED = regex(
    rf"(?:(?P<up>{_UP}|增幅|涨幅|升幅|增速|增长率|多|增)|(?P<down>{_DOWN}|压缩|缩短|压减率|压缩率|降幅|减幅|下降率|少))"
    r"(?:幅度)?(?:了|达到?了?|为|是)?$"
)
_MARK = regex("[,;:、。(]")
_AGAINST = regex("[较比]")
_MORE = regex(r"[较比](?:上年|去年|上一年|\d{4}年)(?:同期)?(多|少)[\u4e00-\u9fff]{0,3}$")
_NEW = regex("(?:新增|净增|新建|新设|新培育|新成立|新聘|新创建|增加)[^,;:、()]{0,14}$")
_CUE = regex(r"同比|环比|[较比]|上年|去年|上一年|同期|[增涨升降减]幅|增速|(?:压减|压缩|下降|增长)率|[由从]")
_REACHED = regex(
    r"(?:增|减|降|升|提高|下降|降低|提升|减少|增加|压减|压缩|缩短|上涨|发展|扩大|调整)"
    r"[^,;:、率幅]{0,2}[到至为](?:(?:今年|本年|\d{4}年)的?|平均|最短|最快)?$"
)
_FROM = regex("[由从][^,;:、]{0,16}$")
_THEN = regex(
    r"(?:上年|去年|上一年|(?P<year>\d{4})年|(?<![\u4e00-\u9fff])(?:原为|原有|原来|年初|此前))"
    r"(?:度|同期|全年|底)?(?P<more>[^,;:、()]{0,10})$"
)
_IN_ALL = regex("累计|总数|总量|总计|共有|共计|达到?$|增至$|增加到$|现有")
MEAN = regex("平均|每[^,;:、]{0,6}$|[村社户人件案场次期宗月日]均[^,;:、]{0,4}$")
"""An average is no base of a total: 共180户，比上年多45户，上年平均每村9户."""
_PLANNED = regex("[较比][^,;:、]{0,8}(?:计划|目标|任务|预期|指标|平均)[^,;:、]{0,4}$")
"""Before what was planned: 比年度计划30件多6件."""
_OWN_YEAR = regex(r"[较比]\d{4}年")
TIMES = "倍"


@record
class Compared:
    """One comparison. now: this year's figure, the nearest; others: figures that it might be instead; then: last
    year's; by: the difference; rate: percent of change, or how many times as much more; up: whether it is said to
    have risen; part: the difference is part of another, which `now` is."""

    now: Stated
    others: tuple[Stated, ...]
    then: Stated | None
    by: Stated | None
    rate: Stated | None
    up: bool
    part: bool = False


@once
def compared(of: Subject) -> tuple[Compared, ...]:
    """Every comparison that is told within a sentence."""
    rows = (
        row
        for row in rows_with(of, _CUE, _NEW)
        if len(row) > 1 and any(_CUE.search(one.lead) or _NEW.search(one.lead) for one in row)
    )
    return tuple(found for row in rows for found in _of_sentence(of, row))


@once
def elsewhen(of: Subject) -> frozenset[int]:
    """Offsets of the figures that tell last year's or a difference, not this year's."""
    found = {one.at for c in compared(of) for one in (c.then, c.by, c.rate) if one is not None}
    # 立案数较上年的260件增长两成: what it is compared with need not be told in figures.
    against = led_by(of, _AGAINST)
    told = ((row, n, one) for row in rows_with(of, _AGAINST) for n, one in enumerate(row) if one.at in against)
    return frozenset(found.union(one.at for row, n, one in told if _AGAINST.search(one.own) and _then(of, row, n)))


def _of_sentence(of: Subject, row: Sentence) -> Iterator[Compared]:
    taken: set[int] = set()
    whole: Stated | None = None
    moving, spanning = led_by(of, _MOVED, _MORE, _NEW), led_by(of, _FROM)
    for at, one in enumerate(row):
        if at in taken or not one.exact:
            continue
        if one.at not in moving and (at + 1 == len(row) or row[at + 1].at not in spanning):
            continue
        if at and _PLANNED.search(row[at - 1].own):
            taken.update((at - 1, at))
            continue
        moved = _moved(row, at)
        reached = _reached_behind(of, row, at)
        if reached is not None and (moved is not None or _NEW.search(one.lead)):
            taken.add(at)
            now, then = reached
            relative = one.unit in ("%", TIMES)
            if _fits(now, one, one.unit in POINTS, relative):
                yield Compared(now, (), then, None if relative else one, one if relative else None, moved is not False)
            continue
        if moved is None:
            continue
        taken.add(at)
        points = one.unit in POINTS
        relative = one.unit in ("%", TIMES)
        if whole is not None and at - 1 in taken and whole.kind == one.kind and _goes_on(row, at, whole):
            yield Compared(whole, (), None, one, None, moved, part=True)
            continue
        whole = None if relative else one
        held = [o for n, o in enumerate(row[:at]) if n not in taken and _value(row, n) and not _then(of, row, n)]
        held = [o for o in held if o.depth <= one.depth] or held
        fitting = [o for o in held if _fits(o, one, points, relative)]
        if relative and at and _then(of, row, at - 1) and re.fullmatch("[\u4e00-\u9fff]{1,6}", one.lead):
            # 64件，其中41件，罚款8.6万元，较上年的80件下降20%: what is told of the year as a whole, of the same kind.
            same = [o for o in fitting if o.kind == row[at - 1].kind]
            fitting = sorted(same, key=lambda o: o.mention.quantity.sense == "value") or fitting
        if at and _ONLY_AGAINST.fullmatch(row[at - 1].lead):
            fitting = sorted(fitting, key=lambda o: (o.kind == row[at - 1].kind, o.amount))
        if not fitting or any("分别" in o.lead for o in row[row.index(fitting[-1]) + 1 : at + 1]):
            continue
        now = fitting[-1]
        begin = row.index(now)
        if relative and _is_another(row, begin, at):
            continue
        if relative and at > 1 and row[at - 1].unit == row[at - 2].unit == "%" and _AGAINST.search(row[at - 1].own):
            # 败诉4件，败诉率22.22%，较上年的36.67%下降39%: of the rate.
            continue
        rate = one if relative else _beside(row, at, moved, "%")
        by = _beside(row, at, moved, now.kind) if relative else one
        for other in (rate, by):
            if other is not None:
                taken.add(row.index(other))
        bases = [o for n, o in enumerate(row[: at + 3]) if _then(of, row, n) and o.kind == now.kind and o.exact]
        bases = [o for o in bases if MEAN.search(now.own) or not (MEAN.search(o.own) and _THEN.search(o.own))]
        bases = [o for o in bases if not (o.at < now.at and _AGAINST.search(o.own) and _CHANGED.match(o.noun))]
        bases = [o for o in bases if begin - 2 <= row.index(o) and _goes_with(row[max(row.index(o), begin)].lead)]
        yield Compared(now, tuple(fitting[:-1]), bases[-1] if bases else None, by, rate, moved)


def _goes_with(lead: str) -> bool:
    return ";" not in lead or _ONLY_AGAINST.fullmatch(lead) is not None


def _goes_on(row: Sequence[Stated], at: int, whole: Stated) -> bool:
    """Whether a change is part of the one before it: 比上年减少36件，其中一般程序减少30件、简易程序减少6件."""
    led = "其中" in row[at].lead or "其中" in "".join(one.lead for one in row[row.index(whole) + 1 : at])
    return led and not _AGAINST.search(row[at].own)


def _is_another(row: Sequence[Stated], now: int, at: int) -> bool:
    """Whether the change is of another matter than the figure before it: behind a semicolon with words of its own
    (由9.2个减至3.4个；各事项时限缩短30%), or of what the items of a list are of (8件、其他2件，立案数与上年的12件
    相比)."""
    told = row[at]
    if ";" in told.lead:
        own = re.split("[较比]|同比|环比", told.own)[0]
        own = _MOVED.sub("", own)
        return len(own) > 2 and not any(own[n : n + 2] in row[now].own + row[now].noun for n in range(len(own) - 1))
    if at != now + 2 or not row[now].lead.startswith("、"):
        return False
    subject = re.match("([\u4e00-\u9fff]{2,8}?)(?:数|量)?[与较比]", row[now + 1].own)
    return subject is not None and subject[1][:2] not in row[now].own


def _reached_behind(of: Subject, row: Sentence, at: int) -> tuple[Stated, Stated] | None:
    """This year's figure and last year's, told right behind a change (下降20%,由120件降至96件;
    新增3个,累计21个,上年底为18个) or around it (原有18个,新增3个,达到21个)."""
    new = bool(_NEW.search(row[at].lead)) and row[at].unit != "%"
    if row[at].unit == "%" and at > 1 and _FROM.search(row[at - 2].lead) and _REACHED.search(row[at - 1].lead):
        # 由32场增加到45场，增长40.6%，群众由…: what stands before it is what it is of.
        return None
    if at + 2 < len(row):
        a, b = row[at + 1], row[at + 2]
        if a.kind == b.kind and a.exact and b.exact and ";" not in a.lead + b.lead:
            told = re.search(r"^[^,;:、]{0,3}[,(][^,;:、]{0,8}[由从]$", a.lead)
            if told and at and row[at].unit == "%" and row[at - 1].kind not in ("%", a.kind) and row[at - 1].exact:
                # 许可742件，增长6%，平均时限由7个工作日压缩到3个: another matter.
                told = None
            if told and _REACHED.search(b.lead):
                return b, a
            if new and a.kind == row[at].kind and _IN_ALL.search(a.lead) and _then(of, row, at + 2):
                return a, b
    if new and at > 1 and row[at - 1].kind == row[at - 2].kind == row[at].kind:
        then, now = row[at - 2], row[at - 1]
        spanned = _FROM.search(then.lead) and _REACHED.search(now.lead) and then.exact and now.exact
        if spanned and re.match("[,(]新", row[at].lead) and _same_thing(then, row[at]):
            return now, then
    if new and 0 < at < len(row) - 1:
        a, b = row[at - 1], row[at + 1]
        alike = a.kind == b.kind == row[at].kind and a.exact and b.exact and ";" not in row[at].lead + b.lead
        if alike and "其中" not in row[at].lead and _then(of, row, at - 1) and _IN_ALL.search(b.lead):
            return b, a
    return None


def _same_thing(one: Stated, other: Stated) -> bool:
    """Whether the words before two figures name one thing: 法治广场由2个增至5个，新建成法治广场3个; 新增3个."""
    said, own = re.split("[,;:、(]", other.lead)[-1], one.lead
    return len(said) <= 3 or any(said[n : n + 3] in own for n in range(len(said) - 2))


def _fits(now: Stated, by: Stated, points: bool, relative: bool) -> bool:
    if points:
        return now.unit == "%"
    if relative:
        return now.unit not in ("%", TIMES, *POINTS)
    return now.kind == by.kind and now.unit != "%"


def _value(row: Sequence[Stated], at: int) -> bool:
    one = row[at]
    return one.exact and _moved(row, at) is None


def _moved(row: Sequence[Stated], at: int) -> bool | None:
    """Whether the figure is a rise (True) or fall (False) against an earlier time; None if it is neither."""
    one = row[at]
    lead = _MARK.split(one.lead)[-1]
    if _REACHED.search(lead):
        return None
    against = _MORE.search(lead)
    if against:
        return against[1] == "多"
    found = _MOVED.search(lead)
    if found is None:
        return None
    before = "".join(other.lead[-24:] for other in row[max(0, at - 2) : at + 1])
    if not _CUE.search(before[-48:]):
        earlier = row[at - 1] if at else None
        if earlier is None or not _MOVED.search(_MARK.split(earlier.lead)[-1]):
            return None
    return found["up"] is not None


def _beside(row: Sequence[Stated], at: int, up: bool, kind: str) -> Stated | None:
    """What is told of the same change right after one figure of it: the percent of a difference, or the contrary."""
    if at + 1 >= len(row):
        return None
    following = row[at + 1]
    if following.kind != kind or not following.exact or ";" in following.lead:
        return None
    if _OWN_YEAR.search(following.own) and _OWN_YEAR.search(row[at].own):
        # 2024年比2023年下降12.0%，比2022年减少10600次: two changes.
        return None
    moved = _moved(row, at + 1)
    return following if moved is not None and moved == up else None


def _then(of: Subject, row: Sequence[Stated], at: int) -> bool:
    """Whether the figure is last year's."""
    one = row[at]
    lead = _MARK.split(one.lead)[-1]
    found = _THEN.search(lead)
    if found is None:
        following = row[at + 1] if at + 1 < len(row) else None
        begun = _FROM.search(lead)
        return bool(begun and following and _REACHED.search(following.lead))
    if found["year"] and of.year and int(found["year"]) != of.year - 1:
        return False
    if found["year"] and not of.year and not re.search("[较比与由从]", lead):
        return False
    return not _MOVED.search(lead) and not re.search("以来|结转|^[多少]", found["more"])
