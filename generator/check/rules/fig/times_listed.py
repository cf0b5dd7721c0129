"""说了几次、几件，列出的却不是这么多。

为什么：写“四次，分别于3月、6月、9月”，读者数得出只有三次；写“五件事”，下面只有一是到四是。
依据：前后一致是公文的基本要求；没有列全的加“等”。
反例：
    召开专题会议四次，分别于3月、6月、9月召开。
反例：
    重点抓好五件事：一是完善制度，二是加强培训，三是规范执法，四是强化监督。
反例：
    办理法律援助案件732件，民事、行政案件分别为418件、307件和7件。
反例：
    三个村聘请了法律顾问3名，分别为张律师、李律师。
正例：
    召开专题会议四次，分别于3月、6月、9月、12月召开。
    召开专题会议四次，分别于3月、6月、9月等时间召开。
    重点抓好四件事：一是完善制度，二是加强培训，三是规范执法，四是强化监督。
    办理法律援助案件732件，民事、刑事、行政案件分别为418件、307件和7件。
"""

import re
from collections.abc import Iterator

from generator.annotate.numbers import amount
from generator.check.near import rows_with
from generator.check.rule import Finding, Rule
from generator.check.rules.fig._headed import headed
from generator.check.rules.fig._listed import joint
from generator.check.rules.fig._respectively import respectively
from generator.check.stated import Sentence, Stated, words
from generator.check.subject import Subject, found, spot
from generator.diagnostics import Severity
from generator.regex import regex

_N = r"(?P<n>\d{1,2}|[两二三四五六七八九十]{1,3})"
_TIME = r"(?:\d{4}年)?(?:\d{1,2}月(?:\d{1,2}日|[上中下]旬|[初底末])?|第?[一二三四]季度|[春夏秋冬]季|[上下]半年)"
_DATES = regex(
    rf"(?<![\d第至到—-]){_N}(?P<unit>次|场|期|场次|轮|批)[^,。;:\d]{{0,12}}[,(:](?:时间)?(?:分别)?(?:于|在|为|是)?"
    rf"(?P<list>{_TIME}(?:、{_TIME})*(?:[和与及]{_TIME})?)(?P<more>等)?(?P<after>各|分别|召开|举办|开展|组织|进行|举行|[,。;)])"
)
_EACH = regex(rf"各{_N}(?:次|场|期|轮|批)")
_ORDINALS = regex(
    rf"(?<![\d第]){_N}(?:件事|[个项]?(?:方面|重点|任务|举措|措施|工作|环节|关)|大(?:行动|任务|举措|工程))[^,。;:\d]{{0,10}}[:,]一是"
)
_NAMED = regex(
    rf"(?<![\d第之分]){_N}(?P<unit>个|家|项|名|部|位)(?P<what>[^,。;:\d]{{0,16}})[,(:](?:分别|依次)(?:[是为在]|位于|设在|包括)[:]?"
    r"(?P<list>[^。;:,\d()]{4,120}?)(?P<more>等)?(?=[。;,)\n])"
)
_SEVERAL = regex(
    rf"(?<![\d第之一二三四五六七八九十月.]){_N}(?P<unit>期|批|轮|类|种|组|支|个(?:批次|季度|阶段|片区|中队|小组|队伍|站所|专班))[^,;:。\d]{{0,10}}[,:](?:分别|依次|即|包括)"
    r"(?:[是为]|[^,;:、。\d]{0,8})$"
)
_CALLED = regex(rf"{_N}(?P<unit>类|种|大类|个类别)(?=[,;。])")
_MARK = regex("[一二三四五六七八九十]是")
_ORDER = "一二三四五六七八九十"


