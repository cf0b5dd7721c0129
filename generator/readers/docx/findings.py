"""What is said of that which a DOCX held and the tree does not."""

from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic, Severity
from generator.readers import codes

_INFO, _WARNING = Severity.INFO, Severity.WARNING
_WORDS: Mapping[str, tuple[Severity, str, str]] = {
    codes.HIDDEN: (_INFO, "有{}处隐藏文字，没有读入", "需要的话先取消隐藏"),
    codes.RUNNING_HEADS: (_INFO, "页眉页脚里的“{}”没有读入", "是正文的话移到正文里"),
    codes.COMMENTS: (_INFO, "有{}条批注，没有读入", ""),
    codes.REVISIONS: (_INFO, "有{}处修订，按全部接受读入", "不接受的话先在 Word 或 WPS 中拒绝修订"),
    codes.FOOTNOTES: (_INFO, "有{}条脚注或尾注，各作为一段放在所注的段落之后", ""),
    codes.DRAWINGS: (_INFO, "有{}幅图，没有读入", "图里有文字的话另外打出来"),
    codes.CONTENTS: (_INFO, "目录有{}行，没有读入", ""),
    codes.EMBEDDED: (_WARNING, "有{}处嵌入的文件或对象，没有读入", "把其中的文字粘贴到正文里"),
    codes.BROKEN_PART: (_WARNING, "文件里的“{}”部分坏了，没有用上", "核对标题和编号，或在 Word 或 WPS 中另存一份再试"),
    codes.FORMULAS: (_INFO, "有{}个公式，按一行文字读入", ""),
    codes.TEXT_BOXES: (_INFO, "有{}个文本框，其中的文字放在它所在的段落旁边", ""),
    codes.SYMBOLS: (_WARNING, "有{}个符号只在专用字体里才有，没有读入", "改用普通字符"),
}


def findings(seen: Mapping[str, object]) -> Iterator[Diagnostic]:
    """Code -> how many there were, or what was said there; in the order of the codes."""
    for code in sorted(seen):
        severity, fact, hint = _WORDS[code]
        yield Diagnostic(code, None, fact.format(seen[code]), hint, severity)
