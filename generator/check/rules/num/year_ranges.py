"""同一份报告里，起止年份有几种写法。

为什么：同一个规划，一处写“2021—2025年”，一处写“2021-2025年”，显得没有统稿。
依据：GB/T 15834—2011 连接号的用法；全文一致是公文的通行要求。
反例：
    《规划（2021—2025年）》印发后，落实《方案（2021-2025年）》。
正例：
    《规划（2021—2025年）》印发后，落实《方案（2021—2025年）》。
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_RANGE = regex(r"(?<!\d)(20\d{2})(年?)([-–—－~～至])(20\d{2})年")


def check(of: Subject) -> Iterator[Finding]:
    """The first range of each form but the commonest."""
    hits = list(found(of, _RANGE))
    forms = [match[2] + match[3] for _, match in hits]
    if len(set(forms)) < 2:
        return
    usual = max(forms, key=lambda form: (forms.count(form), form == "—"))
    told = {usual}
    for (where, match), form in zip(hits, forms, strict=True):
        if form not in told:
            told.add(form)
            right = f"{match[1]}{usual}{match[4]}年"
            yield Finding(where, f"起止年份这里写“{match[0]}”，别处多写“{right}”", "全文写成一种")


RULE = Rule("NUM014", "起止年份的写法不一", Severity.INFO, check, __doc__, looks_for=(_RANGE,))
