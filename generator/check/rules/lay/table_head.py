"""长表格没有设重复表头。

为什么：表格跨页以后，第二面起看不到表头，每一列是什么要翻回去找。
依据：排版的通行做法，标准没有规定，本条只作提示。
反例：
    长表格没有重复表头
正例：
    成稿原样
    长表格有重复表头
"""

from collections.abc import Iterator

from generator.check.layout import at, judged
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity

_LONG = 8
"""Rows of a table that is likely to run over the end of a page."""


def check(of: Subject) -> Iterator[Finding]:
    """Long tables whose first row is not printed again on the next page."""
    for table in judged(of).layout.tables:
        if table.rows >= _LONG and not table.repeated:
            said = f"表格有{table.rows}行，没有设重复表头"
            yield Finding(at(of, table.number), said, "选中表头，在表格属性里勾选“在各页顶端以标题行形式重复出现”")


RULE = Rule("LAY030", "长表格没有设重复表头", Severity.INFO, check, __doc__, ("docx",))