def check(of: Subject) -> Iterator[Finding]:
    """Each number of times or matters that the list behind it does not have."""
    for _, match in found(of, _DATES):
        told = len(re.split("[、和与及]", match["list"]))
        before = match[0][: match.start("list") - match.start()]
        if told == 1 and not re.search("分别|[,(](?:时间)?[于在为是]|[(]", before):
            # 上半年13场，下半年举办15场
            continue
        each = _EACH.match(of.folded, match.end("list")) if match["after"] == "各" else None
        if each:
            # 6次，上半年、下半年各3次
            told *= _number(each["n"])
        if _number(match["n"]) != told and not match["more"] and (told > 1 or match["after"] != "各"):
            said = f"写的是“{match['n']}{match['unit']}”，列出的时间是{told}个（{match['list']}）"
            yield Finding(spot(of, match.start("n"), match.end("unit")), said, "核对次数和时间；没有列全的加“等”")
    for _, match in found(of, _NAMED):
        names = match["list"].split("、")
        last = re.split("以及|[和与及]", names[-1])
        counts = {len(names), len(names) + len(last) - 1}
        if len(names) < 2 or match["more"] or max(map(len, names)) > 20 or _number(match["n"]) in counts:
            continue
        said = f"写的是“{match['n']}{match['unit']}”，列出的是{max(counts)}个（{match['list']}）"
        yield Finding(spot(of, match.start("n"), match.end("unit")), said, "核对个数和名单；没有列全的加“等”")
    yield from _each_told(of)
    yield from headed(of)
    yield from respectively(of)
    for place, match in found(of, _ORDINALS):
        stop = of.folded.find("\n", match.end())
        behind = of.folded[match.end() - 2 : stop if stop >= 0 else len(of.folded)]
        told = 0
        for mark in _MARK.finditer(behind):
            if _ORDER.index(mark[0][0]) == told:
                told += 1
        if 1 < told != _number(match["n"]) and told < len(_ORDER):
            said = f"写的是“{match['n']}”，下面列了{told}项（一是至{_ORDER[told - 1]}是）"
            yield Finding(place, said, "核对个数和列出的各项")


def _each_told(of: Subject) -> Iterator[Finding]:
    """分三期轮训，分别培训380人、392人、354人; 分为五类，即电梯7420台、锅炉96台…: as many figures as it says."""
    for row in rows_with(of, _CALLED):
        yield from _called_so_many(of, row)
    for row in rows_with(of, _SEVERAL):
        begin = row[0].begin
        for at, one in enumerate(row):
            match = _SEVERAL.search(of.folded, max(begin, one.at - 40), one.at)
            if match is None or match.end() != one.at or one.kind == "%":
                continue
            told = [one]
            for other in row[at + 1 :]:
                if other.kind != one.kind or other.depth != one.depth or joint(other.lead) != "、":
                    break
                told.append(other)
            wanted = _number(match["n"])
            if 1 < len(told) != wanted > 1 and "等" not in told[-1].tail[:6]:
                shown = "、".join(map(words, told))
                said = f"写的是“{match['n']}{match['unit']}”，列出的是{len(told)}个（{shown}）"
                yield Finding(spot(of, match.start("n"), match.end("unit")), said, "核对个数和列出的各项")


def _called_so_many(of: Subject, row: Sentence) -> Iterator[Finding]:
    """土地26件、婚姻家庭19件、邻里17件、债务12件四类: as many figures as the word behind them says."""
    told: list[Stated] = []
    for one in row:
        joined = told and one.kind == told[-1].kind and joint(one.lead) == "、"
        told = [*told, one] if joined else [one]
        match = _CALLED.match(of.folded, one.end)
        if match and len(told) > 1 and one.kind != "%" and len(told) != _number(match["n"]):
            said = f"写的是“{match['n']}{match['unit']}”，列出的是{len(told)}个（{'、'.join(map(words, told))}）"
            yield Finding(spot(of, match.start("n"), match.end("unit")), said, "核对个数和列出的各项")


def _number(said: str) -> int:
    worth = amount("二" if said == "两" else said)
    return int(worth) if worth is not None else 0


RULE = Rule("FIG031", "列出的与说的个数不符", Severity.WARNING, check, __doc__)
