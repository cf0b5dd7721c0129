"""每村几个，与村数、总数对不上。

为什么：别处写了有几个村、几个社区、几个网格，“平均每村6次”乘以村数就是总数。
依据：算术；平均数四舍五入到所写的位数。
反例：
    全镇辖14个行政村。召开村民代表会议84次，平均每村8次。
反例：
    12个村和3个社区全部建立台账。“法律明白人”增至120名，每个村（社区）平均6名。
反例：
    全镇辖14个行政村。培养“法律明白人”52名，每村不少于4名。
反例：
    街道辖6个社区、88个网格。每个网格配备“法律明白人”2名，共167名。
正例：
    全镇辖14个行政村。召开村民代表会议84次，平均每村6次。
    全镇辖14个行政村、1个社区。培养“法律明白人”62名，每村不少于4名。
    街道辖6个社区、88个网格。每个网格配备“法律明白人”2名，共176名。
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.annotate import units
from generator.annotate.numbers import amount
from generator.check.figures import rounded, truncated
from generator.check.near import led_by, rows_led_by
from generator.check.rule import Finding, Rule
from generator.check.rules.fig._compared import elsewhen
from generator.check.stated import as_printed, covered, plain, where, words
from generator.check.subject import Subject, once
from generator.diagnostics import Severity
from generator.regex import regex

_EACH = regex(
    r"(?P<mean>平均)?每个?(?:行政)?(?P<place>村\(?社区\)?|村居|村|社区)(?P<then>平均)?(?:配备|建有|培养|有|约|达)?(?P<least>不少于|至少|不低于)?$"
)
_N = r"(\d{1,3}|[两二三四五六七八九十]{1,3})"
_BOTH = regex(rf"{_N}个(?:行政)?村(?:和|与|及|、){_N}个社区")
_VILLAGES = regex(
    rf"{_N}个行政村|{_N}个村(?=[^,。;]{{0,6}}(?:全部|均|都|全覆盖))|(?:下?辖|共有)(?:行政)?村{_N}个"
    rf"|(?:下?辖|共有){_N}个村(?!民|组|级|居)"
)
_ALIKE = regex(rf"(?:辖|共|全[县区市镇乡]|所有)[^,。;\d]{{0,6}}{_N}个(?:行政)?村\((?:社区|居)\)")
"""共172个村(社区)."""
_COMMUNITIES = regex(rf"{_N}个社区(?=[^,。;]{{0,6}}(?:全部|均|都|全覆盖))|(?:下?辖|共有){_N}个社区")

_DIVIDED = "网格|小区|片区|楼栋|自然村|村民小组|村小组"
_FIRST = regex(
    rf"每个?(?:行政)?(?P<place>村\(?社区\)?|村居|{_DIVIDED}|村|社区)(?:均|都|各|统一)?(?:配备|配有|配强|配|建有|培养|培育|设立|设有|选聘|聘请|明确|确定|有|落实)"
    "了?[“”\u4e00-\u9fff]{0,12}$"
)
_IN_ALL = regex("[,(](?:全[\u4e00-\u9fff]{1,2})?(?:共计?|合计|总计|一共)(?:配备|培养|培育|设立|选聘|聘请|有)?$")
"""Before what they come to: 每个网格配备“法律明白人”2名，共176名."""
_SHARED = regex("顾问|律师|[辅民]警|指导员|联络员|干部")
"""One of these may serve several places."""
_DIVISIONS = regex(rf"{_N}个(?P<place>{_DIVIDED})")
_SOME = regex(rf"(?<![\d第两二三四五六七八九十]){_N}个(?:行政)?(?:村|社区)")
_SEVERAL = regex(rf"(?<![\d第两二三四五六七八九十]){_N}个[\u4e00-\u9fff]{{0,4}}?(?:村|社区|{_DIVIDED})")
_NEW = regex("[净新]增|增加|新[建设聘培]")
_OF_SORT = regex("(?:边境|抵边|沿边|沿[江河海湖]|示范|试点|重点|贫困|脱贫|薄弱|帮扶|移民|[山库林牧]区|城郊|中心)村")
_OF_SOME = regex("(?:来自|分布|集中|涉及)[^,;。]{0,8}村(?=[,;])")
"""Villages of one sort."""
_PAST = regex("上年|去年|上一年|前年")
_UPPER = regex("(?:[省市县区乡镇]|街道)(?:本?级|直属?|里|上)[^,;:、]{0,6}$")
"""Before a part that is none of the villages': 乡级12名，村级每村2名."""
_EVERY = regex("每[^,;。]{0,6}$")
"""每个街道管辖12个社区 are not all of them."""


