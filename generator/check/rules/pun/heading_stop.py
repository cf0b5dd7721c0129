"""独占一行的标题末尾用了句号。

为什么：标题独立成段时，末尾不加句号；与正文接排时才用。
依据：公文层次标题的通行写法（GB/T 9704—2012 附录各式；GB/T 15834—2011）。
反例：
    一、主要举措和成效
    （一）规范行政执法。
    全镇开展执法检查12次，发现问题8个，全部完成整改。
    （二）加强普法宣传
    开展宣传20次，覆盖2000余人次，发放资料800余份。
    二、存在的不足
    执法力量不足，原因在于编制少。
正例：
    一、主要举措和成效
    （一）规范行政执法
    全镇开展执法检查12次，发现问题8个，全部完成整改。
    （二）加强普法宣传
    开展宣传20次，覆盖2000余人次，发放资料800余份。
    二、存在的不足
    执法力量不足，原因在于编制少。
"""

from collections import Counter
from collections.abc import Iterator

from generator.annotate.model import Spot
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, heading
from generator.diagnostics import Severity

_LONGEST = 40


def check(of: Subject) -> Iterator[Finding]:
    """Each heading that fills its line, ends in 。 and has text below it."""
    rows = {line.number: line.text for line in of.annotation.lines}
    sections = of.annotation.outline.sections
    # Where most headings of a level run on in their text behind 。, the few without text bear it too.
    running = Counter(section.level for section in sections if section.run_in and section.text)
    alone = Counter(section.level for section in sections if not section.run_in)
    for section in sections:
        if running[section.level] > 2 * alone[section.level]:
            continue
        if not (section.marker and section.text and section.last > section.first and section.level <= 3):
            continue
        row = rows.get(section.spot.line, "").rstrip()
        if row.endswith("。") and row.count("。") == 1 and len(row) <= _LONGEST:
            where = Spot(section.spot.line, len(row) - 1, len(row))
            yield Finding(where, f"标题“{heading(section)}”独占一行，末尾不用句号", "删去“。”", "")


RULE = Rule("PUN011", "独占一行的标题末尾用了句号", Severity.WARNING, check, __doc__)
