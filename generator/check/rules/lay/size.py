"""字号不对。

为什么：标题二号，其余一律三号，是公文最容易看出的格式；大半号、小半号，行数字数都会变。
依据：GB/T 9704—2012 5.2.2、7.3.1、7.3.3：一般用3号字，标题2号字。
反例：
    标题改成小二号
    正文改成四号
    正文改成小三号
    一级标题改成小三号
    二级标题改成四号
    成文日期改成四号
    一段正文直接改成小四号
正例：
    成稿原样
"""

from collections.abc import Iterator

from generator.check.layout import NAMES, each_once, judged, stretches, type_size
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Words that are not of the size of their role."""
    yield from each_once(of, _wrong(of))


def _wrong(of: Subject) -> Iterator[tuple[int, str, str]]:
    found = judged(of)
    for one in found.set:
        for role, run in stretches(one):
            wanted = found.look.styles[role]
            if run.size != wanted.size:
                hint = f"{NAMES[role]}用{type_size(wanted.size)}{wanted.font}"
                yield one.paragraph.number, f"{NAMES[role]}是{type_size(run.size)}", hint


RULE = Rule("LAY007", "字号不对", Severity.WARNING, check, __doc__, ("docx",))
