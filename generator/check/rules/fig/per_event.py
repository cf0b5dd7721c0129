"""每场的人数不合常理。

为什么：场次和人次相除，得数过小或过大，多半有一个数写错了，或两个数说的不是一回事。
依据：核对数据的通行做法；每场不足20人、超过5000人（会议、培训超过1000人）的提醒核对。
反例：
    组织送法进校96场次，参加师生1500余人次。

    举办法治讲座3场，受众36000人次。

    举办培训班2期，培训8600人次。
正例：
    组织送法进校16场次，参加师生1500余人次。
    举办专题培训3期，培训45人次。

    发送普法短信2期，覆盖9.8万人次。
"""

from collections.abc import Iterator
from itertools import pairwise

from generator.check.rule import Finding, Rule
from generator.check.stated import Stated, plain, sentences, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_FEW, _MANY, _LEAST = 20, 5000, 20
"""People an event; events below which few people are nothing odd."""


_INDOORS, _SEATS = regex("座谈|研讨|培训|会议|例会|学法|讲评|旁听"), 1000
"""What takes place in a room, and whom the largest holds."""
_SENT = regex("短信|微信|公众号|推送|广播|短视频|抖音")
_NEXT = regex("[^,;:。、]{0,16}[,、][^,;:。、]{0,14}")
_BROADCAST = regex(
    "[线网]上|在线|直播|网络|点击|阅读|浏览|播放|广播|推送|转发|短信|微信|抖音|视频|关注|收[听看]|观看"
)
"""What reaches people who are not there."""


def check(of: Subject) -> Iterator[Finding]:
    """Each pair of events and people, told one after the other, that gives an odd average."""
    joined = of.words.get("参加", ())
    for row in sentences(of):
        for events, people in pairwise(row):
            if not _pair(events, people):
                continue
            said = people.lead + people.tail[:6]
            present = any(word in said for word in joined)
            if not present and _BROADCAST.search(events.lead[-16:] + said):
                continue
            each = people.amount / events.amount
            if _SENT.search(events.lead[-16:]):
                continue
            indoors = _INDOORS.search(events.lead[-16:]) and not _BROADCAST.search(events.lead[-16:] + said)
            if (each < _FEW and events.amount >= _LEAST and present) or each > (_SEATS if indoors else _MANY):
                told = f"“{words(events)}”对“{words(people)}”，平均每{events.kind}约{plain(round(each, 1))}人"
                yield Finding(where(of, events), told, "核对这两个数；说的不是一回事的分开写")


def _pair(events: Stated, people: Stated) -> bool:
    return (
        events.kind == "场"
        and events.unit[-1:] in ("场", "次", "期", "课", "讲", "轮")
        and people.kind in ("人次", "人")
        and events.amount > 0
        and _NEXT.fullmatch(people.lead) is not None
        and people.mention.quantity.sense == events.mention.quantity.sense == "value"
    )


RULE = Rule("FIG023", "每场人数不合常理", Severity.INFO, check, __doc__)
