"""How the sorts behind a total are known: by the names that it lists, as a class, as contraries, by a rest, by words
that say that nothing else is left, or as told alike."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, takewhile

from generator.check.near import led_by
from generator.check.rules.fig._listed import joint
from generator.check.rules.fig._sums import agrees, step
from generator.check.stated import Stated, sentence_of, summed
from generator.check.subject import Subject, may_match, once
from generator.regex import regex

_IN_ALL = regex(r"(?:共计|合计|总计|一共|总共|共|总[数量]为?)[\u4e00-\u9fff]{0,14}$")
_SUM_OF = regex(r"(?:共计|合计|总计|一共|总共|共|总数)[\u4e00-\u9fff]{0,4}$")
_BOTH = regex(r"([\u4e00-\u9fff]{1,3})\(([\u4e00-\u9fff]{2,4})\)")
_LED_IN = regex("(?:达成|其中|有)|的$")
_ONE_ACT = regex("[^,、]{0,12}[,、;][^,、;:()]{2,10}$")
_CLOSED = regex(
    r"(?:以上|上述)[^,。;]{0,4}(?:就是|即为|是|为)全部|除此之?外[^,。;]{0,6}(?:没有|无|未)|再无(?:其他|其它|别的|另外)|没有(?:其他|其它|别的)"
    r"|至此[^,。;]{0,12}(?:结束|完成|完毕)|(?:全部|恰好?)(?:用完|用于|用尽|为全部)|相加[^,。;]{0,4}(?:为|是)全部"
)
_SOME = regex("主要|例如|比如|特别是|尤其|仅|就[有达]|也有|还有|另有|新增")
_OPEN = regex("其中|主要|包括|包含|例如|比如|特别是|尤其|仅|就[有达]|也有|还有|另有|新增")
_SIDE = regex("(?:方面|类|领域|级|型|环节|渠道|途径)的?$")
_ITEM = regex(r";|。(?:[一二三四五六七八九十]是|\d[.、]|[(])")
"""Where another matter begins."""
_REST = regex("其余|其他|其它|剩余|余下")
_CONTRARY = frozenset(
    pair
    for both in ("上下", "内外", "男女", "大小", "新旧", "新老", "已未", "正副", "城乡", "公私", "有无")
    for pair in (both, both[::-1])
)
"""Signs of contraries: 线上 and 线下."""
_LACKING = regex(
    "(?:尚未|还没有|没有|未)(?:取得|持有|获得|领取|配备|聘请|设立|建成|建立|开展|参加|通过|提出|发现)?"
    "(?P<act>[\u4e00-\u9fff]{2,})"
)
_FILL = regex("^(?:全年|其中|共|还|已|均|分别|举办|开展|办理|有)+")
_PERIOD = regex("季度|半年")
_FAR = 200
"""Signs up to which sorts may stand behind the total."""


def lists(of: Subject, total: Stated, same: Sequence[Stated]) -> Iterator[tuple[Sequence[Stated], bool]]:
    """The parts behind a total, and whether they are all: each way of knowing them in turn."""
    listed = _listed(of, total, same)
    if listed:
        yield listed, True
    ended = _until_closed(of, total, same)
    if len(ended) > 1:
        yield ended, True
    pair = _pair(of, total, same)
    if pair:
        yield pair, True
    rest = _rest(of, total, same)
    if rest:
        yield rest, True
    said = "|".join([one.lead[-16:] + one.tail[:6] for one in same])
    classes, every = _classes(of)
    told = {member for member in every if member in said}
    for members in classes if len(told) > 1 else ():
        if len(told.intersection(members)) < 2:
            continue
        found = _members(of, total, same, members)
        if found and not _as_rounded(found, total):
            yield found, len(found) == len(members) or _nearly(found, total)
    alike = _alike(of, total, same)
    if alike:
        yield alike, _nearly(alike, total)


@once
def _classes(of: Subject) -> tuple[Sequence[Sequence[str]], frozenset[str]]:
    """The sorts of each class, and those of all."""
    classes = [one.split("|") for one in of.words.get("分类", ())]
    return classes, frozenset([member for members in classes for member in members])


@once
def _signs(of: Subject) -> tuple[frozenset[int], frozenset[int], bool]:
    """Where the figures begin that may be told as a sum and as a rest, and whether a list may be closed."""
    return led_by(of, _SUM_OF), led_by(of, _REST), may_match(of, _CLOSED)


def _nearly(parts: Sequence[Stated], total: Stated) -> bool:
    return summed(parts) * 20 >= total.amount * 17 and len(parts) > 2


def _as_rounded(parts: Sequence[Stated], total: Stated) -> bool:
    """Whether the gap is no more than what rounding each makes: 1.12万户、3.15万户、0.09万户 of 4.37万户."""
    return abs(summed(parts) - total.amount) * 2 <= step(total) * (len(parts) + 1) and "." in total.value


def _name(one: Stated) -> str:
    """What a part is told by: 初次信访, 春季, 行政村."""
    own = _FILL.sub("", one.own.strip())
    return own or one.noun.strip()


def _listed(of: Subject, total: Stated, same: Sequence[Stated]) -> list[Stated]:
    """The parts by the names that the total itself lists: 合同、协议、文件共58件; 16个村(社区)."""
    names: list[str] = []
    if total.at in _signs(of)[0]:
        lead = total.lead.rpartition(",")[2]
        told = _SUM_OF.sub("", lead)
        names = re.split("[、和与及]", told) if told != lead else []
    both = _BOTH.match(total.tail)
    if both:
        names = [both[1], both[2]]
    if len(names) < 2 or len(same) < len(names) or any(not name for name in names):
        return []
    parts = list(same[: len(names)])
    told_of = all(_called(part, name) for part, name in zip(parts, names, strict=True))
    return parts if told_of and parts[-1].at - total.at < 80 else []


def _called(part: Stated, name: str) -> bool:
    said = re.split("[和与及均都]", _name(part))
    noun = re.match(rf"[\u4e00-\u9fff]{{0,2}}{re.escape(name)}", part.tail)
    return bool(noun) or any(len(one) > 1 and (name.endswith(one) or one.endswith(name)) for one in (said[0], said[-1]))


def _until_closed(of: Subject, total: Stated, same: Sequence[Stated]) -> list[Stated]:
    """The parts up to words that say that there are no more."""
    if not _signs(of)[2]:
        return []
    stop = of.folded.find("\n", total.end)
    end = _CLOSED.search(of.folded, total.end, min(stop if stop >= 0 else len(of.folded), total.end + 200))
    if end is None:
        return []
    parts = [one for one in same if one.end <= end.start()]
    if any(_OPEN.search(one.lead) or _IN_ALL.search(one.lead) for one in parts[1:]) or len(parts) < 2:
        return []
    return parts


def _members(of: Subject, total: Stated, same: Sequence[Stated], members: Sequence[str]) -> list[Stated]:
    """The parts that are sorts of one class, which exclude each other, of what the total counts."""
    own = total.lead[-20:] + total.noun
    if any(member in own for member in members):
        return []
    ordered = sorted(members, key=len, reverse=True)
    found: dict[str, Stated] = {}
    passed = False
    for one in same:
        name = _name(one)
        member = next((m for m in ordered if m in name[: len(m) + 2]), "")
        if not member and not found:
            # 立案1386件，其中违停832件。适用简易程序1049件，适用普通程序337件: the sentence may begin with them.
            passed = True
            continue
        if not member and one.at - same[0].at > 120:
            return []
        if member in found or not _belongs(name.partition(member)[2] if member else name, own):
            break
        if member:
            found[member] = one
    several = list(found.values())
    short = any("不" + m in members and "不" + m not in found for m in found)
    if len(found) < 2 or (short and summed(several) <= total.amount):
        return []
    first = next(iter(found.values()))
    row = sentence_of(of, first)
    # 适用简易程序104件，适用普通程序37件 may come sentences behind the cases, with nearly as many.
    again = first is row[0] and abs(summed(several) - total.amount) * 10 <= total.amount
    reach = _FAR if again else 0 if passed else 60
    near = (row is sentence_of(of, total) and not passed) or first.at - total.end < reach
    between = of.folded[total.end : first.at]
    if (
        not near
        or summed(several) > 2 * total.amount
        or (_ITEM.search(between.replace(";", ",") if again else between))
        or any(_SOME.search(one.lead) for one in several)
        or "等" in re.split("[,;]", several[-1].tail)[0][:8]
    ):
        return []
    return several


def _belongs(rest: str, own: str) -> bool:
    """Whether what stands behind the sort is what the total counts, or nothing."""
    bare = re.sub("(?:的|类|方面|完成)$", "", rest)
    return len(bare) < 2 or bare == "案件" or any(bare[n : n + 2] in own for n in range(len(bare) - 1))


def _ends_alike(names: Sequence[str]) -> bool:
    """Whether all end in the same words: 占道经营的, 违法建设的; 印制资料用去, 聘请讲师用去."""
    ends = {name[-1:] if name.endswith("的") else name[-2:] for name in names}
    return len(names) > 2 and len(ends) == 1 and len(set(names)) == len(names) and min(map(len, names)) > 2


def _pair(of: Subject, total: Stated, same: Sequence[Stated]) -> list[Stated]:
    """The first two parts where one is the contrary of the other: 线上, 线下; 规模以上企业, 规模以下企业."""
    parts = list(same[:2])
    if parts[0].at - total.end >= 60 or parts[1].at - parts[0].end >= 60:
        return []
    names = [_LED_IN.sub("", _name(one)) for one in parts]
    if (
        _ITEM.search(of.folded[total.end : parts[0].at])
        or not _contrary(*names)
        or any(_SOME.search(one.lead) for one in parts)
    ):
        return []
    own = total.lead[-20:] + total.noun
    listed = "等" in parts[1].tail[:8] or _contrary(_name(total), names[0]) or names[0] in own
    return [] if listed or summed(parts) * 2 < total.amount else parts


def _contrary(one: str, other: str) -> bool:
    """Whether two names say the same but for a sign that is the contrary of the other's."""
    if len(one) < 2 or len(other) < 2:
        return False
    for a, b in ((one, other), (other, one)):
        bare = a.removeprefix("予以")
        if len(bare) > 1 and b.startswith(("不予" + bare, "不" + bare, "未" + bare)):
            return True
        lacking = _LACKING.match(b)
        if lacking and not lacking["act"].startswith(("办", "结", "审", "整", "完")) and bare.endswith(lacking["act"]):
            return True
    n = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), -1)
    return 0 <= n < 4 and one[n] + other[n] in _CONTRARY and (n > 0 or len(one) == len(other))


