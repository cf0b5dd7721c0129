"""标题与主送机关之间没有空一行。

为什么：标题下空一行是公文的固定格式，便于一眼分清标题和正文。
依据：GB/T 9704—2012 7.3.2：主送机关编排于标题下空一行位置，居左顶格。
反例：
    删去标题下的空行
    标题下空两行
正例：
    成稿原样
"""

from collections.abc import Iterator

from generator.check.layout import at, judged
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """A salutation that does not follow the title after one empty line."""
    set_ = judged(of).set
    titles = [one.paragraph.number for one in set_ if one.role == "title"]
    salutation = next((one.paragraph for one in set_ if one.role == "salutation"), None)
    if not titles or salutation is None:
        return
    between = judged(of).layout.paragraphs[titles[-1] : salutation.number - 1]
    blank = sum(not one.words.strip() for one in between)
    if blank == len(between) and blank != 1:
        said = "标题和主送机关之间没有空行" if not blank else f"标题和主送机关之间空了{blank}行"
        yield Finding(at(of, salutation.number), said, "空一行")


RULE = Rule("LAY020", "标题与主送机关之间没有空一行", Severity.WARNING, check, __doc__, ("docx",))
