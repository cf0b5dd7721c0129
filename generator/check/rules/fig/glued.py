"""像是几个数粘在了一起。

为什么：从网页或表格里复制时，数与数之间的字会丢失：“28支640人”成了“28640人”。
依据：一县的队伍不会有几十万人；大数通常写成“万”。
反例：
    全县建有28640人的应急救援队伍。

    全镇共有人民调解员12345人。
正例：
    全县建有28支640人的应急救援队伍。
    全县共有人民调解员1234人。
    普法受众286400人次。
"""

import re
from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.stated import Stated, named, sentences, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_MOST = {"township": 2000, "subdistrict": 2000, "department": 3000}
_COUNTY = 20_000
_EVENTS = 10_000_000
"""Any count of a township or county above this is written with 万 or wrong."""

_WHOLE = regex(r"\d+")
_SMALL = ("township", "subdistrict")
_LARGE = 100_000
_COUNTED = ("人", "人次", "份", "户", "件", "场", "条", "个")
"""What a township counts with five digits at most, unless it writes 万."""
_MEETING = regex("会议|党委会|常委会|常务会|办公会|专题会|联席会|座谈会|集体学法|专题学习|专题研究|听取")
_SPREAD = regex("广播|播放|播出|推送|巡逻|巡查|巡护|滚动|转发|发布")
_PAPER = regex("意见书|意见|文书|决定书|协议书|建议书|通知书|合同|协议$")
_PAPERS = 20_000
_DAYS, _DAILY = 366, 3660
"""Meetings, and events of a township, beyond which a year's number is odd."""


def check(of: Subject) -> Iterator[Finding]:
    """Each staff that is far too large for its unit, and each count beyond reason."""
    staff = of.words.get("队伍", ())
    most = _MOST.get(of.annotation.outline.level, _COUNTY)
    for row in sentences(of):
        for one in row:
            if one.kind == "份" and one.amount >= _PAPERS and one.unit[:1] != "万" and _PAPER.search(one.lead[-12:]):
                told = f"“{words(one)}”对{named(one)[: -len(words(one))]}来说太多"
                yield Finding(where(of, one), told, "核对份数", severity=Severity.INFO)
            if one.kind == "场" and one.amount > _DAYS and one.unit[:1] != "万":
                yield from _too_often(of, one)
            if len(one.value) < 5 or not _WHOLE.fullmatch(one.value) or one.unit[:1] in "万亿元%" or not one.unit:
                continue
            said = re.split("[,;:、(]", one.lead)[-1][-12:] + re.split("[,;:、)]", one.tail)[0][:12]
            large = one.kind == "人" and one.amount > most and any(word in said for word in staff)
            if large or (one.amount > _EVENTS and one.kind not in ("元",)):
                told = f"“{words(one)}”大得不合常理，像是几个数粘在了一起"
                yield Finding(where(of, one), told, "对照原稿，补上丢失的字，如“36支1909人”")
            elif one.amount >= _LARGE and of.annotation.outline.level in _SMALL and one.kind in _COUNTED:
                if one.kind == "人次" and re.search("线上|直播|阅读|观看|浏览|播放|点击|网络", one.lead[-20:]):
                    continue
                told = f"“{words(one)}”对一个乡镇、街道来说太大，也许是几个数粘在了一起"
                yield Finding(where(of, one), told, "核对原稿；无误的可写成“万”", severity=Severity.INFO)


def _too_often(of: Subject, one: Stated) -> Iterator[Finding]:
    """Meetings every day, or events ten times a day."""
    said = re.split("[,;:、(]", one.lead)[-1][-16:]
    if _MEETING.search(said) and not re.search("村|社区|支部|各单位", said):
        told = f"“{said[-8:]}{words(one)}”比一年的天数还多"
        sure = None if one.amount == of.year else Severity.INFO
        yield Finding(where(of, one), told, "核对次数，看是不是混进了年份或别的数", severity=sure)
    elif one.amount > _DAILY and of.annotation.outline.level in _SMALL and not _SPREAD.search(said):
        told = f"“{words(one)}”合每天十次以上，对一个乡镇、街道来说太多"
        yield Finding(where(of, one), told, "核对次数，看是不是把人次写成了场次", severity=Severity.INFO)


RULE = Rule("FIG022", "数粘在了一起", Severity.WARNING, check, __doc__)
