"""表单里差一点也写成了100%。

为什么：1000件办结999件，写100%就是不实；四舍五入也不能进到100%。
依据：未达到全部的不写100%，是统计工作的惯例。
反例：
    承办人大建议: 1000
    办结人大建议: 999
    建议办结率: 100
正例：
    承办人大建议: 1000
    办结人大建议: 999
    建议办结率: 99.9
"""

from collections.abc import Iterator

from generator.check.figures import label
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.compose import formulas
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Each rate of 100% whose formula gives less."""
    form = of.figures
    if form is None:
        return
    for rate in form.rates:
        formula = form.template.formulas.get(rate.indicator.id)
        share = formulas.value(formula, form.amounts) if formula else None
        if formula is not None and share is not None and rate.printed == 100 and share < 1:
            reckoning = formulas.words(formula, {i: label(form, i) for i in formulas.operands(formula)})
            said = f"{rate.words}写满了100%，但{reckoning}不足100%"
            yield Finding(rate.source.place, said, "未达到全部的，不写100%")


RULE = Rule("FIG006", "表单里不足全部写成100%", Severity.WARNING, check, __doc__, ("form",))
