"""辖区的村、社区，前后个数不同。

为什么：一个镇有几个村是定数，一处14个、一处15个，必有一处写错，据它算的比例也跟着错。
依据：前后一致是公文的基本要求。
反例：
    全镇下辖行政村14个。全镇15个行政村均成立村民议事会。
正例：
    全镇下辖行政村14个、社区2个。全镇14个行政村均成立村民议事会，12个村建成法律服务站。
"""

import re
from collections import Counter
from collections.abc import Iterator

from generator.annotate.numbers import amount
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found, offset, spot
from generator.diagnostics import Severity
from generator.regex import regex

_N = r"(\d{1,3}|[两二三四五六七八九十百]{1,4})"
_PLACE = "(?P<place{0}>行政村|乡镇|社区|村(?!民|级|组|干|居|规|[(]|、|社))"
_TOLD = regex(
    rf"[辖全](?:(?:(?<=辖)|(?<=全)(?:[镇乡县区]|街道)共?有)(?:[^,。;:\d]{{0,8}}?、)?"
    rf"(?:(?P<a>{_N})个{_PLACE.format(1)}|{_PLACE.format(2)}(?P<b>{_N})个)"
    rf"|(?<=全)[县区市](?P<d>{_N})个(?P<place4>乡镇)"
    rf"|(?<=全)(?:[镇乡县区]|街道)(?P<c>{_N})个{_PLACE.format(3)}(?=[^,。;]{{0,4}}(?:[都均]|全部|全覆盖|实现)))"
)


_SOME = regex(rf"(?<![\d.第]){_N}个(?P<place>行政村|乡镇|社区|村(?!民|级|组|干|居|规|[(]|、|社|和))")

_STREETS = regex("[(、和]?街道")
_ALIKE = {
    "村": regex(rf"(?<![\d.第]){_N}个(?:行政)?村(?!民|级|组|干|居|规|[(]|、|社|和)"),
    "社区": regex(rf"(?<![\d.第]){_N}个社区(?!工作|矫正|网格|[(]|、|和|居)"),
}
_ALL = regex("[^,。;]{0,8}(?:全部|全覆盖|[均都](?:已|设|建|有|配|成|完))")


def check(of: Subject) -> Iterator[Finding]:
    """Each number of all villages or communities that differs from the one told first."""
    first: dict[str, tuple[int, int]] = {}
    told: set[int] = set()
    for match in _TOLD.finditer(of.folded):
        where = spot(of, match.start(), match.end())
        place = _place(of, match, *(f"place{n}" for n in "1234"))
        group = next(name for name in "abcd" if match[name])
        worth = amount(match[group].replace("两", "二"))
        if worth is None:
            continue
        known, line = first.setdefault(place, (int(worth), where.line))
        told.add(where.line)
        if known != worth:
            said = f"{place}的个数前后不一：此处{match[group]}个，第{line}行{known}个"
            yield Finding(
                spot(of, match.start(group), match.end(group)), said, "核对辖区有几个；只指其中一部分的，不写“全”"
            )
    small = of.annotation.outline.level in ("township", "subdistrict")
    if small or any(place.startswith("乡镇") for place in first):
        first = first if small else {place: told for place, told in first.items() if place.startswith("乡镇")}
        yield from _beyond(of, first, told)
    for place in _ALIKE if small else ():
        if place not in first:
            yield from _differing(of, place)


def _place(of: Subject, match: re.Match[str], *groups: str) -> str:
    """What is counted; 乡镇街道 where these are counted together (12个乡镇（街道） are 9个乡镇、3个街道)."""
    place = next(match[group] for group in groups if match[group])
    if place == "乡镇" and _STREETS.match(of.folded, match.end()):
        return "乡镇街道"
    return "村" if place == "行政村" else place


def _differing(of: Subject, place: str) -> Iterator[Finding]:
    """A number of villages that stands alone, above what is told of all of them."""
    told = [(where, amount(match[1].replace("两", "二"))) for where, match in found(of, _ALIKE[place])]
    hits = [(where, int(worth)) for where, worth in told if worth is not None]
    times = Counter(n for _, n in hits)
    every = [(where, n) for where, n in hits if _ALL.match(of.folded, offset(of, where) + where.end - where.start)]
    if not every or len({n for _, n in hits}) != 2:
        return
    whole = [(where, n) for where, n in hits if of.folded.endswith(("全镇", "全乡"), 0, offset(of, where))]
    if len({n for _, n in whole}) == 1:
        # 全乡12个行政村 … 14个行政村都设了
        for where, n in every:
            if n > whole[0][1]:
                said = f"这里写{n}个{place}，第{whole[0][0].line}行是{whole[0][1]}个"
                yield Finding(where, said, f"核对辖区有几个{place}")
                return
    first, usual = max(every, key=lambda one: times[one[1]])
    for where, n in hits:
        if usual < n < 2 * usual and times[n] == 1:
            yield Finding(where, f"这里写{n}个{place}，第{first.line}行是{usual}个", f"核对辖区有几个{place}")


def _beyond(of: Subject, first: dict[str, tuple[int, int]], told: set[int]) -> Iterator[Finding]:
    """Each number of villages that is more than there are."""
    for where, match in found(of, _SOME):
        place = _place(of, match, "place")
        worth = amount(match[1].replace("两", "二"))
        # There are no more towns than there are towns and streets.
        known, line = first.get(place) or first.get(f"{place}街道", (0, 0))
        if worth is not None and known and worth > known and where.line not in told:
            said = f"这里写{match[1]}个{place}，第{line}行说辖区一共{known}个"
            yield Finding(where, said, "核对辖区有几个")


RULE = Rule("FIG032", "村和社区的个数不一", Severity.WARNING, check, __doc__)
