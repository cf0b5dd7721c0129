"""写了信访人、当事人的姓名。

为什么：信访人、举报人的姓名须保密，公开即违规。
依据：《信访工作条例》和行政复议、行政处罚信息公开中保护当事人的要求；报告公开前须经保密审查。
反例：
    妥善化解信访人张三反映的问题。

    申请人李小明不服行政处罚。

    居民李秀英反映邻居违法搭建。

    上访人王秀兰多次到县里反映诉求。

    信访人（吴晓东）诉求已化解。

    对张志强信访积案实行领导包案。

    帮助农民工孙立军讨回工资。

    居民李秀英（住某某小区6栋302室）与邻居争执两年。
正例：
    妥善化解信访人反映的问题。

    依法保障当事人陈述申辩的权利。

    群众高度评价，居民反映的问题全部解决。
    居民李某反映邻居违法搭建。

    对高难度信访积案实行领导包案，帮助农民工讨回工资，当事人陈述申辩的权利得到保障。
"""

import re
from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡杜叶苏魏吕丁沈姚卢姜崔"
    "钟谭汪范廖贾邹熊秦邱尹薛闫侯龙黎贺郝龚邵钱覃戴莫"
)
_NAME = (
    rf"(?!高[兴度难位额频风]|陈[年旧]|石油|金额|马上|周[边围]|田[地间]|林[地权]|何[时处]|许多|常[年常])[{_SURNAMES}](?:某某?|[\u4e00-\u9fff](?![镇乡村县区市路街局委办所站组])[\u4e00-\u9fff])"
)
_AFTER = "反映|不服|因|与|诉|提出|的|向|就|等|[,。、;()]"
_LONG = "多次|反复|再次|未|被|拒不|逾期|到[县镇乡市区]|来[信访电]|违法|擅自|涉嫌|未经|信访|上访|曾|家|本人|申请|要求|讨"
"""What follows a surname with two characters, by which no word ends."""
_CASE = regex(
    rf"(?:^|(?<=[对将为把就理决\n,。;:、结解])){_NAME}(?=(?:的)?(?:信访|上访)(?:积?案|事项|问题|诉求|件))", re.MULTILINE
)


def check(of: Subject) -> Iterator[Finding]:
    """Each person of the list 信访人 with a name right behind, and each name before 信访案."""
    people = "|".join(of.words.get("信访人", ()))
    if not people:
        return
    common = "|".join(of.words.get("群众", ()))
    if common:
        for where, match in found(of, rf"(?:{common})({_NAME})(?=反映|不服|诉|与|因|提出|投诉|举报|\((?:家?住|男|女))"):
            if "某" not in match[1]:
                yield Finding(where, f"写了姓名“{match[1]}”", "删去姓名，写“一名群众”即可")
    short = rf"[{_SURNAMES}](?:某某?|[\u4e00-\u9fff]{{1,2}})(?={_AFTER})"
    pattern = rf"(?:{people})[(]?({short}|{_NAME}(?={_LONG}))"
    for where, match in found(of, pattern):
        if not match[1].endswith(("某", "述")):
            yield Finding(where, f"写了姓名“{match[1]}”", "删去姓名，写“信访人”“当事人”即可")
    for where, match in found(of, rf"农民工({_NAME})(?=讨|追|要回|拿[到回]|反映|投诉|申请)"):
        if "某" not in match[1]:
            yield Finding(where, f"写了姓名“{match[1]}”", "删去姓名，写“农民工”即可")
    for where, match in found(of, _CASE):
        if "某" not in match[0]:
            yield Finding(where, f"写了姓名“{match[0]}”", "删去姓名，写“信访积案”即可")


RULE = Rule("PRI009", "写了信访人的姓名", Severity.ERROR, check, __doc__)
