"""页码的字体字号不对。

为什么：页码用四号宋体，正文用三号仿宋，两者不同。
依据：GB/T 9704—2012 7.5：页码一般用4号半角宋体阿拉伯数字。
反例：
    页码改成五号
    页码改成仿宋
    页码改成 Times New Roman
正例：
    成稿原样
"""

from collections.abc import Iterator

from generator.check.layout import judged, type_size
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.check.typefaces import same
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Each type of page number that is not the look's."""
    found = judged(of)
    if found.sheet is None:
        return
    wanted = found.look.styles["page_number"]
    types = dict.fromkeys((f.size, f.font) for feet in found.sheet.feet.values() for f in feet if f.paged)
    for size, font in types:
        if size != wanted.size or not same(font, wanted.font):
            said = f"页码是{type_size(size)}{font or '没有指定的字体'}"
            yield Finding(None, said, f"用{type_size(wanted.size)}{wanted.font}")


RULE = Rule("LAY015", "页码的字体字号不对", Severity.WARNING, check, __doc__, ("docx",))
