"""导语或标题的年度与报告的年度不一致。

为什么：标题写2024年度，导语却从“2023年”说起，多半是套用去年的稿子时漏改了。
依据：《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）：报告上一年度的情况和下一年度的安排。
反例：
    云岭镇人民政府关于2024年度法治政府建设情况的报告
    2023年，云岭镇坚持依法行政，扎实推进法治政府建设，各项工作取得新进展。现将有关情况报告如下：
    一、主要举措和成效
    （一）规范行政执法。现有执法人员25名，开展检查12次。
    二、2025年主要安排
    （一）补齐执法力量。组织12名干部参加执法资格考试。

    云岭镇人民政府关于2024年度法治政府建设情况的报告
    2024年，云岭镇坚持依法行政，扎实推进法治政府建设，各项工作取得新进展。现将有关情况报告如下：
    一、主要举措和成效
    （一）规范行政执法。现有执法人员25名，开展检查12次。
    二、2024年主要安排
    （一）补齐执法力量。组织12名干部参加执法资格考试。

    云岭镇人民政府关于2024年度法治政府建设情况的报告
    2024年，云岭镇坚持依法行政，扎实推进法治政府建设，各项工作取得新进展。现将有关情况报告如下：
    一、主要举措和成效
    （一）规范行政执法。现有执法人员25名，开展检查12次。
    二、2025年主要安排
    （一）推进政务公开。2024年底前实现专区全覆盖。
正例：
    云岭镇人民政府关于2024年度法治政府建设情况的报告
    2024年，云岭镇坚持依法行政，扎实推进法治政府建设，各项工作取得新进展。现将有关情况报告如下：
    一、主要举措和成效
    （一）规范行政执法。现有执法人员25名，开展检查12次。
    二、2025年主要安排
    （一）补齐执法力量。组织12名干部参加执法资格考试，在2024年基础上再增加执法人员3名。
"""

import re
from collections.abc import Iterator

from generator.annotate.model import Section
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, extent, offset, parts, spot
from generator.diagnostics import Severity
from generator.regex import regex

_TITLE = regex(r"(?<![\d—–~～至-])(20\d{2})\s*年(?!\s*\d{1,2}月)")
_OPENING = regex(r"^\s*(20\d{2})年度?(?=,)", re.MULTILINE)
_AMID = regex(r"(?<=。)(20\d{2})年度?,[^。\n]{0,24}(?:习近平|贯彻|为指[导引]|紧扣|围绕|坚持)")
"""The same behind what an opening tells of the place; only where it does not name the year reported on."""
_BEFORE = regex(
    r"(20\d{2})年(?:年?内|年?[底末]以?前|\d{1,2}月(?:[底末]|\d{1,2}日)?以?前|[上下]半年|全年)"
    r"(?=[^。;\n未尚没已]{0,2}(?:完成|实现|建成|力争|争取|做到|全面|全部|开展|组织|办结|整改|到位|清零|化解|落实|配齐|达到|建立|销号)(?!的))"
)
_TRANSITION = regex(r"现将[^。\n]{0,16}?(20\d{2})年度?(?!\d{1,2}月|末|底)")


def check(of: Subject) -> Iterator[Finding]:
    """Each year of the opening and of the headings of measures and plans that the title's year contradicts."""
    outline = of.annotation.outline
    told = _TITLE.findall(outline.title)
    if len(told) != 1 or not outline.sections:
        return
    year = int(told[0])
    # Where all headings are items within the last paragraph, the opening ends with 现将…报告如下.
    led = of.text.find(outline.transition) + len(outline.transition) if outline.transition else 0
    end = min(offset(of, outline.sections[0].spot), led or len(of.text))
    for pattern in (_OPENING, _TRANSITION):
        match = pattern.search(of.folded, 0, end)
        if match and int(match[1]) != year:
            yield _finding(of, match.start(1), match[1], year, "导语")
    if f"{year}年" not in of.folded[of.folded.find(outline.title) + len(outline.title) : end]:
        match = _AMID.search(of.folded, 0, end)
        if match and int(match[1]) != year:
            yield _finding(of, match.start(1), match[1], year, "导语")
    for role, wanted, name in (("measures", year, "主要举措"), ("plans", year + 1, "下一年度安排")):
        for n, part in enumerate(parts(of, role)):
            if role == "plans":
                yield from _overdue(of, part, year)
            years = list(_TITLE.finditer(part.text))
            if n and role == "measures" and years and int(years[0][1]) == year + 1:
                # 三、2025年怎么干: plans by another name.
                continue
            if part.level == 1 and len(years) == 1 and int(years[0][1]) != wanted:
                at = of.folded.find(years[0][1], offset(of, part.spot))
                yield _finding(of, at, years[0][1], wanted, f"“{name}”的标题")


def _overdue(of: Subject, part: Section, year: int) -> Iterator[Finding]:
    """Each time in the plans that is over when the year reported on is: 2024年底前实现全覆盖."""
    begin, end = extent(of, part)
    for match in _BEFORE.finditer(of.folded, begin, end):
        if int(match[1]) <= year:
            where = spot(of, match.start(1), match.end())
            yield Finding(where, f"下一年度的安排写的期限是“{match[0]}”，已经过去", f"核对年份，应是{year + 1}年")


def _finding(of: Subject, at: int, said: str, wanted: int, where: str) -> Finding:
    return Finding(
        spot(of, at, at + 5), f"{where}写的是“{said}年”，报告的年度是{of.year}年", f"核对年份，应是{wanted}年"
    )


RULE = Rule("STA023", "年度前后不一致", Severity.WARNING, check, __doc__)
