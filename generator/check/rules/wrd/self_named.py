"""自称与本单位不是同一种。

为什么：镇的报告里写“我乡”、街道的报告里写“镇党委”，多半是套用别的单位的稿子时漏改，读者会怀疑数也不是自己的。
依据：公文用语与发文机关一致的基本要求；写别的乡镇、撤乡设镇以前的事不算。
反例：
    云岭镇人民政府关于2024年度法治政府建设情况的报告
    一、主要举措和成效
    （一）规范行政执法。由我乡司法所审核，开展检查12次。

    云岭街道2024年法治政府建设情况报告
    一、主要举措和成效
    （一）加强组织领导。镇党委召开会议4次。

    云岭街道2024年法治政府建设情况报告
    一、主要举措和成效
    （一）加强组织领导。全镇10个社区都有法律顾问。
正例：
    云岭镇人民政府关于2024年度法治政府建设情况的报告
    一、主要举措和成效
    （一）加强组织领导。镇党委召开会议4次，健全乡村治理机制，由我镇司法所会同青石乡司法所调处纠纷6件。

    云岭街道2024年法治政府建设情况报告
    一、主要举措和成效
    （一）加强组织领导。撤镇设街道前，全镇有4个社区。全街道现有10个社区。
"""

import re
from collections.abc import Iterator

from generator.check.calendar import sentence
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_KIND = regex("(镇|乡|街道|局|厅|委员会|办公室|[县旗])(?:人民政府|办事处|委员会|党工?委)?$")
_BEGUN = "(?<=[,。;:\n由经])"


def _others(*kinds: str) -> "re.Pattern[str]":
    """How a unit of any of these kinds calls itself, and its organs where no name stands before them."""
    any_of = "|".join(kinds)
    return regex(
        rf"(?P<self>(?<!自)我们?|(?<![日基根样])本)(?P<kind>{any_of}|局(?![面部势限域促]))(?!镇)(?!本土)"
        rf"|(?<![健完安保齐成])(?P<all>全)(?P<every>{any_of})(?![镇村土])"
        rf"|{_BEGUN}(?P<organ>{any_of})(?=党委|党工委|政府|人大|纪委|长[,。、;主带牵])"
    )


_OTHERS = {
    "镇": _others("乡", "街道"),
    "乡": _others("镇", "街道"),
    "街道": _others("镇", "乡"),
    "局": regex("(?P<self>我)(?P<kind>镇|乡|街道)(?!镇)(?P<all>)?(?P<every>)?(?P<organ>)?"),
}
_FORMERLY = regex("原(?![则因理告])|撤[镇乡并街销]|改设|合并[前后成为]|更名|前身|设立(?:街道|镇)?前")


def check(of: Subject) -> Iterator[Finding]:
    """Each word by which a unit of another kind calls itself."""
    outline = of.annotation.outline
    kind = _KIND.search(outline.unit) if outline.unit in outline.title + outline.signature else None
    for where, match in found(of, _OTHERS.get(kind[1], _OTHERS["局"])) if kind else ():
        if not _FORMERLY.search(sentence(of, match.start())):
            before = match["self"] or match["all"] or ""
            said = f"“{match[0]}”与本单位（{outline.unit}）不符"
            own = kind[1] if kind and before and kind[1] in _OTHERS else ""
            yield Finding(where, said, f"写“{before}{own}”" if own else "核对是不是本单位的事")


RULE = Rule(
    "WRD047", "自称与本单位不是同一种", Severity.WARNING, check, __doc__, looks_for=tuple(_OTHERS.values())
)
