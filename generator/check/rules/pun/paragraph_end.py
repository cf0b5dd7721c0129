"""一段正文的末尾没有标点。

为什么：多半是复制时丢了尾巴，句子也可能不完整。
依据：GB/T 15834—2011 句号的用法：陈述句的末尾用句号。
反例：
    一、主要举措和成效
    2024年，全镇共开展行政执法检查12次，发现问题8个，已全部完成整改，群众满意率达到了98%
正例：
    一、主要举措和成效
    2024年，全镇共开展行政执法检查12次，发现问题8个，已全部完成整改，群众满意率达到了98%。
"""

import re
from collections.abc import Iterator

from generator.annotate.model import Spot
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity

_LEAST = 40


def check(of: Subject) -> Iterator[Finding]:
    """Each long paragraph with a comma in it that ends in a letter or digit."""
    headings = {section.spot.line for section in of.annotation.outline.sections if not section.run_in}
    for line in of.annotation.lines:
        row = line.text.rstrip()
        running = line.kind == "text" and len(row) >= _LEAST and re.search("[，,。；;]", row)
        if running and line.number not in headings and re.search(r"[\w%％]$", row):
            where = Spot(line.number, len(row) - 1, len(row))
            yield Finding(where, f"这一段末尾“{row[-8:]}”之后没有标点", "补上句号；句子不完整的补全")


RULE = Rule("PUN016", "段末没有标点", Severity.INFO, check, __doc__)
