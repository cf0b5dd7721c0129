"""主要举措覆盖的主题不到四个。

为什么：法治政府建设有九大任务，只写两三个方面，等于没有全面报告。
依据：《法治政府建设实施纲要（2021—2025年）》的九大任务；“至少四个”是本工具的取值。
反例：
    一、主要举措和成效
    （一）规范行政执法。开展检查12次。
    （二）加强普法宣传。开展宣传20次。
    二、存在的不足和原因
    （一）执法力量不足。执法人员只有3名持证，主要原因是编制少、考试通过率低。
    （二）普法方式单一。以发放资料为主，原因在于缺少懂新媒体的人员。
正例：
    一、主要举措和成效
    （一）加强组织领导。召开会议4次。
    （二）规范行政执法。开展检查12次。
    （三）化解矛盾纠纷。调解130起。
    （四）加强普法宣传。开展宣传20次。
    二、存在的不足和原因
    （一）执法力量不足。执法人员只有3名持证，主要原因是编制少、考试通过率低。
    （二）普法方式单一。以发放资料为主，原因在于缺少懂新媒体的人员。
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, children, parts
from generator.diagnostics import Severity

_LEAST = 4


def check(of: Subject) -> Iterator[Finding]:
    """Once, where the measures and the parts right below them have fewer themes."""
    measures = parts(of, "measures")
    if not measures:
        return
    within = [*measures, *(child for measure in measures for child in children(of, measure))]
    themes = {theme for section in within for theme in section.themes}
    # 一是…，二是… within a paragraph bear no headings, and may be items of one theme.
    each = sum(bool(child.text) for measure in measures for child in children(of, measure))
    # Four parts of which two are about one theme are four sides all the same.
    if each and len(themes) < _LEAST - (each >= _LEAST):
        labels = {theme.id: theme.label for theme in of.schema.themes}
        said = "、".join(labels.get(theme, theme) for theme in sorted(themes)) or "没有"
        message = f"主要举措只写了{len(themes)}个方面（{said}）"
        yield Finding(measures[0].spot, message, f"至少写{_LEAST}个方面，每个方面有可核实的数")


RULE = Rule("STA002", "举措的主题太少", Severity.WARNING, check, __doc__)
