"""列出的单位与写的个数不符。

为什么：写“4家单位”而列了三个，不是漏了一个，就是数错了。
依据：前后一致是公文的基本要求；带“等”字的可以少列，不能多列。
反例：
    组织县教育局、水务局、医保局4家单位现场述法。

    抽查公安局、司法局、交通局、财政局等三家单位的案卷。

    会同两家单位（司法所、派出所、市场监管所）开展联合检查。

    织密县、乡、村两级调解网络。
正例：
    组织县教育局、水务局、医保局、县妇联4家单位现场述法。
    抽查公安局、司法局、交通局等7家单位的案卷。
    织密县、乡(镇、街道)、村(社区)三级调解网络。
    县司法局联合公安局、民政局2家单位开展检查。
"""

import re
from collections.abc import Iterator, Sequence

from generator.annotate.numbers import amount
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found, spot
from generator.diagnostics import Severity
from generator.regex import regex

_BODY = (
    "局|委|办|所|院|厅|会|社|团|部|站|中心|大队|支队|公司|园区|学校|小学|中学|镇|乡|村|街道|社区|银行|法庭|窗口|厂|馆|服务点|[妇残文]联|工商联|科协"
)
_COUNTED = r"(?:家|个)(?:县直|市直|区直|成员|责任|试点|相关|执法)?(?:单位|部门|乡镇|镇|乡|村|社区|街道|机关|站所|学校)"
_HOW_MANY = regex(
    # Begun with what Python looks for quickly: a class of characters, without \d.
    "(?P<n>[0-9０-９两二三四五六七八九十](?<![\\d.两二三四五六七八九十].)(?:(?<=\\d)\\d?|(?<=\\D)[两二三四五六七八九十]{0,2}))"
    + _COUNTED
)
_LISTED = regex(r"(?:[^\s、,。;:()“”\d]{2,16}、)+[^\s、,。;:()“”\d]{2,16}$")
_BREAKS = regex(r"[\s,。;:()“”\d]")
_BEHIND = regex(r"[(:]([^()。;:\d]{4,200}?)(等)?[)。;\n]")
_LEVEL = r"(?:国家|自治区|乡镇|街道|社区|[省市州盟县区旗乡镇村组户])(?:\([^()]{1,8}\))?"
_LEVELS = regex(rf"(?:{_LEVEL}、){{1,5}}{_LEVEL}$")
_HOW_DEEP = regex("(?<=[省市州盟县区旗乡镇道村组户)])[两二三四五六]级")
_WINDOW = 160
"""Characters before the number that are looked at."""
_OTHERS = regex("联合|会同|协同|组织|邀请|抽查|抽取|督促|指导|深入|走访|推动|通过|依托|[对向由到赴在将为给从的]")
_ENDS = regex(rf"(?:{_BODY})$")
_BOTH = regex("(?<=局|委|办|所|院|厅|会|社|团|部|站|镇|乡|村|道|区|心|队|司|联|协|厂|馆)[和与及]")


def check(of: Subject) -> Iterator[Finding]:
    """Each list of bodies or levels that is longer or, without 等, shorter than it says."""
    text = of.folded
    for match in _HOW_MANY.finditer(text):
        before = text[max(0, match.start() - _WINDOW) : match.start()]
        more = before.endswith("等")
        near = _BREAKS.split(before.removesuffix("等"))[-1]
        listed = _LISTED.search(near) if "、" in near else None
        names = _names(listed[0], True) if listed else ()
        if not names:
            after = _BEHIND.match(text, match.end())
            if after:
                names, more = _names(after[1], False), bool(after[2])
        if names and _wrong(len(names), _number(match["n"]), more):
            yield _finding(of, match, names, more)
    for _, match in found(of, _HOW_DEEP):
        listed = _LEVELS.search(text[max(0, match.start() - 60) : match.start()])
        names = re.sub(r"\([^()]*\)", "", listed[0]).split("、") if listed else ()
        if names and len(names) != _number(match[0][0]):
            said = f"“{'、'.join(names)}”列了{len(names)}级，写的是“{match[0]}”"
            yield Finding(spot(of, match.start(), match.end()), said, "核对列出的层级")


def _names(listed: str, cut: bool) -> Sequence[str]:
    """The bodies of a list, () if it may be something else. cut: words may stand before the first."""
    names = [name for part in listed.split("、") for name in _BOTH.split(part)]
    if cut:
        for at in range(len(names) - 1, -1, -1):
            other = [m.end() for m in _OTHERS.finditer(names[at]) if m.end() < len(names[at])]
            if other and _ENDS.search(names[at][other[-1] :]):
                names = [names[at][other[-1] :], *names[at + 1 :]]
                break
    if any("*" in name or not _ENDS.search(name) for name in names) or len(names) < 2:
        return ()
    return names


def _number(said: str) -> int:
    found = amount("二" if said == "两" else said)
    return int(found) if found is not None else 0


def _wrong(listed: int, wanted: int, more: bool) -> bool:
    return wanted > 1 and (listed > wanted if more else listed != wanted) and wanted <= 30


def _finding(of: Subject, match: "re.Match[str]", names: Sequence[str], more: bool) -> Finding:
    said = f"列了{len(names)}家（{'、'.join(names)}），写的是“{match['n']}”家"
    hint = "核对个数和名单" if more else "核对个数和名单；没有列全的加“等”"
    return Finding(spot(of, match.start("n"), match.end()), said, hint)


RULE = Rule("FIG020", "列出的单位与个数不符", Severity.WARNING, check, __doc__)
