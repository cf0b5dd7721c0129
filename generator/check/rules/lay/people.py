"""文档属性里有个人姓名。

为什么：公开的文件在“属性”里带着作者、最后修改者，等于公开了经办人的姓名。
依据：没有专门的条文，是公开前清除文档属性的通行要求。
反例：
    属性里作者是张三
    属性里最后修改者是李小四
正例：
    成稿原样
    属性里作者是单位
"""

from collections.abc import Iterator

from generator.check.layout import judged
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_SAID = {"creator": "作者", "lastModifiedBy": "最后修改者", "manager": "经理"}
_PERSON = regex("[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff]{2,4}·[\u4e00-\u9fff]{2,6}")
_NOBODY = regex(r".*[府局办委会厅部处科股所站中心院校室组队]$|用户|微软.*|管理员|未知|作者|联想")


def check(of: Subject) -> Iterator[Finding]:
    """Properties of the file that hold a Chinese name of a person."""
    for key, words in judged(of).layout.people.items():
        if _PERSON.fullmatch(words) and not _NOBODY.fullmatch(words):
            yield Finding(None, f"文档属性的{_SAID[key]}是“{words}”", "在“文件—信息—检查文档”里删除文档属性和个人信息")


RULE = Rule("LAY026", "文档属性里有个人姓名", Severity.WARNING, check, __doc__, ("docx",))
