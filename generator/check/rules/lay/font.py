"""字体不对。

为什么：公文靠字体分层次：标题小标宋，一级标题黑体，二级楷体，其余仿宋。同一种字体的不同厂家、不同叫法
（仿宋_GB2312、仿宋、方正仿宋_GBK）都算对；用宋体加粗、华文中宋代替小标宋不算。
依据：GB/T 9704—2012 5.2.2、7.3.1、7.3.3：一般用3号仿宋体字；标题2号小标宋体字；第一层黑体，第二层楷体，第三、四层仿宋。
反例：
    标题改成宋体
    标题改成华文中宋
    正文改成宋体
    一级标题改成宋体
    二级标题改成仿宋
    三级标题改成黑体
    主送机关改成宋体
    署名改成宋体
    一段正文直接改成黑体
正例：
    成稿原样
    仿宋_GB2312 改成仿宋
    正文改成方正仿宋_GBK
    标题改成方正小标宋_GBK
    黑体改成 SimHei
    楷体_GB2312 改成楷体
"""

from collections.abc import Iterator

from generator.check.layout import NAMES, each_once, judged, stretches, type_size
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.check.typefaces import same
from generator.diagnostics import Severity
from generator.regex import regex

_IDEOGRAPH = regex("[\u3400-\u9fff]")


def check(of: Subject) -> Iterator[Finding]:
    """Ideographs that are not in the typeface of their role."""
    yield from each_once(of, _wrong(of))


def _wrong(of: Subject) -> Iterator[tuple[int, str, str]]:
    found = judged(of)
    styles = found.look.styles
    for one in found.set:
        for role, run in stretches(one):
            wanted = styles[role].font
            right = f"{NAMES[role]}用{type_size(styles[role].size)}{wanted}"
            # A run-in heading may look like the text that it runs into.
            fits = same(run.east, wanted) or (role != one.role and same(run.east, styles[one.role].font))
            if not fits and _IDEOGRAPH.search(run.words):
                there = f"“{run.east}”" if run.east else "没有指定的中文字体"
                yield one.paragraph.number, f"{NAMES[role]}用了{there}", right


RULE = Rule("LAY006", "字体不对", Severity.WARNING, check, __doc__, ("docx",))