def check(of: Subject) -> Iterator[Finding]:
    """Each figure of every village that does not make the total of its sentence with their number."""
    yield from _come_to(of)
    each, past = led_by(of, _EACH), elsewhen(of)
    for row in rows_led_by(of, _EACH) if each else ():
        for at, mean in enumerate(row):
            told = _EACH.search(mean.lead) if at and mean.at in each and mean.amount else None
            # 66名，较上年的55名增加两成，平均每个社区6名: of this year's.
            total = next((one for one in reversed(row[:at]) if one.at not in past), row[at - 1])
            if told is None or total.kind != mean.kind or not total.exact or mean.mention.quantity.sense == "change":
                continue
            upper = _UPPER.search(total.own) and not _UPPER.search(mean.own)
            if _NEW.search(total.own) or _PAST.search(mean.own) or upper or total.amount < mean.amount * 2:
                # 人民调解委员会12个，乡级1个，每村1个: the one before it is none of the villages'.
                continue
            both = "社区" in told["place"] and "村" in told["place"]
            places = _places(of).get("村社区" if both else told["place"][:2])
            if not places or covered(of, (total, mean)):
                continue
            value, whole = as_printed(mean), total.amount / units.base(mean.unit)[0]
            near = [_worth(m[1]) for m in _SOME.finditer(of.folded, row[0].begin, mean.at)]
            if both and len(near) > 1:
                # 17个村、4个社区…平均每个村(社区): of both together.
                near = [near[n] + near[n + 1] for n in range(len(near) - 1)]
            sort = None if any(near) else _OF_SORT.search(of.folded, row[0].begin, mean.at)
            if sort or (not any(near) and _OF_SOME.search(of.folded, row[0].begin, mean.at)):
                # 护边员130人，都来自边境村，平均每村26人: not of all villages.
                places = _of_sort(of, sort[0]) if sort else 0
                if not places:
                    continue
            # 项目涉及三个村，…平均每村3500亩: of these alone.
            places = next((n for n in near if n and _fits(whole / n, value)), places)
            exact = whole / places
            least = told["least"] or mean.mention.quantity.qualifier in ("不少于", "至少", "不低于")
            if least and exact < value:
                needed = f"{plain(places * value)}{mean.unit}"
                said = f"{places}个{told['place']}每村不少于{words(mean)}，应不少于{needed}，前面是{words(total)}"
                yield Finding(where(of, mean), said, "核对总数和村数")
                continue
            fits = least or _fits(exact, value)
            if not fits and mean.exact and (told["mean"] or told["then"] or exact < value):
                right = f"{rounded(exact, Decimal('0.1')):f}{mean.unit}"
                said = f"{words(total)} ÷ {places}个 = {right}，与“{words(mean)}”不符"
                yield Finding(where(of, mean), said, "核对总数、村数和平均数")


def _come_to(of: Subject) -> Iterator[Finding]:
    """Each total right behind what every one of the places has, that this does not make."""
    first = led_by(of, _FIRST)
    for row in rows_led_by(of, _FIRST) if first else ():
        for each, total in pairwise(row):
            told = _FIRST.search(each.lead) if each.at in first and each.exact and total.exact else None
            behind = total.lead[max(total.lead.find(","), 0) :]
            if told is None or each.kind != total.kind or not _IN_ALL.fullmatch(behind):
                continue
            both = "社区" in told["place"] and "村" in told["place"]
            places = _places(of).get("村社区" if both else told["place"]) or _divisions(of, told["place"])
            near = [_worth(m[1]) for m in _SEVERAL.finditer(of.folded, row[0].begin, each.at)]
            if not places or (near and places not in near) or covered(of, (each, total)):
                # 三个示范村每村设立服务点2个，共6个: of these alone.
                continue
            if any(n * each.amount == total.amount for n in (places, *near)):
                continue
            come_to = each.amount * places
            if abs(come_to - total.amount) * 2 > come_to or (total.amount < come_to and _SHARED.search(each.lead)):
                continue
            right = f"{plain(come_to / units.base(each.unit)[0])}{each.unit}"
            said = f"{words(each)} × {places}个{told['place']} = {right}，与“{words(total)}”不符"
            yield Finding(where(of, total), said, "核对每处几个、处数和总数")


def _of_sort(of: Subject, sort: str) -> int:
    """How many villages of a sort there are (边境村5个), where the report tells one number of them."""
    pattern = rf"(?<![\d.])(\d{{1,3}})个{sort}|{sort}(\d{{1,3}})个"
    told = {int(m[1] or m[2]) for m in re.finditer(pattern, of.folded)}
    return told.pop() if len(told) == 1 else 0


def _divisions(of: Subject, place: str) -> int:
    """How many grids or other divisions there are, where the report tells one number of them."""
    found = (m for m in _DIVISIONS.finditer(of.folded) if m["place"] == place)
    every = (m for m in found if not _EVERY.search(of.folded, max(0, m.start() - 8), m.start()))
    told = {_worth(m[1]) for m in every}
    return told.pop() if len(told) == 1 else 0


def _fits(exact: Decimal, value: Decimal) -> bool:
    return value in (rounded(exact, value), truncated(exact, value))


@once
def _places(of: Subject) -> dict[str, int]:
    """How many villages, communities and both there are, where the report tells one number of each."""
    made: dict[str, int] = {}
    both = {(_worth(m[1]), _worth(m[2])) for m in _BOTH.finditer(of.folded)}
    if len(both) == 1:
        villages, communities = next(iter(both))
        made = {"村": villages, "社区": communities, "村社区": villages + communities}
    together = {_worth(m[1]) for m in _ALIKE.finditer(of.folded)}
    if "村社区" not in made and len(together) == 1:
        made["村社区"] = together.pop()
    for place, pattern in (("村", _VILLAGES), ("社区", _COMMUNITIES)):
        found = pattern.finditer(of.folded)
        every = (m for m in found if not _EVERY.search(of.folded, max(0, m.start() - 8), m.start()))
        told = {_worth(next(filter(None, m.groups()))) for m in every}
        if place not in made and len(told) == 1:
            made[place] = told.pop()
    return made


def _worth(said: str) -> int:
    value = amount(said.replace("两", "二"))
    return int(value) if value is not None else 0


RULE = Rule("FIG039", "每村几个与村数不符", Severity.WARNING, check, __doc__)
