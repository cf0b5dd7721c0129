"""标题里用了书名号以外的标点。

为什么：标题回行靠词意，不靠标点；句号更不能用。
依据：公文标题的通行写法：除法规、规章名称加书名号外，一般不用标点符号。
反例：
    葛坑镇人民政府关于2024年度，法治政府建设情况的报告
    德化县人民政府：
正例：
    葛坑镇人民政府关于2024年度法治政府建设情况的报告
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, spot
from generator.diagnostics import Severity
from generator.regex import regex

_MARK = regex(r"[。，,；;：:！!？?]")


def check(of: Subject) -> Iterator[Finding]:
    """Each such mark in the title."""
    title = of.annotation.outline.title
    at = of.text.find(title) if title else -1
    if at < 0:
        return
    for match in _MARK.finditer(title):
        where = spot(of, at + match.start(), at + match.end())
        yield Finding(where, f"标题里用了“{match[0]}”", "删去", "" if match.end() == len(title) else None)


RULE = Rule("PUN018", "标题里用了标点", Severity.INFO, check, __doc__)
