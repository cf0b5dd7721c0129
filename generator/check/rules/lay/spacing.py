"""段前段后留了空。

为什么：各面行数靠固定行距保证，段前段后一加空，行就对不上格，页末也撑不满。
依据：GB/T 9704—2012 5.2.3：一般每面排22行并撑满版心；标准没有段前段后的空。
反例：
    正文段后 10 磅
    一级标题段前 0.5 行
正例：
    成稿原样
"""

from collections.abc import Iterator

from generator.check.layout import NAMES, each_once, judged, points
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Paragraphs with space before or after them."""
    yield from each_once(of, _wrong(of))


def _wrong(of: Subject) -> Iterator[tuple[int, str, str]]:
    for one in judged(of).set:
        for side, gap in (("段前", one.paragraph.before), ("段后", one.paragraph.after)):
            if gap:
                yield one.paragraph.number, f"{NAMES[one.role]}{side}空{points(gap)}", f"{side}设成0"


RULE = Rule("LAY019", "段前段后留了空", Severity.WARNING, check, __doc__, ("docx",))
