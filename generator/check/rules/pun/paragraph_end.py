"""一段正文的末尾没有标点，或停在逗号、顿号上。

为什么：多半是复制时丢了尾巴，句子也可能不完整。
依据：GB/T 15834—2011 句号的用法：陈述句的末尾用句号。
反例：
    一、主要举措和成效
    2024年，全镇共开展行政执法检查12次，发现问题8个，已全部完成整改，群众满意率达到了98%

    一、主要举措和成效
    召开党委会议41次，研究法治议题9个、

    一、主要举措和成效
    （一）开展学法用法。集中学习6次；
    （二）推进依法行政。办理许可80件。
    （三）加强执法监督。评查案卷30卷。
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
from generator.regex import regex

_LEAST = 40
_LOOSE = regex(r"[\w%％]")


def check(of: Subject) -> Iterator[Finding]:
    """Each long paragraph with a comma in it that ends in a letter or digit, each line that ends in a comma, and the
    item of a list that alone ends in a semicolon."""
    yield from _unended(of)
    headings = {section.spot.line for section in of.annotation.outline.sections if not section.run_in}
    for line in of.annotation.lines:
        row = line.text.rstrip()
        running = line.kind == "text" and len(row) >= _LEAST and _LOOSE.match(row[-1]) and re.search("[，,。；;]", row)
        if running and line.number not in headings:
            where = Spot(line.number, len(row) - 1, len(row))
            yield Finding(where, f"这一段末尾“{row[-8:]}”之后没有标点", "补上句号；句子不完整的补全")


def _unended(of: Subject) -> Iterator[Finding]:
    rows = [(line, row) for line in of.annotation.lines if (row := line.text.rstrip())]
    for at, (line, row) in enumerate(rows):
        if row[-1] not in "，,、；;":
            continue
        where = Spot(line.number, len(row) - 1, len(row))
        if row[-1] in "，,、" and line.kind in ("text", "heading"):
            yield Finding(where, f"这一段停在“{row[-1]}”上", "改为句号，或补上丢失的话", severity=Severity.WARNING)
        elif row[-1] in "；;" and at + 2 < len(rows):
            kinds = [_marker(one) for _, one in rows[at : at + 3]]
            alone = at == 0 or rows[at - 1][1][-1] not in "；;"
            if kinds[0] and len(set(kinds)) == 1 and alone and rows[at + 1][1].endswith("。"):
                yield Finding(where, f"这一条以“{row[-1]}”收尾，下一条却以句号收尾", "几条用同一种标点收尾")


def _marker(row: str) -> str:
    """The kind of number that a line begins with: （一） and （二） are one kind."""
    found = re.match(r"\s*([(（]?)(?:[一二三四五六七八九十]+|\d+)([)）]?[、.．]?|是)", row)
    return f"{found[1]}n{found[2]}" if found and (found[1] or found[2]) else ""


RULE = Rule("PUN016", "段末没有标点", Severity.INFO, check, __doc__)
