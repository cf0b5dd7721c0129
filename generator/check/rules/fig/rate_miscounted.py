"""表单里的率与分子、分母算出的不符。

为什么：率和它的分子、分母写在同一段里，读者随手一除就知道对不对。
依据：GB/T 15835—2011 的惯例：保留同样的小数位，四舍五入，不截尾。
反例：
    承办人大建议: 96
    办结人大建议: 95
    建议办结率: 98.9
正例：
    承办人大建议: 96
    办结人大建议: 95
    建议办结率: 99.0
"""

from collections.abc import Iterator

from generator.check.figures import label, rounded, truncated
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.compose import formulas
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Each rate that its formula contradicts, but 100% of less than all (FIG006)."""
    form = of.figures
    if form is None:
        return
    for rate in form.rates:
        formula = form.template.formulas.get(rate.indicator.id)
        share = formulas.value(formula, form.amounts) if formula else None
        if formula is None or share is None or rate.printed > 100:
            continue
        exact = share * 100
        right = rounded(exact, rate.printed)
        if rate.printed == right or (rate.printed == 100 and exact < 100):
            continue
        labels = {i: label(form, i) for i in formulas.operands(formula)}
        reckoning = formulas.words(formula, labels)
        if rate.printed == truncated(exact, rate.printed):
            better = right if right < 100 else truncated(exact, rate.printed / 10)
            said = f"{rate.words}是截去尾数的，{reckoning}四舍五入为{better:f}%"
            yield Finding(rate.source.place, said, f"写 {better:f}%")
        else:
            said = f"{rate.words}与{reckoning}不符，按此计算为{right:f}%"
            yield Finding(rate.source.place, said, "核对分子、分母和率")


RULE = Rule("FIG002", "表单里的率算错了", Severity.WARNING, check, __doc__, ("form",))
