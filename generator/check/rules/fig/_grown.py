"""What was there, what is new or gone, and what there is now, told with 由…增至…, or as what the year added: part of
FIG028."""

from collections.abc import Iterator

from generator.check.near import led_by
from generator.check.rule import Finding
from generator.check.rules.fig._names import share
from generator.check.stated import Sentence, line, printed, sentences, where, words
from generator.check.subject import Subject
from generator.regex import regex

_NET = regex("[较比](?:年初|上年末|上年底|期初)(?:净|又)?(?:(?P<up>增|多|上升)|减|少|下降)[加少长了]{0,2}$")
_STOCK = regex("结存|存量|积存|在办|未结|未办结|库存|在册")
_BEGUN, _ENDED = ("年初", "上年末", "上年结转", "上年底"), ("年末", "年底", "期末")
_NEW = regex("新[增建设聘成培创评认获]")
_IN_ALL = regex("总数|累计")
_NET_OF = regex("净(?:增加?|减少?|流[入出])[了为]?$")
_CAME = regex(
    "新[增设登建招聘进入办开引添]|开业|引进|入库|增加|招录|调入|流入|迁入|出生|登记|注册|入[党职]|发展|纳入"
)
_WENT = regex(
    "停业|歇业|关[停闭]|倒闭|搬离|出库|淘汰|拆除|注销|退出|减少|离[职开]|调出|流出|迁出|死亡|退休|吊销|撤[并销]|取消|废止"
    "|清退|解聘|辞退|移出|报废"
)
_FROM, _TO = regex("[由从][^,;:、]{0,10}$"), regex("(?:增|上升|提高|扩大)[^,;:、]{0,3}[至到]$")
_GONE, _LESS = regex("取消|压减|减少|清退|核减|精简"), regex("(?:减|降|压缩|压减)[^,;:、]{0,3}[至到为]$")


def changed(of: Subject) -> Iterator[Finding]:
    """Each figure of now, or of what the year added, that the others do not give."""
    spanning, net = led_by(of, _FROM), led_by(of, _NET)
    more = led_by(of, _NET_OF)
    for row in sentences(of) if spanning or net or more else ():
        if any(one.at in spanning for one in row):
            yield from _grown(of, row)
            yield from _shrunk(of, row)
        if any(one.at in more for one in row):
            yield from _more_than_gone(of, row)
        if any(one.at in net for one in row):
            yield from _net(of, row)


def _grown(of: Subject, row: Sentence) -> Iterator[Finding]:
    """What is new, what there was and what there is now: 新增47名，总数由112名增至169名."""
    for new, then, now in zip(row, row[1:], row[2:], strict=False):
        new_ = _IN_ALL.search(then.lead) or _NEW.search(new.own)
        told = _FROM.search(then.lead) and _TO.search(now.lead) and new_
        alike = new.kind == then.kind == now.kind and new.exact and then.exact and now.exact
        if told and alike and new.depth == now.depth and then.amount + new.amount != now.amount:
            rest = printed(then.amount + new.amount, now)
            said = f"{words(then)} + {words(new)} = {rest}，与“{words(now)}”不符"
            yield Finding(where(of, now), said, f"核对这三个数；另有减少的写明；都无误的，写 {rest}")


def _shrunk(of: Subject, row: Sentence) -> Iterator[Finding]:
    """What is gone, what there was and what there is now: 取消36项，保留的由121项减至85项."""
    for gone, then, now in zip(row, row[1:], row[2:], strict=False):
        told = _FROM.search(then.lead) and _LESS.search(now.lead) and _GONE.search(gone.own)
        alike = gone.kind == then.kind == now.kind and gone.exact and then.exact and now.exact
        alike = alike and gone.depth == now.depth and ";" not in then.lead
        if told and alike and then.amount - gone.amount != now.amount:
            rest = printed(then.amount - gone.amount, now)
            said = f"{words(then)} − {words(gone)} = {rest}，与“{words(now)}”不符"
            yield Finding(where(of, now), said, f"核对这三个数；另有新增的写明；都无误的，写 {rest}")


def _more_than_gone(of: Subject, row: Sentence) -> Iterator[Finding]:
    """What came, what went and what is more by these: 新设4280户，注销2860户，净增1420户."""
    for came, went, more in zip(row, row[1:], row[2:], strict=False):
        told = _NET_OF.search(more.own) and _CAME.search(came.own) and _WENT.search(went.own)
        alike = came.kind == went.kind == more.kind and came.exact and went.exact and more.exact
        if told and alike and abs(came.amount - went.amount) != more.amount:
            gap = printed(abs(came.amount - went.amount), more)
            said = f"{words(came)} − {words(went)} = {gap}，与“{more.own[-4:]}{words(more)}”不符"
            yield Finding(where(of, more), said, f"核对这三个数；前两个无误的，写 {gap}")


def _net(of: Subject, row: Sentence) -> Iterator[Finding]:
    """What the year added, told apart from what there was and is: 年初312本 … 年末320本 … 比年初净增8本."""
    for one in row:
        told = _NET.search(one.own) if one.mention.quantity.qualifier == "" else None
        for other in sentences(of) if told else ():
            then = [o for o in other if o.kind == one.kind and o.exact and o.own.startswith(_BEGUN)]
            now = [o for o in other if o.kind == one.kind and o.exact and o.own.startswith(_ENDED)]
            stock = _STOCK.search(one.own) and len(then) == 1 and _only(of, one.kind)
            if not told or not (then and now and (stock or share(one.own, then[0].own, 2))):
                continue
            gap = (now[-1].amount - then[0].amount) * (1 if told["up"] else -1)
            if gap != one.amount:
                right = f"{'增加' if now[-1].amount > then[0].amount else '减少'}{printed(abs(gap), one)}"
                said = f"年末{words(now[-1])}（第{line(of, now[-1])}行）比年初{words(then[0])}{right}"
                said += f"，与“{'增加' if told['up'] else '减少'}{words(one)}”不符"
                yield Finding(where(of, one), said, "核对这三个数")


def _only(of: Subject, kind: str) -> bool:
    """Whether one sentence alone tells of figures of that kind at the year's end: the stock that is meant."""
    ends = [row for row in sentences(of) if any(o.kind == kind and o.exact and o.own.startswith(_ENDED) for o in row)]
    return len(ends) == 1
