"""缩进不对。

为什么：每个自然段左空二字、回行顶格；主送机关顶格。缩进按字数设，不按厘米设，换字号才不走样。
依据：GB/T 9704—2012 7.3.2、7.3.3：主送机关居左顶格，回行时仍顶格；每个自然段左空二字，回行顶格。
反例：
    正文不缩进
    正文缩进 4 字
    一级标题不缩进
    主送机关缩进 2 字
    正文整段左缩进 1 厘米
    标题居中又缩进 2 字
正例：
    成稿原样
"""

from collections.abc import Iterator

from generator.check.layout import NAMES, RUNNING, each_once, judged
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity

_BLANKS = " \u3000\u00a0\u2002\u2003\t"
_OFF = 0.15
"""Characters."""
_ASIDE = 1
"""Characters of an indent by which a centred title is seen to stand aside; half of them show."""


def check(of: Subject) -> Iterator[Finding]:
    """Paragraphs whose first line does not begin where it should, or whose other lines do not begin at the edge."""
    yield from each_once(of, _wrong(of))


def _wrong(of: Subject) -> Iterator[tuple[int, str, str]]:
    found = judged(of)
    for one in found.set:
        paragraph, wanted = one.paragraph, found.look.styles[one.role].first_line_chars
        if one.role == "title" and paragraph.align == "center" and paragraph.words[:1] not in _BLANKS:
            aside = (paragraph.indent or 0) + (paragraph.left - paragraph.right) / found.look.page.char_pitch
            if abs(aside) > _ASIDE:
                yield paragraph.number, f"标题居中，却有{abs(aside):.2g}字的缩进，偏离了中间", "标题的各种缩进都设成0"
            continue
        if one.role not in (*RUNNING, "salutation") or paragraph.indent is None:
            continue
        # What blanks do instead is for the rule on blanks.
        if paragraph.words[:1] in _BLANKS or paragraph.align in ("center", "right"):
            continue
        hint = f"首行缩进{wanted}字，左右缩进0" if wanted else "顶格，不缩进"
        if abs(paragraph.indent - wanted) > _OFF:
            yield paragraph.number, f"{NAMES[one.role]}首行缩进{paragraph.indent:.3g}字", hint
        elif abs(paragraph.left) > found.look.page.char_pitch * _OFF:
            chars = paragraph.left / found.look.page.char_pitch
            yield paragraph.number, f"{NAMES[one.role]}整段左缩进{chars:.2g}字，回行没有顶格", hint


RULE = Rule("LAY010", "缩进不对", Severity.WARNING, check, __doc__, ("docx",))
