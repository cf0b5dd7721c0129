"""下一年度的安排里，还要实施已经到期的规划。

为什么：规划到期以后只能总结、验收，不能再“深入实施”；这样写说明照抄了去年的安排。
依据：各规划的起止年见其名称和模板的 genre.yml（periods）。地方文件以本地为准。
反例（2025年度）：
    一、主要举措和成效
    落实“三项制度”，培训执法人员25人。
    二、存在的不足
    执法力量不足，主要原因是编制少。
    三、2026年工作安排
    （一）加强普法。深入实施“八五”普法规划，开展宣传20次。
    （二）规范执法。贯彻《法治政府建设实施纲要（2021—2025年）》，评查案卷30卷。
正例（2025年度）：
    一、主要举措和成效
    深入实施“八五”普法规划。
    二、存在的不足
    执法力量不足，主要原因是编制少。
    三、2026年工作安排
    （一）加强普法。做好“八五”普法总结验收，开展宣传20次。
    （二）规范执法。评查案卷30卷。
"""

from collections.abc import Iterator

from generator.check.calendar import periods, quoted, sentence
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, extent, parts, spot
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Each period in the plans that does not reach the next year, unless its end is what is planned."""
    if not of.year:
        return
    closing = of.words.get("规划收尾", ())
    for part in parts(of, "plans"):
        begin, end = extent(of, part)
        for at, name, last in periods(of, begin, end):
            if last >= of.year + 1 or any(word in sentence(of, at) for word in closing):
                continue
            said = f"{of.year + 1}年的安排里写{quoted(name)}，它到{last}年为止"
            yield Finding(spot(of, at, at + len(name)), said, "改写在施的规划，或写它的总结、验收")


RULE = Rule("WRD033", "下一年度的安排还写到期的规划", Severity.ERROR, check, __doc__)
