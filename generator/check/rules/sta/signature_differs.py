"""署名的机关与标题里的机关对不上。

为什么：多半是套用别的单位的稿子时漏改。
依据：GB/T 9704—2012 7.3.5：发文机关署名用全称或规范化简称，与标题一致。
反例：
    云岭镇人民政府关于2024年度法治政府建设情况的报告
    一、主要举措和成效
    （一）规范行政执法。现有执法人员25名，开展检查12次。
    二、存在的不足和原因
    （一）执法力量不足。执法人员只有3名持证，主要原因是编制少、考试通过率低。
    （二）普法方式单一。以发放资料为主，原因在于缺少懂新媒体的人员。
    三、党政主要负责人履行推进法治建设第一责任人职责情况
    镇党委书记主持召开党委会议4次，研究法治政府建设，听取汇报4次。
    四、2025年主要安排
    （一）补齐执法力量。组织12名干部参加执法资格考试。
    （二）改进普法宣传。开设短视频栏目，每月更新2期。
    （三）规范案卷评查。全年评查30卷。
    青石镇人民政府
    2025年2月28日

    云岭镇2024年法治政府建设情况报告
    一、主要举措和成效
    （一）规范行政执法。现有执法人员25名，开展检查12次。
    二、2025年主要安排
    （一）补齐执法力量。组织12名干部参加执法资格考试。
    云岭街道办事处
    2025年2月28日
正例：
    云岭镇人民政府关于2024年度法治政府建设情况的报告
    一、主要举措和成效
    （一）规范行政执法。现有执法人员25名，开展检查12次。
    二、存在的不足和原因
    （一）执法力量不足。执法人员只有3名持证，主要原因是编制少、考试通过率低。
    （二）普法方式单一。以发放资料为主，原因在于缺少懂新媒体的人员。
    三、党政主要负责人履行推进法治建设第一责任人职责情况
    镇党委书记主持召开党委会议4次，研究法治政府建设，听取汇报4次。
    四、2025年主要安排
    （一）补齐执法力量。组织12名干部参加执法资格考试。
    （二）改进普法宣传。开设短视频栏目，每月更新2期。
    （三）规范案卷评查。全年评查30卷。
    青石县云岭镇人民政府
    2025年2月28日

    青石县云岭街道2024年法治政府建设情况报告
    一、主要举措和成效
    （一）规范行政执法。现有执法人员25名，开展检查12次。
    二、2025年主要安排
    （一）补齐执法力量。组织12名干部参加执法资格考试。
    云岭街道办事处
    2025年2月28日
"""

import re
from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, spot
from generator.diagnostics import Severity
from generator.regex import regex

_BODY = regex(r"([\u4e00-\u9fff]{2,}?)(?:人民政府|街道办事处|委员会|局|办公室|办事处)")
_PLACE = regex(r"([\u4e00-\u9fff]+?(?:[镇乡]|街道))(?:人民政府|办事处|委员会|党工?委|$)")
"""A township or subdistrict, whether its title names the organ (云岭镇人民政府) or not."""


def check(of: Subject) -> Iterator[Finding]:
    """Where neither name ends with the other's proper part."""
    outline = of.annotation.outline
    title, signature = outline.title.removeprefix("中共"), outline.signature.removeprefix("中共")
    at = of.text.rfind(outline.signature) if outline.signature else -1
    if at < 0 or not (_differ(_BODY, title, signature) or _differ(_PLACE, _unit(of), signature)):
        return
    above = _BODY.match(title)
    named = above[0] if above else _unit(of)
    said = f"署名“{outline.signature.strip()}”与标题里的“{named}”不一致"
    yield Finding(spot(of, at, at + len(outline.signature)), said, "核对机关名称")


def _unit(of: Subject) -> str:
    """The unit that the title names, "" if it names none."""
    outline = of.annotation.outline
    return outline.unit if outline.unit in outline.title else ""


def _differ(name: "re.Pattern[str]", title: str, signature: str) -> bool:
    above, below = name.match(title), name.match(signature)
    if not above or not below:
        return False
    one, other = above[1], below[1]
    return not one.endswith(other) and not other.endswith(one) and one not in signature


RULE = Rule("STA019", "署名与标题的机关不一致", Severity.WARNING, check, __doc__)
