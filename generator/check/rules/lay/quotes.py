"""引号、破折号用了西文字体。

为什么：“”‘’…—中西文共用一个编码，西文字体（如 Times New Roman）把它们画成半个字宽，中文里就成了歪斜的小引号。
依据：GB/T 15834—2011：引号、破折号、省略号占位与中文一致；在 Word、WPS 里由“西文字体”设置决定。
反例：
    西文字体改成 Times New Roman
正例：
    成稿原样
    只把数字字母改成 Times New Roman
"""

from collections.abc import Iterator

from generator.check.layout import at, judged
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.check.typefaces import typeface
from generator.diagnostics import Severity

_SHARED = frozenset("“”‘’…—")


def check(of: Subject) -> Iterator[Finding]:
    """The first mark that would be drawn from a font of letters, with how many there are."""
    places = [
        (one.paragraph.number, run.other)
        for one in judged(of).set
        for run in one.paragraph.runs
        if run.hint != "eastAsia" and _SHARED & set(run.words) and not _chinese(run.other)
    ]
    if places:
        number, font = places[0]
        said = f"“”…—会用西文字体“{font or '默认'}”画成半个字宽（有这种标点的共{len(places)}处）"
        yield Finding(at(of, number), said, "选中标点，把中文字体和西文字体都设成仿宋")


def _chinese(font: str) -> bool:
    return any(char > "\u3000" for char in typeface(font))


RULE = Rule("LAY022", "引号、破折号用了西文字体", Severity.WARNING, check, __doc__, ("docx",))
