"""表单里的数不合应有的关系。

为什么：办结多于受理、部分多于总数，读者一眼就看得出，也说明数来自不同的口径。
依据：指标之间的关系由模板的 indicators.yml（constraints）列出；有上年结转等情形的，填上结转数即不再比较。
反例：
    复议受理: 19
    复议办结: 24
正例：
    复议受理: 19
    上年结转复议: 5
    复议办结: 24
"""

from collections.abc import Iterator

from generator.check.figures import label
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.compose import formulas
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Each constraint of the dictionary that the entered figures break."""
    form = of.figures
    if form is None:
        return
    entered, template = form.amounts.keys(), form.template
    for constraint, (operator, left, right, needed) in zip(
        template.schema.constraints, template.relations, strict=True
    ):
        if not entered >= needed or constraint.unless in form.known:
            continue
        a, b = formulas.value(left, form.amounts), formulas.value(right, form.amounts)
        if a is None or b is None:
            continue
        holds = a <= b if operator == "<=" else a >= b if operator == ">=" else a == b
        if not holds:
            operands = formulas.operands(left) + formulas.operands(right)
            said = "，".join(label(form, i) for i in dict.fromkeys(operands))
            place = form.known[operands[0]][1].place
            yield Finding(place, f"{constraint.message}：{said}", "核对这几个数，确无误的在文中说明口径")


RULE = Rule("FIG001", "表单里的数不合关系", Severity.WARNING, check, __doc__, ("form",))
