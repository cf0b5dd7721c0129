"""页码的左右位置不对。

为什么：双面印刷的公文，单页码在右、双页码在左，装订后都在外侧；居中的不合规格。
依据：GB/T 9704—2012 7.5：单页码居右空一字，双页码居左空一字。
反例：
    页码居中
    单双页页码在同一侧
    单页码不空一字
    双页码在右
正例：
    成稿原样
"""

from collections.abc import Iterator

from generator.check.layout import judged
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.readers.docx.layout_facts import Foot

_HINT = "单页码居右空一字，双页码居左空一字"
_SAID = {"center": "居中", "left": "居左", "start": "居左", "both": "居左", "right": "居右", "end": "居右"}
_OFF = 0.4
"""Characters."""


def check(of: Subject) -> Iterator[Finding]:
    """Page numbers that are not one character in from the outer edge."""
    found = judged(of)
    if found.sheet is None:
        return
    odd = next((foot for foot in found.sheet.feet.get("default", ()) if foot.paged), None)
    even = next((foot for foot in found.sheet.feet.get("even", ()) if foot.paged), None)
    if odd is None:
        return
    if not found.layout.facing:
        if odd.align != "outside":
            side = _SAID.get(odd.align, "在同一侧")
            yield Finding(None, f"单双页的页码都{side}", f"勾选“奇偶页不同”，{_HINT}")
        return
    for name, foot, wanted in (("单", odd, "居右"), ("双", even, "居左")):
        if foot is None or foot.align == "outside":
            continue
        side = _SAID.get(foot.align, "居左")
        gap = _gap(foot, wanted)
        if side != wanted:
            yield Finding(None, f"{name}页码{side}", _HINT)
        elif abs(gap - 1) > _OFF:
            yield Finding(None, f"{name}页码{wanted}空{gap:.2g}字", _HINT)


def _gap(foot: Foot, side: str) -> float:
    blanks = len(foot.words) - len(foot.words.rstrip("\u3000") if side == "居右" else foot.words.lstrip("\u3000"))
    return (foot.right if side == "居右" else foot.left) / (foot.size * 10 or 1) + blanks


RULE = Rule("LAY016", "页码的左右位置不对", Severity.WARNING, check, __doc__, ("docx",))