def _rest(of: Subject, total: Stated, same: Sequence[Stated]) -> list[Stated]:
    """The parts to the rest, all of one sentence, right behind the total: 干部118人，优秀76人，良好31人，其余12人."""
    rest = _signs(of)[1]
    if not any(one.at in rest and _REST.search(one.lead) for one in same):
        return []
    row = sentence_of(of, total)
    parts = [one for one in same if one in row]
    if len({one.unit for one in parts[:3]} - {total.unit}) == 1 and parts[0].unit != total.unit:
        # 走访企业210家，收集问题96个，解决89个，其余7个: of the problems.
        return []
    if len({_name(one)[-2:] for one in (total, *parts)}) == 1 or (
        parts and joint(total.lead) == joint(parts[0].lead) == "、"
    ):
        # 邻里纠纷146件，物业纠纷133件，其他纠纷47件: a list, whose total stands elsewhere.
        return []
    at = next((n for n, one in enumerate(parts) if _REST.match(one.own)), 0)
    parts = parts[: at + 1]
    if at < 1 or row.index(parts[0]) > row.index(total) + 2 or any(_OPEN.search(one.lead) for one in parts[:-1]):
        return []
    stages = of.words.get("办理环节", ())
    if any(word in one.lead + one.noun[:6] for one in parts for word in stages):
        return []
    whole = (*row[: row.index(total)], *parts[:-1])
    several = [(*some, parts[-1]) for n in range(len(parts)) for some in combinations(parts[:-1], n)]
    if any(agrees(some, one) for one in whole if one.kind == total.kind for some in several):
        return []
    return parts if abs(summed(parts) - total.amount) * 5 <= total.amount else []


