"""通篇没有提到必须写明的指导思想。

为什么：习近平法治思想是全面依法治国的指导思想，报告开头和学习部分都应当写到。
依据：中央全面依法治国工作会议（2020年11月16日至17日）明确其指导地位；《法治政府建设实施纲要（2021—2025年）》第一部分。
反例：
    一、主要举措和成效
    （一）加强组织领导
    全镇召开党委会议4次，研究部署法治政府建设工作。
    二、存在的不足

正例：
    一、主要举措和成效
    深入学习贯彻习近平法治思想，召开党委会议4次。
"""

import re
from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Each of the words under 必有 that the report lacks; one whose beginning is masked counts as there."""
    if not of.text.strip():
        return
    for wanted in of.words.get("必有", ()):
        masked = "|".join(re.escape(wanted[cut:]) for cut in range(1, len(wanted) - 2))
        if wanted not in of.folded and not re.search(rf"[*＊]{{3,}}(?:{masked})", of.folded):
            yield Finding(None, f"通篇没有提到“{wanted}”", f"在导语和学习部分写明“{wanted}”")


RULE = Rule("WRD029", "没有提习近平法治思想", Severity.WARNING, check, __doc__)
