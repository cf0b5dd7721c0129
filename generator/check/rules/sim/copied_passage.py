"""有一段与去年的报告一字不差。

为什么：照抄去年是上级通报最多的毛病；情况变了，话没有变。
依据：上级的通报和评价；“60字连续相同”是本工具的取值。
反例：
    （与去年的报告比较，用 --last 给出）建立健全投诉督办长效机制，严防增量……（60字以上与去年相同）
正例：
    （只有称谓、固定表述与去年相同）
"""

import re
from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, spot
from generator.diagnostics import Severity

_LEAST = 60
_MARK = re.compile(r"[\s,.;:!?()、。“”‘’《》〈〉〔〕—·-]")


def check(of: Subject) -> Iterator[Finding]:
    """Each stretch of sixty and more characters, marks not counted, that last year's report has too."""
    if of.last is None:
        return
    now, then = _bare(of.folded), _bare(of.last.folded)
    known = {then[0][at : at + _LEAST] for at in range(len(then[0]) - _LEAST + 1)}
    words, places = now
    at = 0
    while at + _LEAST <= len(words):
        if words[at : at + _LEAST] not in known:
            at += 1
            continue
        end = at + _LEAST
        while end < len(words) and words[end - _LEAST + 1 : end + 1] in known:
            end += 1
        where = spot(of, places[at], places[end - 1] + 1)
        yield Finding(where, f"这一段有{end - at}字与去年的报告相同", "按今年的情况重写")
        at = end


def _bare(text: str) -> tuple[str, list[int]]:
    """The text without marks, and where each character of it stands; a figure never breaks a stretch."""
    kept = [(sign, at) for at, sign in enumerate(text) if not _MARK.match(sign)]
    return "".join(sign for sign, _ in kept), [at for _, at in kept]


RULE = Rule("SIM001", "整段照抄去年的报告", Severity.WARNING, check, __doc__, ("last",))
