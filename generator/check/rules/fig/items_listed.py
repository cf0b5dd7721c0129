"""列出的几项与写的个数不符。

为什么：写“四项制度”而列了三个书名，写“2个（甲、乙、丙）”而列了三个村，读者一数就知道。
依据：前后一致是公文的基本要求；没有列全的加“等”。
反例：
    出台《公示办法》《评查细则》《举报规定》四项制度。
反例：
    围绕“防风险、保稳定、促发展、惠民生”三条主线开展工作。
反例：
    建成示范村2个（双河村、石桥村、新田村）。
反例：
    下设执法协调组、普法宣传组、纠纷化解组、综合保障组三个工作组。
反例：
    分别在青石村、白塔村、下坝村建成四个法治小院。
反例：
    健全排查、调处、回访四项机制。
反例：
    打造法治公园、法治长廊、法治书屋、法治广场、法治驿站四处阵地。
正例：
    出台《公示办法》《评查细则》《举报规定》等四项制度。
    围绕“防风险、保稳定、促发展、惠民生”四条主线开展工作。
    建成示范村3个（双河村、石桥村、新田村）。
    依托综治中心、司法所健全排查、调处、回访三项机制。
    统筹法律援助和人民调解、公证三类服务。
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.annotate.numbers import amount
from generator.check.rule import Finding, Rule, found_by
from generator.check.rules.fig import listed_count, times_listed
from generator.check.rules.fig._names import AND
from generator.check.subject import Subject, spot
from generator.diagnostics import Severity
from generator.regex import regex

_N = r"(?P<n>\d{1,2}|[两二三四五六七八九十]|十[一二三四五])"
# A class of characters that holds \d is tried at each place of a text six times as slowly.
_COUNT = regex("[0-9０-９两二三四五六七八九十](?:个|项|大|类|种|家|名|条|支|级|方|处|道|份|部|件|所|场|次)")
_TWO_SIGNS = regex(r"\d\d|十[一二三四五]")
"""Where the last sign of a number stands with its measure word; numbers of two signs."""
_QUOTED = regex(
    r"(?P<list>“[^“”]{4,80}”|(?:“[^“”]{1,24}”[、和及与]?){2,12}|(?:《[^《》]{2,40}》[、和及与]?){2,12})(?P<more>等)?"
    rf"{_N}(?:个|项|大|类|种|条|部|份|件)(?![月年季多余])(?=[\u4e00-\u9fff])"
)
_BRACKETS = regex(
    rf"(?<![\d第.]){_N}(?:个|家|名|项|处|条|部|所|件|支)(?P<what>[\u4e00-\u9fff]{{0,10}})\((?:即|分别[是为]|包括)?:?"
    r"(?P<list>[^()\d,;:。]{2,14}(?:、[^()\d,;:。]{2,14}){1,14})(?P<more>等)?\)"
)
_NAMED = regex(
    rf"(?<![\d第.]){_N}(?:个|家|名|项|处|条|部|所|件|支)(?P<what>[\u4e00-\u9fff]{{0,10}}),(?:即|分别[是为]|依次[是为])"
    r"(?P<list>[^()\d,;:。、]{2,14}(?:、[^()\d,;:。、]{2,14}){1,14}?)(?P<more>等[^()\d,;:。、]{0,4})?(?=[,;。\n]|$)"
)
_COLON = regex(
    rf"(?<![\d第.]){_N}(?:个|项|大|类|种|条|套|支)(?P<what>[\u4e00-\u9fff]{{2,6}}):"
    r"(?P<list>[^()\d,;:。、“”《》]{3,14}(?:、[^()\d,;:。、“”《》]{3,14}){1,9}?)(?P<more>等)?(?=[。;\n]|$)"
)
_PLAIN = regex(
    rf"(?<=[\u4e00-\u9fff]){_N}(?:个|项|大|类|种|条|件|家|处):(?P<what>)"
    r"(?P<list>[^()\d,;:。、“”《》]{3,12}(?:、[^()\d,;:。、“”《》]{3,12}){2,9}?)(?P<more>等)?(?=[。\n]|$)"
)
"""The same without what is counted, which stands before the number: 决策事项6项:加装电梯、菜市场搬迁、…."""
_FEWEST = 3
"""Names behind a colon that end like what is counted: 三项制度:排查制度、会诊制度、回访制度."""
_PLACED = regex(
    r"分别[在于](?P<list>[^、,;:。()\d]{2,8}(?:、[^、,;:。()\d]{2,8}?){1,9})(?P<more>等地?)?(?:建成|新建|建立|建设|设立|开展|举办|召开|打造|设置)了?"
    rf"{_N}(?:个|处|场|次|家|所)"
)
_QUOTES = ("”", "》", "”等", "》等")
_BEHIND = regex("\\d{0,2}[\u4e00-\u9fff]{0,13}(?:[(]|:|,[即分依])")
"""How both of these begin."""
_ITEM = regex(r"[^、,;:。()“”《》\d\s]{2,16}")
_HEAD = 2
"""Signs in which all names end that a colon lists."""
_ITEMS_END = 18
"""Characters before a number in which the last item and 等 stand."""
_LIST_ENDS = regex(r"[,;:。()\s“”《》]")
_ACT = regex(
    "联合|会同|协同|组织|推动|通过|依托|围绕|聚焦|紧扣|建立|健全|完善|构建|设立|下设|成立|打造|开展|实施|落实|推行|执行|"
    "形成|制定|出台|坚持|抓好|做好|突出|统筹|整合|畅通|强化|规范|优化|分别在|分别|把好|[对向由到赴在将为给从按的了以]"
)
_UNLIKE = regex("分别|[和与及以了在对向到由从]$|等|[两二三四五六七八九十](?:[个项门类种条家部套]|大)")
"""In a last item that is more than a name: 节水、普法两门课进了."""
_WINDOW, _LONGEST = 120, 520
"""Characters before a number in which names joined by 、, and names in marks, may stand."""


def check(of: Subject) -> Iterator[Finding]:
    """Each list that is longer or, without 等, shorter than the number told right behind or before it."""
    for finding in _found(of):
        told = [one.spot for rule in (listed_count, times_listed) for one in found_by(of, rule.check)]
        own = finding.spot
        if not any(s and own and s.line == own.line and abs(s.start - own.start) <= _WINDOW for s in told):
            yield finding


def _found(of: Subject) -> Iterator[Finding]:
    text, heads = of.folded, of.words.get("列举", ())
    told_of = counted(heads) if heads else None
    for count in _COUNT.finditer(text):
        at = count.start()
        if _TWO_SIGNS.match(text, at - 1):
            at -= 1
        if text.endswith(_QUOTES, 0, at):
            yield from _of_quoted(of, at)
        elif text.find("分别", max(0, at - _WINDOW), at) >= 0:
            yield from _of_placed(of, at)
        behind = _BEHIND.match(text, at) and next(
            (found for one in (_BRACKETS, _NAMED, _COLON, _PLAIN) if (found := one.match(text, at))), None
        )
        if behind:
            yield from _behind(of, behind)
        listed = told_of and text.find("、", max(0, at - _ITEMS_END), at) >= 0
        told = told_of.match(text, at) if told_of and listed else None
        if told:
            yield from _of_list(of, told)


def _of_quoted(of: Subject, at: int) -> Iterator[Finding]:
    begin, end = max(0, at - _LONGEST), at + 4
    match = next((m for m in _QUOTED.finditer(of.folded, begin, end) if m.start("n") == at), None)
    if match is None:
        return
    listed = match["list"]
    if listed[0] == "“" and listed.count("“") == 1:
        names: Sequence[str] = re.split("[、,]", listed.strip("“”"))
        if len(names) < 2 or len({len(one) for one in names}) > 1:
            return
    else:
        names = re.findall("“[^“”]+”|《[^《》]+》", listed)
    yield from _told(of, match, names, len(names), len(names))


def _behind(of: Subject, match: "re.Match[str]") -> Iterator[Finding]:
    names = match["list"].split("、")
    if names[0].startswith(("含", "不含", "除")) or "等" in names[-1] or names[-1].endswith(("总和", "之和", "总数")):
        return
    if match.re is _PLAIN and (_number(match["n"]) < _FEWEST or any(AND.search(one) for one in names)):
        return
    if match.re is _COLON and any(one[-_HEAD:] != match["what"][-_HEAD:] for one in names):
        return
    alike = len({one[-1] for one in names}) == 1 or len({one[:2] for one in names}) == 1
    alike = alike or {len(one) for one in names} <= {2, 3}
    most = sum(len(AND.split(one)) for one in names)
    if alike or _number(match["n"]) > most:
        yield from _told(of, match, names, len(names), most)


def _of_placed(of: Subject, at: int) -> Iterator[Finding]:
    match = _PLACED.match(of.folded, of.folded.rfind("分别", 0, at))
    if match and match.start("n") == at:
        names = match["list"].split("、")
        most = sum(len(AND.split(one)) for one in names)
        yield from _told(of, match, names, len(names), most)


def _of_list(of: Subject, match: "re.Match[str]") -> Iterator[Finding]:
    """Of names joined by 、 up to the number."""
    before = of.folded[max(0, match.start() - _WINDOW) : match.start()]
    more = before.endswith("等")
    names = _listed(before.removesuffix("等"))
    if len(names) < 2 or (more and not (len(names) > _number(match["n"]) > 1 and _even(names))):
        return
    least = _surely(names, match["head"])
    most = sum(len(AND.split(one)) for one in names)
    wanted = _number(match["n"])
    if wanted > most and not _UNLIKE.search(names[-1]):
        yield from _told(of, match, names, most, most)
    elif least > wanted:
        yield from _told(of, match, names[-least:], least, most)
    elif len(names) > wanted > 1 and _plainly(names):
        yield from _told(of, match, names, len(names), most, None if _even(names) else Severity.INFO)


@lru_cache(maxsize=16)
def counted(heads: Sequence[str]) -> "re.Pattern[str]":
    """How many of what is listed before: 四项制度, 三个工作组."""
    return regex(
        rf"(?<![\d第之分.两二三四五六七八九十]){_N}(?:个|项|大|类|种|家|条|支|级|方|道|份|部|件|处|所|座)(?P<sort>[\u4e00-\u9fff]{{0,4}}?)"
        rf"(?P<head>{'|'.join(map(re.escape, heads))})"
    )


def _listed(before: str) -> list[str]:
    """The items joined by 、 that end here."""
    names = _LIST_ENDS.split(before)[-1].split("、")
    short = all(_ITEM.fullmatch(one) for one in names[1:]) and 1 < len(names[0]) < 30
    return names if len(names) > 1 and short else []


def _surely(names: Sequence[str], head: str) -> int:
    """How many items are of this list for certain: those told alike by their last sign, the first without its verb."""
    last = names[-1][-1]
    alike = [one for one in names if one.endswith(last)]
    if len(alike) != len(names) or last not in head + "组村局所会队" or any(AND.search(one) for one in names):
        return 0
    return 0 if any(_ACT.search(one) for one in names[1:]) else len(names)


def _plainly(names: Sequence[str]) -> bool:
    """Whether nothing but names stands between the marks."""
    return max(map(len, names[1:])) < 7 and not any(_ACT.search(one) or AND.search(one) for one in names[1:])


def _even(names: Sequence[str]) -> bool:
    """Whether all are as long as each other, the first without its verb: 道路交通、食品药品、生态环境."""
    first = _ACT.split(names[0])[-1]
    return len(names) > 2 and len({len(first), *map(len, names[1:])}) == 1 and not any(map(AND.search, names))


def _told(
    of: Subject,
    match: "re.Match[str]",
    names: Sequence[str],
    least: int,
    most: int,
    severity: Severity | None = None,
) -> Iterator[Finding]:
    wanted = _number(match["n"])
    more = bool(match.groupdict().get("more"))
    if wanted < 2 or (least <= wanted <= most) or (more and wanted > most):
        return
    first = _ACT.split(names[0])[-1] or names[0]
    shown = "、".join([first, *names[1:]])
    said = f"列了{most if wanted > most else least}个（{shown}），写的是“{match['n']}”"
    hint = "核对个数和名单" if more else "核对个数和名单；没有列全的加“等”"
    yield Finding(spot(of, match.start("n"), match.end()), said, hint, severity=severity)


def _number(said: str) -> int:
    value = amount("二" if said == "两" else said)
    return int(value) if value is not None else 0


RULE = Rule("FIG035", "列出的几项与个数不符", Severity.WARNING, check, __doc__)
