"""What must not stand in a copy for publication: telephone and identity numbers, names of persons.

Source: the audit for secrecy and personal information that has to precede publication.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.document.nodes import Document, Text
from generator.document.walk import stretches, texts

_NUMBERS = (
    ("PRI001", r"(?<!\d)1[3-9]\d{9}(?!\d)", "手机号码", "公开前删去，确需公布的改用单位电话"),
    ("PRI002", r"(?<!\d)\d{17}[\dXx](?![\dXx])", "居民身份证号码", "公开前删去"),
    ("PRI003", r"(?<!\d)0\d{2,3}[-－—]?\d{7,8}(?!\d)", "电话号码", "确认是对外公布的单位电话，不是的删去"),
)
_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_OFFICES = "书记|镇长|乡长|县长|区长|市长|主任|局长|所长|主席|部长|委员|站长|院长|检察长"
_NAME = rf"(?!任[组副主命免])[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}"
_NAMED = rf"(?:{_OFFICES})({_NAME})(?=同志|任|带|主持|听取|批示|[，。、；])|({_NAME})同志"


def check(document: Document) -> tuple[Diagnostic, ...]:
    """A warning for each such number or name in the text."""
    return tuple(_found(document))


def _found(document: Document) -> Iterator[Diagnostic]:
    for inlines in stretches(document.blocks):
        for text in texts(inlines):
            for code, pattern, what, hint in _NUMBERS:
                for match in re.finditer(pattern, text.words):
                    yield _warning(code, text, f"公开稿里有{what}“{match.group()}”", hint)
            for match in re.finditer(_NAMED, text.words):
                name = match.group(1) or match.group(2)
                yield _warning("PRI004", text, f"公开稿里像是写了姓名“{name}”", "公开稿一般只写职务，不写姓名")


def _warning(code: str, text: Text, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, text.source.place if text.source else None, message, hint, Severity.WARNING)
