"""中文里用了直引号。

为什么：直引号不分左右，排出来宽窄不一。
依据：GB/T 15834—2011：引号的形式是“”和‘’。
反例：
    推进"放管服"改革。
正例：
    推进“放管服”改革。
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_QUOTED = regex(r'"([^"\n]*)"')
_SINGLE = regex(r"(?<=[\u3400-\u9fff])'([^'\n]*)'|'([^'\n]*)'(?=[\u3400-\u9fff])")


def check(of: Subject) -> Iterator[Finding]:
    """Each pair of straight quotation marks, in copies of pages once."""
    for where, match in [*found(of, _QUOTED, folded=False), *found(of, _SINGLE, folded=False)]:
        words = match[1] or match[match.lastindex or 0] or ""
        right = f"“{words}”" if match[0][0] == '"' else f"‘{words}’"
        yield Finding(where, f"{match[0]} 用了直引号", f"写{right}", right)


RULE = Rule("PUN004", "用了直引号", Severity.WARNING, check, __doc__, looks_for=(_QUOTED, _SINGLE))
