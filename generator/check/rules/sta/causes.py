"""存在的不足没有写原因。

为什么：规定要写“存在的不足和原因”；没有原因，对策就没有根据。
依据：《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）关于年度报告内容的规定：主要举措和成效；存在的不足和原因；党政主要负责人履行推进法治建设第一责任人职责、加强法治政府建设的有关情况；下一年度的主要安排；其他需要报告的情况。
反例：
    一、主要举措和成效
    （一）规范行政执法。现有执法人员25名，开展检查12次。
    二、存在的不足和原因
    （一）执法力量不足。执法人员只有3名持证，不能满足需要。
    （二）普法方式单一。以发放资料为主，效果不好。
    三、党政主要负责人履行推进法治建设第一责任人职责情况
    镇党委书记主持召开党委会议4次，研究法治政府建设，听取汇报4次。
    四、2025年主要安排
    （一）补齐执法力量。组织12名干部参加执法资格考试。
    （二）改进普法宣传。开设短视频栏目，每月更新2期。
    （三）规范案卷评查。全年评查30卷。
正例：
    一、主要举措和成效
    （一）规范行政执法。现有执法人员25名，开展检查12次。
    二、存在的不足和原因
    （一）执法力量不足。执法人员只有3名持证，主要原因是编制少、考试通过率低。
    （二）普法方式单一。以发放资料为主，原因在于缺少懂新媒体的人员。
    三、党政主要负责人履行推进法治建设第一责任人职责情况
    镇党委书记主持召开党委会议4次，研究法治政府建设，听取汇报4次。
    四、2025年主要安排
    （一）补齐执法力量。组织12名干部参加执法资格考试。
    （二）改进普法宣传。开设短视频栏目，每月更新2期。
    （三）规范案卷评查。全年评查30卷。
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.annotate.model import Section, Spot
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, body_of, children, extent, offset, parts, quote, spot, words_of
from generator.diagnostics import Severity
from generator.regex import regex

_TIED = regex(
    "[与跟同][^。;,]{2,40}(?:有关|相关|分不开|密不可分)[。;,]|受(?!到)[^。;,到]{2,36}(?:影响|制约|限制|所限)"
    "|(?<![原成基])因(?![此素时势人事材果案需]|地制宜)[^。;,]{3,30},"
    "|(?<=[,;])(?:多|大多|均|都|主要|一般|系|是)?因(?![此素时势人事材果案需]|地制宜)[^。;,]{3,30}[。;]"
    "|(?<![参增施追附])加(?:之|上(?!级))[^。;\\d]{4,40}[。;]"
    "|(?:主要|根本|重要|直接|深层次?)的?原因|究其|症结[是在]|根源[:是在]|反映出|折射出|(?<!困)难在|病根[是在]"
    "|[,;]系(?![统列])[^。;]{2,30}(?:没有|未|不|缺|少|弱|低|差)"
    "|[,;]说明[^。;]{2,24}(?:没有|未|不[够强严足到牢熟深细]|淡薄|薄弱|欠缺|偏[弱低差]|缺失|停留|缺[少乏])"
)
"""A cause that no word of the list introduces: 这与编制少有关, 受人手少影响, 因编制少，…, 究其根本，还是经费缺;
装备没有更新，因预算下达晚; 台账有缺页，系交接时没有清点; 两次被纠错，说明程序意识不强."""
_ITEM = regex(
    r"(?<=[。;\n:])\s*(?:(?:首先|其次|再次|再者|最后|其[一二三四五六]|一方面|另一方面|[一二三四五]则|第[一二三四五六](?=[,是]|个是))"
    r"(?:个?是|,)?|(?:再|还有|另|另有)?一个(?:方面)?是)"
)
"""What sets a problem off from the one before in a paragraph without numbers."""
_LED = regex("(?:究|分析|剖析|深究|归结|追溯)其?(?:主要|根本|深层)?(?:原因|根源)(?:主要|分别)?(?:是|有|在于)?[,:]?$")
_FIRST = regex("[^,。;:\n]{0,20}")
_LINE = regex(r"[^\n]{16,}")
_APART = regex(r":$|^(?:上述|以上|这些|针对|对此|下一步|对上述|对以上|同时,)|(?:下一步|今后|将在20)")
"""What leads to the problems, or away from them."""
_SEVERAL = 3
"""Problems told in lines of which one may be known to lack its cause."""
_SHOWN = 20
"""Characters of a problem that messages name it by."""


def check(of: Subject) -> Iterator[Finding]:
    """Each problem without a word of the list 原因, in its own text or in a paragraph on causes behind them all."""
    causes = of.words.get("原因", ())
    if not causes:
        return
    for part in parts(of, "problems"):
        told = _told(body_of(of, part))
        items = [] if _are_causes(of, children(of, part)) else children(of, part)
        lacking = [item for item in items if not _named(causes, _told(words_of(of, item)))]
        if not items and not _named(causes, told):
            yield Finding(part.spot, "存在的不足没有写原因", "写明“主要原因是…”")
        elif not items:
            set_off = _lacking_in_prose(of, part, causes)
            for where in set_off or _lacking_among_lines(of, part, causes):
                severity = None if set_off else Severity.INFO
                said = f"“{quote(of, where)}”没有写原因"
                yield Finding(where, said, "写明“主要原因是…”", severity=severity)
        elif items and len(lacking) == len(items):
            yield Finding(part.spot, f"{len(items)}条不足都没有写原因", "每条写明“主要原因是…”")
        elif len(items) > 1 and not _told_together(items, lacking, told):
            for item in lacking:
                yield Finding(item.spot, f"“{_called(of, item)}”没有写原因", "写明“主要原因是…”")


def _are_causes(of: Subject, items: Sequence[Section]) -> bool:
    """Whether the items of a part are the causes of what stands before them: 究其原因，一是…，二是…."""
    at = offset(of, items[0].spot) if items else 0
    return _LED.search(of.folded, max(0, at - _SHOWN), at) is not None


def _lacking_in_prose(of: Subject, part: Section, causes: Sequence[str]) -> list[Spot]:
    """The first words of each problem without a cause, where words set them off (首先，…。其次，…。); none where the
    causes of all are told with the last."""
    end = extent(of, part)[1]
    start = end - len(body_of(of, part))
    begins = [match.end() for match in _ITEM.finditer(of.folded, start, end)]
    items = [of.folded[at:to] for at, to in zip(begins, [*begins[1:], end], strict=True)] if len(begins) > 1 else []
    lacking = [at for at, item in zip(begins, items, strict=False) if not _named(causes, _told(item))]
    if lacking == begins[:-1] and len(lacking) > 1:
        return []
    return [spot(of, at, match.end()) for at in lacking if (match := _FIRST.match(of.folded, at, end))]


def _lacking_among_lines(of: Subject, part: Section, causes: Sequence[str]) -> list[Spot]:
    """The first words of the one problem without a cause among several that are told in a line each."""
    end = extent(of, part)[1]
    each = _LINE.finditer(of.folded, end - len(body_of(of, part)), end)
    lines = [line for line in each if not _APART.search(line[0])]
    lacking = [line.start() for line in lines if not _named(causes, _told(line[0]))]
    if len(lacking) != 1 or len(lines) < _SEVERAL or lacking[0] == lines[0].start():
        return []
    return [spot(of, lacking[0], match.end()) for match in [_FIRST.match(of.folded, lacking[0], end)] if match]


def _called(of: Subject, item: Section) -> str:
    """The words of its heading, or the first of what stands behind its bullet."""
    said = item.text or item.marker
    if not any(sign.isalnum() for sign in said):
        said = body_of(of, item).strip()
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…"


def _told_together(items: Sequence[Section], lacking: Sequence[Section], told: str) -> bool:
    """Whether the causes of all stand together behind them: of the last lot a sentence with as many as there are
    problems (究其原因，主要是引才力度不够，早年协议不规范，企业投入少)."""
    if re.search(r"(?:上述|以上|这些)(?:问题|不足)[^。]*(?:原因|在于|由于)", told):
        return True
    last = re.search(r"[。;\n](?:究其|分析其?|归结其?|剖析其?)(?:原因|根源)[,:]?([^。\n]*)", told)
    return last is not None and len(lacking) == len(items) - 1 and len(re.split("[,;、]", last[1])) >= len(items)


def _named(causes: Iterable[str], words: str) -> bool:
    return any(cause in words for cause in causes) or _TIED.search(words) is not None


def _told(words: str) -> str:
    """The words without what a draft only leaves room for."""
    return re.sub("[^。;,\n]*【[^】\n]*】", "", words) if "【" in words else words


RULE = Rule("STA006", "不足没有写原因", Severity.ERROR, check, __doc__)