def _alike(of: Subject, total: Stated, same: Sequence[Stated]) -> list[Stated]:
    """The parts right behind the total, to the end of its sentence, that are told alike: 面向干部9场，面向学生8场."""
    if same[0].begin != total.end:
        return []
    row = sentence_of(of, total)
    behind = [one for one in row if one.at > total.at]
    parts = list(takewhile(lambda one: one.kind == total.kind, behind))
    if len(parts) < 2 or len(parts) > len(same) or any(a is not b for a, b in zip(parts, same, strict=False)):
        return []
    if any(not _ONE_ACT.match(one.lead) or _OPEN.search(one.lead) for one in parts):
        return []
    names = [_name(one) for one in parts]
    sides = all(_SIDE.search(name) for name in names) or _ends_alike(names)
    heads = all(a[:2] == b[:2] and a != b for a, b in pairwise(names))
    own = _name(total)
    if _ends_alike([own, *names]) or _PERIOD.search(own) or re.match("[^,;]{0,12}、", parts[0].lead):
        # A list without a total: its first item is one of many.
        return []
    if (sides and _SIDE.search(own)) or (heads and own[:2] == names[0][:2]):
        return []
    closed = (re.match("[^,;、]{0,8}$", parts[-1].tail) or len(behind) > len(parts) > 2) and "等" not in parts[-1].tail
    return parts if (sides or heads) and closed else []
