"""大小不合常理。

为什么：一个镇没有上百万人口、上千公里边境线，人数也不会比户数少；多半是丢了小数点、“万”或把单位写错了。
依据：乡镇、县区的一般规模；一户至少一人。
反例：
    全镇共1430户1204人。
反例：
    涉及搬迁群众320户，共286人。
正例：
    全镇共430户1204人。
    涉及搬迁群众120户，共286人。
    走访群众320户，发展志愿者286人。
"""

from collections.abc import Iterator
from itertools import pairwise

from generator.check.near import led_by, rows_with
from generator.check.rule import Finding, Rule
from generator.check.rules.fig._converted import converted
from generator.check.stated import Stated, covered, named, where, with_percent, words
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_PEOPLE = regex("(?:人口|常住|户籍|居民)[^,;:、。()人]{0,6}$")
_BORDER = regex("(?:边境线|国境线|边界线|海岸线|岸线)[^,;:、。]{0,4}$")
_AREA = regex("(?:面积|辖区|区域|国土|行政区划)[^,;:、。]{0,6}$")
_UNDER = regex("辖[^,;。]{0,12}$")
_ABROAD = regex("全[国省市州]|[我本]省|流域|长江|黄河")
_SMALL = ("township", "subdistrict")
_LIMITS = (
    (_PEOPLE, ("人", "名"), 1_000_000, 6_000_000),
    (_BORDER, ("公里", "千米"), 1_000, 6_000),
    (_AREA, ("平方公里", "平方千米"), 60_000, 500_000),
    (_UNDER, ("村",), 200, 3_000),
)
"""What may be told of a unit, and from how much on that is too much for a township and for others; a few are larger."""
_PATTERNS = tuple(limit[0] for limit in _LIMITS)
_RATE = regex(
    "(?<!不)(?:满意|知晓|办结|结案|化解|成功|答复|整改|出庭)[率度](?:均|都|已)?(?:达到?了?|为|是|提[高升]到|上升到)?$"
)
_LOW = 30
"""Below it such a rate is odd."""
_TOGETHER = ("", "、", ",", ",共", "共", ",共有", "(", "(共", "、共")
_HOUSES = ("户",)
_HOUSES_TOLD = regex("户[、,(]?共?有?\\d+[\u4e00-\u9fff]{0,2}人")


def check(of: Subject) -> Iterator[Finding]:
    """Each size that is too large for its unit, each number of people below that of their households."""
    led = led_by(of, *_PATTERNS)
    small = of.annotation.outline.level in _SMALL
    for row in rows_with(of, *_PATTERNS) if led else ():
        for one in row:
            if one.at in led and one.exact and _too_large(one, small) and not covered(of, (one,)):
                said = f"“{named(one)}”对{'一个乡镇、街道' if small else '一个县区'}来说太大"
                yield Finding(where(of, one), said, "核对小数点、“万”和单位", severity=Severity.INFO)
    yield from converted(of)
    for row in with_percent(of):
        for one in row:
            low = one.unit == "%" and one.exact and 0 < one.amount < _LOW and _RATE.search(one.own)
            if low and not covered(of, (one,)):
                said = f"“{named(one)}”小得不合常理"
                yield Finding(where(of, one), said, "核对小数点", severity=Severity.INFO)
    for row in rows_with(of, _HOUSES_TOLD):
        for houses, people in pairwise(row):
            if houses.unit in _HOUSES and people.unit in ("人", "口人") and people.lead in _TOGETHER:
                fewer = people.amount < houses.amount and houses.exact and people.exact
                if fewer and not covered(of, (houses, people)):
                    said = f"{words(houses)}只有{words(people)}，一户至少一人"
                    yield Finding(where(of, people), said, "核对户数和人数")


def _too_large(one: Stated, small: bool) -> bool:
    return not _ABROAD.search(one.own) and any(
        (one.kind in kinds or (one.unit == "个" and one.noun.startswith(("村", "行政村")) and "村" in kinds))
        and one.amount >= (few if small else many) and pattern.search(one.own)
        for pattern, kinds, few, many in _LIMITS
    )


RULE = Rule("FIG043", "大小不合常理", Severity.WARNING, check, __doc__)
