"""括号、引号、书名号有头无尾，或有尾无头。

为什么：少了一半，读者不知道引到哪里为止；文号、文件名往往就此残缺。
依据：GB/T 15834—2011：引号、括号、书名号成对使用。
反例：
    印发《法治政府建设要点，抓好落实。

    落实“双随机、一公开监管。

    （沈政发〔202211号）已印发。
正例：
    印发《法治政府建设要点》，抓好落实。

    （一）加强领导。

    1）第一项。

    做到：1）制度上墙；2）流程公开。
"""

import re
from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, spot
from generator.diagnostics import Severity
from generator.regex import regex

_CLOSING = {"）": "（", ")": "(", "”": "“", "’": "‘", "》": "《", "〉": "〈", "〕": "〔", "】": "【", "]": "["}
_OPENING = {opening: closing for closing, opening in _CLOSING.items()}
_MARKS = regex("[" + re.escape("".join((*_CLOSING, *_OPENING))) + "\n]")
_NUMBERED = regex(r"(?:^|[。；;：:，,])\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})$")
_DOCUMENT_NUMBER = regex(r"〔((?:19|20)\d\d)0*(\d{1,4})号")
_NAMES = {"“": "左引号“", "”": "右引号”", "‘": "左单引号‘", "’": "右单引号’"}
_SAME = str.maketrans("()", "（）")


def check(of: Subject) -> Iterator[Finding]:
    """Each mark without its other half within the paragraph; `1)` at the start of it or of a clause is a number."""
    if _balanced("".join(_MARKS.findall(of.text))):
        return
    opened: list[tuple[str, int]] = []
    for match in _MARKS.finditer(of.text + "\n"):
        mark, at = match[0].translate(_SAME), match.start()
        if mark == "\n":
            yield from (_alone(of, at, one, _OPENING[one]) for one, at in opened)
            opened.clear()
        elif mark in _OPENING:
            opened.append((mark, at))
        elif opened and opened[-1][0] == _CLOSING[mark]:
            opened.pop()
        elif any(one == _CLOSING[mark] for one, _ in opened):
            while opened[-1][0] != _CLOSING[mark]:
                one, lost = opened.pop()
                yield _alone(of, lost, one, _OPENING[one])
            opened.pop()
        elif not _NUMBERED.search(of.text[of.text.rfind("\n", 0, at) + 1 : at]):
            yield _alone(of, at, mark, _CLOSING[mark])


def _balanced(marks: str) -> bool:
    """Whether nothing is left of the marks and ends of paragraphs when pairs are taken out, the innermost first."""
    marks, before = marks.translate(_SAME), ""
    while marks != before:
        before = marks
        for closing, opening in _CLOSING.items():
            marks = marks.replace(opening + closing, "")
    return not marks.strip("\n")


def _alone(of: Subject, at: int, mark: str, other: str) -> Finding:
    own, missing = _NAMES.get(mark, f"“{mark}”"), _NAMES.get(other, f"“{other}”")
    document = _DOCUMENT_NUMBER.match(of.text, at)
    remedy = f"文号写“〔{document[1]}〕{document[2]}号”" if document else f"补上{missing}，或删去{own}"
    return Finding(spot(of, at, at + 1), f"{own}没有配对的{missing}", remedy)


RULE = Rule("PUN003", "括号或引号不成对", Severity.WARNING, check, __doc__)
