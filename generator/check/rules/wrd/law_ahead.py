"""说依照办事的法规，报告年度里还没有施行。

为什么：年度里还没有施行的法规，只能说学习、宣传、准备，不能说依照它办了事。
依据：施行日期见模板的 genre.yml（laws）；学习宣传的不算。
反例（2025年度）：
    一、主要举措和成效
    （一）加强执法监督。严格落实《行政执法监督条例》，开展监督检查4次。
正例（2025年度）：
    一、主要举措和成效
    （一）加强执法监督。学习宣传《行政执法监督条例》，开展培训4次。
"""

import re
from collections.abc import Iterator

from generator.check.calendar import rows
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, extent, parts, spot
from generator.diagnostics import Severity
from generator.regex import regex

_APPLIED = regex(r"(?:依照|依据|按照|根据|遵照|落实|执行|实施|适用|遵守)[^,。;\n]{0,12}$")
_ONLY = regex(r"学习|宣传|宣讲|培训|解读|准备|迎接|即将|草案|征求意见")


def check(of: Subject) -> Iterator[Finding]:
    """Each law of the table that is applied in the measures of a year before it came into force."""
    for row in rows(of, "laws"):
        name, since = str(row["name"]), str(row["since"])
        if not of.year or since <= f"{of.year}-12-31" or name not in of.folded:
            continue
        pattern = regex(rf"《(?:中华人民共和国)?{re.escape(name)}》")
        for begin, end in (extent(of, part) for part in parts(of, "measures")):
            for match in pattern.finditer(of.folded, begin, end):
                clause = of.folded[
                    max(of.folded.rfind(sign, 0, match.start()) for sign in "。;,\n") + 1 : match.start()
                ]
                if _APPLIED.search(clause) and not _ONLY.search(clause):
                    said = f"“{match[0]}”自{since}起施行，{of.year}年还没有施行"
                    yield Finding(spot(of, match.start(), match.end()), said, "改为“学习宣传”，或删去")


RULE = Rule("WRD038", "依照了还没有施行的法规", Severity.WARNING, check, __doc__)
