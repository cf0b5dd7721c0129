"""全文的标点都是半角。

为什么：从网页复制的文本往往把全角标点变成半角；逐处指出没有意义，排版前整体替换即可。
依据：GB/T 15834—2011：中文标点用全角；半角只用于数字、西文内部和小数点。
反例：
    县委,县政府,乡镇,部门,社区,学校,医院,企业,村组,站所,窗口,各方,都参加,共同,推进,落实,整改,提升。
正例：
    县委，县政府，乡镇，部门都参加。
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Once for a copy whose punctuation is half width throughout."""
    if of.copied:
        said = "全文半角：逗号、冒号、括号等都是半角的，像是从网页复制的"
        yield Finding(None, said, "用 gen check --fix 统一换成全角；此后不再逐处提示")


RULE = Rule("PUN001", "全文半角", Severity.INFO, check, __doc__)
