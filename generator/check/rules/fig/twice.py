"""表单里同一个数两处不同。

为什么：主要举措和亮点里写同一件事，数不一样，上级只能都不信。
依据：前后一致是公文的基本要求；口径不同的，写明范围或时段就不再比较。
反例：
    主要举措…复议调解和解: 5
    亮点…复议调解和解: 8
正例：
    主要举措…复议调解和解: 5
    亮点…复议调解和解: {值: 8, 时段: 五年来}
"""

from collections.abc import Iterator

from generator.check.figures import plain_figures
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.document.nodes import Source
from generator.schema.kinds.figure import show
from generator.schema.model import Figure


def check(of: Subject) -> Iterator[Finding]:
    """Each figure of the whole unit and year that another section gives with another value."""
    form = of.figures
    if form is None:
        return
    sections = form.entries.figures.values()
    if sum(map(len, sections)) == len(set().union(*sections)):
        # Each indicator stands in one section.
        return
    first: dict[str, tuple[Figure, Source]] = {}
    for identifier, figure, source in plain_figures(form):
        other, told = first.setdefault(identifier, (figure, source))
        if other is figure or other.amount == figure.amount:
            continue
        name = form.template.schema.indicators[identifier].label
        where = f"{told.path}（第{told.place.line}行）" if told.place else told.path
        said = f"“{name}”前后不一：此处{show(figure)}，{where}{show(other)}"
        yield Finding(source.place, said, "两处写同一个数；口径不同的写明范围或时段")


RULE = Rule("FIG004", "表单里同一个数两处不同", Severity.WARNING, check, __doc__, ("form",))
