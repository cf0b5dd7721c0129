"""表单里的率由它的分母得不出来。

为什么：分母是整数件，率只能取有限的几个值；取任何整数都得不出的率，不是分母不对，就是率的口径没有写明。
依据：算术；分母由模板的 indicators.yml（denominator）指明。
反例：
    政务服务事项: 1437
    全程网办率: 84.64
正例：
    政务服务事项: 1437
    全程网办率: 84.62
"""

from collections.abc import Iterator

from generator.check.figures import attainable, label
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.compose import formulas
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Each rate whose numerator is not entered and which no whole number gives."""
    form = of.figures
    if form is None:
        return
    for rate in form.rates:
        formula = form.template.formulas.get(rate.indicator.id)
        if rate.printed > 100 or (formula and formulas.value(formula, form.amounts) is not None):
            continue
        whole = form.amounts.get(rate.indicator.denominator)
        if whole and whole == whole.to_integral_value() and not attainable(rate.printed, whole):
            base = label(form, rate.indicator.denominator)
            said = f"{rate.words}与“{base}”对不上：以它为分母，取任何整数都得不出这个率"
            yield Finding(rate.source.place, said, "核对分母，或写明率的口径")


RULE = Rule("FIG003", "表单里的率得不出来", Severity.WARNING, check, __doc__, ("form",))
