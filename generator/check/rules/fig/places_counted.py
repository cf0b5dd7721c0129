"""辖区的村、社区，前后个数不同。

为什么：一个镇有几个村是定数，一处14个、一处15个，必有一处写错，据它算的比例也跟着错。
依据：前后一致是公文的基本要求。
反例：
    全镇下辖行政村14个。全镇15个行政村均成立村民议事会。
正例：
    全镇下辖行政村14个、社区2个。全镇14个行政村均成立村民议事会，12个村建成法律服务站。
"""

import re
from collections.abc import Iterator

from generator.annotate.numbers import amount
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found, spot
from generator.diagnostics import Severity

_N = r"(\d{1,3}|[两二三四五六七八九十百]{1,4})"
_PLACE = "(?P<place{0}>行政村|社区|村(?!民|级|组|干|居|规|[(]|、|社))"
_TOLD = re.compile(
    rf"(?:下辖|管辖|辖|全[镇乡县区]共?有|全街道共?有)(?:[^,。;:\d]{{0,8}}?、)?(?:(?P<a>{_N})个{_PLACE.format(1)}|{_PLACE.format(2)}(?P<b>{_N})个)"
    rf"|全(?:[镇乡县区]|街道)(?P<c>{_N})个{_PLACE.format(3)}(?=[^,。;]{{0,4}}(?:[都均]|全部|全覆盖|实现))"
)


def check(of: Subject) -> Iterator[Finding]:
    """Each number of all villages or communities that differs from the one told first."""
    first: dict[str, tuple[int, int]] = {}
    for where, match in found(of, _TOLD):
        place = match["place1"] or match["place2"] or match["place3"]
        place = "村" if place == "行政村" else place
        group = "a" if match["a"] else "b" if match["b"] else "c"
        worth = amount(match[group].replace("两", "二"))
        if worth is None:
            continue
        known, line = first.setdefault(place, (int(worth), where.line))
        if known != worth:
            said = f"{place}的个数前后不一：此处{match[group]}个，第{line}行{known}个"
            yield Finding(
                spot(of, match.start(group), match.end(group)), said, "核对辖区有几个；只指其中一部分的，不写“全”"
            )


RULE = Rule("FIG032", "村和社区的个数不一", Severity.WARNING, check, __doc__)
