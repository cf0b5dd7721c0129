"""发文字号的年份没有用六角括号。

为什么：〔〕是文号专用的，用别的括号会与正文的括号、案号混淆。
依据：GB/T 9704—2012 发文字号：年份用六角括号“〔〕”括入，不编虚位，不加“第”字。
反例：
    葛政[2025]11号

    法政办发（2023）7号文件

    葛政〔2025〕第11号

    葛政〔2025〕011号

    石政发2024年12号

    石政发〔24〕12号
正例：
    葛政〔2025〕11号

    国务院令第713号。
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_NUMBER = regex(r"(?<=[\u4e00-\u9fff])([\[【〖(（〔])\s*(20\d{2})\s*([\]】〗)）〕])\s*(第?)\s*(0*)(\d+)\s*号")

_BARE = regex(r"(?<=政发|政办|办发|委发|党发|司发|法发|综发|政函|司函)(?:(20\d{2})年|〔(\d{2})〕)第?0*(\d+)号")
"""Without brackets, or with a year of two digits: 政发2024年12号, 政发〔24〕12号."""


def check(of: Subject) -> Iterator[Finding]:
    """Each document number with other brackets, with 第 or with a leading zero, and without brackets or a full year."""
    for where, match in found(of, _NUMBER, folded=False):
        if (match[1], match[3]) != ("〔", "〕") or match[4] or match[5]:
            right = f"〔{match[2]}〕{match[6]}号"
            yield Finding(where, f"文号“{match[0]}”的写法不合规范", f"写“{right}”", right)

    for where, match in found(of, _BARE):
        year = match[1] or f"20{match[2]}"
        yield Finding(where, f"文号“{match[0]}”的写法不合规范", f"写“〔{year}〕{match[3]}号”")


RULE = Rule("PUN006", "文号没有用六角括号", Severity.WARNING, check, __doc__, looks_for=(_NUMBER, _BARE))
