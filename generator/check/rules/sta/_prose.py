"""Reports in plain paragraphs, without headings: what a paragraph is about is told by how it begins."""

import re

from generator.check.subject import Subject, found
from generator.regex import regex

_JOINED = regex("[一二三四五六七八九十](?:是|要)")
_CAUSES = "(?:原因|在于|由于|根源|主要是|难就难在|症结)"
PROBLEMS = regex(
    rf"(?:^|\n)(?:[^。,\n]{{0,10}}(?:不足|问题|短板|差距)"
    rf"|[^。\n]{{0,20}}(?:不足|问题|短板|差距|缺憾|遗憾|欠账|弱项)[^。\n]{{0,8}}[。:])[^\n]*?{_CAUSES}"
)
PLANS = regex(r"(?:^|\n)(?:20\d\d年|明年|新的?一年|下一步)[^。\n]{0,16}(?:打算|计划|安排|重点|将)")
FIRST_RESPONSIBLE = regex(
    r"(?:^|\n)(?:(?!第)[^。,;:\d\n]{0,14}(?:书记|[省市县区旗镇乡局厅]长|主任|苏木达|主要负责人)[^。;\n]{0,20}第一责任人"
    r"|(?:党政)?主要负责人(?:履职|履责|述法)[^。,\n]{0,6}[,:])"
)


_LEAST, _LINES = 300, 4
"""Characters and paragraphs of a text with title and year from which it is a report though no part of it is known."""


def is_report(of: Subject) -> bool:
    """Whether the statutory parts may be asked for: of a report with parts, or of one in plain paragraphs."""
    outline = of.annotation.outline
    if outline.sections:
        return True
    lines = sum(bool(line.text.strip()) for line in of.annotation.lines)
    return bool(outline.title and outline.year) and lines >= _LINES and len(of.text) >= _LEAST


def in_prose(of: Subject, begins: "re.Pattern[str]") -> bool:
    """Whether a report whose only headings are 一是, 二是 within paragraphs, or parts without one, has a paragraph that
    begins so."""
    sections = of.annotation.outline.sections
    joined = all(_JOINED.match(section.marker) for section in sections if section.marker or section.text)
    return joined and any(True for _ in found(of, begins))


def in_paragraph(of: Subject, begins: "re.Pattern[str]") -> bool:
    """Whether a report without headings on lines of their own has a paragraph that begins so."""
    sections = of.annotation.outline.sections
    return all(section.run_in or not section.text for section in sections) and any(True for _ in found(of, begins))
