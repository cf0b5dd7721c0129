"""正文里像是写了人的姓名。

为什么：年度报告一般只写职务，不写姓名；公开以后会有不必要的联想。
依据：报告公开前须经审核和保密审查；《个人信息保护法》对个人信息公开的限制。
反例：
    由镇长王小明任组长。

    李强同志作了讲话。
正例：
    镇长带头讲法。

    由镇党委书记任组长。

    县长主持召开会议。
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_OFFICES = "书记|镇长|乡长|县长|区长|市长|旗长|主任|局长|所长|主席|部长|委员|站长|院长|检察长"
_WORDS = (
    "任[组副主命免务何意]|方[面式案针法]|高[度质效位标]|严[格肃密]|万[名余人]|余[名人件]|于[20年月每全上下本当]"
    "|程序|郑重|金融|石油|毛病|向[县市区镇乡党人社上]"
)
_NAME = rf"(?!{_WORDS})[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}"
_NAMED = regex(
    rf"(?:{_OFFICES})({_NAME})(?=同志|任组|任副|带队|带头|主持|听取|批示|出庭|前往|深入|率队|讲课|讲授|讲法|作了|作出|作报告|强调|指出|要求|调研|部署|亲自|分别|表示|担任|牵头|[,。、;(])"
    rf"|(?<![\u4e00-\u9fff])({_NAME})同志"
)


def check(of: Subject) -> Iterator[Finding]:
    """Each surname with a given name behind an office or before 同志."""
    for where, match in found(of, _NAMED):
        name = match[1] or match[2]
        yield Finding(where, f"像是写了姓名“{name}”", "一般只写职务，不写姓名")


RULE = Rule("PRI004", "写了人的姓名", Severity.WARNING, check, __doc__, looks_for=(_NAMED,))
